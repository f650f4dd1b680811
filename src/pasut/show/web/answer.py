"""A page as HTML for people, and as JSON, CSV or JSON lines for programs."""

import functools
import hashlib
import re
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup
from starlette.responses import Response

from pasut.errors import UsageError
from pasut.settings import version
from pasut.show.table import Row, records_csv, records_jsonl
from pasut.show.web.asked import Asked
from pasut.show.web.assets import asset_url
from pasut.show.web.page import Page, Section, links_of
from pasut.show.web.site import Site

MEDIA = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
}


NO_BREAK = "\u00a0"
_TIED = re.compile(r"(\d) (%|[^\W\d_]{3,9}\b)")
"""A number and the sign or month after it."""
_SPAN = re.compile(r"[+−±]\d[\d.,]*( \S+)? [+−±]\d[\d.,]*|\S{2,5} [→–] \S{2,5}")
"""Two values, with a word between them or none; one actor and another."""


def answer(page: Page, site: Site, asked: Asked) -> Response:
    """The page in the form asked for."""
    if asked.form == "html":
        return Response(_html(page, site, asked), page.status, media_type=MEDIA["html"])
    if asked.form == "json":
        return Response(msgspec.json.encode(_whole(page, asked)), page.status, media_type=MEDIA["json"])
    section = _section(page, asked.one("_section"))
    write = records_csv if asked.form == "csv" else records_jsonl
    links = {"Link": f'<{section.next}>; rel="next"'} if section.next else None
    return Response(write(section.view), page.status, links, media_type=MEDIA[asked.form])


def question_of(asked: Asked) -> tuple[object, ...]:
    """All that an answer depends on besides the store."""
    return asked.url(asked.form), asked.words.language, asked.theme, asked.may_write, asked.by, asked.host


def etag_of(site: Site, asked: Asked) -> str:
    """The mark of an answer: the same as long as the same question has the same answer."""
    question = (site.stamp(), *question_of(asked))
    return 'W/"' + hashlib.blake2b(repr(question).encode(), digest_size=12).hexdigest() + '"'


def _whole(page: Page, asked: Asked) -> dict[str, Any]:
    body: dict[str, Any] = {"title": page.title, "url": asked.host + asked.url("json")}
    if page.record is not None:
        body["record"] = page.record
    return body | {"sections": {section.name: _part(section) for section in page.sections}}


def _part(section: Section) -> dict[str, Any]:
    rows = [row.record for row in section.view.rows if not row.is_part]
    return {
        "title": section.view.title,
        "rows": rows,
        "total": len(rows) if section.total is None else section.total,
        "next": section.next,
        "facets": {
            field: [{"value": each.value, "count": each.count, "url": each.url or None} for each in values]
            for field, values in section.facets
        },
    }


def _section(page: Page, name: str | None) -> Section:
    found = next((each for each in page.sections if name in (None, each.name)), None)
    if found is None:
        listed = ", ".join(each.name for each in page.sections) or "none"
        raise UsageError(f"there is no section {(name or '')[:40]!r} on this page; the sections are: {listed}")
    return found


def _html(page: Page, site: Site, asked: Asked) -> str:
    template = environment().get_template(f"{page.template}.html.jinja")
    return template.render(page=page, site=site, asked=asked, t=asked.terms, words=asked.words, **page.data)


@functools.cache
def environment() -> jinja2.Environment:
    """The templates: everything that is put into them is escaped."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("pasut.show.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"asset": asset_url, "links_of": _links_of, "version": version()}
    made.filters["json"] = _script_json
    made.filters["tidy"] = tidy
    return made


def _links_of(section: Section, row: Row) -> Any:
    return links_of(section, row)


def tidy(text: str) -> str:
    """Text whose numbers stay with what they count where a line ends: `90 %`, `21 September`, `+1.0 to +3.6`.

    >>> tidy("21 September 2025").split()
    ['21', 'September', '2025']
    """
    if _SPAN.fullmatch(text):
        return text.replace(" ", NO_BREAK)
    return _TIED.sub(rf"\1{NO_BREAK}\2", text)


def _script_json(data: object) -> Any:
    """Data for a script block: no sign in it can end the block."""
    text = msgspec.json.encode(data).decode()
    for sign, written in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028")):
        text = text.replace(sign, written)
    return Markup(text)
