"""Events of known date, as a pack's news names them: events.tsv read into records, and compiled into patterns.

Where an article without a date tells of one, the day of the event tells when the article was written.
"""

import datetime as dt
import pathlib
import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from pasut.errors import DataError
from pasut.packs.time_forms import first_run, one_of
from pasut.records import Record
from pasut.tables import cell_list, read_table

_COLUMNS = ("what", "called", "days", "people", "words", "source")


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


class EventWords:
    """A known event, its patterns compiled when a text first begins to tell of it: most runs meet few of hundreds."""

    def __init__(self, number: int, event: KnownEvent, ends: str, days: tuple[tuple[dt.date, dt.date], ...]) -> None:
        self.number = number
        """Its place in the file."""
        self.what = event.what
        self.firsts = tuple(frozenset(map(first_run, group)) for group in (*event.people, *event.words))
        """The first words that each group can match with, lower case: a cheap look before the patterns are tried."""
        self.days = days
        """First and last day of each time it happened."""
        self._event, self._ends = event, ends

    @cached_property
    def groups(self) -> tuple[re.Pattern[str], ...]:
        """One pattern a group of words; each must match."""
        people = [re.compile(rf"(?<!\w)(?:{one_of(group)}){self._ends}") for group in self._event.people]
        words = [re.compile(rf"(?<!\w)(?:{one_of(group)})(?!\w)") for group in self._event.words]
        return (*people, *words)


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
    ends = rf"(?!\w|\s(?!{one_of(weekdays)}(?!\w))[A-Z])"
    found: dict[str, tuple[EventWords, ...]] = {}
    for number, event in enumerate(events):
        compiled = _compiled(event, number, ends, name)
        for first in compiled.firsts[0]:
            found[first] = (*found.get(first, ()), compiled)
    return found


def _compiled(event: KnownEvent, number: int, ends: str, name: str) -> EventWords:
    try:
        days = []
        for text in event.days:
            first, _, last = text.partition("/")
            days.append((dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)))
    except ValueError as error:
        raise DataError(f"{name}: known event {event.what!r}: {error}; write YYYY-MM-DD or two joined by /") from error
    compiled = EventWords(number, event, ends, tuple(days))
    if not compiled.firsts:
        raise DataError(f"{name}: known event {event.what!r} has no people and no words; give one group or delete it")
    return compiled
