"""What changed between two actors, what is expected, and what may come."""

import datetime as dt
from collections.abc import Sequence

import msgspec.structs
import numpy as np

from pasut.measure.arrays import ints
from pasut.measure.changes import Change
from pasut.measure.expected import Expectation, Plan, find_candidates, judge_plans, list_plans
from pasut.records import Event
from pasut.relation import relation_forecast
from pasut.show.changes import changes_view, surprises_view
from pasut.show.expected import expected_view
from pasut.show.forecast import calibration_view, forecast_view, skill_line
from pasut.show.table import View
from pasut.show.web.asked import Asked
from pasut.show.web.page import Page, Section
from pasut.show.web.pages.dyad.pair import (
    Pair,
    crumbs,
    events_at,
    events_of_ids,
    kept,
    outline_of_pair,
    pair_of,
    relation_of,
)
from pasut.show.web.pages.dyad.part import paged
from pasut.show.web.pages.dyad.said import QUICK
from pasut.show.web.site import Site

MOST_FORECAST = 60_000
"""Events of a store up to which forecasts are made for a page: they are learnt from those of all dyads, in a second."""
MOST_SURPRISES = 20


def changes_section(site: Site, asked: Asked, pair: Pair, *, most: int | None = None) -> Section:
    """Breaks in the level, the last first, with the acts that carry each."""
    relation = relation_of(site, pair)
    found = kept(site, pair, "changes", relation.changes)[::-1]

    def view(few: Sequence[Change]) -> View:
        made = changes_view(site.store, few, pair.names, asked.words)
        return msgspec.structs.replace(made, title=asked.terms("dyad.changes"))

    links = ((6, "/events/{id}"), (8, "/events/{id}"))
    return paged("changes", found, view, asked, most=most, url=pair.url("changes"), links=links)


def changes_page(site: Site, asked: Asked) -> Page:
    """The breaks in the level, and the acts that moved the index most."""
    pair = pair_of(site, asked)
    relation = relation_of(site, pair)
    found = kept(site, pair, "surprises", relation.surprises)[:MOST_SURPRISES]
    view = surprises_view(site.store, found, pair.names, asked.words)
    view = msgspec.structs.replace(view, title=asked.terms("dyad.surprises"))
    links = ((6, "/events/{id}"), (8, "/events/{id}"))
    surprises = Section(name="surprises", view=view, links=links, note=asked.terms("dyad.surprises_note"))
    section = changes_section(site, asked, pair)
    return Page(title=f"{pair.title}: {section.view.title}", sections=(section, surprises), crumbs=crumbs(pair, asked))


def expected_section(site: Site, asked: Asked, pair: Pair, *, most: int | None = None) -> Section:
    """What is or was expected, the last first, and what became of it."""

    def view(few: Sequence[str]) -> View:
        made = expected_view(site.store, _judged(site, pair, few), pair.names, asked.words)
        empty = made.empty if is_quick else asked.terms("dyad.expected_elsewhere")
        return msgspec.structs.replace(made, title=asked.terms("dyad.expected"), empty=empty)

    links = ((2, "/events/{id}"), (7, "/events/{id}"))
    is_quick = most is None or len(outline_of_pair(site, pair)) <= QUICK
    if not is_quick:
        return Section(name="expected", view=view(()), url=pair.url("expected"))
    found = kept(site, pair, "expected", lambda: _planned(site, pair))
    return paged("expected", found, view, asked, most=most, url=pair.url("expected"), links=links)


def _planned(site: Site, pair: Pair) -> tuple[str, ...]:
    """The ids of the events that were planned, the last first; what became of them is looked for page by page."""
    outline = outline_of_pair(site, pair)
    may_be = (outline.plans > 0) | outline.of(lambda kind: kind.status == "planned")
    return tuple(
        plan.event.id for plan in _plans(site, pair, events_at(site, pair, ints(np.flatnonzero(may_be))))[::-1]
    )


def _judged(site: Site, pair: Pair, ids: Sequence[str]) -> tuple[Expectation, ...]:
    """What became of the plans of some events, the last first."""
    day = pair.as_of or site.store.last_day()
    if not ids or day is None:
        return ()
    plans = _plans(site, pair, events_of_ids(site, pair, ids))
    candidates = events_at(site, pair, ints(find_candidates(outline_of_pair(site, pair), plans)))
    return judge_plans(plans, candidates, pair.codes, as_of=day)[::-1]


def _plans(site: Site, pair: Pair, events: Sequence[Event]) -> tuple[Plan, ...]:
    day = pair.as_of or site.store.last_day()
    listed = list(events)
    claims = site.store.announced([claim for event in listed for claim in event.claims])
    return list_plans(listed, pair.codes, claims, as_of=day) if day else ()


def expected_page(site: Site, asked: Asked) -> Page:
    """What is expected, and for each type of act how likely it is to come."""
    pair = pair_of(site, asked)
    section = expected_section(site, asked, pair)
    sections = (section, *_forecast_sections(site, asked, pair))
    return Page(title=f"{pair.title}: {section.view.title}", sections=sections, crumbs=crumbs(pair, asked))


def _forecast_sections(site: Site, asked: Asked, pair: Pair) -> tuple[Section, ...]:
    words = asked.words
    day = pair.as_of or site.store.last_day() or dt.date.min
    if site.remember("events", lambda: site.store.count("events")[0][1]) > MOST_FORECAST:
        empty = forecast_view((), pair.codes, pair.names, day, words, whole=False)
        return (Section(name="forecast", view=msgspec.structs.replace(empty, empty=asked.terms("dyad.forecast_far"))),)
    codes = min(pair.codes), max(pair.codes)
    found, tried = site.remember(
        ("forecast", *codes, pair.as_of), lambda: relation_forecast(site.store, *codes, as_of=pair.as_of)
    )
    view = forecast_view(found, pair.codes, pair.names, day, words, whole=asked.form != "html")
    note = " ".join(skill_line(each, words) for each in tried)
    calibration = Section(name="calibration", view=calibration_view(tried, words), is_open=False)
    return Section(name="forecast", view=view, note=note), calibration
