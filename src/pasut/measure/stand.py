"""Where all relations of one actor stand on a day: the index of each, without its course."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from pasut.measure.curve import draw_curve
from pasut.measure.evidence import gather_evidence
from pasut.measure.index import dyads_of
from pasut.measure.level import Level, level_of
from pasut.measure.observations import observe
from pasut.measure.parameters import DEFAULT, Parameters
from pasut.records import Event, Record
from pasut.world.scale import Scale

REACH = 10
"""Half-lives beyond which an act is left out: by then it adds less than a thousandth of its points."""


class Stand(Record, frozen=True):
    """The index of one relation on a day, in points of the scale."""

    of: str
    to: str
    mean: float
    low: float
    high: float
    """Ends of the 90 % band."""
    level: Level
    acts: int
    """Undisputed acts that it rests on."""
    since_act: int
    """Days since the last act before the day; -1 where there is none."""


def reach_days(parameters: Parameters = DEFAULT) -> int:
    """How many days before and after a day the acts lie that are needed for it."""
    return round(REACH * parameters.half_life)


def judge_stands(
    events: Iterable[Event], of: str, scale: Scale, day: dt.date, parameters: Parameters = DEFAULT
) -> tuple[Stand, ...]:
    """The relations of an actor on a day with everybody whom the events name, the one with most acts first.

    Events of `reach_days` around the day suffice; those of other actors are passed over.
    """
    by_other: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for one, other in dyads_of(event):
            if of in (one, other):
                by_other[other if one == of else one].append(event)
    found = [_judge(told, (of, to), scale, day, parameters) for to, told in by_other.items()]
    return tuple(sorted(found, key=lambda each: (-each.acts, each.to)))


def _judge(told: list[Event], dyad: tuple[str, str], scale: Scale, day: dt.date, parameters: Parameters) -> Stand:
    evidence = gather_evidence(told, dyad, scale, parameters)
    curve = draw_curve(observe(evidence.acts, evidence.acts.undisputed, parameters), day, day, parameters)
    return Stand(
        of=dyad[0],
        to=dyad[1],
        mean=float(curve.mean[0]),
        low=float(curve.low[0]),
        high=float(curve.high[0]),
        level=level_of(curve, parameters, 0),
        acts=int(evidence.acts.undisputed.sum()),
        since_act=int(curve.since_act[0]),
    )
