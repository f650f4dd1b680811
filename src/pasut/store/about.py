"""What a claim is part of: the events it tells of, the propositions it is about; and what contradicts in an event."""

from typing import TypeVar

import msgspec
import sqlalchemy as sa

from pasut.records import Contradiction, Event, Proposition
from pasut.store.schema import block_claims, contradictions, events, propositions

T = TypeVar("T", Event, Proposition)


def find_events_of(connection: sa.Connection, claim: str) -> list[Event]:
    """The events that a claim tells of: one for each pair of its actors."""
    return _that_name(connection, events, claim, Event)


def find_propositions_of(connection: sa.Connection, claim: str) -> list[Proposition]:
    """The propositions that a claim says, denies or repeats."""
    return _that_name(connection, propositions, claim, Proposition)


def find_contradictions_in(connection: sa.Connection, event: str) -> list[Contradiction]:
    """Where the claims of an event cannot all be right."""
    block = sa.select(events.c.block).where(events.c.id == event).scalar_subquery()
    query = sa.select(contradictions.c.record).where(contradictions.c.block == block)
    records = connection.execute(query.order_by(contradictions.c.position)).scalars()
    found = (msgspec.json.decode(record, type=Contradiction) for record in records)
    return [each for each in found if each.event == event]


def _that_name(connection: sa.Connection, table: sa.Table, claim: str, kind: type[T]) -> list[T]:
    """The records of the claim's blocks that name it; the text is looked through before it is decoded."""
    blocks = sa.select(block_claims.c.block).where(block_claims.c.claim == claim)
    named = sa.func.instr(table.c.record, f'"{claim}"') > 0
    query = sa.select(table.c.record).where(table.c.block.in_(blocks), named).order_by(table.c.id)
    found = (msgspec.json.decode(record, type=kind) for record in connection.execute(query).scalars())
    return [each for each in found if claim in each.claims]
