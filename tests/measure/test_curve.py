"""The filter and smoother, against a plain solution of the same model by matrices."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.measure.arrays import Floats, Ints, floats, ints
from pasut.measure.curve import Curve, draw_curve
from pasut.measure.observations import Observations
from pasut.measure.parameters import Parameters
from relations import day

BASE = day(0).toordinal()
ODD = Parameters(mu=1.0, tau=2.5, half_life=20.0)
SEEN = st.dictionaries(st.integers(0, 60), st.tuples(st.floats(-10, 10), st.floats(0.5, 40)), min_size=1, max_size=12)


def observations(seen: dict[int, tuple[float, float]]) -> Observations:
    """Observations by day: value and noise."""
    days = sorted(seen)
    return Observations(
        day=ints([BASE + at for at in days]),
        value=floats([seen[at][0] for at in days]),
        noise=floats([seen[at][1] for at in days]),
        weight=floats(np.ones(len(days))),
    )


def by_matrices(seen: dict[int, tuple[float, float]], at: int, until: int) -> tuple[float, float]:
    """Mean and variance of the day `at` given what is seen until a day: a Gaussian process, solved directly."""
    days = np.array([each for each in sorted(seen) if each <= until])
    if not len(days):
        return ODD.mu, ODD.tau**2
    value, noise = np.array([seen[int(each)] for each in days]).T
    phi = 2 ** (-1 / ODD.half_life)
    cross = ODD.tau**2 * phi ** np.abs(days - at)
    within = ODD.tau**2 * phi ** np.abs(np.subtract.outer(days, days)) + np.diag(noise)
    weights = np.linalg.solve(within, cross)
    return ODD.mu + float(weights @ (value - ODD.mu)), ODD.tau**2 - float(weights @ cross)


@given(SEEN)
def test_the_curve_is_that_of_the_model(seen: dict[int, tuple[float, float]]) -> None:
    curve = draw_curve(observations(seen), day(-5), day(70), ODD)
    for at in range(-5, 71, 5):
        smooth = by_matrices(seen, at, 1000)
        then = by_matrices(seen, at, at)
        k = curve.at(day(at))
        assert (curve.mean[k], curve.variance[k]) == pytest.approx(smooth, abs=1e-8)
        assert (curve.mean_then[k], curve.variance_then[k]) == pytest.approx(then, abs=1e-8)


@given(SEEN, st.integers(0, 40), st.integers(0, 30))
def test_days_vary_together_as_in_the_model(seen: dict[int, tuple[float, float]], first: int, later: int) -> None:
    curve = draw_curve(observations(seen), day(0), day(70), ODD)
    days = ints(sorted(seen))
    phi = 2 ** (-1 / ODD.half_life)

    def prior(one: Ints, other: Ints) -> Floats:
        return floats(ODD.tau**2 * phi ** np.abs(np.subtract.outer(one, other)))

    within = prior(days, days) + np.diag([seen[int(each)][1] for each in days])
    two = ints([first, first + later])
    expected = prior(two, two) - prior(two, days) @ np.linalg.solve(within, prior(days, two))
    assert curve.covariance(first, first + later) == pytest.approx(float(expected[0, 1]), abs=1e-8)


def test_without_acts_nothing_is_known() -> None:
    curve = draw_curve(observations({}), day(0), day(9), ODD)
    assert curve.mean.tolist() == [ODD.mu] * 10
    assert curve.variance.tolist() == [ODD.tau**2] * 10
    assert set(curve.since_act.tolist()) == {-1}


def test_days_since_the_last_act_are_counted() -> None:
    curve = draw_curve(observations({2: (1, 1), 5: (1, 1)}), day(0), day(7), ODD)
    assert curve.since_act.tolist() == [-1, -1, 0, 1, 2, 0, 1, 2]


def test_a_day_outside_the_curve_is_refused() -> None:
    curve: Curve = draw_curve(observations({}), day(0), day(9), ODD)
    with pytest.raises(IndexError, match="outside the curve"):
        curve.at(day(10))
