"""A Frictionless data package: a folder of CSV files, and `datapackage.json` that describes every column of them."""

import hashlib
import pathlib
import tomllib
from collections.abc import Iterable, Mapping

import msgspec

from pasut.errors import PasutError
from pasut.settings import version
from pasut.show import events, line
from pasut.show.export.rows import Flat, claim_records, csv_lines, event_records
from pasut.show.export.told import read_told
from pasut.store import Store

DESCRIPTOR = "datapackage.json"
_COLUMNS = pathlib.Path(__file__).parent / "columns.toml"
_TYPES = {"sources": "integer"} | dict.fromkeys(("date_first", "date_last", "reported_first", "reported_last"), "date")
"""Types of columns; all others are text."""


def write_package(store: Store, folder: pathlib.Path) -> None:
    """Write `claims.csv`, `events.csv` and the descriptor into a folder, which is made where it is not there."""
    try:
        folder.mkdir(exist_ok=True)
        resources = [
            _resource(folder, "claims", line.FIELDS, claim_records(store.lines())),
            _resource(folder, "events", events.FIELDS, event_records(read_told(store))),
        ]
        (folder / DESCRIPTOR).write_bytes(_json(descriptor(resources)))
    except OSError as error:
        raise PasutError(f"{folder}: cannot be written ({error.strerror}); name another folder with -o") from error


def descriptor(resources: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """The package as a whole."""
    return {
        "profile": "tabular-data-package",
        "name": "pasut",
        "title": "Relations between states: claims and events",
        "description": f"Written by pasut {version()}. Lists in a cell are separated by semicolons.",
        "resources": list(resources),
    }


def column_words() -> Mapping[str, Mapping[str, str]]:
    """What each column of each table holds."""
    with _COLUMNS.open("rb") as file:
        words: dict[str, dict[str, str]] = tomllib.load(file)
    return words


def _resource(folder: pathlib.Path, name: str, fields: tuple[str, ...], records: Iterable[Flat]) -> dict[str, object]:
    """Write one table, and describe it with its size and hash."""
    digest, size = hashlib.sha256(), 0
    with (folder / f"{name}.csv").open("wb") as out:
        for text in csv_lines(fields, records):
            data = text.encode()
            out.write(data)
            digest.update(data)
            size += len(data)
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest.hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "schema": schema(name, fields),
    }


def schema(name: str, fields: Iterable[str]) -> dict[str, object]:
    """The columns of a table, in their order."""
    words = column_words()
    told = {**words["both"], **words[name]}
    columns = [_column(field, told[field]) for field in fields]
    return {"fields": columns, "primaryKey": ["id"], "missingValues": [""]}


def _column(field: str, description: str) -> dict[str, object]:
    required = {"constraints": {"required": True, "unique": True}} if field == "id" else {}
    return {"name": field, "type": _TYPES.get(field, "string"), "description": description, **required}


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
