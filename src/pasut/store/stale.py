"""Which blocks of a store have events that are no longer true, and which pairs something else is told of now."""

from collections.abc import Iterable

import sqlalchemy as sa

from pasut.merge.report import pair_name
from pasut.store import schema

THIS_CHANGE = sa.select(schema.changes.c.number + 1).scalar_subquery()
"""The number of the change that a transaction is making."""


def forget_article(connection: sa.Connection, article: str) -> None:
    """Mark the blocks of an article that is about to be replaced or removed, and the pairs that it judges."""
    block_claims, claims = schema.block_claims, schema.claims
    blocks = sa.select(block_claims.c.block).join(claims).where(claims.c.article == article).distinct()
    mark_stale(connection, connection.execute(blocks).scalars())
    judged = schema.assessments
    pairs = sa.select(judged.c.actor_a, judged.c.actor_b).where(judged.c.article == article).distinct()
    touch_dyads(connection, (pair_name(a, b) for a, b in connection.execute(pairs)))


def release_copies(connection: sa.Connection, article: str) -> None:
    """Let the copies of an article that is about to be replaced or removed be traced anew."""
    copies, unmerged = schema.copies, schema.unmerged
    followers = sa.select(copies.c.article).where(sa.or_(copies.c.original == article, copies.c.root == article))
    connection.execute(sa.insert(unmerged).prefix_with("OR IGNORE").from_select(["article"], followers))


def mark_stale(connection: sa.Connection, blocks: Iterable[str]) -> None:
    """Remember blocks whose events must be made anew."""
    if rows := [{"block": block} for block in dict.fromkeys(blocks)]:
        connection.execute(sa.insert(schema.stale_blocks).prefix_with("OR IGNORE"), rows)


def touch_dyads(connection: sa.Connection, pairs: Iterable[str]) -> None:
    """Give some pairs another mark: something that is told of them has changed, be it events, claims or judgements."""
    dyads = schema.dyads
    for pair in set(pairs):
        connection.execute(sa.update(dyads).where(dyads.c.pair == pair).values(mark=THIS_CHANGE))
