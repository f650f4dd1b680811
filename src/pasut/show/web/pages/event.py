"""An event: who tells it, who denies it, why its claims are one, what contradicts, where it stands in time."""

import datetime as dt
from collections.abc import Iterator

from pasut.asking import evidence_in
from pasut.merge.explain import Explanation
from pasut.merge.report import state_of
from pasut.records import Event
from pasut.show.claims import speakers_of
from pasut.show.contradictions import contradictions_view
from pasut.show.copies import copies_view
from pasut.show.events import event_record
from pasut.show.explain_event import explained_record, links_view
from pasut.show.overrides import overrides_view
from pasut.show.reasons import weighed
from pasut.show.tellings import by_source, tellings_view
from pasut.show.web.asked import NEXT, SIZE, Asked
from pasut.show.web.facts import Fact, detail_facts, fact, filled, side_facts
from pasut.show.web.listing import first_rows, mark_of, paged
from pasut.show.web.naming import actor_link, crumbs_of, dyad_links, event_said, named_between, speakers_said
from pasut.show.web.page import Link, Moved, Page, Section
from pasut.show.web.pages.article import COPY_LINKS
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.store import entry_of

TOLD_LINKS = ((1, "/articles/{article}"), (7, "/claims/{id}"))
CONFLICT_LINKS = ((5, "/claims/{claim}"),)
FEW = 6
"""Claims up to which the reasons why they are one stand open."""
MOST = 50
"""Copies and contradictions that are shown."""
AROUND = dt.timedelta(days=31)
"""How much of the chronology before and after an event is shown when one goes to its place in it."""


def event(site: Site, asked: Asked) -> Page:
    """Everything about an event. An id of before it was joined with another leads to what it is part of now."""
    found = site.store.event(asked.names["id"])
    if found.id != asked.names["id"]:
        rest = asked.url()[len(f"/events/{asked.names['id']}") :]
        raise Moved(f"/events/{found.id}{rest}", for_ever=not found.id.startswith(asked.names["id"]))
    words = asked.words
    explained = site.remember(("explained", found.id), lambda: site.store.explain(found))
    who = named_between(site, asked, found.source, found.target)
    return Page(
        title=f"{who}: {words.act(found.type, found.mode)}",
        intro=f"{words.date(found.when)} · {words.labels.status[found.status]}",
        template="event",
        crumbs=crumbs_of(site, asked, found.source, found.target),
        sections=tuple(_sections(site, asked, explained)),
        data={
            "event": found,
            "standing": words.standing(found.standing),
            "facts": filled(_facts(site, asked, found)),
            "voices": filled(_voices(site, asked, found)),
            "around": tuple(_around(site, asked, found)),
            "plainest": entry_of(found, site.store.quotes_of([found])),
            "nearest": _nearest(site, asked, explained),
            "against": tuple(weighed(reason, words) for reason in explained.against),
        },
        record=_record(explained, asked) if asked.form == "json" else event_record(found, None),
    )


def _sections(site: Site, asked: Asked, explained: Explanation) -> Iterator[Section]:
    """Who tells it, a page of them; and of these why they are one. Then copies, contradictions, corrections."""
    words, store, found = asked.words, site.store, explained.event
    copies = store.copies(found.articles)
    roots = {copy.id: root.id for copy, _, root, _ in copies}
    told = by_source(found.claims, store.articles_of(found.claims), roots)
    few = told[mark_of(asked.one("_next")) :][: asked.size]
    lines = {line.claim.id: line for line in store.lines_of([each.claim for each in few])}
    evidence = evidence_in([line.claim for line in lines.values()], site.kit)
    view = tellings_view(found, [(each, lines[each.claim]) for each in few], evidence, words)
    yield paged("claims", view, asked, len(told), links=TOLD_LINKS)
    articles = set(found.articles)
    if here := [each for each in copies if each[0].id in articles]:
        yield first_rows("copies", copies_view(here, words), MOST, None, links=COPY_LINKS,
                         note=asked.terms("event.copies"))  # fmt: skip
    if conflicts := store.contradictions_in(found.id)[:MOST]:
        sides = [(each, store.lines_of(each.claims)) for each in conflicts]
        yield Section(name="contradictions", view=contradictions_view(sides, words), links=CONFLICT_LINKS)
    if len(told) > 1:
        view = links_view([link for link in explained.links if link.claim in lines], [*lines.values()], words)
        yield Section(name="why_one", view=view, links=((0, "/claims/{claim}"),), note=asked.terms("event.why_one"),
                      is_open=len(told) <= FEW)  # fmt: skip
    if explained.corrections:
        log = overrides_view(explained.corrections, (), words)
        yield Section(name="corrections", view=log, links=((3, "/claims/{claim}"),))


