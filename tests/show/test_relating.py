"""The commands that measure relations."""

import csv
import io
import json
from collections.abc import Callable

import pytest

from makers import EXAMPLES
from pasut.show.cli import run

Show = Callable[..., str]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The packaged articles of 2023 and 2024."""
    place = str(tmp_path_factory.mktemp("relating") / "case.sqlite")
    assert run(["read", *map(str, sorted(EXAMPLES.glob("202[34]-*"))), "--store", place, "--quiet"]) == 0
    return place


@pytest.fixture
def show(store: str, capsys: pytest.CaptureFixture[str]) -> Show:
    def command(*arguments: str) -> str:
        capsys.readouterr()
        assert run([*arguments, "--store", store]) == 0
        return capsys.readouterr().out

    return command


def test_people_see_where_the_relation_stands_and_by_which_formula(show: Show) -> None:
    out = show("index", "korut", "rusia", "--lang", "id")
    for part in ("indeks hubungan", "sampai", "PRK → RUS", "perkataan", "perbuatan", "Jalannya", "Dalam 90 hari"):
        assert part in out
    assert "pasut index 1: half_life 45" in out


def test_both_languages_say_the_same_numbers(show: Show) -> None:
    english = show("index", "PRK", "RUS", "--lang", "en")
    indonesian = show("index", "PRK", "RUS", "--lang", "id")
    assert "relation index on" in english
    assert english.count("\n") == indonesian.count("\n")


def test_programs_get_every_day_with_the_formula(show: Show) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(show("index", "PRK", "RUS", "--from", "2024-06", "--to", "2024-06", "--format", "csv"))
        )
    )
    assert [row["date"] for row in rows] == [f"2024-06-{n:02d}" for n in range(1, 31)]
    assert all(float(row["index_low"]) < float(row["index"]) < float(row["index_high"]) for row in rows)
    assert all("half_life 45" in row["formula"] for row in rows)


@pytest.mark.parametrize(("by", "number"), [("week", 5), ("month", 1)])
def test_programs_may_ask_for_ends_of_periods(by: str, number: int, show: Show) -> None:
    out = show("index", "PRK", "RUS", "--from", "2024-06", "--to", "2024-06", "--by", by, "--format", "jsonl")
    assert len(out.splitlines()) == number


def test_the_sum_of_the_acts_is_the_index(show: Show) -> None:
    rows = json.loads(show("index", "PRK", "RUS", "--explain", "2024-06-19", "--format", "json"))
    day = json.loads(show("index", "PRK", "RUS", "--from", "2024-06-19", "--to", "2024-06-19", "--format", "json"))
    total = sum(row["points"] for row in rows)
    assert total == pytest.approx(day[0]["index"], abs=1e-6)
    assert all(row["sentence"] and row["claims"] for row in rows)
    assert "sum of all acts" in show("index", "PRK", "RUS", "--on", "2024-06-19")


def test_reading_again_changes_no_byte(show: Show, store: str) -> None:
    before = [show(*words, "--format", "csv") for words in COMMANDS]
    assert run(["read", *map(str, sorted(EXAMPLES.glob("2024-*"))[::-1]), "--store", store, "--quiet"]) == 0
    assert [show(*words, "--format", "csv") for words in COMMANDS] == before


COMMANDS = [
    ("index", "PRK", "RUS", "--from", "2024-03"),
    ("index", "PRK", "RUS", "--assessments"),
    ("index", "PRK", "RUS", "--explain", "2024-06-19", "--disputed"),
    ("changes", "PRK", "RUS"),
    ("changes", "PRK", "RUS", "--surprises"),
    ("triangle", "PRK", "RUS", "CHN"),
    ("hedge", "PRK", "RUS", "CHN", "--part", "verbal"),
    ("expected", "PRK", "RUS"),
    ("forecast", "PRK", "RUS"),
    ("forecast", "PRK", "RUS", "--calibration"),
]


# The forms for programs have the same words in both languages, so that one is enough.
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("form", "lang"),
    [("table", "id"), ("table", "en"), ("md", "id"), ("json", "en"), ("jsonl", "id"), ("csv", "en")],
)
def test_every_form_and_language_is_written(words: tuple[str, ...], form: str, lang: str, show: Show) -> None:
    out = show(*words, "--format", form, "--lang", lang)
    assert out or form == "jsonl"
    if form == "json":
        assert isinstance(json.loads(out), list)
    if form == "csv":
        assert len(out.splitlines()[0].split(",")) > 5


def test_what_is_said_stands_with_its_sentence(show: Show) -> None:
    rows = json.loads(show("index", "PRK", "RUS", "--assessments", "--format", "json"))
    assert rows
    assert all(row["sentence"] and row["verdict"] in ("agrees", "disagrees", "open", "no_evidence") for row in rows)


def test_the_acts_that_moved_most_come_first(show: Show) -> None:
    rows = json.loads(show("changes", "PRK", "RUS", "--surprises", "--format", "json"))
    moved = [row["moved"] for row in rows]
    assert moved == sorted(moved, reverse=True)


def test_figures_are_told_at_the_ends_of_months(show: Show) -> None:
    rows = json.loads(show("triangle", "PRK", "RUS", "CHN", "--from", "2024-05", "--to", "2024-07", "--format", "json"))
    assert [row["date"] for row in rows] == ["2024-05-31", "2024-06-30", "2024-07-31"]
    assert {row["side_1"] for row in rows} == {"PRK-RUS"}


def test_long_times_are_told_by_quarters_or_years_to_people_only(show: Show) -> None:
    table = show("hedge", "PRK", "RUS", "CHN")
    rows = json.loads(show("hedge", "PRK", "RUS", "CHN", "--format", "json"))
    assert len(table.splitlines()) < len(rows) + 6


def test_a_pair_without_acts_is_not_called_neutral(show: Show) -> None:
    out = show("index", "FJI", "PER")
    assert "no act known" in out
    assert "neutral" not in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("index", "PRK", "RUS", "--explain", "1950"), "name a day of these"),
        (("index", "PRK", "RUS", "--from", "2050"), "widen --from and --to"),
        (("triangle", "PRK", "RUS", "CHN", "--from", "2050"), "widen --from and --to"),
        (("index", "PRK", "Rusiaa"), "did you mean"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_line(
    words: tuple[str, ...], told: str, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--store", store]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
