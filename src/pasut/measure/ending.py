"""Which later event ends a treaty or a sanction.

Comes in: the events that began something, and those that may have ended it, with what their sentences say of that.
Goes out: at most one end for each beginning. Where it is not plain which of several ended, none is said to have.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from pasut.packs.registers import EndWords, Saying
from pasut.records import Event, Record, When

if TYPE_CHECKING:
    from pasut.measure.outline import Kind

Told = tuple[Event, Sequence[Saying]]
"""An event with its claims."""
How = Literal["lifted", "eased", "expired", "resumed", "withdrawn", "suspended", "ended", "replaced"]
MEASURES = ("COERCE.sanction", "COERCE.blockade", "SANCTION.halt", "SANCTION.recall", "SANCTION")
"""Types with modes of what lasts until it is lifted; the bare type stands for a cut that has no mode."""
TREATY = "SUPPORT.treaty"
LIFTINGS = ("RETREAT", "SUPPORT")
"""Types, without a mode, of events that lift a measure: easing of sanctions, ties taken up again."""
BREAKS = ("SANCTION.halt", "SANCTION", TREATY)
"""Types with modes of events that end a treaty: one that is broken off, and one in its place."""
DOUBTED = ("disputed", "denied", "withdrawn", "unanswered")
_PARTLY = ("eased", "suspended")


class Ending(Record, frozen=True):
    """The event that ends something."""

    event: str
    when: When
    how: How

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left of it: what is eased or suspended goes on."""
        return self.how not in _PARTLY


Read = Callable[[Saying], EndWords]
_Read = tuple[Event, EndWords]


def may_begin(event: Event) -> bool:
    """Whether an event begins something that lasts, on a known day, and is told as a fact."""
    return is_beginning(event) and _is_dated(event)


def may_end(event: Event) -> bool:
    """Whether an event may end something, before its sentences are read."""
    return is_closing(event) and _is_dated(event)


def is_beginning(event: "Event | Kind") -> bool:
    """Whether an event begins something that lasts, and is told as a fact; it must also have a known day."""
    return key_of(event) in (*MEASURES, TREATY) and _is_firm(event)


def is_closing(event: "Event | Kind") -> bool:
    """Whether an event may end something, where it has a known day and its sentences say so."""
    return (key_of(event) in LIFTINGS or key_of(event) in BREAKS) and _is_firm(event)


def key_of(event: "Event | Kind") -> str:
    """`COERCE.sanction`, or the bare type of an event without a mode."""
    return f"{event.type}.{event.mode}" if event.mode else event.type


def sides_of(event: Event) -> frozenset[str]:
    """The actors of an event, whoever acts: what ends something is between the same."""
    return frozenset((*event.source, *event.target))


def find_endings(begun: Iterable[Told], closing: Iterable[Told], read: Read) -> dict[str, Ending]:
    """The end of each event that has one, by the id of the event that it ends.

    Both sides and the kind of thing must be the same, and what is named of topics and years must be told of it too. Of
    several that are left one alone must be named by its year or topic, or all must be meant.
    """
    open_: dict[frozenset[str], list[_Read]] = {}
    for event, claims in begun:
        if may_begin(event):
            open_.setdefault(sides_of(event), []).append((event, _said(claims, read)))
    found: dict[str, Ending] = {}
    for event, said in sorted(
        ((event, _said(claims, read)) for event, claims in closing if may_end(event)),
        key=lambda each: (_day(each[0]), each[0].id),
    ):
        how = _how(event, said)
        if how is None or event.when is None:
            continue
        between = open_.get(sides_of(event), [])
        fitting = [old for old in between if _fits(old, (event, said)) and _is_open(found.get(old[0].id))]
        for each, _ in _chosen(fitting, event, said):
            found[each.id] = Ending(event=event.id, when=event.when, how=how)
    return found


_TREATY_HOWS: tuple[How, ...] = ("withdrawn", "suspended", "ended", "lifted", "expired")
_MEASURE_HOWS: tuple[How, ...] = ("eased", "suspended", "expired", "resumed", "lifted", "ended", "withdrawn")


def _how(event: Event, said: EndWords) -> How | None:
    """How it ends what it ends: the words of the act, in the sense of what it is done to."""
    key = key_of(event)
    if key == TREATY:
        return "replaced" if "replaced" in said.hows else None
    if key in LIFTINGS:
        if key != "RETREAT":
            return "resumed" if "resumed" in said.hows else None
        how = next((each for each in _MEASURE_HOWS if each in said.hows), None)
        return "lifted" if how in ("ended", "withdrawn") else how
    if "treaty" not in said.things:
        return None
    how = next((each for each in _TREATY_HOWS if each in said.hows), None)
    return "ended" if how == "lifted" else how


def _fits(old: _Read, new: _Read) -> bool:
    (begun, before), (closing, after) = old, new
    if begun.id == closing.id or _day(begun) >= _day(closing):
        return False
    if not before.things & after.things or not _agree(before.topics, after.topics):
        return False
    if key_of(begun) == TREATY:
        return key_of(closing) in BREAKS and len(sides_of(closing)) > 1
    return key_of(closing) in LIFTINGS and _same_way(begun, closing)


def _same_way(begun: Event, closing: Event) -> bool:
    if closing.is_mutual:
        return True
    return (set(begun.source), set(begun.target)) == (set(closing.source), set(closing.target))


def _agree(before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether what ends is what began: an end that names a topic ends nothing of another, or of none."""
    return not after or bool(before & after)


def _chosen(fitting: list[_Read], closing: Event, said: EndWords) -> list[_Read]:
    years = {year for year in said.years if not _is_in(closing, year)}
    named = [each for each in fitting if any(_is_in(each[0], year) for year in years)]
    if named or years:
        fitting = named
    if len(fitting) > 1:
        fitting = [each for each in fitting if each[1].topics & said.topics] or fitting
    return fitting if len(fitting) == 1 or said.is_all else []


def _is_in(event: Event, year: int) -> bool:
    when = event.when
    return when is not None and any(day is not None and day.year == year for day in (when.first, when.last))


def _said(claims: Sequence[Saying], read: Read) -> EndWords:
    every = [read(claim) for claim in claims]
    return EndWords(
        hows=frozenset().union(*(each.hows for each in every)),
        things=frozenset().union(*(each.things for each in every)),
        topics=frozenset().union(*(each.topics for each in every)),
        years=frozenset().union(*(each.years for each in every)),
        is_all=any(each.is_all for each in every),
    )


def _is_open(ending: Ending | None) -> bool:
    return ending is None or not ending.is_whole


def _is_firm(event: "Event | Kind") -> bool:
    return event.status == "happened" and event.standing not in DOUBTED


def _is_dated(event: Event) -> bool:
    return bool(event.when and event.when.first)


def _day(event: Event) -> dt.date:
    assert event.when is not None and event.when.first is not None
    return event.when.first
