"""English times, American and British, against what they mean."""

import datetime as dt
import pathlib
import re

import pytest

import pasut.packs
from pasut.packs.time_words import load_time_words
from pasut.records import When
from pasut.text.times import find_times

WORDS = load_time_words(pathlib.Path(pasut.packs.__path__[0]) / "en" / "time.toml")
DAY = dt.date(2024, 10, 9)  # a Wednesday
PUBLISHED = When(first=DAY, last=DAY, basis="given")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It happened on June 19, 2024.", "2024-06-19"),
        ("It happened on 19 June 2024.", "2024-06-19"),
        ("It happened on Oct. 7.", "2024-10-07"),
        ("It happened on the 7th of October.", "2024-10-07"),
        ("It happened on Monday, October 7, 2024.", "2024-10-07"),
        ("It happened on Tuesday.", "2024-10-08"),
        ("It happened last Tuesday.", "2024-10-08"),
        ("It happened on Monday morning.", "2024-10-07"),
        ("It happened yesterday.", "2024-10-08"),
        ("It happened two weeks ago.", "2024-09-23/2024-09-29"),
        ("It happened a month ago.", "2024-09"),
        ("It happened last week.", "2024-09-30/2024-10-06"),
        ("It happened last month.", "2024-09"),
        ("It happened this year.", "2024"),
        ("It has gone on since 2022.", "2022/.."),
        ("It will happen early next month.", "2024-11-01/2024-11-10"),
        ("It happened in May 2023.", "2023-05"),
        ("It happened in May.", "2024-05"),
        ("It happened in late 2023.", "2023-09/2023-12"),
        ("It happened in the 1990s.", "1990/1999"),
        ("It happened from 2001 to 2004.", "2001/2004"),
        ("It happened on June 18-19, 2024.", "2024-06-18/2024-06-19"),
        ("It will happen next Friday.", "2024-10-11"),
        ("It will happen tomorrow.", "2024-10-10"),
    ],
)
def test_a_time_means_its_days(text: str, expected: str) -> None:
    assert [find.when.text() for find in find_times(text, PUBLISHED, WORDS) if find.when] == [expected]


@pytest.mark.parametrize("text", ["They may march again.", "He fell in the spring.", "Resolution 1718 was passed."])
def test_words_of_another_meaning_are_no_times(text: str) -> None:
    assert [find for find in find_times(text, PUBLISHED, WORDS) if find.when] == []


def test_a_day_later_counts_from_the_day_told() -> None:
    finds = find_times("He came on June 18, 2024, and left a day later.", PUBLISHED, WORDS)
    assert [find.when.text() for find in finds if find.when] == ["2024-06-18", "2024-06-19"]


def test_the_forms_picked_by_the_first_word_match_as_all_would() -> None:
    whole = re.compile("|".join(f"(?P<{each.group}>{each.regex})" for each in WORDS.forms.alternatives))
    text = (
        "The first quarter of 2024, the 7th of May, the late 1990s, the '90s, in mid-2023, over the last two weeks, "
        "for three days, the following day, at the end of the month, the week of June 3, that same day, in May"
    )
    hits = list(WORDS.trigger.finditer(text))
    found = [WORDS.forms.match(text, hit.start(), hit.group()) for hit in hits]
    sought = [whole.match(text, hit.start()) for hit in hits]
    assert any(found)
    assert [each and (each.span(), each.lastgroup) for each in found] == [
        each and (each.span(), each.lastgroup) for each in sought
    ]
