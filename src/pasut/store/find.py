"""Find records in a store: claims by actors and dates, articles and codings by id. Nothing here writes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypedDict

import msgspec
import sqlalchemy as sa

from pasut.errors import NotFoundError, UsageError
from pasut.records import (
    Actor,
    ActorCode,
    Article,
    Assessment,
    Claim,
    Clue,
    Coding,
    Cut,
    Problem,
    Record,
    Span,
    Step,
    When,
)
from pasut.store.schema import articles, assessments, changes, claim_actors, claims, metadata, pages, problems

BATCH = 400
"""Claims fetched at a time with their actors; SQLite's oldest limit is 999 parameters in a statement."""


class Criteria(TypedDict, total=False):
    """What a claim must fulfil to be found; a criterion left out or None asks nothing."""

    source: str | None
    """Actor code among the sources; `PSE` also finds `PSE:Hamas`."""
    target: str | None
    """Actor code among the targets."""
    dyad: tuple[str, str] | None
    """Two actor codes, one acting on the other, either way."""
    since: dt.date | None
    """The claim's interval must reach this day or a later one; claims without a date are left out."""
    until: dt.date | None
    """The claim's interval must start on this day or before; claims without a date are left out."""
    type: str | None
    """Event type, `AID`, or type and mode, `AID.arms`."""
    status: str | None
    article: str | None
    """Id of an article."""
    as_of: dt.date | None
    """The article was published by this day."""


class Headline(Record, frozen=True):
    """What one needs to cite an article."""

    id: str
    key: str
    title: str | None
    publisher: str | None
    url: str | None
    published: When | None


class Line(Record, frozen=True):
    """A claim with the article that tells it."""

    claim: Claim
    article: Headline


def find_lines(connection: sa.Connection, criteria: Criteria, *, with_offices: bool = False) -> Iterator[Line]:
    """Claims that fulfil all criteria, by date of the act (else of the article), then in reading order.

    `with_offices` leaves out those that name no person in an office.
    """
    citation = [articles.c[name].label(f"article_{name}") for name in CITATION]
    query = sa.select(claims, *citation).join(articles).where(*claim_conditions(criteria)).order_by(*_ORDER)
    if with_offices:
        held = sa.and_(claim_actors.c.person.is_not(None), claim_actors.c.office.is_not(None))
        query = query.where(claims.c.id.in_(sa.select(claim_actors.c.claim).where(held)))
    for batch in connection.execute(query).partitions(BATCH):
        actors = actors_of(connection, [row.id for row in batch])
        for row in batch:
            yield Line(claim=claim_of(row, actors), article=headline_of(row))


def find_last_day(connection: sa.Connection) -> dt.date | None:
    """The latest day on which an article was surely published; None where no article has a date."""
    found: dt.date | None = connection.execute(sa.select(sa.func.max(articles.c.published_first))).scalar_one()
    return found


def find_stamp(connection: sa.Connection) -> str:
    """The name of the store and the number of its changes."""
    row = connection.execute(sa.select(changes)).one()
    return f"{row.store}-{row.number}"


def find_lines_of(connection: sa.Connection, claim_ids: Sequence[str]) -> list[Line]:
    """The claims of these ids, in this order; an id that is not there is left out."""
    citation = [articles.c[name].label(f"article_{name}") for name in CITATION]
    found: dict[str, Line] = {}
    for start in range(0, len(claim_ids), BATCH):
        wanted = claim_ids[start : start + BATCH]
        actors = actors_of(connection, wanted)
        for row in connection.execute(sa.select(claims, *citation).join(articles).where(claims.c.id.in_(wanted))):
            found[row.id] = Line(claim=claim_of(row, actors), article=headline_of(row))
    return [found[each] for each in claim_ids if each in found]


def find_claim(connection: sa.Connection, reference: str) -> Claim:
    """The claim whose id is or begins with `reference`."""
    found = one_of(connection, claims.c.id, reference, "claim")
    row = connection.execute(sa.select(claims).where(claims.c.id == found)).one()
    return claim_of(row, actors_of(connection, [found]))


