"""What a page function gives: sections of rows, with where their cells lead, and what only people need around them."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from pasut.records import Record
from pasut.show.table import Row, Value, View


class Link(Record, frozen=True):
    """Where something leads."""

    text: str
    url: str


class Facet(Record, frozen=True):
    """One value of a field, how many rows have it, and the address of those rows alone."""

    value: str
    label: str
    count: int
    url: str
    is_on: bool = False
    """Whether the rows shown are these already; `url` then leads back to all."""


class Figure(Record, frozen=True):
    """A chart. Its numbers stand in a table of the page, `table`, for those who cannot see it."""

    name: str
    """Unique on its page."""
    spec: Mapping[str, object]
    """Vega-Lite, with its data inside."""
    caption: str
    table: str
    """Name of the section that holds its numbers."""
    image: str
    """Address of the picture without its ending: `.svg` and `.png` are there."""

    def picture(self, ending: str, language: str) -> str:
        """The address of the picture in a form and a language; what follows a question mark stays behind the ending."""
        path, mark, query = self.image.partition("?")
        return f"{path}.{ending}?{query}{'&' if mark else ''}_lang={language}"


class Section(Record, frozen=True):
    """Rows of one kind on a page."""

    name: str
    """Its key in JSON, its anchor on the page."""
    view: View
    links: tuple[tuple[int, str], ...] = ()
    """(column, address) of cells that lead somewhere, the address with fields of the row's record: `/claims/{id}`."""
    total: int | None = None
    """Rows there are in all, where only a part is here; None where these are all."""
    next: str | None = None
    """Address of the rows that follow."""
    previous: str | None = None
    url: str | None = None
    """Address of a page of its own, where it is only shown in part here."""
    facets: tuple[tuple[str, tuple[Facet, ...]], ...] = ()
    """(field, its values), the most frequent value first."""
    note: str = ""
    figures: tuple[Figure, ...] = ()
    is_open: bool = True
    """Whether people see its rows without asking; a folded section has them one click away."""


class Page(Record, frozen=True):
    """The answer to one request."""

    title: str
    sections: tuple[Section, ...] = ()
    template: str = "list"
    """Name of the template that shows it to people."""
    intro: str = ""
    """One or two sentences under the title."""
    crumbs: tuple[Link, ...] = ()
    """The pages above this one."""
    feeds: tuple[Link, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """(what, value): what is to be known at a glance."""
    data: Mapping[str, Any] = msgspec.field(default_factory=dict)
    """What the template needs beside."""
    record: Mapping[str, Any] | None = None
    """What a program gets beside the sections: the event itself, the claim, the article."""
    status: int = 200


class Moved(Exception):
    """Raised by a page function: what was asked for stands at another address, for ever or only now."""

    def __init__(self, url: str, *, for_ever: bool = False) -> None:
        super().__init__(url)
        self.url, self.for_ever = url, for_ever


def address(pattern: str, record: Mapping[str, Value]) -> str:
    """A pattern with the fields of a record in it, each quoted for a path; empty where one of them is missing.

    >>> address("/claims/{id}", {"id": "a b"})
    '/claims/a%20b'
    """
    wanted = {key: value for key, value in record.items() if "{" + key + "}" in pattern}
    if any(value in (None, "", []) for value in wanted.values()) or "{" in pattern.format_map(_Blank(wanted)):
        return ""
    return pattern.format_map({key: quote(_plain(value), safe="") for key, value in wanted.items()})


class _Blank(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{"


def _plain(value: Value) -> str:
    return str(value[0]) if isinstance(value, list) else str(value)


def links_of(section: Section, row: Row) -> Sequence[str]:
    """For each cell of a row, the address it leads to; empty where it leads nowhere."""
    found = [""] * len(row.cells)
    for column, pattern in section.links:
        found[column] = address(pattern, row.record)
    return found
