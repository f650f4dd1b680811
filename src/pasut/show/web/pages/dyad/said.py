"""What is said between two actors and of them: claims, disputed propositions, contradictions, letters, assessments."""

import datetime as dt
from collections.abc import Sequence
from typing import overload

import msgspec.structs
import numpy as np

from pasut.asking import letters_between
from pasut.measure.arrays import Ints, ints
from pasut.measure.letter import Letter
from pasut.records import Contradiction, Event, Proposition
from pasut.relation import relation_assessments
from pasut.show.assessed import assessed_view
from pasut.show.claims import FIRST, claims_view
from pasut.show.contradictions import contradictions_view
from pasut.show.letters import letters_view, years_view
from pasut.show.table import View
from pasut.show.timeline import timeline_view
from pasut.show.web.asked import Asked
from pasut.show.web.listing import first_rows, listed
from pasut.show.web.page import Page, Section
from pasut.show.web.pages.dyad.pair import (
    Pair,
    crumbs,
    events_at,
    kept,
    lines_between,
    outline_of_pair,
    pair_of,
    relation_of,
)
from pasut.show.web.pages.dyad.part import paged
from pasut.show.web.site import Site

CLAIM_LINKS = ((2, "/claims/{id}"), (6, "/claims/{id}"))
LETTER_LINKS = ((0, "/claims/{claims}"), (6, "/claims/{claims}"))
QUICK = 1000
"""Events of a dyad up to which its first page has its letters: they are found by reading the articles again."""


def claims_page(site: Site, asked: Asked) -> Page:
    """Every claim about the two, by the events that they tell of, the newest first."""
    pair = pair_of(site, asked)

    def view(few: Sequence[str]) -> View:
        made = timeline_view(site.store.lines_of(few), pair.names, asked.words)
        return msgspec.structs.replace(made, title=asked.terms("dyad.claims"))

    found = _claims(site, pair, asked.since(), asked.until())
    section = paged("claims", found, view, asked, url=pair.url("claims"), links=CLAIM_LINKS)
    return Page(title=asked.terms("dyad.claims_of", who=pair.title), sections=(section,), crumbs=crumbs(pair, asked))


def _claims(site: Site, pair: Pair, since: dt.date | None, until: dt.date | None) -> "Told":
    """The ids of the claims, by the events that they tell of, the newest first."""
    outline = outline_of_pair(site, pair)
    order = outline.newest_first
    places = ints(order[outline.within(since, until)[order]])
    return Told(events_at(site, pair, places), outline.claims[places])


class Told(Sequence[str]):
    """The ids of the claims of some events, of which only those are read whose claims somebody looks at."""

    def __init__(self, events: Sequence[Event], numbers: Ints) -> None:
        """Events, and the number of claims of each."""
        self._events = events
        self._ends = np.cumsum(numbers)

    def __len__(self) -> int:
        return int(self._ends[-1]) if len(self._ends) else 0

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        """The claim at a place, or those between two."""
        if not isinstance(place, slice):
            return self[place : place + 1][0]
        start, end, _ = place.indices(len(self))
        if start >= end:
            return ()
        first, last = np.searchsorted(self._ends, (start, end - 1), side="right").tolist()
        claims = [claim for event in self._events[first : last + 1] for claim in event.claims]
        before = int(self._ends[first - 1]) if first else 0
        return claims[start - before : end - before]


