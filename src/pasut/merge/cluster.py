"""Put the reports of one block into groups, one for each happening; the order in which they come does not matter.

Reports that give a day found the groups, in order of days. Reports that give only a month, or no day, join the one
group that they fit; where they fit several, or none, they stay apart. Cost is linear in the reports of a block, but for
the groups of the same days.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pasut.merge.report import LONG, Report, state_of
from pasut.merge.same_event import Group, compare

_WINDOW = 8
"""Days around a report in which a group may lie that it joins; no comparison allows more."""


def group_reports(reports: Iterable[Report]) -> list[Group]:
    """The groups of a block's reports."""
    board = _Board()
    ordered = sorted(reports, key=_order)
    for copied in (False, True):
        chosen = [report for report in ordered if report.is_copied == copied]
        for report in chosen:
            if not report.claim.refers_to:
                board.place(report)
        for report in sorted((each for each in chosen if each.claim.refers_to), key=_reading_order):
            board.answer(report)
    return board.groups()


class _Board:
    """All groups of a block, by lane, and where each claim went."""

    def __init__(self) -> None:
        self._lanes: dict[tuple[str, str], _Lane] = defaultdict(_Lane)
        self._told: dict[tuple[object, ...], list[Report]] = defaultdict(list)

    def place(self, report: Report) -> None:
        """Put a report where it fits; what a copy repeats, where its original's claim went."""
        lane = self._lanes[_lane(report)]
        group = self._repeated(report, lane)
        if group is None:
            lane.place(report)
        else:
            lane.add(report, group)
        self._told[_gist(report)].append(report)

    def answer(self, report: Report) -> None:
        """A claim that the coder has linked to the one it denies or repeats goes where that claim went."""
        lane = self._lanes[_lane(report)]
        group = self._repeated(report, lane) or lane.holder.get(report.claim.refers_to or "")
        if group is None:
            self.place(report)
        else:
            lane.add(report, group)
            self._told[_gist(report)].append(report)

    def groups(self) -> list[Group]:
        """The groups, lane by lane."""
        return [group for key in sorted(self._lanes) for group in self._lanes[key].groups]

    def _repeated(self, report: Report, lane: "_Lane") -> Group | None:
        if not report.is_copied:
            return None
        told = self._told.get(_gist(report), [])
        same = [each for each in told if each.claim.sentence_text == report.claim.sentence_text]
        found = same[0] if same else told[0] if len({id(lane.holder[each.claim.id]) for each in told}) == 1 else None
        return lane.holder[found.claim.id] if found else None


def _gist(report: Report) -> tuple[object, ...]:
    """What a source says, whatever the words: the claims of an article and its copies that have it are one claim."""
    claim = report.claim
    return (
        _lane(report), report.telling.root, claim.type, claim.mode, claim.status, claim.speaker,
        report.source, report.target, report.mutual, report.source_persons, report.target_persons,
    )  # fmt: skip


def _reading_order(report: Report) -> tuple[str, int, str]:
    return report.claim.article, report.claim.sentence.start, report.claim.id


def _lane(report: Report) -> tuple[str, str]:
    """What can be one happening at all: acts of one family, in one direction where the family has one."""
    direction = "" if report.family.two_way else state_of(report.source)
    return report.family.name, direction


def _order(report: Report) -> tuple[object, ...]:
    claim = report.claim
    first = report.first if report.first is not None else -1
    last = report.last if report.last is not None else 10**7
    said = (claim.mode or "", sorted(report.source_persons), sorted(report.target_persons), claim.object or "")
    return (
        _tier(report),
        last - first if not report.is_precise else 0,
        first,
        last,
        said,
        report.published or 0,
        claim.id,
    )


def _tier(report: Report) -> int:
    """The surest tell first: days of the text, of what happened; then of what was only ahead; then days inferred."""
    if report.is_precise:
        return 2 * report.is_inferred + report.is_ahead
    return 4 if report.is_dated else 5


class _Lane:
    """Groups that could be compared, found by their days."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.holder: dict[str, Group] = {}
        self._by_day: dict[int, list[Group]] = defaultdict(list)
        self._decided: dict[tuple[object, ...], Group | None] = {}

    def place(self, report: Report) -> None:
        """Put a report into the group it fits, or into one of its own."""
        found = self._nearest(report) if report.is_precise else self._only(report)
        if found is None:
            found = Group(report)
            self.groups.append(found)
            self._index(found)
            self.holder[report.claim.id] = found
            self._decided.clear()
        else:
            self.add(report, found)

    def add(self, report: Report, group: Group) -> None:
        """Put a report into a group."""
        before = group.first, group.last
        group.add(report)
        self.holder[report.claim.id] = group
        if (group.first, group.last) != before:
            self._index(group)

    def _index(self, group: Group) -> None:
        if group.is_precise and group.first is not None and group.last is not None:
            for day in range(group.first, group.last + 1):
                if group not in self._by_day[day]:
                    self._by_day[day].append(group)

    def _around(self, report: Report) -> Iterator[Group]:
        assert report.first is not None and report.last is not None
        seen: set[int] = set()
        for day in range(report.first - _WINDOW, report.last + _WINDOW + 1):
            for group in self._by_day.get(day, ()):
                if id(group) not in seen:
                    seen.add(id(group))
                    yield group

    def _nearest(self, report: Report) -> Group | None:
        """The group it fits best; of equals the first one founded."""
        best: tuple[float, Group] | None = None
        for group in self._around(report):
            found = compare(report, group)
            if found.is_same and (best is None or found.score > best[0]):
                best = found.score, group
        return best[1] if best else None

    def _only(self, report: Report) -> Group | None:
        """The only group that a report without a day of its own fits."""
        key = _signature(report)
        if key not in self._decided:
            self._decided[key] = self._search(report)
        return self._decided[key]

    def _search(self, report: Report) -> Group | None:
        fits: list[tuple[float, Group]] = []
        for group in self.groups:
            if not _may_hold(report, group):
                continue
            found = compare(report, group)
            if found.is_same:
                fits.append((found.score, group))
        if not fits:
            return None
        top = max(score for score, _ in fits)
        best = [group for score, group in fits if score >= top - 0.3]
        return best[0] if len(best) == 1 else None


def _may_hold(report: Report, group: Group) -> bool:
    """Whether an event may be what a report without a day tells of."""
    is_whole = report.family.lasts or not report.is_dated or _width(report) > LONG
    if group.is_precise and is_whole and (report.family.lasts or report.first is not None or report.last is not None):
        return False  # it tells of the whole, which is more than this one
    if not group.is_precise:
        return (report.first, report.last) == (group.first, group.last)
    if report.published is None or group.first is None or report.is_ahead:
        return True
    return group.first <= report.published  # what has happened is told afterwards


def _width(report: Report) -> int:
    return 0 if report.first is None or report.last is None else report.last - report.first


def _signature(report: Report) -> tuple[object, ...]:
    claim = report.claim
    return (
        report.first, report.last, report.published, claim.mode, report.source, report.target, report.mutual,
        report.source_persons, report.target_persons, report.things, report.names, claim.status, report.telling.about,
    )  # fmt: skip
