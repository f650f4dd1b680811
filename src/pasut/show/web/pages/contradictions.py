"""Where articles cannot all be right: both sentences, the kind of conflict, and plain slips apart."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from pasut.asking import contradictions_of
from pasut.errors import UsageError
from pasut.records import Contradiction
from pasut.show.contradictions import contradictions_view
from pasut.show.table import View
from pasut.show.web.asked import AS_OF, NEXT, SIZE, Asked, Param
from pasut.show.web.filters import A, B, actor_fields, actors_asked
from pasut.show.web.listing import first_rows, mark_of, paged
from pasut.show.web.page import Facet, Page, Section
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site

LINKS = ((1, "/events/{event}"), (3, "/articles/{article}"), (4, "/claims/{claim}"), (5, "/claims/{claim}"))
FEW = 5
"""Slips that stand below the disputes, with a link to all."""


def contradictions(site: Site, asked: Asked) -> Page:
    """Disputes, and a few of the plain slips; or all slips where they are asked for."""
    found = _found(site, asked)
    kind = asked.one("kind")
    disputes = [each for each in found if not each.is_slip and kind in (None, each.kind)]
    slips = [each for each in found if each.is_slip and kind in (None, each.kind)]
    if asked.one("slips") == "1":
        sections = (_listed("slips", slips, site, asked),)
    else:
        section = msgspec.structs.replace(
            _listed("disputes", disputes, site, asked), facets=(("kind", _kinds(found, asked)),)
        )
        sections = (section, *((_few(slips, site, asked),) if slips else ()))
    return Page(
        title=asked.terms("contradictions.title"),
        intro=asked.terms("contradictions.intro"),
        sections=sections,
        template="filtered",
        data={"filters": actor_fields(asked)},
    )


def _found(site: Site, asked: Asked) -> list[Contradiction]:
    dyad, actor = actors_asked(site, asked)
    if actor:
        raise UsageError("give two actors, a and b, or none for all")
    day = asked.until("as_of")
    return site.remember(
        ("contradictions", dyad, day), lambda: contradictions_of(site.store, site.kit, dyad=dyad, as_of=day)
    )


def _listed(name: str, found: Sequence[Contradiction], site: Site, asked: Asked) -> Section:
    start = mark_of(asked.one("_next"))
    view = _view(name, found[start : start + asked.size], len(found), site, asked)
    return paged(name, view, asked, len(found), links=LINKS, note=asked.terms(f"contradictions.{name}_note"))


def _few(slips: Sequence[Contradiction], site: Site, asked: Asked) -> Section:
    view = _view("slips", slips[:FEW], len(slips), site, asked)
    url = asked.url(slips="1", _next=None) if len(slips) > FEW else None
    made = first_rows("slips", view, len(view.rows), url, links=LINKS, note=asked.terms("contradictions.slips_note"))
    return msgspec.structs.replace(made, total=len(slips))


def _view(name: str, found: Sequence[Contradiction], total: int, site: Site, asked: Asked) -> View:
    lines = {line.claim.id: line for line in site.store.lines_of([claim for each in found for claim in each.claims])}
    told = [(each, [lines[claim] for claim in each.claims if claim in lines]) for each in found]
    view = contradictions_view(told, asked.words)
    return msgspec.structs.replace(view, title=asked.terms(f"contradictions.{name}", n=total))


def _kinds(found: Sequence[Contradiction], asked: Asked) -> tuple[Facet, ...]:
    chosen = asked.one("kind")
    counts = Counter(str(each.kind) for each in found if not each.is_slip)
    return tuple(
        Facet(
            value=kind,
            label=asked.words.phrase(f"conflict_{kind}"),
            count=count,
            url=asked.url(kind=None if kind == chosen else kind, _next=None),
            is_on=kind == chosen,
        )
        for kind, count in counts.most_common()
    )


KIND = Param(name="kind", kind="choice", choices=("happening", "number", "date", "actor", "place", "office"),
             about="Only conflicts of this kind.")  # fmt: skip
SLIPS = Param(name="slips", kind="flag", about="1: plain slips alone, all of them.")
ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/contradictions", make=contradictions, params=(A, B, KIND, SLIPS, AS_OF, SIZE, NEXT),
              about="Where articles cannot all be right: disputes, and plain slips apart."),
)  # fmt: skip
