"""Find the time expressions of a text and resolve them to intervals of days against the day of publication.

What comes in is a text and a language's compiled time words; what goes out are the finds, in order, each with the
interval it means. Values are intervals, never points: `2019` is a year, `pekan lalu` an ISO week.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

import msgspec

from pasut.packs.time_words import Rule, TimeWords, Unit
from pasut.records import Record, When

Kind = Literal[
    "date", "part", "relative", "range", "since", "until", "duration", "now", "inside-name", "anchored"
]  # fmt: skip

_DAY = dt.timedelta(days=1)
_CLAUSE_ENDS = '.;:!?\n,"“”()'
# A day and month with no year that lies this close ahead is the coming one: past it, news writes the year.
_AHEAD_DAYS = 60
# A report may be dated a day before what it tells (time zones), so this much after publication is still "past".
_SLACK = dt.timedelta(days=2)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class TimeFind(Record, frozen=True):
    """One time expression: where it stands in the text and what it means."""

    start: int
    end: int
    when: When | None
    """None where the text gives no way to know: no publication day, a bare length of time."""
    kind: Kind
    basis: str
    """A few words on what the value rests on."""
    conflict: bool = False
    """The weekday named is not that of the date as written."""


class _Raw(NamedTuple):
    start: int
    end: int
    rule: Rule
    slots: Mapping[str, str]


class _Value(NamedTuple):
    first: dt.date | None
    last: dt.date | None
    kind: Kind
    basis: str
    conflict: bool = False
    known: bool = True


class _Scene(NamedTuple):
    """What an expression is resolved against."""

    text: str
    words: TimeWords
    first: dt.date | None
    """First and last day on which the text may have been published."""
    last: dt.date | None
    anchor: When | None
    future: bool

    @property
    def known(self) -> bool:
        return self.first is not None and self.last is not None

    @property
    def to_the_day(self) -> bool:
        return self.first == self.last


def find_times(
    text: str, published: When | None, words: TimeWords, *, anchor: When | None = None, future: bool = False
) -> tuple[TimeFind, ...]:
    """Find every time expression of `text`, in order; `anchor` is the day that "two days later" counts from.

    `published` may be an interval: then relative expressions get the interval they can mean. `future` says that the
    text as a whole tells of what is to come.
    """
    if not words.trigger.search(text):
        return ()
    first, last = _bounds(published)
    scene = _Scene(text, words, first, last, anchor, future)
    raws = list(_scan(text, words))
    finds: list[TimeFind] = []
    index = 0
    while index < len(raws):
        found, used = _resolve_at(scene, raws, index)
        index += used
        if found is not None:
            finds.append(_with_edge(scene, found))
            if found.when is not None and found.kind not in ("now", "inside-name"):
                scene = scene._replace(anchor=anchor or finds[-1].when)
    return tuple(_closed(text, finds))


def _bounds(published: When | None) -> tuple[dt.date | None, dt.date | None]:
    if published is None or published.first is None or published.last is None:
        return None, None
    return published.first, published.last


def _scan(text: str, words: TimeWords) -> Iterator[_Raw]:
    """Every place where a form of the pack matches, from left to right, without overlap."""
    place = 0
    while hit := words.trigger.search(text, place):
        match = words.master.match(text, hit.start())
        if match is None:
            place = hit.end()
            continue
        rule, groups = words.rules[match.lastgroup or ""]
        slots = {name: match[group] for name, group in groups if match[group] is not None}
        yield _Raw(match.start(), match.end(), rule, slots)
        place = match.end()


def _resolve_at(scene: _Scene, raws: list[_Raw], index: int) -> tuple[TimeFind | None, int]:
    """Resolve the raw find at `index`, together with the next one where the two are the ends of a range."""
    raw = raws[index]
    following = raws[index + 1] if index + 1 < len(raws) else None
    if following is not None and following.start - raw.end <= 25 and raw.rule in _ENDS and following.rule in _ENDS:
        gap = scene.text[raw.end : following.start]
        if scene.words.range_gap.fullmatch(gap):
            return _range(scene, raw, following), 2
        lends = "y" in following.slots or ("unit2" in following.slots and raw.rule == following.rule)
        if lends and raw.rule in _BORROWERS and scene.words.list_gap.fullmatch(gap):
            return _resolve(_seen_from(scene, _resolve(scene, following)), raw), 1
    return _resolve(scene, raw), 1


def _range(scene: _Scene, raw: _Raw, following: _Raw) -> TimeFind | None:
    """`Oktober hingga Desember 2023`: the first end takes what it lacks from the second."""
    last = _resolve(scene, following)
    if last is None or last.when is None or last.when.last is None:
        return _resolve(scene, raw) or last
    borrows = raw.rule in _BORROWERS and "y" not in raw.slots
    first = _resolve(_seen_from(scene, last) if borrows else scene, raw)
    if first is None or first.when is None or first.when.first is None or first.when.first > last.when.last:
        return last
    when = When(first=first.when.first, last=last.when.last, basis=last.when.basis)
    return TimeFind(start=raw.start, end=last.end, when=when, kind="range", basis=last.basis, conflict=last.conflict)


def _seen_from(scene: _Scene, find: TimeFind | None) -> _Scene:
    if find is None or find.when is None or find.when.last is None:
        return scene
    return scene._replace(first=find.when.last, last=find.when.last, future=False, anchor=find.when)


def _resolve(scene: _Scene, raw: _Raw) -> TimeFind | None:
    value = _RULES[raw.rule](scene, raw)
    if value is None:
        return None
    kind = value.kind
    if kind in ("date", "part", "range") and _is_in_name(scene, raw):
        kind = "inside-name"
    when = When(first=value.first, last=value.last, basis=value.basis) if value.known else None
    if when is not None and value.first is None and value.last is None:
        when = None
    return TimeFind(start=raw.start, end=raw.end, when=when, kind=kind, basis=value.basis, conflict=value.conflict)


def _is_in_name(scene: _Scene, raw: _Raw) -> bool:
    if "y" not in raw.slots or "unit" in raw.slots or "part" in raw.slots:
        return False
    return scene.words.name_before.search(scene.text[max(0, raw.start - 60) : raw.start]) is not None


def _with_edge(scene: _Scene, find: TimeFind) -> TimeFind:
    """Take in `since`, `until`, `before`, `after` before the find and the hour words after it."""
    back = max(0, find.start - 40)
    edge = scene.words.edge.search(scene.text[back : find.start])
    end = find.end
    while swallowed := scene.words.swallowed.match(scene.text, end):
        end = swallowed.end()
    find = msgspec.structs.replace(find, end=end)
    if edge is None or find.kind in ("duration", "inside-name", "range"):
        return find
    start = back + edge.start()
    kind: Kind = "since" if edge["since"] or edge["after"] else "until"
    return msgspec.structs.replace(find, start=start, when=_edged(find, edge.lastgroup or ""), kind=kind)


def _edged(find: TimeFind, edge: str) -> When | None:
    """`sejak 2020` has no end, `hingga Juli` no start, `sebelum 2020` ends with 2019."""
    when = find.when
    if when is None:
        return None
    first, last = when.first, when.last
    if edge in ("since", "after"):
        last = None
    else:
        if edge == "before" and find.kind == "date" and first is not None:
            last = first - _DAY
        first = None
    return None if first is None and last is None else When(first=first, last=last, basis=when.basis)


def _closed(text: str, finds: list[TimeFind]) -> Iterator[TimeFind]:
    """Close an open `since` by an `until` that follows it in the same sentence."""
    for find, following in zip(finds, (*finds[1:], None), strict=False):
        if (
            find.kind == "since" and following is not None and following.kind == "until"
            and find.when and following.when and find.when.first and following.when.last
            and find.when.first <= following.when.last
            and not any(end in text[find.end : following.start] for end in ".!?\n")
        ):  # fmt: skip
            when = When(first=find.when.first, last=following.when.last, basis=find.when.basis)
            yield msgspec.structs.replace(find, when=when)
        else:
            yield find


# --- one function a rule of the pack's patterns ---------------------------------------------------------------------


def _iso(scene: _Scene, raw: _Raw) -> _Value | None:
    day = _day(int(raw.slots["y"]), int(raw.slots["m"]), int(raw.slots["d"]))
    return None if day is None else _Value(day, day, "date", "date of the text")


def _numeric(scene: _Scene, raw: _Raw) -> _Value | None:
    """`Selasa (12/9/2023)`: day first; month first where only so the weekday fits."""
    slots = raw.slots
    day, month = int(slots["d"]), int(slots["m"])
    year = _year_of(slots)
    weekday = _weekday_of(scene, slots)
    if year is None:
        return _numeric_no_year(scene, raw, weekday)
    found = _day(year, month, int(slots.get("d2", day)))
    swapped = _day(year, day, month)
    if found is not None and (weekday is None or found.weekday() == weekday):
        basis = "weekday and date of the text" if weekday is not None else "date of the text"
        return _days(_day(year, month, day), found, basis)
    if swapped is not None and (weekday is None or swapped.weekday() == weekday):
        return _Value(swapped, swapped, "date", "month before day, as the weekday shows", conflict=weekday is not None)
    if found is None:
        return None
    value = _days(_day(year, month, day), found, "date of the text, though the weekday is another")
    return value._replace(conflict=True)


def _numeric_no_year(scene: _Scene, raw: _Raw, weekday: int | None) -> _Value | None:
    slots = raw.slots
    day, month = int(slots.get("d2", slots["d"])), int(slots["m"])
    swap = False
    if month > 12:
        if day > 12:
            return None
        day, month, swap = month, day, True
    value = _year_for(scene, raw, month, day, weekday)
    if value is None:
        return None
    if value.conflict and not swap and day <= 12 and scene.known:
        other = _year_for(scene, raw, day, month, weekday)
        if other is not None and not other.conflict and _gap(scene, other) <= 120:
            return other._replace(basis="month before day, as the weekday shows", conflict=True)
    if "d2" in slots and value.last is not None:
        return value._replace(first=_day(value.last.year, month, int(slots["d"])) or value.first)
    return value


def _bracket(scene: _Scene, raw: _Raw) -> _Value | None:
    """`(13/6)` is a date only in brackets: `1/2` alone is a half."""
    if raw.start == 0 or scene.text[raw.start - 1] != "(":
        return None
    return _numeric_no_year(scene, raw, None)


def _day_month(scene: _Scene, raw: _Raw) -> _Value | None:
    slots = raw.slots
    month = scene.words.months[_key(slots["month"])]
    day = int(slots.get("d2", slots["d"]))
    weekday = _weekday_of(scene, slots)
    year = _year_of(slots)
    if year is None and "unit2" in slots and scene.last is not None:
        year = _moved_year(scene, slots["mod"])
    if year is None:
        value = _year_for(scene, raw, month, day, weekday)
    else:
        found = _day(year, month, day)
        if found is None:
            return None
        conflict = weekday is not None and found.weekday() != weekday
        basis = "weekday and date of the text" if weekday is not None and not conflict else "date of the text"
        value = _Value(found, found, "date", basis, conflict)
    if value is not None and "d2" in slots and value.last is not None:
        first = _day(value.last.year, month, int(slots["d"]))
        if first is not None and first <= value.last:
            return value._replace(first=first, kind="range")
    return value


def _year_for(scene: _Scene, raw: _Raw, month: int, day: int, weekday: int | None) -> _Value | None:
    """The year of a day and month that names none: by the weekday, else the latest not after publication."""
    if _day(2000, month, day) is None:
        return None
    if scene.last is None:
        return _Value(None, None, "date", "day and month, year unknown", known=False)
    around = range(scene.last.year - 1, scene.last.year + 2)
    days = [found for year in around if (found := _day(year, month, day)) is not None]
    if not days:
        return None
    modifier = _modifier(scene, raw.slots)
    if weekday is not None:
        fitting = [found for found in days if found.weekday() == weekday]
        if fitting:
            best = min(fitting, key=lambda found: abs((found - scene.last).days) if scene.last else 0)
            return _Value(best, best, "date", "weekday and day/month of the text")
    best = _nearest(days, scene, raw, modifier)
    return _Value(best, best, "date", "day and month, the year by the publication", conflict=weekday is not None)


def _nearest(days: list[dt.date], scene: _Scene, raw: _Raw, modifier: str) -> dt.date:
    assert scene.last is not None and scene.first is not None
    before = [day for day in days if day <= scene.last + (_DAY * 0 if modifier == "past" else _SLACK)]
    after = [day for day in days if day >= scene.first]
    if modifier == "past" and before:
        return before[-1]
    if after and (modifier == "next" or _is_future(scene, raw)):
        return after[0]
    if after and not modifier and (after[0] - scene.last).days <= _AHEAD_DAYS and before:
        if (scene.last - before[-1]).days > 365 - _AHEAD_DAYS - 10:
            return after[0]
    return before[-1] if before else days[0]


def _named_day(scene: _Scene, raw: _Raw) -> _Value | None:
    month, day = scene.words.file.named_days[_key(raw.slots["named_day"])]
    year = _year_of(raw.slots)
    if year is not None and (found := _day(year, month, day)) is not None:
        return _Value(found, found, "date", "named day of a year")
    return _year_for(scene, raw, month, day, None)


def _day_of_month(scene: _Scene, raw: _Raw) -> _Value | None:
    """`tanggal 24`: the latest such day not after publication."""
    day = int(raw.slots["d"])
    if not scene.known or not scene.to_the_day or scene.last is None:
        return _Value(None, None, "date", "day of an unknown month", known=False)
    step = 1 if _is_future(scene, raw) or _modifier(scene, raw.slots) == "next" else -1
    for offset in range(13):
        year, month = _add_months(scene.last, step * offset)
        found = _day(year, month, day)
        if found is not None and (found - scene.last).days * step >= 0:
            return _Value(found, found, "date", "day of the month, by the publication")
    return None


def _month(scene: _Scene, raw: _Raw) -> _Value | None:
    slots = raw.slots
    if "unit" in slots and _unit(scene, slots["unit"]) != "month":
        return None
    month = scene.words.months[_key(slots.get("month") or slots["monthname"])]
    year = _year_of(slots)
    basis = "month and year of the text"
    if year is None and "unit2" in slots and scene.last is not None:
        year, basis = _moved_year(scene, slots["mod"]), "month, the year relative to publication"
    if year is None:
        if scene.last is None or scene.first is None:
            return _Value(None, None, "date", "month of an unknown year", known=False)
        year, basis = _year_of_month(scene, raw, month), "month, the year by the publication"
    first, last = _part(scene, slots, *_month_days(year, month))
    return _Value(first, last, "part" if "part" in slots else "date", basis)


def _year_of_month(scene: _Scene, raw: _Raw, month: int) -> int:
    """The latest such month not after publication, or the next one where the clause looks ahead."""
    assert scene.last is not None and scene.first is not None
    modifier = _modifier(scene, raw.slots)
    if modifier == "this":
        return scene.last.year
    if modifier == "past":
        return scene.last.year if month < scene.last.month else scene.last.year - 1
    if modifier == "next":
        return scene.first.year if month > scene.first.month else scene.first.year + 1
    if _is_future(scene, raw):
        return scene.first.year if month >= scene.first.month else scene.first.year + 1
    return scene.last.year if month <= scene.last.month else scene.last.year - 1


def _decade(scene: _Scene, raw: _Raw) -> _Value | None:
    number = int(raw.slots.get("y") or raw.slots["yy"])
    if number % 10:
        return None
    year = number if number >= 100 else 1900 + number if number >= 30 else 2000 + number
    first, last = _part(scene, raw.slots, dt.date(year, 1, 1), dt.date(year + 9, 12, 31))
    return _Value(first, last, "part" if "part" in raw.slots else "date", "decade of the text")


def _century(scene: _Scene, raw: _Raw) -> _Value | None:
    number = _number(scene, raw.slots["n"])
    if _unit(scene, raw.slots["unit"]) != "century" or number is None or not 1 < number < 22:
        return None
    first, last = _part(scene, raw.slots, dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31))
    return _Value(first, last, "part" if "part" in raw.slots else "date", "century of the text")


def _year_range(scene: _Scene, raw: _Raw) -> _Value | None:
    first = int(raw.slots["y"])
    last = int(raw.slots["y2"]) if "y2" in raw.slots else first // 100 * 100 + int(raw.slots["yy"])
    if last < first or _is_count(scene, raw):
        return None
    return _Value(dt.date(first, 1, 1), dt.date(last, 12, 31), "range", "years of the text")


def _year(scene: _Scene, raw: _Raw) -> _Value | None:
    slots = raw.slots
    if "unit" in slots and _unit(scene, slots["unit"]) != "year":
        return None
    if "unit" not in slots and _is_count(scene, raw):
        return None
    year = int(slots["y"])
    first, last = _part(scene, slots, dt.date(year, 1, 1), dt.date(year, 12, 31))
    return _Value(first, last, "part" if "part" in slots else "date", "year of the text")


def _is_count(scene: _Scene, raw: _Raw) -> bool:
    """Whether a figure like a year counts things or is the number of a resolution."""
    before = scene.text[max(0, raw.start - 20) : raw.start]
    after = scene.text[raw.end : raw.end + 2]
    if before[-1:] in ("$", "€", "£", "#", "-") or after[:1] == "%" or (after[:1] in ".,:" and after[1:].isdigit()):
        return True
    if scene.words.number_before.search(before) or scene.words.counted_after.match(scene.text, raw.end):
        return True
    return scene.last is not None and int(raw.slots["y"]) > scene.last.year + 80


def _quarter(scene: _Scene, raw: _Raw) -> _Value | None:
    number = scene.words.file.ordinals[_key(raw.slots["ordinal"])]
    if _unit(scene, raw.slots["unit"]) != "quarter" or not 1 <= number <= 4:
        return None
    year = _year_of(raw.slots)
    if year is None and scene.last is None:
        return _Value(None, None, "part", "quarter of an unknown year", known=False)
    if year is None and "mod" in raw.slots:
        year = _moved_year(scene, raw.slots["mod"])
    if year is None:
        assert scene.last is not None
        year = scene.last.year
    first, _ = _month_days(year, number * 3 - 2)
    return _Value(first, _month_days(year, number * 3)[1], "part", "quarter of a year")


def _season(scene: _Scene, raw: _Raw) -> _Value | None:
    start, end = scene.words.file.seasons[_key(raw.slots["season"])]
    year = _year_of(raw.slots)
    if year is None:
        if scene.last is None:
            return _Value(None, None, "part", "season of an unknown year", known=False)
        begun = _month_days(scene.last.year, start)[0] <= scene.last
        modifier = _modifier(scene, raw.slots)
        ahead = modifier == "next" or (not modifier and _is_future(scene, raw))
        year = scene.last.year
        if ahead and begun:
            year += 1
        elif not ahead and not begun and (modifier != "this" or end < start):
            year -= 1
    last = _month_days(year if end >= start else year + 1, end)[1]
    return _Value(_month_days(year, start)[0], last, "part", "season, northern half of the globe")


def _deictic(scene: _Scene, raw: _Raw) -> _Value | None:
    first, last = scene.words.file.deictics[_key(raw.slots["deictic"])]
    return _days_from(scene, first, last)


def _now(scene: _Scene, raw: _Raw) -> _Value | None:
    return _Value(scene.first, scene.last, "now", "time of publication", known=scene.known)


def _then(scene: _Scene, raw: _Raw) -> _Value | None:
    return _anchored(scene, "day", scene.words.file.then[_key(raw.slots["then"])])


def _unit_shift(scene: _Scene, raw: _Raw) -> _Value | None:
    """`pekan lalu`, `bulan ini`, `akhir tahun`."""
    slots = raw.slots
    unit = _unit(scene, slots["unit"])
    modifier = _modifier(scene, slots) or "this"
    key = _key(slots["unit"])
    if unit == "hour" or (unit == "day" and "mod" not in slots):
        return None
    if key in scene.words.file.weekdays and slots["unit"][:1].isupper() and not _starts_sentence(scene, raw.start):
        return _weekday(scene, raw._replace(slots={"weekday": slots["unit"], "mod": slots.get("mod", "")}))
    if modifier in ("that", "then_past", "then_next"):
        return _anchored(scene, unit, {"that": 0, "then_past": -1}.get(modifier, 1))
    if unit == "day" and modifier != "this":
        return None
    value = _units_from(scene, unit, {"past": -1, "next": 1}.get(modifier, 0))
    divisible = unit not in ("day", "week") or (unit == "week" and scene.to_the_day)
    if "part" in slots and divisible and value.first is not None and value.last is not None:
        first, last = _part(scene, slots, value.first, value.last)
        return value._replace(first=first, last=last, kind="part")
    return value


def _span(scene: _Scene, raw: _Raw) -> _Value | None:
    """`lima bulan lalu`, `beberapa pekan terakhir`, `dua hari kemudian`."""
    slots = raw.slots
    low, high, unit = _length(scene, slots.get("span") or slots["unit"])
    if unit is None or high > 5000:
        return None
    direction = scene.words.file.directions[_key(slots["direction"])]
    if unit == "hour":
        return _days_from(scene, 0, 0) if direction in ("ago", "last") else None
    if direction in ("later", "earlier"):
        step = 1 if direction == "later" else -1
        near, far = sorted((_anchored(scene, unit, low * step), _anchored(scene, unit, high * step)), key=_first_day)
        return near._replace(last=far.last)
    if "span" not in slots and direction != "last":
        return None
    return _counted(scene, unit, low, high, direction)


def _counted(scene: _Scene, unit: Unit, low: int, high: int, direction: str) -> _Value:
    if scene.first is None or scene.last is None:
        return _Value(None, None, "relative", "relative to an unknown publication", known=False)
    middle = max(low, int((low * high) ** 0.5))
    if direction == "last":
        return _Value(_moved(scene.first, unit, -middle), scene.last, "range", "up to publication")
    if direction == "ahead":
        return _Value(scene.first, _moved(scene.last, unit, middle), "range", "from publication on")
    if direction == "hence":
        return _units_from(scene, unit, low)
    earliest, latest = _units_from(scene, unit, -high), _units_from(scene, unit, -low)
    return latest._replace(first=earliest.first)


def _duration(scene: _Scene, raw: _Raw) -> _Value | None:
    return _Value(None, None, "duration", "a length of time", known=False)


def _weekday(scene: _Scene, raw: _Raw) -> _Value | None:
    """A bare weekday: the nearest not after publication, the day of publication included."""
    slots = raw.slots
    weekday = scene.words.file.weekdays[_key(slots["weekday"])]
    if not scene.known or scene.first is None or scene.last is None:
        return _Value(None, None, "relative", "weekday before an unknown publication", known=False)
    if (scene.last - scene.first).days > 6:
        return _Value(scene.first, scene.last, "relative", "weekday, the day of publication unknown")
    modifier = _modifier(scene, slots)
    if "unit2" in slots:
        return _weekday_of_unit(scene, weekday, slots)
    behind = (scene.last.weekday() - weekday) % 7
    ahead = (weekday - scene.last.weekday()) % 7
    if modifier == "this":
        offset = weekday - scene.last.weekday()
    elif modifier == "past":
        offset = -(behind or 7)
    elif modifier == "next":
        offset = ahead or 7
    else:
        offset = ahead if _is_future(scene, raw) else -behind
    day = scene.last + _DAY * offset
    return _Value(day, day, "relative", "weekday, by the publication")


def _weekday_of_unit(scene: _Scene, weekday: int, slots: Mapping[str, str]) -> _Value:
    step = {"past": -1, "next": 1}.get(_modifier(scene, slots), 0)
    unit = _unit(scene, slots["unit2"])
    value = _units_from(scene, unit, step)
    if unit != "week" or value.first is None:
        return value
    day = value.first + _DAY * weekday
    return value._replace(first=day, last=day)


_RULES: Mapping[Rule, Callable[[_Scene, _Raw], _Value | None]] = {
    "iso": _iso, "numeric": _numeric, "bracket": _bracket, "day_month": _day_month, "named_day": _named_day,
    "month": _month, "decade": _decade, "year_range": _year_range, "year": _year, "century": _century,
    "quarter": _quarter, "season": _season, "deictic": _deictic, "then": _then, "now": _now, "unit": _unit_shift,
    "span": _span, "duration": _duration, "weekday": _weekday, "day": _day_of_month,
}  # fmt: skip
# Rules whose find, lacking a year, may take it from the next find of a range or list.
_BORROWERS: frozenset[Rule] = frozenset({"numeric", "day_month", "month", "weekday", "bracket"})
_ENDS: frozenset[Rule] = frozenset(
    {"iso", "numeric", "day_month", "month", "decade", "year", "weekday", "century", "season", "bracket", "now", "unit"}
)


# --- reading slots --------------------------------------------------------------------------------------------------


def _key(text: str) -> str:
    """A matched word as the pack's tables write it."""
    return " ".join(text.lower().rstrip(".").split())


