"""A map of the world as SVG: each state shaded by a level, striped where it is hostile, with its number beside it."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Literal

from pasut.records import Record
from pasut.show.web.equal_earth import WIDEST, project
from pasut.world.outlines import load_outlines, load_points

Shade = Literal["hostile", "tense", "cool", "neutral", "normal", "good", "close", "stale", "self", "none"]
WIDTH, NORTH, SOUTH = 1000.0, 84.0, -58.0
SCALE = WIDTH / (2 * WIDEST)
TOP = project(0, NORTH)[1]
HEIGHT = (TOP - project(0, SOUTH)[1]) * SCALE
DOT = 3.0
"""Radius of a state that the outlines are too coarse for."""
STRIPES = {"cool": 9, "tense": 6, "hostile": 4}
"""Distance of the stripes over hostile levels."""
COLOURS: Mapping[str, str] = {
    "hostile": "#8c3a00", "tense": "#c8691c", "cool": "#edb683", "neutral": "#d3d5d2", "normal": "#a9cbe6",
    "good": "#4f97cf", "close": "#0b5fa5", "self": "#1a2430", "stale": "#f1eee6", "paper": "#fbfaf7",
    "line": "#8b98a3", "ink": "#1a2430", "edge": "#ffffff",
}  # fmt: skip
"""Of a picture that stands alone; on a page the style sheet has them, for light and dark."""
SIGN_WIDTH, SIGN_HEIGHT = 6.0, 11.0
"""Room of one sign of a label."""


class Area(Record, frozen=True):
    """One state on the map."""

    code: str
    shade: Shade
    title: str
    """What is told of it on pointing at it."""
    url: str = ""
    label: str = ""
    """What is written beside it where there is room, the earlier areas first."""


def draw_map(areas: Sequence[Area], title: str, *, alone: bool = False) -> str:
    """The picture, with `alone` as a file of its own; areas that are not given are not drawn."""
    ink = _Ink(alone)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}"'
    head += f' width="{WIDTH:.0f}" height="{HEIGHT:.0f}"' if alone else ' class="world"'
    parts = [head + f' role="group" aria-label="{escape(title)}">', _patterns(ink)]
    parts.append(f'<path d="{_sphere()}" {ink("paper", "ocean")}/>')
    parts += [_drawn(area, ink) for area in areas]
    parts += list(_labels(areas, ink))
    return "".join(parts) + "</svg>"


def draw_swatch(shade: Shade) -> str:
    """A small sample for the legend of a page whose map has the patterns."""
    box = '<rect width="28" height="16" '
    over = f'{box}fill="url(#stripes-{shade})"/>' if shade in STRIPES else ""
    return f'<svg class="swatch" viewBox="0 0 28 16" aria-hidden="true">{box}{_fill(shade, _Ink(False))}/>{over}</svg>'


class _Ink:
    """How a thing gets its colour: by a class on a page, by itself in a file."""

    def __init__(self, alone: bool) -> None:
        self.alone = alone

    def __call__(self, colour: str, name: str, what: str = "fill") -> str:
        return f'{what}="{COLOURS[colour]}"' if self.alone else f'class="{name}"'


def _fill(shade: Shade, ink: _Ink) -> str:
    if shade in ("none", "stale"):
        return f'fill="url(#{shade})"'
    return ink(shade, f"l-{shade}")


def _patterns(ink: _Ink) -> str:
    """Stripes for hostile levels, closer the more hostile; thin hatching for no evidence, dots for old evidence."""
    found = []
    for name, step in STRIPES.items():
        line = f'<path d="M0 0V{step}" {ink("edge", "p-stripe", "stroke")} stroke-width="1.6"/>'
        found.append(_pattern(f"stripes-{name}", step, line, turn=45))
    hatch = f'<rect width="5" height="5" {ink("paper", "p-paper")}/>'
    hatch += f'<path d="M0 0V5" {ink("line", "p-hatch", "stroke")} stroke-width="0.7"/>'
    dots = f'<rect width="5" height="5" {ink("stale", "p-stale")}/>'
    dots += f'<circle cx="2.5" cy="2.5" r="0.9" {ink("line", "p-dot")}/>'
    return "<defs>" + "".join(found) + _pattern("none", 5, hatch, turn=-45) + _pattern("stale", 5, dots) + "</defs>"


def _pattern(name: str, step: float, inside: str, turn: int = 0) -> str:
    turned = f' patternTransform="rotate({turn})"' if turn else ""
    size = f'width="{step}" height="{step}" patternUnits="userSpaceOnUse"'
    return f'<pattern id="{name}" {size}{turned}>{inside}</pattern>'


def _drawn(area: Area, ink: _Ink) -> str:
    edge = ' stroke="#8b98a3" stroke-width="0.4"' if ink.alone else ""
    shape = _shape(area.code)
    over = f'<{shape} fill="url(#stripes-{area.shade})"/>' if area.shade in STRIPES else ""
    drawn = f"<{shape} {_fill(area.shade, ink)}{edge}/>{over}<title>{escape(area.title)}</title>"
    if area.url and not ink.alone:
        return f'<a href="{escape(area.url)}">{drawn}</a>'
    return f"<g>{drawn}</g>"


@functools.cache
def _shape(code: str) -> str:
    """The outline of an area, or a dot where it has none at this scale."""
    rings = load_map()[0].get(code)
    if rings:
        return f'path d="{rings}"'
    x, y = place(code) or (-99.0, -99.0)
    return f'circle cx="{x:.0f}" cy="{y:.0f}" r="{DOT}"'


@functools.cache
def load_map() -> tuple[Mapping[str, str], Mapping[str, tuple[float, float]]]:
    """Outlines as paths, and points, both on the map, by code."""
    paths = {code: "".join(map(_path, rings)) for code, rings in load_outlines().items()}
    return paths, {code: _placed(each.longitude, each.latitude) for code, each in load_points().items()}


def place(code: str) -> tuple[float, float] | None:
    """Where the point of a state is on the map; None for what has none."""
    return load_map()[1].get(code)


def _placed(longitude: float, latitude: float) -> tuple[float, float]:
    x, y = project(longitude, max(SOUTH, latitude))
    return WIDTH / 2 + x * SCALE, (TOP - y) * SCALE


def _path(ring: Sequence[tuple[float, float]]) -> str:
    """A ring by steps of half a unit, which keeps it short."""
    found, last = [], (0.0, 0.0)
    for number, corner in enumerate(ring):
        x, y = (round(2 * each) / 2 for each in _placed(*corner))
        step = x - last[0], y - last[1]
        if number and step == (0, 0):
            continue
        found.append(f"{'m' if number else 'M'}{step[0] if number else x:g},{step[1] if number else y:g}")
        last = x, y
    return found[0] + "".join("l" + each[1:] for each in found[1:]) + "z"


def _sphere() -> str:
    """The edge of the map."""
    steps = [NORTH - (NORTH - SOUTH) * n / 30 for n in range(31)]
    corners = [_placed(180, each) for each in steps] + [_placed(-180, each) for each in reversed(steps)]
    return "M" + "L".join(f"{x:.0f},{y:.0f}" for x, y in corners) + "z"


def _labels(areas: Sequence[Area], ink: _Ink) -> Iterator[str]:
    """Labels where they cover no other."""
    taken: list[tuple[float, float, float, float]] = []
    font = ' font-family="sans-serif" font-size="9"' if ink.alone else ""
    for area in areas:
        at = place(area.code)
        if not area.label or at is None:
            continue
        half = len(area.label) * SIGN_WIDTH / 2
        box = at[0] - half, at[1] - SIGN_HEIGHT, at[0] + half, at[1]
        if all(box[0] > b[2] or b[0] > box[2] or box[1] > b[3] or b[1] > box[3] for b in taken):
            taken.append(box)
            where = f'x="{at[0]:.0f}" y="{at[1] - 2:.0f}" text-anchor="middle"'
            yield f'<text {where}{font} {ink("ink", "name")} aria-hidden="true">{escape(area.label)}</text>'
