"""Count what a store holds of each pair, group and person, without reading records. Nothing here writes."""

import datetime as dt

import sqlalchemy as sa

from pasut.records import Record
from pasut.store import find
from pasut.store.schema import claim_actors, claims, event_actors, events


class PairCount(Record, frozen=True):
    """How much is told of two actors; armed groups are counted with their states."""

    a: str
    b: str
    """Empty where the acts have no target."""
    events: int
    last: dt.date | None
    """The last day on which one of them began; None where no event has a date."""


class PersonCount(Record, frozen=True):
    """How often a person is named under one office in a year."""

    person: str
    office: str | None
    year: int | None
    claims: int
    claim: str
    """Id of one of the claims."""


def count_pairs(
    connection: sa.Connection, *, since: dt.date | None = None, until: dt.date | None = None
) -> list[PairCount]:
    """Every pair that events are of, the most told of first; `since` and `until` as in EventCriteria."""
    number = sa.func.count()
    query = sa.select(events.c.pair, number, sa.func.max(events.c.date_first)).group_by(events.c.pair)
    query = query.where(*find.within(events, since, until)).order_by(number.desc(), events.c.pair)
    return [_pair_count(pair, count, last) for pair, count, last in connection.execute(query)]


def count_groups(connection: sa.Connection) -> list[tuple[str, int]]:
    """(code, events) of every armed group, the most told of first."""
    code = event_actors.c.code + ":" + event_actors.c.grp
    number = sa.func.count(event_actors.c.event.distinct())
    query = sa.select(code.label("code"), number).where(event_actors.c.grp.is_not(None)).group_by("code")
    return [(row[0], row[1]) for row in connection.execute(query.order_by(number.desc(), "code"))]


def count_persons(connection: sa.Connection, code: str) -> list[PersonCount]:
    """Who acts for an actor in the claims, by person, office and year of the act."""
    state, _, group = code.partition(":")
    acts = claim_actors.c
    year = sa.cast(sa.func.substr(sa.cast(claims.c.date_first, sa.Text), 1, 4), sa.Integer)
    query = (
        sa.select(acts.person, acts.office, year, sa.func.count(), sa.func.min(acts.claim))
        .join(claims, claims.c.id == acts.claim)
        .where(acts.code == state, acts.person.is_not(None))
        .group_by(acts.person, acts.office, year)
        .order_by(acts.person, acts.office, year)
    )
    if group:
        query = query.where(acts.grp == group)
    return [
        PersonCount(person=person, office=office, year=when, claims=count, claim=claim)
        for person, office, when, count, claim in connection.execute(query)
    ]


def _pair_count(pair: str, count: int, last: dt.date | None) -> PairCount:
    a, _, b = pair.partition("|")
    return PairCount(a=a, b=b, events=count, last=last)
