"""Courses give the numbers of the curves, of all dyads and on any day."""

import datetime as dt

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.measure.course import Courses, measure_course
from pasut.measure.index import measure_relation
from pasut.measure.level import chance_of_rise
from pasut.records import Event
from relations import PAIR, PLAIN, SCALE, acts

FIRST = dt.date(2023, 10, 1)
DAYS = st.integers(0, 1200).map(lambda n: FIRST + dt.timedelta(n))


@given(st.lists(st.lists(acts(), max_size=8), min_size=1, max_size=4), DAYS, DAYS)
def test_courses_of_several_dyads_are_their_curves(dyads: list[list[Event]], one: dt.date, other: dt.date) -> None:
    earlier, later = sorted((one, other))
    courses = Courses([measure_course(events, PAIR, SCALE, PLAIN).pack() for events in dyads], PLAIN)
    then, now = courses.read(earlier), courses.read(later)
    chances = courses.chances_of_rise(earlier, later)
    for number, events in enumerate(dyads):
        curve = measure_relation(events, PAIR, SCALE, PLAIN, since=FIRST, until=FIRST + dt.timedelta(1200)).curve
        for reading, day in ((then, earlier), (now, later)):
            at = curve.at(day)
            assert reading.mean[number] == pytest.approx(curve.mean[at], abs=1e-9)
            assert reading.variance[number] == pytest.approx(curve.variance[at], abs=1e-9)
            assert reading.since_act[number] == curve.since_act[at]
        expected = chance_of_rise(curve, (later - earlier).days, curve.at(later))
        assert chances[number] == pytest.approx(expected, abs=1e-6)


@given(st.lists(acts(), max_size=8), st.randoms())
def test_the_order_of_events_changes_nothing(events: list[Event], chance: object) -> None:
    shuffled = sorted(events, key=lambda _: chance.random())  # type: ignore[attr-defined]
    packed = measure_course(events, PAIR, SCALE, PLAIN).pack()
    assert measure_course(shuffled, PAIR, SCALE, PLAIN).pack() == packed


@given(st.lists(acts(), min_size=1, max_size=8), st.integers(0, 400), st.integers(0, 400))
def test_a_tail_tells_of_its_days_what_the_whole_tells(events: list[Event], one: int, other: int) -> None:
    whole = measure_course(events, PAIR, SCALE, PLAIN)
    hypothesis.assume(len(whole.rows))
    tail = whole.tail(200)
    earlier, later = (tail.first + dt.timedelta(n) for n in sorted((one, other)))
    some, every = (Courses([each.pack()], PLAIN) for each in (tail, whole))
    for day in (earlier, later):
        assert some.read(day).mean == pytest.approx(every.read(day).mean)
        assert some.read(day).variance == pytest.approx(every.read(day).variance)
    assert some.chances_of_rise(earlier, later) == pytest.approx(every.chances_of_rise(earlier, later), abs=1e-6)


def test_no_dyads_have_no_levels() -> None:
    assert len(Courses([], PLAIN).read(FIRST).mean) == 0
