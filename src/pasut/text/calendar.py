"""Arithmetic of days: months that lack a day, and the whole weeks, months, quarters and years that hold one."""

import calendar
import datetime as dt

from pasut.packs.time_words import Unit

DAY = dt.timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def day_of(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: dt.date, months: int) -> tuple[int, int]:
    count = day.year * 12 + day.month - 1 + months
    return max(1, min(9999, count // 12)), count % 12 + 1


def moved(day: dt.date, unit: Unit, count: int) -> dt.date:
    """`day` moved by `count` units; a day that the month lacks becomes its last."""
    if unit in MONTHS:
        year, month = add_months(day, count * MONTHS[unit])
        return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    try:
        return day + DAY * (count * (7 if unit == "week" else 1))
    except OverflowError:
        return dt.date.min if count < 0 else dt.date.max


def unit_of(day: dt.date, unit: Unit) -> tuple[dt.date, dt.date]:
    """The whole ISO week, month, quarter or year that holds `day`; decades ago are known to the year."""
    if unit == "week":
        monday = day - DAY * day.weekday()
        return monday, monday + DAY * 6
    if unit == "month":
        return month_days(day.year, day.month)
    if unit == "quarter":
        month = (day.month - 1) // 3 * 3 + 1
        return month_days(day.year, month)[0], month_days(day.year, month + 2)[1]
    if unit in ("year", "decade", "century"):
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    return day, day


def near_misses(year: int, month: int, day: int, weekday: int) -> tuple[dt.date, ...]:
    """The days of that weekday which a slip could turn into the one given: a part off by one, a figure of the day lost.

    Typing slips keep the weekday: nobody looks that one up.
    """
    parts = [(year + step, month, day) for step in (-1, 1)] + [(year, month + step, day) for step in (-1, 1)]
    days = [day - 1, day + 1, *(range(day * 10, day * 10 + 10) if day < 4 else (day + 10, day - 10, day + 20))]
    parts += [(year, month, each) for each in days]
    found = {each for part in parts if (each := day_of(*part)) is not None and each.weekday() == weekday}
    return tuple(sorted(found))
