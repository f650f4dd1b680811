"""Find events in a store. Nothing here writes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypedDict

import msgspec
import sqlalchemy as sa

from pasut.errors import ChangedError, UsageError
from pasut.merge.event import order_of
from pasut.merge.report import pair_name
from pasut.records import Event
from pasut.store import find
from pasut.store.schema import UNDATED, articles, event_actors, event_publishers, event_redirects, events
from pasut.store.tellings import merged_as_of

if TYPE_CHECKING:
    from pasut.measure.outline import Kind

EVENT = msgspec.json.Decoder(Event)


class EventCriteria(TypedDict, total=False):
    """What an event must fulfil to be found; a criterion left out or None asks nothing."""

    dyad: tuple[str, str] | None
    """Two actor codes, one acting on the other, either way, or both together."""
    source: str | None
    """Actor code among those who act; `PSE` also finds `PSE:Hamas`."""
    target: str | None
    actor: str | None
    """Actor code on either side."""
    since: dt.date | None
    """The event's interval must reach this day or a later one; events without a date are left out."""
    until: dt.date | None
    """The event's interval must start on this day or before; events without a date are left out."""
    type: str | None
    """Event type, `AID`, or type and mode, `AID.arms`."""
    status: str | None
    standing: str | None
    publisher: str | None
    """An article of this publisher tells it."""
    longest: int | None
    """Days between the first and the last on which it may have been, at the most; both must be known."""
    has_target: bool | None
    """True asks for acts of one on another."""


def find_events(connection: sa.Connection, criteria: EventCriteria) -> Iterator[Event]:
    """Events that fulfil all criteria, by date, those without one last."""
    query = sa.select(events.c.record).where(*event_conditions(criteria)).order_by(events.c.day, events.c.id)
    for batch in connection.execute(query).scalars().partitions(find.BATCH):
        yield from map(EVENT.decode, batch)


def find_events_by_id(connection: sa.Connection, ids: Sequence[str]) -> list[Event]:
    """The events of some ids, in their order. Raises ChangedError where one has gone."""
    found: dict[str, Event] = {}
    for start in range(0, len(ids), find.BATCH):
        query = sa.select(events.c.id, events.c.record).where(events.c.id.in_(ids[start : start + find.BATCH]))
        found |= {name: EVENT.decode(record) for name, record in connection.execute(query)}
    if found.keys() != set(ids):
        raise ChangedError("the store has changed while it was read; ask again")
    return [found[name] for name in ids]


def find_first(connection: sa.Connection, criteria: EventCriteria, limit: int) -> tuple[int, list[Event]]:
    """How many events fulfil all criteria, and the first of them by date, those without one last."""
    fitting = event_conditions(criteria)
    total = connection.execute(sa.select(sa.func.count()).select_from(events).where(*fitting)).scalar_one()
    query = sa.select(events.c.record).where(*fitting).order_by(events.c.day, events.c.id).limit(limit)
    return total, [EVENT.decode(record) for record in connection.execute(query).scalars()]


def count_months(connection: sa.Connection, criteria: EventCriteria) -> list[tuple[str, int]]:
    """(month, events whose first known day lies in it), in their order."""
    day = events.c.day
    if not any(criteria.values()):
        return list(_count_all_months(connection))
    month = sa.func.substr(day, 1, 7)
    query = sa.select(month, sa.func.count()).where(day < UNDATED, *event_conditions(criteria))
    return [(name, count) for name, count in connection.execute(query.group_by(month).order_by(month))]


def _count_all_months(connection: sa.Connection) -> Iterator[tuple[str, int]]:
    """From month to month by the index of days: a third of the time that it takes to group all events."""
    day, after = events.c.day, ""
    while True:
        first = connection.execute(sa.select(sa.func.min(day)).where(day > after, day < UNDATED)).scalar()
        if first is None:
            return
        month, after = first[:7], f"{first[:7]}~"
        within = day >= first, day < after
        yield month, connection.execute(sa.select(sa.func.count()).select_from(events).where(*within)).scalar_one()


def find_events_as_of(connection: sa.Connection, criteria: EventCriteria, day: dt.date) -> Iterator[Event]:
    """The same, merged from the articles that were published by a day."""
    found = [event for merged in merged_as_of(connection, criteria.get("dyad"), day) for event in merged.events]
    told = _articles_by(connection, criteria.get("publisher"))
    for event in sorted(found, key=order_of):
        if fits(event, criteria) and (told is None or not told.isdisjoint(event.articles)):
            yield event


def _articles_by(connection: sa.Connection, publisher: str | None) -> set[str] | None:
    if publisher is None:
        return None
    return set(connection.execute(sa.select(articles.c.id).where(articles.c.publisher == publisher)).scalars())


def find_event(connection: sa.Connection, reference: str) -> Event:
    """The event whose id is or begins with `reference`, or that took the place of one. Raises UsageError for none."""
    try:
        found = find.one_of(connection, events.c.id, reference, "event")
    except UsageError:
        starts = event_redirects.c.old.startswith(reference, autoescape=True)
        heirs = connection.execute(sa.select(event_redirects.c.new).where(starts).distinct()).scalars().all()
        if not reference or len(heirs) != 1:
            raise
        found = heirs[0]
    record = connection.execute(sa.select(events.c.record).where(events.c.id == found)).scalar_one()
    return msgspec.json.decode(record, type=Event)


