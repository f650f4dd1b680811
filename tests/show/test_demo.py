"""The demonstration, with the real stages on the packaged examples."""

import pathlib
import time

import pytest

from pasut.show.cli import run
from pasut.show.demo import example_paths
from pasut.store import open_store

MINUTE = 60.0


def test_the_demo_stores_every_example_and_shows_a_chronology_a_ledger_and_what_to_do_next(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = time.monotonic()
    assert run(["demo", "--store", str(tmp_path / "demo.sqlite")]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for part in ("North Korea and Russia: ", "Disputed and attributed claims", "Where to go next", "pasut explain "):
        assert part in out
    assert time.monotonic() - begun < MINUTE
    with open_store(tmp_path / "demo.sqlite") as store:
        assert store.count("articles")[0][1] >= 30
        assert store.count("claims")[0][1] >= store.count("articles")[0][1]


def test_the_commands_that_the_demo_names_work(examples_copy: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["demo", "--store", str(examples_copy), "--lang", "id"])
    named = [line.split("  ")[1] for line in capsys.readouterr().out.splitlines() if line.startswith("  pasut ")]
    for command in named[:-1]:  # the last is `pasut read PATH...`
        if "serve" in command:
            continue  # it would serve until somebody stops it
        assert run(command.split()[1:]) == 0, command
    assert len(named) > 4


def test_only_articles_are_examples(tmp_path: pathlib.Path) -> None:
    for name in ("b.txt", "a.jsonl", "c.md", "README.md", "__init__.py"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in example_paths(tmp_path)] == ["a.jsonl", "b.txt", "c.md"]
