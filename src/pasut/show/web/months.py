"""Months as the calendar turns them: their days, their names in addresses, and the list of all that have events."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from pasut.errors import UsageError
from pasut.records import Record, When
from pasut.show.table import Row, View
from pasut.show.words import Words

_NAME = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


class Month(Record, frozen=True):
    """One month."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> "Month":
        """The month of a day."""
        return cls(year=day.year, number=day.month)

    @classmethod
    def read(cls, said: str) -> "Month":
        """The month that an address names. Raises UsageError for anything else."""
        found = _NAME.fullmatch(said)
        if found is None or not 1 <= int(found[2]) <= 12 or not 2 <= int(found[1]) <= 9998:
            raise UsageError(f"{said[:40]!r} is no month; write it as 2024-06")
        return cls(year=int(found[1]), number=int(found[2]))

    @property
    def name(self) -> str:
        """`2024-06`."""
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.number, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return dt.date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def when(self) -> When:
        """Its days, for writing it as people do."""
        return When(first=self.first, last=self.last, basis="month")

    @property
    def before(self) -> "Month":
        """The month before."""
        return Month.of(self.first - dt.timedelta(days=1))

    @property
    def after(self) -> "Month":
        """The month after."""
        return Month.of(self.last + dt.timedelta(days=1))


def months_view(title: str, counts: Sequence[tuple[str, int]], words: Words, empty: str) -> View:
    """How many events begin in each month, the last month first."""
    return View(
        title=title,
        headings=words.headings("date", "count"),
        rows=tuple(
            Row(
                cells=(words.date(Month.read(name).when), words.number(count)),
                record={"month": name, "events": count},
            )
            for name, count in reversed(counts)
        ),
        fields=("month", "events"),
        empty=empty,
    )
