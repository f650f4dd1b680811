"""The rules that the forms of a pack name: one function each, from the slots of a match to the interval it means."""

import datetime as dt
from collections.abc import Callable, Mapping

from pasut.packs.time_words import Rule
from pasut.text.calendar import DAY, add_months, day_of, month_days, near_misses
from pasut.text.scene import (
    Raw,
    Scene,
    Value,
    anchored,
    counted,
    days_from,
    days_value,
    gap,
    is_future,
    key,
    length_of,
    modifier_of,
    moved_year,
    number_of,
    part_of,
    starts_sentence,
    unit_named,
    units_from,
    weekday_of,
    year_of,
)  # fmt: skip

# A day and month with no year that lies this close ahead is the coming one: past it, news writes the year.
_AHEAD_DAYS = 60
# Days between a date with a wrong weekday and publication up to which nothing but the weekday is thought wrong.
_NEAR = 7
# A report may be dated a day before what it tells (time zones), so this much after publication is still "past".
_SLACK = dt.timedelta(days=2)


def _iso(scene: Scene, raw: Raw) -> Value | None:
    day = day_of(int(raw.slots["y"]), int(raw.slots["m"]), int(raw.slots["d"]))
    return None if day is None else Value(day, day, "date", "date of the text")


def _numeric(scene: Scene, raw: Raw) -> Value | None:
    """`Selasa (12/9/2023)`: day first; month first where only so the weekday fits."""
    slots = raw.slots
    day, month = int(slots["d"]), int(slots["m"])
    year = year_of(slots)
    weekday = weekday_of(scene, slots)
    if year is None:
        return _numeric_no_year(scene, raw, weekday)
    found = day_of(year, month, int(slots.get("d2", day)))
    swapped = day_of(year, day, month)
    if found is not None and (weekday is None or found.weekday() == weekday):
        basis = "weekday and date of the text" if weekday is not None else "date of the text"
        return days_value(day_of(year, month, day), found, basis)
    if swapped is not None and (weekday is None or swapped.weekday() == weekday):
        return Value(swapped, swapped, "date", "month before day, as the weekday shows", conflict=weekday is not None)
    if found is None:
        return None
    value = days_value(day_of(year, month, day), found, "date of the text, though the weekday is another")
    return _mended(scene, value._replace(conflict=True), weekday)


def _mended(scene: Scene, value: Value, weekday: int | None) -> Value:
    """Where the weekday is not that of the date and publication lies far off: the day one slip away that lies near."""
    if weekday is None or value.last is None:
        return value
    could_be = near_misses(value.last.year, value.last.month, value.last.day, weekday)
    value = value._replace(could_be=could_be)
    if not scene.to_the_day or scene.last is None or gap(scene, value) <= _NEAR:
        return value
    near = [day for day in could_be if -2 <= (scene.last - day).days <= _NEAR]
    if len(near) != 1:
        return value
    return value._replace(first=near[0], last=near[0], basis="the weekday, one slip in the date mended")


def _numeric_no_year(scene: Scene, raw: Raw, weekday: int | None) -> Value | None:
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
        if other is not None and not other.conflict and gap(scene, other) <= 120:
            return other._replace(basis="month before day, as the weekday shows", conflict=True)
    if "d2" in slots and value.last is not None:
        return value._replace(first=day_of(value.last.year, month, int(slots["d"])) or value.first)
    return value


def _bracket(scene: Scene, raw: Raw) -> Value | None:
    """`(13/6)` is a date only in brackets: `1/2` alone is a half."""
    if raw.start == 0 or scene.text[raw.start - 1] != "(":
        return None
    return _numeric_no_year(scene, raw, None)


def _day_month(scene: Scene, raw: Raw) -> Value | None:
    slots = raw.slots
    month = scene.words.months[key(slots["month"])]
    day = int(slots.get("d2", slots["d"]))
    weekday = weekday_of(scene, slots)
    year = year_of(slots)
    if year is None and "unit2" in slots and scene.last is not None:
        year = moved_year(scene, slots["mod"])
    if year is None:
        value = _year_for(scene, raw, month, day, weekday)
    else:
        found = day_of(year, month, day)
        if found is None:
            return None
        conflict = weekday is not None and found.weekday() != weekday
        basis = "weekday and date of the text" if weekday is not None and not conflict else "date of the text"
        value = Value(found, found, "date", basis, conflict)
        if conflict and "d2" not in slots:
            value = _mended(scene, value, weekday)
    if value is not None and "d2" in slots and value.last is not None:
        first = day_of(value.last.year, month, int(slots["d"]))
        if first is not None and first <= value.last:
            return value._replace(first=first, kind="range")
    return value


