"""A dyad: where the relation stands, and its chronology."""

from pasut.relation import relation_index
from pasut.show.events import events_view
from pasut.show.index import state_view
from pasut.show.names import Names
from pasut.show.web.asked import AS_OF, LISTED, SINCE, UNTIL, Asked
from pasut.show.web.listing import listed
from pasut.show.web.page import Link, Page, Section
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site

EVENT_LINKS = ((6, "/events/{id}"), (7, "/events/{id}"))


def dyad(site: Site, asked: Asked) -> Page:
    """Everything about two actors."""
    a, b = dyad_of(site.names, asked)
    names = site.names.name(a, asked.words.language), site.names.name(b, asked.words.language)
    relation = site.remember(
        ("index", a, b, asked.until("as_of")), lambda: relation_index(site.store, a, b, as_of=asked.until("as_of"))
    )
    state = Section(name="state", view=state_view(relation, names, len(relation.curve) - 1, asked.words))
    found = list(site.store.events(dyad=(a, b), since=asked.since(), until=asked.until(), as_of=asked.until("as_of")))
    view = events_view(found, site.store.quotes_of(found), names, asked.words)
    return Page(
        title=asked.words.phrase("pair", a=names[0], b=names[1]),
        sections=(state, listed("events", view, asked, links=EVENT_LINKS, filters=("type", "status"))),
        feeds=(Link(text="Atom", url=f"/dyad/{a}/{b}.atom"),),
        crumbs=(Link(text=asked.terms("base.nav_front"), url="/"),),
    )


def dyad_of(names: Names, asked: Asked) -> tuple[str, str]:
    """The codes of the two actors in the address, whatever they are called there."""
    return names.resolve(asked.names["a"]), names.resolve(asked.names["b"])


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/dyad/{a}/{b}", make=dyad, about="A dyad: its index and its events.",
              params=(SINCE, UNTIL, AS_OF, *LISTED)),
)  # fmt: skip
