"""The two actors that a dyad's pages are about, and what those pages share: events, index, addresses."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar
from urllib.parse import quote, urlencode

from pasut.errors import UsageError
from pasut.measure.index import RelationIndex, measure_relation
from pasut.records import Event, Record
from pasut.show.names import Names
from pasut.show.web.asked import Asked
from pasut.show.web.page import Link
from pasut.show.web.site import Site
from pasut.store import Line
from pasut.world.scale import load_scale

Key = tuple[str, str]
T = TypeVar("T")

FEW_EVENTS = 200
"""Events up to which all about a dyad is made in a tenth of a second, and is no burden to keep."""


class Pair(Record, frozen=True):
    """Two actors, in the order of the address, as known on a day."""

    a: str
    b: str
    names: tuple[str, str]
    """What the reader's language calls them."""
    title: str
    as_of: dt.date | None = None
    """None: as all articles of the store tell."""

    @property
    def codes(self) -> Key:
        """Both codes."""
        return self.a, self.b

    def url(self, part: str = "", ending: str = "", **query: str | None) -> str:
        """The address of a page about them: `pair.url("letters")`; it keeps the day as of which they are known."""
        path = "/".join(("/dyad", quote(self.a, safe=""), quote(self.b, safe=""), *([part] if part else [])))
        asked = {"as_of": self.as_of.isoformat() if self.as_of else None, **query}
        given = {name: value for name, value in asked.items() if value}
        return path + ending + (f"?{urlencode(given)}" if given else "")


def pair_of(site: Site, asked: Asked) -> Pair:
    """The two actors in the address, whatever they are called there. Raises UsageError where they are one."""
    a, b = dyad_of(site.names, asked)
    if a == b:
        raise UsageError(f"both actors are {site.names.name(a, 'en')} ({a}); name two, such as /dyad/PRK/RUS")
    names = site.names.name(a, asked.words.language), site.names.name(b, asked.words.language)
    title = asked.words.phrase("pair", a=names[0], b=names[1])
    return Pair(a=a, b=b, names=names, title=title, as_of=asked.until("as_of"))


def dyad_of(names: Names, asked: Asked) -> tuple[str, str]:
    """The codes of the two actors in the address, whatever they are called there."""
    return names.resolve(asked.names["a"]), names.resolve(asked.names["b"])


def crumbs(pair: Pair, asked: Asked, *, inner: bool = True) -> tuple[Link, ...]:
    """The pages above one of the dyad's own (`inner`), or above the dyad itself."""
    front = Link(text=asked.terms("base.nav_front"), url="/")
    return (front, Link(text=pair.title, url=pair.url())) if inner else (front,)


def events_of(site: Site, pair: Pair) -> tuple[Event, ...]:
    """All events of the dyad, by date, those without one last."""
    codes = min(pair.codes), max(pair.codes)
    return site.remember(
        ("events", *codes, pair.as_of),
        lambda: tuple(site.store.events(dyad=codes, as_of=pair.as_of)),
        is_small=lambda found: len(found) <= FEW_EVENTS,
    )


def events_of_kinds(site: Site, pair: Pair, kinds: Sequence[str]) -> list[Event]:
    """Those of some types, `AID`, or types with modes, `AID.arms`, by date: all are looked through once for all."""
    every = events_of(site, pair)

    def sort() -> dict[tuple[str, str | None], list[int]]:
        places: dict[tuple[str, str | None], list[int]] = {}
        for place, event in enumerate(every):
            places.setdefault((event.type, event.mode), []).append(place)
        return places

    key = ("kinds", min(pair.codes), max(pair.codes), pair.as_of)
    by_kind = sort() if len(every) <= FEW_EVENTS else site.remember(key, sort)
    wanted = [found for (name, mode), found in by_kind.items() if name in kinds or f"{name}.{mode}" in kinds]
    return [every[place] for place in sorted(itertools.chain.from_iterable(wanted))]


def lines_between(site: Site, pair: Pair) -> list[Line]:
    """All claims about the two, found by their events: the store would look for them among those of all others."""
    return site.store.lines_of(list(dict.fromkeys(claim for event in events_of(site, pair) for claim in event.claims)))


def newest_first(events: Iterable[Event]) -> list[Event]:
    """Events from the last day back, those without one last."""
    listed = list(events)
    dated = [event for event in listed if day_of(event)]
    return [*reversed(dated), *(event for event in listed if not day_of(event))]


def day_of(event: Event) -> dt.date | None:
    """The first day on which an event may have been, else the last."""
    return (event.when.first or event.when.last) if event.when else None


def relation_of(site: Site, pair: Pair) -> RelationIndex:
    """The index of the dyad, up to the day as of which it is known, else to the last day of the store."""

    def measure() -> RelationIndex:
        until = pair.as_of or site.store.last_day()
        return measure_relation(events_of(site, pair), pair.codes, load_scale(), until=until, as_of=pair.as_of)

    return site.remember(
        ("index", *pair.codes, pair.as_of), measure, is_small=lambda found: len(found.evidence.events) <= FEW_EVENTS
    )


def kept(site: Site, pair: Pair, name: str, make: Callable[[], T]) -> T:
    """What a part of a dyad rests on: kept where it is of many events, made again where that takes no time."""
    if len(events_of(site, pair)) <= FEW_EVENTS:
        return make()
    return site.remember((name, *pair.codes, pair.as_of), make)
