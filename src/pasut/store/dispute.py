"""Propositions as people leaf through them: counted by standing and read a page at a time, those in dispute first."""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from pasut.records import Proposition, Record, Standing
from pasut.store.ledger import LedgerCriteria, proposition_conditions
from pasut.store.schema import propositions

ORDER: tuple[Standing, ...] = (
    "disputed", "denied", "admitted", "withdrawn", "unanswered", "corroborated", "asserted",
)  # fmt: skip
"""Standings as they are listed: what most needs looking at first."""


class DisputePage(Record, frozen=True):
    """Some propositions that follow each other."""

    propositions: tuple[Proposition, ...]
    counts: Mapping[str, int]
    """How many have each standing, of those that fulfil all criteria but the standing."""


def find_disputes(
    connection: sa.Connection, criteria: LedgerCriteria, standings: Sequence[str], *, limit: int, offset: int
) -> DisputePage:
    """Propositions of these standings, each standing's together in ORDER, the latest to be told first."""
    wanted = proposition_conditions(criteria)
    counts = _counts(connection, wanted)
    found: list[Proposition] = []
    for standing in ORDER:
        if standing not in standings:
            continue
        if offset < counts.get(standing, 0) and len(found) < limit:
            found += _read(connection, wanted, standing, limit - len(found), offset)
        offset = max(0, offset - counts.get(standing, 0))
    return DisputePage(propositions=tuple(found), counts=counts)


def find_first(
    connection: sa.Connection, criteria: LedgerCriteria, standings: Sequence[str], limit: int
) -> DisputePage:
    """The first few propositions of these standings, each standing's together, in their order, the first told first."""
    wanted = proposition_conditions(criteria)
    counts = _counts(connection, wanted)
    found: list[Proposition] = []
    for standing in standings:
        if counts.get(standing) and len(found) < limit:
            query = sa.select(propositions.c.record).where(*wanted, propositions.c.standing == standing)
            query = query.order_by(propositions.c.said_first, propositions.c.id).limit(limit - len(found))
            found += [msgspec.json.decode(each, type=Proposition) for each in connection.execute(query).scalars()]
    return DisputePage(propositions=tuple(found), counts=counts)


def _counts(connection: sa.Connection, wanted: Sequence[sa.ColumnElement[bool]]) -> dict[str, int]:
    column = propositions.c.standing
    rows = connection.execute(sa.select(column, sa.func.count()).where(*wanted).group_by(column)).all()
    return {standing: count for standing, count in rows}


def _read(
    connection: sa.Connection, wanted: Sequence[sa.ColumnElement[bool]], standing: str, limit: int, offset: int
) -> list[Proposition]:
    query = sa.select(propositions.c.record).where(*wanted, propositions.c.standing == standing)
    query = query.order_by(propositions.c.said_first.desc(), propositions.c.id).limit(limit).offset(offset)
    return [msgspec.json.decode(record, type=Proposition) for record in connection.execute(query).scalars()]
