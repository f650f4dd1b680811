"""The index of many dyads on a few days, without drawing every day of each: what a front page ranks them by.

A course holds the days with acts of one dyad. Every other day follows from those next to it in closed form, and so do
all dyads at once. The numbers are those of the curve (`curve.py`), read in another way.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from pasut.measure.arrays import Floats, Ints, floats, ints
from pasut.measure.curve import TINY, tie_knots
from pasut.measure.evidence import gather_evidence
from pasut.measure.observations import observe
from pasut.measure.parameters import DEFAULT, Parameters
from pasut.records import Event, Record
from pasut.world.scale import Scale

APART = 10_000_000
"""More than any day's ordinal: so far apart lie the days of one dyad and the next, when all stand in one row."""


_ROW = 5 * 8
"""Bytes of a day of a course."""
KEPT = 400
"""Days before the last act that a tail holds: those of a year's course and its trend."""


class Course(Record, frozen=True):
    """The days with undisputed acts of a dyad, with the state on each, as deviations from `mu` and their variances."""

    rows: npt.NDArray[np.float64]
    """Proleptic ordinal (rising), filtered mean and variance, smoothed mean and variance, of each day with acts."""

    def pack(self) -> bytes:
        """The rows one after the other, each number in eight bytes."""
        return self.rows.astype("<f8").tobytes()

    def tail(self, days: int = KEPT) -> "Course":
        """The last days alone, which tell of every day from `first` on what the whole course tells."""
        day = self.rows[:, 0]
        return Course(rows=self.rows[day >= day[-1] - days] if len(day) else self.rows)

    @property
    def first(self) -> dt.date:
        """The first day with acts; the last day of all where there is none."""
        return dt.date.fromordinal(int(self.rows[0, 0])) if len(self.rows) else dt.date.max


def measure_course(
    events: Iterable[Event], dyad: tuple[str, str], scale: Scale, parameters: Parameters = DEFAULT
) -> Course:
    """The course of a dyad's index, of undisputed acts in both directions, whatever the order of the events."""
    evidence = gather_evidence(events, dyad, scale, parameters)
    seen = observe(evidence.acts, evidence.acts.undisputed, parameters)
    knots = tie_knots(seen, parameters)
    columns = (knots.filtered, knots.filtered_variance, knots.smoothed, knots.smoothed_variance)
    return Course(rows=np.column_stack([seen.day, *columns]))


class Reading(Record, frozen=True):
    """All dyads on one day: arrays with a place for each."""

    mean: Floats
    """Points of the scale."""
    variance: Floats
    since_act: Ints
    """Days since the last act; -1 before the first."""


class _Place(Record, frozen=True):
    """Where one day lies among the acts of each dyad."""

    before: Ints
    """Place of the last day with acts, that day included; -1 before the first."""
    after: Ints
    """Place of the next one; -1 after the last."""
    gone: Ints
    """Days since `before`."""
    ahead: Ints
    """Days until `after`."""
    variance_then: Floats
    """What was not known on the day, of what the days before tell."""
    gain: Floats
    """Of the smoother, to the next day with acts; 0 after the last."""


