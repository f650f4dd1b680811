"""What is or was expected to happen: planned acts, who announced them, and whether they came about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from pasut.measure.announced import Announced
from pasut.measure.evidence import COUNTED, is_later, known_on
from pasut.records import Event, Record, When

if TYPE_CHECKING:
    from pasut.measure.arrays import Ints
    from pasut.measure.outline import Outline

Outcome = Literal["came_about", "cancelled", "open", "not_seen"]
SLACK = dt.timedelta(days=7)
"""How far from the day it was announced for an act may be and still be the one announced."""


class Plan(Record, frozen=True):
    """One act that was expected, before anybody asks what became of it."""

    event: Event
    when: When | None
    """When it was to be, as first announced."""
    by: tuple[str, ...]
    """Who expects it; empty where the articles tell it themselves."""
    since: dt.date | None
    """Day of the first report that expects it."""


class Expectation(Record, frozen=True):
    """One expected act."""

    event: Event
    when: When | None
    """When it was to be, as first announced."""
    by: tuple[str, ...]
    """Who expects it; empty where the articles tell it themselves."""
    since: dt.date | None
    """Day of the first report that expects it."""
    outcome: Outcome
    """Came about; cancelled, where it is told not to have happened; open, while its time has not passed; else not seen,
    which is silence of the articles at hand and not proof."""
    seen_as: Event | None = None
    """The act that it came to."""


def list_expected(
    events: Iterable[Event], dyad: tuple[str, str], claims: Mapping[str, Announced], *, as_of: dt.date
) -> tuple[Expectation, ...]:
    """Expected acts of a dyad, by the day for which they are expected, as known on a day.

    `claims` are those of the events, by id: an act that came about may have been expected in earlier ones.
    """
    known = list(events)
    plans = list_plans(known, dyad, claims, as_of=as_of)
    return judge_plans(plans, known, dyad, as_of=as_of)


def list_plans(
    events: Iterable[Event], dyad: tuple[str, str], claims: Mapping[str, Announced], *, as_of: dt.date
) -> tuple[Plan, ...]:
    """The plans among the events, in the same order."""
    known = (event for event in events if _is_of(event, dyad) and not _is_unknown(event, as_of))
    found = [plan for event in known if (plan := _plan(event, claims, as_of)) is not None]
    return tuple(sorted(found, key=lambda each: (_first(each.when) or dt.date.max, each.event.id)))


def judge_plans(
    plans: Iterable[Plan], events: Iterable[Event], dyad: tuple[str, str], *, as_of: dt.date
) -> tuple[Expectation, ...]:
    """What became of some plans, by all events of the dyad, or by those that `find_candidates` finds."""
    done: dict[str, list[Event]] = defaultdict(list)
    undone: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda each: each.id):
        if _is_unknown(event, as_of) or not _is_of(event, dyad):
            continue
        if event.status == "not_happened":
            undone[event.type].append(event)
        elif _is_done(event, as_of):
            done[event.type].append(event)
    return tuple(_judged(plan, done[plan.event.type], undone[plan.event.type], as_of) for plan in plans)


def find_candidates(outline: "Outline", plans: Iterable[Plan]) -> "Ints":
    """The places of all events that may have to do with some plans: acts of the same type about the same time."""
    import numpy as np

    found = np.zeros(len(outline), np.bool_)
    for plan in plans:
        if plan.when is not None:
            since, until = _around(plan.when)
            found |= outline.of(lambda kind, plan=plan: kind.type == plan.event.type) & outline.within(since, until)  # type: ignore[misc]
    return np.flatnonzero(found)


def _is_of(event: Event, dyad: tuple[str, str]) -> bool:
    one, other = dyad
    return (one in event.source and other in event.target) or (other in event.source and one in event.target)


def _is_unknown(event: Event, as_of: dt.date) -> bool:
    return bool(event.reported and event.reported.first and event.reported.first > as_of)


def _is_done(event: Event, as_of: dt.date) -> bool:
    return event.status in COUNTED and event.status != "denied" and not is_later(event, as_of)


def _plan(event: Event, claims: Mapping[str, Announced], as_of: dt.date) -> Plan | None:
    told = [(each, name) for name in event.claims if (each := claims.get(name)) and _is_told(each, as_of)]
    if event.status != "planned" and not told:
        return None
    told.sort(key=lambda each: (_first(each[0].published) or dt.date.max, each[1]))
    plans = [each for each, _ in told]
    by = dict.fromkeys(who for each in plans for who in each.speaker) or dict.fromkeys(event.affirmed_by)
    when = next((each.when for each in plans if each.when), event.when)
    since = (_first(plans[0].published) if plans else None) or _first(event.reported)
    if event.status in COUNTED and not is_later(event, as_of):
        day = _first(event.when)
        if day and since and day <= since:
            return None  # told as to come and as done of the same day: nothing was foreseen
    return Plan(event=event, when=when, by=tuple(by), since=since)


def _judged(plan: Plan, done: Iterable[Event], undone: Iterable[Event], as_of: dt.date) -> Expectation:
    event, when = plan.event, plan.when
    if event.status in COUNTED and not is_later(event, as_of):
        seen: Event | None = event
    else:
        seen = next((each for each in done if _fits(each, event, when, plan.since)), None) if when else None
    outcome = _outcome(event, seen, when, undone, as_of)
    return Expectation(event=event, when=when, by=plan.by, since=plan.since, seen_as=seen, outcome=outcome)


def _is_told(announced: Announced, as_of: dt.date) -> bool:
    told = _first(announced.published)
    return told is None or told <= as_of


def _outcome(event: Event, seen: Event | None, when: When | None, undone: Iterable[Event], as_of: dt.date) -> Outcome:
    if seen is not None:
        return "came_about"
    if any(_fits(each, event, when, None) for each in undone):
        return "cancelled"
    end = when.last if when else None
    return "not_seen" if end is not None and end + SLACK < as_of else "open"


def _fits(act: Event, plan: Event, when: When | None, since: dt.date | None) -> bool:
    """Whether an act may be what was planned: same kind and parties, about the time, and known after the plan."""
    if act.id == plan.id or act.type != plan.type or (act.mode and plan.mode and act.mode != plan.mode):
        return False
    if {*act.source, *act.target} != {*plan.source, *plan.target} or (not act.is_mutual and act.source != plan.source):
        return False
    known = known_on(act)
    if since and known and known < since:
        return False
    return when is not None and act.when is not None and _meets(act.when, when)


def _meets(one: When, other: When) -> bool:
    first, last = _around(other)
    return (one.first or dt.date.min) <= last and (one.last or dt.date.max) >= first


def _around(when: When) -> tuple[dt.date, dt.date]:
    """The days between which an act may be what was to be then."""
    return (when.first or dt.date.min + SLACK) - SLACK, (when.last or dt.date.max - SLACK) + SLACK


def _first(when: When | None) -> dt.date | None:
    return when.first if when else None
