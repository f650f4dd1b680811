"""Bend probabilities to what came of earlier ones: logistic recalibration (Cox 1958), learnt from trials that ended.

A forecaster that is too sure is drawn towards even odds, one that foretells too much is lowered, as far as its own past
shows it.
"""

import math

import numpy as np

from pasut.measure.arrays import Floats, floats
from pasut.records import Record

EDGES = np.linspace(-8.0, 8.0, 65)
"""Of the bins of logits in which trials are counted: enough to know them by."""
PRIOR_TRIALS = 20.0
"""Strength of the belief that nothing need be bent, as trials at even odds."""
STEPS = 25


class Tally(Record, frozen=True):
    """Trials counted by the logit of their probability."""

    trials: Floats
    came: Floats

    def add(self, chance: Floats, came: Floats) -> "Tally":
        """The tally with some more trials."""
        place = np.clip(np.searchsorted(EDGES, logit(chance)) - 1, 0, len(EDGES) - 2)
        size = len(EDGES) - 1
        return Tally(
            trials=floats(self.trials + np.bincount(place, minlength=size)),
            came=floats(self.came + np.bincount(place, weights=came, minlength=size)),
        )


NOTHING = Tally(trials=floats(np.zeros(len(EDGES) - 1)), came=floats(np.zeros(len(EDGES) - 1)))


def logit(chance: Floats) -> Floats:
    """Logarithm of the odds, within the range that is counted."""
    kept = np.clip(chance, 1 / (1 + math.exp(8.0)), 1 / (1 + math.exp(-8.0)))
    return floats(np.log(kept / (1 - kept)))


def learn(tally: Tally) -> tuple[float, float]:
    """Shift and slope of the logits under which what came is likeliest; (0, 1) bends nothing.

    Maximum of the binomial likelihood with a normal prior about (0, 1), by Newton's method.
    """
    at = (EDGES[1:] + EDGES[:-1]) / 2
    shift, slope = 0.0, 1.0
    strength = PRIOR_TRIALS / 4  # what as many trials at even odds would tell of the shift
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(shift + slope * at)))
        miss, doubt = tally.came - tally.trials * chance, tally.trials * chance * (1 - chance)
        pull = miss.sum() - strength * shift, (miss * at).sum() - strength * (slope - 1)
        bend = doubt.sum() + strength, (doubt * at).sum(), (doubt * at * at).sum() + strength
        size = bend[0] * bend[2] - bend[1] ** 2
        steps = (bend[2] * pull[0] - bend[1] * pull[1]) / size, (bend[0] * pull[1] - bend[1] * pull[0]) / size
        shift, slope = shift + float(np.clip(steps[0], -1, 1)), slope + float(np.clip(steps[1], -0.5, 0.5))
        if max(map(abs, steps)) < 1e-10:
            break
    return shift, max(slope, 0.0)


def bend(chance: Floats, learnt: tuple[float, float]) -> Floats:
    """Probabilities with their logits shifted and scaled; what is impossible stays so."""
    bent = 1 / (1 + np.exp(-(learnt[0] + learnt[1] * logit(chance))))
    return floats(np.where(chance > 0, bent, 0.0))