def _year_for(scene: Scene, raw: Raw, month: int, day: int, weekday: int | None) -> Value | None:
    """The year of a day and month that names none: by the weekday, else the latest not after publication."""
    if day_of(2000, month, day) is None:
        return None
    if scene.last is None:
        return Value(None, None, "date", "day and month, year unknown", known=False)
    around = range(scene.last.year - 1, scene.last.year + 2)
    days = [found for year in around if (found := day_of(year, month, day)) is not None]
    if not days:
        return None
    modifier = modifier_of(scene, raw.slots)
    if weekday is not None:
        fitting = [found for found in days if found.weekday() == weekday]
        if fitting:
            best = min(fitting, key=lambda found: abs((found - scene.last).days) if scene.last else 0)
            return Value(best, best, "date", "weekday and day/month of the text")
    best = _nearest(days, scene, raw, modifier)
    return Value(best, best, "date", "day and month, the year by the publication", conflict=weekday is not None)


def _nearest(days: list[dt.date], scene: Scene, raw: Raw, modifier: str) -> dt.date:
    assert scene.last is not None and scene.first is not None
    before = [day for day in days if day <= scene.last + (DAY * 0 if modifier == "past" else _SLACK)]
    after = [day for day in days if day >= scene.first]
    if modifier == "past" and before:
        return before[-1]
    if after and (modifier == "next" or is_future(scene, raw)):
        return after[0]
    if after and not modifier and (after[0] - scene.last).days <= _AHEAD_DAYS and before:
        if (scene.last - before[-1]).days > 365 - _AHEAD_DAYS - 10:
            return after[0]
    return before[-1] if before else days[0]


def _named_day(scene: Scene, raw: Raw) -> Value | None:
    month, day = scene.words.file.named_days[key(raw.slots["named_day"])]
    year = year_of(raw.slots)
    if year is not None and (found := day_of(year, month, day)) is not None:
        return Value(found, found, "date", "named day of a year")
    return _year_for(scene, raw, month, day, None)


def _day_of_month(scene: Scene, raw: Raw) -> Value | None:
    """`tanggal 24`: the latest such day not after publication."""
    day = int(raw.slots["d"])
    if not scene.known or not scene.to_the_day or scene.last is None:
        return Value(None, None, "date", "day of an unknown month", known=False)
    step = 1 if is_future(scene, raw) or modifier_of(scene, raw.slots) == "next" else -1
    for offset in range(13):
        year, month = add_months(scene.last, step * offset)
        found = day_of(year, month, day)
        if found is not None and (found - scene.last).days * step >= 0:
            return Value(found, found, "date", "day of the month, by the publication")
    return None


def _month(scene: Scene, raw: Raw) -> Value | None:
    slots = raw.slots
    if "unit" in slots and unit_named(scene, slots["unit"]) != "month":
        return None
    month = scene.words.months[key(slots.get("month") or slots["monthname"])]
    year = year_of(slots)
    basis = "month and year of the text"
    if year is None and "unit2" in slots and scene.last is not None:
        year, basis = moved_year(scene, slots["mod"]), "month, the year relative to publication"
    if year is None:
        if scene.last is None or scene.first is None:
            return Value(None, None, "date", "month of an unknown year", known=False)
        year, basis = _year_of_month(scene, raw, month), "month, the year by the publication"
    first, last = part_of(scene, slots, *month_days(year, month))
    return Value(first, last, "part" if "part" in slots else "date", basis)


def _year_of_month(scene: Scene, raw: Raw, month: int) -> int:
    """The latest such month not after publication, or the next one where the clause looks ahead."""
    assert scene.last is not None and scene.first is not None
    modifier = modifier_of(scene, raw.slots)
    if modifier == "this":
        return scene.last.year
    if modifier == "past":
        return scene.last.year if month < scene.last.month else scene.last.year - 1
    if modifier == "next":
        return scene.first.year if month > scene.first.month else scene.first.year + 1
    if is_future(scene, raw):
        return scene.first.year if month >= scene.first.month else scene.first.year + 1
    return scene.last.year if month <= scene.last.month else scene.last.year - 1


