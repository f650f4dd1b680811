"""When a relation changed: breaks in its level, with the days between which they lie and the acts that carry them."""

import datetime as dt
import math

import numpy as np

from pasut.measure.arrays import Floats, Ints, floats, ints
from pasut.measure.evidence import Evidence
from pasut.measure.observations import Observations, observe
from pasut.measure.parameters import Z90, Parameters
from pasut.measure.segments import Costs, find_breaks, place_of_break, spread_of
from pasut.records import Event, Record

WEEK = 7
SHORTEST = 4
"""Weeks with acts that a level lasts at least."""
PENALTY = 3.0
"""Of a break, in units of the variance and of the logarithm of the number of weeks (swept in quality/simulation.py)."""
CARRIED_BY = 3
COVERAGE_WEEKS = 8
"""Weeks before and after a break whose acts are counted to see whether the coverage changed there too."""
COVERAGE_Z = 1.96


class Change(Record, frozen=True):
    """One break in the level of a relation."""

    first: dt.date
    """The break lies between these two days, with 90 % confidence given the number of breaks."""
    day: dt.date
    """Its likeliest day: the Monday of the first week of the new level."""
    last: dt.date
    before: float
    """Level before it, in points of the scale: the mean of the weeks since the break before."""
    before_error: float
    """Half width of the 90 % band of that level."""
    after: float
    after_error: float
    carried_by: tuple[Event, ...]
    """The acts about the break that pull most from the old level to the new one."""
    acts_before: int
    """Acts in the eight weeks before the break."""
    acts_after: int
    coverage_changed: bool
    """Whether the number of acts changed there too: then the news may have changed, and not the relation."""


class Weeks(Record, frozen=True):
    """Evidence by weeks, those with acts only."""

    monday: Ints
    """Ordinal of the Monday of each week with acts."""
    value: Floats
    weight: Floats


def find_changes(evidence: Evidence, parameters: Parameters) -> tuple[Change, ...]:
    """The breaks in the level of undisputed acts, in order of time."""
    weeks = weekly(observe(evidence.acts, evidence.acts.undisputed, parameters))
    if len(weeks.value) < 2 * SHORTEST:
        return ()
    spread = spread_of(weeks.value, weeks.weight)
    breaks = find_breaks(weeks.value, weeks.weight, PENALTY * spread * math.log(len(weeks.value)), SHORTEST)
    edges = [0, *breaks, len(weeks.value)]
    around = zip(edges, edges[1:], edges[2:], strict=False)
    return tuple(_change(evidence, weeks, three, spread) for three in around)


def weekly(seen: Observations) -> Weeks:
    """Precision-weighted means of weeks (Monday to Sunday); ordinal 1 is a Monday."""
    mondays, at = np.unique(seen.day - (seen.day - 1) % WEEK, return_inverse=True)
    exact = 1.0 / seen.noise
    weight = np.bincount(at, weights=exact, minlength=len(mondays))
    value = np.bincount(at, weights=exact * seen.value, minlength=len(mondays)) / weight
    return Weeks(monday=ints(mondays), value=floats(value), weight=floats(weight))


def _change(evidence: Evidence, weeks: Weeks, around: tuple[int, int, int], spread: float) -> Change:
    start, at, end = around
    costs = Costs(weeks.value, weeks.weight)
    (before, weight_before), (after, weight_after) = costs.mean(start, at), costs.mean(at, end)
    earliest, latest = place_of_break(weeks.value, weeks.weight, around, Z90**2 * spread)
    first, last = int(weeks.monday[earliest]), int(weeks.monday[latest]) + WEEK - 1
    acts = _count_around(evidence, int(weeks.monday[at]))
    return Change(
        first=dt.date.fromordinal(first),
        day=dt.date.fromordinal(int(weeks.monday[at])),
        last=dt.date.fromordinal(last),
        before=before,
        before_error=Z90 * math.sqrt(spread / weight_before),
        after=after,
        after_error=Z90 * math.sqrt(spread / weight_after),
        carried_by=_carriers(evidence, (first, last + SHORTEST * WEEK), before, after),
        acts_before=acts[0],
        acts_after=acts[1],
        # The square roots of two Poisson counts of the same rate differ by a normal deviate of variance 1/2.
        coverage_changed=abs(math.sqrt(acts[1]) - math.sqrt(acts[0])) > COVERAGE_Z * math.sqrt(0.5),
    )


def _carriers(evidence: Evidence, days: tuple[int, int], before: float, after: float) -> tuple[Event, ...]:
    """Acts within some days whose distance from the old level, times their weight, points most to the new one."""
    acts = evidence.acts
    inside = np.minimum(acts.last, days[1]) - np.maximum(acts.first, days[0]) + 1
    total = acts.undisputed * np.maximum(inside, 0) * acts.weight * (acts.score - before) * np.sign(after - before)
    ranked = sorted(np.flatnonzero(total > 0).tolist(), key=lambda n: (-total[n], evidence.ids[n]))
    return tuple(evidence.events[n] for n in ranked[:CARRIED_BY])


def _count_around(evidence: Evidence, day: int) -> tuple[int, int]:
    """Undisputed acts whose first day lies in the weeks before a day, and in those from it on."""
    days = evidence.acts.first[evidence.acts.undisputed]
    reach = COVERAGE_WEEKS * WEEK
    before = int(np.count_nonzero((days >= day - reach) & (days < day)))
    return before, int(np.count_nonzero((days >= day) & (days < day + reach)))
