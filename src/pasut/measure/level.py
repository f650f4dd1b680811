"""Numbers to words: what to call a level and a trend, and when to say that it cannot be told. Keys of show/words.toml.

The cut-points are conventions, chosen to be remembered; nothing happens at them.
"""

from statistics import NormalDist
from typing import Literal

import numpy as np

from pasut.measure.curve import Curve
from pasut.measure.index import RelationIndex
from pasut.measure.parameters import Parameters
from pasut.records import Record

LevelName = Literal["hostile", "tense", "cool", "neutral", "normal", "good", "close"]
Trend = Literal["warming", "cooling", "unclear"]

CUTS: tuple[tuple[float, LevelName], ...] = (
    (-6.0, "hostile"), (-3.0, "tense"), (-0.5, "cool"), (0.5, "neutral"), (3.0, "normal"), (6.0, "good"),
)  # fmt: skip
"""(upper end in points, level below it); from the last on it is close."""
SURE = 0.95
"""Probability from which on a change is told as one."""


class Level(Record, frozen=True):
    """What the band of a day allows one to say: one level, or the lowest and the highest that it touches."""

    lowest: LevelName
    highest: LevelName
    stale: bool = False
    """Nothing has happened for so long that no level should be named, whatever the band covers."""

    @property
    def is_certain(self) -> bool:
        """Whether the whole band lies within one level."""
        return self.lowest == self.highest and not self.stale


def name_level(points: float) -> LevelName:
    """The level that a number of points lies in.

    >>> name_level(4.2), name_level(-6.5)
    ('good', 'hostile')
    """
    for end, name in CUTS:
        if points < end:
            return name
    return "close"


def judge_level(relation: RelationIndex, curve: Curve, position: int = -1) -> Level:
    """The level of a curve on a day (a position in its arrays)."""
    return level_of(curve, relation.parameters, position)


def level_of(curve: Curve, parameters: Parameters, position: int = -1) -> Level:
    """The same, by the parameters that the curve was drawn with."""
    since = int(curve.since_act[position])
    stale = since < 0 or since > parameters.stale_days
    return Level(
        lowest=name_level(float(curve.low[position])), highest=name_level(float(curve.high[position])), stale=stale
    )


def chance_of_rise(curve: Curve, days: int, position: int = -1) -> float:
    """The probability that the relation is warmer than `days` before; before the curve begins it is at the prior."""
    later = position % len(curve)
    earlier = max(0, later - days)
    spread = curve.variance[later] + curve.variance[earlier] - 2 * curve.covariance(earlier, later)
    rise = float(curve.mean[later] - curve.mean[earlier])
    if spread <= 1e-12:
        return 0.5
    return NormalDist().cdf(rise / float(np.sqrt(spread)))


def judge_trend(curve: Curve, days: int, position: int = -1) -> Trend:
    """Warming or cooling, where that is almost certain."""
    return name_trend(chance_of_rise(curve, days, position))


def name_trend(chance: float) -> Trend:
    """What to call a change, by the probability that it is a rise."""
    if chance > SURE:
        return "warming"
    return "cooling" if chance < 1 - SURE else "unclear"
