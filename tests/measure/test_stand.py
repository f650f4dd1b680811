"""Where an actor's relations stand: the same numbers as the index, without the course."""

import datetime as dt

import pytest
from hypothesis import given, settings

from pasut.measure.index import measure_relation
from pasut.measure.stand import judge_stands, reach_days
from pasut.records import ActorCode, Event
from relations import PAIR, SCALE, act, day, histories


@given(histories)
@settings(max_examples=30)
def test_a_stand_is_the_index_of_its_day(events: list[Event]) -> None:
    last = day(400)
    relation = measure_relation(events, PAIR, SCALE, since=day(0), until=last)
    at = relation.curve.at(last)
    for stand in judge_stands(events, "PRK", SCALE, last):
        assert stand.to == "RUS"
        assert stand.mean == pytest.approx(float(relation.curve.mean[at]))
        assert stand.high == pytest.approx(float(relation.curve.high[at]))
        assert stand.since_act == relation.curve.since_act[at]


def test_what_lies_beyond_its_reach_changes_no_digit_that_is_shown() -> None:
    old = [act(at, "ASSAULT") for at in range(0, 60, 2)]
    new = [act(at, "AID") for at in range(60 + reach_days(), 90 + reach_days(), 5)]
    last = day(100 + reach_days())
    (whole,), (part,) = (judge_stands(events, "RUS", SCALE, last) for events in ([*old, *new], new))
    assert whole.mean == pytest.approx(part.mean, abs=0.01)


def test_each_other_actor_has_a_stand_the_most_told_of_first_and_strangers_none() -> None:
    china, japan = (ActorCode(code) for code in ("CHN", "JPN"))
    events = [act(1), act(2), act(3, target=(china,)), act(4, source=(japan,), target=(china,))]
    stands = judge_stands(events, "PRK", SCALE, day(10))
    assert [(each.to, each.acts) for each in stands] == [("RUS", 2), ("CHN", 1)]


def test_the_level_on_a_day_before_the_first_act_is_not_named() -> None:
    (stand,) = judge_stands([act(50)], "PRK", SCALE, day(10))
    assert stand.since_act == -1
    assert stand.level.stale


def test_no_events_give_no_stand() -> None:
    assert judge_stands([], "PRK", SCALE, dt.date(2024, 1, 1)) == ()
