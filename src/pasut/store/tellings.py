"""The claims of a block as merging takes them; those of articles published by a day, where one is given."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa

from pasut.merge.block import Merged, merge_block
from pasut.merge.linking import with_links
from pasut.merge.report import Telling, pair_name
from pasut.records import Override
from pasut.store import find, schema


def merged_as_of(connection: sa.Connection, dyad: tuple[str, str] | None, day: dt.date) -> Iterator[Merged]:
    """What the articles published by a day tell together: one block, or all, merged anew."""
    column = schema.block_claims.c.block
    query = sa.select(column).distinct().order_by(column)
    if dyad:
        query = query.where(within_pair(column, dyad))
    for block in connection.execute(query).scalars().all():
        yield merge_block(block, tellings_of(connection, block, day))


def within_pair(column: sa.Column[str], dyad: tuple[str, str]) -> sa.ColumnElement[bool]:
    """That a block is one of a pair's."""
    start = pair_name(*dyad) + "|"
    return sa.and_(column >= start, column < start + "\U0010ffff")


def tellings_of(
    connection: sa.Connection, block: str, as_of: dt.date | None = None, among: Sequence[str] | None = None
) -> list[Telling]:
    """What merging needs of a block's claims; those of articles published by a day, or some alone, where given.

    A copy's root is the same as of any day on which the copy was out: what it copies came before it.
    """
    claims, articles, copies = schema.claims, schema.articles, schema.copies
    told = schema.block_claims.join(claims).join(articles).outerjoin(copies, copies.c.article == articles.c.id)
    query = (
        sa.select(
            claims, schema.block_claims.c.about, articles.c.published_first, articles.c.published_last,
            articles.c.published_basis, articles.c.publisher, copies.c.root,
        )
        .select_from(told)
        .where(schema.block_claims.c.block == block)
    )  # fmt: skip
    if as_of:
        query = query.where(find.published_by(as_of))
    if among is not None:
        query = query.where(claims.c.id.in_(among))
    out = []
    for batch in connection.execute(query).partitions(find.BATCH):
        actors = find.actors_of(connection, [row.id for row in batch])
        texts = _texts(connection, {row.root for row in batch if row.root and row.root != row.article}, as_of)
        for row in batch:
            published = find.when_of(row.published_first, row.published_last, row.published_basis)
            about = tuple(row.about.split("\n")) if row.about else ()
            claim = find.claim_of(row, actors)
            root = row.root or claim.article
            repeats = not claim.overrides and root in texts and _letters(claim.sentence_text) in texts[root]
            telling = Telling(
                claim=claim, published=published, root=root, publisher=row.publisher, about=about, repeats=repeats
            )
            out.append(telling)
    return with_links(out, _links(connection))


def _texts(connection: sa.Connection, roots: set[str], as_of: dt.date | None) -> dict[str, str]:
    """The letters of the articles that others copy, of those published by a day where one is given."""
    if not roots:
        return {}
    table = schema.articles
    query = sa.select(table.c.id, table.c.text).where(table.c.id.in_(roots))
    if as_of:
        query = query.where(find.published_by(as_of))
    return {row.id: _letters(row.text) for row in connection.execute(query)}


def _letters(text: str) -> str:
    """A text without what editors change first: spaces, quotation marks, dashes, capitals."""
    return "".join(filter(str.isalnum, text.casefold()))


def _links(connection: sa.Connection) -> list[Override]:
    """What persons have joined and split, with what was taken back."""
    table = schema.overrides
    wanted = table.c.action.in_(("join", "split", "withdraw"))
    records = connection.execute(sa.select(table.c.record).where(wanted).order_by(table.c.number)).scalars()
    return [msgspec.json.decode(record, type=Override) for record in records]
