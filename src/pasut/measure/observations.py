"""Evidence to observations: what all acts of one day say together, and how exactly."""

import numpy as np

from pasut.measure.arrays import Flags, Floats, Ints, floats, ints
from pasut.measure.evidence import Evidence
from pasut.measure.parameters import Parameters
from pasut.records import Record


class Observations(Record, frozen=True):
    """One row for each day with acts."""

    day: Ints
    """Proleptic ordinals, rising."""
    value: Floats
    """Weighted mean of the scores of the day."""
    noise: Floats
    """Variance of that mean about the relation, in points squared."""
    weight: Floats
    """Sum of the weights of the day's acts."""


def observe(evidence: Evidence, chosen: Flags, parameters: Parameters, *, score: Floats | None = None) -> Observations:
    """Put together the acts of each day, of those rows of the evidence that are chosen.

    `score` takes the place of the scores of the evidence, row by row.
    """
    if not len(evidence.day):
        return Observations(day=evidence.day, value=evidence.weight, noise=evidence.weight, weight=evidence.weight)
    first = evidence.day[0]
    at = evidence.day - first
    weight = evidence.weight * chosen  # what is not chosen adds nothing: quicker than to pick out the rest
    total = np.bincount(at, weights=weight)
    sums = np.bincount(at, weights=weight * (evidence.score if score is None else score))
    seen = np.flatnonzero(total)
    together = floats(total[seen])
    value = floats(sums[seen] / together)
    return Observations(day=ints(seen + first), value=value, noise=day_noise(together, parameters), weight=together)


def day_noise(total: Floats, parameters: Parameters) -> Floats:
    """Variance of the mean of a day whose acts weigh `total` together.

    Acts of a day are correlated (one story makes several), so n acts count as n / (1 + (n - 1) rho), the design effect
    of Kish (1965). Weights take the place of n, and below one act nothing is correlated. So another act never makes a
    day less exact, and no day is more exact than 1 / rho acts.
    """
    effect = 1.0 + (np.maximum(total, 1.0) - 1.0) * parameters.rho
    return floats(parameters.sigma**2 * effect / total)
