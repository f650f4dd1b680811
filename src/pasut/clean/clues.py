"""Clues whose year is known: whole dates, copyright lines, known events, anniversaries, wars, compared years."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from pasut.clean.guess import (
    AFTER_WEEKDAY,
    DAY,
    END,
    PROBE,
    SLACK,
    START,
    Guess,
    Sentence,
    add_years,
    count_of,
    covers,
    is_day,
    length_of,
    matches,
    whole_years,
)
from pasut.clean.known import known_clues
from pasut.clean.people import people_clues
from pasut.clean.printed import printed_clues
from pasut.packs.time_words import TimeWords
from pasut.text.times import TimeFind, find_times, looks_ahead
from pasut.world.load import World

# Characters between a war's name and its age; years that a war now fought may last; years that news text can be of.
_NEAR, _LONGEST_WAR, _PLAUSIBLE = 40, 20, range(1985, 2060)
# Sentences that make up the opening, the title included.
_OPENING = 4
_CLAUSE_END = re.compile(r"[,.;:()\n]")
_WORD = re.compile(r"\w+")


def find_clues(sentences: tuple[Sentence, ...], words: TimeWords, world: World) -> Iterator[Guess]:
    """Every clue of the text but those from dates without a year, in no order of worth."""
    held = frozenset(_WORD.findall("\n".join([sentence.text for sentence in sentences]).lower()))
    yield from printed_clues(sentences, words)
    yield from copyright_clues(sentences, words)
    for sentence in sentences:
        if sentence.forms:
            yield from _anniversaries(sentence, words, world)
            yield from _war_years(sentence, words, world)
            yield from _years_after(sentence, words)
    yield from known_clues(sentences, words, held)
    yield from people_clues(sentences, words, world, held)
    yield from _latest(sentences, words, world)
    yield from _compared_years(sentences, words)
    yield from _first_day_told(sentences, words)


def copyright_clues(sentences: Iterable[Sentence], words: TimeWords) -> Iterator[Guess]:
    for sentence in sentences:
        for match in matches("copyright", sentence) if sentence.forms else ():
            year = int(match["y"])
            yield Guess(1, "copyright", match[0], (whole_years(year, year),), f"The copyright line is of {year}.")
            return


def _anniversaries(sentence: Sentence, words: TimeWords, world: World) -> Iterator[Guess]:
    """`peringatan 70 tahun berakhirnya Perang Korea 1950-1953`: 1953 + 70."""
    for match in matches("anniversary", sentence):
        count = count_of(match, words)
        after = _CLAUSE_END.split(sentence.text[match.end() : match.end() + 90], maxsplit=1)[0]
        base = _base_year(after, words, world)
        if count is None or base is None or base + count not in _PLAUSIBLE:
            continue
        year = base + count
        note = f"The {count} years since {base} that it speaks of are full in {year}."
        yield Guess(3, "anniversary", match[0] + after, (whole_years(year, year),), note)


def _base_year(text: str, words: TimeWords, world: World) -> int | None:
    """The year an anniversary counts from: the war's start or end, else the first year named."""
    ends = words.ending.search(text) is not None
    if war := words.wars.search(text):
        known = _war(war[0], words, world)
        day = None if known is None else known[1] if ends else known[0]
        if day is not None:
            return day.year
    for find in find_times(text, None, words):
        if find.when and find.when.first and find.when.last and find.kind in ("date", "range", "inside-name"):
            return (find.when.last if ends else find.when.first).year
    return None


def _war(phrase: str, words: TimeWords, world: World) -> tuple[dt.date | None, dt.date | None] | None:
    name = words.file.wars[" ".join(phrase.lower().split())]
    return next(((war.first, war.last) for war in world.wars if war.id == name), None)


def _war_years(sentence: Sentence, words: TimeWords, world: World) -> Iterator[Guess]:
    """`invasi Rusia yang telah memasuki tahun ketiganya`: the third year of a war of known start."""
    war = words.wars.search(sentence.text)
    known = _war(war[0], words, world) if war else None
    if (
        war is None
        or known is None
        or known[0] is None
        or (known[1] is not None and known[1] < START.replace(year=1990))
    ):
        return
    start = known[0]
    for field, least in (("war_year", 1), ("war_age", 0)):
        for match in matches(field, sentence):
            count = count_of(match, words)
            gap = max(match.start() - war.end(), war.start() - match.end())
            if count is None or not 0 < count <= _LONGEST_WAR or gap > _NEAR:
                continue
            first = add_years(start, count - least)
            last = add_years(start, count + 1 - least)
            note = f"It speaks of {'year' if least else 'more than'} {count}{'' if least else ' years'} of the war"
            note += f" that began on {start.isoformat()}."
            yield Guess(4, "war-year", match[0], ((first - DAY * SLACK, last),), note)


