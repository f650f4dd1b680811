"""A proposition: everything said about it in order of time, where it stands, how that changed, and by which rule."""

from collections.abc import Iterator

from pasut.asking import remarks_on
from pasut.merge.linking import corrections_of
from pasut.records import Override, Proposition, When
from pasut.show.claims import proposition_record
from pasut.show.ledger import Entries, ledger_view
from pasut.show.overrides import overrides_view
from pasut.show.table import Row, View
from pasut.show.web.asked import AS_OF, NEXT, SIZE, Asked
from pasut.show.web.facts import Fact, fact, filled, side_facts
from pasut.show.web.listing import mark_of, paged
from pasut.show.web.naming import crumbs_of, dyad_links, event_said, named_between, speakers_said
from pasut.show.web.page import Link, Moved, Page, Section
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site

ENTRY_LINKS = ((5, "/articles/{article}"), (7, "/claims/{id}"))
STANDINGS = ("admitted", "withdrawn", "disputed", "denied", "corroborated", "unanswered", "asserted")
"""In the order in which merge/standing.py tries its rules."""
MOST_EVENTS = 8
"""Events that are listed by name; what goes on for months has more."""


def proposition(site: Site, asked: Asked) -> Page:
    """Everything said about a proposition, or what had been said by a day."""
    found = site.store.proposition(asked.names["id"], as_of=asked.until("as_of"))
    if found.id != asked.names["id"]:
        raise Moved(f"/ledger/{found.id}{asked.url()[len('/ledger/' + asked.names['id']) :]}")
    words, start = asked.words, mark_of(asked.one("_next"))
    lines = site.store.lines_of(found.claims[start : start + asked.size])
    roots = {copy.id: root.id for copy, _, root, _ in site.store.copies([line.article.id for line in lines])}
    entries = Entries(
        proposition=found, lines=lines, roots=roots, remarks=remarks_on(site.store, lines, site.kit),
        log=site.store.overrides(),
    )  # fmt: skip
    who = named_between(site, asked, found.source, found.target)
    sections = [
        paged("entries", ledger_view(entries, words), asked, len(found.claims), links=ENTRY_LINKS),
        Section(name="course", view=_course(found, asked)),
    ]
    if corrections := _corrections(site, found):
        log = overrides_view(corrections, (), words)
        sections.append(Section(name="corrections", view=log, links=((3, "/claims/{claim}"),)))
    return Page(
        title=f"{who}: {words.act(found.type, found.mode)}",
        intro=asked.terms("ledger.intro"),
        template="ledger",
        crumbs=crumbs_of(site, asked, found.source, found.target),
        sections=tuple(sections),
        data={
            "proposition": found,
            "standing": words.standing(found.standing),
            "facts": filled(_facts(site, asked, found)),
            "rules": tuple(
                (each == found.standing, words.labels.standing[each], words.phrase(f"standing_{each}"))
                for each in STANDINGS
            ),
        },
        record=proposition_record(found, lines[0].claim.sentence_text if lines else None),
    )


def _corrections(site: Site, found: Proposition) -> tuple[Override, ...]:
    """What persons have said of any of its claims."""
    log = site.store.overrides()
    named = {anchor.claim for entry in log for anchor in (entry.anchor, entry.other) if anchor}
    lines = site.store.lines_of([claim for claim in found.claims if claim in named])
    return corrections_of([line.claim for line in lines], log)


def _course(found: Proposition, asked: Asked) -> View:
    """Its standing from each day on which it changed."""
    words = asked.words
    rows = []
    for day, standing in found.course:
        said = words.standing(standing)
        cells = (words.date(When(first=day, last=day)), said)
        rows.append(Row(cells=cells, record={"date": day.isoformat(), "standing": standing}))
    return View(
        title=asked.terms("ledger.course"),
        headings=words.headings("since", "standing"),
        rows=tuple(rows),
        fields=("date", "standing"),
        empty=words.phrase("nobody"),
    )


def _facts(site: Site, asked: Asked, found: Proposition) -> Iterator[Fact]:
    words, heading = asked.words, asked.words.labels.heading
    if as_of := asked.until("as_of"):
        yield fact(asked.terms("ledger.as_of"), words.date(When(first=as_of, last=as_of)))
    yield fact(heading["says_so"], speakers_said(site, asked, found.affirmed_by) or words.phrase("itself"))
    yield fact(heading["denies"], speakers_said(site, asked, found.denied_by) or words.phrase("nobody"))
    yield fact(heading["sources"], words.number(found.sources))
    yield fact(heading["said"], words.date(found.said))
    yield fact(heading["date"], words.date(found.when) if found.when else asked.terms("ledger.goes_on"))
    yield from side_facts(site, asked, found)
    events = [site.store.event(each) for each in found.events[:MOST_EVENTS]]
    parts = [Link(text=event_said(site, asked, each), url=f"/events/{each.id}") for each in events]
    if len(found.events) > MOST_EVENTS:
        parts.append(Link(text=asked.terms("ledger.more", n=len(found.events) - MOST_EVENTS), url=""))
    yield Fact(what=asked.terms("ledger.events"), parts=tuple(parts))
    yield Fact(what=asked.terms("ledger.dyad"), parts=dyad_links(site, asked, found.source, found.target))
    yield fact(heading["id"], found.id)


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(
        path="/ledger/{id}",
        make=proposition,
        about="A proposition: everything said about it in order of time, and its standing.",
        params=(AS_OF, SIZE, NEXT),
    ),
)
