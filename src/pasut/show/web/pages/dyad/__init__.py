"""The pages of a dyad."""

import datetime as dt
from collections.abc import Callable

from pasut.settings import LANGUAGES
from pasut.show.web.asked import AS_OF, LISTED, SINCE, UNTIL, Asked
from pasut.show.web.page import Page, Section
from pasut.show.web.pages.dyad import ahead, curve, index, overview, registers, report, said, timeline
from pasut.show.web.pages.dyad.bars import endings_of
from pasut.show.web.pages.dyad.pair import Pair, crumbs, pair_of
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site
from pasut.show.web.terms import terms_in
from pasut.show.words import words_in

WHOLE = (AS_OF, *LISTED)
WARMED = 8
BUSY = 2000
"""Events from which on a page takes nearly a tenth of a second, and the ends of treaties a few tenths."""


def _alone(section: Callable[[Site, Asked, Pair], Section]) -> Callable[[Site, Asked], Page]:
    """A page of one section of a dyad."""

    def page(site: Site, asked: Asked) -> Page:
        pair = pair_of(site, asked)
        made = section(site, asked, pair)
        return Page(title=f"{pair.title}: {made.view.title}", sections=(made,), crumbs=crumbs(pair, asked))

    return page


def warm(site: Site) -> None:
    """Have the first page of the pairs most told of at hand: that of others takes no time that one would notice."""
    busiest = sorted(site.store.dyads(dt.date.max), key=lambda each: -each.events)[:WARMED]
    for row in busiest:
        if row.events < BUSY:
            continue
        for language in LANGUAGES:
            asked = _unasked(row.dyad, language)
            endings_of(site, pair_of(site, asked))
            overview.overview(site, asked)


def _unasked(dyad: tuple[str, str], language: str) -> Asked:
    """The plain page of a dyad, as somebody may ask for it."""
    a, b = dyad
    return Asked(path=f"/dyad/{a}/{b}", names={"a": a, "b": b}, query=(), form="html", words=words_in(language),
                 terms=terms_in(language), theme="auto", may_write=False, by="", host="")  # fmt: skip


_D = "/dyad/{a}/{b}"
_SVG, _PNG = "image/svg+xml", "image/png"

ROUTES: tuple[AnyRoute, ...] = (
    FileRoute(path=f"{_D}/curve.svg", make=curve.curve_file("svg"), about="The curve as SVG.", media_type=_SVG,
              params=(AS_OF,)),
    FileRoute(path=f"{_D}/curve.png", make=curve.curve_file("png"), about="The curve as PNG.", media_type=_PNG,
              params=(AS_OF,)),
    *(FileRoute(path=f"{_D}/report.{form}", make=report.report_file(form), about=f"The report as {form}.",
                media_type=report.MEDIA[form], params=report.PARAMS) for form in report.MEDIA),
    FileRoute(path=f"{_D}/day", make=index.chosen_day, about="Leads to a day of the index.", media_type="text/html",
              params=(index.DATE, AS_OF), form="html"),
    PageRoute(path=f"{_D}/report", make=report.report_page, about="A sourced backgrounder on a dyad.",
              params=report.PARAMS, forms=("html",)),
    PageRoute(path=f"{_D}/events", make=timeline.events_page, about="The events of a dyad.", params=timeline.PARAMS),
    PageRoute(path=f"{_D}/claims", make=said.claims_page, about="The claims about a dyad.",
              params=(SINCE, UNTIL, *WHOLE[:3])),
    PageRoute(path=f"{_D}/ledger", make=_alone(said.ledger_section), params=WHOLE[:3],
              about="What is alleged, denied or said of a dyad."),
    PageRoute(path=f"{_D}/letters", make=said.letters_page, about="Letters of a dyad.", params=WHOLE),
    *(PageRoute(path=f"{_D}/{name}", make=registers.register_page(name), about=f"The register of {name} of a dyad.",
                params=WHOLE[:3]) for name in registers.REGISTERS),
    PageRoute(path=f"{_D}/assessments", make=_alone(said.assessments_section), params=WHOLE,
              about="What people say of the relation, beside the index."),
    PageRoute(path=f"{_D}/expected", make=ahead.expected_page, params=WHOLE[:3],
              about="What is expected, what became of it, and what may come."),
    PageRoute(path=f"{_D}/changes", make=ahead.changes_page, about="When the relation changed.", params=WHOLE[:3]),
    PageRoute(path=f"{_D}/contradictions", make=_alone(said.contradictions_section), params=WHOLE[:3],
              about="Where what is told of a dyad cannot all be right."),
    PageRoute(path=f"{_D}/index/{{day}}", make=index.day, params=index.DAY_PARAMS,
              about="The index of a day as the sum of what each act adds."),
    PageRoute(path=f"{_D}/index", make=index.series, about="The index day by day.", params=index.SERIES_PARAMS),
    PageRoute(path=_D, make=overview.overview, about="A dyad: its index, its events, a little of everything.",
              params=timeline.PARAMS),
)  # fmt: skip
"""The addresses of a dyad; those with an ending of their own before those that would take it for a name."""