def _year_of(slots: Mapping[str, str]) -> int | None:
    if "y" in slots:
        return int(slots["y"])
    return 2000 + int(slots["yy"]) if "yy" in slots else None


def _weekday_of(scene: _Scene, slots: Mapping[str, str]) -> int | None:
    return scene.words.file.weekdays[_key(slots["weekday"])] if "weekday" in slots else None


def _unit(scene: _Scene, word: str) -> Unit:
    return scene.words.file.units[_key(word)]


def _modifier(scene: _Scene, slots: Mapping[str, str]) -> str:
    return scene.words.file.modifiers.get(_key(slots.get("mod", "")), "")


def _moved_year(scene: _Scene, modifier: str) -> int | None:
    if scene.last is None:
        return None
    return scene.last.year + {"past": -1, "next": 1}.get(scene.words.file.modifiers.get(_key(modifier), ""), 0)


def _length(scene: _Scene, text: str) -> tuple[int, int, Unit | None]:
    """A length of time as (least, most, unit); the unit is None where the number cannot be read."""
    match = scene.words.span.fullmatch(text)
    if match is None:
        return 1, 1, scene.words.file.units.get(_key(text))
    if match["one"]:
        return 1, 1, scene.words.one_units[_key(match["one"])]
    if match["twice"]:
        return 2, 8, _unit(scene, match["twice"])
    unit = _unit(scene, match["unit"])
    if match["vague"]:
        return *scene.words.file.vague[_key(match["vague"])], unit
    number = _number(scene, match["number"])
    return (1, 1, None) if number is None else (number, number, unit)


