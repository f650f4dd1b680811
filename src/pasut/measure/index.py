"""Evidence to the index of a relation: its curves, all by the same formula, of different parts of the evidence."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec.structs
import numpy as np

from pasut.measure.arrays import Flags, Floats, flags, floats
from pasut.measure.changes import Change, find_changes
from pasut.measure.contributions import Contribution, explain_day
from pasut.measure.curve import Curve, draw_curve
from pasut.measure.evidence import Acts, Evidence, gather_evidence
from pasut.measure.observations import daily_sums, observe
from pasut.measure.parameters import DEFAULT, Parameters
from pasut.measure.surprise import Surprise, measure_surprises
from pasut.records import ActorCode, Event, Record
from pasut.world.scale import Scale

MONTH = 30
"""Days over which acts are counted to show how much happens, which is not how warm it is."""


class RelationIndex(Record, frozen=True):
    """How close two actors are, day by day, in points of the PLOVER scale; all curves cover the same days."""

    a: ActorCode
    b: ActorCode
    parameters: Parameters
    evidence: Evidence
    curve: Curve
    """Both directions, undisputed acts only: the index itself."""
    with_disputed: Curve
    """The same with disputed acts, weighted by their standing."""
    forward: Curve
    """Acts of `a` towards `b`, undisputed; what both do together counts in both directions."""
    backward: Curve
    verbal: Curve
    """Words only, both directions, undisputed."""
    material: Curve
    """Deeds only."""
    cooperation: Curve
    """Undisputed acts with the score of every hostile one set to zero: how much warmth there is."""
    conflict: Curve
    """The same with that of every friendly one set to zero: how much hostility. Both may be strong at once."""
    acts: Floats
    """Acts in the thirty days up to each day, disputed ones by their weight: how much happens."""
    flow: Floats
    """The sum of their scores: how much happens, and which way."""

    def explain(self, day: dt.date, *, with_disputed: bool = False, then: bool = False) -> tuple[Contribution, ...]:
        """What each act adds to the index of a day: the points add up to the index less `mu`.

        With `then`, to what the evidence until that day said.
        """
        chosen = flags(np.ones_like(self.evidence.undisputed)) if with_disputed else self.evidence.undisputed
        return explain_day(self.evidence, chosen, day, self.parameters, then=then)

    def changes(self) -> tuple[Change, ...]:
        """The days about which the level changed, with the acts that carry each change."""
        return find_changes(self.evidence, self.parameters)

    def surprises(self) -> tuple[Surprise, ...]:
        """Every act with how unexpected it was, the one that moved the index most first."""
        return measure_surprises(self.evidence, self.parameters)

    def with_half_life(self, days: float) -> Curve:
        """The index by another half-life: how much depends on that choice."""
        other = msgspec.structs.replace(self.parameters, half_life=days)
        seen = observe(self.evidence.acts, self.evidence.acts.undisputed, other)
        return draw_curve(seen, self.curve.first, self.curve.last, other)

    @property
    def is_stale(self) -> bool:
        """Whether nothing has happened for so long that the last value says nothing of today."""
        since = int(self.curve.since_act[-1])
        return since < 0 or since > self.parameters.stale_days


def measure_relation(
    events: Iterable[Event],
    dyad: tuple[str, str],
    scale: Scale,
    parameters: Parameters = DEFAULT,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    as_of: dt.date | None = None,
) -> RelationIndex:
    """The index of a dyad, from `since` (its first act when None) to `until`; earlier acts inform it all the same.

    `until` is the day up to which silence is known to be silence (the last day of publication of all articles at
    hand); the last act of the dyad when None. `as_of` takes only what had been reported by then, and ends there.
    """
    evidence = gather_evidence(events, dyad, scale, parameters, as_of=as_of)
    return index_of(evidence, parameters, since=since, until=as_of or until)


def index_of(
    evidence: Evidence, parameters: Parameters = DEFAULT, *, since: dt.date | None = None, until: dt.date | None = None
) -> RelationIndex:
    """The same from the evidence."""
    first, last = _ends(evidence, since, until)
    acts = evidence.acts
    undisputed = acts.undisputed

    def curve(chosen: Flags, score: Floats = acts.score) -> Curve:
        return draw_curve(observe(acts, chosen, parameters, score=score), first, last, parameters)

    volume, flow = _volume(acts, first, last)
    return RelationIndex(
        a=evidence.a,
        b=evidence.b,
        parameters=parameters,
        evidence=evidence,
        curve=curve(undisputed),
        with_disputed=curve(np.ones_like(undisputed)),
        forward=curve(undisputed & acts.forward),
        backward=curve(undisputed & acts.backward),
        verbal=curve(undisputed & ~acts.material),
        material=curve(undisputed & acts.material),
        cooperation=curve(undisputed, floats(np.maximum(acts.score, 0.0))),
        conflict=curve(undisputed, floats(np.minimum(acts.score, 0.0))),
        acts=volume,
        flow=flow,
    )


def measure_all(
    events: Iterable[Event], scale: Scale, parameters: Parameters = DEFAULT, *, until: dt.date | None = None
) -> Iterator[RelationIndex]:
    """The index of every dyad that some event is of, by codes."""
    by_dyad: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        for dyad in dyads_of(event):
            by_dyad[dyad].append(event)
    for dyad in sorted(by_dyad):
        yield measure_relation(by_dyad[dyad], dyad, scale, parameters, until=until)


def dyads_of(event: Event) -> Iterator[tuple[str, str]]:
    """Every pair, its codes in order, of which one acts on the other."""
    for one, other in combinations(sorted({*event.source, *event.target}), 2):
        if (one in event.source and other in event.target) or (other in event.source and one in event.target):
            yield one, other


def _ends(evidence: Evidence, since: dt.date | None, until: dt.date | None) -> tuple[dt.date, dt.date]:
    """First and last day of the curves; one day where nothing is known."""
    known = [dt.date.fromordinal(int(day)) for day in (*evidence.acts.first[:1], *sorted(evidence.acts.last)[-1:])]
    first = since or (known[0] if known else until or dt.date.min)
    return first, max(first, until or (known[-1] if known else first))


def _volume(acts: Acts, first: dt.date, last: dt.date) -> tuple[Floats, Floats]:
    """Acts, and the sum of their scores, in the thirty days up to each day."""
    length = (last - first).days + 1
    begin = int(acts.first[0]) - first.toordinal() if len(acts.first) else 0
    start = min(0, begin)

    def running(each: Floats) -> Floats:
        daily = np.zeros(length - start)
        sums = daily_sums(acts, each)[: max(0, length - begin)]
        daily[begin - start :][: len(sums)] = sums
        total = np.concatenate((np.zeros(MONTH), np.cumsum(daily)))
        return floats((total[MONTH:] - total[:-MONTH])[-start:])

    return running(acts.weight), running(floats(acts.weight * acts.score))
