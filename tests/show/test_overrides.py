"""The commands by which a person corrects the record."""

import json
import pathlib

from makers import Run


def claim_of(pasut: Run) -> str:
    row = json.loads(pasut("timeline", "PRK", "RUS", "--format", "json")[1])[0]
    return str(row["id"])


def test_a_correction_shows_wherever_it_changes_something(pasut: Run) -> None:
    claim = claim_of(pasut)
    assert pasut("correct", claim, "--set", "status=happened", "--note", "alinea 2", "--by", "ani")[0] == 0
    assert f"{claim[:10]}*" in pasut("timeline", "PRK", "RUS")[1]
    assert "Corrected by a person" in pasut("explain", claim)[1]
    log = pasut("overrides")[1]
    assert all(word in log for word in ("ani", "status = happened", "alinea 2", "applied"))


def test_a_person_who_splits_and_joins_is_named_in_the_event_and_the_ledger(pasut: Run) -> None:
    one, other = (
        row["id"] for row in json.loads(pasut("timeline", "PRK", "RUS", "--type", "AID", "--format", "json")[1])
    )
    proposition = json.loads(pasut("claims", "PRK", "RUS", "--format", "jsonl")[1])["id"]
    said = f"{one[:10]} and {other[:10]}: {{}} by ani on "
    for action, done in (("--split", "split"), ("--join", "joined")):
        assert pasut("correct", one, action, other, "--note", "satu kiriman", "--by", "ani")[0] == 0
        for row in json.loads(pasut("events", "PRK", "RUS", "--type", "AID", "--format", "json")[1]):
            out = pasut("explain", row["id"])[1]
            assert said.format(done) in out and ": satu kiriman" in out
    assert "a person has joined it with a claim of this event" in out
    assert said.format("joined") in pasut("ledger", proposition)[1]


def test_the_event_split_off_is_named_as_the_work_of_a_person(pasut: Run) -> None:
    one, other = (
        row["id"] for row in json.loads(pasut("timeline", "PRK", "RUS", "--type", "AID", "--format", "json")[1])
    )
    pasut("correct", one, "--split", other, "--by", "ani")
    event = json.loads(pasut("events", "PRK", "RUS", "--type", "AID", "--format", "json")[1])[0]["id"]
    assert "a person has split the two" in pasut("explain", event)[1]
    entry = json.loads(pasut("overrides", "--format", "json")[1])[0]["id"]
    pasut("overrides", "--withdraw", entry, "--by", "budi")
    assert "ani" not in pasut("explain", event)[1]


def test_a_rejected_claim_is_gone_from_the_timeline_and_comes_back(pasut: Run) -> None:
    claim = claim_of(pasut)
    pasut("correct", claim, "--reject", "--by", "ani")
    assert claim[:10] not in pasut("timeline", "PRK", "RUS")[1]
    entry = json.loads(pasut("overrides", "--format", "json")[1])[0]
    assert (entry["action"], entry["claim"], entry["state"]) == ("reject", claim, "applied")
    pasut("overrides", "--withdraw", entry["id"], "--by", "budi")
    assert claim[:10] in pasut("timeline", "PRK", "RUS")[1]


def test_the_log_goes_to_a_file_and_comes_from_it(pasut: Run, tmp_path: pathlib.Path) -> None:
    place = tmp_path / "log.jsonl"
    pasut("correct", claim_of(pasut), "--note", "satu", "--by", "ani")
    assert pasut("overrides", "--export", str(place))[0] == 0
    assert json.loads(place.read_text())["note"] == "satu"
    assert pasut("overrides", "--import", str(place))[0] == 0
    assert len(json.loads(pasut("overrides", "--format", "json")[1])) == 1


def test_a_file_that_is_no_log_is_refused_whole(pasut: Run, tmp_path: pathlib.Path) -> None:
    place = tmp_path / "log.jsonl"
    place.write_text('{"id": 3}\n')
    status, _, err = pasut("overrides", "--import", str(place))
    assert status == 1 and "log.jsonl:1" in err


def test_wrong_use(pasut: Run) -> None:
    claim = claim_of(pasut)
    for arguments in ([], ["--set", "status"], ["--set", "status=true"], ["--join", "ffff"]):
        assert pasut("correct", claim, *arguments, "--by", "ani")[0] == 2
    assert "Nobody has corrected" in pasut("overrides")[1]


def test_coding_anew_counts_the_articles(pasut: Run) -> None:
    status, out, _ = pasut("recode", "--lang", "id")
    assert status == 0 and "2 artikel" in out
