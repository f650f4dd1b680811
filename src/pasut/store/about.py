"""What a claim is part of: the events it tells of, the propositions it is about; and what stands around an event."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from pasut.merge.report import pair_name
from pasut.records import Contradiction, Event, Proposition
from pasut.store.find import BATCH
from pasut.store.schema import UNDATED, block_claims, claims, contradictions, events, propositions

T = TypeVar("T", Event, Proposition)

NEAR = 40
"""Events beside which one is explained: those of its block that are nearest in time. The busiest block of a hundred
thousand articles has some thousands, and to merge it anew takes seconds."""


def find_events_of(connection: sa.Connection, claim: str) -> list[Event]:
    """The events that a claim tells of: one for each pair of its actors."""
    return _that_name(connection, events, claim, Event)


def find_propositions_of(connection: sa.Connection, claim: str) -> list[Proposition]:
    """The propositions that a claim says, denies or repeats."""
    return _that_name(connection, propositions, claim, Proposition)


def find_articles_of(connection: sa.Connection, claim_ids: Sequence[str]) -> dict[str, str]:
    """The id of the article that each claim stands in, by the claim's id."""
    found: dict[str, str] = {}
    for start in range(0, len(claim_ids), BATCH):
        query = sa.select(claims.c.id, claims.c.article).where(claims.c.id.in_(claim_ids[start : start + BATCH]))
        found |= {row.id: row.article for row in connection.execute(query)}
    return found


def find_contradictions_in(connection: sa.Connection, event: str) -> list[Contradiction]:
    """Where the claims of an event cannot all be right."""
    block = sa.select(events.c.block).where(events.c.id == event).scalar_subquery()
    query = sa.select(contradictions.c.record).where(contradictions.c.block == block)
    records = connection.execute(query.order_by(contradictions.c.position)).scalars()
    found = (msgspec.json.decode(record, type=Contradiction) for record in records)
    return [each for each in found if each.event == event]


def find_around(connection: sa.Connection, event: Event, dyad: tuple[str, str]) -> tuple[Event | None, Event | None]:
    """The events of a dyad before and after one of them, in the order of its chronology."""
    day, name = events.c.day, events.c.id
    own = connection.execute(sa.select(day).where(name == event.id)).scalar()
    if own is None:
        return None, None
    here, there = sa.tuple_(day, name), sa.tuple_(sa.literal(own), sa.literal(event.id))
    query = sa.select(events.c.record).where(events.c.pair == pair_name(*dyad)).limit(1)
    before = connection.execute(query.where(here < there).order_by(day.desc(), name.desc())).scalar()
    after = connection.execute(query.where(here > there).order_by(day, name)).scalar()
    return _decoded(before), _decoded(after)


def _decoded(record: str | None) -> Event | None:
    return None if record is None else msgspec.json.decode(record, type=Event)


def find_claims_near(connection: sa.Connection, event: Event, block: str) -> list[str]:
    """The claims of an event, and of the events of its block that are nearest in time."""
    own = sa.select(events.c.day).where(events.c.id == event.id).scalar_subquery()
    apart = sa.func.abs(sa.func.julianday(events.c.day) - sa.func.julianday(own))
    is_same = sa.case((events.c.day == own, 0), (events.c.day == UNDATED, 2), else_=1)
    query = sa.select(events.c.record).where(events.c.block == block).order_by(is_same, apart, events.c.id).limit(NEAR)
    near = (msgspec.json.decode(record, type=Event) for record in connection.execute(query).scalars())
    return list(dict.fromkeys(claim for each in (event, *near) for claim in each.claims))


def _that_name(connection: sa.Connection, table: sa.Table, claim: str, kind: type[T]) -> list[T]:
    """The records of the claim's blocks that name it; the text is looked through before it is decoded."""
    blocks = sa.select(block_claims.c.block).where(block_claims.c.claim == claim)
    named = sa.func.instr(table.c.record, f'"{claim}"') > 0
    query = sa.select(table.c.record).where(table.c.block.in_(blocks), named).order_by(table.c.id)
    found = (msgspec.json.decode(record, type=kind) for record in connection.execute(query).scalars())
    return [each for each in found if claim in each.claims]
