"""Why the claims of an event are one, and why the nearest other event is another."""

from collections.abc import Iterable, Sequence

from pasut.merge.block import group_events
from pasut.merge.report import Report, Telling
from pasut.merge.same_event import Comparison, Group, Reason, compare
from pasut.records import Event, Record


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


def explain_event(block: str, tellings: Iterable[Telling], event_id: str) -> Explanation | None:
    """Explain one event of a block from the claims of the block; None where no event of it has this id."""
    grouped = group_events(block, tellings)
    for group, event in grouped:
        if event.id == event_id:
            nearest, against = _nearest(group, [each for each in grouped if each[1].id != event_id])
            return Explanation(event=event, links=_links(group), nearest=nearest, against=against)
    return None


def _links(group: Group) -> tuple[Link, ...]:
    """Each report against those that came before it, as merging took them."""
    so_far = Group(group.reports[0])
    links = [Link(claim=group.reports[0].claim.id, reasons=())]
    for report in group.reports[1:]:
        found = compare(report, so_far)
        reasons = found.reasons
        if report.claim.refers_to in {each.claim.id for each in so_far.reports}:
            text = "answers a claim of this event, as the article itself links them"
            reasons = (Reason(what="answer", weight=found.score, text=text), *reasons)
        links.append(Link(claim=report.claim.id, reasons=reasons, score=round(found.score, 2)))
        so_far.add(report)
    return tuple(links)


def _nearest(group: Group, others: Sequence[tuple[Group, Event]]) -> tuple[Event | None, tuple[Reason, ...]]:
    """The event most like it, and what speaks against the two being one."""
    report = group.reports[0]
    if not others:
        return None, ()
    other, event = min(others, key=lambda each: (*_distance(report, each[0]), each[1].id))
    return event, _against(report, other)


def _distance(report: Report, group: Group) -> tuple[bool, float, int]:
    found = compare(report, group)
    days = [abs((report.first or 0) - (day or 0)) for day in (group.first, group.last)]
    return found.veto, -found.score, min(days)


def _against(report: Report, group: Group) -> tuple[Reason, ...]:
    found: Comparison = compare(report, group)
    worse = tuple(reason for reason in found.reasons if reason.weight < 0)
    if worse:
        return worse
    text = "nothing but a day of its own, or another that fits as well: what fits two events joins neither"
    return (Reason(what="days", weight=0.0, text=text),)
