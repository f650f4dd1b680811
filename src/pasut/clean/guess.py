"""What the finders of clues share: a sentence read, a clue before it is weighed, and the arithmetic of intervals."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pasut.packs.time_words import DatingForm, TimeWords
from pasut.records import When
from pasut.text.times import TimeFind, find_times

DAY = dt.timedelta(days=1)
START, END = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
# Offices and war years are named a little before and after they change.
SLACK = 31
# How long after a day with its weekday and no year an article may appear.
AFTER_WEEKDAY = 14
# A month named with no year is told of up to nine months later; one to come is announced up to six months before.
AFTER_MONTH, BEFORE_MONTH = 270, 180
# A day and month with neither weekday nor year is mostly of the last days: of 29 in 330 dated articles, 25 within 13.
AFTER_DAY = 21
# Any Wednesday in mid-month: what relative words say, seen from a day that is known.
PROBE = dt.date(2001, 6, 13)
Interval = tuple[dt.date, dt.date]


class Guess(NamedTuple):
    """A clue before it is weighed: the publication lies in one of the intervals."""

    rank: int
    kind: str
    quote: str
    intervals: tuple[Interval, ...]
    note: str


class Sentence:
    """A sentence and the time expressions in it."""

    def __init__(self, text: str, finds: tuple[TimeFind, ...], forms: tuple[DatingForm, ...]) -> None:
        self.text = text
        self.finds = finds
        self.forms = forms
        """The forms of the pack's `dating` that may match."""
        self._seen: dict[dt.date, tuple[TimeFind, ...]] = {}

    def quote(self, find: TimeFind) -> str:
        return self.text[find.start : find.end]

    def has_year(self, find: TimeFind) -> bool:
        """Whether the expression at this place has its value whenever it is read."""
        return any(each.start == find.start and each.when is not None for each in self.finds)

    def seen_from(self, day: dt.date, words: TimeWords) -> tuple[TimeFind, ...]:
        """The time expressions as seen from a day; remembered, since several clues ask for the same."""
        if day not in self._seen:
            self._seen[day] = find_times(self.text, When(first=day, last=day), words)
        return self._seen[day]


def matches(field: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    for form in sentence.forms:
        if form.field == field:
            yield from form.pattern.finditer(sentence.text)


def count_of(match: re.Match[str], words: TimeWords) -> int | None:
    groups = match.groupdict()
    text = " ".join((groups.get("n") or groups.get("ordinal") or "").lower().split())
    if text.isdigit():
        return int(text)
    return words.file.ordinals.get(text) or words.file.numbers.get(text)


def names_past(quote: str, words: TimeWords) -> bool:
    """`9 Oktober lalu`: the word for past lets the day lie further back."""
    return any(words.file.modifiers.get(word) == "past" for word in quote.lower().split())


def is_day(find: TimeFind) -> bool:
    return find.when is not None and find.when.first is not None and find.when.first == find.when.last


def length_of(find: TimeFind) -> int:
    if find.when is None or find.when.first is None or find.when.last is None:
        return 0
    return (find.when.last - find.when.first).days + 1


def covers(find: TimeFind, day: dt.date) -> bool:
    return find.when is not None and bool(find.when.first and find.when.last) and _inside(find.when, day)


def _inside(when: When, day: dt.date) -> bool:
    return (when.first or START) <= day <= (when.last or END)


def intersect(some: Iterable[Interval], others: Sequence[Interval]) -> list[Interval]:
    pairs = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return sorted({(first, last) for first, last in pairs if first <= last})


def hull(domain: Iterable[Interval]) -> Interval:
    firsts, lasts = zip(*domain, strict=True)
    return min(firsts), max(lasts)


def whole_years(first: int, last: int) -> Interval:
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def add_years(day: dt.date, count: int) -> dt.date:
    """The same day `count` years on; 29 February becomes the 28th."""
    return day.replace(year=day.year + count, day=28 if (day.month, day.day) == (2, 29) else day.day)


def month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
