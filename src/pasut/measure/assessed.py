"""What people say of a relation beside what its index says: do they agree, and who are they."""

import datetime as dt
from collections.abc import Iterable
from statistics import NormalDist
from typing import Literal

from pasut.measure.curve import Curve
from pasut.measure.index import RelationIndex
from pasut.measure.level import SURE
from pasut.records import Assessment, Record, When

Verdict = Literal["agrees", "disagrees", "open", "no_evidence"]


class Assessed(Record, frozen=True):
    """One assessment and the index of the days that it is about."""

    assessment: Assessment
    published: When | None
    """When the article was published that tells it."""
    first: dt.date | None
    """The days compared: their change for warming and cooling, their mean for warm and cold."""
    last: dt.date | None
    chance: float | None
    """Probability, by the index, that it is as the assessment says; None where the two cannot be compared."""
    verdict: Verdict
    """Agrees from 95 %, disagrees up to 5 %, open between; no evidence where no act is known of those days."""


def compare_assessments(
    relation: RelationIndex, assessments: Iterable[tuple[Assessment, When | None]]
) -> tuple[Assessed, ...]:
    """Every assessment of the relation (with the date of its article), by the days it is about; copies count once."""
    distinct = {
        (each.sentence_text, each.direction, each.speaker): (each, published)
        for each, published in sorted(assessments, key=lambda pair: (_published(pair[1]), pair[0].id), reverse=True)
        if set(each.dyad) == {relation.a, relation.b}
    }
    found = [_compare(relation, each, published) for each, published in distinct.values()]
    return tuple(
        sorted(found, key=lambda each: (each.last or dt.date.max, each.first or dt.date.max, each.assessment.id))
    )


def _published(when: When | None) -> dt.date:
    return (when.first if when else None) or dt.date.max


def _compare(relation: RelationIndex, assessment: Assessment, published: When | None) -> Assessed:
    days = _days(assessment, published, relation.parameters.trend_days)
    first, last = _within(relation.curve, days) if days else (None, None)
    chance: float | None = None
    if first and last:
        chance = _chance(relation.curve, first, last, assessment.direction)
    verdict: Verdict = "open"
    if first is None:
        verdict = "no_evidence"
    elif chance is not None and chance >= SURE:
        verdict = "agrees"
    elif chance is not None and chance <= 1 - SURE:
        verdict = "disagrees"
    return Assessed(assessment=assessment, published=published, first=first, last=last, chance=chance, verdict=verdict)


def _days(assessment: Assessment, published: When | None, trend: int) -> tuple[dt.date, dt.date] | None:
    """The days it is about: those it names, up to its publication, and for a change at least `trend` days."""
    when = assessment.when
    told = published.last if published else None
    last = min((day for day in ((when.last if when else None), told) if day), default=None)
    first = (when.first if when else None) or (None if when else told)
    if last is None or (first is None and when is None):
        return None
    first = min(first, last) if first else last - dt.timedelta(days=trend)
    if assessment.direction in ("warming", "cooling"):
        first = min(first, last - dt.timedelta(days=trend))
    return first, last


def _within(curve: Curve, days: tuple[dt.date, dt.date]) -> tuple[dt.date | None, dt.date | None]:
    """The part of some days that the curve covers."""
    first, last = max(days[0], curve.first), min(days[1], curve.last)
    return (first, last) if first <= last else (None, None)


def _chance(curve: Curve, first: dt.date, last: dt.date, direction: str) -> float | None:
    start, end = curve.at(first), curve.at(last)
    if direction in ("warming", "cooling"):
        spread = float(curve.variance[start] + curve.variance[end]) - 2 * curve.covariance(start, end)
        rise = float(curve.mean[end] - curve.mean[start])
        chance = NormalDist().cdf(rise / spread**0.5) if spread > 1e-12 else 0.5
        return chance if direction == "warming" else 1 - chance
    if direction in ("warm", "cold"):
        middle = (start + end) // 2
        chance = NormalDist().cdf(float(curve.mean[middle]) / float(curve.variance[middle]) ** 0.5)
        return chance if direction == "warm" else 1 - chance
    return None
