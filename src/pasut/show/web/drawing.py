"""A signed network as SVG: solid lines are friendly, dashed ones hostile, dotted ones mixed, each with its sign."""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from pasut.records import Record
from pasut.show.web.layout import Places, lay_out

WIDTH, HEIGHT, MARGIN = 1000.0, 640.0, 60.0
COLOURS: Mapping[str, str] = {
    "warm": "#0b5fa5", "cold": "#9a4200", "mixed": "#51606e", "ink": "#1a2430", "paper": "#ffffff",
}  # fmt: skip
"""Of a picture that stands alone; on a page the style sheet has them, for light and dark."""
LINES = {1: ("warm", "+", ""), -1: ("cold", "−", "9 6"), 0: ("mixed", "±", "2 5")}
"""Colour, sign and dashes of a line, by its sign."""
SMALLEST, LARGEST, THINNEST, THICKEST = 7.0, 22.0, 1.2, 7.0


class Node(Record, frozen=True):
    """An actor."""

    code: str
    title: str
    weight: float
    url: str


class Line(Record, frozen=True):
    """A tie of two actors, by their places among the nodes."""

    one: int
    other: int
    sign: int
    title: str
    weight: float
    url: str


def draw_network(nodes: Sequence[Node], lines: Sequence[Line], title: str, *, alone: bool = False) -> str:
    """The picture, with `alone` as a file of its own."""
    places = lay_out(len(nodes), [(line.one, line.other, line.sign) for line in lines])
    places = places * ((WIDTH / 2 - MARGIN), (HEIGHT / 2 - MARGIN)) + (WIDTH / 2, HEIGHT / 2)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="group"'
    head += f' width="{WIDTH:.0f}" height="{HEIGHT:.0f}"' if alone else ' class="network"'
    back = f'<rect width="{WIDTH:.0f}" height="{HEIGHT:.0f}" fill="{COLOURS["paper"]}"/>' if alone else ""
    drawn = (*_lines(lines, places, alone), *_nodes(nodes, places, alone))
    return f'{head} aria-label="{escape(title)}">{back}{"".join(drawn)}</svg>'


def _lines(lines: Sequence[Line], places: Places, alone: bool) -> Iterator[str]:
    most = max((line.weight for line in lines), default=1.0)
    for line in reversed(lines):  # the strongest on top
        colour, sign, dashes = LINES[line.sign]
        (x, y), (u, v) = places[line.one].tolist(), places[line.other].tolist()
        width = THINNEST + (THICKEST - THINNEST) * math.sqrt(line.weight / most)
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        ends = f'x1="{x:.0f}" y1="{y:.0f}" x2="{u:.0f}" y2="{v:.0f}"'
        stroke = f'stroke="{COLOURS[colour]}" stroke-opacity="0.75"' if alone else f'class="t-{colour}"'
        mark = f'<line {ends} {stroke} stroke-width="{width:.1f}"{dashed}/>' + _sign(x, y, u, v, colour, sign, alone)
        yield _linked(line.url, line.title, mark, alone)


def _sign(x: float, y: float, u: float, v: float, colour: str, sign: str, alone: bool) -> str:
    """The sign on a line, a little off its middle, so that those of crossing lines do not fall together."""
    at = f'x="{x + (u - x) * 0.44:.0f}" y="{y + (v - y) * 0.44 + 5:.0f}"'
    how = _text(colour, 15) if alone else f'class="sign t-{colour}"'
    return f'<text {at} text-anchor="middle" {how}>{sign}</text>'


def _nodes(nodes: Sequence[Node], places: Places, alone: bool) -> Iterator[str]:
    most = max((node.weight for node in nodes), default=1.0)
    for node, (x, y) in zip(nodes, places.tolist(), strict=True):
        radius = SMALLEST + (LARGEST - SMALLEST) * math.sqrt(node.weight / most)
        fill = f'fill="{COLOURS["paper"]}" stroke="{COLOURS["ink"]}" stroke-width="1.5"' if alone else 'class="node"'
        text = _text("ink", 13) if alone else 'class="name"'
        mark = f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.1f}" {fill}/>'
        mark += f'<text x="{x:.0f}" y="{y - radius - 3:.0f}" text-anchor="middle" {text}>{escape(node.code)}</text>'
        yield _linked(node.url, node.title, mark, alone)


def _text(colour: str, size: int) -> str:
    halo = f'stroke="{COLOURS["paper"]}" stroke-width="3" paint-order="stroke"'
    return f'fill="{COLOURS[colour]}" {halo} font-family="sans-serif" font-size="{size}" font-weight="600"'


def _linked(url: str, title: str, mark: str, alone: bool) -> str:
    told = f"<title>{escape(title)}</title>{mark}"
    return f"<g>{told}</g>" if alone else f'<a href="{escape(url)}">{told}</a>'
