"""Claims and events as flat rows, and rows as CSV (RFC 4180); lists in a cell are separated by semicolons."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pasut.show.events import event_record
from pasut.show.export.told import Told
from pasut.show.line import line_record
from pasut.show.table import Value
from pasut.store import Line

Flat = Mapping[str, Value]


def claim_records(lines: Iterable[Line]) -> Iterator[Flat]:
    """One record a claim, with the keys `show.line.FIELDS`."""
    return map(line_record, lines)


def event_records(told: Iterable[Told]) -> Iterator[Flat]:
    """One record an event, with the keys `show.events.FIELDS`."""
    return (event_record(each.event, each.sentence) for each in told)


def csv_lines(fields: Sequence[str], records: Iterable[Flat]) -> Iterator[str]:
    """A header, and one line a record; what is unknown is empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(fields)
    yield _taken(out)
    for record in records:
        writer.writerow([_cell(record[field]) for field in fields])
        yield _taken(out)


def _cell(value: Value) -> str | int | float | None:
    return ";".join(value) if isinstance(value, list) else value


def _taken(out: io.StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text
