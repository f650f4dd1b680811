"""The events of a dyad, filtered, counted by what they are, a page at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import cast, get_args

import msgspec.structs

from pasut.errors import UsageError
from pasut.records import Event, Standing, Status
from pasut.show.events import FIELDS, entries_view, event_record
from pasut.show.options import event_type
from pasut.show.table import Value
from pasut.show.web.asked import AS_OF, LISTED, SINCE, UNTIL, Asked, Param
from pasut.show.web.listing import mark_of, sort_key
from pasut.show.web.page import Facet, Page, Section
from pasut.show.web.pages.dyad.pair import Pair, crumbs, newest_first, pair_of
from pasut.show.web.site import Site
from pasut.store import Entry, Turn, entry_of
from pasut.store.events import EventCriteria

LINKS = ((2, "/events/{id}"), (6, "/events/{id}"), (7, "/events/{id}"))
CHOICES = ("type", "status", "standing", "source", "publisher")
"""Fields by which people choose, besides the days."""
MOST_CHOICES = 60
"""Values of a field that one may choose from."""
BACK = "<"
"""Begins the mark of a page that goes before one, and does not follow it."""
FILTERS = (
    SINCE, UNTIL,
    Param(name="type", kind="type", about="Event type, AID, or type and mode, AID.arms."),
    Param(name="status", kind="choice", choices=get_args(Status), about="Status of the event."),
    Param(name="standing", kind="choice", choices=get_args(Standing), about="Standing of what is told."),
    Param(name="source", kind="actor", about="Which of the two acts: its code or name."),
    Param(name="publisher", about="Whose articles tell it."),
)  # fmt: skip
PARAMS = (*FILTERS, AS_OF, *LISTED)
Counts = dict[str, list[tuple[str, int]]]


def events_page(site: Site, asked: Asked) -> Page:
    """The events of two actors alone."""
    pair = pair_of(site, asked)
    section = timeline(site, asked, pair)
    return Page(
        title=asked.terms("dyad.events_of", who=pair.title),
        sections=(section,),
        template="events",
        crumbs=crumbs(pair, asked),
        data={"pair": pair, "form": filter_form(site, asked, pair)},
    )


def timeline(site: Site, asked: Asked, pair: Pair, *, size: int | None = None) -> Section:
    """The events that the request asks for, the newest first unless it sorts them otherwise; `size` rows of them."""
    size = asked.size if asked.one("_size") or size is None else size
    by = asked.one("_sort") or "-date"
    is_plain = pair.as_of is None and by.removeprefix("-") == "date"
    made = _turned(site, asked, pair, size, by) if is_plain else _sorted(site, asked, pair, size, by)
    return msgspec.structs.replace(
        made, facets=tuple((field, _facet(site, asked, pair, field)) for field in asked.all("_facet"))
    )


def filter_form(site: Site, asked: Asked, pair: Pair) -> tuple[tuple[str, tuple[Facet, ...]], ...]:
    """(field, its values with their counts) of all that people may choose by."""
    counts = _counts(site, asked, pair)
    return tuple((field, _shown(site, asked, field, counts[field])) for field in CHOICES if counts.get(field))


def _turned(site: Site, asked: Asked, pair: Pair, size: int, by: str) -> Section:
    """A page by a cursor, of which the store reads no more than is shown."""
    mark = asked.one("_next") or ""
    after, before = (None, mark.removeprefix(BACK)) if mark.startswith(BACK) else (mark or None, None)
    turn = Turn(order="newest" if by.startswith("-") else "oldest", limit=size, after=after, before=before)
    criteria = _criteria(site, asked, pair)
    page = site.store.page(turn, **criteria)
    return _section(
        page.entries,
        pair,
        asked,
        total=site.store.count_events(**criteria),
        next=asked.url(_next=page.after) if page.after else None,
        previous=asked.url(_next=BACK + page.before) if page.before else None,
    )


def _sorted(site: Site, asked: Asked, pair: Pair, size: int, by: str) -> Section:
    """A page of events that are all read to be sorted, or because they are those of an earlier day."""
    found = _in_order(list(site.store.events(as_of=pair.as_of, **_criteria(site, asked, pair))), by)
    start = mark_of(asked.one("_next"))
    end, before = start + size, max(0, start - size)
    few = found[start:end]
    quotes = site.store.quotes_of(few)
    return _section(
        [entry_of(event, quotes) for event in few],
        pair,
        asked,
        total=len(found),
        next=asked.url(_next=str(end)) if end < len(found) else None,
        previous=asked.url(_next=str(before) if before else None) if start else None,
    )


def _section(
    entries: Sequence[Entry], pair: Pair, asked: Asked, *, total: int, next: str | None, previous: str | None
) -> Section:
    view = msgspec.structs.replace(entries_view(entries, pair.names, asked.words), title=asked.terms("dyad.events"))
    return Section(name="events", view=view, links=LINKS, total=total, next=next, previous=previous)


def _criteria(site: Site, asked: Asked, pair: Pair, but: str = "") -> EventCriteria:
    """What the request asks of the events, without what it asks of one field."""
    given: dict[str, object] = {field: asked.one(field) for field in CHOICES if field != but}
    given["type"] = event_type(asked.one("type")) if but != "type" else None
    if source := given.get("source"):
        given["source"] = site.names.resolve(str(source))
        if given["source"] not in pair.codes:
            raise UsageError(f"source is {str(source)[:40]!r}; give {pair.a} or {pair.b}")
    asked_of = {"dyad": pair.codes, "since": asked.since(), "until": asked.until(), **given}
    return cast("EventCriteria", {name: value for name, value in asked_of.items() if value})


def _in_order(found: list[Event], by: str) -> list[Event]:
    field = by.removeprefix("-")
    if field == "date":
        return newest_first(found) if by.startswith("-") else found
    if field not in FIELDS:
        raise UsageError(f"_sort is {by[:40]!r}; the fields are {', '.join(FIELDS)}")
    keyed = [(event_record(event, None)[field], event) for event in found]
    filled = [each for each in keyed if each[0] not in (None, "")]
    filled.sort(key=lambda each: sort_key(each[0]), reverse=by.startswith("-"))
    return [event for _, event in (*filled, *(each for each in keyed if each[0] in (None, "")))]


def _counts(site: Site, asked: Asked, pair: Pair) -> Counts:
    """For each field to choose by, its values among the events that fulfil all else that is asked."""
    if pair.as_of is not None:
        return {field: _count(site, asked, pair, field) for field in CHOICES if field != "publisher"}
    criteria = _criteria(site, asked, pair)
    found = site.remember(("facets", repr(sorted(criteria.items()))), lambda: site.store.facets(**criteria))
    counts: Counts = {name: list(getattr(found, name)) for name in ("type", "status", "standing", "publisher")}
    rest = _criteria(site, asked, pair, "source")
    ways: list[EventCriteria] = [{**rest, "source": code} for code in pair.codes]
    sources = [(code, site.store.count_events(**way)) for code, way in zip(pair.codes, ways, strict=True)]
    return counts | {"source": [each for each in sources if each[1]]}


def _facet(site: Site, asked: Asked, pair: Pair, field: str) -> tuple[Facet, ...]:
    """The values of a field that a program asks about."""
    if field in ("status", "standing", "publisher", "source"):
        return _shown(site, asked, field, _counts(site, asked, pair).get(field, []))
    if field not in FIELDS:
        raise UsageError(f"_facet is {field[:40]!r}; the fields are {', '.join((*FIELDS, 'publisher'))}")
    return _shown(site, asked, field, _count(site, asked, pair, field))


def _count(site: Site, asked: Asked, pair: Pair, field: str) -> list[tuple[str, int]]:
    criteria = _criteria(site, asked, pair, field)
    counts: Counter[str] = Counter()
    for event in site.store.events(as_of=pair.as_of, **criteria):
        counts.update(_values(event, field, pair))
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _values(event: Event, field: str, pair: Pair) -> Iterable[str]:
    if field == "source":
        return [code for code in pair.codes if code in event.source]
    value: Value = event_record(event, None)[field]
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [str(value)]


def _shown(site: Site, asked: Asked, field: str, counts: Sequence[tuple[str, int]]) -> tuple[Facet, ...]:
    return tuple(_facets(site, asked, field, counts[:MOST_CHOICES]))


def _facets(site: Site, asked: Asked, field: str, counts: Sequence[tuple[str, int]]) -> Iterator[Facet]:
    chooses = field in CHOICES
    on = asked.one(field) if chooses else None
    on = site.names.resolve(on) if on and field == "source" else on
    for value, count in counts:
        url = asked.url(None, **{field: None if value == on else value, "_next": None}) if chooses else ""
        yield Facet(value=value, label=_label(site, asked, field, value), count=count, url=url, is_on=value == on)


def _label(site: Site, asked: Asked, field: str, value: str) -> str:
    words = asked.words
    if field == "type":
        name, _, mode = value.partition(".")
        return words.act(name, mode or None)
    if field == "source":
        return site.names.name(value, words.language)
    known = {"status": words.labels.status, "standing": words.labels.standing}.get(field, {})
    return known.get(value, value)
