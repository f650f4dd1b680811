"""Actors, acts and articles as a page names them, with the addresses that they lead to."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit

from pasut.merge.report import state_of
from pasut.records import Event
from pasut.show.line import between
from pasut.show.web.asked import Asked
from pasut.show.web.page import Link
from pasut.show.web.site import Site


def named_between(site: Site, asked: Asked, source: Sequence[str], target: Sequence[str]) -> str:
    """`Russia → North Korea`, in the reader's language."""
    return between([_name(site, asked, code) for code in source], [_name(site, asked, code) for code in target])


def speakers_said(site: Site, asked: Asked, speakers: Iterable[str]) -> str:
    """Who says it: states by name, persons and media as they are called."""
    return ", ".join(dict.fromkeys(_name(site, asked, asked.words.speaker(code)) for code in speakers))


def event_said(site: Site, asked: Asked, event: Event) -> str:
    """`19 June 2024, Russia → North Korea: visits, happened`."""
    who, words = named_between(site, asked, event.source, event.target), asked.words
    act, status = words.act(event.type, event.mode), words.labels.status[event.status]
    return f"{words.date(event.when)}, {who}: {act}, {status}"


def actor_link(site: Site, asked: Asked, code: str) -> Link:
    """An actor's name and page."""
    return Link(text=_name(site, asked, code), url=actor_url(code))


def actor_url(code: str) -> str:
    """The address of an actor's page; empty for what cannot be a part of an address, and is no code of the tables."""
    return "" if "/" in code else f"/actors/{quote(code, safe='')}"


def dyad_links(site: Site, asked: Asked, source: Iterable[str], target: Iterable[str]) -> tuple[Link, ...]:
    """The dyads that an act is of."""
    pairs = dict.fromkeys(
        tuple(sorted((state_of(a), state_of(b)))) for a in source for b in target if state_of(a) != state_of(b)
    )
    return tuple(
        Link(
            text=asked.words.phrase("pair", a=_name(site, asked, a), b=_name(site, asked, b)),
            url=f"/dyad/{quote(a, safe='')}/{quote(b, safe='')}",
        )
        for a, b in pairs
    )


def crumbs_of(site: Site, asked: Asked, source: Iterable[str], target: Iterable[str]) -> tuple[Link, ...]:
    """The front page, and the dyad where there is one."""
    return (Link(text=asked.terms("base.nav_front"), url="/"), *dyad_links(site, asked, source, target)[:1])


def web_address(url: str | None) -> str:
    """An address that a page may lead to; empty for anything but http and https.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return (url or "") if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def _name(site: Site, asked: Asked, code: str) -> str:
    return site.names.name(str(code), asked.words.language)