class Courses:
    """The courses of many dyads, in one row."""

    def __init__(self, packed: Sequence[bytes], parameters: Parameters = DEFAULT) -> None:
        """Put together what `Course.pack` packed."""
        self._parameters = parameters
        self._prior = parameters.tau**2
        rows = np.frombuffer(b"".join((*packed, bytes(_ROW))), "<f8").reshape(-1, 5)
        # A row of nobody at the end is what the places -1 lead to.
        self._day = rows[:, 0].astype(np.int64)
        columns = (np.ascontiguousarray(rows[:, number]) for number in range(1, 5))
        self._filtered, self._filtered_variance, self._smoothed, self._smoothed_variance = columns
        lengths = np.array([len(each) // _ROW for each in packed], np.int64)
        self._end = np.cumsum(lengths)
        self._start = self._end - lengths
        self._numbers = np.arange(len(packed))
        self._key = self._day[:-1] + APART * np.repeat(self._numbers, lengths)

    def read(self, day: dt.date) -> Reading:
        """The index of each dyad on a day, by all its acts, earlier and later."""
        place = self._find(day)
        fade = np.where(place.before >= 0, self._parameters.phi**place.gone, 0.0)
        predicted, predicted_variance = self._predicted
        jump = self._smoothed[place.after] - predicted[place.after]
        narrowing = self._smoothed_variance[place.after] - predicted_variance[place.after]
        return Reading(
            mean=floats(self._parameters.mu + fade * self._filtered[place.before] + place.gain * jump),
            variance=floats(place.variance_then + place.gain**2 * narrowing),
            since_act=ints(np.where(place.before >= 0, place.gone, -1)),
        )

    def chances_of_rise(self, earlier: dt.date, later: dt.date) -> Floats:
        """The probability that each relation is warmer on the later day than on the earlier one."""
        one, other = self.read(earlier), self.read(later)
        covariance = self._gain_between(self._find(earlier), self._find(later)) * other.variance
        spread = one.variance + other.variance - 2 * covariance
        sure = np.where(spread > 1e-12, spread, 1.0)
        steps = np.where(spread > 1e-12, (other.mean - one.mean) / np.sqrt(sure), 0.0)
        return floats([NormalDist().cdf(step) for step in steps.tolist()])

    def means(self, first: dt.date, last: dt.date) -> tuple[Floats, Floats]:
        """What the days with acts of a period say of each relation, taken as the same throughout: mean and variance.

        Each day counts as exactly as it was observed, and `mu` as it does for the index: with few acts the mean stays
        near it. What was observed on a day follows from how far it moved the filter.
        """
        predicted, predicted_variance = self._predicted
        trust = 1.0 - self._filtered_variance / np.where(predicted_variance > 0, predicted_variance, 1.0)
        trust = np.where(trust > TINY, trust, 1.0)
        seen = predicted + (self._filtered - predicted) / trust
        inside = (self._day >= first.toordinal()) & (self._day <= last.toordinal())
        sure = np.where(inside, trust / np.maximum(self._filtered_variance, TINY), 0.0)[:-1]
        of = np.repeat(self._numbers, self._end - self._start)
        known = np.bincount(of, sure, len(self._numbers)) + 1.0 / self._prior
        mean = np.bincount(of, sure * seen[:-1], len(self._numbers)) / known
        return floats(self._parameters.mu + mean), floats(1.0 / known)

    def _find(self, day: dt.date) -> _Place:
        ordinal = day.toordinal()
        at = np.searchsorted(self._key, APART * self._numbers + ordinal, side="right")
        before = np.where(at > self._start, at - 1, -1)
        after = np.where(at < self._end, at, -1)
        gone = np.where(before >= 0, ordinal - self._day[before], 0)
        ahead = np.where(after >= 0, self._day[after] - ordinal, 0)
        phi = self._parameters.phi
        fade = np.where(before >= 0, phi**gone, 0.0)
        variance_then = self._prior + fade**2 * (self._filtered_variance[before] - self._prior)
        gain = np.where(after >= 0, variance_then * phi**ahead / self._predicted[1][after], 0.0)
        return _Place(
            before=ints(before), after=ints(after), gone=ints(gone), ahead=ints(ahead),
            variance_then=floats(variance_then), gain=floats(gain),
        )  # fmt: skip

    @cached_property
    def _predicted(self) -> tuple[Floats, Floats]:
        """What was expected of each day with acts, from those before it: the state, and its variance."""
        gap = np.diff(self._day, prepend=0)
        fade = self._parameters.phi ** np.maximum(gap, 0)
        fade[[*self._start[self._start < len(self._day) - 1], -1]] = 0.0
        mean = fade * np.roll(self._filtered, 1)
        return floats(mean), floats(self._prior + fade**2 * (np.roll(self._filtered_variance, 1) - self._prior))

    def _gain_between(self, one: _Place, other: _Place) -> Floats:
        """The product of the smoother's gains from one day to a later one."""
        phi = self._parameters.phi
        same = one.before == other.before  # no act between them
        alone = phi ** np.where(same, other.gone - one.gone, 0) * one.variance_then / other.variance_then
        onward = phi**other.gone * self._filtered_variance[other.before] / other.variance_then
        logs = self._log_gains
        through = one.gain * np.exp(np.minimum(logs[other.before] - logs[one.after], 0.0)) * onward
        never = other.before < 0  # both days lie before the first act
        return floats(np.where(never, self._before_all(one, other), np.where(same, alone, through)))

    @cached_property
    def _log_gains(self) -> Floats:
        """Cumulative logarithms of the gains from each day with acts to the next."""
        gap = np.diff(self._day, append=0)
        gain = self._parameters.phi ** np.maximum(gap, 0) * self._filtered_variance / np.roll(self._predicted[1], -1)
        return floats(np.concatenate(([0.0], np.cumsum(np.log(np.maximum(gain, TINY)))[:-1])))

    def _before_all(self, one: _Place, other: _Place) -> Floats:
        return floats(self._parameters.phi ** np.maximum(one.ahead - other.ahead, 0))
