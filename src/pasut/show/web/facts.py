"""Facts about one thing that a page shows at a glance, and those that claims, events and propositions have alike."""

from collections.abc import Iterable, Iterator

from pasut.records import Claim, Event, Proposition, Record
from pasut.show.web.asked import Asked
from pasut.show.web.naming import actor_link
from pasut.show.web.page import Link
from pasut.show.web.site import Site


class Fact(Record, frozen=True):
    """Something to be known at a glance, in parts that may each lead somewhere."""

    what: str
    parts: tuple[Link, ...]
    """A part without an address leads nowhere."""


def fact(what: str, said: str, url: str = "") -> Fact:
    """A fact in one part."""
    return Fact(what=what, parts=(Link(text=said, url=url),))


def filled(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(each for each in facts if any(part.text for part in each.parts))


def side_facts(site: Site, asked: Asked, found: Event | Proposition) -> Iterator[Fact]:
    """Who did it, and to whom."""
    for name, codes in (("source", found.source), ("target", found.target)):
        yield Fact(
            what=asked.words.phrase(f"actor_{name}"), parts=tuple(actor_link(site, asked, code) for code in codes)
        )


def detail_facts(asked: Asked, found: Claim | Event) -> Iterator[Fact]:
    """What it was about, how much, where, and in which contexts."""
    words = asked.words
    for name in ("object", "quantity", "place"):
        yield fact(words.phrase(name), getattr(found, name) or "")
    yield fact(words.phrase("contexts"), words.contexts(found.contexts))
