"""Read the package's tab-separated data files, strictly: a wrong header or ragged row stops, with file and line."""

import pathlib
from collections.abc import Iterator

from pasut.errors import DataError


def read_table(path: pathlib.Path, columns: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield (line number, cells) of every row; the first line that is no comment must be the header `columns`."""
    header_seen = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if not header_seen:
            if cells != columns:
                raise DataError(f"{path.name}:{number}: header is {cells}, write {columns}")
            header_seen = True
            continue
        cells += ("",) * (len(columns) - len(cells))
        if len(cells) != len(columns):
            raise DataError(f"{path.name}:{number}: {len(cells)} cells, write {len(columns)} separated by tabs")
        yield number, cells
    if not header_seen:
        raise DataError(f"{path.name}: empty, write the header {columns}")


def cell_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list: `a|b|c`."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
