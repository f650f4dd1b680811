"""Search: sentences that hold the words of a query, marked; and where a query that names something leads at once."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol, get_args

import msgspec

from pasut.asking import News, find_news
from pasut.errors import UsageError
from pasut.records import Record, Status
from pasut.show.line import who
from pasut.show.names import Names
from pasut.show.options import dyad_of, event_type
from pasut.show.search import search_view
from pasut.show.web.asked import SHELVED, Asked, Param
from pasut.show.web.listing import mark_of
from pasut.show.web.marking import Mark, Segment, cut_segments
from pasut.show.web.naming import actor_link, dyad_links
from pasut.show.web.page import Link, Moved, Page, Section
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.store import Hit, SearchCriteria
from pasut.text.hits import find_hits
from pasut.text.query import Term

LINKS = ((0, "/articles/{article}"), (2, "/claims/{claims}"), (3, "/articles/{article}"))
FILTERS = ("a", "b", "actor", "type", "status", "publisher", "language", "from", "to")
"""Parameters that narrow a search."""
_ID = re.compile(r"[0-9a-f]{8,64}")
_SLUG = re.compile(r"[a-z]+(-[a-z0-9]+)*-[0-9a-f]{8}")
_BETWEEN = re.compile(r"\s+(?:dan|and|vs\.?|dengan|with|-)\s+|\s*[–—/,&]\s*", re.IGNORECASE)
MOST_WORDS = 8
"""Words of a query that may still be the names of two actors."""


class Shown(Record, frozen=True):
    """A sentence that was found, as the page shows it."""

    hit: Hit
    segments: tuple[Segment, ...]
    claims: tuple[Link, ...]


def search(site: Site, asked: Asked) -> Page:
    """What a query finds. An id leads to what it is the id of; a query without words finds nothing and says so."""
    query = " ".join((asked.one("q") or "").split())
    if url := _place_of(site, query.lower()):
        raise Moved(url)
    criteria, start = _criteria(site, asked), mark_of(asked.one("_next"))
    try:
        found = find_news(site.store, query, site.kit, limit=asked.size + 1, offset=start, **criteria)
    except UsageError:
        if asked.form != "html":
            raise
        problem = asked.terms("search.no_words") if query else ""
        return _page(site, asked, query, News(hits=()), problem=problem)
    return _page(site, asked, query, found)


def _page(site: Site, asked: Asked, query: str, found: News, *, problem: str = "") -> Page:
    return Page(
        title=asked.terms("search.title", query=query) if query else asked.terms("search.search"),
        template="search",
        sections=(_section(asked, query, found),),
        data={
            "query": query,
            "problem": problem,
            "note": asked.terms("search.common") if found.is_common else "",
            "named": tuple(_named(site, asked, query)),
            "shown": tuple(_shown(site, asked, found.hits[: asked.size], found.terms)),
            "is_narrowed": any(asked.one(name) for name in FILTERS),
            "types": tuple(asked.words.labels.type.items()),
            "statuses": tuple(asked.words.labels.status.items()),
            "languages": site.kit.languages,
        },
        status=400 if problem else 200,
    )


def _section(asked: Asked, query: str, found: News) -> Section:
    start, size = mark_of(asked.one("_next")), asked.size
    view = search_view(found.hits[:size], query, asked.words, limit=size)
    before = max(0, start - size)
    return Section(
        name="sentences",
        view=msgspec.structs.replace(view, title=_counted(asked, found)),
        links=LINKS,
        total=found.total,
        next=asked.url(_next=str(start + size)) if len(found.hits) > size else None,
        previous=asked.url(_next=str(before) if before else None) if start else None,
    )


def _counted(asked: Asked, found: News) -> str:
    if found.total is None:
        return asked.terms("search.many")
    if found.total == 1:
        return asked.terms("search.found_one")
    return asked.terms("search.found", n=found.total)


def _criteria(site: Site, asked: Asked) -> SearchCriteria:
    a, b, actor = asked.one("a"), asked.one("b"), asked.one("actor")
    return {
        "dyad": dyad_of(site.names, a or b, b if a else None),
        "actor": site.names.resolve(actor) if actor else None,
        "type": event_type(asked.one("type")),
        "status": asked.one("status"),
        "publisher": asked.one("publisher"),
        "language": asked.one("language"),
        "since": asked.since(),
        "until": asked.until(),
    }


# -- what was found ------------------------------------------------------------------------------------------------


def _shown(site: Site, asked: Asked, hits: Sequence[Hit], terms: Sequence[Term]) -> Iterator[Shown]:
    languages = [site.kit.roots(language) for language in site.kit.languages]
    gists = _gists(site, asked, hits)
    for hit in hits:
        spans = dict.fromkeys(span for roots in languages for span in find_hits(hit.text, terms, roots))
        marks = [Mark(start=span.start, end=span.end, kind="hit") for span in spans]
        claims = tuple(gists[claim] for claim in hit.claims if claim in gists)
        yield Shown(hit=hit, segments=cut_segments(hit.text, marks), claims=claims)


def _gists(site: Site, asked: Asked, hits: Sequence[Hit]) -> Mapping[str, Link]:
    """What each claim says in a few words, with its page."""
    words = asked.words
    lines = site.store.lines_of([claim for hit in hits for claim in hit.claims])
    return {
        line.claim.id: Link(
            text=f"{who(line.claim)}: {words.act(line.claim.type, line.claim.mode)}, "
            f"{words.labels.status[line.claim.status]}",
            url=f"/claims/{line.claim.id}",
        )
        for line in lines
    }


# -- what a query names --------------------------------------------------------------------------------------------


def _named(site: Site, asked: Asked, query: str) -> Iterator[Link]:
    """The dyad or actor that a query is the name of."""
    code = site.names.find(query)
    if code:
        yield actor_link(site, asked, code)
    for a, b in pairs_in(query, site.names):
        yield from dyad_links(site, asked, (a,), (b,))


def pairs_in(query: str, names: Names) -> Iterator[tuple[str, str]]:
    """The two actors that a query names: `korut rusia`, `PRK RUS`, `Korea Utara dan Rusia`."""
    words = query.split()
    splits = [tuple(_BETWEEN.split(query))] if _BETWEEN.search(query) else []
    splits += [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    for parts in splits[:MOST_WORDS]:
        codes = [names.find(part) for part in parts]
        if len(codes) == 2 and codes[0] and codes[1] and codes[0] != codes[1]:
            yield codes[0], codes[1]
            return


def _place_of(site: Site, said: str) -> str:
    """Where an id, or its beginning, leads; empty for anything else."""
    store = site.store
    kinds: tuple[tuple[str, Callable[[str], Identified]], ...] = ()
    if _ID.fullmatch(said):
        kinds = (("claims", store.coded_claim), ("events", store.event), ("articles", store.article))
    elif _SLUG.fullmatch(said):
        kinds = (("ledger", store.proposition),)
    for path, find in kinds:
        try:
            return f"/{path}/{find(said).id}"
        except UsageError:
            continue
    return ""


class Identified(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id."""


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(
        path="/search",
        make=search,
        about="Sentences that hold the words of a query, best first.",
        params=(
            Param(name="q", about='Words, in any of their forms; "a phrase", OR, NOT, begin*.'),
            Param(name="a", kind="actor", about="Only sentences with a claim of this actor and b on each other."),
            Param(name="b", kind="actor", about="The other of the two."),
            Param(name="actor", kind="actor", about="Only sentences with a claim of this actor."),
            Param(name="type", kind="type", about="Only sentences with a claim of this type: AID, AID.arms."),
            Param(name="status", kind="choice", choices=get_args(Status), about="Only with a claim of this status."),
            *SHELVED,
        ),
    ),
)
