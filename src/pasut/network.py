"""The network of a period: every pair of actors with events in it, how close they were then, and how sure that is."""

import datetime as dt

import numpy as np

from pasut.measure.course import Courses
from pasut.measure.level import Level, name_level
from pasut.measure.parameters import Z90
from pasut.records import Record
from pasut.store import Store


class Tie(Record, frozen=True):
    """Two actors in a period, in points of the scale."""

    dyad: tuple[str, str]
    events: int
    """Events whose first day lies in the period, those of groups in the two included."""
    mean: float
    """What the undisputed acts of the period say together, as `Courses.means` reckons."""
    low: float
    """Lower end of its 90 % band."""
    high: float

    @property
    def sign(self) -> int:
        """1 or -1 where the whole band lies above or below zero, else 0."""
        return (self.low > 0) - (self.high < 0)

    @property
    def level(self) -> Level:
        """The levels that the band touches."""
        return Level(lowest=name_level(self.low), highest=name_level(self.high))


def tie_dyads(store: Store, first: dt.date, last: dt.date) -> list[Tie]:
    """The ties of a period, those with most events first."""
    counts = store.count_recent(first, last)
    # The day before, so that even a course that begins with the period is read with what came before it.
    rows = [row for row in store.dyads(first - dt.timedelta(1)) if row.dyad in counts]
    mean, variance = Courses([row.course for row in rows]).means(first, last)
    half = Z90 * np.sqrt(variance)
    ties = [
        Tie(dyad=row.dyad, events=counts[row.dyad], mean=at, low=at - error, high=at + error)
        for row, at, error in zip(rows, mean.tolist(), half.tolist(), strict=True)
    ]
    return sorted(ties, key=lambda tie: (-tie.events, tie.dyad))
