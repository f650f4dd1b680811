"""Parquet, where pyarrow is installed; a hint where it is not."""

import csv
import datetime as dt
import io
import pathlib
import sys

import pytest

from pasut.show import line
from pasut.show.cli import run

from .conftest import Export


def test_claims_come_back_with_their_types(export: Export) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow, the extra `parquet`, is not installed")
    table = parquet.read_table(io.BytesIO(export("parquet")))
    assert tuple(table.column_names) == line.FIELDS
    rows = table.to_pylist()
    told = [*csv.DictReader(io.StringIO(export("csv").decode(), newline=""))]
    assert [row["sentence"] for row in rows] == [row["sentence"] for row in told]
    assert [";".join(row["source"]) for row in rows] == [row["source"] for row in told]
    assert dt.date(2024, 6, 19) in [row["date_first"] for row in rows]


def test_events_come_back(export: Export) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow, the extra `parquet`, is not installed")
    rows = parquet.read_table(io.BytesIO(export("events-parquet"))).to_pylist()
    assert {row["sources"] for row in rows} == {1}
    assert len(rows) == 6


def test_without_pyarrow_the_error_says_what_to_install(
    case: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run(["export", "--format", "parquet", "--store", str(case)]) == 2
    assert "pip install 'pasut[parquet]'" in capsys.readouterr().err
