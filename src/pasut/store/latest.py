"""The latest events of one actor, found without looking through all of its events. Nothing here writes."""

import datetime as dt

import sqlalchemy as sa

from pasut.store.events import EVENT
from pasut.store.schema import events
from pasut.store.timeline import Entry


def find_latest(connection: sa.Connection, code: str, until: dt.date, limit: int) -> list[Entry]:
    """Events of a state or body and of groups in it up to a day, the latest first.

    The events are read from the last day back until there are enough: a pair's name tells whose they are.
    """
    pair, day = events.c.pair, events.c.day
    own = sa.or_(sa.and_(pair >= f"{code}|", pair < f"{code}}}"), pair.endswith(f"|{code}", autoescape=True))
    query = sa.select(events.c.record, events.c.sentence, events.c.told_by).where(own, day <= until.isoformat())
    query = query.with_hint(events, "INDEXED BY events_by_day", "sqlite")
    found = connection.execute(query.order_by(day.desc(), events.c.id.desc()).limit(limit))
    return [Entry(event=EVENT.decode(record), sentence=said, told_by=by) for record, said, by in found]
