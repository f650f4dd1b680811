"""The curve of a relation as a chart: the index with its band, both directions, and what is in force under them.

Three panels share one axis of time. What is stale is dotted and without a band; each line has its name beside its end,
and a line of its own kind, so that nobody needs to see colours.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from starlette.responses import Response

from pasut.measure.curve import Curve
from pasut.measure.index import RelationIndex
from pasut.measure.register import Agreement, Entry, Sanction, list_agreements, list_sanctions
from pasut.records import Event, Record
from pasut.registers import is_of, told_of
from pasut.show.report.chart import first_shown
from pasut.show.web.asked import Asked
from pasut.show.web.chart import SCHEMA, WIDTH, Picture, page_config, picture
from pasut.show.web.page import Figure
from pasut.show.web.pages.dyad.pair import Pair, events_of, pair_of, relation_of
from pasut.show.web.site import Site

POINTS = 320
"""Points drawn of each curve: more cannot be told apart on a page."""
MOST_BARS = 8
LONGEST = 60
"""Signs of a bar's name."""
SANCTIONS = ("COERCE.sanction", "COERCE.blockade", "SANCTION")
"""Votes and vetoes of the register are acts of a day; these last."""
DOUBTED = ("disputed", "denied", "withdrawn")
LEFT, RIGHT = 34, 104
"""Pixels for the numbers of the axis, and for the names of the lines."""
HEIGHT, LOW_HEIGHT, BAR = 230, 110, 19
APART = 0.085
"""Least distance between two names, as a part of the height of a panel."""
Rows = list[dict[str, Any]]
_SIGNED = "datum.value > 0 ? '+' + datum.label : datum.label"


class Bar(Record, frozen=True):
    """Something in force from a day on: that it has ended, no register tells."""

    event: str
    kind: str
    text: str
    first: dt.date
    is_doubted: bool
    sources: int


def curve_figure(site: Site, asked: Asked, pair: Pair) -> Figure | None:
    """The chart of a dyad; None where nothing is known that would give an index."""
    relation = relation_of(site, pair)
    if not relation.evidence.events:
        return None
    key = ("curve", *pair.codes, pair.as_of, asked.words.language)
    spec = site.remember(key, lambda: curve_spec(site, asked, pair))
    return Figure(
        name="curve",
        spec=_with_brush(spec, asked),
        caption=asked.terms("dyad.chart_caption"),
        table="state",
        image=pair.url("curve"),
    )


def curve_file(kind: Picture) -> Any:
    """The function that gives the chart as a file of a kind."""

    def make(site: Site, asked: Asked) -> Response:
        pair = pair_of(site, asked)
        return picture(curve_spec(site, asked, pair), kind, f"pasut-{pair.a}-{pair.b}")

    return make


def curve_spec(site: Site, asked: Asked, pair: Pair) -> dict[str, Any]:
    """Vega-Lite: the index, the two directions, what is in force."""
    relation = relation_of(site, pair)
    first = relation.curve.first + dt.timedelta(days=first_shown(relation))
    bars, others = bars_of(site, asked, pair)
    panels = [_index_panel(relation, asked), _direction_panel(relation, pair, asked)]
    if bars:
        panels.append(_bar_panel(bars, others, (first, relation.curve.last), asked))
    points = [row for row in _rows(relation, relation.curve, {"mean": relation.curve})]
    shown = (first.isoformat(), relation.curve.last.isoformat())
    for panel in panels:
        panel["width"] = WIDTH
    return {
        "$schema": SCHEMA,
        "config": page_config(),
        "spacing": 38,
        "bounds": "flush",
        "vconcat": [_on_time(panel, (first, relation.curve.last)) for panel in panels],
        "usermeta": {
            "margin": LEFT + RIGHT,
            "path": pair.url("index/"),
            "first": shown[0],
            "last": shown[1],
            "points": [[row["day"], row["low"], row["mean"], row["high"]] for row in points],
        },
    }


def bars_of(site: Site, asked: Asked, pair: Pair) -> tuple[list[Bar], int]:
    """Treaties and sanctions in force, those told by most sources, by their first day; and how many more there are."""

    def find() -> list[Bar]:
        events = [event for event in events_of(site, pair) if _lasts(event)]
        events = sorted(events, key=lambda each: (-each.sources, each.id))[: 8 * MOST_BARS]
        told = list(told_of(site.store, events))
        treaties = [_treaty_bar(each, asked) for each in list_agreements(told, site.kit.tells_in_force)]
        cuts = [_sanction_bar(each, asked) for each in list_sanctions(told)]
        return sorted((*treaties, *cuts), key=lambda bar: (-bar.sources, bar.event))

    found = site.remember(("bars", *pair.codes, pair.as_of, asked.words.language), find)
    return sorted(found[:MOST_BARS], key=lambda bar: (bar.first, bar.event)), len(found[MOST_BARS:])


def _lasts(event: Event) -> bool:
    """A treaty or a sanction that is told as a fact, with a day on which it began."""
    is_treaty = (event.type, event.mode) == ("SUPPORT", "treaty")
    return (
        (is_treaty or is_of(event, SANCTIONS))
        and event.status in ("happened", "alleged", "denied")
        and bool(event.standing not in ("denied", "withdrawn") and event.when and event.when.first)
    )


