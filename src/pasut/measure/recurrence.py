"""How often acts of a kind come back: rates of each dyad and type, from what had been reported until a day.

A rate is that of a Poisson process whose past fades, with a gamma prior: a dyad that has been silent on a type is given
the share that the type has among all dyads, at the pace of that dyad. So a pair's count, its recency, the pair's other
acts and the base rate all have their say, each by its weight of evidence.
"""

import datetime as dt
from collections.abc import Iterable
from itertools import chain
from typing import get_args

import numpy as np

from pasut.measure.arrays import Floats, Ints, floats, ints
from pasut.measure.evidence import known_on
from pasut.measure.index import dyads_of
from pasut.records import Event, EventType, Record

HALF_LIFE = 180.0
"""Days in which a past act loses half its say in how often the like will come."""
PRIOR_DAYS = 120.0
"""Days of watching that the prior counts as."""
FORETOLD = frozenset(("happened", "alleged"))
"""What counts as seen: told as done, by the articles or by a speaker. What is told later of its standing does not."""

Kind = tuple[str, str, str]
"""Two actor codes in order, and a type."""


class Reports(Record, frozen=True):
    """When acts of each kind became known, in order of days."""

    kinds: tuple[Kind, ...]
    kind: Ints
    """Index in `kinds` of each act."""
    day: Ints
    """Ordinal of the day on which it was first known."""
    dyad: Ints
    """Index of the dyad of each of `kinds`."""
    type: Ints
    """Index of the type of each of `kinds`; all types, so that none is known before its time."""


def gather_reports(events: Iterable[Event]) -> Reports:
    """Acts by dyad and type, dated by publication; those that give no day of it are left out.

    Several acts of a kind that become known on one day are one, since what comes in a burst does not come by chance.
    """
    found = sorted(
        {
            (day.toordinal(), (*dyad, event.type))
            for event in events
            if event.status in FORETOLD and (day := known_on(event)) is not None
            for dyad in dyads_of(event)
        }
    )
    dyads = sorted({kind[:2] for _, kind in found})
    types: tuple[str, ...] = get_args(EventType)
    kinds = tuple((*dyad, type_) for dyad in dyads for type_ in types)
    place = {kind: number for number, kind in enumerate(kinds)}
    return Reports(
        kinds=kinds,
        kind=ints([place[kind] for _, kind in found]),
        day=ints([day for day, _ in found]),
        dyad=ints(list(chain.from_iterable([number] * len(types) for number in range(len(dyads))))),
        type=ints(list(range(len(types))) * len(dyads)),
    )


def until(reports: Reports, day: int) -> Reports:
    """Only what was known on a day; the kinds stay the same."""
    end = int(np.searchsorted(reports.day, day, side="right"))
    return Reports(
        kinds=reports.kinds,
        kind=ints(reports.kind[:end]),
        day=ints(reports.day[:end]),
        dyad=reports.dyad,
        type=reports.type,
    )


def chances(known: Reports, day: int, horizon: int) -> Floats:
    """For each kind, the probability of at least one such act in the `horizon` days after a day.

    `known` must hold nothing later than the day. The count of a Poisson process whose rate is gamma distributed is
    negative binomial: P(none) = (watched / (watched + horizon)) ** acts.
    """
    watched, faded = _fade(known, day)
    total = float(faded.sum())
    if not total:
        return floats(np.zeros(len(known.kinds)))
    of_type, of_dyad = np.bincount(known.type, weights=faded), np.bincount(known.dyad, weights=faded)
    share = ((of_type + 0.5) / (total + 0.5 * len(of_type)))[known.type]
    mean = total / (np.count_nonzero(of_dyad) * watched)  # acts a day of a dyad that is known by now
    pace = (of_dyad + PRIOR_DAYS * mean) / (watched + PRIOR_DAYS)
    acts = faded + PRIOR_DAYS * pace[known.dyad] * share
    return floats(1.0 - ((watched + PRIOR_DAYS) / (watched + PRIOR_DAYS + horizon)) ** acts)


def _fade(known: Reports, day: int) -> tuple[float, Floats]:
    """Days watched and acts seen of each kind, both fading into the past."""
    if not len(known.day):
        return 0.0, floats(np.zeros(len(known.kinds)))
    length = day - int(known.day[0]) + 1
    watched = HALF_LIFE / np.log(2) * (1 - 2 ** (-length / HALF_LIFE))
    weight = 2.0 ** (-(day - known.day) / HALF_LIFE)
    return float(watched), floats(np.bincount(known.kind, weights=weight, minlength=len(known.kinds)))


def last_seen(known: Reports) -> dict[Kind, tuple[int, dt.date]]:
    """On how many days acts of each kind became known, and the last of them."""
    out: dict[Kind, tuple[int, dt.date]] = {}
    for kind, day in zip(known.kind.tolist(), known.day.tolist(), strict=True):
        name = known.kinds[kind]
        out[name] = (out[name][0] + 1 if name in out else 1, dt.date.fromordinal(day))
    return out
