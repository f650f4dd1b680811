"""Events to evidence: which acts of two actors count, on which days, with what score and weight.

Comes after merging: an event told by ten articles is one row. What does not count is named with its reason.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import numpy as np

from pasut.measure.arrays import Flags, Floats, Ints, flags, floats, ints
from pasut.measure.parameters import Parameters
from pasut.records import ActorCode, Event, Record, Status, When
from pasut.world.scale import Scale

Reason = Literal["planned", "possible", "not_happened", "undated", "too_wide", "later", "group", "between_others"]
COUNTED: frozenset[Status] = frozenset(("happened", "alleged", "denied"))
DOUBTED = frozenset(("disputed", "denied", "withdrawn"))
"""Standings that a disputed act has; told as a fact by one article and denied in another it is disputed too."""


class Acts(Record, frozen=True):
    """Acts of one dyad as columns, a place for each."""

    first: Ints
    """Proleptic ordinal (`datetime.date.toordinal`) of the first day on which it may have been; these rise."""
    last: Ints
    """The last of these days."""
    score: Floats
    """Points of the scale."""
    weight: Floats
    """How far the act counts on each of its days: as done and rightly coded, shared out evenly over all of them."""
    forward: Flags
    """`a` does it to `b` (also where both do)."""
    backward: Flags
    """`b` does it to `a` (also where both do)."""
    material: Flags
    undisputed: Flags


class Evidence(Record, frozen=True, dict=True, gc=True):
    """Acts of one dyad, and as columns a row for each act and day on which it may have been, by day.

    The rows are many where acts are dated to a year, and made only when something asks for them.
    """

    a: ActorCode
    b: ActorCode
    events: tuple[Event, ...]
    """The acts that count, by first day, then id."""
    acts: Acts
    """The same acts."""
    left_out: tuple[tuple[Reason, int], ...] = ()
    """Why acts of the dyad do not count, and how many."""

    @property
    def number(self) -> Ints:
        """Which of `events` a row is of."""
        return self._spread[0]

    @property
    def day(self) -> Ints:
        """Proleptic ordinal of the day of a row."""
        return self._spread[1]

    @cached_property
    def score(self) -> Floats:
        """Points of the scale, of each row."""
        return floats(self.acts.score[self.number])

    @cached_property
    def weight(self) -> Floats:
        """The part of the act's weight that falls on the day of a row."""
        return floats(self.acts.weight[self.number])

    @cached_property
    def undisputed(self) -> Flags:
        """Whether the act of a row is undisputed."""
        return flags(self.acts.undisputed[self.number])

    @cached_property
    def _spread(self) -> tuple[Ints, Ints]:
        length = self.acts.last - self.acts.first + 1
        number = np.repeat(np.arange(len(length)), length)
        begins = np.cumsum(length) - length
        day = self.acts.first[number] + np.arange(len(number)) - begins[number]
        order = _stable_order(ints(day))
        return ints(number[order]), ints(day[order])


class _Row(Record, frozen=True):
    first: int
    last: int
    forward: bool
    backward: bool
    event: Event


def gather_evidence(
    events: Iterable[Event],
    dyad: tuple[str, str],
    scale: Scale,
    parameters: Parameters,
    *,
    as_of: dt.date | None = None,
) -> Evidence:
    """The evidence that events give of a dyad; with `as_of` only those reported until that day.

    The same events in another order, or given twice, give the same evidence. Actors are matched by their exact code: an
    armed group (`STATE:Group`) is an actor of its own, and not its state.
    """
    a, b = ActorCode(dyad[0]), ActorCode(dyad[1])
    left_out: Counter[Reason] = Counter()
    rows: list[_Row] = []
    for event in {event.id: event for event in events}.values():
        forward = a in event.source and b in event.target
        backward = b in event.source and a in event.target
        reason = _objection(event, as_of) if forward or backward else _stranger(event, a, b)
        days = None if reason else _days(event.when, event.reported, as_of)
        if reason or days is None:
            left_out[reason or "undated"] += 1
        elif days[1] - days[0] >= parameters.longest:
            left_out["too_wide"] += 1
        else:
            rows.append(_Row(first=days[0], last=days[1], forward=forward, backward=backward, event=event))
    del left_out["between_others"]
    ordered = sorted(rows, key=lambda row: (row.first, row.event.id))
    return _columns(ordered, (a, b), scale, parameters, tuple(sorted(left_out.items())))


