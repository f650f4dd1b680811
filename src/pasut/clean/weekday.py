"""The clue of the weekday in an opening, `... tiba di Beijing, Rabu`: news of a weekday is of that day or the next.

Of use once surer clues leave a few weeks.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from pasut.clean.guess import DAY, Guess, Interval, Sentence, hull, names_past
from pasut.packs.time_words import TimeWords
from pasut.records import When
from pasut.text.times import find_times, looks_ahead

# Sentences that may hold the news; past so many days the weekday comes too often to tell anything.
_OPENING, _MOST_DAYS = 2, 40


def weekday_clues(sentences: Sequence[Sentence], words: TimeWords, domain: Sequence[Interval]) -> Iterator[Guess]:
    """The days of `domain` that are the weekday of the opening, or the day after it."""
    first, last = hull(domain)
    if not 1 <= (last - first).days <= _MOST_DAYS:
        return
    for sentence in sentences[:_OPENING]:
        for find in sentence.finds:
            if find.when is not None or not find.is_weekday or names_past(sentence.quote(find), words):
                continue
            if looks_ahead(sentence.text, find.start, words):
                continue
            days = [day for day in _days(first, last) if _is_fresh(sentence.text, find.start, day, words)]
            if days:
                quote = sentence.quote(find)
                note = f"Its opening tells of {quote!r}, so it was written that day or the next."
                yield Guess(12, "weekday", quote, tuple((day, day) for day in days), note)
            return


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for count in range((last - first).days + 1):
        yield first + DAY * count


def _is_fresh(text: str, place: int, day: dt.date, words: TimeWords) -> bool:
    """Whether the weekday at `place` means, on that day, the day itself or the one before."""
    for find in find_times(text, When(first=day, last=day), words):
        if find.start == place and find.when is not None and find.when.first is not None:
            return (day - find.when.first).days in (0, 1)
    return False
