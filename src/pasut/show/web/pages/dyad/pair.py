"""The two actors that a dyad's pages are about, and what those pages share: events, index, addresses."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import quote, urlencode

import numpy as np

from pasut.errors import UsageError
from pasut.measure.arrays import Ints, ints
from pasut.measure.evidence import outlined_evidence
from pasut.measure.index import RelationIndex, index_of
from pasut.measure.outline import Outline, Read, Unread, outline_of
from pasut.measure.parameters import DEFAULT
from pasut.records import Event, Record
from pasut.show.names import Names
from pasut.show.web.asked import Asked
from pasut.show.web.page import Link
from pasut.show.web.site import Site
from pasut.store import Line
from pasut.world.scale import load_scale

Key = tuple[str, str]
T = TypeVar("T")


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


def outline_of_pair(site: Site, pair: Pair) -> Outline:
    """All events of the dyad, by date, as columns."""
    codes = min(pair.codes), max(pair.codes)

    def make() -> Outline:
        if pair.as_of is None:
            return site.store.outline(codes)
        return outline_of(_events_as_of(site, pair).values(), site.store.planned(codes))

    return site.remember(("outline", *codes, pair.as_of), make, of=codes)


def events_at(site: Site, pair: Pair, places: Ints) -> Sequence[Event]:
    """The events at some places of the outline; they are read when somebody looks at them."""
    return Unread(outline_of_pair(site, pair).ids_at(places), _reader(site, pair))


def events_of_ids(site: Site, pair: Pair, ids: Sequence[str]) -> list[Event]:
    """The events of some ids, as the dyad is known."""
    return _reader(site, pair)(ids)


def every_event(site: Site, pair: Pair) -> Sequence[Event]:
    """All events of the dyad, by date, those without one last."""
    return events_at(site, pair, ints(np.arange(len(outline_of_pair(site, pair)))))


def events_of_kinds(site: Site, pair: Pair, kinds: Sequence[str]) -> Sequence[Event]:
    """Those of some types, `AID`, or types with modes, `AID.arms`, the newest first."""
    outline = outline_of_pair(site, pair)
    fits = outline.of(lambda kind: kind.type in kinds or f"{kind.type}.{kind.mode}" in kinds)
    order = outline.newest_first
    return events_at(site, pair, ints(order[fits[order]]))


def lines_between(site: Site, pair: Pair) -> list[Line]:
    """All claims about the two, found by their events: the store would look for them among those of all others."""
    return site.store.lines_of(
        list(dict.fromkeys(claim for event in every_event(site, pair) for claim in event.claims))
    )


def relation_of(site: Site, pair: Pair) -> RelationIndex:
    """The index of the dyad, up to the day as of which it is known, else to the last day of the store."""

    def measure() -> RelationIndex:
        evidence = outlined_evidence(
            outline_of_pair(site, pair), _reader(site, pair), pair.codes, load_scale(), DEFAULT, as_of=pair.as_of
        )
        return index_of(evidence, until=pair.as_of or site.store.last_day())

    return site.remember(("index", *pair.codes, pair.as_of), measure, of=pair.codes)


def kept(site: Site, pair: Pair, name: str, make: Callable[[], T]) -> T:
    """What a part of a dyad rests on, kept as long as nothing about the two is written."""
    return site.remember(kept_as(name, pair), make, of=pair.codes)


def kept_as(name: str, pair: Pair) -> tuple[object, ...]:
    """The key of such a part."""
    return (name, *pair.codes, pair.as_of)


def _reader(site: Site, pair: Pair) -> Read:
    """What reads events of the dyad by their ids."""
    if pair.as_of is None:
        return site.store.events_by_id

    def read(ids: Sequence[str]) -> list[Event]:
        events = _events_as_of(site, pair)
        return [events[name] for name in ids]

    return read


def _events_as_of(site: Site, pair: Pair) -> dict[str, Event]:
    """The events of an earlier day, which no store holds, by id."""
    codes = min(pair.codes), max(pair.codes)

    def find() -> dict[str, Event]:
        return {event.id: event for event in site.store.events(dyad=codes, as_of=pair.as_of)}

    return site.remember(("events", *codes, pair.as_of), find, of=codes)
