"""Clues from events of known date: when what tells of a summit, a test or an attack can have been written."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
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
    seen_from,
)
from pasut.packs.time_words import TimeWords
from pasut.text.times import TimeFind, looks_ahead

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


def known_clues(sentences: Sequence[Sentence], words: TimeWords) -> Iterator[Guess]:
    """What the known events of a text say, each beside the times told with it, and all together."""
    told = [(sentence, list(_told(sentence, words))) for sentence in sentences]
    for sentence, events in told:
        for event in events:
            yield from _beside(sentence, event, words)
    named = {event.what: (sentence, event) for sentence, events in reversed(told) for event in events}
    for sentence, event in named.values():
        if len(event.days) == 1:
            yield from _no_older(sentence, event, words)
            yield from _same_day(sentences, event, words)


def _told(sentence: Sentence, words: TimeWords) -> Iterator[Told]:
    tokens = frozenset(_WORD.findall(sentence.lower))
    begun = [event for first in words.known_events.keys() & tokens for event in words.known_events[first]]
    events = {event.number: event for event in begun if not any([group.isdisjoint(tokens) for group in event.firsts])}
    for _, event in sorted(events.items()):
        found = [group.search(sentence.text) for group in event.groups]
        if all(found):
            places = [match.start() for match in found if match]
            yield Told(event.what, event.days, max(places), places[0])


def _beside(sentence: Sentence, event: Told, words: TimeWords) -> Iterator[Guess]:
    """`bulan ini`, `Selasa lalu`, `9 Oktober` beside an event: the days from which that means a day of it."""
    loose = [find for find in sentence.finds if find.when is None and find.kind in ("relative", "date")]
    if not loose:
        return
    near = {
        find.start
        for find in seen_from(sentence, words, PROBE)
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
    begun: dt.date | None = None
    for count in range((last - first).days + 2):
        day = first + DAY * count
        fits = day <= last and any(
            find.start in starts and _meets(find, meant) for find in seen_from(sentence, words, day)
        )
        if fits and begun is None:
            begun = day
        elif not fits and begun is not None:
            yield begun, day - DAY
            begun = None


def _dated(sentence: Sentence, days: Interval, words: TimeWords) -> Iterator[Interval]:
    """A day or month with no year beside an event of that day or month."""
    for find in seen_from(sentence, words, days[1] + DAY * _AFTER):
        if find.kind != "date" or not _meets(find, days) or sentence.has_year(find):
            continue
        if looks_ahead(sentence.text, find.start, words):
            yield days[0] - DAY * BEFORE_MONTH, days[0]
        else:
            yield days[0], days[1] + DAY * _reach(find, sentence, words)


def _reach(find: TimeFind, sentence: Sentence, words: TimeWords) -> int:
    is_month = find.when is not None and find.when.first != find.when.last
    return AFTER_MONTH if is_month or names_past(sentence.quote(find), words) else AFTER_DAY


def _meets(find: TimeFind, days: Interval) -> bool:
    when = find.when
    if when is None or when.first is None or when.last is None or (when.last - when.first).days > 31:
        return False
    first = when.first - DAY if (when.last - when.first).days == 6 else when.first  # many weeks begin on Sunday
    return first <= days[1] and days[0] <= when.last


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
            again = [each for each in seen_from(sentence, words, first) if each.start == find.start]
            if again and again[0].when and again[0].when.first == again[0].when.last == first:
                reach = AFTER_MONTH if names_past(sentence.quote(find), words) else AFTER_DAY
                note = f"It names that day of a known event: {_listed(event)}."
                yield Guess(8, "event-day", sentence.quote(find), ((first, first + DAY * reach),), note)
                return


def _listed(event: Told) -> str:
    return f"{event.what} ({', '.join(f'{first:%Y-%m}' for first, _ in event.days)})"
