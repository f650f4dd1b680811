"""The index of a relation: what moves it, and what must not."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasut.measure.index import RelationIndex, dyads_of, measure_all, measure_relation
from pasut.measure.level import judge_level
from pasut.measure.parameters import DEFAULT
from pasut.records import ActorCode, Event
from relations import PAIR, SCALE, act, acts, both, day, histories

CURVES = ("curve", "with_disputed", "forward", "backward", "verbal", "material", "cooperation", "conflict")


def measure(events: list[Event], *, until: dt.date | None = None, as_of: dt.date | None = None) -> RelationIndex:
    """The index of PRK and RUS."""
    return measure_relation(events, PAIR, SCALE, until=until, as_of=as_of)


def bytes_of(relation: RelationIndex) -> bytes:
    """All numbers of an index."""
    curves = [getattr(relation, name) for name in CURVES]
    return b"".join(each.tobytes() for curve in curves for each in (curve.mean, curve.variance, curve.mean_then))


@given(histories, st.randoms())
@settings(max_examples=30)
def test_order_and_repetition_change_no_byte(events: list[Event], chance: object) -> None:
    again = events * 2
    chance.shuffle(again)  # type: ignore[attr-defined]
    assert bytes_of(measure(events)) == bytes_of(measure(again))


@given(histories, acts())
@settings(max_examples=30)
def test_what_is_reported_later_does_not_change_what_was_known(events: list[Event], later: Event) -> None:
    assert later.reported and later.reported.first
    as_of = later.reported.first - dt.timedelta(days=1)
    known = [event for event in events if event.reported and event.reported.first and event.reported.first <= as_of]
    assert bytes_of(measure([*known, later], as_of=as_of)) == bytes_of(measure(known, as_of=as_of))


def test_help_warms_and_force_cools() -> None:
    help_, force = (measure([act(at, type_) for at in range(0, 60, 5)]) for type_ in ("AID", "ASSAULT"))
    assert help_.curve.mean.min() > 3
    assert force.curve.mean.max() < -3


def test_half_a_year_of_silence_widens_the_band_and_is_stale_and_never_neutral() -> None:
    events = [both(at) for at in range(0, 120, 3)]
    relation = measure(events, until=day(119 + 180))
    curve = relation.curve
    width = curve.high - curve.low
    assert width[-1] >= 2 * width[curve.at(day(117))]
    assert relation.is_stale
    level = judge_level(relation, curve)
    assert level.stale
    assert not level.is_certain
    assert (level.lowest, level.highest) != ("neutral", "neutral")


def test_a_dyad_without_any_act_is_stale() -> None:
    relation = measure([], until=day(0))
    assert relation.is_stale
    assert len(relation.curve) == 1


def test_many_articles_about_an_act_change_nothing() -> None:
    few = act(5)
    many = act(5, id=few.id, sources=9, articles=tuple("abcdefgh"), claims=tuple("abcdefgh"))
    assert bytes_of(measure([act(0), few])) == bytes_of(measure([act(0), many]))


def test_disputed_acts_are_only_in_the_curve_that_names_them() -> None:
    quiet = [both(at) for at in range(0, 50, 10)]
    contested = [act(25, "AID", status="alleged", standing="disputed", denied_by=("RUS",))]
    relation, without = measure(quiet + contested), measure(quiet)
    assert relation.curve.mean.tobytes() == without.curve.mean.tobytes()
    assert relation.with_disputed.mean[25] > relation.curve.mean[25]


def test_directions_and_channels_have_curves_of_their_own() -> None:
    events = [act(at, "ACCUSE") for at in range(10)] + [
        act(at, "AID", source=(ActorCode("RUS"),), target=(ActorCode("PRK"),)) for at in range(10)
    ]
    relation = measure(events)
    assert relation.forward.mean[5] < 0 < relation.backward.mean[5]
    assert relation.verbal.mean[5] < 0 < relation.material.mean[5]


def test_a_relation_both_warm_and_hostile_is_not_like_an_empty_one() -> None:
    mixed = measure([act(at, "AID" if at % 4 else "ASSAULT") for at in range(0, 80, 2)])
    assert abs(mixed.curve.mean[40]) < 2
    assert mixed.cooperation.mean[40] > 3
    assert mixed.conflict.mean[40] < -3
    assert np.allclose(mixed.cooperation.mean + mixed.conflict.mean, mixed.curve.mean)


def test_the_half_life_may_be_tried() -> None:
    relation = measure([act(at, "AID") for at in range(0, 50, 10)], until=day(120))
    assert relation.with_half_life(21).mean[-1] < relation.curve.mean[-1] < relation.with_half_life(90).mean[-1]
    assert relation.with_half_life(45).mean.tobytes() == relation.curve.mean.tobytes()


def test_how_much_happens_is_apart_from_how_warm_it_is() -> None:
    calm, busy = (measure([both(at) for at in range(0, 90, gap)], until=day(89)) for gap in (6, 1))
    assert busy.acts[60] == pytest.approx(30 * DEFAULT.coded_right)
    assert calm.acts[60] == pytest.approx(5 * DEFAULT.coded_right)
    assert abs(busy.curve.mean[60] - calm.curve.mean[60]) < 0.4


def test_every_dyad_is_measured_once() -> None:
    three = (ActorCode("CHN"), ActorCode("PRK"), ActorCode("RUS"))
    events = [act(0), act(1, source=("CHN",)), act(2, "CONSULT", source=three, target=three)]
    found = [(each.a, each.b) for each in measure_all(events, SCALE)]
    assert found == [("CHN", "PRK"), ("CHN", "RUS"), ("PRK", "RUS")]


def test_dyads_are_of_those_who_act_on_each_other() -> None:
    assert list(dyads_of(act(0, source=("PRK", "CHN"), target=("RUS",)))) == [("CHN", "RUS"), ("PRK", "RUS")]


def test_the_joint_curve_counts_a_meeting_once() -> None:
    relation = measure([both(0)])
    assert np.allclose(relation.curve.variance, relation.forward.variance)