def _treaty_bar(entry: Agreement, asked: Asked) -> Bar:
    return _bar(entry, "treaty", f"{asked.terms('dyad.treaty')} {' – '.join(entry.source)}", entry.subject)


def _sanction_bar(entry: Sanction, asked: Asked) -> Bar:
    what = f"{asked.words.labels.kind[entry.measure]} {', '.join(entry.source)} → {', '.join(entry.target)}"
    return _bar(entry, "sanction", what, entry.subject)


def _bar(entry: Entry, kind: str, what: str, subject: str | None) -> Bar:
    assert entry.when is not None and entry.when.first is not None
    return Bar(
        event=entry.event,
        kind=kind,
        text=(f"{what}: {subject}" if subject else what)[:LONGEST],
        first=entry.when.first,
        is_doubted=entry.standing in DOUBTED,
        sources=entry.sources,
    )


def _on_time(panel: dict[str, Any], span: tuple[dt.date, dt.date]) -> dict[str, Any]:
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


def _index_panel(relation: RelationIndex, asked: Asked) -> dict[str, Any]:
    t = asked.terms
    lines = {"mean": relation.curve, "disputed": relation.with_disputed}
    rows = list(_rows(relation, relation.curve, lines))
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


def _direction_panel(relation: RelationIndex, pair: Pair, asked: Asked) -> dict[str, Any]:
    ways = {
        "forward": (relation.forward, f"{pair.a} → {pair.b}", "var(--one)", [1, 0]),
        "backward": (relation.backward, f"{pair.b} → {pair.a}", "var(--other)", [7, 3]),
    }
    layers: list[dict[str, Any]] = []
    ends = []
    for name, (curve, title, colour, dash) in ways.items():
        rows = list(_rows(relation, curve, {name: curve}))
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


def _bar_panel(bars: Sequence[Bar], others: int, span: tuple[dt.date, dt.date], asked: Asked) -> dict[str, Any]:
    first, last = span
    middle = first + (last - first) / 2
    early = [_bar_row(number, bar, span) for number, bar in enumerate(bars) if bar.first <= middle]
    late = [_bar_row(number, bar, span) for number, bar in enumerate(bars) if bar.first > middle]
    colour = {"condition": {"test": "datum.kind == 'treaty'", "value": "var(--warm)"}, "value": "var(--cold)"}
    dash = {"condition": {"test": "datum.doubted", "value": [3, 3]}, "value": [1, 0]}
    text = {"type": "text", "baseline": "middle", "color": "var(--ink)", "limit": 420}
    sides = (("left", 5, early), ("right", -5, late))  # a name stands in its bar, or before one that begins late
    return {
        "height": BAR * len(bars),
        "title": asked.terms("dyad.panel_bars_more", n=others) if others else asked.terms("dyad.panel_bars"),
        "has_axis": False,
        "data": {"values": [*early, *late]},
        "encoding": {"y": {"field": "at", "type": "ordinal", "axis": None, "scale": {"padding": 0.25}},
                     "href": {"field": "url"}},
        "layer": [
            {"mark": {"type": "bar", "fillOpacity": 0.2, "strokeWidth": 1, "cursor": "pointer"},
             "encoding": {"x2": {"field": "end"}, "color": colour, "stroke": colour, "strokeDash": dash}},
            *({"data": {"values": rows}, "mark": {**text, "align": align, "dx": dx},
               "encoding": {"text": {"field": "text"}}} for align, dx, rows in sides if rows),
            {"at": "end", "mark": {**text, "align": "left", "dx": 6, "color": "var(--soft)"},
             "encoding": {"text": {"value": "→ " + asked.terms("dyad.open")}}},
        ],
    }  # fmt: skip


def _bar_row(number: int, bar: Bar, span: tuple[dt.date, dt.date]) -> dict[str, Any]:
    return {
        "day": max(bar.first, span[0]).isoformat(),
        "end": span[1].isoformat(),
        "text": bar.text,
        "at": number,
        "kind": bar.kind,
        "doubted": bar.is_doubted,
        "url": f"/events/{bar.event}",
    }


def _rows(relation: RelationIndex, curve: Curve, lines: dict[str, Curve]) -> Iterator[dict[str, Any]]:
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


def _with_brush(spec: dict[str, Any], asked: Asked) -> dict[str, Any]:
    """The chart with what people choose on the time axis, which begins with the days that the address asks for."""
    chosen: dict[str, Any] = {"name": "brush", "select": {"type": "interval", "encodings": ["x"]}}
    since, until = asked.since(), asked.until()
    if since and until and since < until:
        chosen["value"] = {"x": [_milliseconds(since), _milliseconds(until)]}
    index, *others = spec["vconcat"]
    ends, *layers = index["layer"]
    return {**spec, "vconcat": [{**index, "layer": [{**ends, "params": [chosen]}, *layers]}, *others]}


def _milliseconds(day: dt.date) -> int:
    return 86_400_000 * (day.toordinal() - dt.date(1970, 1, 1).toordinal())


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
