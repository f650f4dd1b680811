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
    day, weight = evidence.day[chosen], evidence.weight[chosen]
    score = (evidence.score if score is None else score)[chosen]
    begins = np.flatnonzero(np.diff(day, prepend=day[:1] - 1))  # rows stand by day: a day begins where it changes
    days, at = day[begins], np.repeat(np.arange(len(begins)), np.diff(begins, append=len(day)))
    total = floats(np.bincount(at, weights=weight, minlength=len(days)))
    value = floats(np.bincount(at, weights=weight * score, minlength=len(days)) / total)
    return Observations(day=ints(days), value=value, noise=day_noise(total, parameters), weight=total)


def day_noise(total: Floats, parameters: Parameters) -> Floats:
    """Variance of the mean of a day whose acts weigh `total` together.

    Acts of a day are correlated (one story makes several), so n acts count as n / (1 + (n - 1) rho), the design effect
    of Kish (1965). Weights take the place of n, and below one act nothing is correlated. So another act never makes a
    day less exact, and no day is more exact than 1 / rho acts.
    """
    effect = 1.0 + (np.maximum(total, 1.0) - 1.0) * parameters.rho
    return floats(parameters.sigma**2 * effect / total)
