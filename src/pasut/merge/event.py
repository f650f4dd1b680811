"""One group of reports becomes an Event: the best value of each field, voted by independent sources; a stable id."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from pasut.merge.fingerprint import fingerprint
from pasut.merge.report import Report, pair_of, published_by, telling_order
from pasut.merge.same_event import Group
from pasut.merge.standing import standing_of
from pasut.records import ActorCode, Event, EventType, Status, When

T = TypeVar("T", bound=Hashable)

_FIRMNESS: tuple[Status, ...] = ("happened", "planned", "alleged", "possible", "denied", "not_happened")
_PLAINEST = ("visit", "treaty", "meet", "negotiate", "multilateral")
"""Of the modes of one encounter or treaty, the one that says most."""


def make_event(block: str, group: Group) -> Event:
    """The event that a group of reports tells; its id is made final by `give_ids`."""
    reports = sorted(group.reports, key=_telling_order)
    type_, mode = _act(reports)
    source, target = _parties(reports)
    claims = [report.claim for report in reports]
    return Event(
        id=_identity(block, group, reports),
        type=type_,
        mode=mode,
        source=source,
        target=target,
        others=tuple(ActorCode(code) for code in sorted({code for report in reports for code in report.others})),
        persons=_persons(reports),
        status=next(status for status in _FIRMNESS if any(claim.status == status for claim in claims)),
        standing=standing_of([report.telling for report in reports]),
        contexts=tuple(sorted({context for claim in claims for context in claim.contexts})),
        when=_when(group, reports),
        reported=_reported(reports),
        claims=tuple(claim.id for claim in claims),
        articles=tuple(dict.fromkeys(claim.article for claim in claims)),
        sources=len({report.telling.root for report in reports}),
        affirmed_by=_speakers(reports, ("happened", "alleged")),
        denied_by=_speakers(reports, ("denied", "not_happened")),
        object=_most(reports, lambda report: report.claim.object),
        quantity=_most(reports, lambda report: report.claim.quantity),
        place=_most(reports, lambda report: report.claim.place),
    )


def _telling_order(report: Report) -> tuple[object, ...]:
    return telling_order(report.telling)


def _act(reports: list[Report]) -> tuple[EventType, str | None]:
    acts: set[tuple[EventType, str | None]] = {(report.claim.type, report.claim.mode) for report in reports}
    for mode in _PLAINEST:
        for each in sorted(acts, key=str):
            if each[1] == mode:
                return each
    best: EventType | None = _most(reports, lambda report: report.claim.type)
    assert best is not None
    return best, _most(reports, lambda report: report.claim.mode if report.claim.type == best else None)


def _parties(reports: list[Report]) -> tuple[tuple[ActorCode, ...], tuple[ActorCode, ...]]:
    one_way = [report for report in reports if not report.mutual]
    best = _most(one_way or reports, lambda report: (report.source, report.target))
    assert best is not None
    source, target = best
    if not one_way:
        both = tuple(sorted(ActorCode(code) for code in best if code))
        return both, both
    return (ActorCode(source),), ((ActorCode(target),) if target else ())


def _persons(reports: list[Report]) -> tuple[str, ...]:
    """Who acted in person, the most often named first."""
    named: dict[str, set[str]] = {}
    for report in reports:
        for person in report.source_persons | report.target_persons:
            named.setdefault(person, set()).add(report.telling.root)
    return tuple(sorted(named, key=lambda person: (-len(named[person]), person)))


def _speakers(reports: list[Report], statuses: Iterable[Status]) -> tuple[str, ...]:
    return tuple(sorted({who for report in reports if report.claim.status in statuses for who in report.claim.speaker}))


def _most(reports: Iterable[Report], value: Callable[[Report], T | None]) -> T | None:
    """The value that most independent sources give; of equals the one told first, then the least."""
    listed = list(reports)
    if len(listed) == 1:
        return value(listed[0])
    votes: dict[T, set[str]] = {}
    firsts: dict[T, int] = {}
    for report in listed:
        said = value(report)
        if said is not None:
            votes.setdefault(said, set()).add(report.telling.root)
            firsts[said] = min(firsts.get(said, 10**7), report.published or 10**7)
    return min(votes, key=lambda said: (-len(votes[said]), firsts[said], str(said))) if votes else None


def _when(group: Group, reports: list[Report]) -> When | None:
    if group.first is None and group.last is None:
        return None
    same = [r.claim.when for r in reports if r.claim.when and (r.first, r.last) == (group.first, group.last)]
    basis = min((when.basis for when in same), default="the days of several reports")
    return When(first=_date(group.first), last=_date(group.last), basis=basis)


def _reported(reports: list[Report]) -> When | None:
    days = [day for report in reports if (day := published_by(report.telling.published))]
    return When(first=min(days), last=max(days), basis="publication of its articles") if days else None


def _date(day: int | None) -> dt.date | None:
    return None if day is None else dt.date.fromordinal(day)


def _identity(block: str, group: Group, reports: list[Report]) -> str:
    """What makes it this event and no other: who, what kind of act, which way, from when on, in whose person."""
    kind = reports[0].family.name
    modes = "" if kind in ("encounter", "message", "pact") else ",".join(sorted(group.modes))
    ways = ",".join(sorted(group.directions))
    codes = ",".join(sorted({code for report in reports for code in (report.source, report.target) if code}))
    return fingerprint(pair_of(block), kind, modes, ways, codes, str(group.first), str(group.last is None))


def order_of(event: Event) -> tuple[object, ...]:
    """Events by their days, those without a day last."""
    when = event.when
    first = (when.first or when.last) if when else None
    return first is None, first or dt.date.max, event.id
