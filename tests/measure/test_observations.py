"""What acts of one day say together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.measure.arrays import floats
from pasut.measure.evidence import gather_evidence
from pasut.measure.observations import day_noise, observe, observe_rows
from pasut.records import Event
from relations import PAIR, PLAIN, SCALE, act, acts, both

WEIGHTS = st.floats(0.01, 1000)


def test_the_acts_of_a_day_are_averaged() -> None:
    evidence = gather_evidence([act(0), both(0)], PAIR, SCALE, PLAIN)
    seen = observe(evidence.acts, np.ones(2, bool), PLAIN)
    assert seen.value.tolist() == [(5 + 2.5) / 2]
    assert seen.noise.tolist() == [pytest.approx(9 * 1.4 / 2)]


@given(st.lists(acts()))
def test_each_day_has_the_weighted_mean_of_what_was_chosen(events: list[Event]) -> None:
    evidence = gather_evidence(events, PAIR, SCALE, PLAIN)
    chosen = evidence.undisputed
    seen = observe(evidence.acts, evidence.acts.undisputed, PLAIN)
    assert seen.day.tolist() == sorted(set(evidence.day[chosen].tolist()))
    for day, value, weight in zip(seen.day, seen.value, seen.weight, strict=True):
        here = chosen & (evidence.day == day)
        assert weight == pytest.approx(evidence.weight[here].sum())
        assert value == pytest.approx(np.average(evidence.score[here], weights=evidence.weight[here]))


@given(st.lists(acts()))
def test_acts_summed_by_their_ends_say_what_a_row_for_each_day_says(events: list[Event]) -> None:
    evidence = gather_evidence(events, PAIR, SCALE, PLAIN)
    one = observe(evidence.acts, evidence.acts.undisputed, PLAIN)
    other = observe_rows(evidence, evidence.undisputed, PLAIN)
    assert one.day.tolist() == other.day.tolist()
    for name in ("value", "noise", "weight"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), rel=1e-9, abs=1e-9)


@given(st.integers(1, 50))
def test_whole_acts_have_the_design_effect(number: int) -> None:
    expected = PLAIN.sigma**2 * (1 + (number - 1) * PLAIN.rho) / number
    assert day_noise(floats([number]), PLAIN)[0] == pytest.approx(expected)


@given(WEIGHTS, WEIGHTS)
def test_more_acts_never_make_a_day_less_exact(some: float, more: float) -> None:
    assert day_noise(floats([some + more]), PLAIN) <= day_noise(floats([some]), PLAIN)


@given(WEIGHTS)
def test_a_storm_of_reports_counts_as_a_few_acts(weight: float) -> None:
    assert day_noise(floats([weight]), PLAIN)[0] >= PLAIN.rho * PLAIN.sigma**2 * (1 - 1e-12)
