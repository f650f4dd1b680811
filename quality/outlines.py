"""Compile the world's outlines and points from Natural Earth: src/pasut/world/outlines.tsv and points.tsv.

`python quality/outlines.py FOLDER`, where FOLDER holds the unpacked npm package `world-atlas` 2.0.2 (as `package/`) and
the PyPI wheel of geopandas 0.14.4 (as `geopandas/`), which both carry Natural Earth. See world/SOURCES_MAP.md.
"""

import itertools
import json
import pathlib
import struct
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

from babel.core import get_global

from pasut.world.load import State, load_world

ROOT = pathlib.Path(__file__).resolve().parents[1]
WORLD = ROOT / "src" / "pasut" / "world"
UNNUMBERED = {"Kosovo": "XKX", "N. Cyprus": "CYP:North", "Somaliland": "SOM:Somaliland"}
"""Areas without a number in ISO 3166."""
LEFT_OUT = {"ATA"}
"""Not drawn: a continent of ice would take a fifth of the picture."""
CALLED = {
    "AND": "Andorra", "DNK": "København", "KAZ": "Nur-Sultan", "KIR": "Tarawa", "MDA": "Chi?in?u", "PLW": "Melekeok",
    "USA": "Washington, D.C.",
}  # fmt: skip
"""Capitals that the file of cities spells otherwise, or whose neighbourhood it has."""
APART = {"UKR:Crimea": (34.1, 44.95)}
"""A place in an area that is drawn apart under a code of groups.tsv: the source gives it to one side of a dispute."""
BY_HAND = {
    "ALA": (19.9, 60.1), "ATA": (0.0, -82.0), "BDI": (29.9, -3.4), "BES": (-68.3, 12.2), "BVT": (3.4, -54.4),
    "CCK": (96.8, -12.2), "CXR": (105.7, -10.4), "GIB": (-5.4, 36.1), "GLP": (-61.7, 16.0), "GUF": (-52.3, 4.9),
    "MTQ": (-61.1, 14.6), "MYT": (45.2, -12.8), "REU": (55.5, -20.9), "SJM": (15.6, 78.2), "TKL": (-171.8, -9.2),
    "UMI": (-177.4, 28.2),
}  # fmt: skip
"""What the files have no point or area for, or another capital: written from general knowledge."""
Ring = list[tuple[float, float]]


def main(folder: pathlib.Path) -> None:
    """Write both tables."""
    states = dict(load_world().states)
    atlas = folder / "package"
    small, middle, large = (_outlines(atlas / f"countries-{size}.json", states) for size in ("110m", "50m", "10m"))
    rows = [f"{code}\t{'|'.join(_written(rings))}" for code, rings in sorted(small.items()) if code not in LEFT_OUT]
    head = (
        "# Outlines of states, tenths of a degree: `longitude,latitude` from corner to corner; rings separated by |.\n"
    )
    text = (
        head + "# Natural Earth 1:110m, public domain; made by quality/outlines.py. See SOURCES_MAP.md.\ncode\trings\n"
    )
    (WORLD / "outlines.tsv").write_text(text + "\n".join(rows) + "\n", encoding="utf-8")
    cities = _cities(folder / "geopandas" / "datasets" / "naturalearth_cities")
    points = [_point(state, cities, {**large, **middle}) for state in states.values()]
    head = (
        "# A point for each state and dependency, degrees. `basis`: the capital, the middle of the area, or by hand.\n"
    )
    text = head + "# Natural Earth, public domain; made by quality/outlines.py. See SOURCES_MAP.md.\n"
    table = "code\tlongitude\tlatitude\tbasis\n" + "\n".join(points) + "\n"
    (WORLD / "points.tsv").write_text(text + table, encoding="utf-8")


def _outlines(path: pathlib.Path, states: dict[str, State]) -> dict[str, list[Ring]]:
    """The rings of each area of a TopoJSON file that has a code of ours, by that code."""
    atlas = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_decoded(arc, atlas["transform"]) for arc in atlas["arcs"]]
    codes = {state.alpha2: code for code, state in states.items()}
    aliases = get_global("territory_aliases")
    found: dict[str, list[Ring]] = {}
    for area in atlas["objects"]["countries"]["geometries"]:
        number, name = area.get("id"), area["properties"]["name"]
        alpha2 = aliases.get(number, [""])[0] if number else ""
        code = UNNUMBERED.get(name) or codes.get(alpha2)
        if code is None:
            print(f"{path.name}: no code for {name}")
            continue
        for ring in _rings(area, arcs):
            apart = next((each for each, place in APART.items() if _holds(ring, place)), None)
            found.setdefault(apart or code, []).append(ring)
    return found


