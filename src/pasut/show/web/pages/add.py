"""Add articles: paste a text or upload files, and see at once what is coded; or only look, which writes nothing."""

import threading
from collections.abc import Iterator, Sequence

import msgspec.structs
from starlette.exceptions import HTTPException
from starlette.responses import Response

from pasut.errors import StoreError, UsageError
from pasut.pipeline import code_page
from pasut.records import Article, Coding
from pasut.show.article import cut_view
from pasut.show.table import Row, View
from pasut.show.web.adding import Added, add_pages, pages_sent, pasted_page
from pasut.show.web.answer import answer
from pasut.show.web.asked import Asked, Param, named
from pasut.show.web.guard import NEEDS_TOKEN
from pasut.show.web.marking import Segment
from pasut.show.web.page import Link, Page, Section
from pasut.show.web.pages.article import CLAIM_LINKS, marked_article, numbered_claims
from pasut.show.web.route import ActionRoute, AnyRoute, PageRoute, Sent
from pasut.show.web.site import Site
from pasut.store import Headline, Line

MOST_LOOKED = 20_000
"""Characters of a text that somebody may look at without adding it: a second's work."""
FIELDS = ("text", "title", "publisher", "url", "published", "language")
_looking = threading.BoundedSemaphore(2)
"""So many look at a time: coding takes the processor whole, and readers want some of it."""
_PATIENCE = 10.0
ADDED_FIELDS = ("name", "state", "article", "claims", "why")


def add(_: Site, asked: Asked) -> Page:
    """The form."""
    return _form(asked, {})


def take(site: Site, asked: Asked, sent: Sent) -> Response:
    """Add what was sent, or only look at it."""
    said = {name: sent.one(name) for name in FIELDS}
    try:
        page = _look(site, asked, sent) if sent.one("look") == "1" else _add(site, asked, sent)
    except UsageError as error:
        page = _form(asked, said, error=str(error), status=400)
    except StoreError as error:  # what somebody has pasted stands in the form, and is not lost
        page = _form(asked, said, error=str(error), status=503)
    return answer(page, site, asked)


def _form(asked: Asked, said: dict[str, str], *, error: str = "", status: int = 200) -> Page:
    return Page(
        title=asked.terms("add.title"),
        template="add",
        intro=asked.terms("add.intro"),
        data={
            "said": {name: said.get(name, "") for name in FIELDS},
            "error": asked.words.prose("error", error),
            "most": MOST_LOOKED,
        },
        status=status,
    )


def _add(site: Site, asked: Asked, sent: Sent) -> Page:
    if not asked.may_write:
        raise HTTPException(403, NEEDS_TOKEN)
    done = list(add_pages(site.store, pages_sent(sent), site.kit))
    site.merge_soon()
    stored = [each.article for each in done if each.article]
    shown: tuple[Section, ...] = ()
    data: dict[str, object] = {"paragraphs": (), "legend": (), "article": None, "is_look": False}
    if len(done) == 1 and stored:
        article, coding = site.store.article(stored[0]), site.store.coding(stored[0])
        lines = site.store.lines_of([claim.id for claim in coding.claims])
        view = numbered_claims(lines, asked)
        shown = (Section(name="claims", view=view, links=CLAIM_LINKS),)
        data |= {"paragraphs": marked_article(article, coding, asked), "article": article, "legend": _legend(asked)}
    results = Section(name="added", view=_added_view(done, asked), links=((0, "/articles/{article}"),))
    return Page(
        title=asked.terms("add.done", n=sum(each.state == "new" for each in done)),
        template="added",
        crumbs=(Link(text=asked.terms("add.title"), url="/add"),),
        data={**data, "results": results, "parts": shown},
        status=200 if stored else 400,
    )


def _look(site: Site, asked: Asked, sent: Sent) -> Page:
    text = sent.one("text")
    if not text.strip():
        raise UsageError("there is no text to look at; paste one")
    if len(text) > MOST_LOOKED:
        raise UsageError(f"the text is longer than {MOST_LOOKED:,} characters; paste a part of it")
    page = pasted_page(sent)
    if not _looking.acquire(timeout=_PATIENCE):
        raise HTTPException(503, "many are looking at texts just now; try again in a moment")
    try:
        article, coding = code_page(page, site.kit)
    finally:
        _looking.release()
    sections = (
        Section(name="claims", view=numbered_claims(list(_lines(article, coding)), asked)),
        Section(name="cut", view=cut_view(article, asked.words)),
    )
    problems = [asked.words.prose("problem", problem.what) for problem in (*article.problems, *coding.problems)]
    return Page(
        title=asked.terms("add.looked", n=len(coding.claims)),
        template="added",
        intro=asked.terms("add.look_note"),
        crumbs=(Link(text=asked.terms("add.title"), url="/add"),),
        data={
            "results": None,
            "parts": sections,
            "paragraphs": tuple(
                (starts, _unlinked(segments)) for starts, segments in marked_article(article, coding, asked)
            ),
            "legend": _legend(asked),
            "article": article,
            "is_look": True,
            "said": {name: sent.one(name) for name in FIELDS},
            "problems": problems,
        },
    )


def _unlinked(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The same marks, leading nowhere: the claims are in no store."""

    def bare(segment: Segment) -> Segment:
        marks, ends = (
            tuple(msgspec.structs.replace(mark, url="") for mark in each) for each in (segment.marks, segment.ends)
        )
        return msgspec.structs.replace(segment, marks=marks, ends=ends)

    return tuple(map(bare, segments))


def _lines(article: Article, coding: Coding) -> Iterator[Line]:
    headline = Headline(id=article.id, key=article.key, title=article.title, publisher=article.publisher,
                        url=article.url, published=article.published)  # fmt: skip
    return (Line(claim=claim, article=headline) for claim in coding.claims)


def _legend(asked: Asked) -> tuple[tuple[str, str], ...]:
    return tuple((kind, asked.terms(f"mark.{kind}")) for kind in ("told", "claim", "assessment"))


def _added_view(done: Sequence[Added], asked: Asked) -> View:
    headings = tuple(asked.terms(f"add.{name}") for name in ("name", "state", "claims", "why"))
    rows = tuple(
        Row(
            cells=(
                each.name,
                asked.terms(f"add.state_{each.state}"),
                asked.words.number(each.claims),
                asked.words.prose("problem", each.why),
            ),
            record={name: getattr(each, name) for name in ADDED_FIELDS},
        )
        for each in done
    )
    return View(title=asked.terms("add.results"), headings=headings, rows=rows, fields=ADDED_FIELDS, long=3)


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/add", make=add, forms=("html",), about="The form to add articles."),
    ActionRoute(
        path="/add", act=take, needs_token=False,
        about="Add a pasted text and files, which needs the token; or only look at a text (look=1), which is not kept.",
        fields=(*map(named, FIELDS), Param(name="look", kind="flag"), Param(name="files", many=True)),
    ),
)  # fmt: skip
