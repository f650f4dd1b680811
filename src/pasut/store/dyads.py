"""Of each pair of actors what a front page ranks them by: kept up by merging, read for all pairs at once.

A row depends on the events of its pair alone, so that merging article by article gives what merging all at once does.
"""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa

from pasut.measure.parameters import FORMULA
from pasut.merge.report import pair_name
from pasut.records import Event, Record
from pasut.store.events import find_events
from pasut.store.plans import find_planned
from pasut.store.schema import dyads, events, stale_dyads
from pasut.store.stale import THIS_CHANGE, touch_dyads
from pasut.store.write import delete_rows
from pasut.world.scale import load_scale

if TYPE_CHECKING:
    from pasut.measure.outline import Outline

PAIRS = 20
"""Pairs made anew in one transaction: a second at the most."""
DONE = ("happened", "alleged")


class DyadRow(Record, frozen=True):
    """What is stored of two actors."""

    dyad: tuple[str, str]
    events: int
    """All events of the two and of groups in them, planned and denied ones too."""
    last_day: dt.date | None
    """Day of the last that is told as done."""
    course: bytes
    """Its index, of the days asked for, as `measure.course.Course.pack` packs it."""


def mark_stale_dyad(connection: sa.Connection, pair: str) -> None:
    """Remember a pair whose events were made anew."""
    connection.execute(sa.insert(stale_dyads).prefix_with("OR IGNORE"), {"pair": pair})
    connection.execute(sa.update(dyads).where(dyads.c.pair == pair).values(outline=None))
    touch_dyads(connection, [pair])


def has_stale_dyads(connection: sa.Connection) -> bool:
    """Whether some pair waits, or was measured by another formula than today's."""
    return connection.execute(_waiting().limit(1)).first() is not None


def renew_dyads(connection: sa.Connection, most: int = PAIRS) -> int:
    """Make the rows of some pairs anew; gives how many."""
    pairs = connection.execute(_waiting().limit(most)).scalars().all()
    for pair in pairs:
        mark = connection.execute(sa.select(dyads.c.mark).where(dyads.c.pair == pair)).scalar()
        delete_rows(connection, dyads.c.pair, [pair])
        a, _, b = pair.partition("|")
        if b and a != b:
            _write(connection, (a, b), mark or THIS_CHANGE)
    delete_rows(connection, stale_dyads.c.pair, pairs)
    return len(pairs)


def find_dyads(connection: sa.Connection, since: dt.date | None) -> list[DyadRow]:
    """All pairs with events, by name, with their index since a day, or all of it."""
    course = sa.case((dyads.c.tail_from <= since, dyads.c.tail), else_=dyads.c.course) if since else dyads.c.course
    columns = (dyads.c.pair, dyads.c.events, dyads.c.last_day, course)
    rows = connection.execute(sa.select(*columns).order_by(dyads.c.pair))
    return [
        DyadRow(dyad=_codes(pair), events=number, last_day=last, course=course) for pair, number, last, course in rows
    ]


def find_mark(connection: sa.Connection, dyad: tuple[str, str]) -> int:
    """What is another number whenever something about a pair has changed; 0 where nothing is told of it."""
    return connection.execute(sa.select(dyads.c.mark).where(dyads.c.pair == pair_name(*dyad))).scalar() or 0


def find_outline(connection: sa.Connection, dyad: tuple[str, str]) -> "Outline":
    """The outline of all events of two actors: as it is stored, or made of them where it is not, or of a group."""
    from pasut.measure.outline import outline_of, unpack_outline

    pair, is_whole = pair_name(*dyad), not any(":" in code for code in dyad)
    packed = connection.execute(sa.select(dyads.c.outline).where(dyads.c.pair == pair)).scalar() if is_whole else None
    if packed:
        return unpack_outline(packed)
    return outline_of(find_events(connection, {"dyad": dyad}), find_planned(connection, dyad))


def count_recent(connection: sa.Connection, first: dt.date, last: dt.date) -> dict[tuple[str, str], int]:
    """Events of each pair whose first day lies between two days; pairs without one are left out."""
    day = events.c.day
    within = events.c.pair == dyads.c.pair, day >= first.isoformat(), day <= last.isoformat()
    # Pair by pair, each by a stretch of the index: all together SQLite would sort those of the days, or read all.
    number = sa.select(sa.func.count()).select_from(events).where(*within).correlate(dyads).scalar_subquery()
    rows = connection.execute(sa.select(dyads.c.pair, number))
    return {_codes(pair): count for pair, count in rows if count}


def _waiting() -> sa.CompoundSelect[str]:
    by_old_formula = sa.select(dyads.c.pair).where(dyads.c.formula != FORMULA)
    return sa.union_all(sa.select(stale_dyads.c.pair), by_old_formula)


def _codes(pair: str) -> tuple[str, str]:
    a, _, b = pair.partition("|")
    return a, b


def _write(connection: sa.Connection, dyad: tuple[str, str], mark: int | sa.ScalarSelect[int]) -> None:
    # numpy takes a tenth of a second to import
    from pasut.measure.course import measure_course
    from pasut.measure.outline import outline_of

    found = list(find_events(connection, {"dyad": dyad}))
    if not found:
        return
    course = measure_course(found, dyad, load_scale())
    tail = course.tail()
    row = {
        "pair": "|".join(dyad),
        "events": len(found),
        "last_day": max(_days_done(found), default=None),
        "formula": FORMULA,
        "tail_from": tail.first,
        "tail": tail.pack(),
        "course": course.pack(),
        "outline": outline_of(found, find_planned(connection, dyad)).pack(),
        "mark": mark,
    }
    connection.execute(sa.insert(dyads).values(row))


def _days_done(found: Iterable[Event]) -> Iterable[dt.date]:
    for event in found:
        when = event.when
        day = (when.first or when.last) if when else None
        if day and event.status in DONE:
            yield day
