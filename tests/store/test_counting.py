"""Counts of a store by pair, group and person."""

import datetime as dt

import pytest

from makers import day, make_article, make_claim, make_telling
from pasut.records import Actor, ActorCode, Coding
from pasut.store import Store
from pasut.store.counting import PairCount

STORIES = (
    ("RUS > PRK CONSULT.visit", day(2024, 6, 19), "RUS:vladimir-putin"),
    ("PRK > RUS AID.arms", day(2024, 8, 1), ""),
    ("PSE:Hamas > ISR ASSAULT", day(2023, 10, 7), ""),
    ("PRK > - MOBILIZE.missile_test", None, ""),
)


@pytest.fixture
def store(fresh_store: Store) -> Store:
    for number, (acts, when, persons) in enumerate(STORIES):
        article = make_article(f"n{number}", " ".join(f"kata{number}{n}" for n in range(40)))
        claim = make_telling(article.id, acts, when=when, persons=persons).claim
        fresh_store.add(article, Coding(article=article.id, claims=(claim,)))
    return fresh_store


def test_pairs_are_counted_with_their_last_day_and_groups_with_their_state(store: Store) -> None:
    found = {(each.a, each.b): each for each in store.count_pairs()}
    assert found["PRK", "RUS"] == PairCount(a="PRK", b="RUS", events=2, last=dt.date(2024, 8, 1))
    assert found["ISR", "PSE"].events == 1
    assert store.count_pairs()[0] == found["PRK", "RUS"]


def test_only_the_pairs_of_a_time_are_counted(store: Store) -> None:
    found = store.count_pairs(since=dt.date(2024, 7, 1), until=dt.date(2024, 12, 31))
    assert [(each.a, each.b, each.events) for each in found] == [("PRK", "RUS", 1)]


def test_groups_are_counted_by_themselves(store: Store) -> None:
    assert store.count_groups() == [("PSE:Hamas", 1)]


def test_persons_are_counted_with_one_of_their_claims(store: Store) -> None:
    (found,) = store.count_persons("RUS")
    assert (found.person, found.office, found.year, found.claims) == ("vladimir-putin", None, None, 1)
    assert store.claim(found.claim).when == day(2024, 6, 19)
    assert store.count_persons("ISR") == []


def test_an_office_is_counted_by_the_year_of_the_act(fresh_store: Store) -> None:
    article = make_article("satu")
    actor = Actor(code=ActorCode("RUS"), person="vladimir-putin", office="head_of_state")
    claims = (
        make_claim(article, 0, when=day(2023, 5, 1), source=(actor,)),
        make_claim(article, 1, when=day(2024, 5, 1), source=(actor,)),
    )
    fresh_store.add(article, Coding(article=article.id, claims=claims))
    assert [(each.office, each.year) for each in fresh_store.count_persons("RUS")] == [
        ("head_of_state", 2023),
        ("head_of_state", 2024),
    ]


def test_the_latest_events_of_an_actor_come_first_and_none_after_the_day(store: Store) -> None:
    found = store.latest("PRK", dt.date(2024, 7, 1), 5)
    assert [entry.event.type for entry in found] == ["CONSULT"]
    assert found[0].sentence
    both = store.latest("PRK", dt.date(2024, 12, 31), 5)
    assert [entry.event.type for entry in both] == ["AID", "CONSULT"]
    assert store.latest("PR", dt.date(2024, 12, 31), 5) == []


def test_sources_of_a_time_are_added_up(store: Store) -> None:
    pairs = [("PRK", "RUS"), ("ISR", "PSE")]
    assert store.count_sources(pairs, dt.date(2024, 1, 1), dt.date(2024, 12, 31)) == {("PRK", "RUS"): 2}
