"""Rules of months, quarters, seasons, years, decades and centuries that a text tells by name or number."""

import datetime as dt
from collections.abc import Callable, Mapping

from pasut.packs.time_words import Rule
from pasut.text.calendar import month_days
from pasut.text.scan import Raw
from pasut.text.scene import (
    Scene,
    Value,
    is_future,
    key,
    modifier_of,
    moved_year,
    number_of,
    part_of,
    unit_named,
    year_of,
)  # fmt: skip


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
    words = scene.words
    if words.number_before.search(before):
        return True
    if words.counted_after.match(scene.text, raw.end) and not words.year_before.search(before):
        return "part" not in raw.slots
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


PERIODS: Mapping[Rule, Callable[[Scene, Raw], Value | None]] = {
    "month": _month,
    "decade": _decade,
    "year_range": _year_range,
    "year": _year,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
}
"""What each rule of a period does with a match."""
