"""Put the reports of one block into groups, one for each happening; the order in which they come does not matter.

Reports that give a day found the groups, in order of days. Reports that give only a month, or no day, join the one
group that they fit; where they fit several, or none, they stay apart. Cost is linear in the reports of a block, but for
the groups of the same days.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from pasut.merge.report import LONG, Report, state_of
from pasut.merge.same_event import Group, compare, widest_gap


def group_reports(reports: Iterable[Report]) -> list[Group]:
    """The groups of a block's reports.

    Where a copy's sentence stands in its original, the original's claims are what it tells: an edit nearby may lead the
    coder to read it otherwise, but no source has said so.
    """
    board = _Board()
    ordered = sorted(reports, key=_order)
    told = {_gist(report) for report in ordered if not report.is_copied}
    ordered = [report for report in ordered if not report.telling.repeats or _gist(report) in told]
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
    """Groups that could be compared, found by their days and persons."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.holder: dict[str, Group] = {}
        self._by_day: dict[int, list[Group]] = defaultdict(list)
        self._by_stretch: dict[tuple[int | None, int | None], list[Group]] = defaultdict(list)
        self._by_person: dict[str, list[Group]] = defaultdict(list)

    def place(self, report: Report) -> None:
        """Put a report into the group it fits, or into one of its own."""
        found = self._nearest(report) if report.is_precise else self._only(report)
        if found is None:
            found = Group(report)
            self.groups.append(found)
            self.holder[report.claim.id] = found
            self._index(found, report)
        else:
            self.add(report, found)

    def add(self, report: Report, group: Group) -> None:
        """Put a report into a group."""
        group.add(report)
        self.holder[report.claim.id] = group
        self._index(group, report)

    def _index(self, group: Group, report: Report) -> None:
        if not group.is_precise:
            _enter(self._by_stretch[group.first, group.last], group)
            return
        assert group.first is not None and group.last is not None
        for day in range(group.first, group.last + 1):
            _enter(self._by_day[day], group)
        for person in report.source_persons | report.target_persons:
            _enter(self._by_person[person], group)

    def _nearest(self, report: Report) -> Group | None:
        """The group it fits best; of equals the first one founded."""
        assert report.first is not None and report.last is not None
        best: tuple[float, Group] | None = None
        reach = widest_gap(report.family)
        for group in self._within(report.first - reach, report.last + reach):
            found = compare(report, group)
            if found.is_same and (best is None or found.score > best[0]):
                best = found.score, group
        return best[1] if best else None

    def _only(self, report: Report) -> Group | None:
        """The only group that a report without a day of its own fits."""
        fits: list[tuple[float, Group]] = []
        for group in (*self._by_stretch.get((report.first, report.last), ()), *self._candidates(report)):
            found = compare(report, group)
            if found.is_same:
                fits.append((found.score, group))
        top = max((score for score, _ in fits), default=0.0)
        best = [group for score, group in fits if score >= top - _CLEARLY]
        return best[0] if len(best) == 1 else None

    def _candidates(self, report: Report) -> list[Group]:
        """Groups with a day that a report without one may tell of: of its persons, else of its months.

        None where they are many: what may be any of fifty is told too vaguely to be of one.
        """
        if report.family.lasts or (report.is_dated and _width(report) > LONG):
            return []  # it tells of the whole, which is more than any one of them
        if not report.is_dated and (report.first is not None or report.last is not None):
            return []
        persons = sorted(report.source_persons | report.target_persons)
        named = {id(group): group for person in persons for group in self._by_person.get(person, ())}
        found = [group for group in named.values() if _may_hold(report, group)]
        if not found:
            found = [group for group in islice(self._spanned(report), _MANY + 1) if _may_hold(report, group)]
        return found if len(found) <= _MANY else []

    def _spanned(self, report: Report) -> Iterator[Group]:
        if report.first is not None and report.last is not None:
            return self._within(report.first, report.last)
        return (group for group in self.groups if group.is_precise)

    def _within(self, first: int, last: int) -> Iterator[Group]:
        """The groups with a day in a stretch of days."""
        seen: set[int] = set()
        for day in range(first, last + 1):
            for group in self._by_day.get(day, ()):
                if id(group) not in seen:
                    seen.add(id(group))
                    yield group


_CLEARLY = 0.3
"""How much better than any other a group must fit to be the one: less than a shared person, more than a shared word."""
_MANY = 50


def _enter(listed: list[Group], group: Group) -> None:
    if not any(each is group for each in listed):
        listed.append(group)


def _may_hold(report: Report, group: Group) -> bool:
    """Whether the days allow it: what has happened is told afterwards."""
    assert group.first is not None and group.last is not None
    if report.is_dated and (group.last < (report.first or 0) or group.first > (report.last or 0)):
        return False
    return report.published is None or report.is_ahead or group.first <= report.published


def _width(report: Report) -> int:
    return 0 if report.first is None or report.last is None else report.last - report.first
