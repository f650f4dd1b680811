"""Clues from dates that name no year: of use once surer clues leave few years."""

import datetime as dt
from collections.abc import Iterable, Iterator

from pasut.clean.guess import (
    AFTER_DAY,
    AFTER_MONTH,
    AFTER_WEEKDAY,
    BEFORE_MONTH,
    DAY,
    END,
    PROBE,
    START,
    Guess,
    Interval,
    Sentence,
    covers,
    hull,
    length_of,
    month_end,
    names_past,
)
from pasut.packs.time_words import TimeWords
from pasut.records import When
from pasut.text.times import TimeFind, looks_ahead


def yearless_clues(sentences: tuple[Sentence, ...], words: TimeWords, domain: list[Interval]) -> Iterator[Guess]:
    """Days and months that name no year: the season of the article, and with a weekday its year."""
    years = range(hull(domain)[0].year - 1, hull(domain)[1].year + 2)
    told = [(sentence, [find for find in sentence.finds if _lacks_year(find)]) for sentence in sentences]
    if not any(finds for _, finds in told):
        return
    this_month = any(_says_this_month(sentence, words) for sentence in sentences)
    for sentence, finds in told:
        for find in finds:
            ahead = looks_ahead(sentence.text, find.start, words)
            guess = _seasons(sentence, find, words, years, ahead, this_month)
            if guess is not None:
                yield guess


def _lacks_year(find: TimeFind) -> bool:
    return find.when is None and find.kind in ("date", "since", "until")


def _seasons(
    sentence: Sentence,
    find: TimeFind,
    words: TimeWords,
    years: Iterable[int],
    ahead: bool,
    this_month: bool,
) -> Guess | None:
    quote = sentence.quote(find)
    short = sentence.text[max(0, find.start - 1) : find.start] == "("
    intervals: list[Interval] = []
    month = True
    for year in years:
        day = dt.date(year, 1, 1) if ahead else dt.date(year, 12, 31)
        again = [f for f in sentence.seen_from(day, words) if f.start == find.start]
        if not again or again[0].when is None or again[0].conflict:
            continue
        first, last = _closed(again[0].when)
        short = short or "weekday" in again[0].basis
        month = (last - first).days > 25
        vague = (last - first).days > 7 or None in (again[0].when.first, again[0].when.last)
        reach = AFTER_WEEKDAY if short else AFTER_MONTH if vague or names_past(quote, words) else AFTER_DAY
        intervals.append(_window(first, last, ahead, reach, month and this_month))
    if not intervals:
        return None
    told = "looks ahead to" if ahead else "tells of"
    note = f"It {told} {quote!r} with no year, so it was written {'not long before' if ahead else 'soon after'}."
    if month and this_month:
        note += " What it calls this month is another."
    rank = 1 if short else 2
    return Guess(rank, "month" if month else "weekday" if short else "day", quote, tuple(intervals), note)


def _closed(when: When) -> Interval:
    """An interval with an open end, cut down to the day or month at its known end."""
    if when.first is None and when.last is not None:
        whole = when.last == month_end(when.last)
        return (when.last.replace(day=1) if whole else when.last), when.last
    if when.last is None and when.first is not None:
        return when.first, (month_end(when.first) if when.first.day == 1 else when.first)
    return when.first or START, when.last or END


def _window(first: dt.date, last: dt.date, ahead: bool, reach: int, other_month: bool) -> Interval:
    if ahead:
        return first - DAY * BEFORE_MONTH, first - DAY if other_month else last
    return (last + DAY if other_month else first), last + DAY * reach


def _says_this_month(sentence: Sentence, words: TimeWords) -> bool:
    if not any(find.kind == "relative" and find.when is None for find in sentence.finds):
        return False
    probed = sentence.seen_from(PROBE, words)
    return any(find.kind == "relative" and length_of(find) == 30 and covers(find, PROBE) for find in probed)
