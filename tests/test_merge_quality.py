"""Merging keeps its promise on the half of the cases that no rule was made on, and on the articles it grew from."""

import importlib.resources
import importlib.util
import pathlib
from types import ModuleType

import pytest

from pasut.merge.contradiction import find_wrong_offices
from pasut.pipeline import Kit, read_into
from pasut.records import Event
from pasut.store import Store, open_store

ROOT = pathlib.Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLES = pathlib.Path(str(importlib.resources.files("pasut"))) / "examples"


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    spec = importlib.util.spec_from_file_location("merge_measure", ROOT / "quality" / "merge" / "measure.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pairs_of_reports_are_told_apart(measure: ModuleType) -> None:
    _, figures, wrong = measure.pair_figures("held")
    assert figures["cases"] >= 60
    assert figures["precision"] >= 0.95, wrong
    assert figures["recall"] >= 0.85, wrong


def test_copies_are_found_and_other_stories_are_not(measure: ModuleType) -> None:
    _, figures, wrong = measure.copy_figures("held")
    assert figures["precision"] >= 0.95, wrong
    assert figures["recall"] >= 0.9, wrong


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The seed articles and the packaged examples in one store."""
    if not SEEDS.is_dir():
        pytest.skip("the seed articles are not beside the repository")
    store = open_store(tmp_path_factory.mktemp("seeds") / "seeds.sqlite")
    read_into(store, [SEEDS, EXAMPLES], Kit())
    return store


def _encounters(store: Store, first: str, last: str, person: str) -> list[Event]:
    """Encounters of Russia and North Korea in some days, in one person."""
    return [
        event
        for event in store.events(dyad=("PRK", "RUS"), type="CONSULT")
        if event.mode in ("visit", "meet", "negotiate")
        and person in event.persons
        and event.when
        and event.when.first
        and first <= event.when.first.isoformat() <= last
    ]


@pytest.mark.parametrize(
    ("first", "last", "person", "articles"),
    [
        ("2023-07-20", "2023-07-31", "sergei-shoigu", 2),
        ("2023-09-01", "2023-09-30", "kim-jong-un", 6),
        ("2024-06-01", "2024-06-30", "vladimir-putin", 3),
    ],
)
def test_each_visit_is_one_event_with_every_article_that_tells_of_it(
    seeds: Store, first: str, last: str, person: str, articles: int
) -> None:
    (event,) = _encounters(seeds, first, last, person)
    assert event.status == "happened"
    assert len(event.articles) >= articles


def test_the_arms_are_one_proposition_accused_and_denied_with_dates(seeds: Store) -> None:
    (found,) = [each for each in seeds.propositions(type="AID.arms", source="PRK") if each.target == ("RUS",)]
    assert found.standing == "disputed"
    assert {"USA", "KOR", "JPN"} <= set(found.affirmed_by)
    assert {"PRK", "RUS"} <= set(found.denied_by)
    lines = seeds.lines_of(found)
    assert all(line.article.published for line in lines)
    assert len({line.article.id for line in lines if line.claim.status == "denied"}) >= 3


def test_the_wrong_title_of_one_article_is_reported(seeds: Store) -> None:
    found = [each for each in seeds.contradictions(dyad=("PRK", "RUS")) if each.kind == "office"]
    assert [(each.is_slip, set(each.values)) for each in found] == [(True, {"defence_minister", "foreign_minister"})]
    slips = find_wrong_offices((line.claim for line in seeds.with_offices(dyad=("PRK", "RUS"))), Kit().world.persons)
    assert ("foreign_minister", "defence_minister") in [slip.values for slip in slips]