def find_article(connection: sa.Connection, reference: str) -> Article:
    """The article whose id is or begins with `reference`, or whose key (its file name or given id) is `reference`."""
    by_key = connection.execute(sa.select(pages.c.article).where(pages.c.key == reference).distinct()).scalars().all()
    if len(by_key) > 1:
        ids = ", ".join(sorted(by_key))
        raise UsageError(f"several articles have the key {reference!r}; name one of the ids {ids}")
    found = by_key[0] if by_key else one_of(connection, articles.c.id, reference, "article")
    row = connection.execute(sa.select(articles).where(articles.c.id == found)).one()
    return _article(row, _problems(connection, found, "clean"))


def find_coding(connection: sa.Connection, article_id: str) -> Coding:
    """All that was coded from one article, in reading order."""
    rows = connection.execute(sa.select(claims).where(claims.c.article == article_id).order_by(claims.c.position)).all()
    actors = actors_of(connection, [row.id for row in rows])
    judged = sa.select(assessments).where(assessments.c.article == article_id).order_by(assessments.c.position)
    return Coding(
        article=article_id,
        claims=tuple(claim_of(row, actors) for row in rows),
        assessments=tuple(_assessment(row) for row in connection.execute(judged)),
        problems=_problems(connection, article_id, "code"),
    )


def find_assessments(connection: sa.Connection, dyad: tuple[str, str] | None) -> Iterator[Assessment]:
    """Assessments of a dyad (or of all), by date, then in reading order."""
    query = sa.select(assessments).order_by(assessments.c.date_first, assessments.c.article, assessments.c.position)
    if dyad:
        query = query.where(sa.or_(_dyad_is(*dyad), _dyad_is(*reversed(dyad))))
    for row in connection.execute(query):
        yield _assessment(row)


