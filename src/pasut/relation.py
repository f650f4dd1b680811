"""The relation of states from a store: index, assessments, triangles, hedging, expected acts, forecasts.

The measures take records, and get them here. A day given as `as_of` answers by the articles published by then.
"""

import datetime as dt

from pasut.measure.assessed import Assessed, compare_assessments
from pasut.measure.expected import Announced, Expectation, list_expected
from pasut.measure.forecast import Calibration, Forecast, calibrate, forecast_dyad
from pasut.measure.hedging import Hedge, judge_hedge
from pasut.measure.index import RelationIndex, measure_relation
from pasut.measure.parameters import DEFAULT, Parameters
from pasut.measure.triangle import Triangle, judge_triangle
from pasut.records import ActorCode, Assessment, When
from pasut.store import Store
from pasut.world.scale import load_scale

States = tuple[str, str, str]


def relation_index(
    store: Store,
    a: str,
    b: str,
    *,
    since: dt.date | None = None,
    as_of: dt.date | None = None,
    parameters: Parameters = DEFAULT,
) -> RelationIndex:
    """How close two actors are, day by day: `relation_index(store, "PRK", "RUS").curve.mean`.

    The curves run from `since` (the first act when None) to `as_of`, or to the last day on which an article of the
    store was published: what is silent until then is silence, and what comes after is not known.
    """
    events = store.events(dyad=(a, b), as_of=as_of)
    until = as_of or store.last_day()
    return measure_relation(events, (a, b), load_scale(), parameters, since=since, until=until, as_of=as_of)


def relation_assessments(
    store: Store, relation: RelationIndex, *, as_of: dt.date | None = None
) -> tuple[Assessed, ...]:
    """What the articles' speakers say of a relation, each beside its index."""
    found: list[tuple[Assessment, When | None]] = []
    for assessment in store.assessments((relation.a, relation.b)):
        published = store.article(assessment.article).published
        told = published.first if published else None
        if as_of is None or (told is not None and told <= as_of):
            found.append((assessment, published))
    return compare_assessments(relation, found)


def triangle_on(
    store: Store, states: States, days: list[dt.date], *, as_of: dt.date | None = None, parameters: Parameters = DEFAULT
) -> list[Triangle]:
    """The triangle of three states on some days, by all evidence; raises IndexError for a day that is not known yet."""
    a, b, c = states
    one, two, three = (
        relation_index(store, *pair, since=min(days), as_of=as_of, parameters=parameters).curve
        for pair in ((a, b), (b, c), (a, c))
    )
    return [judge_triangle(states, (one, two, three), day, parameters.stale_days) for day in days]


def hedge_on(
    store: Store, states: States, days: list[dt.date], *, as_of: dt.date | None = None, parameters: Parameters = DEFAULT
) -> list[Hedge]:
    """Where the first state stands between the two others on some days."""
    state, one, other = states
    to_one, to_other = (
        relation_index(store, *pair, since=min(days), as_of=as_of, parameters=parameters).curve
        for pair in ((state, one), (state, other))
    )
    return [judge_hedge(states, (to_one, to_other), day, parameters.stale_days) for day in days]


def expected_acts(store: Store, a: str, b: str, *, as_of: dt.date | None = None) -> tuple[Expectation, ...]:
    """What is or was expected between two actors, by whom, and whether it came about."""
    day = as_of or store.last_day()
    if day is None:
        return ()
    plans = store.lines(dyad=(a, b), status="planned")
    claims = {line.claim.id: Announced(claim=line.claim, published=line.article.published) for line in plans}
    return list_expected(store.events(dyad=(a, b), as_of=as_of), (a, b), claims, as_of=day)


def relation_forecast(
    store: Store, a: str, b: str, *, as_of: dt.date | None = None
) -> tuple[tuple[Forecast, ...], tuple[Calibration, ...]]:
    """What may come next between two actors, and how such forecasts have done on all dyads of the store."""
    day = as_of or store.last_day()
    if day is None:
        return (), ()
    events = list(store.events(as_of=as_of))
    return forecast_dyad(events, (ActorCode(a), ActorCode(b)), as_of=day), calibrate(events, as_of=day)
