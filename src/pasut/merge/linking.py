"""Events that a person has joined or split, whatever merging made of their claims."""

from collections.abc import Iterable, Sequence

import msgspec

from pasut.merge.overriding import active_overrides, find_anchored
from pasut.merge.report import Report, Telling
from pasut.merge.same_event import Group
from pasut.records import Claim, Override


def with_links(tellings: Sequence[Telling], log: Sequence[Override]) -> list[Telling]:
    """The tellings of a block; those of joined and split claims with the ids of the claims at the other end."""
    claims = [telling.claim for telling in tellings]
    joins: dict[str, list[str]] = {}
    splits: dict[str, list[str]] = {}
    for entry in active_overrides(log):
        if entry.action not in ("join", "split") or entry.anchor is None or entry.other is None:
            continue
        one, other = find_anchored(claims, entry.anchor), find_anchored(claims, entry.other)
        if one and other:
            (joins if entry.action == "join" else splits).setdefault(one.id, []).append(other.id)
    if not joins and not splits:
        return list(tellings)
    return [
        msgspec.structs.replace(
            telling, joins=tuple(joins.get(telling.claim.id, ())), splits=tuple(splits.get(telling.claim.id, ()))
        )
        for telling in tellings
    ]


def link_groups(groups: Iterable[Group]) -> list[Group]:
    """The groups of a block, first split and then joined as persons have said."""
    listed = [group for each in groups for group in _split(each)]
    for one in sorted({(r.claim.id, other) for group in listed for r in group.reports for other in r.telling.joins}):
        first, second = _holder(listed, one[0]), _holder(listed, one[1])
        if first is not None and second is not None and first is not second:
            for report in second.reports:
                first.add(report)
            listed = [group for group in listed if group is not second]
    return listed


def corrections_of(claims: Sequence[Claim], log: Sequence[Override]) -> tuple[Override, ...]:
    """What the log says of some claims that stand: fields set, notes, joins, splits, but nothing withdrawn."""
    return tuple(
        entry
        for entry in active_overrides(log)
        if entry.action != "reject"
        and any(anchor and find_anchored(claims, anchor) for anchor in (entry.anchor, entry.other))
    )


def _split(group: Group) -> list[Group]:
    here = {report.claim.id for report in group.reports}
    apart = [report for report in group.reports if here.intersection(report.telling.splits)]
    if not apart:
        return [group]
    left = [report for report in group.reports if report not in apart]
    return [_group(part) for part in ([left] if left else []) + [[report] for report in apart]]


def _group(reports: Sequence[Report]) -> Group:
    group = Group(reports[0])
    for report in reports[1:]:
        group.add(report)
    return group


def _holder(groups: Iterable[Group], claim: str) -> Group | None:
    return next((group for group in groups if any(report.claim.id == claim for report in group.reports)), None)
