"""Evidence to observations: what all acts of one day say together, and how exactly."""

import numpy as np

from pasut.measure.arrays import Flags, Floats, Ints, floats, ints
from pasut.measure.evidence import Acts, Evidence
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


def observe(acts: Acts, chosen: Flags, parameters: Parameters, *, score: Floats | None = None) -> Observations:
    """Put together the acts of each day, of those that are chosen.

    `score` takes the place of the scores of the acts, one by one.
    """
    weight = acts.weight * chosen  # what is not chosen adds nothing: quicker than to pick out the rest
    total = daily_sums(acts, weight)
    sums = daily_sums(acts, weight * (acts.score if score is None else score))
    seen = np.flatnonzero(total)
    together = floats(total[seen])
    first = acts.first[0] if len(acts.first) else 0
    return Observations(
        day=ints(seen + first),
        value=floats(sums[seen] / together),
        noise=day_noise(together, parameters),
        weight=together,
    )


def daily_sums(acts: Acts, each: Floats) -> Floats:
    """The sum of what each act has on every one of its days, of all days from the first to the last with an act.

    Acts dated to a year are summed by where they begin and end, without a row for each of their days.
    """
    if not len(acts.first):
        return floats([])
    first = acts.first[0]
    begin, end = acts.first - first, acts.last - first + 1
    length = int(end.max())
    wide = (end - begin > 1) & (each != 0)
    single = end - begin == 1
    out = np.bincount(begin[single], weights=each[single], minlength=length)
    begin, end, each = begin[wide], end[wide], floats(each[wide])
    steps = np.bincount(begin, weights=each, minlength=length + 1) - np.bincount(end, each, length + 1)
    # Rounding would leave a trace of an act that is over: where none goes on, nothing is added.
    going_on = np.cumsum(np.bincount(begin, minlength=length + 1) - np.bincount(end, minlength=length + 1)) > 0
    return floats(out + np.where(going_on, np.cumsum(steps), 0.0)[:length])


def observe_rows(evidence: Evidence, chosen: Flags, parameters: Parameters) -> Observations:
    """The same of those rows of the evidence that are chosen."""
    if not len(evidence.day):
        return Observations(day=evidence.day, value=evidence.weight, noise=evidence.weight, weight=evidence.weight)
    first = evidence.day[0]
    at = evidence.day - first
    weight = evidence.weight * chosen
    total = np.bincount(at, weights=weight)
    sums = np.bincount(at, weights=weight * evidence.score)
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
