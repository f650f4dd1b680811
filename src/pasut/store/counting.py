"""Count what a store holds of each pair, group and person, without reading records. Nothing here writes."""

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa

from pasut.merge.report import pair_name
from pasut.records import Record
from pasut.store import find
from pasut.store.schema import UNDATED, claim_actors, claims, event_actors, events


class PairCount(Record, frozen=True):
    """How much is told of two actors; armed groups are counted with their states."""

    a: str
    b: str
    """Empty where the acts have no target."""
    events: int
    last: dt.date | None
    """The last day on which one of them began; None where no event has a date."""


class PersonCount(Record, frozen=True):
    """How often a person is named, by office and year where an office is named."""

    person: str
    office: str | None
    year: int | None
    """None where no office is named, or no day is known."""
    claims: int
    claim: str
    """Id of one of the claims."""


def count_pairs(
    connection: sa.Connection, *, since: dt.date | None = None, until: dt.date | None = None
) -> list[PairCount]:
    """Every pair that events are of, the most told of first; `since` and `until` as in EventCriteria."""
    if not since and not until:
        found = [_pair_count(*row) for row in connection.execute(_ALL_PAIRS)]
        return sorted(found, key=lambda each: (-each.events, each.a, each.b))
    number = sa.func.count()
    query = sa.select(events.c.pair, number, sa.func.max(events.c.date_first)).group_by(events.c.pair)
    query = query.where(*find.within(events, since, until)).order_by(number.desc(), events.c.pair)
    return [_pair_count(pair, count, last) for pair, count, last in connection.execute(query)]


def count_sources(
    connection: sa.Connection, dyads: Sequence[tuple[str, str]], first: dt.date, last: dt.date
) -> dict[tuple[str, str], int]:
    """Independent sources of all events of some pairs whose first day lies between two days, added up."""
    names = {pair_name(*dyad): dyad for dyad in dyads}
    within = events.c.pair.in_(names), events.c.day >= first.isoformat(), events.c.day <= last.isoformat()
    query = sa.select(events.c.pair, sa.func.sum(events.c.sources)).where(*within).group_by(events.c.pair)
    return {names[pair]: number for pair, number in connection.execute(query)}


def count_groups(connection: sa.Connection) -> list[tuple[str, int]]:
    """(code, events) of every armed group, the most told of first."""
    own = event_actors.c
    query = sa.select(own.code, own.grp, sa.func.count(own.event.distinct())).where(own.grp.is_not(None))
    query = query.with_hint(event_actors, "INDEXED BY event_actors_groups", "sqlite").group_by(own.code, own.grp)
    found = [(f"{code}:{name}", count) for code, name, count in connection.execute(query)]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def count_persons(connection: sa.Connection, code: str) -> list[PersonCount]:
    """Who acts for an actor in the claims, by person and office; those in an office by year of the act too."""
    state, _, group = code.partition(":")
    acts = claim_actors.c
    own = [acts.code == state, acts.person.is_not(None)]
    own += [acts.grp == group] if group else []
    counts = sa.func.count(), sa.func.min(acts.claim)
    rows = list(
        connection.execute(
            sa.select(acts.person, acts.office, sa.null(), *counts).where(*own).group_by(acts.person, acts.office)
        )
    )
    if any(row.office for row in rows):  # few claims name an office: the year of these alone is looked up
        year = sa.cast(sa.func.substr(sa.cast(claims.c.date_first, sa.Text), 1, 4), sa.Integer)
        official = sa.select(acts.person, acts.office, year, *counts).where(*own, acts.office.is_not(None))
        official = official.join(claims, claims.c.id == acts.claim).group_by(acts.person, acts.office, year)
        rows = [row for row in rows if not row.office] + list(connection.execute(official))
    found = [
        PersonCount(person=person, office=office, year=when, claims=count, claim=claim)
        for person, office, when, count, claim in rows
    ]
    return sorted(found, key=lambda each: (each.person, each.office or "", each.year or 0))


_ALL_PAIRS = (
    sa.text(
        """
        WITH RECURSIVE pairs (pair) AS (
            SELECT min(pair) FROM events
            UNION ALL
            SELECT (SELECT min(events.pair) FROM events WHERE events.pair > pairs.pair) FROM pairs WHERE pair NOT NULL
        )
        SELECT pair,
            coalesce(
                (SELECT dyads.events FROM dyads WHERE dyads.pair = pairs.pair AND dyads.outline NOT NULL),
                (SELECT count(*) FROM events WHERE events.pair = pairs.pair)
            ) AS number,
            (SELECT max(day) FROM events WHERE events.pair = pairs.pair AND day < :undated) AS last
        FROM pairs WHERE pair NOT NULL
        """
    )
    .bindparams(undated=UNDATED)
    .columns(pair=sa.Text, number=sa.Integer, last=sa.Date)
)
"""From pair to pair by the index of events: to count them one by one takes a tenth of a second."""


def _pair_count(pair: str, count: int, last: dt.date | None) -> PairCount:
    a, _, b = pair.partition("|")
    return PairCount(a=a, b=b, events=count, last=last)
