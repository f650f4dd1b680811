"""Days as people type them."""

import datetime as dt

import pytest

from pasut.errors import UsageError
from pasut.show.days import ends_of, first_day, last_day


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024-06-19", dt.date(2024, 6, 19), dt.date(2024, 6, 19)),
        (None, None, None),
    ],
)
def test_a_year_month_or_day(said: str | None, first: dt.date | None, last: dt.date | None) -> None:
    assert (first_day(said), last_day(said)) == (first, last)


@pytest.mark.parametrize("said", ["june", "2024-13", "2024-02-30", "24", "2024-06-19-01"])
def test_what_is_no_date_is_said(said: str) -> None:
    with pytest.raises(UsageError, match="is no date; write 2024"):
        first_day(said)


@pytest.mark.parametrize(
    ("first", "last", "most", "ends"),
    [
        ("2024-01-10", "2024-03-15", None, ["2024-01-31", "2024-02-29", "2024-03-15"]),
        ("2024-01-10", "2024-06-30", 4, ["2024-03-31", "2024-06-30"]),
        ("2020-01-10", "2024-06-01", 4, ["2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31", "2024-06-01"]),
        ("2024-01-10", "2024-01-10", None, ["2024-01-10"]),
    ],
)
def test_the_ends_of_months_or_of_longer_times_where_they_are_many(
    first: str, last: str, most: int | None, ends: list[str]
) -> None:
    begin, end = (dt.date.fromisoformat(each) for each in (first, last))
    assert [day.isoformat() for day in ends_of(begin, end, most)] == ends
