"""The relation of states from a store: index, assessments, triangles, hedging, expected acts, forecasts.

The measures take records, and get them here. A day given as `as_of` answers by the articles published by then.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

from pasut.measure.assessed import Assessed, compare_assessments
from pasut.measure.curve import Curve
from pasut.measure.expected import Expectation, list_expected
from pasut.measure.forecast import Calibration, Forecast, calibrate, forecast_dyad
from pasut.measure.hedging import Hedge, judge_hedge
from pasut.measure.index import RelationIndex, measure_relation
from pasut.measure.parameters import DEFAULT, Parameters
from pasut.measure.stand import Stand, judge_stands, reach_days
from pasut.measure.triangle import Triangle, judge_triangle
from pasut.records import ActorCode, Assessment, When
from pasut.store import Store
from pasut.world.scale import load_scale

States = tuple[str, str, str]
Part = Literal["all", "verbal", "material"]
"""Words, deeds, or both."""


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


def stands_of(
    store: Store, actor: str, *, day: dt.date | None = None, parameters: Parameters = DEFAULT
) -> tuple[Stand, ...]:
    """Where an actor's relations with all others stand on a day, the one with most acts first.

    The day is the last of the store when None. What the articles told later of the days before counts, as in the index.
    """
    day = day or store.last_day()
    if day is None:
        return ()
    reach = dt.timedelta(days=reach_days(parameters))
    events = store.events(actor=actor, since=day - reach, until=day + reach)
    return judge_stands(events, actor, load_scale(), day, parameters)


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


def triangle_of(
    states: States, relations: Sequence[RelationIndex], days: Iterable[dt.date], part: Part
) -> list[Triangle]:
    """The triangle of three states on some days; `relations` are first-second, second-third, first-third.

    Raises IndexError for a day that the curves do not cover.
    """
    one, two, three = (_part(relation, part) for relation in relations)
    stale_days = relations[0].parameters.stale_days
    return [judge_triangle(states, (one, two, three), day, stale_days) for day in days]


def hedge_of(states: States, relations: Sequence[RelationIndex], days: Iterable[dt.date], part: Part) -> list[Hedge]:
    """Where the first state stands between the two others on some days; `relations` are its own, in their order."""
    one, other = (_part(relation, part) for relation in relations)
    stale_days = relations[0].parameters.stale_days
    return [judge_hedge(states, (one, other), day, stale_days) for day in days]


def relations_of(
    store: Store, pairs: Sequence[tuple[str, str]], *, as_of: dt.date | None = None, parameters: Parameters = DEFAULT
) -> list[RelationIndex]:
    """The indices of several dyads, whose curves all begin on the day of the first act of any."""
    found = [relation_index(store, *pair, as_of=as_of, parameters=parameters) for pair in pairs]
    first = min(relation.curve.first for relation in found)
    return [relation_index(store, *pair, since=first, as_of=as_of, parameters=parameters) for pair in pairs]


def _part(relation: RelationIndex, part: Part) -> Curve:
    return {"all": relation.curve, "verbal": relation.verbal, "material": relation.material}[part]


def expected_acts(store: Store, a: str, b: str, *, as_of: dt.date | None = None) -> tuple[Expectation, ...]:
    """What is or was expected between two actors, by whom, and whether it came about."""
    day = as_of or store.last_day()
    if day is None:
        return ()
    events = list(store.events(dyad=(a, b), as_of=as_of))
    claims = store.announced(sorted(store.planned((a, b))))
    return list_expected(events, (a, b), claims, as_of=day)


def relation_forecast(
    store: Store, a: str, b: str, *, as_of: dt.date | None = None
) -> tuple[tuple[Forecast, ...], tuple[Calibration, ...]]:
    """What may come next between two actors, and how such forecasts have done on all dyads of the store."""
    day = as_of or store.last_day()
    if day is None:
        return (), ()
    events = list(store.events(as_of=as_of))
    return forecast_dyad(events, (ActorCode(a), ActorCode(b)), as_of=day), calibrate(events, as_of=day)
