"""Events of known date, as a pack's news names them: events.tsv read into records, and compiled into patterns.

Where an article without a date tells of one, the day of the event tells when the article was written.
"""

import datetime as dt
import pathlib
import re
from collections.abc import Iterable, Mapping

from pasut.errors import DataError
from pasut.packs.time_forms import first_run, one_of
from pasut.records import Record
from pasut.tables import cell_list, read_table

_COLUMNS = ("what", "called", "days", "people", "words", "source")


_WORD_END = re.compile(r"(?!\w)")
FOLDER = pathlib.Path(__file__).parent


class KnownEvent(Record, frozen=True, forbid_unknown_fields=True):
    """A visit, summit, test or attack of known date, and the words the news names it with."""

    what: str
    days: tuple[str, ...]
    """`YYYY-MM-DD`, or two of them joined by a slash."""
    people: tuple[tuple[str, ...], ...] = ()
    """Groups of a person's names; a name counts only where no other capitalised word follows it."""
    words: tuple[tuple[str, ...], ...] = ()
    """One word of every group stands in the sentence that tells of it."""


class WordGroup:
    """Words of which one must stand in a sentence, in any letter case; those of a person name nobody else."""

    def __init__(self, words: Iterable[str], ends: re.Pattern[str] | None = None) -> None:
        """`ends` matches behind a word that counts; without it any end of a word will do."""
        self.firsts = frozenset(map(first_run, words))
        """The first words that it can match with: a cheap look before it is searched."""
        self._words = sorted({" ".join(word.lower().split()) for word in words})
        self._ends = ends or _WORD_END

    def find(self, text: str, lower: str) -> int:
        """The first place in a text, which is given in lower case too, where one of the words stands; else -1."""
        first = -1
        for word in self._words:
            place = lower.find(word)
            while place >= 0 and not self._counts(text, lower, place, place + len(word)):
                place = lower.find(word, place + 1)
            if place >= 0 and (first < 0 or place < first):
                first = place
        return first

    def _counts(self, text: str, lower: str, start: int, end: int) -> bool:
        before = lower[start - 1 : start]
        return not (before.isalnum() or before == "_") and self._ends.match(text, end) is not None


class EventWords:
    """A known event as a text names it."""

    def __init__(
        self, number: int, event: KnownEvent, ends: re.Pattern[str], days: tuple[tuple[dt.date, dt.date], ...]
    ) -> None:
        self.number = number
        """Its place in the file."""
        self.what = event.what
        self.groups = (*(WordGroup(group, ends) for group in event.people), *map(WordGroup, event.words))
        """One of the words of each stands in a sentence that tells of it."""
        self.days = days
        """First and last day of each time it happened."""

    def may_stand_in(self, held: frozenset[str]) -> bool:
        """Whether a text that holds these words, in lower case, may tell of it."""
        return not any([group.firsts.isdisjoint(held) for group in self.groups])

    def find(self, text: str, lower: str) -> list[int]:
        """Where in a sentence the first word of each group stands; empty where it does not tell of the event."""
        places: list[int] = []
        for group in self.groups:
            place = group.find(text, lower)
            if place < 0:
                return []
            places.append(place)
        return places


def read_events(path: pathlib.Path, lists: Mapping[str, tuple[str, ...]]) -> tuple[KnownEvent, ...]:
    """The rows of an events.tsv, none where a pack has no such file; `@name` in a group stands for a list of `lists`.

    Raises DataError naming file and line for a wrong row or an unknown list.
    """
    if not path.exists():
        return ()
    found = []
    for line, (what, _, days, people, words, _) in read_table(path, _COLUMNS):
        groups = tuple(_group(group, lists, f"{path.name}:{line}") for group in words.split(" + ") if group)
        names = tuple(cell_list(group) for group in people.split(" + ") if group)
        found.append(KnownEvent(what=what, days=cell_list(days), people=names, words=groups))
    return tuple(found)


def load_event_names(language: str, folder: pathlib.Path = FOLDER) -> dict[str, str]:
    """What people call the known events in a language, by the names they have in records; those that differ alone."""
    path = folder / language / "events.tsv"
    if not path.exists():
        return {}
    return {what: called for _, (what, called, *_) in read_table(path, _COLUMNS) if called}


def _group(cell: str, lists: Mapping[str, tuple[str, ...]], place: str) -> tuple[str, ...]:
    words: list[str] = []
    for word in cell_list(cell):
        if not word.startswith("@"):
            words.append(word)
        elif word[1:] in lists:
            words += lists[word[1:]]
        else:
            raise DataError(f"{place}: no list {word!r}; use one of event_words in time.toml: {', '.join(lists)}")
    return tuple(words)


def compile_events(
    events: Iterable[KnownEvent], weekdays: Iterable[str], name: str
) -> dict[str, tuple[EventWords, ...]]:
    """First word, lower case, of a word of its first group -> the events. Raises DataError for a wrong date.

    A weekday may follow a person's name: `Mukherjee Senin mengakhiri kunjungan`.
    """
    ends = re.compile(rf"(?!\w|\s(?!{one_of(weekdays)}(?!\w))[A-Z])")
    found: dict[str, tuple[EventWords, ...]] = {}
    for number, event in enumerate(events):
        compiled = _compiled(event, number, ends, name)
        for first in compiled.groups[0].firsts:
            found[first] = (*found.get(first, ()), compiled)
    return found


def _compiled(event: KnownEvent, number: int, ends: re.Pattern[str], name: str) -> EventWords:
    try:
        days = []
        for text in event.days:
            first, _, last = text.partition("/")
            days.append((dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)))
    except ValueError as error:
        raise DataError(f"{name}: known event {event.what!r}: {error}; write YYYY-MM-DD or two joined by /") from error
    compiled = EventWords(number, event, ends, tuple(days))
    if not compiled.groups:
        raise DataError(f"{name}: known event {event.what!r} has no people and no words; give one group or delete it")
    return compiled
