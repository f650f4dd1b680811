"""Accuracy stays above its floors where the annotated articles lie beside the repository; errors are named rightly."""

import importlib
import json
import pathlib
import sys
from types import ModuleType

import pytest

from pasut.pipeline import Kit

ROOT = pathlib.Path(__file__).parents[1]
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "quality" / "baseline.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    return _module("accuracy")


@pytest.fixture(scope="module")
def kinds() -> ModuleType:
    return _module("kinds")


def _module(name: str) -> ModuleType:
    folder = str(ROOT / "quality")
    sys.path.insert(0, folder)
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(folder)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_accuracy_stays_above_its_floors(name: str, accuracy: ModuleType) -> None:
    if not accuracy.is_measurable():
        pytest.skip(f"no annotated articles at {accuracy.GOLD}: nothing to measure against")
    reached = accuracy.floors_of(accuracy.measure(name, Kit()).scores)
    below = {key: (reached.get(key), floor) for key, floor in FLOORS[name].items() if reached.get(key, 0.0) < floor}
    assert not below, f"reached and floor: {below}"


def test_every_set_with_a_floor_is_measured(accuracy: ModuleType) -> None:
    assert set(FLOORS) <= set(accuracy.SETS) - {"seeds"}


def test_the_report_is_there_and_has_its_parts() -> None:
    report = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for part in (
        "| `dev` | strict |",
        "## Attributes",
        "## By type",
        "commonest kinds of error",
        "articles that failed",
    ):
        assert part in report


def test_the_readme_shows_figures() -> None:
    block = (ROOT / "README.md").read_text(encoding="utf-8").partition("<!-- figures -->")[2]
    assert block.partition("<!-- /figures -->")[0].count("\n| ") >= 4


def row(kind: str, source: str, target: str, quote: str = "one", rule: str = "id.verb.x.send") -> tuple[object, object]:
    """A gold and coded row at once."""
    return (kind, source, target), {"quote": quote, "sentence": quote, "rule": rule, "status": "happened"}


Rows = list[tuple[object, object]]
KINDS: list[tuple[Rows, Rows, list[str]]] = [
    ([row("AID", "A", "B")], [], ["no claim coded in a sentence with gold claims"]),
    ([row("AID", "A", "B")], [row("AID", "B", "A")], ["right type and actors, direction swapped"]),
    ([row("AID", "A", "B")], [row("ACCUSE", "A", "B")], ["right actors, wrong type: AID coded as ACCUSE"]),
    ([row("AID", "A", "B")], [row("AID", "A", "-")], ["right type, target missing"]),
    ([row("AID", "A", "B")], [row("AID", "A", "C")], ["right type and source, wrong target"]),
    ([row("AID", "A", "B")], [row("AID", "C", "B")], ["right type and target, wrong source"]),
    (
        [row("AID", "A", "B")],
        [row("ACCUSE", "C", "D")],
        ["another act of the sentence coded, this one not", "claim beside gold claims, by frame `send`"],
    ),
    ([], [row("AID", "A", "B")], ["claim where gold has none, by frame `send`"]),
]


@pytest.mark.parametrize(("gold", "coded", "named"), KINDS)
def test_errors_are_named(gold: object, coded: object, named: list[str], kinds: ModuleType) -> None:
    assert list(kinds.name_errors(gold, coded, [], lambda quote, sentence: quote == sentence)) == named


def test_an_actor_missing_and_an_actor_too_many_are_told_apart(kinds: ModuleType) -> None:
    _, claim = row("AID", "A", "B")
    both = [(("AID", "A", "B"), claim), (("AID", "C", "B"), claim)]
    one = [row("AID", "A", "B")]
    same = str.__eq__
    assert list(kinds.name_errors(both, one, [(0, 0)], same)) == ["right claim, one of its actors missing"]
    assert list(kinds.name_errors(one, both, [(0, 0)], same)) == ["right claim, an actor too many"]


DATES: list[tuple[str | None, str | None, str]] = [
    (None, "2024", "dated where gold has none"),
    ("2024", None, "none where gold has one"),
    ("2024-06-19", "2024-06", "less precise than gold"),
    ("2024-06-19", "2024-06-20", "another day"),
    ("2024-06", "2024-07", "another month or year"),
    ("2024/..", "2023", "another interval"),
]


@pytest.mark.parametrize(("gold", "coded", "named"), DATES)
def test_wrong_dates_are_named(gold: str | None, coded: str | None, named: str, kinds: ModuleType) -> None:
    assert kinds.name_date_error(gold, coded) == f"wrong date: {named}"


def test_wrong_attributes_are_named(kinds: ModuleType) -> None:
    gold: dict[str, object] = {"status": "alleged", "mode": "arms", "speaker": ["USA"]}
    coded: dict[str, object] = {"status": "happened", "mode": None, "speaker": []}
    named = list(kinds.name_attribute_errors(gold, coded, lambda claim: set(claim["speaker"])))
    assert named == [
        "wrong status: alleged coded as happened",
        "wrong speaker: missing",
        "wrong mode: arms coded as none",
    ]