def _number(scene: _Scene, text: str) -> int | None:
    """`12`, `dua belas`, `dua puluh lima`."""
    if text[:1].isdigit():
        return int(text) if text.isdigit() else None
    file, total = scene.words.file, 0
    for word in text.lower().replace("-", " ").split():
        if word in file.numbers:
            total += file.numbers[word]
        elif word in file.teens:
            total += file.teens[word]
        elif word in file.times:
            total = (total or 1) * file.times[word]
    return total


def _first_day(value: _Value) -> dt.date:
    return value.first or dt.date.min


def _is_future(scene: _Scene, raw: _Raw) -> bool:
    return scene.future or looks_ahead(scene.text, raw.start, scene.words)


def looks_ahead(text: str, place: int, words: TimeWords) -> bool:
    """Whether the words before `place` in its clause tell of what is to come."""
    before = text[max(0, place - 160) : place]
    clause = before[1 + max(before.rfind(end) for end in _CLAUSE_ENDS) :]
    hits = list(words.future.finditer(clause))
    return bool(hits) and hits[-1]["future"] is not None and not any(hit["never"] for hit in hits)


def _starts_sentence(scene: _Scene, place: int) -> bool:
    before = scene.text[max(0, place - 4) : place].rstrip(" \"“'‘(")
    return not before or before[-1] in ".!?\n:"


