"""All dyads of a store side by side: how much happens between two actors, where they stand, which way they go."""

import datetime as dt

import numpy as np

from pasut.measure.course import Courses
from pasut.measure.level import Level, Trend, name_level, name_trend
from pasut.measure.parameters import DEFAULT, Z90
from pasut.records import Record
from pasut.store import Store

DAYS = 30
"""Days over which events are counted as recent."""


class Ranked(Record, frozen=True):
    """Two actors on a day."""

    dyad: tuple[str, str]
    events: int
    """All that are stored, of whatever day and status."""
    recent: int
    """Those of the last days up to the day."""
    last_day: dt.date | None
    """Day of the last one that is told as done."""
    days_since_act: int | None
    """Days since the last undisputed act, on the day; None where there was none yet."""
    mean: float
    """The index, in points of the scale, as `relation_index` has it for the day."""
    low: float
    """Lower end of its 90 % band."""
    high: float
    level: Level
    change: float
    """Points by which it is above what it was `trend_days` before."""
    chance_of_rise: float
    """Probability that the relation is warmer than it was then."""
    trend: Trend
    """The same in a word: unclear where the change may be none."""
    course: tuple[float, ...] = ()
    """The index on days between then and the day, the day last, where they were asked for."""


def rank_dyads(
    store: Store,
    *,
    day: dt.date | None = None,
    days: int = DAYS,
    trend_days: int = DEFAULT.trend_days,
    points: int = 0,
) -> list[Ranked]:
    """Every pair of actors with events, the busiest of the last `days` first; empty where no article has a date.

    `day` is the last one on which an article was published when None. Events count by their own days, and inform the
    index whenever they were told. `points` gives the index on so many days, evenly spread over the `trend_days`.
    """
    until = day or store.last_day()
    if until is None:
        return []
    earlier = until - dt.timedelta(trend_days)
    rows = store.dyads(earlier)
    recent = store.count_recent(until - dt.timedelta(days - 1), until)
    courses = Courses([row.course for row in rows])
    now, then = courses.read(until), courses.read(earlier)
    band = Z90 * np.sqrt(now.variance)
    chances = courses.chances_of_rise(earlier, until).tolist()
    on_the_way = [courses.read(each).mean for each in _spread(earlier, until, points)]
    numbers = (now.mean, now.mean - band, now.mean + band, now.mean - then.mean)
    found = []
    for at, (row, mean, low, high, change) in enumerate(zip(rows, *(each.tolist() for each in numbers), strict=True)):
        since = int(now.since_act[at])
        ranked = Ranked(
            dyad=row.dyad,
            events=row.events,
            recent=recent.get(row.dyad, 0),
            last_day=row.last_day,
            days_since_act=since if since >= 0 else None,
            mean=mean,
            low=low,
            high=high,
            level=Level(
                lowest=name_level(low), highest=name_level(high), stale=since < 0 or since > DEFAULT.stale_days
            ),
            change=change,
            chance_of_rise=chances[at],
            trend=name_trend(chances[at]),
            course=tuple(float(each[at]) for each in on_the_way),
        )
        found.append(ranked)
    return sorted(found, key=lambda ranked: (-ranked.recent, -ranked.events, ranked.dyad))


def _spread(first: dt.date, last: dt.date, points: int) -> list[dt.date]:
    """So many days between two, the last of them the last."""
    length = (last - first).days
    return [last - dt.timedelta(round(length * (points - 1 - n) / max(1, points - 1))) for n in range(points)]
