"""Claims or events as a Parquet file, batch by batch; needs pyarrow, the extra `parquet`."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from pasut.errors import UsageError
from pasut.show.export.rows import Flat
from pasut.show.table import Value

BATCH = 5000
"""Rows of a group: what is in memory at once."""
_LISTS = (
    "source", "target", "others", "persons", "affirmed_by", "denied_by", "contexts", "claims", "articles", "speaker",
    "medium", "overrides",
)  # fmt: skip
_DAYS = ("date_first", "date_last", "reported_first", "reported_last")
_NUMBERS = ("sources",)


def write_parquet(fields: Sequence[str], records: Iterable[Flat], out: BinaryIO) -> None:
    """Write records: lists as lists, days as dates, all else as text. Raises UsageError where pyarrow is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow; install it with: pip install 'pasut[parquet]'") from error
    types = {
        **dict.fromkeys(fields, pa.string()),
        **dict.fromkeys(_LISTS, pa.list_(pa.string())),
        **dict.fromkeys(_DAYS, pa.date32()),
        **dict.fromkeys(_NUMBERS, pa.int64()),
    }
    schema = pa.schema([(field, types[field]) for field in fields])
    rows = iter(records)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(itertools.islice(rows, BATCH)):
            columns = [[_value(field, record[field]) for record in batch] for field in fields]
            arrays = [pa.array(column, types[field]) for field, column in zip(fields, columns, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _value(field: str, value: Value) -> Value | dt.date:
    return dt.date.fromisoformat(value) if field in _DAYS and isinstance(value, str) else value
