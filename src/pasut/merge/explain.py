"""Why the claims of an event are one, and why the nearest other event is another."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from pasut.merge.block import group_events
from pasut.merge.linking import corrections_of
from pasut.merge.reason import Reason, ReasonKey
from pasut.merge.report import Report, Telling
from pasut.merge.same_event import Group, compare
from pasut.records import Event, Override, Record


class Link(Record, frozen=True):
    """A claim and what ties it to the other claims of its event."""

    claim: str
    reasons: tuple[Reason, ...]
    """Empty for the claim that founded the event."""
    score: float | None = None


class Explanation(Record, frozen=True):
    """An event, what ties its claims, and what parts it from the nearest other."""

    event: Event
    links: tuple[Link, ...]
    nearest: Event | None = None
    against: tuple[Reason, ...] = ()
    corrections: tuple[Override, ...] = ()
    """What persons have said of its claims, in the order of the log."""


def explain_event(
    block: str, tellings: Iterable[Telling], event_id: str, log: Sequence[Override] = ()
) -> Explanation | None:
    """Explain one event of a block from the claims of the block; None where no event of it has this id."""
    grouped = group_events(block, tellings)
    for group, event in grouped:
        if event.id == event_id:
            nearest, against = _nearest(group, [each for each in grouped if each[1].id != event_id])
            corrections = corrections_of([report.claim for report in group.reports], log)
            return Explanation(
                event=event, links=_links(group), nearest=nearest, against=against, corrections=corrections
            )
    return None


def _links(group: Group) -> tuple[Link, ...]:
    """Each report against those that came before it, as merging took them."""
    so_far = Group(group.reports[0])
    links = [Link(claim=group.reports[0].claim.id, reasons=())]
    for report in group.reports[1:]:
        found = compare(report, so_far)
        first = tuple(Reason(what=what, weight=0.0, key=key) for what, key in _beforehand(report, so_far))
        if not first and not found.is_same and any(each.telling.joins for each in group.reports):
            first = (Reason(what="person", weight=0.0, key="joined_along"),)
        links.append(Link(claim=report.claim.id, reasons=(*first, *found.reasons), score=round(found.score, 2)))
        so_far.add(report)
    return tuple(links)


def _beforehand(report: Report, group: Group) -> Iterator[tuple[str, ReasonKey]]:
    """What ties a report to a group whatever the comparison says: a person, or the article itself."""
    if any(_names(report, each, "joins") for each in group.reports):
        yield "person", "joined"
    if report.claim.refers_to in {each.claim.id for each in group.reports}:
        yield "answer", "answer"


def _names(one: Report, other: Report, field: Literal["joins", "splits"]) -> bool:
    """Whether a correction of either names the other."""
    return other.claim.id in getattr(one.telling, field) or one.claim.id in getattr(other.telling, field)


def _nearest(group: Group, others: Sequence[tuple[Group, Event]]) -> tuple[Event | None, tuple[Reason, ...]]:
    """The event most like it, and what speaks against the two being one."""
    report = group.reports[0]
    if not others:
        return None, ()
    other, event = min(others, key=lambda each: (*_distance(report, each[0]), each[1].id))
    return event, _against(group, other)


def _distance(report: Report, group: Group) -> tuple[bool, float, int]:
    found = compare(report, group)
    days = [abs((report.first or 0) - (day or 0)) for day in (group.first, group.last)]
    return found.veto, -found.score, min(days)


def _against(group: Group, other: Group) -> tuple[Reason, ...]:
    if any(_names(one, each, "splits") for one in group.reports for each in other.reports):
        return (Reason(what="person", weight=0.0, key="split"),)
    worse = tuple(reason for reason in compare(group.reports[0], other).reasons if reason.weight < 0)
    return worse or (Reason(what="days", weight=0.0, key="none"),)
