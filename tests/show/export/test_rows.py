"""Claims and events as CSV and lines of JSON."""

import csv
import io
import json

import pytest

from pasut.show import events, line

from .conftest import HOSTILE, Export


@pytest.mark.parametrize(("form", "fields"), [("csv", line.FIELDS), ("events-csv", events.FIELDS)])
def test_csv_has_every_field_in_every_row(form: str, fields: tuple[str, ...], export: Export) -> None:
    header, *rows = csv.reader(io.StringIO(export(form).decode(), newline=""))
    assert tuple(header) == fields
    assert len(rows) > 4
    assert {len(row) for row in rows} == {len(fields)}


def test_csv_and_json_give_back_hostile_text(export: Export) -> None:
    rows = [*csv.DictReader(io.StringIO(export("events-csv").decode(), newline=""))]
    records = [json.loads(text) for text in export("events-jsonl").decode().split("\n") if text]
    assert HOSTILE in [row["sentence"] for row in rows]
    assert [row["sentence"] or None for row in rows] == [record["sentence"] for record in records]
    assert [row["source"].split(";") for row in rows] == [record["source"] for record in records]


FORMS = (
    "csv",
    "events-csv",
    "events-jsonl",
    "polecat",
    "gdelt",
    "gdelt-mentions",
    "parquet",
    "events-parquet",
    "ics",
    "ftm",
    "graphml",
)


@pytest.mark.parametrize("form", FORMS)
def test_same_store_gives_same_bytes(form: str, export: Export) -> None:
    assert export(form) == export(form)