def block_of(connection: sa.Connection, event_id: str) -> str:
    """The block of an event; empty for an event that is not stored."""
    return connection.execute(sa.select(events.c.block).where(events.c.id == event_id)).scalar() or ""


def fits(event: Event, criteria: EventCriteria) -> bool:
    """Whether an event fulfils all criteria."""
    return is_of(event, criteria) and _in_time(event, criteria)


def is_of(event: "Event | Kind", criteria: EventCriteria) -> bool:
    """Whether an event fulfils all criteria but those of days and publishers, or all events of a kind do."""
    name, _, mode = (criteria.get("type") or "").partition(".")
    if criteria.get("has_target") and not event.target:
        return False
    same = (
        (not name or event.type == name)
        and (not mode or event.mode == mode)
        and all(not criteria.get(key) or getattr(event, key) == criteria.get(key) for key in ("status", "standing"))
    )
    return same and _fits_groups(event, criteria)


def event_conditions(criteria: EventCriteria) -> list[sa.ColumnElement[bool]]:
    """What the rows of `events` must fulfil."""
    out: list[sa.ColumnElement[bool]] = []
    dyad = criteria.get("dyad") or ()
    if dyad:
        out.append(events.c.pair == pair_name(*dyad))
        out.extend(_on_some_side(code, one_by_one=True) for code in dyad if ":" in code)
    for role in ("source", "target"):
        if code := criteria.get(role):
            out.append(_has_actor(role, str(code), one_by_one=bool(dyad)))
    if actor := criteria.get("actor"):
        out.append(_on_some_side(actor, one_by_one=bool(dyad)))
    if kind := criteria.get("type"):
        name, _, mode = kind.partition(".")
        # A sum is in no index: by that of types SQLite would go through the events of all pairs.
        out.append((events.c.type.concat("") if dyad else events.c.type) == name)
        out.extend([events.c.mode == mode] if mode else [])
    if status := criteria.get("status"):
        out.append(events.c.status == status)
    if standing := criteria.get("standing"):
        out.append(events.c.standing == standing)
    if publisher := criteria.get("publisher"):
        told = event_publishers
        out.append(sa.exists().where(told.c.event == events.c.id, told.c.publisher == publisher))
    if criteria.get("has_target"):
        out.append(events.c.pair.not_like("%|"))
    if (longest := criteria.get("longest")) is not None:
        out += _no_longer_than(longest, criteria.get("since"), criteria.get("until"))
    return out + find.within(events, criteria.get("since"), criteria.get("until"))


def _no_longer_than(days: int, since: dt.date | None, until: dt.date | None) -> list[sa.ColumnElement[bool]]:
    """That an interval is short, and so begins on a day that an index finds."""
    first, last, day = events.c.date_first, events.c.date_last, events.c.day
    length = sa.func.julianday(sa.cast(last, sa.Text)) - sa.func.julianday(sa.cast(first, sa.Text))
    out: list[sa.ColumnElement[bool]] = [length <= days]
    out += [day >= (since - dt.timedelta(days)).isoformat()] if since else []
    return out + ([day <= until.isoformat()] if until else [])


def _on_some_side(code: str, *, one_by_one: bool) -> sa.ColumnElement[bool]:
    return sa.or_(*(_has_actor(role, code, one_by_one=one_by_one) for role in ("source", "target")))


def _has_actor(role: str, code: str, *, one_by_one: bool) -> sa.ColumnElement[bool]:
    """That an actor is on a side; looked up event by event where few are asked for, else all its events together."""
    state, _, group = code.partition(":")
    table = event_actors
    wanted = [table.c.code == state, table.c.role == role, *([table.c.grp == group] if group else [])]
    if one_by_one:
        return sa.exists().where(table.c.event == events.c.id, *wanted)
    return events.c.id.in_(sa.select(table.c.event).where(*wanted))


def _in_time(event: Event, criteria: EventCriteria) -> bool:
    since, until, longest = criteria.get("since"), criteria.get("until"), criteria.get("longest")
    when = event.when
    if longest is not None:
        is_known = when is not None and when.first is not None and when.last is not None
        if not is_known or (when.last - when.first).days > longest:  # type: ignore[union-attr,operator]  # both known
            return False
    if not since and not until:
        return True
    if when is None or (when.first is None and when.last is None):
        return False
    return (not since or when.last is None or when.last >= since) and (
        not until or when.first is None or when.first <= until
    )


def _fits_groups(event: "Event | Kind", criteria: EventCriteria) -> bool:
    """A code with a group asks for that group; a state's code takes its groups in."""
    both = (*event.source, *event.target)
    asked = [(criteria.get("source"), event.source), (criteria.get("target"), event.target)]
    asked += [(code, both) for code in (*(criteria.get("dyad") or ()), criteria.get("actor"))]
    return all(not code or any(_is(code, each) for each in actors) for code, actors in asked)


def _is(asked: str, code: str) -> bool:
    return code == asked or code.startswith(f"{asked}:")
