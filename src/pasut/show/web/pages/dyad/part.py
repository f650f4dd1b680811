"""A part of a dyad's page: the rows of one page of it, or the first few with a link to all, made of those alone."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pasut.show.table import View
from pasut.show.web.asked import Asked
from pasut.show.web.listing import mark_of
from pasut.show.web.page import Section

T = TypeVar("T")

FEW = 5
"""Rows of a part on the page that shows a little of everything."""


def paged(
    name: str,
    found: Sequence[T],
    view: Callable[[Sequence[T]], View],
    asked: Asked,
    *,
    url: str,
    links: Sequence[tuple[int, str]] = (),
    most: int | None = None,
) -> Section:
    """A section of the things found, of which only those shown become rows.

    With `most` the first so many, and `url` is where all are; without it the page that the request asks for.
    """
    if most is not None:
        return Section(name=name, view=view(found[:most]), links=tuple(links), total=len(found), url=url)
    start = mark_of(asked.one("_next"))
    end, before = start + asked.size, max(0, start - asked.size)
    return Section(
        name=name,
        view=view(found[start:end]),
        links=tuple(links),
        total=len(found),
        next=asked.url(_next=str(end)) if end < len(found) else None,
        previous=asked.url(_next=str(before) if before else None) if start else None,
    )
