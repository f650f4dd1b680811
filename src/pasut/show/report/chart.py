"""The curve of a relation as a Vega-Lite specification with its data inside: nothing is loaded from anywhere."""

from babel import Locale

from pasut.measure.index import RelationIndex

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
"""The name of the grammar that the specification is written in; it is never fetched."""
HEIGHT = 260
POINTS = 400
"""Points drawn of one curve: more cannot be told apart on a page."""
YEARS = 10
"""Years drawn at the most."""
BLUE, ORANGE = "#0b5fa5", "#b34700"
"""Told apart by all eyes; the second is also dashed."""


def first_shown(relation: RelationIndex) -> int:
    """Position in the curve of the first day that is drawn: older ones would crowd out what the reader asks about."""
    return max(0, len(relation.curve) - YEARS * 366)


def chart_locale(language: str) -> dict[str, object]:
    """How Vega writes the numbers, months and days of an axis in a language, by CLDR."""
    known = Locale.parse(language)
    signs = known.number_symbols["latn"]
    days = {name: [known.days["format"][name][at] for at in (6, 0, 1, 2, 3, 4, 5)] for name in ("wide", "abbreviated")}
    months = {name: [known.months["format"][name][at] for at in range(1, 13)] for name in ("wide", "abbreviated")}
    return {
        "number": {
            "decimal": signs["decimal"], "thousands": signs["group"], "grouping": [3], "currency": ["", ""],
        },
        "time": {
            "dateTime": "%d %B %Y %H.%M", "date": "%d %B %Y", "time": "%H.%M", "periods": ["AM", "PM"],
            "days": days["wide"], "shortDays": days["abbreviated"],
            "months": months["wide"], "shortMonths": months["abbreviated"],
        },
    }  # fmt: skip


def curve_spec(relation: RelationIndex, *, title: str, language: str, width: int = 640) -> dict[str, object]:
    """Mean and 90 % band of the undisputed index, and dashed the mean with disputed acts; `title` names the points."""
    curve, upper = relation.curve, relation.with_disputed
    begin = first_shown(relation)
    step = max(1, (len(curve) - begin) // POINTS)
    first = curve.first.toordinal()
    rows = [
        {
            "day": curve.first.fromordinal(first + at).isoformat(),
            "mean": round(float(curve.mean[at]), 3),
            "low": round(float(curve.low[at]), 3),
            "high": round(float(curve.high[at]), 3),
            "disputed": round(float(upper.mean[at]), 3),
        }
        for at in sorted({*range(begin, len(curve), step), len(curve) - 1})
    ]
    x = {"field": "day", "type": "temporal", "title": None}
    scale = {"domain": [-10, 10]}
    y = {"type": "quantitative", "scale": scale, "title": title}
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": HEIGHT,
        "background": "white",
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None},
            "axis": {"aria": False},
            "locale": chart_locale(language),
        },
        "data": {"values": rows},
        "layer": [
            {"mark": {"type": "rule", "color": "#888"}, "encoding": {"y": {"datum": 0}}},
            {
                "mark": {"type": "area", "color": BLUE, "opacity": 0.2},
                "encoding": {"x": x, "y": {"field": "low", **y}, "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "line", "color": BLUE, "strokeWidth": 2},
                "encoding": {"x": x, "y": {"field": "mean", **y}},
            },
            {
                "mark": {"type": "line", "color": ORANGE, "strokeWidth": 1.5, "strokeDash": [5, 3]},
                "encoding": {"x": x, "y": {"field": "disputed", **y}},
            },
        ],
    }
