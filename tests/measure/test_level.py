"""Words for levels and trends, and when not to use them."""

import pytest

from pasut.measure.index import measure_relation
from pasut.measure.level import chance_of_rise, judge_level, judge_trend, name_level
from relations import PAIR, SCALE, act, both, day


@pytest.mark.parametrize(
    ("points", "name"),
    [(-6.01, "hostile"), (-6, "tense"), (-3, "cool"), (-0.5, "neutral"), (0.5, "normal"), (3, "good"), (6, "close")],
)
def test_levels_have_their_cut_points(points: float, name: str) -> None:
    assert name_level(points) == name


def test_a_level_is_named_only_when_the_whole_band_lies_in_it() -> None:
    few = measure_relation([both(0)], PAIR, SCALE)
    assert not judge_level(few, few.curve).is_certain
    many = measure_relation([act(at, "AID") for at in range(700)], PAIR, SCALE)
    level = judge_level(many, many.curve, 350)
    assert level.is_certain
    assert level.lowest == "close"


def test_a_turn_for_the_better_warms_and_its_mirror_cools() -> None:
    good = [act(at, "AID" if at > 90 else "ACCUSE") for at in range(0, 181, 5)]
    bad = [act(at, "ACCUSE" if at > 90 else "AID") for at in range(0, 181, 5)]
    for events, trend in ((good, "warming"), (bad, "cooling")):
        assert judge_trend(measure_relation(events, PAIR, SCALE).curve, 90) == trend


def test_the_same_acts_over_and_over_change_nothing() -> None:
    curve = measure_relation([both(at) for at in range(0, 400, 4)], PAIR, SCALE).curve
    assert judge_trend(curve, 90, 300) == "unclear"
    assert chance_of_rise(curve, 90, 300) == pytest.approx(0.5, abs=0.2)


def test_in_silence_no_trend_is_told() -> None:
    curve = measure_relation([act(at, "AID") for at in range(0, 60, 5)], PAIR, SCALE, until=day(900)).curve
    assert judge_trend(curve, 90) == "unclear"
