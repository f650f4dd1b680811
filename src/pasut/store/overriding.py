"""The log of corrections in a store: append to it, replay it over an article's claims, read it."""

import hashlib
from collections.abc import Sequence
from typing import TypedDict

import msgspec
import sqlalchemy as sa

from pasut.errors import UsageError
from pasut.merge.overriding import active_overrides, anchor_of, check_value, find_anchored
from pasut.merge.report import blocks_of
from pasut.records import Action, Claim, Override
from pasut.store import find, schema
from pasut.store.stale import forget_article
from pasut.store.write import insert_rows, write_claims


def read_log(connection: sa.Connection, article: str | None = None) -> list[Override]:
    """All corrections, or those of an article, in the order they were made."""
    query = sa.select(schema.overrides.c.record).order_by(schema.overrides.c.number)
    if article is not None:
        query = query.where(schema.overrides.c.article == article)
    return [msgspec.json.decode(record, type=Override) for record in connection.execute(query).scalars()]


def append(connection: sa.Connection, override: Override) -> bool:
    """Add a correction to the log and apply it; False where the log has it already."""
    article = _article_of(connection, override)
    known = sa.select(schema.overrides.c.id).where(schema.overrides.c.id == override.id)
    if connection.execute(known).first():
        return False
    record = msgspec.json.encode(override).decode()
    row = {"id": override.id, "article": article, "action": override.action, "record": record}
    connection.execute(sa.insert(schema.overrides), row)
    if find.is_known_article(connection, article):
        replay(connection, article)
    return True


def replay(connection: sa.Connection, article: str) -> None:
    """Make the claims of an article anew from those that were coded and from the log."""
    coded = coded_claims(connection, article)
    forget_article(connection, article)
    for table in (schema.claims, schema.coded_claims):
        connection.execute(sa.delete(table).where(table.c.article == article))
    write_claims(connection, article, coded, read_log(connection, article))
    insert_rows(connection, schema.unmerged, [{"article": article}], prefix="OR IGNORE")


def coded_claims(connection: sa.Connection, article: str) -> list[Claim]:
    """The claims of an article as they were coded, before any correction, in reading order."""
    table = schema.coded_claims
    rows = connection.execute(sa.select(table).where(table.c.article == article)).all()
    coded = {row.id: (row.position, msgspec.json.decode(row.record, type=Claim)) for row in rows}
    standing = sa.select(schema.claims.c.id, schema.claims.c.position).where(schema.claims.c.article == article)
    places = {row.id: row.position for row in connection.execute(standing)}
    for claim in find.find_coding(connection, article).claims:
        coded.setdefault(claim.id, (places[claim.id], claim))
    return [claim for _, claim in sorted(coded.values(), key=lambda each: (each[0], each[1].id))]


def find_coded(connection: sa.Connection, reference: str) -> Claim:
    """The claim of this id or beginning of an id, as it was coded, also when it was rejected."""
    table = schema.coded_claims
    try:
        found = find.one_of(connection, table.c.id, reference, "claim")
    except UsageError:
        return find.find_claim(connection, reference)
    record = connection.execute(sa.select(table.c.record).where(table.c.id == found)).scalar_one()
    return msgspec.json.decode(record, type=Claim)


class Correction(TypedDict, total=False):
    """What a correction says, beside what it is about."""

    field: str
    """For set: one of FIXABLE."""
    value: str
    other: str
    """For join and split: id of a claim of the other event."""
    note: str | None


def refuse_rejected(connection: sa.Connection, reference: str) -> None:
    """Raises UsageError that names the correction where a claim of this id was coded but has been rejected."""
    if not reference:
        return
    starts = schema.coded_claims.c.id.startswith(reference, autoescape=True)
    rejected = schema.coded_claims.c.id.not_in(sa.select(schema.claims.c.id))
    row = connection.execute(sa.select(schema.coded_claims).where(starts, rejected)).first()
    if row is None:
        return
    for entry in reversed(active_overrides(read_log(connection, row.article))):
        if entry.action == "reject" and entry.anchor and entry.anchor.claim.startswith(reference):
            raise UsageError(f"claim {row.id} was rejected by {entry.by} on {entry.at[:10]}; see `pasut overrides`")


def make_override(
    connection: sa.Connection, action: Action, reference: str, said: Correction, *, by: str, at: str
) -> Override:
    """A correction of the claim that `reference` names (to withdraw: of the entry of the log).

    Raises UsageError where there is no such claim or entry, or the value cannot be.
    """
    note = said.get("note")
    if action == "withdraw":
        entry = _one_entry(connection, reference)
        return _identified(Override(id="", at=at, by=by, action=action, withdraws=entry.id, note=note))
    if action == "set":
        check_value(said.get("field", ""), said.get("value", ""))
    other = said.get("other")
    if action in ("join", "split") and other:
        _refuse_strangers(find_coded(connection, reference), find_coded(connection, other))
    return _identified(
        Override(
            id="",
            at=at,
            by=by,
            action=action,
            anchor=anchor_of(find_coded(connection, reference)),
            field=said.get("field"),
            value=said.get("value"),
            other=anchor_of(find_coded(connection, other)) if other else None,
            note=note,
        )
    )


def _refuse_strangers(one: Claim, other: Claim) -> None:
    """Raises UsageError where two claims can never be of one event: they are of other states, or other kinds of act."""
    if not set(blocks_of(one)) & set(blocks_of(other)):
        raise UsageError(
            f"claims {one.id} and {other.id} are never one event: their actors or kinds of act differ; set these first"
        )


def _identified(draft: Override) -> Override:
    said = msgspec.json.encode(draft)
    return msgspec.structs.replace(draft, id=hashlib.sha256(said).hexdigest()[:16])


def lost_overrides(connection: sa.Connection, log: Sequence[Override]) -> set[str]:
    """Ids of corrections that change nothing any more: their article or claim is not in the store."""
    lost: set[str] = set()
    by_article: dict[str, list[Override]] = {}
    for override in active_overrides(log):
        if override.anchor:
            by_article.setdefault(override.anchor.article, []).append(override)
    for article, mine in by_article.items():
        if not find.is_known_article(connection, article):
            lost |= {override.id for override in mine}
            continue
        claims = coded_claims(connection, article)
        lost |= {each.id for each in mine if each.anchor and find_anchored(claims, each.anchor) is None}
    return lost


def _article_of(connection: sa.Connection, override: Override) -> str:
    if override.anchor:
        return override.anchor.article
    return _article_of(connection, _one_entry(connection, override.withdraws or ""))


def _one_entry(connection: sa.Connection, reference: str) -> Override:
    found = find.one_of(connection, schema.overrides.c.id, reference, "correction")
    record = connection.execute(sa.select(schema.overrides.c.record).where(schema.overrides.c.id == found)).scalar_one()
    return msgspec.json.decode(record, type=Override)
