"""Bring the events of a store up to date: find copies among new articles, make the events of their blocks anew.

Everything that is still to do is written in the store itself, so a stop at any point loses nothing, and merging again
completes the rest.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

import msgspec
import sqlalchemy as sa

from pasut.merge.block import merge_block
from pasut.merge.quote import plainest, quote_of
from pasut.merge.report import Telling, blocks_of, pair_of, state_of
from pasut.records import Claim, Event, Record, Span
from pasut.store import find, schema
from pasut.store.copying import Copying
from pasut.store.dyads import PAIRS, has_stale_dyads, mark_stale_dyad, renew_dyads
from pasut.store.ledger import write_ledger
from pasut.store.stale import mark_stale
from pasut.store.tellings import tellings_of
from pasut.store.write import date_row, delete_rows, insert_rows

Connecting = Callable[[], AbstractContextManager[sa.Connection]]
"""Gives a connection, with its transaction."""

ARTICLES = 200
"""Articles prepared in one transaction."""
BLOCKS = 100
"""Blocks merged in one transaction."""
POLITE = 20
"""By how much transactions are smaller where others are to get their turns between them."""


def is_merged(connection: sa.Connection) -> bool:
    """Whether no article, no block and no pair waits."""
    waits = (sa.select(sa.literal(1)).select_from(table).limit(1) for table in (schema.unmerged, schema.stale_blocks))
    return all(connection.execute(query).first() is None for query in waits) and not has_stale_dyads(connection)


Pause = Callable[[], None]


def merge_all(reading: Connecting, writing: Connecting, *, pause: Pause | None = None) -> int:
    """Merge what waits, in transactions that `writing` begins; gives the number of blocks made anew.

    With a `pause`, which is called after each, transactions are small, and other writers get their turns.
    """
    with reading() as connection:
        articles = waiting_articles(connection)
    share = POLITE if pause else 1
    for start in range(0, len(articles), ARTICLES // share):
        with writing() as connection:
            prepare_articles(connection, articles[start : start + ARTICLES // share])
        if pause:
            pause()
    blocks = _until_none(writing, lambda connection: merge_blocks(connection, BLOCKS // share), pause)
    _until_none(writing, lambda connection: renew_dyads(connection, PAIRS // share), pause)
    return blocks


def _until_none(writing: Connecting, work: Callable[[sa.Connection], int], pause: Pause | None) -> int:
    """Do a part of some work in each transaction, until nothing is left; gives how much was done."""
    done, part = 0, 1
    while part:
        with writing() as connection:
            part = work(connection)
        done += part
        if pause:
            pause()
    return done


def waiting_articles(connection: sa.Connection) -> list[str]:
    """The articles that wait, those that were published first first: so copies meet what they copy."""
    unmerged, articles = schema.unmerged, schema.articles
    day = sa.func.coalesce(articles.c.published_last, articles.c.published_first)
    query = sa.select(unmerged.c.article).join(articles)
    return list(connection.execute(query.order_by(day.is_(None), day, articles.c.id)).scalars())


def prepare_articles(connection: sa.Connection, articles: Sequence[str]) -> None:
    """Find the copies and the blocks of some articles; one that waits no longer, or is gone, is passed over."""
    unmerged = schema.unmerged.c.article
    waits = set(connection.execute(sa.select(unmerged).where(unmerged.in_(articles))).scalars())
    chosen = [article for article in articles if article in waits]
    Copying(connection).take(chosen)
    _prepare_claims(connection, chosen)
    delete_rows(connection, unmerged, chosen)


def merge_blocks(connection: sa.Connection, most: int = BLOCKS) -> int:
    """Make the events of some stale blocks anew; gives how many."""
    names = connection.execute(sa.select(schema.stale_blocks.c.block).limit(most)).scalars().all()
    for block in names:
        tellings = {telling.claim.id: telling for telling in tellings_of(connection, block)}
        merged = merge_block(block, tellings.values())
        _write_events(connection, block, [_row(block, event, tellings) for event in merged.events])
        write_ledger(connection, block, merged)
    for pair in sorted(set(map(pair_of, names))):  # also where the events are the same: their claims may not be
        mark_stale_dyad(connection, pair)
    delete_rows(connection, schema.stale_blocks.c.block, names)
    return len(names)


def _prepare_claims(connection: sa.Connection, articles: Sequence[str]) -> None:
    """Write which blocks the claims of some articles belong to, and what else their sentences tell."""
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in _outlines(connection, articles):
        sentences[claim.article, claim.sentence.start].append(claim)
    rows = []
    for together in sentences.values():
        gists = [_gist(claim) for claim in together]
        for at, claim in enumerate(together):
            about = "\n".join(sorted({*gists[:at], *gists[at + 1 :]}))
            rows += [{"block": block, "claim": claim.id, "about": about} for block in blocks_of(claim)]
    insert_rows(connection, schema.block_claims, rows, prefix="OR IGNORE")
    mark_stale(connection, (str(row["block"]) for row in rows))


def _outlines(connection: sa.Connection, articles: Sequence[str]) -> Iterator[Claim]:
    """The claims of some articles, no more of each than says what it tells of whom."""
    claims = schema.claims
    nowhere = Span(start=0, end=0)
    query = sa.select(claims.c.id, claims.c.article, claims.c.sentence_start, claims.c.type, claims.c.mode)
    rows = connection.execute(query.where(claims.c.article.in_(articles))).all()
    actors = find.actors_of(connection, [row.id for row in rows])
    for row in rows:
        yield Claim(
            id=row.id,
            article=row.article,
            sentence=Span(start=row.sentence_start, end=row.sentence_start),
            sentence_text="",
            trigger=nowhere,
            rule="",
            type=row.type,
            mode=row.mode,
            source=tuple(actors.get((row.id, "source"), ())),
            target=tuple(actors.get((row.id, "target"), ())),
            status="happened",
        )


def _gist(claim: Claim) -> str:
    source, target = (",".join(sorted({actor.code for actor in side})) for side in (claim.source, claim.target))
    return f"{claim.type}.{claim.mode or ''} {source}>{target}"


class _Row(Record, frozen=True):
    """An event with what is stored beside it."""

    event: Event
    values: dict[str, object]
    """Of the columns of `events`."""
    publishers: tuple[str, ...]


def _row(block: str, event: Event, tellings: Mapping[str, Telling]) -> _Row:
    told = [tellings[claim] for claim in event.claims]
    quote = plainest(event, [quote_of(telling.claim) for telling in told])
    when = event.when
    day = (when.first or when.last) if when else None
    values = {
        "id": event.id,
        "block": block,
        "pair": pair_of(block),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "standing": event.standing,
        **date_row("date", event.when),
        **date_row("reported", event.reported),
        "sources": event.sources,
        "record": msgspec.json.encode(event).decode(),
        "day": day.isoformat() if day else schema.UNDATED,
        "told_by": quote.claim if quote else None,
        "sentence": quote.sentence if quote else None,
    }
    publishers = tuple(sorted({telling.publisher for telling in told if telling.publisher}))
    return _Row(event=event, values=values, publishers=publishers)


def _write_events(connection: sa.Connection, block: str, found: Sequence[_Row]) -> None:
    """Put a block's events in the place of those it had; ids that are gone lead to what took their claims."""
    table = schema.events
    before = {row.id: row._asdict() for row in connection.execute(sa.select(table).where(table.c.block == block))}
    publishers = _publishers(connection, block)
    changed = [
        row
        for row in found
        if before.get(row.event.id) != row.values or publishers.get(row.event.id, ()) != row.publishers
    ]
    gone = before.keys() - {row.event.id for row in found}
    delete_rows(connection, table.c.id, sorted(gone | {row.event.id for row in changed if row.event.id in before}))
    insert_rows(connection, table, [row.values for row in changed])
    insert_rows(connection, schema.event_publishers, [each for row in changed for each in _publisher_rows(row)])
    insert_rows(connection, schema.event_actors, [each for row in changed for each in _actor_rows(row.event)])
    _redirect(
        connection,
        {old: msgspec.json.decode(str(before[old]["record"]), type=Event) for old in before if old in gone},
        [row.event for row in found],
    )


def _publishers(connection: sa.Connection, block: str) -> dict[str, tuple[str, ...]]:
    """The publishers of a block's events, sorted, by event."""
    table, events = schema.event_publishers, schema.events
    out: dict[str, tuple[str, ...]] = {}
    query = sa.select(table).join(events).where(events.c.block == block).order_by(table.c.event, table.c.publisher)
    for event, publisher in connection.execute(query):
        out[event] = (*out.get(event, ()), publisher)
    return out


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


def _publisher_rows(row: _Row) -> list[dict[str, object]]:
    return [{"event": row.event.id, "publisher": publisher} for publisher in row.publishers]


def _actor_rows(event: Event) -> list[dict[str, object]]:
    sides = (("source", event.source), ("target", event.target))
    return [
        {"event": event.id, "role": role, "code": state_of(code), "grp": code.partition(":")[2] or None}
        for role, actors in sides
        for code in actors
    ]
