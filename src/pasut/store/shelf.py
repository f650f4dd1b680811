"""Articles as people leaf through them: the newest first, a page at a time, found by publisher, language and days."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import TypedDict

import sqlalchemy as sa

from pasut.errors import UsageError
from pasut.records import Record
from pasut.store.find import CITATION, Headline, headline_of
from pasut.store.schema import UNDATED, articles, claims


class ArticleCriteria(TypedDict, total=False):
    """What an article must fulfil to be listed; a criterion left out or None asks nothing."""

    publisher: str | None
    language: str | None
    since: dt.date | None
    """It was published on this day or later; articles without a date are left out."""
    until: dt.date | None


class Shelved(Record, frozen=True):
    """An article in a list."""

    article: Headline
    language: str
    claims: int
    """How many were coded from it."""


class Shelf(Record, frozen=True):
    """Some articles that follow each other, with the cursors that lead on; None where there is nothing more."""

    articles: tuple[Shelved, ...]
    before: str | None
    after: str | None


def find_shelf(
    connection: sa.Connection, criteria: ArticleCriteria, *, limit: int, after: str | None, before: str | None
) -> Shelf:
    """The articles of one page, after a cursor or before one. Raises UsageError for a cursor that no page gave."""
    is_back = before is not None
    place = _place(before if is_back else after)
    found = _walk(connection, criteria, place, limit + 1, is_back=is_back)
    more, found = len(found) > limit, found[:limit]
    if is_back:
        found.reverse()
    return Shelf(
        articles=tuple(_shelved(row) for row in found),
        before=_cursor(found[0]) if found and (more if is_back else place) else None,
        after=_cursor(found[-1]) if found and (more or is_back) else None,
    )


def count_articles(connection: sa.Connection, criteria: ArticleCriteria) -> int:
    """How many articles fulfil all criteria."""
    query = sa.select(sa.func.count()).select_from(articles).where(*_conditions(criteria))
    return connection.execute(query).scalar_one()


_Row = sa.Row[*tuple[object, ...]]
_DAY = articles.c.published_first


def _walk(
    connection: sa.Connection, criteria: ArticleCriteria, place: tuple[str, str] | None, most: int, *, is_back: bool
) -> list[_Row]:
    """Rows from a place on, by falling day, those without one last: the index by day serves each of the two parts."""
    found: list[_Row] = []
    for is_dated in (False, True) if is_back else (True, False):
        if place and is_dated != (place[0] != UNDATED):
            continue
        query = _query(criteria, is_dated=is_dated, is_back=is_back)
        if place:
            query = query.where(_beyond(place, is_back=is_back))
        found += connection.execute(query.limit(most - len(found))).all()
        place = None
        if len(found) == most:
            break
    return found


def _query(criteria: ArticleCriteria, *, is_dated: bool, is_back: bool) -> sa.Select[*tuple[object, ...]]:
    number = sa.select(sa.func.count()).where(claims.c.article == articles.c.id).scalar_subquery()
    citation = [articles.c[name].label(f"article_{name}") for name in CITATION]
    query = sa.select(*citation, articles.c.language, number.label("claims")).where(*_conditions(criteria))
    query = query.where(_DAY.is_not(None) if is_dated else _DAY.is_(None))
    name = articles.c.id
    return query.order_by(_DAY, name) if is_back else query.order_by(_DAY.desc(), name.desc())


def _beyond(place: tuple[str, str], *, is_back: bool) -> sa.ColumnElement[bool]:
    name = articles.c.id
    if place[0] == UNDATED:
        return name > place[1] if is_back else name < place[1]
    day = dt.date.fromisoformat(place[0])
    if is_back:
        return sa.and_(_DAY >= day, sa.or_(_DAY > day, name > place[1]))
    return sa.and_(_DAY <= day, sa.or_(_DAY < day, name < place[1]))


def _conditions(criteria: ArticleCriteria) -> Sequence[sa.ColumnElement[bool]]:
    out: list[sa.ColumnElement[bool]] = [
        articles.c[name] == criteria.get(name) for name in ("publisher", "language") if criteria.get(name)
    ]
    if since := criteria.get("since"):
        out.append(sa.func.coalesce(articles.c.published_last, _DAY) >= since)
    if until := criteria.get("until"):
        out.append(_DAY <= until)
    return out


def _shelved(row: _Row) -> Shelved:
    return Shelved(article=headline_of(row), language=row.language, claims=row.claims)


def _cursor(row: _Row) -> str:
    return f"{row.article_published_first or UNDATED}~{row.article_id}"


def _place(cursor: str | None) -> tuple[str, str] | None:
    if cursor is None:
        return None
    found = re.fullmatch(rf"(\d{{4}}-\d\d-\d\d|{UNDATED})~([0-9A-Za-z_-]+)", cursor)
    try:
        if found and found[1] != UNDATED:
            dt.date.fromisoformat(found[1])
    except ValueError:
        found = None
    if not found:
        raise UsageError(f"no page begins at {cursor[:60]!r}; take the cursor from a page, or begin without one")
    return found[1], found[2]
