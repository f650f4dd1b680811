"""What is stored of each pair: the outline of its events, and a mark that changes when something about it does."""

import datetime as dt
import pathlib
from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest

from makers import day, make_article, make_assessment, make_telling
from pasut.errors import ChangedError
from pasut.measure.outline import outline_of
from pasut.records import Coding
from pasut.store import Store, open_store

DYAD, OTHERS = ("PRK", "RUS"), ("ISR", "PSE")
ACTS = (
    ("RUS > PRK CONSULT.visit", "happened"),
    ("PRK > RUS AID.arms", "alleged"),
    ("RUS > PRK CONSULT.visit", "planned"),
    ("PSE:Hamas > ISR ASSAULT", "happened"),
    ("ISR > PSE ACCUSE", "happened"),
    ("PRK > USA ACCUSE", "happened"),
)


def tell(store: Store, name: str, acts: str, status: str, at: int = 1) -> str:
    """An article of a claim of its own; gives the claim's id."""
    article = make_article(name, " ".join(f"kata{name}x{n}" for n in range(40)), published=day(2024, 9, 1))
    claim = make_telling(article.id, acts, day(2024, 1, at), status=status, sentence_text=f"{name}: {acts}").claim
    store.add(article, Coding(article=article.id, claims=(claim,)))
    return claim.id


@pytest.fixture
def told(tmp_path: pathlib.Path) -> Iterator[Store]:
    """A store with events of some pairs."""
    with open_store(tmp_path / "dyads.sqlite") as store:
        for number, (acts, status) in enumerate(ACTS):
            tell(store, str(number), acts, status, at=1 + 20 * (number % 2))
        store.merge()
        yield store


@pytest.mark.parametrize("dyad", [DYAD, OTHERS, ("PSE:Hamas", "ISR"), ("FRA", "BRA")])
def test_an_outline_is_of_the_events_and_of_what_is_planned(told: Store, dyad: tuple[str, str]) -> None:
    wanted = outline_of(told.events(dyad=dyad), told.planned(dyad))
    found = told.outline(dyad)
    assert found.kinds == wanted.kinds
    assert list(found.ids) == list(wanted.ids)
    assert (found.articles, found.plans.tolist()) == (wanted.articles, wanted.plans.tolist())


def test_events_are_read_by_their_ids_in_the_order_asked_for(told: Store) -> None:
    ids = list(told.outline(DYAD).ids)[::-1]
    assert [event.id for event in told.events_by_id(ids)] == ids != []


def test_an_event_that_has_gone_is_missed(told: Store) -> None:
    with pytest.raises(ChangedError):
        told.events_by_id(["0" * 32])


def test_of_what_is_planned_it_is_told_who_says_so_and_when(told: Store) -> None:
    (planned,) = told.planned(DYAD)
    (claim,) = told.claims(dyad=DYAD, status="planned")
    every = [each.id for each in told.claims()]
    (announced,) = told.announced(every).values()
    assert planned == claim.id
    assert (announced.speaker, announced.when, announced.published) == (claim.speaker, claim.when, day(2024, 9, 1))


def test_an_outline_is_there_before_it_is_stored_again(told: Store) -> None:
    tell(told, "new", "RUS > PRK ASSAULT", "happened")
    told.merge()
    with told._writing() as connection:
        connection.exec_driver_sql("UPDATE dyads SET outline = NULL")
    assert "ASSAULT" in [kind.type for kind in told.outline(DYAD).kinds]


def test_what_is_told_of_a_pair_changes_its_mark_and_no_other(told: Store) -> None:
    before = told.mark(DYAD), told.mark(OTHERS)
    claim = tell(told, "new", "RUS > PRK ASSAULT", "happened")
    assert told.mark(DYAD) == before[0]  # what waits to be merged shows nowhere yet
    told.merge()
    after = told.mark(DYAD)
    assert after != before[0]
    assert told.mark(OTHERS) == before[1]
    told.correct("note", claim, by="ani", note="checked")
    told.merge()
    assert told.mark(DYAD) != after
    assert told.mark(("FRA", "BRA")) == 0


def test_what_is_judged_of_a_pair_changes_its_mark_at_once(told: Store) -> None:
    before = told.mark(DYAD), told.mark(OTHERS)
    article = make_article("judges")
    judged = msgspec.structs.replace(make_assessment(article), dyad=("RUS", "PRK"))
    told.add(article, Coding(article=article.id, assessments=(judged,)))
    with_it = told.mark(DYAD)
    told.add(article, Coding(article=article.id))
    assert len({before[0], with_it, told.mark(DYAD)}) == 3
    assert told.mark(OTHERS) == before[1]


def test_recent_events_are_counted_by_their_first_day(told: Store) -> None:
    first, last = dt.date(2024, 1, 10), dt.date(2024, 1, 31)
    wanted: Counter[tuple[str, str]] = Counter()
    for dyad in (DYAD, OTHERS, ("PRK", "USA")):
        wanted[dyad] += sum(
            bool(event.when and event.when.first and first <= event.when.first <= last)
            for event in told.events(dyad=dyad)
        )
    assert told.count_recent(first, last) == +wanted


def test_the_first_events_are_those_that_all_would_begin_with(told: Store) -> None:
    wide = make_article("wide", " ".join(f"lebar{n}" for n in range(40)), published=day(2024, 9, 1))
    year = msgspec.structs.replace(day(2024), last=dt.date(2024, 12, 31))
    claim = make_telling(wide.id, "RUS > PRK AID.food", year, sentence_text="wide").claim
    told.add(wide, Coding(article=wide.id, claims=(claim,)))
    day_of_two = {"since": dt.date(2024, 1, 1), "until": dt.date(2024, 1, 31)}
    every = list(told.events(**day_of_two))  # type: ignore[arg-type]
    assert told.first_events(2, **day_of_two) == (len(every), every[:2])  # type: ignore[arg-type]
    short = [event for event in every if event.when and event.when.first == event.when.last]
    assert told.first_events(99, longest=92, **day_of_two) == (len(short), short)  # type: ignore[arg-type]
    assert len(short) == len(every) - 1