def ledger_section(site: Site, asked: Asked, pair: Pair, *, most: int | None = None) -> Section:
    """What is alleged, denied or said by somebody, disputes first."""

    def find() -> tuple[Proposition, ...]:
        found = site.store.propositions(dyad=pair.codes, as_of=pair.as_of)
        return tuple(sorted(found, key=lambda each: FIRST.index(each.standing)))

    def view(few: Sequence[Proposition]) -> View:
        firsts = {line.claim.id: line for line in site.store.lines_of([each.claims[0] for each in few if each.claims])}
        told = [(each, [firsts[claim] for claim in each.claims[:1] if claim in firsts]) for each in few]
        return msgspec.structs.replace(claims_view(told, pair.names, asked.words), title=asked.terms("dyad.ledger"))

    links = ((0, "/ledger/{id}"), (7, "/ledger/{id}"))
    if most is not None and pair.as_of is None:
        first = site.store.first_propositions(FIRST, most, dyad=pair.codes)
        made, total = view(first.propositions), sum(first.counts.values())
        return Section(name="ledger", view=made, links=links, total=total, url=pair.url("ledger"))
    found = kept(site, pair, "ledger", find)
    return paged("ledger", found, view, asked, most=most, url=pair.url("ledger"), links=links)


def contradictions_section(site: Site, asked: Asked, pair: Pair, *, most: int | None = None) -> Section:
    """Where what is told of the two cannot all be right, disputes before slips."""

    def find() -> tuple[Contradiction, ...]:
        found = site.store.contradictions(dyad=pair.codes, as_of=pair.as_of)
        return tuple(sorted(found, key=lambda each: each.is_slip))

    def view(few: Sequence[Contradiction]) -> View:
        told = [(each, site.store.lines_of(each.claims)) for each in few]
        made = contradictions_view(told, asked.words)
        return msgspec.structs.replace(made, title=asked.terms("dyad.contradictions"))

    found = kept(site, pair, "contradictions", find)
    links = ((1, "/events/{event}"), (3, "/articles/{article}"), (5, "/claims/{claim}"))
    return paged("contradictions", found, view, asked, most=most, url=pair.url("contradictions"), links=links)


def letters_section(site: Site, asked: Asked, pair: Pair, *, most: int | None = None) -> Section:
    """Letters beside those of other years; on the first page only of dyads that are quickly read."""
    version = ", ".join(f"{language} {each.version}" for language, each in sorted(site.kit.letters.items()))
    is_quick = most is None or len(outline_of_pair(site, pair)) <= QUICK
    found = _letters(site, pair) if is_quick else ()
    view = letters_view(found, pair.codes, site.names, asked.words, version=version)
    view = msgspec.structs.replace(view, title=asked.terms("dyad.letters"))
    if most is None:
        return listed("letters", view, asked, links=LETTER_LINKS)
    if not is_quick:
        empty = msgspec.structs.replace(view, empty=asked.terms("dyad.letters_elsewhere"))
        return Section(name="letters", view=empty, url=pair.url("letters"))
    return first_rows("letters", view, most, pair.url("letters"), links=LETTER_LINKS)


def letters_page(site: Site, asked: Asked) -> Page:
    """The letters of the two, and how many there are of each year."""
    pair = pair_of(site, asked)
    section = letters_section(site, asked, pair)
    years = Section(name="years", view=years_view(_letters(site, pair), pair.codes, asked.words))
    return Page(title=f"{pair.title}: {section.view.title}", sections=(section, years), crumbs=crumbs(pair, asked))


def _letters(site: Site, pair: Pair) -> tuple[Letter, ...]:
    def find() -> tuple[Letter, ...]:
        return letters_between(site.store, pair.codes, site.kit, as_of=pair.as_of, lines=lines_between(site, pair))

    return kept(site, pair, "letters", find)


def assessments_section(site: Site, asked: Asked, pair: Pair, *, most: int | None = None) -> Section:
    """What people say of the relation, the last first, each beside what the index says of those days."""

    relation = relation_of(site, pair)
    found = kept(
        site,
        pair,
        "assessed",
        lambda: relation_assessments(site.store, relation, as_of=pair.as_of),
    )
    view = assessed_view(found[::-1], pair.names, asked.words)
    view = msgspec.structs.replace(view, title=asked.terms("dyad.assessments"))
    links = ((7, "/articles/{article}"),)
    if most is None:
        return listed("assessments", view, asked, links=links)
    return first_rows("assessments", view, most, pair.url("assessments"), links=links)
