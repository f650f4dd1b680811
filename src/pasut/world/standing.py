"""standing.tsv: what an armed group is while it is no rebel, such as the Taliban while they govern."""

import datetime as dt
import pathlib

from pasut.records import Record
from pasut.tables import read_table
from pasut.world.load import FOLDER, read_day


class Standing(Record, frozen=True):
    """A group's sector during a time; open ends are None."""

    code: str
    sector: str
    first: dt.date | None
    last: dt.date | None

    def holds(self, day: dt.date | None) -> bool:
        """Whether it holds on a day; the latest is meant where the day is unknown."""
        if day is None:
            return self.last is None
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def load_standings(folder: pathlib.Path = FOLDER) -> tuple[Standing, ...]:
    """Read the table. Raises DataError with file and line where a row is wrong."""
    path = folder / "standing.tsv"
    return tuple(
        Standing(
            code=code,
            sector=sector,
            first=read_day(first, f"{path.name}:{number}"),
            last=read_day(last, f"{path.name}:{number}", end=True),
        )
        for number, (code, sector, first, last) in read_table(path, ("code", "sector", "from", "to"))
    )
