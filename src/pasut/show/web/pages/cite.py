"""How to cite a page of the site, and the article behind it."""

import datetime as dt
import hashlib
from urllib.parse import urlsplit

from starlette.responses import Response

from pasut.errors import NotFoundError, UsageError
from pasut.records import Article
from pasut.settings import now, version
from pasut.show.table import Row, View
from pasut.show.web.asked import Asked, Param
from pasut.show.web.citation import ENDINGS, MEDIA, Citation, CitationForm, write_citation
from pasut.show.web.page import Link, Page, Section
from pasut.show.web.resolve import page_at
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site

URL = Param(name="url", about="Address of the page on this site: /events/ID, /dyad/PRK/RUS?to=2024.")


def cite(site: Site, asked: Asked) -> Page:
    """A page of the site in every form of citation, and the article it shows where it shows one."""
    url, page = _cited_page(site, asked)
    sections = [_section("page", _of_page(site, asked, url, page), asked)]
    article = _article_of(site, page)
    if article is not None:
        sections.append(_section("article", _of_article(article, asked), asked))
    return Page(
        title=asked.terms("cite.title", title=page.title),
        intro=asked.terms("cite.intro"),
        sections=tuple(sections),
        template="cite",
        crumbs=(Link(text=page.title, url=url),),
        data={"url": url, "forms": ENDINGS, "has_article": article is not None},
    )


def cite_file(site: Site, asked: Asked) -> Response:
    """One citation as a file."""
    form = next((form for form, ending in ENDINGS.items() if ending == asked.names["ending"]), None)
    if form is None:
        raise NotFoundError(f"citations end in {', '.join(ENDINGS.values())}")
    url, page = _cited_page(site, asked)
    article = _article_of(site, page) if asked.one("of") == "article" else None
    cited = _of_article(article, asked) if article else _of_page(site, asked, url, page)
    return Response(
        write_citation(cited, form),
        headers={"Content-Disposition": f'attachment; filename="{cited.key}.{ENDINGS[form]}"',
                 "Cache-Control": "no-store"},
        media_type=MEDIA[form],
    )  # fmt: skip


def _cited_page(site: Site, asked: Asked) -> tuple[str, Page]:
    url = asked.one("url")
    if url is None:
        raise UsageError("say what to cite: ?url=/dyad/PRK/RUS")
    parts = urlsplit(url)
    if parts.scheme or parts.netloc or not url.startswith("/"):
        raise UsageError("only pages of this site can be cited here; give an address that begins with one /")
    return url, page_at(site, asked, parts.path, parts.query)


def _of_page(site: Site, asked: Asked, url: str, page: Page) -> Citation:
    last = site.store.last_day()
    mark = hashlib.blake2b(f"{site.store.stamp()} {url}".encode(), digest_size=3).hexdigest()
    note = asked.terms("cite.until", day=last.isoformat()) if last else ""
    return Citation(
        key=f"pasut-{mark}",
        kind="webpage",
        title=page.title,
        url=asked.host + url,
        author="pasut",
        accessed=_today(),
        version=f"pasut {version()}",
        note=note,
    )


def _of_article(article: Article, asked: Asked) -> Citation:
    when = article.published
    return Citation(
        key=f"{_slug(article.publisher or 'article')}-{article.id[:6]}",
        kind="article-newspaper",
        title=article.title or next(iter(article.paragraphs), article.key),
        url=article.url or f"{asked.host}/articles/{article.id}",
        author=article.byline or "",
        container=article.publisher or article.source,
        issued=when.first if when and when.first and when.first == when.last else None,
        accessed=_today(),
    )


def _article_of(site: Site, page: Page) -> Article | None:
    found = (page.record or {}).get("article")
    if not isinstance(found, str):
        return None
    try:
        return site.store.article(found)
    except NotFoundError:
        return None


def _section(name: str, cited: Citation, asked: Asked) -> Section:
    forms: tuple[CitationForm, ...] = ("text", "bibtex", "ris", "csl")
    rows = tuple(
        Row(cells=(form, write_citation(cited, form)), record={"form": form, "citation": write_citation(cited, form)})
        for form in forms
    )
    title = asked.terms("cite.of_page") if name == "page" else asked.terms("cite.of_article")
    headings = (asked.terms("cite.form"), asked.terms("cite.citation"))
    return Section(name=name, view=View(title=title, headings=headings, rows=rows, fields=("form", "citation")))


def _slug(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isascii() and sign.isalnum()) or "article"


def _today() -> dt.date:
    return now().date()


ROUTES: tuple[AnyRoute, ...] = (
    FileRoute(path="/cite.{ending}", make=cite_file, about="A citation as txt, bib, ris or json (CSL).",
              media_type="*/*", params=(URL, Param(name="of", kind="choice", choices=("page", "article")))),
    PageRoute(path="/cite", make=cite, about="How to cite a page.", params=(URL,), forms=("html",)),
)  # fmt: skip