def _holds(ring: Ring, place: tuple[float, float]) -> bool:
    """Whether a place lies in a ring: a line from it crosses the ring an odd number of times."""
    x, y = place
    sides = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum((b > y) != (v > y) and x < (u - a) * (y - b) / (v - b) + a for (a, b), (u, v) in sides) % 2 == 1


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    out: Ring = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        out.append((x * sx + tx, y * sy + ty))
    return out


def _rings(area: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    polygons = area["arcs"] if area["type"] == "MultiPolygon" else [area["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            points: Ring = []
            for number in ring:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += arc[1:] if points else arc
            yield from _cut(points)


def _cut(ring: Ring) -> list[Ring]:
    """A ring that crosses the antimeridian as the parts on either side of it; the files have it sewn together."""
    turned, turn = ring[:1], 0
    for (x, _), (u, v) in itertools.pairwise(ring):
        turn += (u - x < -180) - (u - x > 180)
        turned.append((u + 360 * turn, v))
    if all(abs(x) <= 180 for x, _ in turned):
        return [ring]
    side = 180 if max(x for x, _ in turned) > 180 else -180
    home = _clipped(turned, side, is_home=True)
    away = [(x - 2 * side, y) for x, y in _clipped(turned, side, is_home=False)]
    return [part for part in (home, away) if part]


def _clipped(ring: Ring, side: int, *, is_home: bool) -> Ring:
    """The part of a ring on this side of a meridian, or beyond it (Sutherland and Hodgman)."""

    def holds(x: float) -> bool:
        return (abs(x) <= 180) == is_home

    found: Ring = []
    for (x, y), (u, v) in zip(ring, ring[1:] + ring[:1], strict=True):
        if holds(x):
            found.append((x, y))
        if holds(x) != holds(u):
            found.append((float(side), y + (v - y) * (side - x) / (u - x)))
    return found


def _written(rings: list[Ring]) -> Iterator[str]:
    """Rings in tenths of a degree, without corners that fall together and rings that become a line."""
    for ring in rings:
        corners: list[tuple[int, int]] = []
        for x, y in ring:
            corner = round(10 * x), round(10 * y)
            if not corners or corners[-1] != corner:
                corners.append(corner)
        if len(set(corners)) > 2:
            yield " ".join(f"{x},{y}" for x, y in corners[:-1])


def _point(state: State, cities: dict[str, tuple[float, float]], areas: dict[str, list[Ring]]) -> str:
    capital = cities.get(_plain(CALLED.get(state.code, state.capital_en)))
    if capital and state.capital_en:
        (x, y), basis = capital, "capital"
    elif state.code in BY_HAND:
        (x, y), basis = BY_HAND[state.code], "hand"
    else:
        (x, y), basis = _middle(max(areas[state.code], key=lambda ring: abs(_area(ring)))), "area"
    return f"{state.code}\t{x:.1f}\t{y:.1f}\t{basis}"


def _area(ring: Ring) -> float:
    ahead = ring[1:] + ring[:1]
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, ahead, strict=True)) / 2


def _middle(ring: Ring) -> tuple[float, float]:
    """Centroid of a ring."""
    ahead, whole = ring[1:] + ring[:1], 6 * _area(ring)
    pairs = [((x, y), (u, v), x * v - u * y) for (x, y), (u, v) in zip(ring, ahead, strict=True)]
    return sum((a[0] + b[0]) * z for a, b, z in pairs) / whole, sum((a[1] + b[1]) * z for a, b, z in pairs) / whole


def _cities(folder: pathlib.Path) -> dict[str, tuple[float, float]]:
    """The points of the shapefile, by name: records of 28 bytes behind a head of 100."""
    shapes = (folder / "naturalearth_cities.shp").read_bytes()
    places = [struct.unpack_from("<dd", shapes, at + 12) for at in range(100, len(shapes), 28)]
    table = (folder / "naturalearth_cities.dbf").read_bytes()
    head, width = struct.unpack_from("<HH", table, 8)
    names = [table[head + n * width + 1 : head + (n + 1) * width].decode("latin-1").strip() for n in range(len(places))]
    return {_plain(name): (x, y) for name, (x, y) in zip(names, places, strict=True)}


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().replace("saint ", "st. "))
    return "".join(sign for sign in letters if sign.isalnum())


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
