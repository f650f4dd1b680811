"""Write one article with all that was coded from it; the caller owns the transaction."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from pasut.merge.overriding import correct_claims
from pasut.merge.report import pair_name
from pasut.records import Actor, Article, Assessment, Claim, Coding, Override, Page, Problem, When
from pasut.store import schema
from pasut.store.stale import forget_article, release_copies, touch_dyads

Row = Mapping[str, object]


def write_article(
    connection: sa.Connection, article: Article, coding: Coding, stamp: Row, log: Sequence[Override] = ()
) -> None:
    """Insert the article and its coding; an article of the same id is replaced, whole.

    `stamp` is time and version; what is replaced keeps the time at which it was first recorded. `log` are the
    corrections of this article, which are replayed over its claims.
    """
    known = sa.select(schema.articles.c.recorded_at).where(schema.articles.c.id == article.id)
    if first := connection.execute(known).scalar_one_or_none():
        stamp = {**stamp, "recorded_at": first}
    forget_article(connection, article.id)
    release_copies(connection, article.id)
    connection.execute(sa.delete(schema.articles).where(schema.articles.c.id == article.id))
    connection.execute(sa.insert(schema.articles), {**_article_row(article), **stamp})
    connection.execute(sa.insert(schema.unmerged).prefix_with("OR IGNORE"), {"article": article.id})
    write_claims(connection, article.id, coding.claims, log)
    insert_rows(connection, schema.assessments, (_assessment_row(n, each) for n, each in enumerate(coding.assessments)))
    touch_dyads(connection, (pair_name(*each.dyad) for each in coding.assessments))
    insert_rows(connection, schema.problems, _problem_rows(article.id, "clean", article.problems))
    insert_rows(connection, schema.problems, _problem_rows(article.id, "code", coding.problems))


def write_claims(connection: sa.Connection, article: str, coded: Sequence[Claim], log: Sequence[Override] = ()) -> None:
    """Insert the claims of an article as its corrections leave them, and as coded those that were changed by one."""
    corrected = correct_claims(coded, log)
    places = {claim.id: position for position, claim in enumerate(coded)}
    insert_rows(connection, schema.claims, (_claim_row(places[claim.id], claim) for claim in corrected.claims))
    insert_rows(connection, schema.claim_actors, (row for claim in corrected.claims for row in _actor_rows(claim)))
    kept = (
        {"id": claim.id, "article": article, "position": position, "record": msgspec.json.encode(claim).decode()}
        for position, claim in corrected.coded
    )
    insert_rows(connection, schema.coded_claims, kept)


def write_page(connection: sa.Connection, page_id: str, page: Page, article_id: str) -> None:
    """Remember that this page gave this article, so that the page is known when it comes again."""
    row = {"id": page_id, "article": article_id, "key": page.key, "source": page.source, "line": page.line}
    connection.execute(sa.delete(schema.pages).where(schema.pages.c.id == page_id))
    connection.execute(sa.insert(schema.pages), row)


def stamp(moment: dt.datetime, coder_version: str) -> Row:
    """What the row says about its own making."""
    recorded_at = moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"recorded_at": recorded_at, "coder_version": coder_version}


def insert_rows(connection: sa.Connection, table: sa.Table, rows: Iterable[Row], *, prefix: str = "") -> None:
    """Insert rows, if there are any; a prefix such as `OR IGNORE` says what to do about those that are there."""
    if listed := list(rows):
        connection.execute(sa.insert(table).prefix_with(prefix), listed)


def delete_rows(connection: sa.Connection, column: sa.Column[str], values: Sequence[str]) -> None:
    """Delete the rows that have one of some values in a column."""
    for start in range(0, len(values), _AT_ONCE):
        connection.execute(sa.delete(column.table).where(column.in_(values[start : start + _AT_ONCE])))


_AT_ONCE = 400
"""SQLite's oldest limit is 999 parameters in a statement."""


def _article_row(article: Article) -> Row:
    return {
        "id": article.id,
        "key": article.key,
        "language": article.language,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        **date_row("published", article.published),
        "dateline": article.dateline,
        "wire": article.wire,
        "byline": article.byline,
        "text": article.text,
        "headline": article.headline,
        "cut": _json(article.cut),
        "dating": _json(article.dating),
        "source": article.source,
        "line": article.line,
    }


def _claim_row(position: int, claim: Claim) -> Row:
    return {
        **_place_row(position, claim),
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status,
        **date_row("date", claim.when),
        "contexts": _json(claim.contexts),
        "speaker": _json(claim.speaker),
        "medium": _json(claim.medium),
        "object": claim.object,
        "quantity": claim.quantity,
        "place": claim.place,
        "refers_to": claim.refers_to,
        "steps": _json(claim.steps),
        "overrides": _json(claim.overrides),
    }


def _actor_rows(claim: Claim) -> Iterable[Row]:
    for role, actors in (("source", claim.source), ("target", claim.target)):
        for position, actor in enumerate(actors):
            yield {"claim": claim.id, "role": role, "position": position, **_actor_row(actor)}


def _actor_row(actor: Actor) -> Row:
    code, _, group = actor.code.partition(":")
    return {
        "code": code,
        "grp": group or None,
        "person": actor.person,
        "office": actor.office,
        "via": actor.via,
        "span_start": actor.span.start if actor.span else None,
        "span_end": actor.span.end if actor.span else None,
    }


def _assessment_row(position: int, assessment: Assessment) -> Row:
    return {
        **_place_row(position, assessment),
        "actor_a": assessment.dyad[0],
        "actor_b": assessment.dyad[1],
        "direction": assessment.direction,
        "speaker": _json(assessment.speaker),
        **date_row("date", assessment.when),
    }


def _place_row(position: int, coded: Claim | Assessment) -> Row:
    return {
        "id": coded.id,
        "article": coded.article,
        "position": position,
        "sentence_start": coded.sentence.start,
        "sentence_end": coded.sentence.end,
        "sentence": coded.sentence_text,
        "trigger_start": coded.trigger.start,
        "trigger_end": coded.trigger.end,
        "rule": coded.rule,
    }


def _problem_rows(article_id: str, stage: str, problems: Iterable[Problem]) -> Iterable[Row]:
    for position, problem in enumerate(problems):
        where = {"article": article_id, "stage": stage, "position": position, "place": problem.where}
        yield {**where, "what": problem.what, "kind": problem.kind}


def date_row(name: str, when: When | None) -> Row:
    """The columns of an interval."""
    if when is None:
        return {f"{name}_first": None, f"{name}_last": None, f"{name}_basis": None}
    return {f"{name}_first": when.first, f"{name}_last": when.last, f"{name}_basis": when.basis}


def _json(value: tuple[object, ...]) -> str:
    return msgspec.json.encode(value).decode()
