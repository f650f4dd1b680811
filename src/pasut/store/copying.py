"""Find the copies of an article among those stored, and keep who copies whom."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import sqlalchemy as sa

from pasut.merge.copies import FIRST, Copy, bands, find_original, pieces, precedence
from pasut.store import find, schema
from pasut.store.stale import forget_article
from pasut.store.write import delete_rows, insert_rows

_KEPT = 300
"""Texts kept in memory to compare with: some ten megabytes."""


class Copying:
    """Finds copies in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._pieces = lru_cache(_KEPT)(self._read_pieces)

    def take(self, articles: Sequence[str]) -> None:
        """Find what some new articles copy, and what others copy now that these are there."""
        again: dict[str, None] = {}
        for article in articles:
            again |= dict.fromkeys(self._enter(article))
        for article in dict.fromkeys((*articles, *again)):
            self._trace(article)

    def _enter(self, article: str) -> list[str]:
        """Write an article's bands; gives those after it in a band that have it now among the first to compare with."""
        row = _row(self._connection, article)
        keys = bands(_body(row.title, row.text))
        rank = precedence(article, row.published_last or row.published_first, len(row.text))
        rows = [{"band": key, "rank": rank, "article": article} for key in keys]
        insert_rows(self._connection, schema.copy_bands, rows, prefix="OR REPLACE")
        return [each for key in keys if self._is_first(key, rank) for each in self._after(key, rank)]

    def _is_first(self, key: int, rank: str) -> bool:
        table = schema.copy_bands
        query = sa.select(table.c.rank).where(table.c.band == key, table.c.rank < rank).limit(FIRST)
        return len(self._connection.execute(query).all()) < FIRST

    def _after(self, key: int, rank: str) -> Iterable[str]:
        table = schema.copy_bands
        query = sa.select(table.c.article).where(table.c.band == key, table.c.rank > rank)
        return self._connection.execute(query.order_by(table.c.rank)).scalars()

    def _trace(self, article: str) -> None:
        """What an article copies, now; where that changes, the blocks of all whose source changes are stale."""
        before = self._before(article)
        own = self._pieces(article)
        found = find_original(article, own, ((other, self._pieces(other)) for other in before)) if before else None
        table = schema.copies
        known = self._connection.execute(sa.select(table.c.original).where(table.c.article == article)).scalar()
        if known == (found.original if found else None):
            return
        self._write(article, found)

    def _before(self, article: str) -> list[str]:
        """The articles to compare with, the first one first."""
        table = schema.copy_bands
        entries = self._connection.execute(
            sa.select(table.c.band, table.c.rank).where(table.c.article == article)
        ).all()
        if not entries:
            return []
        part = "SELECT * FROM (SELECT rank, article FROM copy_bands WHERE band = ? AND rank < ? ORDER BY rank LIMIT ?)"
        values = [value for entry in entries for value in (entry.band, entry.rank, FIRST)]
        rows = self._connection.exec_driver_sql(" UNION ".join([part] * len(entries)), tuple(values))
        return [row.article for row in sorted(rows)]

    def _write(self, article: str, found: Copy | None) -> None:
        table = schema.copies
        root = self._root(found.original) if found else article
        delete_rows(self._connection, table.c.article, [article])
        if found:
            row = {"article": article, "original": found.original, "root": root, "likeness": found.likeness}
            insert_rows(self._connection, table, [row])
        followers = self._followers(article)
        for start in range(0, len(followers), find.BATCH):
            chosen = table.c.article.in_(followers[start : start + find.BATCH])
            self._connection.execute(sa.update(table).where(chosen).values(root=root))
        for each in (article, *followers):
            forget_article(self._connection, each)

    def _root(self, article: str) -> str:
        table = schema.copies
        return self._connection.execute(sa.select(table.c.root).where(table.c.article == article)).scalar() or article

    def _followers(self, article: str) -> list[str]:
        """Those that copy an article, and those that copy these."""
        table = schema.copies
        found: list[str] = []
        left = [article]
        while left:
            chosen = table.c.original.in_(left[: find.BATCH])
            new = list(self._connection.execute(sa.select(table.c.article).where(chosen)).scalars())
            left = left[find.BATCH :] + new
            found += new
        return found

    def _read_pieces(self, article: str) -> frozenset[str]:
        row = _row(self._connection, article)
        return pieces(_body(row.title, row.text))


def find_copies(connection: sa.Connection) -> list[tuple[find.Headline, find.Headline, find.Headline, float]]:
    """(copy, original, root, likeness) of every article that copies another: by root, then day of publication."""
    copies, articles = schema.copies, schema.articles
    citation = [articles.c[name].label(f"article_{name}") for name in find.CITATION]
    query = sa.select(copies, *citation).join(articles, articles.c.id == copies.c.article)
    rows = connection.execute(query.order_by(copies.c.root, articles.c.published_first, articles.c.key)).all()
    wanted = sorted({each for row in rows for each in (row.original, row.root)})
    named: dict[str, find.Headline] = {}
    for start in range(0, len(wanted), find.BATCH):
        chosen = sa.select(*citation).where(articles.c.id.in_(wanted[start : start + find.BATCH]))
        named |= {row.article_id: find.headline_of(row) for row in connection.execute(chosen)}
    return [(find.headline_of(row), named[row.original], named[row.root], row.likeness) for row in rows]


def _row(connection: sa.Connection, article: str) -> sa.Row[*tuple[object, ...]]:
    articles = schema.articles
    query = sa.select(articles.c.title, articles.c.text, articles.c.published_first, articles.c.published_last)
    return connection.execute(query.where(articles.c.id == article)).one()


def _body(title: str | None, text: str) -> list[str]:
    body = text[len(title) + 1 :] if title else text
    return [paragraph for paragraph in body.split("\n") if paragraph]
