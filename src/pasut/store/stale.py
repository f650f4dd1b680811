"""Which blocks of a store have events that are no longer true."""

from collections.abc import Iterable

import sqlalchemy as sa

from pasut.store import schema


def forget_article(connection: sa.Connection, article: str) -> None:
    """Mark the blocks of an article that is about to be replaced or removed."""
    block_claims, claims = schema.block_claims, schema.claims
    blocks = sa.select(block_claims.c.block).join(claims).where(claims.c.article == article).distinct()
    mark_stale(connection, connection.execute(blocks).scalars())


def release_copies(connection: sa.Connection, article: str) -> None:
    """Let the copies of an article that is about to be replaced or removed be traced anew."""
    copies, unmerged = schema.copies, schema.unmerged
    followers = sa.select(copies.c.article).where(sa.or_(copies.c.original == article, copies.c.root == article))
    connection.execute(sa.insert(unmerged).prefix_with("OR IGNORE").from_select(["article"], followers))


def mark_stale(connection: sa.Connection, blocks: Iterable[str]) -> None:
    """Remember blocks whose events must be made anew."""
    if rows := [{"block": block} for block in dict.fromkeys(blocks)]:
        connection.execute(sa.insert(schema.stale_blocks).prefix_with("OR IGNORE"), rows)
