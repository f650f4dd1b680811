"""A state between two others: which way it leans, how much it deals with both, and how evenly.

Distance and engagement are different things: a state far from both and a state close to both lean neither way.
"""

import datetime as dt
import math

from pasut.measure.curve import Curve
from pasut.measure.parameters import Z90
from pasut.records import ActorCode, Record

SHOWN_MIDDLE, SHOWN_PER_POINT = 50.0, 5.0


class Hedge(Record, frozen=True):
    """Where a state stands between two others on a day; errors are half widths of 90 % bands."""

    day: dt.date
    state: ActorCode
    one: ActorCode
    other: ActorCode
    tilt: float
    """Half the difference of the two relations: above zero it leans to `one`."""
    engagement: float
    """Their mean: how close it is to both."""
    error: float
    """Of tilt and of engagement, which have the same."""
    correlation: float
    """Of the errors of tilt and engagement: the shape of the ellipse about the point."""
    evenness: float | None
    """1 where it is equally close to both, 0 where close to one only; None where it is close to neither."""
    stale: bool

    @property
    def shown(self) -> float:
        """Tilt on a scale of 0 (with `other`) to 100 (with `one`), where 45 to 55 is often called hedging."""
        return min(100.0, max(0.0, SHOWN_MIDDLE + SHOWN_PER_POINT * self.tilt))


def judge_hedge(states: tuple[str, str, str], curves: tuple[Curve, Curve], day: dt.date, stale_days: int) -> Hedge:
    """Where the first state stands between the second and third; `curves` are its relations with them."""
    state, one, other = (ActorCode(code) for code in states)
    at = [curve.at(day) for curve in curves]
    with_one, with_other = (float(curve.mean[k]) for curve, k in zip(curves, at, strict=True))
    doubt_one, doubt_other = (float(curve.variance[k]) for curve, k in zip(curves, at, strict=True))
    since = [int(curve.since_act[k]) for curve, k in zip(curves, at, strict=True)]
    return Hedge(
        day=day,
        state=state,
        one=one,
        other=other,
        tilt=(with_one - with_other) / 2,
        engagement=(with_one + with_other) / 2,
        error=Z90 * math.sqrt(doubt_one + doubt_other) / 2,
        correlation=(doubt_one - doubt_other) / (doubt_one + doubt_other),
        evenness=_evenness(max(with_one, 0.0), max(with_other, 0.0)),
        stale=any(days < 0 or days > stale_days for days in since),
    )


def _evenness(one: float, other: float) -> float | None:
    return 1 - abs(one - other) / (one + other) if one + other > 0 else None
