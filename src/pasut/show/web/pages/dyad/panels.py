"""The panels of a dyad's chart in Vega-Lite: the index with its band, each direction, what is in force.

What is stale is dotted and without a band; each line has its name beside its end, and is of a kind of its own, so that
nobody needs to see colours.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from pasut.measure.curve import Curve
from pasut.measure.index import RelationIndex
from pasut.show.report.chart import first_shown
from pasut.show.web.asked import Asked
from pasut.show.web.pages.dyad.bars import Bar
from pasut.show.web.pages.dyad.pair import Pair
from pasut.show.web.terms import Terms

POINTS = 320
"""Points drawn of each curve: more cannot be told apart on a page."""
LEFT, RIGHT = 34, 116
"""Pixels for the numbers of the axis, and for the names of the lines."""
HEIGHT, LOW_HEIGHT, BAR = 230, 110, 19
APART = 0.085
"""Least distance between two names, as a part of the height of a panel."""
Rows = list[dict[str, Any]]
_SIGNED = "datum.value > 0 ? '+' + datum.label : datum.label"


def index_panel(relation: RelationIndex, asked: Asked) -> dict[str, Any]:
    """Both directions, and dashed what is disputed too."""
    t = asked.terms
    lines = {"mean": relation.curve, "disputed": relation.with_disputed}
    rows = list(curve_rows(relation, relation.curve, lines))
    names = _names(
        [
            (t("dyad.line_index"), "var(--warm)", rows[-1]["mean"]),
            (t("dyad.line_disputed"), "var(--cold)", rows[-1]["disputed"]),
        ],
        rows[-1]["day"],
    )
    fresh, old = ([row for row in rows if row["old"] is is_old] for is_old in (False, True))
    y, y2 = _points("low"), {"field": "high"}
    run = {"field": "run", "type": "nominal"}
    band = {"y": y, "y2": y2, "detail": run}
    return {
        "name": "index",
        "height": HEIGHT,
        "title": t("dyad.panel_index"),
        "layer": [
            *_band(fresh, band, "var(--warm)", 0.18),
            *_band(old, band, "var(--soft)", 0.09),
            *_line(rows, "disputed", "var(--cold)", [6, 4], 1.5),
            *_line(fresh, "mean", "var(--warm)", [1, 0], 2.4),
            *_line(old, "mean", "var(--warm)", [1, 4], 1.6),
            *names,
        ],
    }


def direction_panel(relation: RelationIndex, pair: Pair, asked: Asked) -> dict[str, Any]:
    """Each direction alone."""
    ways = {
        "forward": (relation.forward, f"{pair.a} → {pair.b}", "var(--one)", [1, 0]),
        "backward": (relation.backward, f"{pair.b} → {pair.a}", "var(--other)", [7, 3]),
    }
    layers: list[dict[str, Any]] = []
    ends = []
    for name, (curve, title, colour, dash) in ways.items():
        rows = list(curve_rows(relation, curve, {name: curve}))
        layers += _line([row for row in rows if not row["old"]], name, colour, dash, 1.8)
        layers += _line([row for row in rows if row["old"]], name, colour, [1, 4], 1.2)
        ends.append((title, colour, rows[-1][name]))
        last = rows[-1]["day"]
    return {
        "height": LOW_HEIGHT,
        "title": asked.terms("dyad.panel_directions"),
        "has_axis": False,
        "layer": [*layers, *_names(ends, last, apart=2 * APART)],
    }


def bar_panel(
    bars: Sequence[Bar], others: int, span: tuple[dt.date, dt.date], t: Terms, *, knows_ends: bool = True
) -> dict[str, Any]:
    """A bar for each treaty and sanction, fading to the right where no end is known; `others` are not shown."""
    first, last = span
    middle = first + (last - first) / 2
    parts = [part for number, bar in enumerate(bars) for part in _bar_parts(number, bar, span)]
    early = [row for row in parts if row["is_begin"] and row["day"] <= middle.isoformat()]
    late = [row for row in parts if row["is_begin"] and row["day"] > middle.isoformat()]
    known, open_ = ([row for row in parts if row["is_open"] is fades] for fades in (False, True))
    text = {"type": "text", "baseline": "middle", "color": "var(--ink)", "limit": 420}
    open_end = t("dyad.no_end") if knows_ends else t("dyad.end_not_read")
    sides = (("left", 5, early), ("right", -5, late))  # a name stands in its bar, or before one that begins late
    return {
        "height": BAR * len(bars),
        "title": t("dyad.panel_bars_more", n=others) if others else t("dyad.panel_bars"),
        "has_axis": False,
        "data": {"values": parts},
        "encoding": {"y": {"field": "at", "type": "ordinal", "axis": None, "scale": {"padding": 0.25}},
                     "href": {"field": "url"}},
        "layer": [
            *_bar_layer(known, fades=False),
            *_bar_layer(open_, fades=True),
            *({"data": {"values": rows}, "mark": {**text, "align": align, "dx": dx},
               "encoding": {"text": {"field": "text"}}} for align, dx, rows in sides if rows),
            *([{"data": {"values": open_}, "at": "end",
                "mark": {**text, "align": "left", "dx": 6, "color": "var(--soft)"},
                "encoding": {"text": {"value": "→ " + open_end}}}] if open_ else []),
        ],
    }  # fmt: skip


def _bar_layer(rows: Rows, *, fades: bool) -> list[dict[str, Any]]:
    """Bars with a firm right side, or bars that fade away: beginning and firm end are upright lines."""
    if not rows:
        return []
    colours = [_fading(name) if fades else f"var({name})" for name in ("--warm", "--cold")]
    colour = {"condition": {"test": "datum.kind == 'treaty'", "value": colours[0]}, "value": colours[1]}
    dash = {"condition": {"test": "datum.doubted", "value": [3, 3]}, "value": [1, 0]}
    return [{
        "data": {"values": rows},
        "mark": {"type": "bar", "fillOpacity": 0.2, "strokeWidth": 1, "cursor": "pointer"},
        "encoding": {"x2": {"field": "end"}, "color": colour, "stroke": colour, "strokeDash": dash},
    }]  # fmt: skip


def _fading(name: str) -> dict[str, Any]:
    """A colour of the page that is gone at the right."""
    stops = [{"offset": 0, "color": f"var({name})"}, {"offset": 1, "color": "transparent"}]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": 1, "y2": 0, "stops": stops}


def _bar_parts(number: int, bar: Bar, span: tuple[dt.date, dt.date]) -> Iterator[dict[str, Any]]:
    """What of a bar lies in the days shown: until its end, and after it where it may go on."""
    begin, edge = max(bar.first, span[0]), span[1]
    row = {"at": number, "kind": bar.kind, "doubted": bar.is_doubted, "url": f"/events/{bar.event}", "text": bar.text}
    last = max(begin, min(bar.last, edge)) if bar.last else begin
    if bar.last:
        yield row | {"day": begin.isoformat(), "end": last.isoformat(), "is_open": False, "is_begin": True}
    if bar.is_open and last < edge:
        yield row | {"day": last.isoformat(), "end": edge.isoformat(), "is_open": True, "is_begin": not bar.last}


def on_time(panel: dict[str, Any], span: tuple[dt.date, dt.date]) -> dict[str, Any]:
    """A panel on the axis of time that all share: a layer that shows nothing stretches it to both ends."""
    days = (span[1] - span[0]).days
    form = "%Y" if days > 4 * 366 else "%Y-%m" if days > 90 else "%Y-%m-%d"
    axis = {"format": form, "labelOverlap": True, "tickCount": {"signal": "ceil(width / 90)"}, "grid": False}
    base = {"type": "temporal", "title": None, "axis": axis if panel.pop("has_axis", True) else None}
    ends = {"data": {"values": [{"day": day.isoformat()} for day in span]}, "mark": {"type": "point", "opacity": 0},
            "encoding": {"y": {"value": 0}, "href": {"value": None}}}  # fmt: skip
    layers = []
    for layer in (ends, *panel["layer"]):
        x = {"field": layer.get("at", "day"), **base, "scale": {"type": "utc"}}
        shown = {key: value for key, value in layer.items() if key != "at"}
        layers.append({**shown, "encoding": {"x": x, **layer["encoding"]}})
    return {**panel, "layer": layers if panel.get("encoding") else [*layers, _zero()]}


def curve_rows(relation: RelationIndex, curve: Curve, lines: dict[str, Curve]) -> Iterator[dict[str, Any]]:
    """Some days of a curve with its band, cut into runs of fresh and stale days that meet on the day of the change."""
    begin, stale_days = first_shown(relation), relation.parameters.stale_days
    step = max(1, (len(curve) - begin) // POINTS)
    run, was_old = 0, None
    for at in sorted({*range(begin, len(curve), step), len(curve) - 1}):
        since = int(curve.since_act[at])
        is_old = since < 0 or since > stale_days
        row: dict[str, Any] = {"day": (curve.first + dt.timedelta(days=at)).isoformat()}
        row |= {name: round(float(each.mean[at]), 2) for name, each in lines.items()}
        if "mean" in lines:
            row |= {"low": round(float(curve.low[at]), 2), "high": round(float(curve.high[at]), 2)}
        if was_old is not None and is_old != was_old:
            yield row | {"old": was_old, "run": run}
            run += 1
        was_old = is_old
        yield row | {"old": is_old, "run": run}


def _zero() -> dict[str, Any]:
    return {"data": {"values": [{}]}, "mark": {"type": "rule", "color": "var(--soft)", "strokeWidth": 0.8},
            "encoding": {"y": {"datum": 0}}}  # fmt: skip


def _line(rows: Rows, field: str, colour: str, dash: list[int], width: float) -> list[dict[str, Any]]:
    """A line through some rows; no layer where there are none, which Vega would warn of."""
    mark = {"type": "line", "color": colour, "strokeWidth": width, "strokeDash": dash}
    encoding = {"y": _points(field), "detail": {"field": "run", "type": "nominal"}}
    return [{"data": {"values": _only(rows, field)}, "mark": mark, "encoding": encoding}] if rows else []


def _band(rows: Rows, encoding: dict[str, Any], colour: str, opacity: float) -> list[dict[str, Any]]:
    mark = {"type": "area", "color": colour, "opacity": opacity}
    return [{"data": {"values": _only(rows, "low", "high")}, "mark": mark, "encoding": encoding}] if rows else []


def _only(rows: Rows, *fields: str) -> Rows:
    return [{name: row[name] for name in ("day", "run", *fields)} for row in rows]


def _points(field: str) -> dict[str, Any]:
    """The axis of points of the scale."""
    axis = {"values": [-10, -5, 0, 5, 10], "labelExpr": _SIGNED, "title": None, "minExtent": LEFT - 6, "grid": True}
    return {"field": field, "type": "quantitative", "scale": {"domain": [-10, 10]}, "axis": axis}


def _names(ends: list[tuple[str, str, float]], day: str, *, apart: float = APART) -> list[dict[str, Any]]:
    """The names of lines beside their ends, moved apart where they would lie on each other."""
    placed: list[tuple[str, str, float]] = []
    for text, colour, value in sorted(ends, key=lambda each: each[2]):
        lowest = placed[-1][2] + 20 * apart if placed else -10.0
        placed.append((text, colour, max(value, lowest)))
    over = placed[-1][2] - 9.6
    return [
        {
            "data": {"values": [{"day": day, "at": round(value - max(0.0, over), 2), "text": text}]},
            "mark": {"type": "text", "align": "left", "dx": 6, "baseline": "middle", "color": colour},
            "encoding": {"y": _points("at"), "text": {"field": "text"}},
        }
        for text, colour, value in placed
    ]
