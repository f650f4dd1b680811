"""Where a noisy series changes its level: the optimal segments, with weights.

The cost of a segment is its weighted sum of squares about its own mean, so that a week with much evidence counts more
than one with little; each further segment costs a penalty. The optimum is that of PELT (Killick, Fearnhead and Eckley
2012), found here without its pruning (Jackson et al. 2005): arrays make that fast enough for a lifetime of weeks, and
pruning is not exact where segments have a least length.
"""

import numpy as np

from pasut.measure.arrays import Floats, floats


class Costs:
    """Costs of segments by prefix sums: each in constant time."""

    def __init__(self, value: Floats, weight: Floats) -> None:
        self._weight = np.concatenate(([0.0], np.cumsum(weight)))
        self._first = np.concatenate(([0.0], np.cumsum(weight * value)))
        self._second = np.concatenate(([0.0], np.cumsum(weight * value * value)))

    def cost(self, start: int, end: int) -> float:
        """Weighted sum of squares of `start` to `end` (exclusive) about their mean."""
        weight = self._weight[end] - self._weight[start]
        first = self._first[end] - self._first[start]
        return float(self._second[end] - self._second[start] - first * first / weight)

    def all_until(self, end: int, shortest: int) -> Floats:
        """The costs of the segments from every start to `end` that have `shortest` values or more."""
        until = end - shortest + 1
        weight = self._weight[end] - self._weight[:until]
        first = self._first[end] - self._first[:until]
        return floats(self._second[end] - self._second[:until] - first * first / weight)

    def mean(self, start: int, end: int) -> tuple[float, float]:
        """Weighted mean of a segment, and the sum of its weights."""
        weight = float(self._weight[end] - self._weight[start])
        return float(self._first[end] - self._first[start]) / weight, weight


def find_breaks(value: Floats, weight: Floats, penalty: float, shortest: int) -> list[int]:
    """Positions at which a new segment begins, in order; no segment is of fewer than `shortest` values."""
    size = len(value)
    costs = Costs(value, weight)
    best = np.full(size + 1, np.inf)
    best[0] = -penalty
    came_from = [0] * (size + 1)
    for end in range(shortest, size + 1):
        totals = best[: end - shortest + 1] + costs.all_until(end, shortest) + penalty
        came_from[end] = int(np.argmin(totals))
        best[end] = totals[came_from[end]]
    breaks, end = [], size
    while came_from[end] > 0:
        end = came_from[end]
        breaks.append(end)
    return breaks[::-1]


def spread_of(value: Floats, weight: Floats) -> float:
    """Variance of the series in units of 1 / weight, by the median of the differences, which breaks hardly touch.

    1 where the weights are right and nothing changes but by chance. It is never taken as less: neighbours that are
    alike because one act of an uncertain day stands in both say nothing of how exact they are.
    """
    if len(value) < 3:
        return 1.0
    scaled = np.diff(value) / np.sqrt(1.0 / weight[1:] + 1.0 / weight[:-1])
    return max(float((1.4826 * np.median(np.abs(scaled))) ** 2), 1.0)


def place_of_break(value: Floats, weight: Floats, around: tuple[int, int, int], rise: float) -> tuple[int, int]:
    """First and last position at which a break may lie: those that cost at most `rise` more than the best.

    `around` is where the segment before begins, the break, and where the segment after ends.
    """
    start, at, end = around
    costs = Costs(value[start:end], weight[start:end])
    size = end - start
    least = costs.cost(0, at - start) + costs.cost(at - start, size)
    fits = [k for k in range(1, size) if costs.cost(0, k) + costs.cost(k, size) <= least + rise]
    return start + min(fits), start + max(fits)
