"""The report on a dyad, in the reader's language: as a page, and as files to keep."""

from collections.abc import Callable
from typing import Literal

from starlette.responses import Response

from pasut.show.report.document import Document
from pasut.show.report.grammar import notes_heading
from pasut.show.report.html import to_html
from pasut.show.report.markdown import to_markdown
from pasut.show.report.material import gather_material
from pasut.show.report.pdf import to_pdf
from pasut.show.report.word import to_docx
from pasut.show.report.writer import write_report
from pasut.show.web.asked import AS_OF, SINCE, UNTIL, Asked
from pasut.show.web.page import Link, Page
from pasut.show.web.pages.dyad.pair import Pair, crumbs, pair_of
from pasut.show.web.site import Site

Form = Literal["html", "md", "docx", "pdf"]
MEDIA: dict[Form, str] = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
PARAMS = (SINCE, UNTIL, AS_OF)


def report_page(site: Site, asked: Asked) -> Page:
    """The report as a page of the site."""
    pair = pair_of(site, asked)
    document = _document(site, asked, pair)
    same = {**{name: asked.one(name) for name in ("from", "to")}, "_lang": asked.words.language}
    return Page(
        title=document.title,
        intro=document.subtitle,
        template="report",
        crumbs=crumbs(pair, asked),
        data={
            "document": document,
            "numbers": {ref: number for number, ref in enumerate(document.refs(), 1)},
            "notes": notes_heading(document.language),
            "kind": lambda block: type(block).__name__,
            "curve": pair.url("curve", ".svg", _lang=asked.words.language),
            "files": tuple(Link(text=form.upper(), url=pair.url("report", f".{form}", **same)) for form in MEDIA),
        },
    )


def report_file(form: Form) -> Callable[[Site, Asked], Response]:
    """The function that gives the report in a form."""
    render: dict[Form, Callable[[Document], str | bytes]] = {
        "html": to_html, "md": to_markdown, "docx": to_docx, "pdf": to_pdf,
    }  # fmt: skip

    def make(site: Site, asked: Asked) -> Response:
        pair = pair_of(site, asked)
        made = render[form](_document(site, asked, pair))
        way = "inline" if form == "html" else "attachment"
        name = f"pasut-{pair.a}-{pair.b}-{asked.words.language}.{form}".replace(":", "-")
        return Response(made, headers={"Content-Disposition": f'{way}; filename="{name}"'}, media_type=MEDIA[form])

    return make


def _document(site: Site, asked: Asked, pair: Pair) -> Document:
    """The report, kept until something is written: each of its forms is asked for soon after the page."""

    def write() -> Document:
        material = gather_material(
            site.store, pair.codes, site.kit, asked.words, since=asked.since(), until=asked.until(), as_of=pair.as_of
        )
        return write_report(material, site.names, asked.words)

    return site.remember(("report", *pair.codes, pair.as_of, asked.since(), asked.until(), asked.words.language), write)