def find_keys(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """(key, article id) of every page, by key: one article may have come under several keys."""
    query = sa.select(pages.c.key, pages.c.article).distinct().order_by(pages.c.key, pages.c.article)
    yield from ((row[0], row[1]) for row in connection.execute(query))


def is_known_page(connection: sa.Connection, page_id: str) -> bool:
    """Whether this page, as it stands, has been read before."""
    return connection.execute(sa.select(pages.c.id).where(pages.c.id == page_id)).first() is not None


def find_page_article(connection: sa.Connection, page_id: str) -> str | None:
    """Id of the article that a page gave."""
    return connection.execute(sa.select(pages.c.article).where(pages.c.id == page_id)).scalar()


def is_known_article(connection: sa.Connection, article_id: str) -> bool:
    """Whether an article of this id is in the store."""
    return connection.execute(sa.select(articles.c.id).where(articles.c.id == article_id)).first() is not None


def count_rows(connection: sa.Connection, table: str) -> int:
    """Rows of a table."""
    return connection.execute(sa.select(sa.func.count()).select_from(metadata.tables[table])).scalar_one()


def count_by(connection: sa.Connection, table: str, *columns: str) -> list[tuple[tuple[str | None, ...], int]]:
    """((value, ...), rows) for each combination of values of some columns, the most frequent first."""
    chosen = [metadata.tables[table].c[name] for name in columns]
    number = sa.func.count()
    query = sa.select(*chosen, number).group_by(*chosen).order_by(number.desc(), *chosen)
    return [(tuple(row[:-1]), row[-1]) for row in connection.execute(query)]


def count_dyads(connection: sa.Connection) -> list[tuple[tuple[str, str], int]]:
    """((code, code), claims) for each unordered pair of state or body codes, the most frequent first."""
    one, other = claim_actors.alias(), claim_actors.alias()
    lesser = sa.case((one.c.code < other.c.code, one.c.code), else_=other.c.code)
    greater = sa.case((one.c.code < other.c.code, other.c.code), else_=one.c.code)
    pairs = (
        sa.select(lesser.label("a"), greater.label("b"), one.c.claim)
        .join(other, sa.and_(one.c.claim == other.c.claim, one.c.role == "source", other.c.role == "target"))
        .where(one.c.code != other.c.code)
        .distinct()
        .subquery()
    )
    number = sa.func.count()
    query = sa.select(pairs.c.a, pairs.c.b, number).group_by(pairs.c.a, pairs.c.b)
    return [((row[0], row[1]), row[2]) for row in connection.execute(query.order_by(number.desc(), "a", "b"))]


CITATION = ("id", "key", "title", "publisher", "url", "published_first", "published_last", "published_basis")
_DAY = sa.func.coalesce(claims.c.date_first, claims.c.date_last, articles.c.published_first)
_ORDER = (_DAY.is_(None), _DAY, claims.c.date_last, articles.c.key, claims.c.article, claims.c.position)


def claim_conditions(criteria: Criteria) -> list[sa.ColumnElement[bool]]:
    """What the rows of `claims` must fulfil."""
    wanted = {name: value for name, value in criteria.items() if value is not None}
    out: list[sa.ColumnElement[bool]] = []
    for role in ("source", "target"):
        if role in wanted:
            out.append(_has_actor(role, str(wanted[role])))
    if dyad := criteria.get("dyad"):
        out.append(sa.or_(_acts_on(*dyad), _acts_on(*reversed(dyad))))
    if kind := criteria.get("type"):
        name, _, mode = kind.partition(".")
        # Of two actors' claims, which are few, those of a type: its index would lead through all claims of that type.
        out.append((sa.func.coalesce(claims.c.type, "") if dyad else claims.c.type) == name)
        out.extend([claims.c.mode == mode] if mode else [])
    out.extend(claims.c[name] == wanted[name] for name in ("status", "article") if name in wanted)
    if as_of := criteria.get("as_of"):
        out.append(claims.c.article.in_(sa.select(articles.c.id).where(published_by(as_of))))
    return out + within(claims, criteria.get("since"), criteria.get("until"))


def published_by(day: dt.date) -> sa.ColumnElement[bool]:
    """That an article was certainly out by a day."""
    return sa.func.coalesce(articles.c.published_last, articles.c.published_first) <= day


def within(table: sa.Table, since: dt.date | None, until: dt.date | None) -> list[sa.ColumnElement[bool]]:
    """That the interval of a row reaches into a stretch of days; a row without a date does not."""
    first, last = table.c.date_first, table.c.date_last
    out: list[sa.ColumnElement[bool]] = []
    if since or until:
        out.append(sa.or_(first.is_not(None), last.is_not(None)))
    if since:
        out.append(sa.or_(last.is_(None), last >= since))
    if until:
        out.append(sa.or_(first.is_(None), first <= until))
    return out


def _acts_on(source: str, target: str) -> sa.ColumnElement[bool]:
    return sa.and_(_has_actor("source", source), _has_actor("target", target))


def _has_actor(role: str, code: str) -> sa.ColumnElement[bool]:
    state, _, group = code.partition(":")
    actor = sa.select(claim_actors.c.claim).where(claim_actors.c.code == state, claim_actors.c.role == role)
    return claims.c.id.in_(actor.where(claim_actors.c.grp == group) if group else actor)


def _dyad_is(first: str, second: str) -> sa.ColumnElement[bool]:
    return sa.and_(assessments.c.actor_a == first, assessments.c.actor_b == second)


def one_of(connection: sa.Connection, column: sa.Column[str], reference: str, noun: str) -> str:
    """The only value of an id column that is or begins with `reference`. Raises UsageError for none or several."""
    starts = sa.and_(column >= reference, column < reference + "\U0010ffff")
    found = connection.execute(sa.select(column).where(starts).order_by(column).limit(4)).scalars().all()
    if reference in found or len(found) == 1:
        return reference if reference in found else found[0]
    if found:
        raise UsageError(
            f"{reference!r} begins the ids of several {noun}s ({', '.join(found[:3])} ...); write more of it"
        )
    raise NotFoundError(f"no {noun} {reference!r} in this store; take its id from the last column of a table")


def actors_of(connection: sa.Connection, claim_ids: Sequence[str]) -> dict[tuple[str, str], list[Actor]]:
    """The actors of some claims, by claim and role, in the order of the sentence."""
    out: dict[tuple[str, str], list[Actor]] = defaultdict(list)
    for start in range(0, len(claim_ids), BATCH):
        chosen = claim_actors.c.claim.in_(claim_ids[start : start + BATCH])
        query = sa.select(*(claim_actors.c[name] for name in _ACTOR)).where(chosen).order_by(claim_actors.c.position)
        for claim, role, code, group, start_of, end, person, office, via in connection.execute(query).all():
            actor = Actor(
                code=ActorCode(f"{code}:{group}" if group else code),
                span=None if start_of is None else Span(start=start_of, end=end),
                person=person,
                office=office,
                via=via,
            )
            out[claim, role].append(actor)
    return out


_ACTOR = ("claim", "role", "code", "grp", "span_start", "span_end", "person", "office", "via")
_WORDS = msgspec.json.Decoder(tuple[str, ...])
_STEPS = msgspec.json.Decoder(tuple[Step, ...])


def claim_of(row: sa.Row[*tuple[object, ...]], actors: dict[tuple[str, str], list[Actor]]) -> Claim:
    """The claim in a row of `claims`."""
    return Claim(
        id=row.id,
        article=row.article,
        sentence=Span(start=row.sentence_start, end=row.sentence_end),
        sentence_text=row.sentence,
        trigger=Span(start=row.trigger_start, end=row.trigger_end),
        rule=row.rule,
        type=row.type,
        source=tuple(actors.get((row.id, "source"), ())),
        target=tuple(actors.get((row.id, "target"), ())),
        status=row.status,
        mode=row.mode,
        contexts=_WORDS.decode(row.contexts),
        speaker=_WORDS.decode(row.speaker),
        medium=_WORDS.decode(row.medium),
        when=when_of(row.date_first, row.date_last, row.date_basis),
        object=row.object,
        quantity=row.quantity,
        place=row.place,
        refers_to=row.refers_to,
        steps=_STEPS.decode(row.steps),
        overrides=_WORDS.decode(row.overrides),
    )


def _assessment(row: sa.Row[*tuple[object, ...]]) -> Assessment:
    return Assessment(
        id=row.id,
        article=row.article,
        sentence=Span(start=row.sentence_start, end=row.sentence_end),
        sentence_text=row.sentence,
        trigger=Span(start=row.trigger_start, end=row.trigger_end),
        rule=row.rule,
        dyad=(ActorCode(row.actor_a), ActorCode(row.actor_b)),
        direction=row.direction,
        speaker=msgspec.json.decode(row.speaker, type=tuple[str, ...]),
        when=when_of(row.date_first, row.date_last, row.date_basis),
    )


def _article(row: sa.Row[*tuple[object, ...]], found: tuple[Problem, ...]) -> Article:
    body = row.text[len(row.title) + 1 :] if row.title else row.text
    return Article(
        id=row.id,
        key=row.key,
        language=row.language,
        title=row.title,
        paragraphs=tuple(body.split("\n")) if body else (),
        headline=row.headline,
        publisher=row.publisher,
        url=row.url,
        published=when_of(row.published_first, row.published_last, row.published_basis),
        dating=msgspec.json.decode(row.dating, type=tuple[Clue, ...]),
        dateline=row.dateline,
        wire=row.wire,
        byline=row.byline,
        cut=msgspec.json.decode(row.cut, type=tuple[Cut, ...]),
        source=row.source,
        line=row.line,
        problems=found,
    )


def headline_of(row: sa.Row[*tuple[object, ...]]) -> Headline:
    """The citation in a row that holds CITATION under the prefix `article_`."""
    return Headline(
        id=row.article_id,
        key=row.article_key,
        title=row.article_title,
        publisher=row.article_publisher,
        url=row.article_url,
        published=when_of(row.article_published_first, row.article_published_last, row.article_published_basis),
    )


def _problems(connection: sa.Connection, article_id: str, stage: str) -> tuple[Problem, ...]:
    query = sa.select(problems).where(problems.c.article == article_id, problems.c.stage == stage)
    rows = connection.execute(query.order_by(problems.c.position))
    return tuple(Problem(where=row.place, what=row.what, kind=row.kind) for row in rows)


def when_of(first: dt.date | None, last: dt.date | None, basis: str | None) -> When | None:
    """The interval in three columns."""
    return None if basis is None else When(first=first, last=last, basis=basis)