def _decade(scene: Scene, raw: Raw) -> Value | None:
    years = [_full_year(int(raw.slots[slot])) for slot in ("y", "yy") if slot in raw.slots]
    if any(year % 10 for year in years):
        return None
    if len(years) == 2:  # `the 1970s and 80s`
        years[1] = years[0] // 100 * 100 + years[1] % 100
        return Value(dt.date(years[0], 1, 1), dt.date(years[1] + 9, 12, 31), "range", "decades of the text")
    first, last = part_of(scene, raw.slots, dt.date(years[0], 1, 1), dt.date(years[0] + 9, 12, 31))
    return Value(first, last, "part" if "part" in raw.slots else "date", "decade of the text")


def _full_year(number: int) -> int:
    return number if number >= 100 else 1900 + number if number >= 30 else 2000 + number


def _century(scene: Scene, raw: Raw) -> Value | None:
    number = number_of(scene, raw.slots["n"])
    if unit_named(scene, raw.slots["unit"]) != "century" or number is None or not 1 < number < 22:
        return None
    first, last = part_of(scene, raw.slots, dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31))
    return Value(first, last, "part" if "part" in raw.slots else "date", "century of the text")


def _year_range(scene: Scene, raw: Raw) -> Value | None:
    first = int(raw.slots["y"])
    last = int(raw.slots["y2"]) if "y2" in raw.slots else first // 100 * 100 + int(raw.slots["yy"])
    if last < first or _is_count(scene, raw):
        return None
    return Value(dt.date(first, 1, 1), dt.date(last, 12, 31), "range", "years of the text")


def _year(scene: Scene, raw: Raw) -> Value | None:
    slots = raw.slots
    if "unit" in slots and unit_named(scene, slots["unit"]) != "year":
        return None
    if "unit" not in slots and _is_count(scene, raw):
        return None
    year = int(slots["y"])
    first, last = part_of(scene, slots, dt.date(year, 1, 1), dt.date(year, 12, 31))
    return Value(first, last, "part" if "part" in slots else "date", "year of the text")


def _is_count(scene: Scene, raw: Raw) -> bool:
    """Whether a figure like a year counts things or is the number of a resolution."""
    before = scene.text[max(0, raw.start - 20) : raw.start]
    after = scene.text[raw.end : raw.end + 2]
    if before[-1:] in ("$", "€", "£", "#", "-") or after[:1] == "%" or (after[:1] in ".,:" and after[1:].isdigit()):
        return True
    if scene.words.number_before.search(before) or scene.words.counted_after.match(scene.text, raw.end):
        return True
    return scene.last is not None and int(raw.slots["y"]) > scene.last.year + 80


def _quarter(scene: Scene, raw: Raw) -> Value | None:
    number = scene.words.file.ordinals[key(raw.slots["ordinal"])]
    if unit_named(scene, raw.slots["unit"]) != "quarter" or not 1 <= number <= 4:
        return None
    year = year_of(raw.slots)
    if year is None and scene.last is None:
        return Value(None, None, "part", "quarter of an unknown year", known=False)
    if year is None and "mod" in raw.slots:
        year = moved_year(scene, raw.slots["mod"])
    if year is None:
        assert scene.last is not None
        year = scene.last.year
    first, _ = month_days(year, number * 3 - 2)
    return Value(first, month_days(year, number * 3)[1], "part", "quarter of a year")


def _season(scene: Scene, raw: Raw) -> Value | None:
    start, end = scene.words.file.seasons[key(raw.slots["season"])]
    year = year_of(raw.slots)
    if year is None:
        if scene.last is None:
            return Value(None, None, "part", "season of an unknown year", known=False)
        begun = month_days(scene.last.year, start)[0] <= scene.last
        modifier = modifier_of(scene, raw.slots)
        ahead = modifier == "next" or (not modifier and is_future(scene, raw))
        year = scene.last.year
        if ahead and begun:
            year += 1
        elif not ahead and not begun and (modifier != "this" or end < start):
            year -= 1
    last = month_days(year if end >= start else year + 1, end)[1]
    return Value(month_days(year, start)[0], last, "part", "season, northern half of the globe")


def _deictic(scene: Scene, raw: Raw) -> Value | None:
    first, last = scene.words.file.deictics[key(raw.slots["deictic"])]
    return days_from(scene, first, last)


def _now(scene: Scene, raw: Raw) -> Value | None:
    return Value(scene.first, scene.last, "now", "time of publication", known=scene.known)


