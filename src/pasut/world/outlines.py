"""Load the outlines of states and the points that stand for them; SOURCES_MAP.md says whose borders these are."""

import pathlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, cast, get_args

from pasut.errors import DataError
from pasut.records import Record
from pasut.tables import cell_list, read_table
from pasut.world.load import FOLDER

Basis = Literal["capital", "area", "hand"]
Ring = tuple[tuple[float, float], ...]
"""(longitude, latitude) in degrees from corner to corner; the last one joins the first."""


class Point(Record, frozen=True):
    """The point that stands for a state, in degrees."""

    longitude: float
    latitude: float
    basis: Basis
    """The capital, the middle of the area, or written from general knowledge."""


def load_outlines(folder: pathlib.Path = FOLDER) -> Mapping[str, tuple[Ring, ...]]:
    """Rings of each area by code: those of states, and of a few areas that are drawn apart (`UKR:Crimea`).

    Raises DataError with file and line when one is wrong.
    """
    path = folder / "outlines.tsv"
    return MappingProxyType(
        {
            code: tuple(_ring(ring, f"{path.name}:{number}") for ring in cell_list(rings))
            for number, (code, rings) in read_table(path, ("code", "rings"))
        }
    )


def load_points(folder: pathlib.Path = FOLDER) -> Mapping[str, Point]:
    """A point for each state and dependency by code. Raises DataError with file and line when one is wrong."""
    path = folder / "points.tsv"
    found = {}
    for number, (code, longitude, latitude, basis) in read_table(path, ("code", "longitude", "latitude", "basis")):
        try:
            x, y = float(longitude), float(latitude)
        except ValueError as error:
            raise DataError(f"{path.name}:{number}: {longitude}, {latitude} are no degrees") from error
        if basis not in get_args(Basis):
            raise DataError(f"{path.name}:{number}: basis {basis!r} is none of {', '.join(get_args(Basis))}")
        found[code] = Point(longitude=x, latitude=y, basis=cast("Basis", basis))
    return MappingProxyType(found)


def _ring(text: str, where: str) -> Ring:
    """`-87,277 -87,276 ...`, in tenths of a degree."""
    try:
        corners = [corner.split(",") for corner in text.split()]
        return tuple((int(x) / 10, int(y) / 10) for x, y in corners)
    except ValueError as error:
        raise DataError(f"{where}: {text[:40]!r} is no ring; write longitude,latitude in tenths of a degree") from error
