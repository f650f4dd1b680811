"""Charts in the colours of the page, and the same chart as a picture to keep.

A specification names its colours as the style does, `var(--warm)`: the browser fills them in, in light and in dark. A
picture has white paper, and the light colours written out.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal

from starlette.responses import Response

from pasut.show.report.chart import chart_locale
from pasut.show.report.render import chart_png, chart_svg

PRINTED = {
    "--ink": "#1a2430", "--soft": "#51606e", "--line": "#d8dcdf", "--warm": "#0b5fa5", "--cold": "#9a4200",
    "--one": "#00695c", "--other": "#7a3e9d", "--sheet": "#ffffff",
}  # fmt: skip
"""The light colours of static/pasut.css."""
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""The name of the grammar that charts are written in; it is never fetched."""
FONT = "system-ui, sans-serif"
WIDTH = 720
"""Pixels of the plot in a picture; on a page it is as wide as the page."""
_NAMED = re.compile(r"var\((--[a-z]+)\)")
Picture = Literal["svg", "png"]


def page_config(language: str) -> dict[str, object]:
    """What all charts of the page have in common: quiet axes in the page's own colours, no frame, months in words."""
    ink, soft, line = "var(--ink)", "var(--soft)", "var(--line)"
    return {
        "font": FONT,
        "locale": chart_locale(language),
        "view": {"stroke": None},
        "axis": {
            "labelColor": soft, "titleColor": soft, "gridColor": line, "domainColor": line, "tickColor": line,
            "labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal",
        },
        "legend": {"labelColor": ink, "titleColor": soft, "labelFontSize": 11, "titleFontSize": 11},
        "title": {"color": soft, "fontSize": 11, "fontWeight": "normal", "anchor": "start"},
        "text": {"color": ink, "fontSize": 11},
    }  # fmt: skip


def printed(spec: Mapping[str, Any]) -> dict[str, Any]:
    """A specification with its colours written out, on white paper, without what only a reader at a screen can use."""
    still = {key: _written(value) for key, value in spec.items() if key != "params"}
    return {**still, "background": "white", "padding": 12}


def picture(spec: Mapping[str, Any], kind: Picture, name: str) -> Response:
    """A chart as a file. Raises ReportError where vl-convert is not installed."""
    still = printed(spec)
    data = chart_svg(still).encode() if kind == "svg" else chart_png(still)
    media = "image/svg+xml" if kind == "svg" else "image/png"
    return Response(data, headers={"Content-Disposition": f'inline; filename="{name}.{kind}"'}, media_type=media)


def _written(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _written(each) for key, each in value.items() if key != "params"}
    if isinstance(value, list | tuple):
        return [_written(each) for each in value]
    return _NAMED.sub(lambda found: PRINTED[found[1]], value) if isinstance(value, str) else value
