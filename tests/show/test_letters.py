"""The letters command."""

import json
import pathlib

import pytest

from pasut.show.cli import run


@pytest.fixture
def store(examples: pathlib.Path) -> str:
    return str(examples)


def test_letters_are_listed_with_a_count_by_year(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["letters", "korut", "rusia", "--store", store, "--lang", "id"]) == 0
    out = capsys.readouterr().out
    assert "ulang tahun" in out and "Menurut tahun" in out and "Vladimir Putin" in out


def test_programs_get_the_cues_and_their_sentences(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["letters", "PRK", "RUS", "--store", store, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    birthday = next(row for row in rows if row["occasion"] == "birthday" and row["date"].startswith("2024"))
    assert birthday["quotes"] and birthday["sentences"] and birthday["claims"]


def test_a_dyad_without_letters_says_so(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["letters", "FJI", "PER", "--store", store]) == 0
    assert "Nothing found" in capsys.readouterr().out
