"""The events of a dyad, filtered, counted by what they are, a page at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import cast, get_args

import msgspec.structs
import numpy as np

from pasut.errors import UsageError
from pasut.measure.outline import Kind, outline_of
from pasut.records import Event, Standing, Status
from pasut.show.events import FIELDS, entries_view, event_record
from pasut.show.options import event_type
from pasut.show.table import Value
from pasut.show.web.asked import AS_OF, LISTED, SINCE, UNTIL, Asked, Param
from pasut.show.web.listing import mark_of, sort_key
from pasut.show.web.page import Facet, Page, Section
from pasut.show.web.pages.dyad.pair import Pair, crumbs, outline_of_pair, pair_of
from pasut.show.web.site import Site
from pasut.store import Entry, Turn, entry_of
from pasut.store.events import EventCriteria, is_of

LINKS = ((2, "/events/{id}"), (7, "/events/{id}"))
COUNTED = ("type", "status", "standing", "source")
CHOICES = (*COUNTED, "publisher")
"""Fields by which people choose, besides the days; the first few with the number of events of each value."""
MOST_PUBLISHERS = 200
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


def events_page(site: Site, asked: Asked) -> Page:
    """The events of two actors alone."""
    pair = pair_of(site, asked)
    section = timeline(site, asked, pair)
    return Page(
        title=asked.terms("dyad.events_of", who=pair.title),
        sections=(section,),
        template="events",
        crumbs=crumbs(pair, asked),
        data=form_data(site, asked, pair),
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


def form_data(site: Site, asked: Asked, pair: Pair) -> dict[str, object]:
    """What the form that filters events needs."""
    publishers = site.at_hand("publishers", lambda: _publishers(site)) or ()
    return {"pair": pair, "form": filter_form(site, asked, pair), "publishers": publishers}


def _publishers(site: Site) -> tuple[str, ...]:
    counted = site.store.count("articles", "publisher")
    return tuple(sorted(str(name) for (name,), _ in counted[:MOST_PUBLISHERS] if name))


def filter_form(site: Site, asked: Asked, pair: Pair) -> tuple[tuple[str, tuple[Facet, ...]], ...]:
    """(field, its values with their counts) of all that people may choose by."""

    def count() -> list[tuple[str, list[tuple[str, int]]]]:
        # What nothing is asked of is counted together, in one reading.
        alike: dict[str, Counter[Kind]] = {}
        found = []
        for field in COUNTED:
            criteria = repr(sorted(_criteria(site, asked, pair, field).items()))
            if criteria not in alike:
                alike[criteria] = _count_kinds(site, asked, pair, field)
            found.append((field, _values_of(alike[criteria], field, pair)))
        return found

    asked_of = repr(sorted(_criteria(site, asked, pair).items()))
    counted = site.remember(("counts", asked_of, pair.as_of), count, of=pair.codes)
    return tuple((field, tuple(_facets(site, asked, field, counts))) for field, counts in counted if counts)


def _values_of(kinds: Counter[Kind], field: str, pair: Pair) -> list[tuple[str, int]]:
    """How many events have each value of a field, the most frequent first; types with modes beside those without."""
    counts: Counter[str] = Counter()
    for kind, number in kinds.items():
        values: list[str] = [code for code in pair.codes if code in kind.source]
        if field != "source":
            values = [getattr(kind, field)]
        if field == "type" and kind.mode:
            values.append(f"{kind.type}.{kind.mode}")
        for value in values:
            counts[value] += number
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


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
        dated = [event for event in found if event.when and (event.when.first or event.when.last)]
        return [*reversed(dated), *found[len(dated) :]] if by.startswith("-") else found
    if field not in FIELDS:
        raise UsageError(f"_sort is {by[:40]!r}; the fields are {', '.join(FIELDS)}")
    keyed = [(event_record(event, None)[field], event) for event in found]
    filled = [each for each in keyed if each[0] not in (None, "")]
    filled.sort(key=lambda each: sort_key(each[0]), reverse=by.startswith("-"))
    return [event for _, event in (*filled, *(each for each in keyed if each[0] in (None, "")))]


def _facet(site: Site, asked: Asked, pair: Pair, field: str) -> tuple[Facet, ...]:
    """The values of a field that a program asks about."""
    if field == "publisher" and pair.as_of is None:
        found = site.store.facets(**_criteria(site, asked, pair)).publisher
        return tuple(_facets(site, asked, field, found))
    if field not in FIELDS:
        raise UsageError(f"_facet is {field[:40]!r}; the fields are {', '.join((*FIELDS, 'publisher'))}")
    return tuple(_facets(site, asked, field, _count(_matching(site, asked, pair, field), field, pair)))


def _count_kinds(site: Site, asked: Asked, pair: Pair, but: str) -> Counter[Kind]:
    """How many events of each kind fulfil all that is asked, but for one field.

    The outline of a dyad is kept for its curve, and counted there in a fraction of the time that the store takes.
    """
    criteria = _criteria(site, asked, pair, but)
    outline = outline_of(_matching(site, asked, pair, but)) if "publisher" in criteria else outline_of_pair(site, pair)
    since, until = criteria.pop("since", None), criteria.pop("until", None)
    fits = outline.of(lambda kind: is_of(kind, criteria)) & outline.within(since, until)
    numbers = np.bincount(outline.kind[fits], minlength=len(outline.kinds)).tolist()
    return Counter({kind: number for kind, number in zip(outline.kinds, numbers, strict=True) if number})


def _matching(site: Site, asked: Asked, pair: Pair, but: str) -> Sequence[Event]:
    """The events that fulfil all that is asked, but for one field."""
    return list(site.store.events(as_of=pair.as_of, **_criteria(site, asked, pair, but)))


def _count(events: Sequence[Event], field: str, pair: Pair) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    if field in ("status", "standing", "type"):
        counts.update(getattr(event, field) for event in events)
    else:
        for event in events:
            counts.update(_values(event, field, pair))
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _values(event: Event, field: str, pair: Pair) -> Iterable[str]:
    if field == "source":
        return [code for code in pair.codes if code in event.source]
    value: Value = event_record(event, None)[field]
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [str(value)]


def _facets(site: Site, asked: Asked, field: str, counts: Sequence[tuple[str, int]]) -> Iterator[Facet]:
    chooses = field in CHOICES
    on = asked.one(field) if chooses else None
    on = site.names.resolve(on) if on and field == "source" else on
    for value, count in counts[:MOST_CHOICES]:
        url = asked.url(None, **{field: None if value == on else value, "_next": None}) if chooses else ""
        yield Facet(value=value, label=_label(site, asked, field, value), count=count, url=url, is_on=value == on)


def _label(site: Site, asked: Asked, field: str, value: str) -> str:
    return site.names.name(value, asked.words.language) if field == "source" else asked.words.value(field, value)
