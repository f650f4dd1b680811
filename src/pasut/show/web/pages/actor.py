"""One actor: its relations by activity, who has acted for it in which office, and its latest events."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import quote

import msgspec.structs

from pasut.merge.contradiction import find_wrong_offices
from pasut.records import Record, When
from pasut.show.events import entries_view
from pasut.show.line import SHORT_ID
from pasut.show.measured import on_day
from pasut.show.table import Row, Value, View
from pasut.show.web.asked import Asked, Param
from pasut.show.web.listing import first_rows
from pasut.show.web.page import Link, Page, Section
from pasut.show.web.pages.actors import actor_of, kind_of
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.show.web.stands import FIELDS as RELATION_FIELDS
from pasut.show.web.stands import Relation, relation_cells, relation_record, relations
from pasut.store.timeline import Entry, Turn
from pasut.world.load import Term

LATEST = 20
"""Events that are shown; the pages of dyads have all."""
EVENT_LINKS = ((6, "/events/{id}"), (7, "/events/{id}"))
DYAD_FIELDS = ("a", "b", "name", *RELATION_FIELDS)
PERSON_FIELDS = ("person", "name", "claims", "terms", "told_as")
SLIP_FIELDS = ("person", "name", "office", "held", "claim", "claims")
PERSONS = Param(name="persons", kind="choice", choices=("all",), about="All persons of the tables, not the first ones.")
LINKED = frozenset(("state", "dependency", "partial"))


class Told(Record, frozen=True):
    """Who acts for an actor in the articles."""

    claims: dict[str, int]
    """By person."""
    offices: dict[tuple[str, str], int]
    """By person and office, as the articles call it."""
    slips: tuple[tuple[str, str, str, str, int], ...]
    """(person, office told, office held then, a claim, claims of that year) where the tables know it otherwise."""


def actor(site: Site, asked: Asked) -> Page:
    """What the store and the tables know of one actor."""
    code = actor_of(site, asked.names["code"])
    name, kind = site.names.name(code, asked.words.language), kind_of(code, site.kit)
    told = site.remember(("persons", code), lambda: _told(site, code))
    sections = [_dyads(site, asked, code), _persons(site, asked, code, told)]
    sections += [_slips(site, asked, told)] if told.slips else []
    return Page(
        title=name,
        sections=(*sections, _latest(site, asked, code, name)),
        template="actor",
        crumbs=(Link(text=asked.terms("actors.title"), url="/actors"),),
        facts=tuple(_facts(site, asked, code, kind)),
        data={"links": _links(site, asked, code, kind)},
        record={"code": code, "kind": kind, **{f"name_{each}": site.names.name(code, each) for each in ("id", "en")}},
    )


def _facts(site: Site, asked: Asked, code: str, kind: str) -> Iterator[tuple[str, str]]:
    t, state = asked.terms, site.kit.world.states.get(code)
    yield t("actors.code"), code
    yield asked.words.labels.heading["kind"], t(f"actors.kind_{kind}")
    for language in ("id", "en"):
        yield t(f"actors.name_{language}"), site.names.name(code, language)
    if state and state.capital_en:
        yield t("actors.capital"), state.capital_en
    owner = state.sovereign if state else code.partition(":")[0] if ":" in code else ""
    if owner:
        yield t("actors.part_of"), site.names.name(owner, asked.words.language)


def _links(site: Site, asked: Asked, code: str, kind: str) -> list[Link]:
    found = [Link(text=asked.terms("actors.map"), url=f"/map/{quote(code)}")] if kind in LINKED else []
    found.append(Link(text=asked.terms("actors.network"), url=f"/network?actor={quote(code)}"))
    nearest = sorted(relations(site, code).items(), key=lambda each: (-(each[1].events or 0), each[0]))[:2]
    if len(nearest) == 2:
        three = "/".join(quote(each, safe="") for each in (code, *(other for other, _ in nearest)))
        found.append(Link(text=asked.terms("actors.triangle"), url=f"/triangle/{three}"))
        found.append(Link(text=asked.terms("actors.hedge"), url=f"/hedge/{three}"))
    return found


def _dyads(site: Site, asked: Asked, code: str) -> Section:
    """Its relations, those told of most first, then those with armed groups, whose events their states have."""
    words = asked.words
    found = sorted(relations(site, code).items(), key=lambda each: (-(each[1].events or 0), each[0]))
    counts = asked.terms("actors.events"), asked.terms("actors.recent"), words.labels.heading["last_act"]
    view = View(
        title=asked.terms("actors.relations"),
        headings=(*words.headings("actor", "level", "index", "band"), *counts),
        rows=tuple(_dyad(site, asked, code, other, relation) for other, relation in found),
        fields=DYAD_FIELDS,
        empty=asked.terms("actors.nothing"),
    )
    return Section(name="dyads", view=view, links=((0, "/dyad/{a}/{b}"),), note=asked.terms("actors.relations_note"))


def _dyad(site: Site, asked: Asked, code: str, other: str, relation: Relation) -> Row:
    words, name = asked.words, site.names.name(other, asked.words.language)
    a, b = sorted((code, other))
    numbers = (words.phrase("nobody") if n is None else words.number(n) for n in (relation.events, relation.recent))
    last = on_day(relation.last_day, words) if relation.last_day else words.phrase("nobody")
    cells = (f"{name} ({other})", *relation_cells(relation, words), *numbers, last)
    record: dict[str, Value] = {"a": a, "b": b, "name": name, **relation_record(relation)}
    return Row(cells=cells, record=record)


def _persons(site: Site, asked: Asked, code: str, told: Told) -> Section:
    """Those whom the articles name, the most named first, then the others of the tables."""
    words = asked.words
    listed = {
        person.id: [term for term in person.terms if term.state == code] for person in site.kit.world.persons.values()
    }
    listed = {person: terms for person, terms in listed.items() if terms}
    order = sorted({*told.claims, *listed}, key=lambda each: (-told.claims.get(each, 0), _newest(listed.get(each))))
    rows = []
    for person in order:
        terms = [_term(term, asked) for term in listed.get(person, ())]
        offices = [_rank(office, asked) for (who, office), _ in told.offices.items() if who == person]
        number = told.claims.get(person, 0)
        cells = (site.names.person(person), "; ".join(terms), ", ".join(offices), words.number(number))
        record: dict[str, Value] = {
            "person": person,
            "name": cells[0],
            "claims": number,
            "terms": terms,
            "told_as": offices,
        }
        rows.append(Row(cells=cells, record=record))
    view = View(
        title=asked.terms("actors.persons"),
        headings=(words.labels.heading["person"], asked.terms("actors.offices"), asked.terms("actors.told_as"),
                  words.labels.heading["claims"]),
        rows=tuple(rows),
        fields=PERSON_FIELDS,
        empty=asked.terms("actors.no_persons"),
    )  # fmt: skip
    whole = asked.form != "html" or asked.one("persons") == "all"
    url = None if whole else asked.url(persons="all") + "#persons"
    return first_rows("persons", view, len(rows) if whole else LATEST, url, note=asked.terms("actors.persons_note"))


def _newest(terms: list[Term] | None) -> int:
    """Sorts the latest office first."""
    return -max((term.first or dt.date.min).toordinal() for term in terms) if terms else 0


def _term(term: Term, asked: Asked) -> str:
    when = asked.words.date(When(first=term.first, last=term.last)) if term.first or term.last else ""
    return f"{_rank(term.office, asked)} ({when})" if when else _rank(term.office, asked)


def _rank(office: str, asked: Asked) -> str:
    return asked.words.labels.rank.get(office, office.replace("_", " "))


def _told(site: Site, code: str) -> Told:
    claims: dict[str, int] = defaultdict(int)
    offices: dict[tuple[str, str], int] = defaultdict(int)
    sample: dict[str, int] = {}
    for each in site.store.count_persons(code):
        claims[each.person] += each.claims
        if each.office:
            offices[each.person, each.office] += each.claims
            sample[each.claim] = each.claims
    lines = site.store.lines_of(list(sample))
    slips = []
    for found in find_wrong_offices((line.claim for line in lines), site.kit.world.persons):
        claim = next(line.claim for line in lines if line.claim.id == found.claims[0])
        named = (each for each in (*claim.source, *claim.target) if each.office == found.values[0] and each.person)
        person = next((str(each.person) for each in named if str(each.code) == code), "")
        if person:
            slips.append((person, *found.values, claim.id, sample[claim.id]))
    return Told(claims=dict(claims), offices=dict(offices), slips=tuple(slips))


def _slips(site: Site, asked: Asked, told: Told) -> Section:
    words = asked.words
    rows = tuple(
        Row(
            cells=(site.names.person(person), _rank(office, asked), _rank(held, asked), words.number(claims),
                   claim[:SHORT_ID]),
            record={"person": person, "name": site.names.person(person), "office": office, "held": held,
                    "claim": claim, "claims": claims},
        )
        for person, office, held, claim, claims in told.slips
    )  # fmt: skip
    view = View(
        title=asked.terms("actors.slips"),
        headings=(words.labels.heading["person"], asked.terms("actors.told_as"), asked.terms("actors.held"),
                  words.labels.heading["claims"], words.labels.heading["claim"]),
        rows=rows,
        fields=SLIP_FIELDS,
    )  # fmt: skip
    return Section(name="slips", view=view, links=((4, "/claims/{claim}"),), note=asked.terms("actors.slips_note"))


def _latest(site: Site, asked: Asked, code: str, name: str) -> Section:
    """What happened last, not what is planned for later days."""
    entries = site.remember(("latest", code), lambda: _entries(site, code))
    view = entries_view(entries, (name,), asked.words)
    view = msgspec.structs.replace(view, title=asked.terms("actors.latest"), empty=asked.terms("actors.nothing"))
    return Section(name="events", view=view, links=EVENT_LINKS)


def _entries(site: Site, code: str) -> Sequence[Entry]:
    day = site.store.last_day()
    if ":" in code or day is None:
        return site.store.page(Turn(limit=LATEST), actor=code, until=day).entries
    return site.store.latest(code, day, LATEST)


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/actors/{code}", make=actor, about="An actor: its relations, persons and latest events.",
              params=(PERSONS,)),
)  # fmt: skip
