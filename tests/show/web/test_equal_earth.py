"""The projection keeps areas, and its poles and edges where its authors have them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.show.web.equal_earth import WIDEST, project

STEP = 0.01


@given(st.floats(-179, 179), st.floats(-85, 85))
def test_a_small_square_keeps_its_area(longitude: float, latitude: float) -> None:
    (x, y), (u, v), (p, q) = (
        project(longitude, latitude), project(longitude + STEP, latitude), project(longitude, latitude + STEP),
    )  # fmt: skip
    area = (u - x) * (q - y) - (p - x) * (v - y)
    globe = math.radians(STEP) * (math.sin(math.radians(latitude + STEP)) - math.sin(math.radians(latitude)))
    assert area == pytest.approx(globe, rel=0.01)


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_west_and_south_mirror_east_and_north(longitude: float, latitude: float) -> None:
    x, y = project(longitude, latitude)
    assert project(-longitude, -latitude) == pytest.approx((-x, -y))


def test_the_edges_are_where_the_authors_have_them() -> None:
    assert project(180, 0) == pytest.approx((WIDEST, 0.0))
    assert project(0, 90)[1] == pytest.approx(1.3173627591574)
