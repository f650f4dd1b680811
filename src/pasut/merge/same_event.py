"""Are a report and an event the same happening? A score, and each step of it as a reason that a person can check.

Some differences settle it (`veto`): another doer, another day, another kind of act. What is left is weighed.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from pasut.merge.family import Family
from pasut.merge.reason import VETO, Blank, Reason, ReasonKey
from pasut.merge.report import Report, state_of
from pasut.records import Record, When

ENOUGH = 1.0
"""Score from which two are the same. Kin acts on one day have it; what differs takes from it."""


class Comparison(Record, frozen=True):
    """Whether a report belongs to an event, and why."""

    score: float
    reasons: tuple[Reason, ...]
    veto: bool = False

    @property
    def is_same(self) -> bool:
        """Whether it is enough."""
        return not self.veto and self.score >= ENOUGH


class Group:
    """The reports that are taken for one happening so far, and what they say together."""

    def __init__(self, report: Report) -> None:
        self.reports: list[Report] = []
        self._articles: set[str] = set()
        self.first: int | None = None
        self.last: int | None = None
        self.persons: dict[str, Counter[str]] = {}
        self.modes: Counter[str] = Counter()
        self.codes: dict[str, Counter[str]] = {}
        self.directions: set[str] = set()
        self.things: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.about: Counter[str] = Counter()
        self.is_precise = False
        self.is_inferred = True
        self.has_happened = False
        self.add(report)

    @property
    def is_ahead(self) -> bool:
        """Whether nobody tells yet that it happened."""
        return all(report.is_ahead for report in self.reports)

    def add(self, report: Report) -> None:
        """Take one more report in. What a copy says of the days, its original has said better."""
        if not (report.is_copied and report.telling.root in self._articles):
            self._stretch(report)
        self.reports.append(report)
        self._articles.add(report.claim.article)
        sides = ((report.source, report.source_persons), (report.target, report.target_persons))
        for code, persons in sides:
            if code is not None:
                self.persons.setdefault(state_of(code), Counter()).update(persons)
                self.codes.setdefault(state_of(code), Counter())[code] += 1
        if report.claim.mode:
            self.modes[report.claim.mode] += 1
        if not report.mutual:
            self.directions.add(state_of(report.source))
        self.things.update(report.things)
        self.names.update(report.names)
        self.about.update(report.telling.about)

    def _stretch(self, report: Report) -> None:
        """Days of the text outdo days inferred, days outdo months; what takes several days has all that are told."""
        rank = (report.is_precise, not report.is_inferred, not report.is_ahead)
        own = (self.is_precise, not self.is_inferred, self.has_happened)
        if not self.reports or rank > own:
            self.first, self.last = report.first, report.last
            self.is_precise, self.is_inferred = report.is_precise, report.is_inferred
            self.has_happened = not report.is_ahead
        elif report.family.spans and rank == own and report.is_precise:
            assert report.first is not None and report.last is not None
            assert self.first is not None and self.last is not None
            self.first, self.last = min(self.first, report.first), max(self.last, report.last)


def compare(report: Report, group: Group) -> Comparison:
    """Weigh a report against the reports of an event, step by step; the family is the same already."""
    reasons: list[Reason] = []
    for step in (_direction, _days, _sides, _mode, _persons):
        found = step(report, group)
        if found is None:
            continue
        reasons.append(found)
        if found.weight <= VETO:
            return Comparison(score=0.0, reasons=tuple(reasons), veto=True)
    reasons += [found for step in (_about, _things, _names, _polarity) if (found := step(report, group))]
    return Comparison(score=sum(reason.weight for reason in reasons), reasons=tuple(reasons))


def _veto(what: str, key: ReasonKey, **blanks: Blank) -> Reason:
    return Reason(what=what, weight=VETO, key=key, blanks=blanks)


def _direction(report: Report, group: Group) -> Reason | None:
    if report.mutual or not group.directions or state_of(report.source) in group.directions:
        return None
    return _veto("direction", "reversed", here=report.source, there=tuple(sorted(group.directions)))


def _days(report: Report, group: Group) -> Reason | None:
    if (report.first, report.last, group.first, group.last) == (None, None, None, None):
        weight = 1.0 if report.family.lasts else 0.5
        return Reason(what="days", weight=weight, key="no_days")
    if report.first is None and report.last is None:
        return Reason(what="days", weight=0.5, key="no_day")
    gap = _gap(report, group)
    spread = allowed_gap(report, group)
    if gap > spread:
        there = _stretch(group.first, group.last)
        return _veto("days", "days_apart", n=gap, here=_stretch(report.first, report.last), there=there)
    if _together(report, group) > _LONGEST:
        return _veto("days", "too_long", n=_LONGEST)
    if not report.is_precise or not group.is_precise:
        weight = 1.0 if (report.first, report.last) == (group.first, group.last) or _is_month(report) else 0.8
        blanks = {"here": _stretch(report.first, report.last)}
        return Reason(what="days", weight=weight, key="days_held", blanks=blanks)
    if gap == 0:
        blanks = {"here": _stretch(report.first, report.last)}
        return Reason(what="days", weight=1.5, key="same_days", blanks=blanks)
    return Reason(what="days", weight=1.2, key="days_near", blanks={"n": gap})


def _is_month(report: Report) -> bool:
    """Whether it gives a month or less: of a year one must know more than that it holds the day."""
    return report.first is not None and report.last is not None and report.last - report.first <= _MONTH


_MONTH = 31


def widest_gap(family: Family) -> int:
    """Days beyond which no two reports of a family are compared."""
    return max(family.spread, _PUT_OFF if family.name == "encounter" else 1)


def allowed_gap(report: Report, group: Group) -> int:
    """Days that the two may lie apart."""
    spread = report.family.spread
    if report.is_inferred or group.is_inferred:
        spread = max(spread, _INFERRED if report.family.name == "encounter" else 1)
    if report.family.name == "encounter" and _shared(report, group):
        spread = max(spread, _ONE_TRIP)
    if report.is_ahead != group.is_ahead and report.family.name == "encounter":
        spread = max(spread, _PUT_OFF)
    return spread


_INFERRED = 5
"""Days: an article tells of a meeting up to so long after it, as its news of the day."""
_ONE_TRIP = 3
"""Days between two reports of the same person abroad: one trip, or a day that belongs to another act."""
_LONGEST = 14
"""Days that one happening takes at most: meetings day by day for weeks are several."""
_PUT_OFF = 7
"""Days by which a visit may be put off, or be told too early, and still be the one that was announced."""


def _gap(report: Report, group: Group) -> int:
    first, last = report.first, report.last
    if first is not None and group.last is not None and first > group.last:
        return first - group.last
    if last is not None and group.first is not None and group.first > last:
        return group.first - last
    return 0


def _together(report: Report, group: Group) -> int:
    """Days from the first to the last of both, where both give days."""
    if not (report.is_precise and group.is_precise and report.family.spans):
        return 0
    assert report.first is not None and report.last is not None and group.first is not None and group.last is not None
    return max(report.last, group.last) - min(report.first, group.first)


def _stretch(first: int | None, last: int | None) -> When:
    one, other = (None if day is None else dt.date.fromordinal(day) for day in (first, last))
    return When(first=one, last=other)


def _sides(report: Report, group: Group) -> Reason | None:
    """A group that acts for itself is not its state, nor another group."""
    for code in (report.source, report.target):
        codes = group.codes.get(state_of(code), Counter()) if code else Counter()
        if code and codes and code not in codes and (":" in code or any(":" in each for each in codes)):
            return _veto("side", "other_side", here=code, there=tuple(sorted(codes)))
    return None


def _mode(report: Report, group: Group) -> Reason | None:
    mode = report.claim.mode
    if report.family.name in ("encounter", "message", "pact") or not (mode or group.modes):
        return None
    if mode is None or not group.modes:
        # Aid that goes on for years is of many kinds: only a day in common makes arms of it.
        dated = report.is_precise and group.is_precise
        return Reason(what="mode", weight=-0.2 if dated or not report.family.lasts else -0.8, key="mode_unsaid")
    kind = report.claim.type
    if mode in group.modes:
        return Reason(what="mode", weight=0.3, key="same_mode", blanks={"here": f"{kind}.{mode}"})
    there = tuple(f"{kind}.{each}" for each in sorted(group.modes))
    return _veto("mode", "other_mode", here=f"{kind}.{mode}", there=there)


def _persons(report: Report, group: Group) -> Reason | None:
    shared: list[str] = []
    apart: list[str] = []
    sides = 0
    for code, persons in ((report.source, report.source_persons), (report.target, report.target_persons)):
        known = group.persons.get(state_of(code), Counter()) if code else Counter()
        if not persons or not known:
            continue
        same = sorted(persons & set(known))
        sides += bool(same)
        (shared if same else apart).extend(same or sorted(persons))
    if apart and not shared:
        return _apart(report, apart)
    if shared:
        return Reason(what="persons", weight=0.7 * sides, key="same_persons", blanks={"persons": tuple(shared)})
    return None


def _shared(report: Report, group: Group) -> bool:
    sides = ((report.source, report.source_persons), (report.target, report.target_persons))
    return any(persons & set(group.persons.get(state_of(code), ())) for code, persons in sides if code)


def _apart(report: Report, apart: list[str]) -> Reason:
    if report.family.name in ("encounter", "message", "CONSULT.phone"):
        return _veto("persons", "other_persons", persons=tuple(apart))
    return Reason(what="persons", weight=-0.3, key="other_persons", blanks={"persons": tuple(apart)})


def _about(report: Report, group: Group) -> Reason | None:
    if _is_course(report, group):
        return None
    return _overlap("about", report.telling.about, group.about, 0.7, -0.7)


def _things(report: Report, group: Group) -> Reason | None:
    if _is_course(report, group):
        return None
    return _overlap("things", report.things, group.things, 0.5, -0.4)


def _names(report: Report, group: Group) -> Reason | None:
    if _is_course(report, group):
        return None
    return _overlap("names", report.names, group.names, 0.3, -0.6 if report.family.name == "ASSAULT" else -0.1)


def _is_course(report: Report, group: Group) -> bool:
    """Whether both tell of what goes on for months: weapons, shells and rockets are all of one such flow."""
    return report.family.lasts and not report.is_precise and not group.is_precise


def _overlap(what: str, own: Iterable[str], theirs: Counter[str], more: float, less: float) -> Reason | None:
    mine = set(own)
    if not mine or not theirs:
        return None
    if shared := sorted(mine & set(theirs)):
        return Reason(what=what, weight=more, key="shared", blanks={"here": tuple(shared[:5])})
    here, there = (tuple(sorted(each)[:3]) for each in (mine, theirs))
    return Reason(what=what, weight=less, key="not_shared", blanks={"here": here, "there": there})


def _polarity(report: Report, group: Group) -> Reason | None:
    denies = report.claim.status == "not_happened"
    if denies == any(each.claim.status == "not_happened" for each in group.reports):
        return None
    return Reason(what="polarity", weight=-0.3, key="polarity")
