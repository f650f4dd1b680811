"""Treaties and sanctions of a dyad, from the day on which each began to the day on which it ended, if told."""

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np

from pasut.measure.arrays import ints
from pasut.measure.ending import MEASURES, TREATY, Ending, is_beginning, is_closing, key_of
from pasut.measure.outline import UNKNOWN, Kind
from pasut.measure.register import Agreement, Endings, Lasting, Sanction, list_agreements, list_sanctions
from pasut.records import Event, Record
from pasut.registers import endings_among, told_of
from pasut.show.web.asked import Asked
from pasut.show.web.pages.dyad.pair import Pair, events_at, kept, kept_as, outline_of_pair
from pasut.show.web.site import Site

MOST = 8
QUICK = 200
"""Events that may end something up to which their sentences are read at once."""
STEP = 20
"""Events that are gone through between two looks at who else is at work."""
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


def endings_of(site: Site, pair: Pair, *, waits: bool = True) -> Endings | None:
    """The known ends of what the two have agreed and imposed, by the id of the event that began it.

    Who does not wait gets None where many sentences are still to be read for that.
    """
    outline = outline_of_pair(site, pair)
    dated = outline.first != UNKNOWN
    begun, closing = (np.flatnonzero(outline.of(fits) & dated) for fits in (is_beginning, is_closing))

    def find() -> dict[str, Ending]:
        both = (_politely(site, events_at(site, pair, ints(places))) for places in (begun, closing))
        return endings_among(site.store, site.kit, *both)

    if waits or len(closing) <= QUICK:
        return kept(site, pair, "endings", find)
    return site.at_hand(kept_as("endings", pair), find, of=pair.codes)


def _politely(site: Site, events: Iterable[Event]) -> Iterator[Event]:
    """The events one by one, while no answer is at work where nobody waits for this."""
    for number, event in enumerate(events):
        if number % STEP == 0:
            site.turns.give_way()
        yield event


def bars_of(site: Site, asked: Asked, pair: Pair, endings: Endings) -> tuple[list[Bar], int]:
    """Treaties and sanctions, those told by most sources, by their first day; and how many more there are."""
    outline = outline_of_pair(site, pair)
    lasting = np.flatnonzero(outline.of(_lasts) & (outline.first != UNKNOWN)).tolist()
    if not lasting:
        return [], 0
    most_told = sorted(lasting, key=lambda place: (-outline.sources[place], outline.ids[place]))[:MOST]
    told = list(told_of(site.store, events_at(site, pair, ints(most_told))))
    treaties = [_treaty_bar(each, asked) for each in list_agreements(told, site.kit.tells_in_force, endings)]
    cuts = [_sanction_bar(each, asked) for each in list_sanctions(told, endings)]
    return sorted((*treaties, *cuts), key=lambda bar: (bar.first, bar.event)), len(lasting[MOST:])


def _lasts(kind: Kind) -> bool:
    """Whether it is told as a fact; a diplomat sent home is an act of a day."""
    is_told = kind.status in ("happened", "alleged", "denied") and kind.standing not in ("denied", "withdrawn")
    return is_told and key_of(kind) in (TREATY, *MEASURES)


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
