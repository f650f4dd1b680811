"""Relations made up, of which the truth is known: how near the index comes to it, and whether its band holds.

The world `regimes` is that of the design: levels that last for months and then jump, a reporting rate that drifts, days
whose acts share one story, mentions with a heavy tail, scores that end at -10 and 10. The world `model` follows the
index's own model to the letter. Run `python quality/simulation.py [--runs 60]`; `make methodology` puts the result into
the documentation.
"""

import argparse
import dataclasses
import datetime as dt
import itertools
import sys
from collections.abc import Callable, Iterator

import msgspec.structs
import numpy as np

from pasut.measure.arrays import Flags, Floats, Ints, floats, ints
from pasut.measure.changes import PENALTY, SHORTEST, weekly
from pasut.measure.curve import Curve, draw_curve
from pasut.measure.observations import Observations, day_noise
from pasut.measure.parameters import DEFAULT, Z90, Parameters
from pasut.measure.segments import find_breaks, spread_of

DAYS = 730
RUNS = 60
SEED = 20240619
FIRST = dt.date(2023, 1, 1)
RATE = 1.2
"""Acts a day, on average over a run."""
JUMP = 1 / 150
HELD_OUT = 0.2
REPEATED_DAYS, TIMES = 20, 30
WINDOW = 14
NEAR = 21
"""Days within which a break must lie of a jump to have found it."""


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """One relation: its truth day by day, the days on which it jumps, and its acts."""

    truth: Floats
    jumps: Ints
    day: Ints
    score: Floats
    mentions: Floats

    def chosen(self, kept: Flags | Ints) -> "Made":
        """The same truth with some of the acts."""
        return dataclasses.replace(
            self, day=ints(self.day[kept]), score=floats(self.score[kept]), mentions=floats(self.mentions[kept])
        )


Method = Callable[[Made], Floats]


def make(chance: np.random.Generator, world: str, *, ends: bool = True) -> Made:
    """A relation of two years; without `ends` the scores of acts may leave the scale."""
    truth, jumps = _drift(chance) if world == "model" else _regimes(chance)
    rate = np.exp(np.cumsum(chance.normal(0, 0.04, DAYS)))
    day = np.repeat(np.arange(DAYS), chance.poisson(rate * RATE / rate.mean()))
    story = chance.normal(0, DEFAULT.sigma * DEFAULT.rho**0.5, DAYS)[day]
    own = chance.normal(0, DEFAULT.sigma * (1 - DEFAULT.rho) ** 0.5, len(day))
    score = truth[day] + story + own
    mentions = np.ceil(chance.pareto(1.2, len(day)) + 1)
    if world != "model" and ends:
        score = np.clip(score, -10, 10)
    return Made(truth=truth, jumps=jumps, day=ints(day), score=floats(score), mentions=floats(mentions))


def _drift(chance: np.random.Generator) -> tuple[Floats, Ints]:
    phi = 2 ** (-1 / DEFAULT.half_life)
    level, out = chance.normal(0, DEFAULT.tau), []
    for _ in range(DAYS):
        out.append(level)
        level = phi * level + chance.normal(0, DEFAULT.tau * (1 - phi**2) ** 0.5)
    return floats(out), ints([])


def _regimes(chance: np.random.Generator) -> tuple[Floats, Ints]:
    jumps = chance.random(DAYS) < JUMP
    level = chance.normal(0, DEFAULT.tau, DAYS)[np.cumsum(jumps)]
    wiggle = np.convolve(chance.normal(0, 1, DAYS + 29), np.ones(30) / 30**0.5, "valid") * 0.6
    return floats(np.clip(level + wiggle, -9.5, 9.5)), ints(np.flatnonzero(jumps))


def observe_made(made: Made, parameters: Parameters = DEFAULT) -> Observations:
    """The acts by days; every act is a fact."""
    days, at = np.unique(made.day, return_inverse=True)
    total = floats(np.bincount(at))
    return Observations(
        day=ints(days + FIRST.toordinal()),
        value=floats(np.bincount(at, weights=made.score) / total),
        noise=day_noise(total, parameters),
        weight=total,
    )


def curve_of(made: Made, parameters: Parameters = DEFAULT) -> Curve:
    """The index of a made relation."""
    return draw_curve(observe_made(made, parameters), FIRST, FIRST + dt.timedelta(days=DAYS - 1), parameters)


def _window(daily: Floats) -> Floats:
    total = np.concatenate((np.zeros(WINDOW), np.cumsum(daily)))
    return floats(total[WINDOW:] - total[:-WINDOW])


def _weighted_mean(weights: Callable[[Made], Floats]) -> Method:
    def method(made: Made) -> Floats:
        of_act = weights(made)
        total = _window(floats(np.bincount(made.day, weights=of_act, minlength=DAYS)))
        score = _window(floats(np.bincount(made.day, weights=of_act * made.score, minlength=DAYS)))
        return floats(np.where(total > 0, score / np.maximum(total, 1e-12), 0.0))

    return method


