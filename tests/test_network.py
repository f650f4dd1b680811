"""The network of a period: the sign of what was done in it, and how sure that is."""

import datetime as dt

import pytest

from makers import day, make_article, make_telling
from pasut.measure.course import Courses, measure_course
from pasut.measure.parameters import DEFAULT
from pasut.network import tie_dyads
from pasut.records import Coding
from pasut.store import Store
from relations import PAIR, SCALE, act
from relations import day as on_day

PERIOD = dt.date(2024, 1, 1), dt.date(2024, 12, 31)


@pytest.fixture
def store(fresh_store: Store) -> Store:
    acts = [("PRK > RUS AID.arms", month) for month in range(1, 13)]
    acts += [("ISR > IRN ASSAULT", month) for month in range(1, 13)] + [("USA > CHN ACCUSE", 6)]
    for number, (told, month) in enumerate(acts):
        article = make_article(f"n{number}", " ".join(f"kata{number}{n}" for n in range(40)))
        claim = make_telling(article.id, told, when=day(2024, month, 9)).claim
        fresh_store.add(article, Coding(article=article.id, claims=(claim,)))
    return fresh_store


def test_help_is_a_friendly_tie_attack_a_hostile_one_and_a_single_word_neither(store: Store) -> None:
    signs = {tie.dyad: tie.sign for tie in tie_dyads(store, *PERIOD)}
    assert signs == {("PRK", "RUS"): 1, ("IRN", "ISR"): -1, ("CHN", "USA"): 0}


def test_the_busiest_tie_comes_first_and_only_what_has_events_in_the_period_is_tied(store: Store) -> None:
    assert tie_dyads(store, *PERIOD)[-1].dyad == ("CHN", "USA")
    june = tie_dyads(store, dt.date(2024, 6, 1), dt.date(2024, 6, 30))
    assert [tie.events for tie in june] == [1, 1, 1]
    assert tie_dyads(store, dt.date(2020, 1, 1), dt.date(2020, 12, 31)) == []


def test_the_mean_of_a_period_is_that_of_its_days_drawn_to_the_middle() -> None:
    events = [act(at, "AID") for at in (0, 100, 200)]
    mean, variance = Courses([measure_course(events, PAIR, SCALE).pack()]).means(on_day(0), on_day(150))
    precision = 2 * DEFAULT.coded_right / DEFAULT.sigma**2
    known = precision + 1 / DEFAULT.tau**2
    assert variance[0] == pytest.approx(1 / known)
    assert mean[0] == pytest.approx(precision * SCALE.score("AID", None) / known)


def test_a_period_without_acts_says_nothing() -> None:
    mean, variance = Courses([measure_course([act(0)], PAIR, SCALE).pack(), b""]).means(on_day(50), on_day(90))
    assert mean.tolist() == [0.0, 0.0]
    assert variance == pytest.approx([DEFAULT.tau**2] * 2)
