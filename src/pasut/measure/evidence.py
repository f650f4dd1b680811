"""Events to evidence: which acts of two actors count, on which days, with what score and weight.

Comes after merging: an event told by ten articles is one row. What does not count is named with its reason.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Literal

import msgspec.structs
import numpy as np

from pasut.measure.arrays import Flags, Floats, Ints, flags, floats, ints
from pasut.measure.outline import UNKNOWN, Kind, Outline, Read, Unread, outline_of
from pasut.measure.parameters import Parameters
from pasut.records import ActorCode, Event, Record, Standing, Status
from pasut.world.scale import Scale

Reason = Literal["planned", "possible", "not_happened", "undated", "too_wide", "later", "group", "between_others"]
COUNTED: frozenset[Status] = frozenset(("happened", "alleged", "denied"))
DOUBTED = frozenset(("disputed", "denied", "withdrawn"))
"""Standings that a disputed act has; told as a fact by one article and denied in another it is disputed too."""
_NAMED: tuple[Reason, ...] = ("planned", "possible", "not_happened", "undated", "too_wide", "later", "group")
"""Reasons that are told with their numbers."""
_REASONS: tuple[Reason | None, ...] = (None, *_NAMED, "between_others")
_NEVER = 10_000_000
"""A day after all days."""


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
    ids: Sequence[str]
    """Of the acts that count, by first day, then id."""
    events: Sequence[Event]
    """The same acts; they may be read from the store only when somebody looks at them."""
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
    listed = {event.id: event for event in events}
    outline = outline_of(listed.values())
    found = outlined_evidence(outline, lambda ids: [listed[name] for name in ids], dyad, scale, parameters, as_of=as_of)
    return msgspec.structs.replace(found, events=tuple(found.events))


def outlined_evidence(
    outline: Outline,
    read: Read,
    dyad: tuple[str, str],
    scale: Scale,
    parameters: Parameters,
    *,
    as_of: dt.date | None = None,
) -> Evidence:
    """The same from the outline of the events, which are read by id when somebody looks at them."""
    a, b = ActorCode(dyad[0]), ActorCode(dyad[1])
    views = [_view(kind, a, b) for kind in outline.kinds]
    reason = np.array([_REASONS.index(view.reason) for view in views], np.int8)[outline.kind]

    def object_to(those: Flags, name: Reason) -> None:
        reason[(reason == 0) & those] = _REASONS.index(name)

    if as_of:
        object_to(flags(np.maximum(outline.first, outline.told_first) > as_of.toordinal()), "later")
    first, last = outline.first, _last_days(outline, as_of)
    object_to(flags((first == UNKNOWN) | (last == UNKNOWN)), "undated")
    object_to(flags(last - first >= parameters.longest), "too_wide")
    counts = np.bincount(reason, minlength=len(_REASONS)).tolist()
    left_out = sorted((name, n) for name, n in zip(_REASONS, counts, strict=True) if n and name in _NAMED)
    places = ints(np.flatnonzero(reason == 0))
    ids = outline.ids_at(places)
    acts = _acts(outline, places, ints(last), views, scale, parameters)
    return Evidence(a=a, b=b, ids=ids, events=Unread(ids, read), acts=acts, left_out=tuple(left_out))


class _View(Record, frozen=True):
    """A kind of event as a dyad sees it."""

    kind: Kind
    forward: bool
    backward: bool
    reason: Reason | None
    """Why such events do not count, whatever their days are."""


def _view(kind: Kind, a: ActorCode, b: ActorCode) -> _View:
    forward = a in kind.source and b in kind.target
    backward = b in kind.source and a in kind.target
    reason: Reason | None = None if kind.status in COUNTED else kind.status  # type: ignore[assignment]  # the others
    if not (forward or backward):
        reason = "group" if _groups_act(kind, a, b) or _groups_act(kind, b, a) else "between_others"
    return _View(kind=kind, forward=forward, backward=backward, reason=reason)


def is_undisputed(event: Event) -> bool:
    """Whether an act is told as fact, or admitted, and nobody is known to deny it."""
    return _is_sure(event.status, event.standing, is_denied=bool(event.denied_by))


def _is_sure(status: Status, standing: Standing, *, is_denied: bool) -> bool:
    return standing == "admitted" or (status == "happened" and standing not in DOUBTED and not is_denied)


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
    return _weigh(event.standing, is_undisputed(event), parameters)


def _weigh(standing: Standing, undisputed: bool, parameters: Parameters) -> float:
    return parameters.coded_right * (1.0 if undisputed else parameters.credibility.of(standing))


def _groups_act(kind: Kind, one: ActorCode, other: ActorCode) -> bool:
    """Whether an act is between the two or armed groups in them."""
    return one in map(_state_of, kind.source) and other in map(_state_of, kind.target)


def _state_of(code: ActorCode) -> str:
    return code.partition(":")[0]


def _last_days(outline: Outline, as_of: dt.date | None) -> Ints:
    """The last day on which each event may have been; an act that is told as done was done before it was told.

    What is said to go on since a day is taken to have been at any time until it was told. UNKNOWN where nothing limits
    it.
    """
    first, last = outline.first, outline.last
    announced = (outline.told_first != UNKNOWN) & (outline.told_first < first)  # it was done by its last report
    known = np.where(announced, outline.told_last, outline.told_first)
    limit = np.minimum(*(np.where(each == UNKNOWN, _NEVER, each) for each in (last, known)))
    limit = np.minimum(limit, as_of.toordinal() if as_of else _NEVER)
    found = np.where(limit == _NEVER, UNKNOWN, np.maximum(first, limit))
    return ints(np.where(first == last, first, found))


def _stable_order(day: Ints) -> Ints:
    """Places by day, acts of one day in their order; small numbers are sorted in a tenth of the time."""
    since = day - day.min() if len(day) else day
    return ints(np.argsort(since.astype(np.uint16) if since.max(initial=0) < 2**16 else since, kind="stable"))


def _acts(
    outline: Outline, places: Ints, last: Ints, views: Sequence[_View], scale: Scale, parameters: Parameters
) -> Acts:
    """The weight of an act whose day is not known is shared out evenly: in all it tells as much as one act."""
    kind = outline.kind[places]

    def each(tell: Callable[[_View], float | bool]) -> Floats:
        return floats(floats([tell(view) for view in views])[kind])

    def is_sure(view: _View) -> bool:
        return _is_sure(view.kind.status, view.kind.standing, is_denied=view.kind.is_denied)

    whole = each(lambda view: _weigh(view.kind.standing, is_sure(view), parameters))
    first, last = ints(outline.first[places]), ints(last[places])
    return Acts(
        first=first,
        last=last,
        score=each(lambda view: scale.score(view.kind.type, view.kind.mode)),
        weight=floats(whole / (last - first + 1)),
        forward=flags(each(lambda view: view.forward)),
        backward=flags(each(lambda view: view.backward)),
        material=flags(each(lambda view: scale.is_material(view.kind.type))),
        undisputed=flags(each(is_sure)),
    )