METHODS: dict[str, Method] = {
    "sum of 14 days": lambda made: _window(floats(np.bincount(made.day, weights=made.score, minlength=DAYS))),
    "mean of 14 days": _weighted_mean(lambda made: floats(np.ones(len(made.day)))),
    "mean of 14 days, by log of mentions": _weighted_mean(lambda made: floats(np.log1p(made.mentions))),
    "index, as known on the day": lambda made: curve_of(made).mean_then,
    "index, all evidence": lambda made: curve_of(made).mean,
}


def compare(runs: int, world: str = "regimes") -> dict[str, tuple[float, float, float]]:
    """For each method: correlation with the truth, root mean squared error, and how far repetition moves it.

    Repetition gives every act of twenty days thirty times; the change is the mean absolute one over all days, in
    standard deviations of the method's own series.
    """
    chance = np.random.default_rng(SEED)
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in METHODS}
    for _ in range(runs):
        made = make(chance, world)
        again = made.chosen(_repeated(made, chance))
        for name, method in METHODS.items():
            shown = method(made)
            error = float(np.sqrt(np.mean((shown - made.truth) ** 2)))
            moved = float(np.mean(np.abs(method(again) - shown)) / shown.std())
            found[name].append((float(np.corrcoef(shown, made.truth)[0, 1]), error, moved))
    return {name: tuple(np.mean(rows, axis=0).tolist()) for name, rows in found.items()}  # type: ignore[misc]


def _repeated(made: Made, chance: np.random.Generator) -> Ints:
    days = chance.choice(np.unique(made.day), REPEATED_DAYS, replace=False)
    return ints(np.repeat(np.arange(len(made.day)), np.where(np.isin(made.day, days), TIMES, 1)))


def coverage(
    runs: int, world: str, parameters: Parameters = DEFAULT, *, ends: bool = True, seed: int = SEED
) -> tuple[float, float, float]:
    """Shares within the 90 % band: of the truth, of the truth as known on the day, of days with acts held out."""
    chance = np.random.default_rng(seed)
    return tuple(np.mean([_covered(make(chance, world, ends=ends), parameters, chance) for _ in range(runs)], axis=0))  # type: ignore[return-value]


def _covered(made: Made, parameters: Parameters, chance: np.random.Generator) -> tuple[float, float, float]:
    curve = curve_of(made, parameters)
    smooth = np.abs(made.truth - curve.mean) <= Z90 * np.sqrt(curve.variance)
    then = np.abs(made.truth - curve.mean_then) <= Z90 * np.sqrt(curve.variance_then)
    days = np.unique(made.day)
    out = np.isin(made.day, days[chance.random(len(days)) < HELD_OUT])
    without, asked = curve_of(made.chosen(~out), parameters), observe_made(made.chosen(out), parameters)
    at = asked.day - FIRST.toordinal()
    inside = np.abs(asked.value - without.mean[at]) <= Z90 * np.sqrt(without.variance[at] + asked.noise)
    return float(smooth.mean()), float(then.mean()), float(inside.mean())


def errors(runs: int, parameters: Parameters) -> float:
    """Root mean squared error of the smoothed index with other parameters, in the world of regimes."""
    chance = np.random.default_rng(SEED)
    made = [make(chance, "regimes") for _ in range(runs)]
    return float(np.mean([np.sqrt(np.mean((curve_of(each, parameters).mean - each.truth) ** 2)) for each in made]))


def fit(runs: int, *, seed: int = SEED + 1) -> Parameters:
    """The parameters under which made relations of the regimes are likeliest: pooled, by search along each in turn."""
    chance = np.random.default_rng(seed)
    made = [make(chance, "regimes") for _ in range(runs)]
    best = DEFAULT
    grids = {"half_life": (21, 30, 45, 60, 90, 130, 180), "tau": (2, 2.5, 3, 3.5, 4), "sigma": (2, 2.5, 2.75, 3, 3.25),
             "rho": (0.2, 0.3, 0.4, 0.5, 0.6)}  # fmt: skip
    for name, grid in itertools.chain.from_iterable([grids.items()] * 2):
        tried = [msgspec.structs.replace(best, **{name: float(value)}) for value in grid]
        best = max(tried, key=lambda each: sum(_likelihood(one, each) for one in made))
    return best


