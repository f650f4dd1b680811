"""Every command, in every form, as golden files; and what each refuses."""

import json
import pathlib

import pytest

from makers import Run
from pasut.show.cli import run

GOLDEN = pathlib.Path(__file__).parent / "golden"
COMMANDS = {
    "timeline.en.txt": "timeline PRK RUS",
    "timeline.id.txt": "timeline korut Rusia --lang id",
    "timeline.json": "timeline PRK RUS --format json --status denied",
    "timeline.jsonl": "timeline PRK RUS --format jsonl --type consult",
    "timeline.csv": "timeline PRK RUS --format csv",
    "timeline.md": "timeline PRK RUS --format md --from 2024-06-19 --to 2024-06",
    "timeline.empty.txt": "timeline PRK CHN",
    "timeline.empty.csv": "timeline PRK CHN --format csv",
    "claims.en.txt": "claims",
    "claims.id.txt": "claims RUS PRK --lang id",
    "claims.json": "claims --about AID.arms --from PRK --to RUS --format json",
    "events.en.txt": "events PRK RUS",
    "events.one.txt": "events RUS",
    "events.csv": "events PRK RUS --format csv --lang id",
    "events.as-of.txt": "events PRK RUS --as-of 2024-06-19",
    "ledger.en.txt": "ledger prk-rus-aid-arms",
    "ledger.csv": "ledger prk-rus-aid --format csv",
    "contradictions.id.txt": "contradictions --lang id",
    "contradictions.csv": "contradictions PRK RUS --format csv",
    "copies.en.txt": "copies",
    "visits.en.txt": "visits PRK RUS",
    "show.id.txt": "show one --lang id",
    "show.cut.txt": "show one --cut",
    "show.dating.txt": "show one --dating",
    "export.scoring.jsonl": "export --format scoring",
    "export.csv": "export --format csv",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_show_what_they_should(name: str, pasut: Run, request: pytest.FixtureRequest) -> None:
    status, out, err = pasut(*COMMANDS[name].split())
    assert (status, err) == (0, "")
    if request.config.getoption("--golden"):
        (GOLDEN / name).write_bytes(out.encode())
    assert out.encode() == (GOLDEN / name).read_bytes()


def test_every_golden_file_has_its_command() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(COMMANDS)


def test_lines_are_whole_in_a_pipe(pasut: Run) -> None:
    out = pasut("timeline", "PRK", "RUS")[1]
    assert "Pyongyang mengirim peluru ke Moskwa, kata Washington.  " in out
    assert "\x1b" not in out


def test_explain_marks_the_sentence_and_tells_the_passes(pasut: Run) -> None:
    claim = json.loads(pasut("timeline", "PRK", "RUS", "--format", "jsonl", "--status", "alleged")[1])["id"]
    status, out, _ = pasut("explain", claim[:6])
    assert status == 0
    for part in (
        "[source: Pyongyang] [trigger: mengirim]",
        "id.verb.kirim.send",
        "said in the sentence",
        "send, subject is source",
    ):
        assert part in out


def test_explain_of_an_event_tells_why_its_claims_are_one(pasut: Run) -> None:
    event = json.loads(pasut("events", "PRK", "RUS", "--format", "jsonl", "--standing", "disputed")[1])["id"]
    status, out, _ = pasut("explain", event[:8])
    assert status == 0
    assert "answers a claim of this event, as the article itself links them" in out
    assert "No other event of these actors could be taken for it." in out


def test_explain_of_an_event_is_told_in_indonesian_and_as_json(pasut: Run) -> None:
    event = json.loads(pasut("events", "PRK", "RUS", "--format", "jsonl", "--standing", "disputed")[1])["id"]
    assert "artikelnya sendiri yang mengaitkan keduanya" in pasut("explain", event, "--lang", "id")[1]
    found = json.loads(pasut("explain", event, "--format", "json", "--lang", "en")[1])
    assert found["event"]["id"] == event and found["nearest"] is None
    first, second = found["claims"]
    assert (first["status"], first["reasons"]) == ("alleged", [])
    assert second["reasons"][0]["key"] == "answer" and second["sentence"] == "Moskwa membantah tuduhan itu."
    assert second["reasons"][0]["text"] == "answers a claim of this event, as the article itself links them"


def test_explain_of_a_claim_as_json_has_all_its_fields(pasut: Run) -> None:
    claim = json.loads(pasut("timeline", "PRK", "RUS", "--format", "jsonl", "--status", "alleged")[1])
    found = json.loads(pasut("explain", claim["id"], "--format", "json")[1])
    assert claim.items() <= found.items()
    assert found["steps"] == [{"stage": "frames", "text": "mengirim: send, subject is source"}]
    assert found["actors"]["source"][0]["via"] == "capital"


def test_a_timeline_of_events_is_that_of_the_events_command(pasut: Run) -> None:
    asked = ("PRK", "RUS", "--type", "AID", "--format", "csv")
    assert pasut("timeline", *asked, "--events") == pasut("events", *asked)


def test_stats_count(pasut: Run) -> None:
    assert json.loads(pasut("stats", "--format", "json")[1])[0] == {"what": "total", "value": "articles", "count": 2}
    assert "PRK – RUS" in pasut("stats", "--lang", "id")[1]


def test_export_writes_a_file(pasut: Run, tmp_path: pathlib.Path) -> None:
    assert pasut("export", "--format", "jsonl", "-o", str(tmp_path / "out.jsonl"))[:2] == (0, "")
    assert [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()] == ["one", "two"]


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == run(["--help"]) == run(["timeline", "-h"]) == 0
    assert "timeline" in capsys.readouterr().out
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("pasut 0")


WRONG = [
    ("timeline PRK", "Missing argument"),
    ("timeline PRK Rusai", "did you mean Russia (RUS)"),
    ("timeline PRK RUS --from june", "'june' is no date"),
    ("timeline PRK RUS --type AIDING", "no type is called 'AIDING'; the types are AGREE"),
    ("timeline PRK RUS --status maybe", "'maybe' is not one of"),
    ("timeline PRK RUS --format xml", "'xml' is not one of"),
    ("timeline PRK RUS --lang fr", "'fr' is not one of"),
    ("claims PRK", "only one actor, 'PRK', is given; give two"),
    ("explain zzz", "no claim 'zzz' in this store"),
    ("ledger zzz", "no proposition 'zzz' in this store"),
    ("ledger prk-rus-aid-arms --as-of 2024-06-19", "nobody had said 'prk-rus-aid-arms"),
    ("show zzz", "no article 'zzz' in this store"),
    ("tides", "No such command 'tides'"),
    ("timeline PRK RUS --wide", "No such option: --wide"),
]


@pytest.mark.parametrize(("command", "says"), WRONG)
def test_wrong_use_is_one_line_and_status_2(command: str, says: str, pasut: Run) -> None:
    status, out, err = pasut(*command.split())
    assert (status, out) == (2, "")
    assert err.startswith("pasut: ")
    assert says in err
    assert err.count("\n") == 1


def test_a_file_that_cannot_be_written_is_said(pasut: Run, tmp_path: pathlib.Path) -> None:
    status, _, err = pasut("export", "--format", "csv", "-o", str(tmp_path / "no" / "out.csv"))
    assert status == 1
    assert "out.csv: cannot be written (No such file or directory); name another file" in err


def test_a_missing_store_is_said(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stats", "--store", str(tmp_path / "no.sqlite")]) == 1
    assert "there is no store; make one with `pasut read" in capsys.readouterr().err


def test_what_nobody_foresaw_is_one_line_too(pasut: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr("pasut.show.commands.listing.stats_views", broken)
    status, _, err = pasut("stats")
    assert (status, err.count("\n")) == (1, 1)
    assert "the program failed (RuntimeError: out of luck); run again with PASUT_DEBUG=1" in err
    monkeypatch.setenv("PASUT_DEBUG", "1")
    assert "Traceback" in pasut("stats")[2]


def test_ctrl_c_is_one_line_too(pasut: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pasut.show.commands.listing.stats_views", stopped)
    assert pasut("stats") == (1, "", "pasut: stopped\n")
