"""The curve of a relation as a chart: panels that share one axis of time, on the page and as a picture."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
from starlette.responses import Response

from pasut.errors import NotFoundError
from pasut.measure.register import NO_ENDINGS, Endings
from pasut.show.report.chart import first_shown
from pasut.show.web.asked import Asked
from pasut.show.web.chart import SCHEMA, WIDTH, Picture, page_config, picture
from pasut.show.web.page import Figure
from pasut.show.web.pages.dyad.bars import bars_of, endings_of
from pasut.show.web.pages.dyad.pair import Pair, pair_of, relation_of
from pasut.show.web.pages.dyad.panels import (
    LEFT,
    RIGHT,
    bar_panel,
    curve_rows,
    direction_panel,
    index_panel,
    on_time,
)
from pasut.show.web.site import Site


def curve_figure(site: Site, asked: Asked, pair: Pair) -> Figure | None:
    """The chart of a dyad; None where nothing is known that would give an index."""

    def draw() -> dict[str, Any] | None:
        return _packed(curve_spec(site, asked, pair, endings)) if relation_of(site, pair).evidence.events else None

    endings = endings_of(site, pair, waits=False)
    key = ("curve", *pair.codes, pair.as_of, asked.words.language, endings is None)
    spec = site.remember(key, draw, of=pair.codes)
    if spec is None:
        return None
    return Figure(
        name="curve",
        spec=_with_brush(spec, asked),
        caption=asked.terms("dyad.chart_caption"),
        table="state",
        image=pair.url("curve"),
    )


def curve_file(kind: Picture) -> Callable[[Site, Asked], Response]:
    """The function that gives the chart as a file of a kind."""

    def make(site: Site, asked: Asked) -> Response:
        pair = pair_of(site, asked)
        if not relation_of(site, pair).evidence.events:
            raise NotFoundError(f"nothing is known of {pair.a} and {pair.b} that would give a curve; see {pair.url()}")
        return picture(
            curve_spec(site, asked, pair, endings_of(site, pair)), kind, f"pasut-{pair.a}-{pair.b}".replace(":", "-")
        )

    return make


def curve_spec(site: Site, asked: Asked, pair: Pair, endings: Endings | None) -> dict[str, Any]:
    """Vega-Lite: the index, the two directions, what is in force; without `endings` they were not looked for yet."""
    relation = relation_of(site, pair)
    first = relation.curve.first + dt.timedelta(days=first_shown(relation))
    bars, others = bars_of(site, asked, pair, endings or NO_ENDINGS)
    panels = [index_panel(relation, asked), direction_panel(relation, pair, asked)]
    if bars:
        span = first, relation.curve.last
        panels.append(bar_panel(bars, others, span, asked.terms, knows_ends=endings is not None))
    points = curve_rows(relation, relation.curve, {"mean": relation.curve})
    shown = (first.isoformat(), relation.curve.last.isoformat())
    for panel in panels:
        panel["width"] = WIDTH
    return {
        "$schema": SCHEMA,
        "config": page_config(asked.words.language),
        "spacing": 58,
        "bounds": "flush",
        "vconcat": [on_time(panel, (first, relation.curve.last)) for panel in panels],
        "usermeta": {
            "margin": LEFT + RIGHT,
            "path": pair.url("index/"),
            "first": shown[0],
            "last": shown[1],
            "points": [[row["day"], row["low"], row["mean"], row["high"]] for row in points],
        },
    }


def _packed(spec: dict[str, Any]) -> dict[str, Any]:
    """A chart to keep: what does not change any more is written already, in a tenth of the memory."""
    index, *others = spec["vconcat"]
    ends, *layers = index["layer"]
    panels = [{**index, "layer": [ends, *map(_written, layers)]}, *map(_written, others)]
    return {**spec, "vconcat": panels, "usermeta": _written(spec["usermeta"])}


def _written(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(value))


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