def _gap(scene: _Scene, value: _Value) -> int:
    if value.last is None or scene.last is None:
        return 10_000
    return abs((value.last - scene.last).days)


# --- the calendar ---------------------------------------------------------------------------------------------------


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _days(first: dt.date | None, last: dt.date, basis: str) -> _Value:
    if first is None or first >= last:
        return _Value(last, last, "date", basis)
    return _Value(first, last, "range", basis)


def _month_days(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _add_months(day: dt.date, months: int) -> tuple[int, int]:
    count = day.year * 12 + day.month - 1 + months
    return max(1, min(9999, count // 12)), count % 12 + 1


def _moved(day: dt.date, unit: Unit, count: int) -> dt.date:
    """`day` moved by `count` units; a day that the month lacks becomes its last."""
    if unit in _MONTHS:
        year, month = _add_months(day, count * _MONTHS[unit])
        return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    try:
        return day + _DAY * (count * (7 if unit == "week" else 1))
    except OverflowError:
        return dt.date.min if count < 0 else dt.date.max


def _unit_of(day: dt.date, unit: Unit) -> tuple[dt.date, dt.date]:
    """The whole ISO week, month, quarter or year that holds `day`; decades ago are known to the year."""
    if unit == "week":
        monday = day - _DAY * day.weekday()
        return monday, monday + _DAY * 6
    if unit == "month":
        return _month_days(day.year, day.month)
    if unit == "quarter":
        month = (day.month - 1) // 3 * 3 + 1
        return _month_days(day.year, month)[0], _month_days(day.year, month + 2)[1]
    if unit in ("year", "decade", "century"):
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    return day, day


def _units_from(scene: _Scene, unit: Unit, count: int) -> _Value:
    """The unit `count` away from the one of publication."""
    if scene.first is None or scene.last is None:
        return _Value(None, None, "relative", "relative to an unknown publication", known=False)
    if unit in ("day", "week") and not scene.to_the_day and abs(count) < 4:
        return _Value(scene.first, scene.last, "relative", "relative to publication, its day unknown")
    first, _ = _unit_of(_moved(scene.first, unit, count), unit)
    _, last = _unit_of(_moved(scene.last, unit, count), unit)
    return _Value(first, last, "relative", "relative to publication")


def _days_from(scene: _Scene, first: int, last: int) -> _Value:
    if scene.first is None or scene.last is None:
        return _Value(None, None, "relative", "relative to an unknown publication", known=False)
    if not scene.to_the_day and abs(first) < 4 and abs(last) < 4:
        return _Value(scene.first, scene.last, "relative", "relative to publication, its day unknown")
    return _Value(
        _moved(scene.first, "day", first), _moved(scene.last, "day", last), "relative", "relative to publication"
    )


def _anchored(scene: _Scene, unit: Unit, count: int) -> _Value:
    """Counted from the day told before, not from publication."""
    anchor = scene.anchor
    if anchor is None or anchor.first is None or anchor.last is None:
        return _Value(None, None, "anchored", "counted from a day not known", known=False)
    first, _ = _unit_of(_moved(anchor.first, unit, count), unit)
    _, last = _unit_of(_moved(anchor.last, unit, count), unit)
    return _Value(first, last, "anchored", "counted from the day told before")


def _part(scene: _Scene, slots: Mapping[str, str], first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The early, middle or late third of an interval; of a year its months, of a week its days."""
    if "part" not in slots:
        return first, last
    part = scene.words.file.parts[_key(slots["part"])]
    length = (last - first).days + 1
    if length == 7:
        low, high = {"early": (0, 1), "mid": (2, 3), "late": (5, 6)}[part]
        return first + _DAY * low, first + _DAY * high
    if length < 28:
        return first, last
    if length <= 31:
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return first.replace(day=low), last.replace(day=high)
    years = last.year - first.year
    if years:
        third, two_thirds = years // 3, years * 2 // 3
        low, high = {"early": (0, third), "mid": (third, two_thirds + 1), "late": (two_thirds, years)}[part]
        return dt.date(first.year + low, 1, 1), dt.date(first.year + high, 12, 31)
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    return dt.date(first.year, low, 1), _month_days(first.year, high)[1]
