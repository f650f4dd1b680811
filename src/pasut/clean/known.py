"""Clues from events of known date: when what tells of a summit, a test or an attack can have been written."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pasut.clean.guess import (
    AFTER_DAY,
    AFTER_MONTH,
    BEFORE_MONTH,
    DAY,
    END,
    PROBE,
    Guess,
    Interval,
    Sentence,
    names_past,
)
from pasut.packs.events import EventWords
from pasut.packs.time_words import TimeWords
from pasut.text.times import TimeFind, looks_ahead, seen_near

_WORD = re.compile(r"\w+")
# Days around an event on which a weekday, `pekan lalu` or `bulan ini` can mean it.
_BEFORE, _AFTER = 7, 40
# Characters between what is told of an event and its time.
_CLOSE = 150
# Characters between a verb of saying and its time.
_SAYING = 50


class Told(NamedTuple):
    """An event of known date that a sentence names."""

    what: str
    days: tuple[Interval, ...]
    place: int
    """Where in the sentence its last word stands."""
    at: int
    """Where the word of its first group stands, which is what it is."""


def known_clues(sentences: Sequence[Sentence], words: TimeWords, held: frozenset[str]) -> Iterator[Guess]:
    """What the known events of a text say, each beside the times told with it, and all together.

    `held` are the words of the text, in lower case.
    """
    events = _that_may_stand_in(held, words.known_events)
    if not events:
        return
    by_first: dict[str, list[EventWords]] = {}
    for event in events:
        for first in event.groups[0].firsts & held:
            by_first.setdefault(first, []).append(event)
    told = [(sentence, list(_told(sentence, by_first))) for sentence in sentences]
    for sentence, found in told:
        for each in found:
            yield from _beside(sentence, each, words)
    named = {each.what: (sentence, each) for sentence, found in reversed(told) for each in found}
    for sentence, each in named.values():
        if len(each.days) == 1:
            yield from _no_older(sentence, each, words)
            yield from _same_day(sentences, each, words)


def _told(sentence: Sentence, events: Mapping[str, Sequence[EventWords]]) -> Iterator[Told]:
    lower = sentence.text.lower()
    for event in _that_may_stand_in(frozenset(_WORD.findall(lower)), events):
        places = event.find(sentence.text, lower)
        if places:
            yield Told(event.what, event.days, max(places), places[0])


def _that_may_stand_in(held: frozenset[str], events: Mapping[str, Sequence[EventWords]]) -> list[EventWords]:
    """Of the events, by the first words of their first groups, those that a text of these words may tell of."""
    begun = {event for first in events.keys() & held for event in events[first]}
    return sorted([event for event in begun if event.may_stand_in(held)], key=lambda event: event.number)


def _beside(sentence: Sentence, event: Told, words: TimeWords) -> Iterator[Guess]:
    """`bulan ini`, `Selasa lalu`, `9 Oktober` beside an event: the days from which that means a day of it."""
    loose = [find for find in sentence.finds if find.when is None and find.kind in ("relative", "date")]
    if not loose:
        return
    near = {
        find.start
        for find in sentence.seen_from(PROBE, words)
        if find.kind == "relative"
        and _is_near(find)
        and abs(find.start - event.at) <= _CLOSE
        and not _of_saying(sentence, find, words)
    }
    ahead = {find.start for find in loose if looks_ahead(sentence.text, find.start, words)}
    starts = near & ahead or near
    found = [span for days in event.days for span in _near(sentence, days, starts, ahead, words)]
    found += [span for days in event.days for span in _dated(sentence, days, words)]
    if found:
        quote = sentence.quote(next((find for find in loose if find.start in starts), loose[0]))
        yield Guess(8, "event", quote, tuple(found), f"It tells as of then an event of known date: {_listed(event)}.")


def _is_near(find: TimeFind) -> bool:
    """Whether the expression, seen from the probe day, is a month or less and not far off."""
    if find.when is None or find.when.first is None or find.when.last is None:
        return False
    length = (find.when.last - find.when.first).days + 1
    return length <= 31 and abs((find.when.last - PROBE).days) <= 31


def _of_saying(sentence: Sentence, find: TimeFind, words: TimeWords) -> bool:
    """`..., demikian media melaporkan di sini Selasa`, `China, Sabtu, mengatakan`: the day of the words."""
    before = sentence.text[max(0, find.start - _SAYING) : find.start]
    if words.saying.search(before.rpartition(", ")[2]):
        return True
    gap = 2 if before.endswith(", ") and sentence.text.startswith(", ", find.end) else 1
    return words.saying.match(sentence.text, find.end + gap) is not None


def _near(
    sentence: Sentence, days: Interval, starts: set[int], ahead: set[int], words: TimeWords
) -> Iterator[Interval]:
    """The runs of days from which one of the finds at `starts` holds a day of the event."""
    if not starts:
        return
    coming = bool(starts & ahead)
    first, last = (days[0] - DAY * _BEFORE, days[0]) if coming else (days[0], days[1] + DAY * _AFTER)
    is_first = coming or words.opening.search(sentence.text) is not None
    meant = (days[0], days[0]) if is_first else days
    seen = seen_near(sentence.text, words, starts)
    begun: dt.date | None = None
    for count in range((last - first).days + 2):
        day = first + DAY * count
        fits = day <= last and any([_meets(told, meant) for told in seen(day)])
        if fits and begun is None:
            begun = day
        elif not fits and begun is not None:
            yield begun, day - DAY
            begun = None


def _dated(sentence: Sentence, days: Interval, words: TimeWords) -> Iterator[Interval]:
    """A day or month with no year beside an event of that day or month."""
    for find in sentence.seen_from(days[1] + DAY * _AFTER, words):
        if find.kind != "date" or not _meets(_interval(find), days) or sentence.has_year(find):
            continue
        if looks_ahead(sentence.text, find.start, words):
            yield days[0] - DAY * BEFORE_MONTH, days[0]
        else:
            yield days[0], days[1] + DAY * _reach(find, sentence, words)


def _reach(find: TimeFind, sentence: Sentence, words: TimeWords) -> int:
    is_month = find.when is not None and find.when.first != find.when.last
    return AFTER_MONTH if is_month or names_past(sentence.quote(find), words) else AFTER_DAY


def _meets(told: Interval | None, days: Interval) -> bool:
    if told is None or (told[1] - told[0]).days > 31:
        return False
    first = told[0] - DAY if (told[1] - told[0]).days == 6 else told[0]  # many weeks begin on Sunday
    return first <= days[1] and days[0] <= told[1]


def _interval(find: TimeFind) -> Interval | None:
    when = find.when
    return None if when is None or when.first is None or when.last is None else (when.first, when.last)


def _no_older(sentence: Sentence, event: Told, words: TimeWords) -> Iterator[Guess]:
    if looks_ahead(sentence.text, event.place, words):
        return
    note = f"It tells of an event of known date, so it is no older: {_listed(event)}."
    yield Guess(9, "event", event.what, ((event.days[0][0], END),), note)


def _same_day(sentences: Sequence[Sentence], event: Told, words: TimeWords) -> Iterator[Guess]:
    """`4 Desember` in an article that tells elsewhere of an event of 4 December 2011."""
    first, last = event.days[0]
    if first != last:
        return
    for sentence in sentences:
        for find in sentence.finds:
            if find.when is not None or find.kind != "date" or looks_ahead(sentence.text, find.start, words):
                continue
            again = [each for each in sentence.seen_from(first, words) if each.start == find.start]
            if again and again[0].when and again[0].when.first == again[0].when.last == first:
                reach = AFTER_MONTH if names_past(sentence.quote(find), words) else AFTER_DAY
                note = f"It names that day of a known event: {_listed(event)}."
                yield Guess(8, "event-day", sentence.quote(find), ((first, first + DAY * reach),), note)
                return


def _listed(event: Told) -> str:
    return f"{event.what} ({', '.join(f'{first:%Y-%m}' for first, _ in event.days)})"