def _likelihood(made: Made, parameters: Parameters) -> float:
    """Logarithm, but for a constant, by the errors of the forecast from each day with acts to the next."""
    seen = observe_made(made, parameters)
    curve = draw_curve(seen, FIRST, FIRST + dt.timedelta(days=DAYS - 1), parameters)
    at = seen.day - FIRST.toordinal()
    before = np.maximum(at - 1, 0)
    mean = parameters.mu + curve.phi * (curve.mean_then[before] - parameters.mu)
    variance = curve.phi**2 * curve.variance_then[before] + curve.tau**2 * (1 - curve.phi**2) + seen.noise
    miss = (seen.value - mean)[1:]
    return float(-0.5 * np.sum(np.log(variance[1:]) + miss**2 / variance[1:]))


def breaks(runs: int, penalty: float = PENALTY) -> tuple[float, float, float]:
    """Share of jumps of two points or more found within three weeks, false breaks a run, median error in days."""
    chance = np.random.default_rng(SEED)
    hits = jumps = false = 0
    misses: list[int] = []
    for _ in range(runs):
        made = make(chance, "regimes")
        weeks = weekly(observe_made(made))
        spread = spread_of(weeks.value, weeks.weight)
        found = find_breaks(weeks.value, weeks.weight, penalty * spread * np.log(len(weeks.value)), SHORTEST)
        days = [int(weeks.monday[each]) - FIRST.toordinal() for each in found]
        real = [int(day) for day in made.jumps if _size(made, int(day)) >= 2]
        near = [min((abs(each - day) for each in days), default=DAYS) for day in real]
        hits += sum(each <= NEAR for each in near)
        jumps += len(real)
        misses += [each for each in near if each <= NEAR]
        false += sum(min((abs(each - int(day)) for day in made.jumps), default=DAYS) > NEAR for each in days)
    return hits / max(jumps, 1), false / runs, float(np.median(misses)) if misses else float("nan")


def placebo(runs: int) -> float:
    """Breaks in two years of a relation whose acts are dated by chance."""
    chance = np.random.default_rng(SEED)
    found = 0
    for _ in range(runs):
        made = make(chance, "regimes")
        weeks = weekly(observe_made(dataclasses.replace(made, score=floats(chance.permutation(made.score)))))
        spread = spread_of(weeks.value, weeks.weight)
        found += len(find_breaks(weeks.value, weeks.weight, PENALTY * spread * np.log(len(weeks.value)), SHORTEST))
    return found / runs


def _size(made: Made, day: int) -> float:
    around = made.truth[max(0, day - 28) : day], made.truth[day : day + 28]
    return abs(float(around[0].mean() - around[1].mean())) if len(around[0]) else 0.0


def report(runs: int) -> Iterator[str]:
    """All of it as Markdown."""
    yield f"{runs} made relations of {DAYS} days, about {RATE} acts a day, a jump every {1 / JUMP:.0f} days on average:"
    yield ""
    yield "| | correlation with truth | error (RMSE, points) | change when 20 days are repeated 30 times (own SD) |"
    yield "| --- | ---: | ---: | ---: |"
    for name, (correlation, error, moved) in compare(runs).items():
        shown = "other unit" if name.startswith("sum") else f"{error:.2f}"
        yield f"| {name} | {correlation:.3f} | {shown} | {moved:.2f} |"
    yield ""
    yield "| share inside the 90 % band | truth | truth as known on the day | days with acts held out |"
    yield "| --- | ---: | ---: | ---: |"
    fitted = fit(runs)
    worlds = {
        "the index's own model": coverage(runs, "model"),
        "regimes": coverage(runs, "regimes"),
        "regimes, scores not cut at the ends of the scale": coverage(runs, "regimes", ends=False),
        f"regimes, parameters fitted to other runs ({_named(fitted)})": coverage(runs, "regimes", fitted),
    }
    for name, shares in worlds.items():
        yield f"| {name} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"
    yield ""
    yield "| parameters, in the regimes | error | truth in band | held-out days in band |"
    yield "| --- | ---: | ---: | ---: |"
    for change in ({}, {"half_life": 21.0}, {"half_life": 90.0}, {"rho": 0.2}, {"rho": 0.7}):
        other = msgspec.structs.replace(DEFAULT, **change)
        smooth, _, held = coverage(runs, "regimes", other)
        name = ", ".join(f"{key} {value:g}" for key, value in change.items()) or "as they are"
        yield f"| {name} | {errors(runs, other):.2f} | {smooth:.3f} | {held:.3f} |"
    yield ""
    recall, false, median = breaks(runs)
    yield (
        f"Change points: of jumps of two points or more {recall:.0%} have a break within {NEAR} days (median error "
        f"{median:.0f} days); {false:.2f} breaks in two years lie near no jump. "
        f"With the same scores dated by chance there are {placebo(runs):.2f} in two years."
    )


def _named(parameters: Parameters) -> str:
    values = (parameters.half_life, parameters.tau, parameters.sigma, parameters.rho)
    return "half-life {:g}, tau {:g}, sigma {:g}, rho {:g}".format(*values)


def main() -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    print("\n".join(report(parser.parse_args().runs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
