"""Days as people type them: a year, a month or a day, as the first or last day that it covers."""

import calendar
import datetime as dt
import re

from pasut.errors import UsageError


def first_day(said: str | None) -> dt.date | None:
    """`2024` as 1 January 2024, `2024-06` as 1 June, a day as itself."""
    return _days(said)[0] if said else None


def last_day(said: str | None) -> dt.date | None:
    """`2024` as 31 December 2024, `2024-06` as 30 June, a day as itself."""
    return _days(said)[1] if said else None


def _days(said: str) -> tuple[dt.date, dt.date]:
    found = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", said.strip())
    try:
        if not found:
            raise ValueError(said)
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if month is None:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        last = calendar.monthrange(year, month)[1]
        return dt.date(year, month, day or 1), dt.date(year, month, day or last)
    except ValueError as error:
        raise UsageError(f"{said!r} is no date; write 2024, 2024-06 or 2024-06-19") from error


def ends_of(first: dt.date, last: dt.date, most: int | None = None) -> list[dt.date]:
    """The last days of the months between two days, of quarters or years where months are more than `most`.

    The last day of all is among them, whether or not a month ends with it.
    """
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    closing = [day for day in days if (day + dt.timedelta(days=1)).day == 1]
    ends: list[dt.date] = []
    for months in (1, 3, 12):
        ends = [day for day in closing if day.month % months == 0]
        if most is None or len(ends) < most:
            break
    return [*ends, *(days[-1:] if not ends or ends[-1] != last else [])]
