"""GDELT's layouts."""

import csv
import io
import pathlib

from pasut.show.export.gdelt import EVENT_COLUMNS, MENTION_COLUMNS

from .conftest import Export


def read(data: bytes) -> list[dict[str, str]]:
    header, *rows = [text.split("\t") for text in data.decode().removesuffix("\n").split("\n")]
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_every_row_has_sixty_one_fields(export: Export) -> None:
    lines = export("gdelt").decode().removesuffix("\n").split("\n")
    assert {text.count("\t") + 1 for text in lines} == {61} == {len(EVENT_COLUMNS)}
    assert tuple(lines[0].split("\t")) == EVENT_COLUMNS


def test_every_mention_has_sixteen_fields_and_an_event(export: Export) -> None:
    lines = export("gdelt-mentions").decode().removesuffix("\n").split("\n")
    assert {text.count("\t") + 1 for text in lines} == {16} == {len(MENTION_COLUMNS)}
    events = {row["GLOBALEVENTID"] for row in read(export("gdelt"))}
    assert {row["GLOBALEVENTID"] for row in read(export("gdelt-mentions"))} == events


def test_a_row_says_who_did_what(export: Export) -> None:
    visit = next(row for row in read(export("gdelt")) if row["EventCode"] == "042")
    expected = {
        "SQLDATE": "20240619", "MonthYear": "202406", "Year": "2024", "FractionDate": "2024.5452",
        "Actor1Code": "RUS", "Actor1Name": "RUSSIA", "Actor2CountryCode": "PRK", "IsRootEvent": "1",
        "EventBaseCode": "042", "EventRootCode": "04", "QuadClass": "1", "NumMentions": "1", "GoldsteinScale": "",
        "ActionGeo_FullName": "Pyong yang", "DATEADDED": "20240620000000", "SOURCEURL": "https://example.org/a?b=1",
    }  # fmt: skip
    assert {name: visit[name] for name in expected} == expected


def test_a_mutual_act_is_a_row_each_way(export: Export) -> None:
    trade = [row for row in read(export("gdelt")) if row["EventCode"] == "061"]
    assert {(row["Actor1Code"], row["Actor2Code"]) for row in trade} == {("PRK", "RUS"), ("RUS", "PRK")}
    assert len({row["GLOBALEVENTID"] for row in trade}) == 2


def test_a_body_is_no_country(export: Export) -> None:
    body = next(row for row in read(export("gdelt")) if row["Actor1Name"] == "UNITED NATIONS")
    assert (body["Actor1Code"], body["Actor1CountryCode"], body["Actor1Type1Code"]) == ("IGOUNO", "", "IGO")


def test_a_date_that_is_a_month_has_no_day(export: Export) -> None:
    arms = next(row for row in read(export("gdelt")) if row["EventCode"] == "072")
    assert (arms["SQLDATE"], arms["MonthYear"], arms["FractionDate"]) == ("", "202406", "")


def test_numbers_are_whole_in_every_reader(export: Export, tmp_path: pathlib.Path) -> None:
    numbers = [row["GLOBALEVENTID"] for row in read(export("gdelt"))]
    assert all(0 < int(number) < 2**53 for number in numbers)
    assert [
        row["row"] for row in csv.DictReader(io.StringIO((tmp_path / "out.ids.csv").read_bytes().decode(), newline=""))
    ] == numbers
