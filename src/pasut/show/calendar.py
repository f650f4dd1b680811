"""Visits as an iCalendar file (RFC 5545), for any calendar program; the same visits give the same bytes."""

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event

from pasut.measure.register import Visit
from pasut.settings import version
from pasut.show.names import Names
from pasut.show.words import Words

_NO_TIME = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""What the standard asks for as the time of making; no clock is read."""


def visits_calendar(visits: Iterable[Visit], names: Names, words: Words) -> bytes:
    """One all-day entry a visit that has a day, or days; visits dated only to a month or an open time are left out."""
    calendar = Calendar()
    calendar.add("prodid", f"-//pasut {version()}//{words.language.upper()}")
    calendar.add("version", "2.0")
    for visit in visits:
        when = visit.when
        if when is None or when.first is None or when.last is None or (when.last - when.first).days > LONGEST:
            continue
        calendar.add_component(_entry(visit, when.first, when.last, names, words))
    return bytes(calendar.to_ical())


LONGEST = 21
"""Days of an entry: a longer interval is a month or more, which nobody travels for."""


def _entry(visit: Visit, first: dt.date, last: dt.date, names: Names, words: Words) -> Event:
    who = ", ".join(names.person(each) for each in visit.visitors)
    way = [", ".join(names.name(code, words.language) for code in side) for side in (visit.source, visit.target)]
    title = f"{who} ({way[0]})" if who else way[0]
    entry = Event()
    entry.add("uid", f"{visit.event}@pasut")
    entry.add("dtstamp", _NO_TIME)
    entry.add("dtstart", first)
    entry.add("dtend", last + dt.timedelta(days=1))
    entry.add("summary", f"{title} → {way[1]}")
    entry.add("description", f"{words.labels.status[visit.status]}. {visit.sentence}")
    entry.add(
        "status", "TENTATIVE" if visit.planned else "CANCELLED" if visit.status == "not_happened" else "CONFIRMED"
    )
    return entry