def _record(explained: Explanation, asked: Asked) -> dict[str, object]:
    """The event with what ties its claims and what parts the nearest other; the claims themselves are rows."""
    whole = explained_record(explained, (), asked.words)
    return {**event_record(explained.event, None), "links": whole.pop("claims"), **whole}


def _facts(site: Site, asked: Asked, found: Event) -> Iterator[Fact]:
    """What happened, between whom."""
    words, heading = asked.words, asked.words.labels.heading
    yield fact(heading["date"], words.date(found.when))
    if found.when and found.when.basis:
        yield fact(heading["basis"], words.prose("basis", found.when.basis))
    yield fact(heading["status"], words.labels.status[found.status])
    yield from side_facts(site, asked, found)
    yield Fact(what=asked.terms("event.others"), parts=tuple(actor_link(site, asked, code) for code in found.others))
    yield fact(heading["persons"], ", ".join(site.names.person(person) for person in found.persons))
    yield from detail_facts(asked, found)
    yield Fact(what=asked.terms("event.dyad"), parts=dyad_links(site, asked, found.source, found.target))


def _voices(site: Site, asked: Asked, found: Event) -> Iterator[Fact]:
    """Who says so, who denies it."""
    words, heading = asked.words, asked.words.labels.heading
    yield fact(heading["says_so"], speakers_said(site, asked, found.affirmed_by) or words.phrase("itself"))
    yield fact(heading["denies"], speakers_said(site, asked, found.denied_by) or speakers_of((), words))
    yield fact(heading["sources"], words.number(found.sources))
    if found.reported:
        yield fact(asked.terms("event.reported"), words.date(found.reported))
    if found.proposition:
        yield fact(heading["proposition"], found.proposition, f"/ledger/{found.proposition}")
    yield fact(heading["id"], found.id)


def _around(site: Site, asked: Asked, found: Event) -> Iterator[tuple[str, Link]]:
    """The events of the same pair before and after it, and its place among them."""
    pair = _pair(found)
    if pair is None:
        return
    a, b = pair
    for name, entry in zip(("before", "after"), site.store.around(found, pair), strict=True):
        if entry is not None:
            yield name, Link(text=event_said(site, asked, entry), url=f"/events/{entry.id}")
    day = (found.when.first or found.when.last) if found.when else None
    stretch = f"?from={day - AROUND}&to={day + AROUND}" if day and day.year > 1 else ""
    yield "place", Link(text=asked.terms("event.place"), url=f"/dyad/{a}/{b}/events{stretch}")


def _pair(found: Event) -> tuple[str, str] | None:
    states = sorted({state_of(code) for code in (*found.source, *found.target)})
    return (states[0], states[1]) if len(states) == 2 else None


def _nearest(site: Site, asked: Asked, explained: Explanation) -> Link | None:
    nearest = explained.nearest
    return Link(text=event_said(site, asked, nearest), url=f"/events/{nearest.id}") if nearest else None


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(
        path="/events/{id}",
        make=event,
        about="An event: its claims by independent source, why they are one, contradictions, corrections.",
        params=(SIZE, NEXT),
    ),
)
