"""Observations to a daily curve: Kalman filter and Rauch-Tung-Striebel smoother of a relation that drifts back to `mu`.

The relation is an Ornstein-Uhlenbeck process seen on some days: x[t] = mu + u[t], u[t] = phi u[t-1] + noise, with
phi = 2 ** (-1 / half_life) and the standard deviation tau in the long run. Only days with acts are stepped through; the
days between them follow in closed form.
"""

import datetime as dt
from functools import cached_property

import numpy as np

from pasut.measure.arrays import Floats, Ints, floats, ints
from pasut.measure.observations import Observations
from pasut.measure.parameters import Z90, Parameters
from pasut.records import Record

TINY = 1e-300
"""Least logarithm's argument of the covariance of far apart days, which is nothing by then."""


class Curve(Record, frozen=True, dict=True, gc=True):
    """A relation day by day: arrays of one length, in points of the scale (variances in points squared)."""

    first: dt.date
    mean: Floats
    """What all the evidence, earlier and later, says of the day."""
    variance: Floats
    mean_then: Floats
    """What the evidence until that day says: what one could know then, but for late reports."""
    variance_then: Floats
    since_act: Ints
    """Days since the last act; -1 before the first."""
    phi: float
    tau: float

    def __len__(self) -> int:
        return len(self.mean)

    @property
    def last(self) -> dt.date:
        """The last day of the curve."""
        return self.first + dt.timedelta(days=len(self) - 1)

    @cached_property
    def low(self) -> Floats:
        """Lower end of the 90 % band."""
        return floats(self.mean - Z90 * np.sqrt(self.variance))

    @cached_property
    def high(self) -> Floats:
        """Upper end of the 90 % band."""
        return floats(self.mean + Z90 * np.sqrt(self.variance))

    @property
    def days(self) -> list[dt.date]:
        """The day of each value."""
        return [self.first + dt.timedelta(days=n) for n in range(len(self))]

    def at(self, day: dt.date) -> int:
        """Position of a day in the arrays. Raises IndexError outside the curve."""
        position = (day - self.first).days
        if not 0 <= position < len(self):
            raise IndexError(f"{day} is outside the curve from {self.first} to {self.last}")
        return position

    def covariance(self, earlier: int, later: int) -> float:
        """Of the relation on two days, given all the evidence (positions in the arrays, `earlier` <= `later`)."""
        gains = self._log_gains
        return float(np.exp(gains[later] - gains[earlier]) * self.variance[later])

    @cached_property
    def _log_gains(self) -> Floats:
        """Cumulative logarithms of the smoother's gains: each is phi P[t] / P[t+1 given t]."""
        known = self.variance_then[:-1]
        ahead = self.phi**2 * known + self.tau**2 * (1 - self.phi**2)
        return floats(np.concatenate(([0.0], np.cumsum(np.log(np.maximum(self.phi * known / ahead, TINY))))))


class Knots(Record, frozen=True):
    """The state on each day with acts: predicted, filtered and smoothed, as deviations from `mu`."""

    predicted: list[float]
    predicted_variance: list[float]
    filtered: list[float]
    filtered_variance: list[float]
    smoothed: list[float]
    smoothed_variance: list[float]


def draw_curve(seen: Observations, first: dt.date, last: dt.date, parameters: Parameters) -> Curve:
    """The curve of every day from `first` to `last`; all observations inform it, also those outside."""
    phi, prior = parameters.phi, parameters.tau**2
    knots = tie_knots(seen, parameters)
    days = np.arange(first.toordinal(), last.toordinal() + 1)
    before = np.searchsorted(seen.day, days, side="right") - 1
    gone = days - np.append(seen.day, 0)[before]  # what stands at -1, before the first act, is not used
    fade = np.where(before >= 0, phi**gone, 0.0)
    mean_then = fade * np.append(knots.filtered, 0.0)[before]
    variance_then = prior + fade**2 * (np.append(knots.filtered_variance, 0.0)[before] - prior)
    gain, after = _gain(seen.day, days, before, phi, knots, variance_then)
    mean = mean_then + gain * (np.append(knots.smoothed, 0.0) - np.append(knots.predicted, 0.0))[after]
    change = (np.append(knots.smoothed_variance, 0.0) - np.append(knots.predicted_variance, 0.0))[after]
    return Curve(
        first=first,
        mean=floats(parameters.mu + mean),
        variance=floats(variance_then + gain**2 * change),
        mean_then=floats(parameters.mu + mean_then),
        variance_then=floats(variance_then),
        since_act=ints(np.where(before >= 0, gone, -1)),
        phi=phi,
        tau=parameters.tau,
    )


def tie_knots(seen: Observations, parameters: Parameters) -> Knots:
    """The state on each day with acts."""
    decay = parameters.phi ** np.diff(seen.day, prepend=seen.day[:1])
    return step(decay.tolist(), (seen.value - parameters.mu).tolist(), seen.noise.tolist(), parameters.tau**2)


def step(decay: list[float], value: list[float], noise: list[float], prior: float) -> Knots:
    """Filter forward and smooth backward over the days with acts.

    `decay` is phi to the power of the days since the act before (1 for the first), `value` a deviation from `mu`.
    Plain floats: a Python loop over them takes a microsecond a day, and arrays of one element ten.
    """
    predicted, predicted_variance, filtered, filtered_variance = _filter(decay, value, noise, prior)
    smoothed, smoothed_variance = filtered[:], filtered_variance[:]
    for k in range(len(value) - 2, -1, -1):
        gain = filtered_variance[k] * decay[k + 1] / predicted_variance[k + 1]
        smoothed[k] += gain * (smoothed[k + 1] - predicted[k + 1])
        smoothed_variance[k] += gain * gain * (smoothed_variance[k + 1] - predicted_variance[k + 1])
    return Knots(
        predicted=predicted,
        predicted_variance=predicted_variance,
        filtered=filtered,
        filtered_variance=filtered_variance,
        smoothed=smoothed,
        smoothed_variance=smoothed_variance,
    )


def _filter(
    decay: list[float], value: list[float], noise: list[float], prior: float
) -> tuple[list[float], list[float], list[float], list[float]]:
    predicted, predicted_variance, filtered, filtered_variance = [], [], [], []
    mean, variance = 0.0, prior
    for fade, seen, doubt in zip(decay, value, noise, strict=True):
        mean *= fade
        variance = prior + fade * fade * (variance - prior)
        predicted.append(mean)
        predicted_variance.append(variance)
        trust = variance / (variance + doubt)
        mean += trust * (seen - mean)
        variance *= 1.0 - trust
        filtered.append(mean)
        filtered_variance.append(variance)
    return predicted, predicted_variance, filtered, filtered_variance


def _gain(seen: Ints, days: Ints, before: Ints, phi: float, knots: Knots, variance_then: Floats) -> tuple[Floats, Ints]:
    """The smoother's gain from each day to the next day with acts (0 after the last), and which one that is."""
    after = np.where(before + 1 < len(seen), before + 1, -1)
    ahead = np.append(seen, 0)[after] - days
    expected = np.append(knots.predicted_variance, 1.0)[after]
    gain = np.where(after >= 0, variance_then * phi ** np.maximum(ahead, 0) / expected, 0.0)
    return floats(gain), ints(after)
