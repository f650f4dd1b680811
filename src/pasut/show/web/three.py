"""Charts of three states, in Vega-Lite: how likely each figure is over time, and the path of one between two others."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from pasut.measure.triangle import FIGURES, Figure
from pasut.records import Record
from pasut.show.web.asked import Asked
from pasut.show.web.chart import SCHEMA, page_config

HEIGHT = 260
COLOURS: dict[Figure, str] = {
    "menage": "var(--warm)", "romantic": "var(--one)", "marriage": "var(--other)", "veto": "var(--cold)",
}  # fmt: skip
"""Each area has its name in it too, and a line about it."""
LEAST = 2.0
"""Points that the picture of a path reaches at the least on each side: less would make much of little."""
NAMED = 0.14
"""Least share of the height that has room for a name."""
ROOM = 0.09, 0.045
"""Width and height that a date takes, as parts of the picture."""


class Share(Record, frozen=True):
    """How likely each figure is on a day."""

    day: dt.date
    figures: dict[Figure, float]
    balanced: float
    is_stale: bool


class Stop(Record, frozen=True):
    """A day of a path."""

    day: dt.date
    tilt: float
    engagement: float
    error: float


def triangle_spec(shares: Sequence[Share], asked: Asked) -> dict[str, Any]:
    """Areas on each other, which fill the height; where a relation is stale there is a gap."""
    rows = list(_areas(shares))
    layers: list[dict[str, Any]] = []
    x = {
        "field": "day",
        "type": "temporal",
        "title": None,
        "axis": {"grid": False, "labelOverlap": True, "format": "%Y-%m"},
    }
    percent = {"format": "%", "title": None, "values": [0, 0.25, 0.5, 0.75, 1]}
    scale = {"domain": [0, 1]}
    called = [asked.terms(f"between.figure_{figure}") for figure in FIGURES.values()]
    key = {"scale": {"domain": called, "range": [COLOURS[figure] for figure in FIGURES.values()]},
           "legend": {"title": None, "orient": "bottom", "symbolType": "square", "columns": 2}}  # fmt: skip
    for figure in FIGURES.values():
        own = [row for row in rows if row["figure"] == figure]
        name = asked.terms(f"between.figure_{figure}")
        y = {"field": "low", "type": "quantitative", "scale": scale, "axis": percent}
        mark = {
            "type": "area",
            "opacity": 0.32,
            "line": {"color": COLOURS[figure], "strokeWidth": 1},
        }
        layers.append({"data": {"values": own}, "mark": mark,
                       "encoding": {"x": x, "y": y, "y2": {"field": "high"}, "detail": {"field": "run"},
                                    "color": {"datum": name, "type": "nominal", **key}}})  # fmt: skip
    names = list(_names(rows, asked))
    if names:
        layers.append({"data": {"values": names}, "mark": {"type": "text", "fontWeight": 600, "color": "var(--ink)"},
                       "encoding": {"x": x, "y": {"field": "at", "type": "quantitative", "scale": scale},
                                    "text": {"field": "text"}}})  # fmt: skip
    if not rows:
        layers.append({"data": {"values": [{"text": asked.terms("between.all_stale")}]}, "mark": {"type": "text"},
                       "encoding": {"text": {"field": "text"}}})  # fmt: skip
    return {"$schema": SCHEMA, "config": page_config(asked.words.language), "height": HEIGHT, "layer": layers}


def _areas(shares: Sequence[Share]) -> Iterator[dict[str, Any]]:
    """For each day and figure where its share begins and ends, from the bottom; days after a gap are another run."""
    run, was_stale = 0, False
    for share in shares:
        run += share.is_stale and not was_stale
        was_stale = share.is_stale
        if share.is_stale:
            continue
        low = 0.0
        for figure in FIGURES.values():
            high = low + share.figures[figure]
            yield {
                "day": share.day.isoformat(),
                "figure": figure,
                "low": round(low, 4),
                "high": round(high, 4),
                "run": run,
            }
            low = high


def _names(rows: list[dict[str, Any]], asked: Asked) -> Iterator[dict[str, Any]]:
    """The name of each figure where its area is highest, if it has room there."""
    inner = set(_inner_days(rows))
    for figure in FIGURES.values():
        own = [row for row in rows if row["figure"] == figure and row["day"] in inner]
        widest = max(own, key=lambda row: row["high"] - row["low"], default=None)
        if widest and widest["high"] - widest["low"] > NAMED:
            text = asked.terms(f"between.figure_{figure}")
            yield {"day": widest["day"], "at": (widest["low"] + widest["high"]) / 2, "text": text}


def _inner_days(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Days with room for a name on both sides: not near an end of the picture, nor of what is drawn without a gap."""
    runs: dict[int, list[str]] = {}
    for row in rows:
        runs.setdefault(row["run"], []).append(row["day"])
    days = [dt.date.fromisoformat(row["day"]) for row in rows]
    room = (max(days) - min(days)) * ROOM[0] if days else dt.timedelta()
    for run in runs.values():
        first, last = dt.date.fromisoformat(min(run)) + room, dt.date.fromisoformat(max(run)) - room
        yield from (day for day in run if first <= dt.date.fromisoformat(day) <= last)