def _years_after(sentence: Sentence, words: TimeWords) -> Iterator[Guess]:
    """`sepuluh tahun setelah ... pada 2014`."""
    for match in matches("years_after", sentence):
        count = count_of(match, words)
        following = [find for find in sentence.finds if 0 <= find.start - match.end() < 80 and find.kind == "date"]
        if count is None or not following or not following[0].when or not following[0].when.first:
            continue
        if sentence.text[match.end() : following[0].start].count(",") > 0:
            continue
        year = following[0].when.first.year + count
        note = f"It speaks of {count} years after {following[0].when.text()}."
        yield Guess(6, "years-after", match[0], (whole_years(year, year + 1),), note)


def _latest(sentences: tuple[Sentence, ...], words: TimeWords, world: World) -> Iterator[Guess]:
    """No article is older than the latest past date it tells, nor younger than the first one it looks ahead to."""
    past: list[tuple[dt.date, str]] = []
    coming: list[tuple[dt.date, str]] = []
    known = _known_until(words, world)
    for sentence in sentences:
        for find in sentence.finds:
            if find.when is None or find.could_be or find.kind not in ("date", "part", "range", "since"):
                continue
            if words.scheduled.match(sentence.text, find.end):
                continue
            ahead = looks_ahead(sentence.text, find.start, words)
            if ahead and find.when.last:
                coming.append((find.when.last, sentence.quote(find)))
            elif not ahead and find.when.first and not _is_goal(find, known):
                past.append((find.when.first, sentence.quote(find)))
    if past:
        day, quote = max(past)
        note = f"The latest past date it tells is {quote!r}, so it is no older."
        yield Guess(5, "latest", quote, ((day, END),), note)
    if coming:
        day, quote = min(coming)
        yield Guess(9, "coming", quote, ((START, day),), f"It looks ahead to {quote!r}, so it is no younger.")


def _known_until(words: TimeWords, world: World) -> dt.date:
    """How far the tables of wars and events reach."""
    wars = [day for war in world.wars for day in (war.first, war.last) if day is not None]
    return max(START, *wars, dt.date.fromisoformat(words.known_until or START.isoformat()))


def _is_goal(find: TimeFind, known: dt.date) -> bool:
    """A bare year past all that the tables of the world know of is most often one planned for: `nol emisi 2060`."""
    return find.when is not None and length_of(find) > 31 and find.when.first is not None and find.when.first > known


def _first_day_told(sentences: tuple[Sentence, ...], words: TimeWords) -> Iterator[Guess]:
    """A whole date in the opening, weekday or not, is the day reported or close before it."""
    for sentence in sentences[:_OPENING]:
        for find in sentence.finds:
            if find.kind == "date" and find.when and find.when.first and is_day(find) and not find.could_be:
                day = find.when.first
                if not looks_ahead(sentence.text, find.start, words):
                    note = f"Its opening tells of {day.isoformat()}, so it was written soon after."
                    yield Guess(11, "opening", sentence.quote(find), ((day, day + DAY * AFTER_WEEKDAY),), note)
                    return


def _compared_years(sentences: tuple[Sentence, ...], words: TimeWords) -> Iterator[Guess]:
    """`tahun ini dibandingkan dengan tahun 2023`: this year is most often the next."""
    for sentence in sentences:
        years = [find for find in sentence.finds if find.kind == "date" and length_of(find) in (365, 366)]
        if not years or all(find.when is not None for find in sentence.finds):
            continue
        probed = sentence.seen_from(PROBE, words)
        if any(find.kind == "relative" and length_of(find) == 365 and covers(find, PROBE) for find in probed):
            when = years[-1].when
            if when is not None and when.last is not None:
                year = when.last.year
                note = f"It sets this year beside {year}, most often the year before."
                yield Guess(10, "compared", sentence.quote(years[-1]), (whole_years(year + 1, year + 1),), note)
                return
