"""Events as people leaf through them: each with its sentence, a page at a time, counted without being read."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, cast

import sqlalchemy as sa

from pasut.errors import UsageError
from pasut.merge.quote import Quote, plainest
from pasut.records import Event, Record
from pasut.store import find
from pasut.store.events import EVENT, EventCriteria, event_conditions, find_events_as_of
from pasut.store.quote import find_quotes
from pasut.store.schema import UNDATED, event_publishers, events

Order = Literal["newest", "oldest"]
"""What comes first; events without a date come last either way."""


class Entry(Record, frozen=True):
    """An event with the sentence that tells it most plainly."""

    event: Event
    sentence: str | None
    told_by: str | None
    """Id of the claim whose sentence it is."""


class Turn(Record, frozen=True):
    """Which page: the first, the one after a cursor, or the one before a cursor."""

    order: Order = "newest"
    limit: int = 50
    after: str | None = None
    before: str | None = None
    """Where both are given, this one counts."""


FIRST = Turn()


class TimelinePage(Record, frozen=True):
    """Some entries that follow each other, with the cursors that lead on; None where there is nothing more."""

    entries: tuple[Entry, ...]
    before: str | None
    after: str | None


class Facets(Record, frozen=True):
    """How many events have each value, those without one as None: the most frequent value first, years in order.

    Each is counted among the events that fulfil all criteria but its own (`since` and `until` for years).
    """

    total: int
    """Events that fulfil all criteria."""
    type: tuple[tuple[str, int], ...]
    """Types, and types with modes: `AID`, `AID.arms`."""
    status: tuple[tuple[str, int], ...]
    standing: tuple[tuple[str, int], ...]
    publisher: tuple[tuple[str, int], ...]
    """Whose articles tell it; an event may be told by several."""
    year: tuple[tuple[int | None, int], ...]


def entry_of(event: Event, quotes: Mapping[str, Quote]) -> Entry:
    """An event with the plainest of the sentences of its claims that are at hand."""
    quote = plainest(event, [quotes[claim] for claim in event.claims if claim in quotes])
    return Entry(event=event, sentence=quote.sentence if quote else None, told_by=quote.claim if quote else None)


def find_entries(connection: sa.Connection, criteria: EventCriteria, as_of: dt.date | None = None) -> Iterator[Entry]:
    """Events that fulfil all criteria, by date, those without one last; as of a day where one is given."""
    if as_of is not None:
        found = list(find_events_as_of(connection, criteria, as_of))
        quotes = find_quotes(connection, [claim for event in found for claim in event.claims])
        yield from (entry_of(event, quotes) for event in found)
        return
    query = sa.select(*_ENTRY).where(*event_conditions(criteria)).order_by(events.c.day, events.c.id)
    for batch in connection.execute(query).partitions(find.BATCH):
        yield from (_entry(record, sentence, told_by) for record, sentence, told_by in batch)


def find_page(connection: sa.Connection, criteria: EventCriteria, turn: Turn) -> TimelinePage:
    """The events of one page. Raises UsageError for a cursor that no page has given."""
    back = turn.before is not None
    given = turn.before if back else turn.after
    place = None if given is None else _place(given)
    way = _Walk(rising=(turn.order == "oldest") != back, dated_first=not back, place=place)
    found = _walk(connection, criteria, way, turn.limit + 1)
    more, found = len(found) > turn.limit, found[: turn.limit]
    if back:
        found.reverse()
    return TimelinePage(
        entries=tuple(_entry(row.record, row.sentence, row.told_by) for row in found),
        before=_cursor(found[0]) if found and (more if back else given) else None,
        after=_cursor(found[-1]) if found and (more or back) else None,
    )


def count_events(connection: sa.Connection, criteria: EventCriteria) -> int:
    """How many events fulfil all criteria."""
    query = sa.select(sa.func.count()).select_from(events).where(*event_conditions(criteria))
    return connection.execute(query).scalar_one()


def find_facets(connection: sa.Connection, criteria: EventCriteria) -> Facets:
    """Counts of the values that one may choose from next, in one reading for all that nothing is asked of."""
    names = ("type", "mode", "status", "standing", "year")
    all_counts = _count(connection, criteria, *names)

    def counts(own: tuple[str, ...], *wanted: str) -> _Counted:
        if any(criteria.get(name) for name in own):
            return _count(connection, _without(criteria, own), *wanted)
        places = [names.index(name) for name in wanted]
        return [(tuple(value[place] for place in places), n) for value, n in all_counts]

    kinds = counts(("type",), "type", "mode")
    return Facets(
        total=sum(n for _, n in all_counts),
        type=_most_first([*kinds, *(((f"{type_}.{mode}",), n) for (type_, mode), n in kinds if mode)]),
        status=_most_first(counts(("status",), "status")),
        standing=_most_first(counts(("standing",), "standing")),
        publisher=_most_first(_count_publishers(connection, _without(criteria, ("publisher",)))),
        year=_by_year(counts(("since", "until"), "year")),
    )


_ENTRY = (events.c.record, events.c.sentence, events.c.told_by)
_Counted = list[tuple[tuple[str | None, ...], int]]


def _entry(record: str, sentence: str | None, told_by: str | None) -> Entry:
    return Entry(event=EVENT.decode(record), sentence=sentence, told_by=told_by)


class _Walk(Record, frozen=True):
    """Which way to go through the events, and from where."""

    rising: bool
    """From old to new."""
    dated_first: bool
    place: tuple[str, str] | None
    """Day and id of the event to go on from; None at the beginning."""


_Row = sa.Row[tuple[str, str | None, str | None, str, str]]


def _walk(connection: sa.Connection, criteria: EventCriteria, way: _Walk, most: int) -> list[_Row]:
    """Up to `most` rows, those with a date and those without one apart, since these come last in either order."""
    found: list[_Row] = []
    place = way.place
    for is_dated in (True, False) if way.dated_first else (False, True):
        if place and is_dated != (place[0] < UNDATED):
            continue
        if len(found) < most:
            found += _stretch(connection, criteria, way.rising, is_dated, place, most - len(found))
        place = None
    return found


def _stretch(
    connection: sa.Connection,
    criteria: EventCriteria,
    rising: bool,
    is_dated: bool,
    place: tuple[str, str] | None,
    most: int,
) -> list[_Row]:
    day, name = events.c.day, events.c.id
    query = sa.select(*_ENTRY, day, name).where(*event_conditions(criteria))
    query = query.where(day < UNDATED if is_dated else day == UNDATED)
    if place:
        here, there = sa.tuple_(day, name), sa.tuple_(*map(sa.literal, place))
        query = query.where(here > there if rising else here < there)
    query = query.order_by(day, name) if rising else query.order_by(day.desc(), name.desc())
    return list(connection.execute(query.limit(most)))


def _cursor(row: _Row) -> str:
    return f"{row.day}~{row.id}"


def _place(cursor: str) -> tuple[str, str]:
    found = re.fullmatch(rf"(\d{{4}}-\d\d-\d\d|{UNDATED})~([0-9a-f]+)", cursor)
    if not found:
        raise UsageError(f"no page begins at {cursor!r}; take the cursor from a page, or begin without one")
    return found[1], found[2]


def _without(criteria: EventCriteria, names: tuple[str, ...]) -> EventCriteria:
    return cast("EventCriteria", {name: value for name, value in criteria.items() if name not in names})


_YEAR = sa.func.substr(events.c.day, 1, 4).label("year")


def _count(connection: sa.Connection, criteria: EventCriteria, *names: str) -> _Counted:
    columns = [_YEAR if name == "year" else events.c[name] for name in names]
    query = sa.select(*columns, sa.func.count().label("n")).where(*event_conditions(criteria)).group_by(*columns)
    return [(tuple(row)[:-1], row.n) for row in connection.execute(query)]


def _count_publishers(connection: sa.Connection, criteria: EventCriteria) -> _Counted:
    told = event_publishers
    query = sa.select(told.c.publisher, sa.func.count()).select_from(events.join(told, told.c.event == events.c.id))
    rows = connection.execute(query.where(*event_conditions(criteria)).group_by(told.c.publisher))
    return [((publisher,), n) for publisher, n in rows]


def _most_first(counted: _Counted) -> tuple[tuple[str, int], ...]:
    """Values by number, then name; the same value twice is one."""
    total: Counter[str] = Counter()
    for value, n in counted:
        total[str(value[0])] += n
    return tuple(sorted(total.items(), key=lambda item: (-item[1], item[0])))


def _by_year(counted: _Counted) -> tuple[tuple[int | None, int], ...]:
    years = sorted(_most_first(counted))
    return tuple((None if year == UNDATED[:4] else int(year), n) for year, n in years)
