"""Find the copies of an article among those stored, and keep who copies whom."""

from collections.abc import Sequence
from functools import lru_cache

import sqlalchemy as sa

from pasut.merge.copies import FIRST, Copy, bands, find_original, pieces, precedence
from pasut.store import find, schema
from pasut.store.stale import forget_article
from pasut.store.write import delete_rows, insert_rows

_KEPT = 300
"""Texts kept in memory to compare with: some ten megabytes."""


_FEW = f"(SELECT rank, article FROM copy_bands WHERE band = :key AND rank < :rank ORDER BY rank LIMIT {FIRST})"
_BEFORE = f"SELECT * FROM {_FEW}"
_AFTER = (
    "SELECT rank, article FROM copy_bands WHERE band = :key AND rank > :rank"
    f" AND (SELECT COUNT(*) FROM {_FEW}) < {FIRST}"
)
"""Of one band: the articles to compare with; those that have a new article now among theirs. Written out and asked of
all bands at once, since a hundred thousand articles ask it of forty bands each."""


class Copying:
    """Finds copies in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._pieces = lru_cache(_KEPT)(self._read_pieces)

    def take(self, articles: Sequence[str]) -> None:
        """Find what some new articles copy, and what others copy now that these are there."""
        entered = {article: self._enter(article) for article in articles}
        again = {each for keys, rank in entered.values() for each in self._after(keys, rank)} - entered.keys()
        entered |= {article: self._entry(article) for article in again}
        for article, (keys, rank) in sorted(entered.items(), key=lambda item: item[1][1]):
            self._trace(article, keys, rank)

    def _enter(self, article: str) -> tuple[tuple[int, ...], str]:
        """Write an article's bands; gives them and its rank."""
        row = _row(self._connection, article)
        body = _body(row.title, row.text)
        keys = bands(body)
        rank = precedence(article, row.published_last or row.published_first, sum(map(len, body)))
        rows = [{"band": key, "rank": rank, "article": article} for key in keys]
        insert_rows(self._connection, schema.copy_bands, rows, prefix="OR REPLACE")
        return keys, rank

    def _entry(self, article: str) -> tuple[tuple[int, ...], str]:
        table = schema.copy_bands
        rows = self._connection.execute(sa.select(table.c.band, table.c.rank).where(table.c.article == article)).all()
        return tuple(row.band for row in rows), rows[0].rank

    def _after(self, keys: Sequence[int], rank: str) -> list[str]:
        """Those that came after it, in the bands where it is now among the first."""
        return [article for _, article in self._ask(_AFTER, keys, rank)]

    def _before(self, keys: Sequence[int], rank: str) -> list[str]:
        """The articles to compare with, the first one first."""
        return [article for _, article in sorted(self._ask(_BEFORE, keys, rank))]

    def _ask(self, part: str, keys: Sequence[int], rank: str) -> list[tuple[str, str]]:
        if not keys:
            return []
        query = " UNION ".join(part.replace(":key", str(key)) for key in keys)
        return [(row[0], row[1]) for row in self._connection.exec_driver_sql(query, {"rank": rank})]

    def _trace(self, article: str, keys: Sequence[int], rank: str) -> None:
        """What an article copies, now; where that changes, the blocks of all whose source changes are stale."""
        before = self._before(keys, rank)
        found = None
        if before:
            found = find_original(article, self._pieces(article), ((other, self._pieces(other)) for other in before))
        table = schema.copies
        known = self._connection.execute(sa.select(table.c.original).where(table.c.article == article)).scalar()
        if known != (found.original if found else None):
            self._write(article, found)

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


def find_copies(
    connection: sa.Connection, among: Sequence[str] | None = None
) -> list[tuple[find.Headline, find.Headline, find.Headline, float]]:
    """(copy, original, root, likeness) of every article that copies another: by root, then day of publication.

    `among` asks for the chains that some articles stand in, whole.
    """
    copies, articles = schema.copies, schema.articles
    citation = [articles.c[name].label(f"article_{name}") for name in find.CITATION]
    query = sa.select(copies, *citation).join(articles, articles.c.id == copies.c.article)
    if among is not None:
        query = query.where(copies.c.root.in_(_roots_of(connection, among)))
    rows = connection.execute(query.order_by(copies.c.root, articles.c.published_first, articles.c.key)).all()
    wanted = sorted({each for row in rows for each in (row.original, row.root)})
    named: dict[str, find.Headline] = {}
    for start in range(0, len(wanted), find.BATCH):
        chosen = sa.select(*citation).where(articles.c.id.in_(wanted[start : start + find.BATCH]))
        named |= {row.article_id: find.headline_of(row) for row in connection.execute(chosen)}
    return [(find.headline_of(row), named[row.original], named[row.root], row.likeness) for row in rows]


def _roots_of(connection: sa.Connection, articles: Sequence[str]) -> set[str]:
    """The articles themselves, and what those that are copies go back to."""
    table = schema.copies
    found = set(articles)
    for start in range(0, len(articles), find.BATCH):
        chosen = table.c.article.in_(articles[start : start + find.BATCH])
        found |= set(connection.execute(sa.select(table.c.root).where(chosen)).scalars())
    return found


def _row(connection: sa.Connection, article: str) -> sa.Row[*tuple[object, ...]]:
    articles = schema.articles
    query = sa.select(articles.c.title, articles.c.text, articles.c.published_first, articles.c.published_last)
    return connection.execute(query.where(articles.c.id == article)).one()


def _body(title: str | None, text: str) -> list[str]:
    body = text[len(title) + 1 :] if title else text
    return [paragraph for paragraph in body.split("\n") if paragraph]
