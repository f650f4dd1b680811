"""Propositions and contradictions to and from a store."""

import datetime as dt
from collections.abc import Iterator
from typing import TypedDict

import msgspec
import sqlalchemy as sa

from pasut.errors import NotFoundError
from pasut.merge.block import Merged, merge_block
from pasut.merge.report import pair_name, pair_of, state_of
from pasut.records import ActorCode, Contradiction, Proposition
from pasut.store import find
from pasut.store.schema import contradictions, propositions
from pasut.store.tellings import merged_as_of, tellings_of, within_pair
from pasut.store.write import insert_rows


class LedgerCriteria(TypedDict, total=False):
    """What a proposition must fulfil to be found; a criterion left out or None asks nothing."""

    dyad: tuple[str, str] | None
    actor: str | None
    """Code of one of the two states it is between."""
    source: str | None
    """Actor code of who is said to do it; `PSE` also finds `PSE:Hamas`."""
    target: str | None
    type: str | None
    """Event type, `AID`, or type and mode, `AID.arms`."""
    standing: str | None
    since: dt.date | None
    """Somebody has said it on this day or later."""
    until: dt.date | None
    """Somebody has said it on this day or before."""


def write_ledger(connection: sa.Connection, block: str, merged: Merged) -> None:
    """Put a block's propositions and contradictions in the place of those it had."""
    for table in (propositions, contradictions):
        connection.execute(sa.delete(table).where(table.c.block == block))
    insert_rows(connection, propositions, (_row(block, each) for each in merged.propositions), prefix="OR REPLACE")
    insert_rows(
        connection,
        contradictions,
        (
            {"block": block, "position": n, "kind": each.kind, "is_slip": each.is_slip, "record": _json(each)}
            for n, each in enumerate(merged.contradictions)
        ),
    )


def find_propositions(
    connection: sa.Connection, criteria: LedgerCriteria, as_of: dt.date | None = None
) -> Iterator[Proposition]:
    """Propositions that fulfil all criteria, by the day on which each was first told."""
    found: Iterator[Proposition]
    if as_of is None:
        query = sa.select(propositions.c.record).where(*proposition_conditions(criteria))
        rows = connection.execute(query.order_by(propositions.c.said_first, propositions.c.id)).scalars()
        found = (msgspec.json.decode(record, type=Proposition) for record in rows)
    else:
        merged = merged_as_of(connection, criteria.get("dyad"), as_of)
        found = (proposition for each in merged for proposition in each.propositions)
    yield from (each for each in found if _fits(each, criteria))


def find_proposition(connection: sa.Connection, reference: str, as_of: dt.date | None = None) -> Proposition:
    """The proposition whose id is or begins with `reference`, as of a day where one is given.

    Raises UsageError where there is none.
    """
    name = find.one_of(connection, propositions.c.id, reference.lower(), "proposition")
    query = sa.select(propositions.c.record, propositions.c.block).where(propositions.c.id == name)
    row = connection.execute(query).one()
    if as_of is None:
        return msgspec.json.decode(row.record, type=Proposition)
    for each in merge_block(row.block, tellings_of(connection, row.block, as_of)).propositions:
        if each.id == name:
            return each
    raise NotFoundError(f"nobody had said {name!r} by {as_of.isoformat()}; give a later day")


def find_contradictions(
    connection: sa.Connection, dyad: tuple[str, str] | None, as_of: dt.date | None = None
) -> Iterator[Contradiction]:
    """Contradictions among the claims of a dyad, or of all."""
    if as_of is not None:
        for merged in merged_as_of(connection, dyad, as_of):
            yield from merged.contradictions
        return
    query = sa.select(contradictions.c.record).order_by(contradictions.c.block, contradictions.c.position)
    if dyad:
        query = query.where(within_pair(contradictions.c.block, dyad))
    for record in connection.execute(query).scalars():
        yield msgspec.json.decode(record, type=Contradiction)


def proposition_conditions(criteria: LedgerCriteria) -> list[sa.ColumnElement[bool]]:
    """What the rows of `propositions` must fulfil; source and target are compared code by code, which SQL does not."""
    out: list[sa.ColumnElement[bool]] = []
    if dyad := criteria.get("dyad"):
        out.append(propositions.c.pair == pair_name(*dyad))
    if actor := criteria.get("actor"):
        state, pair = state_of(actor), propositions.c.pair
        out.append(sa.or_(pair.startswith(f"{state}|", autoescape=True), pair.endswith(f"|{state}", autoescape=True)))
    if kind := criteria.get("type"):
        name, _, mode = kind.partition(".")
        out.append(propositions.c.type == name)
        out.extend([propositions.c.mode == mode] if mode else [])
    if standing := criteria.get("standing"):
        out.append(propositions.c.standing == standing)
    if since := criteria.get("since"):
        out.append(_said("last") >= since.isoformat())
    if until := criteria.get("until"):
        out.append(_said("first") <= until.isoformat())
    return out


def _said(end: str) -> sa.ColumnElement[str]:
    return sa.func.json_extract(propositions.c.record, f"$.said.{end}")


def _fits(found: Proposition, criteria: LedgerCriteria) -> bool:
    name, _, mode = (criteria.get("type") or "").partition(".")
    since, until, said = criteria.get("since"), criteria.get("until"), found.said
    return (
        (not name or found.type == name)
        and (not mode or found.mode == mode)
        and criteria.get("standing") in (None, found.standing)
        and _has((*found.source, *found.target), criteria.get("actor"))
        and _has(found.source, criteria.get("source"))
        and _has(found.target, criteria.get("target"))
        and (not since or bool(said and said.last and said.last >= since))
        and (not until or bool(said and said.first and said.first <= until))
    )


def _has(codes: tuple[ActorCode, ...], asked: str | None) -> bool:
    return not asked or any(code == asked or code.startswith(f"{asked}:") for code in codes)


def _row(block: str, each: Proposition) -> dict[str, object]:
    return {
        "id": each.id,
        "block": block,
        "pair": pair_of(block),
        "type": each.type,
        "mode": each.mode,
        "source": "+".join(each.source),
        "target": "+".join(each.target),
        "standing": each.standing,
        "said_first": each.said.first if each.said else None,
        "record": _json(each),
    }


def _json(record: msgspec.Struct) -> str:
    return msgspec.json.encode(record).decode()
