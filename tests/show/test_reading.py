"""The bar is drawn on a terminal, and problems stand above it."""

import io

import pytest
from rich.console import Console

from pasut.records import Problem
from pasut.show.reading import Watch, describe
from pasut.show.words import words_in
from pasut.tally import Summary


def _watch(monkeypatch: pytest.MonkeyPatch, *, quiet: bool) -> str:
    screen = io.StringIO()
    monkeypatch.setattr(
        "pasut.show.reading.progress_console", lambda: Console(file=screen, force_terminal=True, width=80)
    )
    with Watch(words_in("en"), quiet=quiet) as watch:
        watch.step(Summary(new=1200, seconds=10.0))
        watch.problem(Problem(where="a.txt", what="is empty", kind="near-empty"))
        watch.problem(Problem(where="b.txt", what="glued words were parted", kind="note"))
    assert watch.last.new == 1200
    return screen.getvalue()


def test_a_terminal_sees_a_bar_and_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _watch(monkeypatch, quiet=False)
    assert "reading 1,200 (120/s)" in shown
    assert "pasut: a.txt: is empty" in shown
    assert "b.txt" not in shown


def test_quiet_draws_no_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _watch(monkeypatch, quiet=True) == ""
    assert capsys.readouterr().err == "pasut: a.txt: is empty\n"


def test_a_problem_that_names_its_place_is_not_told_it_twice() -> None:
    assert describe(Problem(where="a.txt", what="a.txt is empty"), words_in("en")) == "a.txt is empty"
