"""The ledger of disputed claims: what is alleged, denied or admitted, those in dispute first."""

from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec

from pasut.records import Proposition, Standing
from pasut.show.claims import claims_view
from pasut.show.options import called, event_type
from pasut.show.web.asked import NEXT, SINCE, SIZE, UNTIL, Asked, Param
from pasut.show.web.filters import TYPE, A, B, Field, actor_fields, actors_asked, day_fields, type_field
from pasut.show.web.listing import mark_of, paged
from pasut.show.web.page import Facet, Link, Page
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.store import Line
from pasut.store.dispute import ORDER

CONTESTED: tuple[Standing, ...] = ("disputed", "denied", "admitted", "withdrawn", "unanswered")
"""What the page lists where no standing is asked for: all that somebody has contested, or has yet to answer."""
LINKS = ((0, "/ledger/{id}"), (6, "/claims/{claims}"), (7, "/ledger/{id}"))


def disputes(site: Site, asked: Asked) -> Page:
    """Propositions of the standings asked for, with what narrows them."""
    chosen = asked.one("standing")
    standings = (chosen,) if chosen else CONTESTED
    dyad, actor = actors_asked(site, asked)
    found = site.store.disputes(
        standings, limit=asked.size, offset=mark_of(asked.one("_next")), dyad=dyad, actor=actor,
        type=event_type(asked.one("type")), since=asked.since(), until=asked.until(),
    )  # fmt: skip
    told = _with_first(site, found.propositions)
    names = called(site.names, dyad, asked.words) if dyad else None
    total = sum(found.counts.get(each, 0) for each in standings)
    section = paged("propositions", claims_view(told, names, asked.words), asked, total, links=LINKS)
    section = msgspec.structs.replace(section, facets=(("standing", _facets(found.counts, chosen, asked)),))
    filters = (*actor_fields(asked), type_field(asked), _standing_field(asked), *day_fields(asked))
    return Page(
        title=asked.terms("disputes.title"),
        intro=asked.terms("disputes.intro"),
        sections=(section,),
        template="filtered",
        feeds=(Link(text="Atom", url="/disputes.atom"),),
        data={"filters": filters},
    )


def _with_first(site: Site, found: Sequence[Proposition]) -> list[tuple[Proposition, list[Line]]]:
    lines = {line.claim.id: line for line in site.store.lines_of([each.claims[0] for each in found if each.claims])}
    return [(each, [lines[claim] for claim in each.claims[:1] if claim in lines]) for each in found]


def _facets(counts: Mapping[str, int], chosen: str | None, asked: Asked) -> tuple[Facet, ...]:
    """Every standing, those of this list before those that it leaves out."""
    return tuple(
        Facet(
            value=standing,
            label=asked.words.labels.standing[standing],
            count=counts.get(standing, 0),
            url=asked.url(standing=None if standing == chosen else standing, _next=None),
            is_on=standing == chosen,
        )
        for standing in ORDER
    )


def _standing_field(asked: Asked) -> Field:
    labels = asked.words.labels
    choices = (("", asked.terms("disputes.contested")), *((each, labels.standing[each]) for each in ORDER))
    value = asked.one("standing") or ""
    return Field(name="standing", label=labels.heading["standing"], value=value, kind="choice", choices=choices)


STANDING = Param(
    name="standing", kind="choice", choices=get_args(Standing), about="Only propositions of this standing."
)
ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/disputes", make=disputes, params=(A, B, TYPE, STANDING, SINCE, UNTIL, SIZE, NEXT),
              about="Propositions that are disputed, denied, admitted, withdrawn or not answered."),
)  # fmt: skip
