"""Find the copies of an article among those stored, and keep who copies whom."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from pasut.merge.copies import COPIED, Candidate, bands, find_originals, likeness, pieces
from pasut.store import find, schema
from pasut.store.stale import forget_article
from pasut.store.write import delete_rows


def prepare_copies(connection: sa.Connection, article: str) -> None:
    paragraphs = _paragraphs(connection, article)
    keys = bands(paragraphs)
    table = schema.copy_bands
    if not keys:
        return
    near = connection.execute(
        sa.select(table.c.article).where(table.c.band.in_(keys), table.c.article != article).distinct()
    ).scalars()
    own = pieces(paragraphs)
    rows = []
    for other in sorted(near):
        share = likeness(own, pieces(_paragraphs(connection, other)))
        if share >= COPIED:
            one, two = sorted((article, other))
            rows.append({"one": one, "other": two, "likeness": share})
    connection.execute(sa.insert(table).prefix_with("OR IGNORE"), [{"band": key, "article": article} for key in keys])
    if rows:
        connection.execute(sa.insert(schema.copy_pairs).prefix_with("OR REPLACE"), rows)
        _trace_copies(connection, article)


def _paragraphs(connection: sa.Connection, article: str) -> list[str]:
    row = connection.execute(
        sa.select(schema.articles.c.title, schema.articles.c.text).where(schema.articles.c.id == article)
    ).one()
    body = row.text[len(row.title) + 1 :] if row.title else row.text
    return [paragraph for paragraph in body.split("\n") if paragraph]


def _trace_copies(connection: sa.Connection, article: str) -> None:
    """Who copies whom, anew, among all that are tied to an article by likeness."""
    members, pairs = _tied(connection, article)
    articles = schema.articles
    rows = connection.execute(
        sa.select(
            articles.c.id,
            articles.c.published_first,
            articles.c.published_last,
            sa.func.length(articles.c.text).label("length"),
        ).where(articles.c.id.in_(members))
    )
    candidates = [
        Candidate(id=row.id, published=row.published_last or row.published_first, length=row.length) for row in rows
    ]
    before = {
        row.article: row.root
        for row in connection.execute(sa.select(schema.copies).where(schema.copies.c.article.in_(members)))
    }
    found = find_originals(candidates, pairs)
    delete_rows(connection, schema.copies.c.article, members)
    if found:
        connection.execute(sa.insert(schema.copies), [msgspec.structs.asdict(copy) for copy in found])
    after = {copy.article: copy.root for copy in found}
    for changed in members:
        if before.get(changed) != after.get(changed):
            forget_article(connection, changed)


def _tied(connection: sa.Connection, article: str) -> tuple[list[str], dict[tuple[str, str], float]]:
    members, left = {article}, [article]
    pairs: dict[tuple[str, str], float] = {}
    while left:
        found = pairs_of(connection, left[: find.BATCH])
        left = left[find.BATCH :]
        pairs |= found
        new = {each for pair in found for each in pair} - members
        members |= new
        left += sorted(new)
    return sorted(members), pairs


def pairs_of(connection: sa.Connection, articles: Sequence[str]) -> dict[tuple[str, str], float]:
    """The likeness of each pair that one of some articles belongs to."""
    table = schema.copy_pairs
    query = sa.select(table).where(sa.or_(table.c.one.in_(articles), table.c.other.in_(articles)))
    return {(row.one, row.other): row.likeness for row in connection.execute(query)}


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
