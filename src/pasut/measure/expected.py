"""What is or was expected to happen: planned acts, who announced them, and whether they came about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from pasut.measure.evidence import COUNTED, is_later, known_on
from pasut.records import Claim, Event, Record, When

Outcome = Literal["came_about", "cancelled", "open", "not_seen"]
SLACK = dt.timedelta(days=7)
"""How far from the day it was announced for an act may be and still be the one announced."""


class Announced(Record, frozen=True):
    """A claim with the date of its article: who told of a plan, and when."""

    claim: Claim
    published: When | None


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
    known = sorted(
        (event for event in events if _is_of(event, dyad) and not _is_unknown(event, as_of)), key=lambda each: each.id
    )
    done: dict[str, list[Event]] = defaultdict(list)
    for event in known:
        if event.status in COUNTED and event.status != "denied" and not is_later(event, as_of):
            done[event.type].append(event)
    found = [
        expectation for event in known if (expectation := _expectation(event, done, known, claims, as_of)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (_first(each.when) or dt.date.max, each.event.id)))


def _is_of(event: Event, dyad: tuple[str, str]) -> bool:
    one, other = dyad
    return (one in event.source and other in event.target) or (other in event.source and one in event.target)


def _is_unknown(event: Event, as_of: dt.date) -> bool:
    return bool(event.reported and event.reported.first and event.reported.first > as_of)


def _expectation(
    event: Event,
    done: Mapping[str, list[Event]],
    known: list[Event],
    claims: Mapping[str, Announced],
    as_of: dt.date,
) -> Expectation | None:
    plans = [each for name in event.claims if (each := claims.get(name)) and _is_plan(each, as_of)]
    if event.status != "planned" and not plans:
        return None
    plans.sort(key=lambda each: (_first(each.published) or dt.date.max, each.claim.id))
    by = dict.fromkeys(who for each in plans for who in each.claim.speaker) or dict.fromkeys(event.affirmed_by)
    when = next((each.claim.when for each in plans if each.claim.when), event.when)
    since = (_first(plans[0].published) if plans else None) or _first(event.reported)
    if event.status in COUNTED and not is_later(event, as_of):
        if _first(event.when) and since and _first(event.when) <= since:  # type: ignore[operator]
            return None  # told as to come and as done of the same day: nothing was foreseen
        seen: Event | None = event
    else:
        seen = next((each for each in done[event.type] if _fits(each, event, when, since)), None) if when else None
    return Expectation(
        event=event,
        when=when,
        by=tuple(by),
        since=since,
        seen_as=seen,
        outcome=_outcome(event, seen, when, known, as_of),
    )


def _is_plan(announced: Announced, as_of: dt.date) -> bool:
    told = _first(announced.published)
    return announced.claim.status == "planned" and (told is None or told <= as_of)


def _outcome(event: Event, seen: Event | None, when: When | None, known: list[Event], as_of: dt.date) -> Outcome:
    if seen is not None:
        return "came_about"
    if any(each.status == "not_happened" and _fits(each, event, when, None) for each in known):
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
    first, last = other.first or dt.date.min + SLACK, other.last or dt.date.max - SLACK
    return (one.first or dt.date.min) <= last + SLACK and (one.last or dt.date.max) >= first - SLACK


def _first(when: When | None) -> dt.date | None:
    return when.first if when else None