def is_undisputed(event: Event) -> bool:
    """Whether an act is told as fact, or admitted, and nobody is known to deny it."""
    if event.standing == "admitted":
        return True
    return event.status == "happened" and event.standing not in DOUBTED and not event.denied_by


def is_later(event: Event, day: dt.date) -> bool:
    """Whether an act became known, or was done, after a day only."""
    known = known_on(event)
    return known is not None and known > day


def known_on(event: Event) -> dt.date | None:
    """The day on which an act was first known as done: its first report, or itself where it was announced before."""
    days = (event.reported.first if event.reported else None, event.when.first if event.when else None)
    return max((day for day in days if day is not None), default=None)


def weigh(event: Event, parameters: Parameters) -> float:
    """How far an act counts, in (0, 1]: as rightly coded, and where it is contested by its standing."""
    return _weigh(event, is_undisputed(event), parameters)


def _weigh(event: Event, undisputed: bool, parameters: Parameters) -> float:
    return parameters.coded_right * (1.0 if undisputed else parameters.credibility.of(event.standing))


def _stranger(event: Event, a: ActorCode, b: ActorCode) -> Reason:
    return "group" if _groups_act(event, a, b) or _groups_act(event, b, a) else "between_others"


def _objection(event: Event, as_of: dt.date | None) -> Reason | None:
    if event.status not in COUNTED:
        return event.status  # type: ignore[return-value]  # planned, possible and not_happened are left
    return "later" if as_of and is_later(event, as_of) else None


def _groups_act(event: Event, one: ActorCode, other: ActorCode) -> bool:
    """Whether an act is between the two or armed groups in them."""
    return one in map(_state_of, event.source) and other in map(_state_of, event.target)


def _state_of(code: ActorCode) -> str:
    return code.partition(":")[0]


def _days(when: When | None, reported: When | None, as_of: dt.date | None) -> tuple[int, int] | None:
    """First and last day on which an act may have been; an act that is told as done was done before it was told.

    What is said to go on since a day is taken to have been at any time until it was told.
    """
    if when is None or when.first is None:
        return None
    if when.first == when.last:
        day = when.first.toordinal()
        return day, day
    known = reported.first if reported else None
    if reported and known and known < when.first:  # announced before: it was done by its last report
        known = reported.last
    limits = [day for day in (when.last, known, as_of) if day is not None]
    if not limits:
        return None
    last = max(when.first, min(limits))
    return when.first.toordinal(), last.toordinal()


def _stable_order(day: Ints) -> Ints:
    """Places by day, acts of one day in their order; small numbers are sorted in a tenth of the time."""
    since = day - day.min() if len(day) else day
    return ints(np.argsort(since.astype(np.uint16) if since.max(initial=0) < 2**16 else since, kind="stable"))


def _columns(
    rows: list[_Row],
    dyad: tuple[ActorCode, ActorCode],
    scale: Scale,
    parameters: Parameters,
    left_out: tuple[tuple[Reason, int], ...],
) -> Evidence:
    """The weight of an act whose day is not known is shared out evenly: in all it tells as much as one act."""
    a, b = dyad
    of = [row.event for row in rows]
    length = ints([row.last - row.first + 1 for row in rows])
    undisputed = [is_undisputed(event) for event in of]
    acts = Acts(
        first=ints([row.first for row in rows]),
        last=ints([row.last for row in rows]),
        score=floats([scale.score(event.type, event.mode) for event in of]),
        weight=floats(floats([_weigh(*each, parameters) for each in zip(of, undisputed, strict=True)]) / length),
        forward=flags([row.forward for row in rows]),
        backward=flags([row.backward for row in rows]),
        material=flags([scale.is_material(event.type) for event in of]),
        undisputed=flags(undisputed),
    )
    return Evidence(a=a, b=b, events=tuple(of), acts=acts, left_out=left_out)
