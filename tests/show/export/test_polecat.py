"""POLECAT's layout."""

import csv
import io
import pathlib

from pasut.show.export.polecat import COLUMNS

from .conftest import Export


def read(data: bytes) -> list[list[str]]:
    return [text.split("\t") for text in data.decode().removesuffix("\n").split("\n")]


def test_every_row_has_forty_fields(export: Export) -> None:
    rows = read(export("polecat"))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {40}
    assert len(rows) == 6


def test_a_reader_that_knows_quoting_sees_the_same_rows(export: Export) -> None:
    data = export("polecat")
    assert [*csv.reader(io.StringIO(data.decode(), newline=""), delimiter="\t")] == read(data)


def test_a_row_says_who_did_what(export: Export) -> None:
    header, *rows = read(export("polecat"))
    visit = next(row for row in (dict(zip(header, row, strict=True)) for row in rows) if row["Event Mode"] == "visit")
    expected = {
        "Event Date": "2024-06-19", "Event Type": "CONSULT", "Intensity": "4", "Quad Code": "1",
        "Actor Name": "Russia", "Actor Country": "RUS", "Actor COW": "365", "Primary Actor Sector": "GOV",
        "Actor Name Raw": "Putin", "Recipient Country": "PRK", "Recipient COW": "731", "Raw Placename": "Pyong yang",
        "Source": "Kabar 'Dua'", "Publication Date": "2024-06-20", "Story People": "Vladimir Putin", "Language": "id",
        "Latitude": "",
    }  # fmt: skip
    assert {name: visit[name] for name in expected} == expected


def test_a_plan_is_an_agreement_or_left_out(export: Export) -> None:
    kinds = [(row[2], row[3]) for row in read(export("polecat"))[1:]]
    assert ("AGREE", "") in kinds
    assert "ASSAULT" not in {kind for kind, _ in kinds}


def test_the_side_file_tells_what_the_layout_cannot(export: Export, tmp_path: pathlib.Path) -> None:
    rows = read(export("polecat"))[1:]
    side = [*csv.DictReader(io.StringIO((tmp_path / "out.ids.csv").read_bytes().decode(), newline=""))]
    assert [row["row"] for row in side] == [row[0] for row in rows]
    assert ("planned", "AID", "fuel") in [(row["status"], row["type"], row["mode"]) for row in side]
    assert any(row["standing"] == "disputed" and row["denied_by"] == "RUS" for row in side)
    assert all(row["claims"] for row in side)


def test_without_header(export: Export) -> None:
    assert read(export("polecat", "--no-header")) == read(export("polecat"))[1:]
