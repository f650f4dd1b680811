"""Clues from days printed with weekday and year, `Selasa (12/9/2023)`: news prints the day that it reports this way."""

import datetime as dt
from collections.abc import Iterator, Sequence

from pasut.clean.guess import DAY, Guess, Interval, Sentence, is_day, month_end, names_past
from pasut.packs.time_words import TimeWords
from pasut.text.times import TimeFind, looks_ahead

# How long after the day it prints in full an article may appear, and after the day of a report that it credits. Of 330
# dated articles with such a day, nine in ten of the first kind and nineteen in twenty of the second.
_AFTER_FULL, _AFTER_CREDITED = 3, 1
# `Selasa (10/6/2025) lalu`
_AFTER_PAST = 7


def printed_clues(sentences: tuple[Sentence, ...], words: TimeWords) -> Iterator[Guess]:
    """The latest weekday with a whole date: news prints the day it reports this way."""
    found = [
        (find.when.first, find, sentence)
        for sentence in sentences
        for find in sentence.finds
        if find.when and find.when.first and find.kind == "date" and is_day(find) and _prints_weekday(find)
        and not looks_ahead(sentence.text, find.start, words)
    ]  # fmt: skip
    yield from _mistyped([(find, sentence) for _, find, sentence in found if find.could_be])
    found = [each for each in found if not each[1].could_be]
    if not found:
        return
    credited = [each for each in found if _is_credited(each[2], each[1], words)]
    latest = max(found, key=lambda item: item[0])
    day, find, sentence = max(credited or found, key=lambda item: item[0])
    if (latest[0] - day).days > _AFTER_PAST:  # the report credited is an old one
        credited, (day, find, sentence) = [], latest
    note = f"The latest day printed in full is {day.isoformat()}"
    if find.conflict:
        note += " (month before day, as the weekday shows)"
    quote = sentence.quote(find)
    fresher = _fresher(sentences, day, words)
    if fresher is not None:
        note += f", and {fresher[1]!r} is named after it; news appears that day or within three."
        yield Guess(0, "weekday", fresher[1], (_after(fresher[0], _AFTER_FULL),), note)
    elif credited:
        note += ", the day of the report that is credited; news appears that day or the next."
        yield Guess(0, "wire", quote, (_after(day, _AFTER_CREDITED),), note)
    elif names_past(quote, words):
        yield Guess(
            0, "weekday", quote, (_after(day, _AFTER_PAST),), note + ", told as past; news appears within days."
        )
    else:
        yield Guess(0, "weekday", quote, (_after(day, _AFTER_FULL),), note + "; news appears that day or within three.")


def _prints_weekday(find: TimeFind) -> bool:
    return "weekday" in find.basis


def _is_credited(sentence: Sentence, find: TimeFind, words: TimeWords) -> bool:
    return words.wire.search(sentence.text[max(0, find.start - 60) : find.start]) is not None


def _after(day: dt.date, days: int) -> Interval:
    """A few days on, but into the next month only where the month is at its end."""
    last = day + DAY * days
    return day, min(last, month_end(day)) if day.day < 28 else last


def _mistyped(found: Sequence[tuple[TimeFind, Sentence]]) -> Iterator[Guess]:
    """`Rabu (18/5/2025)`, which was a Sunday: a slip, so one of the Wednesdays close to it in writing."""
    for find, sentence in found:
        intervals = tuple(_after(day, _AFTER_FULL) for day in find.could_be)
        note = f"{sentence.quote(find)!r} has another weekday, so one figure of it is wrong."
        yield Guess(2, "mistyped", sentence.quote(find), intervals, note)


def _fresher(sentences: Sequence[Sentence], day: dt.date, words: TimeWords) -> tuple[dt.date, str] | None:
    """The latest `Selasa (17/6)` with no year that lies at most a week after the day printed in full."""
    found = []
    for sentence in sentences:
        loose = {find.start for find in sentence.finds if find.when is None and find.kind == "date"}
        for find in sentence.seen_from(day + DAY * 7, words) if loose else ():
            if find.start in loose and is_day(find) and _prints_weekday(find) and not find.conflict and find.when:
                if find.when.first and find.when.first > day and not looks_ahead(sentence.text, find.start, words):
                    found.append((find.when.first, sentence.quote(find)))
    return max(found, default=None)
