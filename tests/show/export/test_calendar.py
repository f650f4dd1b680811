"""Visits for calendar programs."""

import datetime as dt

from icalendar import Calendar

from .conftest import Export


def test_the_calendar_holds_the_visit_in_the_language_asked_for(export: Export) -> None:
    for language, host in (("en", "North Korea"), ("id", "Korea Utara")):
        (entry,) = Calendar.from_ical(export("ics", "--lang", language)).walk("VEVENT")
        assert entry.decoded("dtstart") == dt.date(2024, 6, 19)
        assert host in str(entry["summary"])
