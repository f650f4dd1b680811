"""Numbers of a relation as people read them: points with their sign, bands, levels, trends, chances, blocks."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence

from pasut.measure.level import Level, Trend
from pasut.measure.parameters import Parameters
from pasut.records import Event, When
from pasut.show.line import between
from pasut.show.table import Value
from pasut.show.words import MINUS, Words
from pasut.store import Store

BLOCKS = "▁▂▃▄▅▆▇█"
GAP = "·"
"""Stands where the index is stale, or has not begun."""
PLACES = 6
"""Decimals of exported numbers."""


def signed(value: float, words: Words, places: int = 1) -> str:
    """`+4.2`, `−0.3`, in the language's form."""
    shown = words.number(abs(round(value, places)), places)
    return (MINUS if round(value, places) < 0 else "+") + shown


def band(low: float, high: float, words: Words) -> str:
    """`+3.1 to +5.3`."""
    return words.phrase("band", low=signed(low, words), high=signed(high, words))


def percent(chance: float, words: Words) -> str:
    """`63 %`; what is almost certain is not rounded to certainty."""
    whole = min(99, max(1, round(100 * chance))) if 0 < chance < 1 else round(100 * chance)
    return f"{words.number(whole)} %"


def level_words(level: Level, since: int, words: Words) -> str:
    """What to call a level: one word, two where the band covers several, or how old the evidence is."""
    if level.stale:
        return words.phrase("never_acted") if since < 0 else words.phrase("stale", n=since)
    names = words.labels.level
    if level.is_certain:
        return names[level.lowest]
    return words.phrase("between", low=names[level.lowest], high=names[level.highest])


def trend_words(trend: Trend, chance: float, words: Words) -> str:
    """`warming (98 %)`, `unclear, rather cooler (81 %)`: what the words say, from the chance of being warmer."""
    is_warmer = trend == "warming" or (trend == "unclear" and chance >= 0.5)
    shown = percent(chance if is_warmer else 1 - chance, words)
    if trend == "unclear":
        return f"{words.phrase('rather_warmer' if is_warmer else 'rather_cooler')} ({shown})"
    return f"{words.labels.trend[trend]} ({shown})"


def on_day(day: dt.date, words: Words) -> str:
    """A day in the language's form."""
    return words.date(When(first=day, last=day, basis="day"))


def who_did(event: Event) -> str:
    """`PRK → RUS`, or `PRK – RUS` for what both do."""
    return between([*map(str, event.source)], [*map(str, event.target)])


def first_sentences(store: Store, events: Iterable[Event]) -> dict[str, str]:
    """The sentence of the first report of each event, by its id."""
    return {event: line.claim.sentence_text for event, line in store.first_lines(events).items()}


def act_record(event: Event, sentence: str) -> dict[str, Value]:
    """What a program may want of an act beside a measure of it."""
    return {
        "id": event.id,
        "date": event.when.text() if event.when else None,
        "type": event.type,
        "mode": event.mode,
        "source": [*map(str, event.source)],
        "target": [*map(str, event.target)],
        "sentence": sentence,
    }


def formula_line(parameters: Parameters) -> str:
    """Version of the formula and every parameter, for a machine and a careful reader alike."""
    listed = ", ".join(f"{name} {value:g}" for name, value in parameters.listed())
    return f"pasut index {parameters.formula}: {listed}"


def draw_blocks(values: Sequence[float], shown: Sequence[bool], width: int) -> tuple[str, float, float]:
    """A line of blocks, one for some days each, with the lowest and highest mean that it shows.

    >>> draw_blocks([0.0, 1.0, 2.0, 2.0], [True, True, True, False], 4)
    ('▁▅█·', 0.0, 2.0)
    """
    means = [_mean(values, shown, start, end) for start, end in _slices(len(values), width)]
    known = [mean for mean in means if mean is not None]
    if not known:
        return GAP * len(means), 0.0, 0.0
    low, high = min(known), max(known)
    step = (high - low) / len(BLOCKS) or 1.0
    blocks = [GAP if mean is None else BLOCKS[min(len(BLOCKS) - 1, int((mean - low) / step))] for mean in means]
    return "".join(blocks), low, high


def _slices(length: int, width: int) -> Iterable[tuple[int, int]]:
    count = min(length, width)
    edges = [n * length // count for n in range(count + 1)] if count else [0]
    return itertools.pairwise(edges)


def _mean(values: Sequence[float], shown: Sequence[bool], start: int, end: int) -> float | None:
    known = [value for value, good in zip(values[start:end], shown[start:end], strict=True) if good]
    return sum(known) / len(known) if known else None
