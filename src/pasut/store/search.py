"""Full-text search over sentences, with SQLite's FTS5: write an article's sentences, find them, say which lack."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TypedDict

import sqlalchemy as sa

from pasut.records import Record, Sentence, Span
from pasut.store.find import CITATION, Criteria, Headline, claim_conditions, headline_of
from pasut.store.schema import articles, claim_actors, claims, sentence_roots, sentences


class SearchCriteria(TypedDict, total=False):
    """Which sentences to look among; a criterion left out or None asks nothing."""

    dyad: tuple[str, str] | None
    """The sentence gives a claim of one of these on the other."""
    actor: str | None
    """The sentence gives a claim with this actor, on either side."""
    type: str | None
    """The sentence gives a claim of this type, `AID`, or type and mode, `AID.arms`."""
    status: str | None
    publisher: str | None
    """The article's publisher, in any case."""
    language: str | None
    since: dt.date | None
    """The article was published on this day or later."""
    until: dt.date | None


_MATCHES = sa.text("sentence_roots MATCH :expression")


class Hit(Record, frozen=True):
    """A sentence that was found, best first."""

    article: Headline
    span: Span
    text: str
    claims: tuple[str, ...] = ()
    """Ids of the claims coded from it."""


def write_sentences(connection: sa.Connection, article_id: str, found: Sequence[Sentence]) -> None:
    """Make an article's sentences searchable, in place of those it had."""
    connection.execute(sa.delete(sentences).where(sentences.c.article == article_id))
    if not found:
        return
    begin = connection.execute(sa.select(sa.func.coalesce(sa.func.max(sentences.c.rowid), 0))).scalar_one() + 1
    places = [
        {"rowid": begin + number, "article": article_id, "start": each.span.start, "end": each.span.end}
        for number, each in enumerate(found)
    ]
    words = [{"rowid": begin + number, "roots": each.roots} for number, each in enumerate(found)]
    connection.execute(sa.insert(sentences), places)
    connection.execute(sa.insert(sentence_roots), words)


COMMON = 20_000
"""Sentences up to which matches are ranked. To rank a million of them takes two seconds, and says little of words so
common; measured on 1.5 million sentences, 20,000 take a twentieth of one."""


def count_matches(connection: sa.Connection, expression: str) -> int:
    """How many sentences match an FTS5 expression, counted to one more than COMMON."""
    few = sa.select(sentence_roots.c.rowid).where(_MATCHES).limit(COMMON + 1).subquery()
    query = sa.select(sa.func.count()).select_from(few)
    return connection.execute(query, {"expression": expression}).scalar_one()


def find_sentences(
    connection: sa.Connection, expression: str, criteria: SearchCriteria, *, limit: int, offset: int = 0
) -> Iterator[Hit]:
    """Sentences that match an FTS5 expression, by BM25 rank, then newest first.

    Of more than COMMON those that were read last come first.
    """
    rank: sa.ColumnElement[float] = sa.literal_column("bm25(sentence_roots)")
    best = (rank, articles.c.published_first.desc(), articles.c.id, sentences.c.start)
    is_common = count_matches(connection, expression) > COMMON
    citation = [articles.c[name].label(f"article_{name}") for name in CITATION]
    query = (
        sa.select(sentences.c.start, sentences.c.end, articles.c.text, *citation)
        .select_from(sentence_roots.join(sentences, sentences.c.rowid == sentence_roots.c.rowid).join(articles))
        .where(_MATCHES, *_conditions(criteria))
        .order_by(*((sentence_roots.c.rowid.desc(),) if is_common else best))
        .limit(limit)
        .offset(offset)
    )
    for row in connection.execute(query, {"expression": expression}).all():
        span = Span(start=row.start, end=row.end)
        yield Hit(
            article=headline_of(row),
            span=span,
            text=row.text[span.start : span.end],
            claims=_claims_of(connection, row.article_id, span),
        )


def unsearchable(connection: sa.Connection) -> list[str]:
    """Ids of articles whose sentences are not searchable yet: those of an older pasut."""
    listed = sa.select(sentences.c.article)
    query = sa.select(articles.c.id).where(articles.c.id.not_in(listed), sa.func.length(articles.c.text) > 0)
    return list(connection.execute(query.order_by(articles.c.id)).scalars())


def _conditions(criteria: SearchCriteria) -> list[sa.ColumnElement[bool]]:
    out: list[sa.ColumnElement[bool]] = []
    wanted: Criteria = {
        "dyad": criteria.get("dyad"),
        "type": criteria.get("type"),
        "status": criteria.get("status"),
    }
    asked = claim_conditions(wanted)
    if actor := criteria.get("actor"):
        state, _, group = actor.partition(":")
        named = sa.select(claim_actors.c.claim).where(claim_actors.c.code == state)
        asked.append(claims.c.id.in_(named.where(claim_actors.c.grp == group) if group else named))
    if asked:
        here = sa.and_(claims.c.article == sentences.c.article, claims.c.sentence_start == sentences.c.start)
        out.append(sa.exists().where(here, *asked))
    if publisher := criteria.get("publisher"):
        out.append(sa.func.lower(articles.c.publisher) == publisher.lower())
    if language := criteria.get("language"):
        out.append(articles.c.language == language)
    if since := criteria.get("since"):
        out.append(articles.c.published_last >= since)
    if until := criteria.get("until"):
        out.append(articles.c.published_first <= until)
    return out


def _claims_of(connection: sa.Connection, article_id: str, span: Span) -> tuple[str, ...]:
    query = sa.select(claims.c.id).where(claims.c.article == article_id, claims.c.sentence_start == span.start)
    return tuple(connection.execute(query.order_by(claims.c.position)).scalars())
