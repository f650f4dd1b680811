"""The front page: the dyads of the store, the most told of first."""

from pasut.show.table import Row, View
from pasut.show.web.asked import LISTED, Asked
from pasut.show.web.listing import listed
from pasut.show.web.page import Page
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site

FIELDS = ("a", "b", "claims")


def front(site: Site, asked: Asked) -> Page:
    """All dyads of the store."""
    t, words = asked.terms, asked.words
    rows = tuple(
        Row(
            cells=(words.phrase("pair", a=_name(site, a, asked), b=_name(site, b, asked)), words.number(claims)),
            record={"a": a, "b": b, "claims": claims},
        )
        for (a, b), claims in site.store.count_dyads()
    )
    view = View(title=t("front.dyads"), headings=words.headings("who", "claims"), rows=rows, fields=FIELDS,
                empty=words.phrase("nothing"))  # fmt: skip
    section = listed("dyads", view, asked, links=((0, "/dyad/{a}/{b}"),))
    return Page(title=t("front.title"), intro=t("front.intro"), sections=(section,))


def _name(site: Site, code: str, asked: Asked) -> str:
    return site.names.name(code, asked.words.language)


ROUTES: tuple[AnyRoute, ...] = (PageRoute(path="/", make=front, about="The dyads of the store.", params=LISTED),)
