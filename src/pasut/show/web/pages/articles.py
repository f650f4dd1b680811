"""All articles, the newest first."""

from collections.abc import Sequence

from pasut.show.table import Row, View
from pasut.show.web.asked import SHELVED, Asked
from pasut.show.web.page import Page, Section
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.store import ArticleCriteria, Shelved

FIELDS = ("id", "key", "published", "publisher", "language", "title", "url", "claims")
HEADINGS = ("published", "publisher", "title", "language", "claims")
LINKS = ((2, "/articles/{id}"),)
BACK = "before:"
"""What stands before a cursor that the page ends at."""


def articles(site: Site, asked: Asked) -> Page:
    """The articles of a store, a page at a time."""
    criteria: ArticleCriteria = {
        "publisher": asked.one("publisher"), "language": asked.one("language"),
        "since": asked.since(), "until": asked.until(),
    }  # fmt: skip
    mark = asked.one("_next")
    before = mark.removeprefix(BACK) if mark and mark.startswith(BACK) else None
    shelf = site.store.shelf(limit=asked.size, after=None if before else mark, before=before, **criteria)
    total = site.remember(("articles", *criteria.values()), lambda: site.store.count_articles(**criteria))
    return Page(
        title=asked.terms("article.all"),
        template="articles",
        sections=(
            Section(
                name="articles",
                view=_view(shelf.articles, asked),
                links=LINKS,
                total=total,
                next=asked.url(_next=shelf.after) if shelf.after else None,
                previous=asked.url(_next=BACK + shelf.before) if shelf.before else None,
            ),
        ),
        data={
            "publishers": site.remember("publishers", lambda: _values(site, "publisher")),
            "languages": site.remember("languages", lambda: _values(site, "language")),
        },
    )


def _view(found: Sequence[Shelved], asked: Asked) -> View:
    words = asked.words
    rows = []
    for each in found:
        head = each.article
        cells = (words.date(head.published), head.publisher or words.phrase("unknown"), head.title or head.key,
                 words.language_name(each.language), words.number(each.claims))  # fmt: skip
        published = head.published.text() if head.published else None
        record: dict[str, str | int | float | list[str] | None] = {
            "id": head.id, "key": head.key, "published": published, "publisher": head.publisher,
            "language": each.language, "title": head.title, "url": head.url, "claims": each.claims,
        }  # fmt: skip
        rows.append(Row(cells=cells, record=record))
    headings = tuple(asked.terms(f"article.{name}") for name in HEADINGS)
    return View(title=asked.terms("article.all"), headings=headings, rows=tuple(rows), fields=FIELDS, long=2,
                empty=asked.terms("article.none"))  # fmt: skip


def _values(site: Site, column: str) -> tuple[str, ...]:
    """The values that a column of articles has, in their order."""
    return tuple(sorted(value[0] for value, _ in site.store.count("articles", column) if value[0]))


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(
        path="/articles",
        make=articles,
        about="All articles, the newest first.",
        params=SHELVED,
    ),
)
