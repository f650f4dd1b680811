"""Rules of days that a text tells by number, month or name: `13/6`, `12 Juni`, `tanggal 24`."""

import datetime as dt
from collections.abc import Callable, Mapping

from pasut.packs.time_words import Rule
from pasut.text.calendar import DAY, add_months, day_of, near_misses
from pasut.text.scan import Raw
from pasut.text.scene import (
    Scene,
    Value,
    days_value,
    gap,
    is_future,
    key,
    modifier_of,
    moved_year,
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


DATES: Mapping[Rule, Callable[[Scene, Raw], Value | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "bracket": _bracket,
    "day_month": _day_month,
    "named_day": _named_day,
    "day": _day_of_month,
}
"""What each rule of a day does with a match."""
