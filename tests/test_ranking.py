"""Dyads side by side: the same numbers as each alone, kept up by merging."""

import datetime as dt
import random

import pytest

from makers import day, make_article, make_telling
from pasut.measure.level import chance_of_rise
from pasut.ranking import rank_dyads
from pasut.records import Article, Coding
from pasut.relation import relation_index
from pasut.store import Store, open_store

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 8, 16)
ACTS = (
    "RUS > PRK CONSULT.visit",
    "PRK > RUS AID.arms",
    "PRK,RUS = CONSULT.meet",
    "PRK > USA ACCUSE",
    "RUS > UKR ASSAULT",
)


def _stories() -> list[tuple[Article, Coding]]:
    stories = []
    for number in range(20):
        date = FIRST + dt.timedelta(12 * number)
        when = day(date.year, date.month, date.day)
        article = make_article(f"{number}", " ".join(f"kata{number}x{n}" for n in range(40)), published=when)
        claim = make_telling(article.id, ACTS[number % len(ACTS)], when).claim
        stories.append((article, Coding(article=article.id, claims=(claim,))))
    return stories


@pytest.fixture
def store(fresh_store: Store) -> Store:
    for article, coding in _stories():
        fresh_store.add(article, coding)
    return fresh_store


def test_each_dyad_stands_where_its_own_index_has_it(store: Store) -> None:
    ranked = rank_dyads(store, points=3)
    assert {each.dyad for each in ranked} == {("PRK", "RUS"), ("PRK", "USA"), ("RUS", "UKR")}
    for each in ranked:
        curve = relation_index(store, *each.dyad, since=LAST - dt.timedelta(90)).curve
        assert curve.last == LAST
        assert (each.mean, each.low, each.high) == pytest.approx((curve.mean[-1], curve.low[-1], curve.high[-1]))
        assert each.change == pytest.approx(curve.mean[-1] - curve.mean[0])
        assert each.chance_of_rise == pytest.approx(chance_of_rise(curve, 90))
        assert each.days_since_act == curve.since_act[-1]
        assert each.course == pytest.approx(curve.mean[[0, 45, 90]].tolist())


def test_recent_events_and_all_are_counted(store: Store) -> None:
    since = LAST - dt.timedelta(59)
    for each in rank_dyads(store, day=LAST, days=60):
        assert each.events == store.count_events(dyad=each.dyad)
        listed = [event.when.first for event in store.events(dyad=each.dyad) if event.when and event.when.first]
        assert each.recent == sum(since <= first <= LAST for first in listed)
        assert each.last_day == max(listed)


def test_the_busiest_of_late_come_first(store: Store) -> None:
    recent = [each.recent for each in rank_dyads(store, day=LAST, days=90)]
    assert recent == sorted(recent, reverse=True)
    assert recent[0] > 0


def test_one_by_one_in_any_order_gives_the_same_as_all_at_once(store: Store) -> None:
    expected = store.dyads()
    for seed in range(3):
        with open_store(store.path.with_name(f"{seed}.sqlite")) as other:
            for article, coding in random.Random(seed).sample(_stories(), 20):
                other.add(article, coding)
                other.merge()
            assert other.dyads() == expected


def test_coding_anew_makes_the_row_anew_and_the_last_event_takes_it_away(store: Store) -> None:
    assert ("PRK", "USA") in {row.dyad for row in store.dyads()}
    for article, coding in _stories():
        if coding.claims[0].type == "ACCUSE":
            store.add(article, Coding(article=article.id))
    assert {row.dyad for row in store.dyads()} == {("PRK", "RUS"), ("RUS", "UKR")}


def test_a_row_of_another_formula_is_made_anew(store: Store) -> None:
    before = store.dyads()
    with store._writing() as connection:
        connection.exec_driver_sql("UPDATE dyads SET formula = 'older', events = 0")
    assert store.dyads() == before


def test_an_empty_store_has_no_dyads(fresh_store: Store) -> None:
    assert rank_dyads(fresh_store) == []
