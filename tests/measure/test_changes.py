"""Breaks in the level of a relation."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.measure.arrays import floats
from pasut.measure.changes import find_changes
from pasut.measure.index import measure_relation
from pasut.measure.parameters import DEFAULT
from pasut.measure.segments import Costs, find_breaks
from pasut.records import Event
from relations import PAIR, SCALE, act, day


def changes(events: list[Event]) -> tuple[object, ...]:
    """Breaks of the index of PRK and RUS."""
    return find_changes(measure_relation(events, PAIR, SCALE).evidence, DEFAULT)


def turn(gap_before: int = 4, gap_after: int = 4) -> list[Event]:
    """A year of quarrel, then a year of help, each with some acts of the other kind."""
    quarrel = [act(at, "ACCUSE" if at % 5 else "CONSULT") for at in range(0, 364, gap_before)]
    return quarrel + [act(at, "AID" if at % 3 else "CONSULT") for at in range(364, 728, gap_after)]


def test_a_turn_is_found_with_its_levels_and_the_acts_that_carry_it() -> None:
    events = turn()
    evidence = measure_relation(events, PAIR, SCALE).evidence
    (found,) = find_changes(evidence, DEFAULT)
    assert found.first <= day(364) <= found.last
    assert abs((found.day - day(364)).days) <= 14
    assert found.before + found.before_error < 0 < found.after - found.after_error
    assert {event.type for event in found.carried_by} == {"AID"}
    assert not found.coverage_changed


def test_a_change_of_coverage_is_named() -> None:
    evidence = measure_relation(turn(gap_before=7, gap_after=1), PAIR, SCALE).evidence
    (found,) = find_changes(evidence, DEFAULT)
    assert found.coverage_changed
    assert found.acts_after > found.acts_before


def test_a_steady_relation_has_no_breaks() -> None:
    assert changes([act(at, ("CONSULT", "SUPPORT", "AGREE")[at % 3]) for at in range(0, 700, 2)]) == ()


def test_few_acts_have_no_breaks() -> None:
    assert changes([act(0), act(40, "ASSAULT")]) == ()
    assert changes([]) == ()


def by_trying(value: list[float], weight: list[float], penalty: float, shortest: int) -> float:
    """The least cost of any segments, by trying all."""
    costs = Costs(floats(value), floats(weight))
    best = {0: -penalty}
    for end in range(1, len(value) + 1):
        starts = [start for start in best if end - start >= shortest]
        if starts:
            best[end] = min(best[start] + costs.cost(start, end) + penalty for start in starts)
    return best[len(value)]


@given(
    st.lists(st.tuples(st.integers(-10, 10), st.integers(1, 9)), min_size=6, max_size=30),
    st.floats(0.5, 200),
    st.integers(1, 3),
)
def test_the_segments_are_the_best(series: list[tuple[int, int]], penalty: float, shortest: int) -> None:
    value, weight = floats([each[0] for each in series]), floats([each[1] for each in series])
    edges = [0, *find_breaks(value, weight, penalty, shortest), len(value)]
    costs = Costs(value, weight)
    total = sum(costs.cost(*pair) + penalty for pair in pairwise(edges)) - penalty
    assert total == pytest.approx(by_trying(value.tolist(), weight.tolist(), penalty, shortest), abs=1e-6)
    assert min(np.diff(edges)) >= shortest