def _then(scene: Scene, raw: Raw) -> Value | None:
    return anchored(scene, "day", scene.words.file.then[key(raw.slots["then"])])


def _unit_shift(scene: Scene, raw: Raw) -> Value | None:
    """`pekan lalu`, `bulan ini`, `akhir tahun`."""
    slots = raw.slots
    unit = unit_named(scene, slots["unit"])
    modifier = modifier_of(scene, slots) or "this"
    if unit == "hour" or (unit == "day" and "mod" not in slots):
        return None
    if (
        key(slots["unit"]) in scene.words.file.weekdays
        and slots["unit"][:1].isupper()
        and not starts_sentence(scene, raw.start)
    ):
        return _weekday(scene, raw._replace(slots={"weekday": slots["unit"], "mod": slots.get("mod", "")}))
    if modifier in ("that", "then_past", "then_next"):
        return anchored(scene, unit, {"that": 0, "then_past": -1}.get(modifier, 1))
    if unit == "day" and modifier != "this":
        return None
    value = units_from(scene, unit, {"past": -1, "next": 1}.get(modifier, 0))
    divisible = unit not in ("day", "week") or (unit == "week" and scene.to_the_day)
    if "part" in slots and divisible and value.first is not None and value.last is not None:
        first, last = part_of(scene, slots, value.first, value.last)
        return value._replace(first=first, last=last, kind="part")
    return value


def _span(scene: Scene, raw: Raw) -> Value | None:
    """`lima bulan lalu`, `beberapa pekan terakhir`, `dua hari kemudian`."""
    slots = raw.slots
    low, high, unit = length_of(scene, slots.get("span") or slots["unit"])
    if unit is None or high > 5000:
        return None
    direction = scene.words.file.directions[key(slots["direction"])]
    if unit == "hour":
        return days_from(scene, 0, 0) if direction in ("ago", "last") else None
    if direction in ("later", "earlier"):
        step = 1 if direction == "later" else -1
        near, far = sorted((anchored(scene, unit, low * step), anchored(scene, unit, high * step)), key=_first_day)
        return near._replace(last=far.last)
    if "span" not in slots and direction != "last":
        return None
    return counted(scene, unit, low, high, direction)


def _first_day(value: Value) -> dt.date:
    return value.first or dt.date.min


def _duration(scene: Scene, raw: Raw) -> Value | None:
    low, high, unit = length_of(scene, raw.slots["span"])
    length = None if unit is None or high > 5000 else (low, high, unit)
    return Value(None, None, "duration", "a length of time", known=False, length=length)


def _weekday(scene: Scene, raw: Raw) -> Value | None:
    """A bare weekday: the nearest not after publication, the day of publication included."""
    slots = raw.slots
    weekday = scene.words.file.weekdays[key(slots["weekday"])]
    if not scene.known or scene.first is None or scene.last is None:
        return Value(None, None, "relative", "weekday before an unknown publication", known=False)
    modifier = modifier_of(scene, slots)
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
        offset = ahead if is_future(scene, raw) else -behind
    day = scene.last + DAY * offset
    return Value(day, day, "relative", "weekday, by the publication")


def _weekday_of_unit(scene: Scene, weekday: int, slots: Mapping[str, str]) -> Value:
    step = {"past": -1, "next": 1}.get(modifier_of(scene, slots), 0)
    unit = unit_named(scene, slots["unit2"])
    value = units_from(scene, unit, step)
    if unit != "week" or value.first is None:
        return value
    day = value.first + DAY * weekday
    return value._replace(first=day, last=day)


RULES: Mapping[Rule, Callable[[Scene, Raw], Value | None]] = {
    "iso": _iso, "numeric": _numeric, "bracket": _bracket, "day_month": _day_month, "named_day": _named_day,
    "month": _month, "decade": _decade, "year_range": _year_range, "year": _year, "century": _century,
    "quarter": _quarter, "season": _season, "deictic": _deictic, "then": _then, "now": _now, "unit": _unit_shift,
    "span": _span, "duration": _duration, "weekday": _weekday, "day": _day_of_month,
}  # fmt: skip
# Rules whose find, lacking a year, may take it from the next find of a range or list.
BORROWERS: frozenset[Rule] = frozenset({"numeric", "day_month", "month", "weekday", "bracket"})
ENDS: frozenset[Rule] = frozenset(
    {"iso", "numeric", "day_month", "month", "decade", "year", "weekday", "century", "season", "bracket", "now", "unit"}
)
