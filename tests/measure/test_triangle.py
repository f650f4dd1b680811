"""Triangles: signs, balance and figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.measure.curve import Curve
from pasut.measure.index import measure_relation
from pasut.measure.triangle import chance_of_balance, chances_of_figures, judge_triangle
from pasut.records import EventType
from relations import SCALE, act, day

STATES = ("PRK", "RUS", "USA")
WARM: EventType = "AID"
COLD: EventType = "ASSAULT"


def curve(type_: EventType) -> Curve:
    """A relation with one kind of act only."""
    return measure_relation([act(at, type_) for at in range(0, 50, 2)], ("PRK", "RUS"), SCALE, until=day(400)).curve


FIGURES = [
    ((WARM, WARM, WARM), "menage", None, 1),
    ((WARM, WARM, COLD), "romantic", "RUS", 0),
    ((COLD, WARM, WARM), "romantic", "USA", 0),
    ((WARM, COLD, COLD), "marriage", "USA", 1),
    ((COLD, WARM, COLD), "marriage", "PRK", 1),
    ((COLD, COLD, COLD), "veto", None, 0),
]


@pytest.mark.parametrize(("sides", "figure", "pivot", "balanced"), FIGURES)
def test_figures_have_their_names_and_pivots(
    sides: tuple[EventType, EventType, EventType], figure: str, pivot: str | None, balanced: float
) -> None:
    one, two, three = (curve(type_) for type_ in sides)
    found = judge_triangle(STATES, (one, two, three), day(48), 90)
    assert (found.figure, found.pivot) == (figure, pivot)
    assert found.balanced == pytest.approx(balanced, abs=0.02)
    assert found.is_known


def test_without_news_no_sign_is_sure() -> None:
    warm = curve(WARM)
    found = judge_triangle(STATES, (warm, warm, warm), day(400), 90)
    assert [side.sign for side in found.sides] == [0, 0, 0]
    assert not found.is_known
    assert found.chance < 0.2


def test_balance_agrees_with_the_sketch_of_the_design() -> None:
    assert chance_of_balance([1.0, 0.99865, 0.00003]) == pytest.approx(0.001, abs=0.001)


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_balance_is_the_sum_over_even_patterns(chances: list[float]) -> None:
    a, b, c = chances
    even = a * b * c + a * (1 - b) * (1 - c) + (1 - a) * b * (1 - c) + (1 - a) * (1 - b) * c
    assert chance_of_balance(chances) == pytest.approx(even)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_figures_fill_the_whole_and_balance_is_three_friends_or_a_marriage(a: float, b: float, c: float) -> None:
    figures = chances_of_figures((a, b, c))
    assert sum(figures.values()) == pytest.approx(1)
    assert figures["menage"] + figures["marriage"] == pytest.approx(chance_of_balance([a, b, c]))
