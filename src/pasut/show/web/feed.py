"""Atom feeds (RFC 4287): what is new, for a feed reader."""

import datetime as dt
import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from pasut.records import Record

MEDIA_TYPE = "application/atom+xml"
_SPACE = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that no XML document may hold."""


class Entry(Record, frozen=True):
    """One thing that is new."""

    id: str
    """A URI that never changes: `urn:pasut:event:...`."""
    title: str
    url: str
    day: dt.date
    """When it became known."""
    summary: str = ""


def write_feed(*, id: str, title: str, url: str, own_url: str, language: str, entries: Sequence[Entry]) -> bytes:
    """A feed, its entries in the order given; it is as new as its newest entry."""
    ET.register_namespace("", _SPACE)
    feed = ET.Element(_tag("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": language})
    _text(feed, "id", id)
    _text(feed, "title", title)
    _text(feed, "updated", _moment(max((entry.day for entry in entries), default=dt.date(1970, 1, 1))))
    author = ET.SubElement(feed, _tag("author"))
    _text(author, "name", "pasut")
    ET.SubElement(feed, _tag("link"), {"rel": "self", "href": own_url, "type": MEDIA_TYPE})
    ET.SubElement(feed, _tag("link"), {"rel": "alternate", "href": url, "type": "text/html"})
    for entry in entries:
        _write_entry(feed, entry)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _write_entry(feed: ET.Element, entry: Entry) -> None:
    element = ET.SubElement(feed, _tag("entry"))
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.day))
    ET.SubElement(element, _tag("link"), {"rel": "alternate", "href": entry.url, "type": "text/html"})
    if entry.summary:
        _text(element, "summary", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, _tag(name)).text = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _tag(name: str) -> str:
    return f"{{{_SPACE}}}{name}"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
