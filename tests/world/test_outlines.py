"""Outlines and points: every state of ours has its point, and lies where it should."""

import pathlib

import pytest

from pasut.errors import DataError
from pasut.world.load import load_world
from pasut.world.outlines import load_outlines, load_points


def test_every_state_and_dependency_has_a_point_on_earth() -> None:
    points = load_points()
    assert set(points) == set(load_world().states)
    assert all(-180 <= each.longitude <= 180 and -90 <= each.latitude <= 90 for each in points.values())


def test_every_outline_has_a_code_of_ours_and_rings_with_an_area() -> None:
    world = load_world()
    outlines = load_outlines()
    assert set(outlines) <= {*world.states, *world.groups}
    assert {"IDN", "PRK", "TWN", "XKX", "PSE", "ESH", "UKR:Crimea"} <= set(outlines)
    assert all(len(set(ring)) > 2 for rings in outlines.values() for ring in rings)


def test_capitals_lie_where_they_lie() -> None:
    jakarta = load_points()["IDN"]
    assert (jakarta.longitude, jakarta.latitude) == pytest.approx((106.8, -6.2), abs=0.2)
    assert jakarta.basis == "capital"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("outlines.tsv", "code\trings\nIDN\t1,2 x,4\n", r"outlines\.tsv:2"),
        ("points.tsv", "code\tlongitude\tlatitude\tbasis\nIDN\t1\tx\tarea\n", r"points\.tsv:2.*degrees"),
        ("points.tsv", "code\tlongitude\tlatitude\tbasis\nIDN\t1\t2\tguess\n", "is none of"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(tmp_path: pathlib.Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(DataError, match=said):
        (load_outlines if name.startswith("outlines") else load_points)(tmp_path)
