"""Bring the events of a store up to date: find copies among new articles, make the events of their blocks anew.

Everything that is still to do is written in the store itself, so a stop at any point loses nothing, and merging again
completes the rest.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from pasut.merge.block import merge_block
from pasut.merge.copies import Candidate, find_originals
from pasut.merge.report import Telling, blocks_of, published_by, state_of
from pasut.records import Claim, Event
from pasut.store import find, schema
from pasut.store.copying import pairs_of, prepare_copies
from pasut.store.stale import mark_stale
from pasut.store.write import date_row, delete_rows, insert_rows

ARTICLES = 200
"""Articles prepared in one transaction."""
BLOCKS = 100
"""Blocks merged in one transaction."""


def is_merged(connection: sa.Connection) -> bool:
    """Whether no article and no block waits."""
    waits = (sa.select(sa.literal(1)).select_from(table).limit(1) for table in (schema.unmerged, schema.stale_blocks))
    return all(connection.execute(query).first() is None for query in waits)


def prepare_articles(connection: sa.Connection) -> int:
    """Find the copies and the blocks of some articles that wait; gives how many."""
    ids = connection.execute(sa.select(schema.unmerged.c.article).limit(ARTICLES)).scalars().all()
    for article in ids:
        _prepare_claims(connection, article)
        prepare_copies(connection, article)
    delete_rows(connection, schema.unmerged.c.article, ids)
    return len(ids)


def merge_blocks(connection: sa.Connection) -> int:
    """Make the events of some stale blocks anew; gives how many."""
    names = connection.execute(sa.select(schema.stale_blocks.c.block).limit(BLOCKS)).scalars().all()
    for block in names:
        _write_block(connection, block, merge_block(block, tellings_of(connection, block)))
    delete_rows(connection, schema.stale_blocks.c.block, names)
    return len(names)


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
        query = query.where(sa.func.coalesce(articles.c.published_last, articles.c.published_first) <= as_of)
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


def _prepare_claims(connection: sa.Connection, article: str) -> None:
    claims = find.find_coding(connection, article).claims
    sentences: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.sentence.start].append(claim)
    rows = []
    for claim in claims:
        about = {_gist(each) for each in sentences[claim.sentence.start] if each.id != claim.id}
        rows += [{"block": block, "claim": claim.id, "about": "\n".join(sorted(about))} for block in blocks_of(claim)]
    if rows:
        connection.execute(sa.insert(schema.block_claims).prefix_with("OR IGNORE"), rows)
    mark_stale(connection, (row["block"] for row in rows))


def _gist(claim: Claim) -> str:
    source, target = (",".join(sorted({actor.code for actor in side})) for side in (claim.source, claim.target))
    return f"{claim.type}.{claim.mode or ''} {source}>{target}"


def _write_block(connection: sa.Connection, block: str, found: Sequence[Event]) -> None:
    """Put a block's events in the place of those it had; ids that are gone lead to what took their claims."""
    table = schema.events
    before = {row.id: row.record for row in connection.execute(sa.select(table).where(table.c.block == block))}
    after = {event.id: msgspec.json.encode(event).decode() for event in found}
    changed = [event for event in found if before.get(event.id) != after[event.id]]
    gone = [old for old in before if old not in after]
    delete_rows(connection, table.c.id, [*gone, *(event.id for event in changed if event.id in before)])
    insert_rows(connection, table, [_event_row(block, event, after[event.id]) for event in changed])
    insert_rows(connection, schema.event_claims, [row for event in changed for row in _claim_rows(event)])
    insert_rows(connection, schema.event_actors, [row for event in changed for row in _actor_rows(event)])
    _redirect(connection, {old: msgspec.json.decode(before[old], type=Event) for old in gone}, found)


def _redirect(connection: sa.Connection, gone: dict[str, Event], found: Sequence[Event]) -> None:
    """Lead the ids of events that are gone to the event that holds most of their claims."""
    table = schema.event_redirects
    delete_rows(connection, table.c.old, [event.id for event in found])
    holders = {claim: event.id for event in reversed(found) for claim in event.claims}
    for old, event in gone.items():
        votes = Counter(holders[claim] for claim in event.claims if claim in holders)
        heir = max(votes, key=lambda new: votes[new], default=None)
        if heir is None:
            delete_rows(connection, table.c.new, [old])
            continue
        connection.execute(sa.update(table).where(table.c.new == old).values(new=heir))
        connection.execute(sa.insert(table).prefix_with("OR REPLACE"), {"old": old, "new": heir})


def _event_row(block: str, event: Event, record: str) -> dict[str, object]:
    return {
        "id": event.id,
        "block": block,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "standing": event.standing,
        **date_row("date", event.when),
        **date_row("reported", event.reported),
        "sources": event.sources,
        "record": record,
    }


def _claim_rows(event: Event) -> list[dict[str, object]]:
    return [{"event": event.id, "claim": claim, "position": n} for n, claim in enumerate(event.claims)]


def _actor_rows(event: Event) -> list[dict[str, object]]:
    sides = (("source", event.source), ("target", event.target))
    return [
        {"event": event.id, "role": role, "code": state_of(code), "grp": code.partition(":")[2] or None}
        for role, actors in sides
        for code in actors
    ]
