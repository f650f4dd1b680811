"""The commands of the registers, on the packaged examples."""

import csv
import io
import json
import pathlib

import icalendar
import pytest

from makers import Run
from pasut import registers  # as a module: pytest would take `tests_of` for a test
from pasut.show.cli import run
from pasut.store import open_store


@pytest.fixture
def pasut(examples: pathlib.Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the examples: exit status, output, errors."""
    capfd.readouterr()

    def command(*arguments: str) -> tuple[int, str, str]:
        status = run([*arguments, "--store", str(examples)])
        out, err = capfd.readouterr()
        return status, out, err

    return command


COMMANDS = ["visits", "agreements", "transfers", "sanctions", "tests", "links", "experts"]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_register_is_listed_in_both_languages(pasut: Run, command: str) -> None:
    shown = [pasut(command, "--lang", language) for language in ("id", "en")]
    assert [status for status, _, _ in shown] == [0, 0]
    assert shown[0][1] != shown[1][1]
    assert len(shown[0][1].splitlines()) == len(shown[1][1].splitlines()) > 2


@pytest.mark.parametrize("command", COMMANDS)
def test_json_and_csv_have_the_same_rows(pasut: Run, command: str) -> None:
    rows = json.loads(pasut(command, "--format", "json")[1])
    table = list(csv.DictReader(io.StringIO(pasut(command, "--format", "csv")[1])))
    assert len(rows) == len(table) > 0
    assert list(rows[0]) == list(table[0])
    assert all(row["sentence"] for row in rows)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_register_of_nothing_says_so(pasut: Run, command: str) -> None:
    actors = ["FJI"] if command == "tests" else ["FJI", "PER"]
    status, out, _ = pasut(command, *actors)
    assert (status, "Nothing found" in out) == (0, True)
    assert pasut(command, *actors, "--format", "csv")[1].count("\n") == 1


def test_a_register_as_of_a_day_holds_no_later_visit(pasut: Run) -> None:
    early = json.loads(pasut("visits", "PRK", "RUS", "--as-of", "2023-08-31", "--format", "json")[1])
    late = json.loads(pasut("visits", "PRK", "RUS", "--format", "json")[1])
    assert 0 < len(early) < len(late)
    assert all(row["date_first"] < "2023-09" for row in early if row["status"] == "happened")


def test_visits_are_a_calendar_that_other_programs_read(pasut: Run) -> None:
    status, out, _ = pasut("visits", "PRK", "RUS", "--format", "ics")
    calendar = icalendar.Calendar.from_ical(out)
    entries = calendar.walk("VEVENT")
    assert status == 0 and len(entries) > 3
    assert len({str(entry["uid"]) for entry in entries}) == len(entries)
    assert all(entry.decoded("dtend") > entry.decoded("dtstart") for entry in entries)
    assert out == pasut("visits", "PRK", "RUS", "--format", "ics")[1]


def test_python_gets_the_same_rows(examples: pathlib.Path, pasut: Run) -> None:
    with open_store(examples) as opened:
        rows = {
            "visits": registers.visits_of(opened, dyad=("PRK", "RUS")),
            "agreements": registers.agreements_of(opened, dyad=("PRK", "RUS")),
            "transfers": registers.transfers_of(opened, dyad=("PRK", "RUS")),
            "sanctions": registers.sanctions_of(opened, dyad=("PRK", "RUS")),
            "links": registers.links_of(opened, dyad=("PRK", "RUS")),
        }
        tests = registers.tests_of(opened, source="PRK")
    for name, found in rows.items():
        listed = json.loads(pasut(name, "PRK", "RUS", "--format", "json")[1])
        assert [row["event"] for row in listed] == [row.event for row in found], name
    assert [row["event"] for row in json.loads(pasut("tests", "PRK", "--format", "json")[1])] == [
        t.event for t in tests
    ]
