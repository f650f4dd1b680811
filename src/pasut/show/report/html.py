"""A report as one HTML file: styles and chart inside, nothing loaded from anywhere, everything escaped."""

import functools
import importlib.resources

import jinja2
from markupsafe import Markup

from pasut.show.report.document import Document, Figure
from pasut.show.report.grammar import notes_heading
from pasut.show.report.render import chart_svg


def to_html(document: Document) -> str:
    """The report as a page that works alone."""
    numbers = {ref: number for number, ref in enumerate(document.refs(), 1)}
    charts = {id(block): Markup(chart_svg(block.spec)) for block in document.blocks if isinstance(block, Figure)}
    return _template().render(
        document=document,
        numbers=numbers,
        charts=charts,
        notes=notes_heading(document.language),
        kind=lambda block: type(block).__name__,
        identity=id,
    )


@functools.cache
def _template() -> jinja2.Template:
    text = importlib.resources.files("pasut.show.report").joinpath("report.html.jinja").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(text)
