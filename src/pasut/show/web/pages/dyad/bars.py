"""Treaties and sanctions of a dyad, from the day on which each began to the day on which it ended, if told."""

import datetime as dt

from pasut.measure.ending import MEASURES, TREATY, Ending, key_of
from pasut.measure.register import Agreement, Lasting, Sanction, list_agreements, list_sanctions
from pasut.records import Event, Record
from pasut.registers import CLOSING, endings_among, told_of
from pasut.show.web.asked import Asked
from pasut.show.web.pages.dyad.pair import Pair, events_of_kinds, kept
from pasut.show.web.site import Site

MOST = 8
LONGEST = 60
"""Signs of a bar's name."""
PARTLY = ("eased", "suspended")
"""Ends after which something is left."""
DOUBTED = ("disputed", "denied", "withdrawn")


class Bar(Record, frozen=True):
    """Something in force from a day on."""

    event: str
    kind: str
    text: str
    first: dt.date
    last: dt.date | None
    """The day on which it ended, or was eased or suspended; None where no end is known."""
    is_open: bool
    """Whether it may go on after `last`: nothing tells that it is over, or only a part of it is."""
    is_doubted: bool


def endings_of(site: Site, pair: Pair) -> dict[str, Ending]:
    """The known ends of what the two have agreed and imposed, by the id of the event that began it."""
    return kept(
        site, pair, "endings", lambda: endings_among(site.store, site.kit, events_of_kinds(site, pair, CLOSING))
    )


def bars_of(site: Site, asked: Asked, pair: Pair) -> tuple[list[Bar], int]:
    """Treaties and sanctions, those told by most sources, by their first day; and how many more there are."""
    events = [event for event in events_of_kinds(site, pair, (TREATY, *MEASURES)) if _lasts(event)]
    if not events:
        return [], 0
    endings = endings_of(site, pair)
    events.sort(key=lambda each: (-each.sources, each.id))
    told = list(told_of(site.store, events[:MOST]))
    treaties = [_treaty_bar(each, asked) for each in list_agreements(told, site.kit.tells_in_force, endings)]
    cuts = [_sanction_bar(each, asked) for each in list_sanctions(told, endings)]
    return sorted((*treaties, *cuts), key=lambda bar: (bar.first, bar.event)), len(events[MOST:])


def _lasts(event: Event) -> bool:
    """Whether it is told as a fact, with a day on which it began; a diplomat sent home is an act of a day."""
    is_told = event.status in ("happened", "alleged", "denied") and event.standing not in ("denied", "withdrawn")
    return is_told and key_of(event) in (TREATY, *MEASURES) and bool(event.when and event.when.first)


def _treaty_bar(entry: Agreement, asked: Asked) -> Bar:
    return _bar(entry, "treaty", f"{asked.terms('dyad.treaty')} {' – '.join(entry.source)}", asked)


def _sanction_bar(entry: Sanction, asked: Asked) -> Bar:
    what = f"{asked.words.labels.kind[entry.measure]} {', '.join(entry.source)} → {', '.join(entry.target)}"
    return _bar(entry, "sanction", what, asked)


def _bar(entry: Agreement | Sanction, kind: str, what: str, asked: Asked) -> Bar:
    assert entry.when is not None and entry.when.first is not None
    return Bar(
        event=entry.event,
        kind=kind,
        text=(f"{what}: {entry.subject}" if entry.subject else what)[:LONGEST] + _end(entry, asked),
        first=entry.when.first,
        last=entry.ended.first if entry.ended else None,
        is_open=entry.ending is None or entry.ending in PARTLY,
        is_doubted=entry.standing in DOUBTED,
    )


def _end(entry: Lasting, asked: Asked) -> str:
    """How it ended, in the name of its bar."""
    if entry.ending is None or entry.ended is None:
        return ""
    return f" ({asked.words.labels.ending[entry.ending]} {asked.words.date(entry.ended)})"
