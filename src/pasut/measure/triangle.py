"""Three states: who is close to whom, how sure that is, and what figure it makes, over time.

A triangle is balanced when the product of its signs is positive (Heider, Harary). The figures are those of Dittmer's
strategic triangle (1981), and the unit veto that later authors added. It is described and not foretold: Doreian and
Mrvar find that the system of states does not drift to balance.
"""

import datetime as dt
import math
from collections.abc import Iterator
from itertools import product
from statistics import NormalDist
from typing import Literal

from pasut.measure.curve import Curve
from pasut.measure.parameters import Z90
from pasut.records import ActorCode, Record

Figure = Literal["menage", "romantic", "marriage", "veto"]
Sign = Literal[-1, 0, 1]

FIGURES: dict[int, Figure] = {3: "menage", 2: "romantic", 1: "marriage", 0: "veto"}
"""By the number of friendly sides."""


class Side(Record, frozen=True):
    """One relation of the three on a day."""

    a: ActorCode
    b: ActorCode
    mean: float
    error: float
    """Half width of the 90 % band."""
    chance: float
    """Probability that it is above zero."""
    stale: bool = False

    @property
    def sign(self) -> Sign:
        """1 or -1 where the whole band lies above or below zero, else 0."""
        if abs(self.mean) <= self.error:
            return 0
        return 1 if self.mean > 0 else -1


class Triangle(Record, frozen=True):
    """Three states on a day."""

    day: dt.date
    sides: tuple[Side, Side, Side]
    """First and second, second and third, first and third state."""
    balanced: float
    """Probability that the product of the signs is positive, the sides taken as measured apart."""
    figure: Figure
    """The likeliest of the eight patterns of signs, by its name."""
    chance: float
    """Probability of that pattern."""
    pivot: ActorCode | None
    """The state on good terms with both others (romantic), or on bad terms with both (marriage)."""

    @property
    def is_stale(self) -> bool:
        """Whether one of the three relations rests on old evidence or none: then no figure should be named."""
        return any(side.stale for side in self.sides)

    @property
    def is_known(self) -> bool:
        """Whether all three signs are sure, and none rests on old evidence."""
        return all(side.sign for side in self.sides) and not self.is_stale


Curves = tuple[Curve, Curve, Curve]


def judge_triangle(states: tuple[str, str, str], curves: Curves, day: dt.date, stale_days: int) -> Triangle:
    """The triangle of three states on a day.

    `curves` are those of the first and second, second and third, and first and third state; all must cover the day.
    """
    a, b, c = (ActorCode(code) for code in states)
    one, two, three = (
        _side(pair, curve, day, stale_days) for pair, curve in zip(((a, b), (b, c), (a, c)), curves, strict=True)
    )
    sides = one, two, three
    signs, chance = max(_patterns(sides), key=lambda each: each[1])
    figure = FIGURES[sum(signs)]
    return Triangle(
        day=day,
        sides=sides,
        balanced=chance_of_balance([side.chance for side in sides]),
        figure=figure,
        chance=chance,
        pivot=_pivot((a, b, c), signs, figure),
    )


def chance_of_balance(chances: list[float]) -> float:
    """Probability that an even number of signs is negative, by those of each being positive, when they are independent.

    >>> chance_of_balance([1.0, 1.0, 0.0])
    0.0
    """
    return 0.5 * (1 + math.prod(2 * chance - 1 for chance in chances))


def chances_of_figures(chances: tuple[float, float, float]) -> dict[Figure, float]:
    """Probability of each figure, by those of the three sides being friendly, when they are independent.

    >>> chances_of_figures((1.0, 1.0, 0.0))["romantic"]
    1.0
    """
    found = dict.fromkeys(FIGURES.values(), 0.0)
    for signs in product((True, False), repeat=3):
        chosen = (chance if sign else 1 - chance for sign, chance in zip(signs, chances, strict=True))
        found[FIGURES[sum(signs)]] += math.prod(chosen)
    return found


def _side(pair: tuple[ActorCode, ActorCode], curve: Curve, day: dt.date, stale_days: int) -> Side:
    at = curve.at(day)
    mean, spread = float(curve.mean[at]), math.sqrt(float(curve.variance[at]))
    since = int(curve.since_act[at])
    return Side(
        a=pair[0],
        b=pair[1],
        mean=mean,
        error=Z90 * spread,
        chance=NormalDist().cdf(mean / spread),
        stale=since < 0 or since > stale_days,
    )


def _patterns(sides: tuple[Side, Side, Side]) -> Iterator[tuple[tuple[bool, bool, bool], float]]:
    """Every pattern of friendly sides with its probability."""
    for signs in product((True, False), repeat=3):
        one, two, three = signs
        chances = (side.chance if sign else 1 - side.chance for side, sign in zip(sides, signs, strict=True))
        yield (one, two, three), math.prod(chances)


def _pivot(
    states: tuple[ActorCode, ActorCode, ActorCode], signs: tuple[bool, bool, bool], figure: Figure
) -> ActorCode | None:
    """The state between the two sides that are alike, where the third differs."""
    if figure in ("menage", "veto"):
        return None
    odd = signs.index(figure == "marriage")
    return (states[2], states[0], states[1])[odd]
