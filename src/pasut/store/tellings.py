"""The claims of a block as merging takes them; those of articles published by a day, where one is given."""

import datetime as dt
from collections.abc import Iterator

import msgspec
import sqlalchemy as sa

from pasut.merge.block import Merged, merge_block
from pasut.merge.copies import Candidate, find_originals
from pasut.merge.report import Telling, block_name, published_by
from pasut.store import find, schema
from pasut.store.copying import pairs_of


def merged_as_of(connection: sa.Connection, dyad: tuple[str, str] | None, day: dt.date) -> Iterator[Merged]:
    """What the articles published by a day tell together: one block, or all, merged anew."""
    if dyad:
        blocks = [block_name(*dyad)]
    else:
        query = sa.select(schema.block_claims.c.block).distinct().order_by(schema.block_claims.c.block)
        blocks = list(connection.execute(query).scalars())
    for block in blocks:
        yield merge_block(block, tellings_of(connection, block, day))


def tellings_of(connection: sa.Connection, block: str, as_of: dt.date | None = None) -> list[Telling]:
    """What merging needs of a block's claims; those of articles published by a day, where one is given."""
    claims, articles, copies = schema.claims, schema.articles, schema.copies
    told = schema.block_claims.join(claims).join(articles).outerjoin(copies, copies.c.article == articles.c.id)
    query = (
        sa.select(
            claims, schema.block_claims.c.about, articles.c.published_first, articles.c.published_last,
            articles.c.published_basis, copies.c.root,
        )
        .select_from(told)
        .where(schema.block_claims.c.block == block)
    )  # fmt: skip
    if as_of:
        query = query.where(find.published_by(as_of))
    out = []
    for batch in connection.execute(query).partitions(find.BATCH):
        actors = find.actors_of(connection, [row.id for row in batch])
        for row in batch:
            published = find.when_of(row.published_first, row.published_last, row.published_basis)
            about = tuple(row.about.split("\n")) if row.about else ()
            claim = find.claim_of(row, actors)
            out.append(Telling(claim=claim, published=published, root=row.root or claim.article, about=about))
    return out if as_of is None else _own_roots(connection, out)


def _own_roots(connection: sa.Connection, tellings: list[Telling]) -> list[Telling]:
    """The independent sources among these articles alone: a copy counts as the first that was out by then."""
    articles = {telling.claim.article: published_by(telling.published) for telling in tellings}
    candidates = [Candidate(id=article, published=day, length=0) for article, day in articles.items()]
    pairs: dict[tuple[str, str], float] = {}
    for start in range(0, len(candidates), find.BATCH):
        wanted = [each.id for each in candidates[start : start + find.BATCH]]
        pairs |= pairs_of(connection, wanted)
    roots = {copy.article: copy.root for copy in find_originals(candidates, pairs)}
    return [
        msgspec.structs.replace(telling, root=roots.get(telling.claim.article, telling.claim.article))
        for telling in tellings
    ]
