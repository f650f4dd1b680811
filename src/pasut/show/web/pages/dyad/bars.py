"""Treaties and sanctions of a dyad, from the day on which each began."""

import datetime as dt

from pasut.measure.register import Agreement, Entry, Sanction, list_agreements, list_sanctions
from pasut.records import Event, Record
from pasut.registers import told_of
from pasut.show.web.asked import Asked
from pasut.show.web.pages.dyad.pair import Pair, events_of_kinds
from pasut.show.web.site import Site

MOST = 8
LONGEST = 60
"""Signs of a bar's name."""
SANCTIONS = ("COERCE.sanction", "COERCE.blockade", "SANCTION")
"""Votes and vetoes of the register are acts of a day; these last."""
LASTING = ("SUPPORT.treaty", *SANCTIONS)
DOUBTED = ("disputed", "denied", "withdrawn")


class Bar(Record, frozen=True):
    """Something in force from a day on: that it has ended, no register tells."""

    event: str
    kind: str
    text: str
    first: dt.date
    is_doubted: bool
    sources: int


def bars_of(site: Site, asked: Asked, pair: Pair) -> tuple[list[Bar], int]:
    """Treaties and sanctions in force, those told by most sources, by their first day; and how many more there are."""
    events = [event for event in events_of_kinds(site, pair, LASTING) if _lasts(event)]
    events.sort(key=lambda each: (-each.sources, each.id))
    told = list(told_of(site.store, events[:MOST]))
    treaties = [_treaty_bar(each, asked) for each in list_agreements(told, site.kit.tells_in_force)]
    cuts = [_sanction_bar(each, asked) for each in list_sanctions(told)]
    return sorted((*treaties, *cuts), key=lambda bar: (bar.first, bar.event)), len(events[MOST:])


def _lasts(event: Event) -> bool:
    """Whether it is told as a fact, with a day on which it began."""
    is_told = event.status in ("happened", "alleged", "denied") and event.standing not in ("denied", "withdrawn")
    return is_told and bool(event.when and event.when.first)


def _treaty_bar(entry: Agreement, asked: Asked) -> Bar:
    return _bar(entry, "treaty", f"{asked.terms('dyad.treaty')} {' – '.join(entry.source)}", entry.subject)


def _sanction_bar(entry: Sanction, asked: Asked) -> Bar:
    what = f"{asked.words.labels.kind[entry.measure]} {', '.join(entry.source)} → {', '.join(entry.target)}"
    return _bar(entry, "sanction", what, entry.subject)


def _bar(entry: Entry, kind: str, what: str, subject: str | None) -> Bar:
    assert entry.when is not None and entry.when.first is not None
    return Bar(
        event=entry.event,
        kind=kind,
        text=(f"{what}: {subject}" if subject else what)[:LONGEST],
        first=entry.when.first,
        is_doubted=entry.standing in DOUBTED,
        sources=entry.sources,
    )
