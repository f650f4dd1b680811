"""Any point of a curve as the exact sum of what each act adds to it.

The smoother is linear in the observations, so its weights can be had apart from it: the mean of a Gaussian Markov
process solves a tridiagonal system. It is solved here for one day, in a way that shares no code with the filter that
draws the curve.
"""

import datetime as dt

import numpy as np

from pasut.measure.arrays import Flags, Floats, Ints, floats
from pasut.measure.evidence import Evidence
from pasut.measure.observations import observe_rows
from pasut.measure.parameters import Parameters
from pasut.records import Event, Record


class Contribution(Record, frozen=True):
    """What one act adds to the index on a day."""

    event: Event
    points: float
    """How far the act moves the index away from `mu`; the points of all acts add up to the index less `mu`."""
    weight: float
    """The act's share in the index of that day: points = weight * (score - mu)."""
    score: float


def explain_day(
    evidence: Evidence, chosen: Flags, day: dt.date, parameters: Parameters, *, then: bool = False
) -> tuple[Contribution, ...]:
    """Contributions to a day, the largest first; with `then` those to what the evidence until that day says."""
    if then:
        chosen = chosen & (evidence.day <= day.toordinal())
    if not chosen.any():
        return ()
    share = row_weights(evidence, chosen, day, parameters)
    number, score = evidence.number[chosen], evidence.score[chosen]
    size, events = len(evidence.ids), tuple(evidence.events)
    weights = np.bincount(number, weights=share, minlength=size)
    points = np.bincount(number, weights=share * (score - parameters.mu), minlength=size)
    scores = np.zeros(size)
    scores[number] = score
    found = [
        Contribution(event=events[n], points=float(points[n]), weight=float(weights[n]), score=float(scores[n]))
        for n in np.unique(number)
    ]
    return tuple(sorted(found, key=lambda each: (-abs(each.points), -each.weight, each.event.id)))


def row_weights(evidence: Evidence, chosen: Flags, day: dt.date, parameters: Parameters) -> Floats:
    """The weight of each chosen row of the evidence in the mean of a day."""
    seen = observe_rows(evidence, chosen, parameters)
    of_day = day_weights(seen.day, seen.noise, day.toordinal(), parameters)
    at = np.searchsorted(seen.day, evidence.day[chosen])
    return floats(of_day[at] * evidence.weight[chosen] / seen.weight[at])


def day_weights(seen: Ints, noise: Floats, day: int, parameters: Parameters) -> Floats:
    """The weight of each observation in the smoothed mean of a day: row `day` of (Q + R^-1)^-1 R^-1.

    Q is the precision of the process on the days seen and the day asked for, which is tridiagonal.
    """
    nodes = np.union1d(seen, [day])
    exact = np.zeros(len(nodes))
    exact[np.searchsorted(nodes, seen)] = 1.0 / noise
    prior = parameters.tau**2
    fade = 2.0 ** (-np.diff(nodes) / parameters.half_life)
    fresh = prior * (1.0 - fade**2)
    diagonal = exact + 1.0 / np.concatenate(([prior], fresh))
    diagonal[:-1] += fade**2 / fresh
    unit = np.zeros(len(nodes))
    unit[np.searchsorted(nodes, day)] = 1.0
    solved = solve_tridiagonal(diagonal.tolist(), (-fade / fresh).tolist(), unit.tolist())
    return floats((np.asarray(solved) * exact)[np.searchsorted(nodes, seen)])


def solve_tridiagonal(diagonal: list[float], beside: list[float], right: list[float]) -> list[float]:
    """Solve a symmetric tridiagonal system that is positive definite (the algorithm of Thomas).

    >>> solve_tridiagonal([2.0, 2.0], [1.0], [3.0, 3.0])
    [1.0, 1.0]
    """
    pivots, rights = [diagonal[0]], [right[0]]
    for k in range(1, len(diagonal)):
        ratio = beside[k - 1] / pivots[-1]
        pivots.append(diagonal[k] - ratio * beside[k - 1])
        rights.append(right[k] - ratio * rights[-1])
    out = [rights[-1] / pivots[-1]]
    for k in range(len(diagonal) - 2, -1, -1):
        out.append((rights[k] - beside[k] * out[-1]) / pivots[k])
    return out[::-1]
