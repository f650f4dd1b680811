"""A view as a section of a page: sorted, counted by facets, and cut into pages, by what the request asks."""

from collections import Counter
from collections.abc import Sequence

import msgspec.structs

from pasut.errors import UsageError
from pasut.show.table import Row, Value, View
from pasut.show.web.asked import Asked
from pasut.show.web.page import Facet, Section

MOST_FACETS = 30
"""Values of a field that are listed with their counts."""


def listed(
    name: str, view: View, asked: Asked, *, links: Sequence[tuple[int, str]] = (), filters: Sequence[str] = ()
) -> Section:
    """The rows of a view that fit on the page asked for; for views that are whole in memory.

    `filters` are the fields that the page takes as parameters of the same name: their facets lead to fewer rows.
    """
    rows = _sorted(view, asked.one("_sort"))
    start = mark_of(asked.one("_next"))
    few = msgspec.structs.replace(view, rows=tuple(rows[start : start + asked.size]))
    facets = tuple((field, _facet(view, field, asked, filters)) for field in asked.all("_facet"))
    return msgspec.structs.replace(paged(name, few, asked, len(rows), links=links), facets=facets)


def paged(
    name: str, view: View, asked: Asked, total: int, *, links: Sequence[tuple[int, str]] = (), note: str = ""
) -> Section:
    """The rows of a view that holds only those of the page asked for, out of `total` things that are listed."""
    start = mark_of(asked.one("_next"))
    end = start + asked.size
    following = asked.url(_next=str(end)) if end < total else None
    before = _before(asked, start)
    return Section(name=name, view=view, links=tuple(links), total=total, next=following, previous=before, note=note)


def first_rows(
    name: str, view: View, most: int, url: str | None, *, links: Sequence[tuple[int, str]] = (), note: str = ""
) -> Section:
    """The first rows of a view, for a page that shows a little of much; `url` is where all of them are."""
    few = msgspec.structs.replace(view, rows=view.rows[:most])
    return Section(name=name, view=few, links=tuple(links), total=len(view.rows), url=url, note=note)


def mark_of(said: str | None) -> int:
    """The number of rows before a page. Raises UsageError for what no page has given."""
    if said is None:
        return 0
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        raise UsageError(f"_next is {said[:40]!r}; take it from the `next` of the page before")
    return int(said)


def _before(asked: Asked, start: int) -> str | None:
    if not start:
        return None
    before = max(0, start - asked.size)
    return asked.url(_next=str(before) if before else None)


def _sorted(view: View, by: str | None) -> list[Row]:
    if by is None:
        return list(view.rows)
    field = by.removeprefix("-")
    if field not in view.fields:
        raise UsageError(f"_sort is {by[:40]!r}; the fields are {', '.join(view.fields)}")
    filled = [row for row in view.rows if row.record.get(field) not in (None, "")]
    empty = [row for row in view.rows if row.record.get(field) in (None, "")]
    return sorted(filled, key=lambda row: sort_key(row.record[field]), reverse=by.startswith("-")) + empty


def sort_key(value: Value) -> tuple[int, float, str]:
    """What values are sorted by: numbers before texts, texts in any case."""
    if isinstance(value, int | float):
        return 0, float(value), ""
    return 1, 0.0, ";".join(value) if isinstance(value, list) else str(value).casefold()


def _facet(view: View, field: str, asked: Asked, filters: Sequence[str]) -> tuple[Facet, ...]:
    if field not in view.fields:
        raise UsageError(f"_facet is {field[:40]!r}; the fields are {', '.join(view.fields)}")
    counts: Counter[str] = Counter()
    for row in view.rows:
        counts.update(_values(row.record.get(field)))
    on = asked.one(field) if field in filters else None
    return tuple(
        Facet(
            value=value,
            label=asked.words.value(field, value),
            count=count,
            url=asked.url(None, **{field: None if value == on else value, "_next": None}) if field in filters else "",
            is_on=value == on,
        )
        for value, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_FACETS]
    )


def _values(value: Value) -> list[str]:
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [str(value)]
