"""A state between two others."""

import pytest

from pasut.measure.curve import Curve
from pasut.measure.hedging import judge_hedge
from pasut.measure.index import measure_relation
from pasut.records import EventType
from relations import SCALE, act, day

STATES = ("PRK", "RUS", "CHN")


def curve(type_: EventType, gap: int = 2) -> Curve:
    """A relation with one kind of act only."""
    return measure_relation([act(at, type_) for at in range(0, 50, gap)], ("PRK", "RUS"), SCALE, until=day(400)).curve


def test_a_state_leans_to_the_closer_one() -> None:
    found = judge_hedge(STATES, (curve("AID"), curve("AGREE")), day(48), 90)
    assert found.tilt > found.error
    assert found.engagement > 3
    assert found.shown > 55
    assert found.evenness is not None
    assert 0 < found.evenness < 1


def test_close_to_both_alike_is_even() -> None:
    found = judge_hedge(STATES, (curve("SUPPORT"), curve("SUPPORT")), day(48), 90)
    assert (found.tilt, found.evenness, found.shown, found.correlation) == (0, 1, 50, 0)


def test_far_from_both_is_no_hedge() -> None:
    assert judge_hedge(STATES, (curve("COERCE"), curve("ACCUSE")), day(48), 90).evenness is None


def test_the_better_known_relation_tilts_the_ellipse() -> None:
    found = judge_hedge(STATES, (curve("SUPPORT", 12), curve("SUPPORT", 1)), day(25), 90)
    assert 0 < found.correlation < 1


def test_old_news_is_stale() -> None:
    found = judge_hedge(STATES, (curve("AID"), curve("AID")), day(400), 90)
    assert found.stale
    assert found.error == pytest.approx(1.645 * 3.5 / 2**0.5, rel=0.05)