def hedge_spec(stops: Sequence[Stop], three: tuple[str, str, str], asked: Asked) -> dict[str, Any]:
    """Tilt across, engagement upwards: points joined in order of time, some with dates, the last with its band."""
    rows = [
        {"order": number, "day": _short(stop.day), "tilt": round(stop.tilt, 3), "engagement": round(stop.engagement, 3)}
        for number, stop in enumerate(stops)
    ]
    reach = max([LEAST, *(abs(each) for stop in stops for each in (stop.tilt, stop.engagement))])
    reach = max([reach, *(abs(each) + stop.error for stop in stops[-1:] for each in (stop.tilt, stop.engagement))])
    scale = {"domain": [-reach, reach], "nice": True}
    lean = asked.terms("between.axis_tilt", one=three[1], other=three[2])
    x = {"field": "tilt", "type": "quantitative", "scale": scale, "title": lean}
    y = {"field": "engagement", "type": "quantitative", "scale": scale, "title": asked.terms("between.axis_engagement")}
    dated = list(_dated(rows, 2 * reach))
    zero = {"type": "rule", "aria": False, "color": "var(--soft)", "strokeWidth": 0.8}
    line = {"type": "line", "color": "var(--warm)", "strokeWidth": 1.5, "opacity": 0.7}
    return {
        "$schema": SCHEMA,
        "config": page_config(asked.words.language),
        "height": 420,
        "layer": [
            {"data": {"values": [{}]}, "mark": zero, "encoding": {"x": {"datum": 0}}},
            {"data": {"values": [{}]}, "mark": zero, "encoding": {"y": {"datum": 0}}},
            {"data": {"values": rows}, "mark": line,
             "encoding": {"x": x, "y": y, "order": {"field": "order", "type": "quantitative"}}},
            {"data": {"values": rows}, "mark": {"type": "point", "filled": True, "size": 35, "color": "var(--warm)"},
             "encoding": {"x": x, "y": y}},
            *_cross(stops[-1:], x, y),
            {"data": {"values": dated}, "mark": {"type": "text", "dy": -9, "color": "var(--ink)"},
             "encoding": {"x": x, "y": y, "text": {"field": "day"}}},
        ],
    }  # fmt: skip


def _dated(rows: Sequence[dict[str, Any]], span: float) -> Iterator[dict[str, Any]]:
    """The days that are written, the last first, then from the first on: those that cover no other."""
    written: list[dict[str, Any]] = []
    for row in (*rows[-1:], *rows[:-1]):
        near = (
            abs(row["tilt"] - other["tilt"]) < ROOM[0] * span
            and abs(row["engagement"] - other["engagement"]) < ROOM[1] * span
            for other in written
        )
        if not any(near):
            written.append(row)
            yield row


def _short(day: dt.date) -> str:
    return f"{day:%Y-%m}"


def _cross(last: Sequence[Stop], x: dict[str, Any], y: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The band of the last point, which is as wide across as upwards."""
    for stop in last:
        rows = [
            {"tilt": stop.tilt - stop.error, "end": stop.tilt + stop.error, "engagement": stop.engagement},
            {"tilt": stop.tilt, "engagement": stop.engagement - stop.error, "top": stop.engagement + stop.error},
        ]
        mark = {"type": "rule", "color": "var(--cold)", "strokeWidth": 2}
        yield {"data": {"values": rows[:1]}, "mark": mark, "encoding": {"x": x, "x2": {"field": "end"}, "y": y}}
        yield {"data": {"values": rows[1:]}, "mark": mark, "encoding": {"x": x, "y": y, "y2": {"field": "top"}}}
