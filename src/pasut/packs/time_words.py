"""The typed shape of a pack's time.toml, and its compilation, once, into the patterns that `pasut.text.times` uses.

Nothing here knows a language: the order of words comes from the forms in the file, their meaning from its word lists.
"""

import pathlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, Never

import msgspec

from pasut.errors import DataError
from pasut.packs.events import EventWords, KnownEvent, compile_events, read_events
from pasut.packs.time_forms import (
    SLOT,
    Alternative,
    FormFinder,
    cases,
    first_run,
    form_regex,
    has_figure,
    literals,
    one_of,
    starts,
    trie,
)  # fmt: skip
from pasut.records import Record

Unit = Literal["hour", "day", "week", "month", "quarter", "year", "decade", "century"]
Part = Literal["early", "mid", "late"]
Modifier = Literal["past", "next", "this", "that", "then_past", "then_next"]
Direction = Literal["ago", "last", "later", "earlier", "ahead", "hence"]
Rule = Literal[
    "iso", "numeric", "bracket", "day_month", "named_day", "month", "decade", "year_range", "year", "century",
    "quarter", "season", "deictic", "then", "now", "unit", "span", "duration", "weekday", "day",
]  # fmt: skip
_NOTHING: Mapping[str, Never] = {}
_PLAIN = ("ending", "wire", "former", "saying", "opening", "scheduled")  # word lists of DatingWords, not forms


class Form(Record, frozen=True, forbid_unknown_fields=True):
    """One word order: `[ ]` is optional, `{ }` a slot, all else literal."""

    rule: Rule
    form: str


class DatingWords(Record, frozen=True, forbid_unknown_fields=True):
    """What tells when an article was written; forms as in `patterns`, with the slots each field names."""

    anniversary: tuple[str, ...] = ()
    """Slot n: years since a war or a named year, such as 'peringatan {n} tahun'."""
    ending: tuple[str, ...] = ()
    """Words that make an anniversary that of a war's end, not of its start."""
    birthday: tuple[str, ...] = ()
    """Slot n: an ordinal birthday; the person stands near."""
    war_year: tuple[str, ...] = ()
    """Slot ordinal or n: 'tahun {ordinal}' of a war that stands near."""
    war_age: tuple[str, ...] = ()
    """Slot n: 'lebih dari {n} tahun' of a war that stands near."""
    years_after: tuple[str, ...] = ()
    """Slot n, then a year within the same clause: 'N years after ... in Y'."""
    wire: tuple[str, ...] = ()
    """Words that credit a wire or name who says it; a date beside them is the day of the report."""
    former: tuple[str, ...] = ()
    """Words before an office that say it is held no more, or not yet."""
    saying: tuple[str, ...] = ()
    """Verbs of saying: a time right before or after one is that of the words, not of what they tell."""
    opening: tuple[str, ...] = ()
    """Words that tell of a beginning: the time beside one is that of the first day of an event."""
    scheduled: tuple[str, ...] = ()
    """What is told of by its date before it comes, such as an election: a date right before one tells nothing."""
    copyright: tuple[str, ...] = ()
    """Slot y: a copyright line."""


class DatingForm(NamedTuple):
    """A form of DatingWords compiled, its slots as groups."""

    field: str
    holds: tuple[str, ...]
    """Cheap: a text that the form matches holds all of these in lower case."""
    pattern: re.Pattern[str]


class TimeFile(Record, frozen=True, forbid_unknown_fields=True):
    """time.toml as written."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    patterns: tuple[Form, ...]
    short_months: Mapping[str, int] = _NOTHING
    teens: Mapping[str, int] = _NOTHING
    times: Mapping[str, int] = _NOTHING
    ordinals: Mapping[str, int] = _NOTHING
    vague: Mapping[str, tuple[int, int]] = _NOTHING
    parts: Mapping[str, Part] = _NOTHING
    modifiers: Mapping[str, Modifier] = _NOTHING
    directions: Mapping[str, Direction] = _NOTHING
    deictics: Mapping[str, tuple[int, int]] = _NOTHING
    now: Mapping[str, int] = _NOTHING
    then: Mapping[str, int] = _NOTHING
    seasons: Mapping[str, tuple[int, int]] = _NOTHING
    named_days: Mapping[str, tuple[int, int]] = _NOTHING
    offices: Mapping[str, str] = _NOTHING
    """Phrase -> office slug, as world/persons.tsv writes it."""
    wars: Mapping[str, str] = _NOTHING
    """Phrase -> id of world/wars.tsv."""
    dating: DatingWords = DatingWords()
    known_events: tuple[KnownEvent, ...] = ()
    """Few; more stand in events.tsv beside the file."""
    event_words: Mapping[str, tuple[str, ...]] = _NOTHING
    """Lists of words that events.tsv names with @."""
    capital_only: tuple[str, ...] = ()
    one_prefix: str = ""
    date_words: tuple[str, ...] = ()
    decade_suffix: tuple[str, ...] = ()
    century_suffix: tuple[str, ...] = ()
    range_words: tuple[str, ...] = ()
    list_words: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()
    """Words that may stand between since, until, before, after and the date."""
    during: tuple[str, ...] = ()
    swallowed: tuple[str, ...] = ()
    day_parts: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    deadline: tuple[str, ...] = ()
    """Words that look ahead only right before a time: `by 2030`, not `attacked by Russia in 2022`."""
    not_future: tuple[str, ...] = ()
    """Words that turn a plan into a past one anywhere in the clause."""
    past_marks: tuple[str, ...] = ()
    """Words after which the clause looks back, unless a future word follows."""
    name_heads: tuple[str, ...] = ()
    name_stops: tuple[str, ...] = ()
    number_heads: tuple[str, ...] = ()
    year_marks: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()


class TimeWords(Record, frozen=True):
    """time.toml compiled: every pattern is built here, once."""

    file: TimeFile
    trigger: re.Pattern[str]
    """Cheap: the first words and figures that a form can start with."""
    forms: FormFinder
    """All forms, tried where the trigger fires; the last group closed is the form's."""
    rules: Mapping[str, tuple[Rule, tuple[tuple[str, str], ...]]]
    """Group of a form in `forms` -> its rule, and its slots as (name, group)."""
    edge: re.Pattern[str]
    """since, until, before or after, right before a date."""
    edge_ends: tuple[str, ...]
    """Cheap: the last words, lower case, that `edge` can end with."""
    swallowed: re.Pattern[str]
    """Hours and zones right after a date, which say nothing more."""
    range_gap: re.Pattern[str]
    list_gap: re.Pattern[str]
    future: re.Pattern[str]
    name_before: re.Pattern[str]
    number_before: re.Pattern[str]
    year_before: re.Pattern[str]
    """What tells right before a figure that it is a year, though counted things follow."""
    counted_after: re.Pattern[str]
    """Counted things, or whose they are and then they: `2000 US troops`."""
    span: re.Pattern[str]
    months: Mapping[str, int]
    one_units: Mapping[str, Unit]
    dating: tuple[DatingForm, ...]
    known_events: Mapping[str, tuple[EventWords, ...]]
    """First word, lower case, of a word of its first group -> the events, in the order of the file."""
    known_until: str
    """The last day of the known events, `YYYY-MM-DD`; empty where there are none."""
    offices: re.Pattern[str]
    office_keys: frozenset[str]
    """Cheap: a text in which `offices` fires holds one of these words, in lower case."""
    wars: re.Pattern[str]
    ending: re.Pattern[str]
    wire: re.Pattern[str]
    former: re.Pattern[str]
    saying: re.Pattern[str]
    opening: re.Pattern[str]
    scheduled: re.Pattern[str]
    short_month_ends: re.Pattern[str]
    """A month cut short and its stop: after it a sentence goes on with the day, `Jan. 11`."""


def load_time_words(path: pathlib.Path) -> TimeWords:
    """Read and compile a pack's time.toml. Raises DataError naming file and place when it is wrong."""
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=TimeFile)
    except OSError as error:
        raise DataError(f"{path.name}: cannot be read ({error.strerror}); a language pack needs this file") from error
    except msgspec.DecodeError as error:
        raise DataError(f"{path.name}: {error}; correct the key or value named here") from error
    events = read_events(path.with_name("events.tsv"), file.event_words)
    file = msgspec.structs.replace(file, known_events=(*file.known_events, *events))
    slots = _slots(file)
    for place, form in _all_forms(file):
        for slot, _ in SLOT.findall(form):
            if slot not in slots:
                known = ", ".join(sorted(slots))
                raise DataError(f"{path.name}: {place} names the slot {{{slot}}}; use one of {known}")
    return _compile(file, slots, path.name)


def _all_forms(file: TimeFile) -> Iterator[tuple[str, str]]:
    for number, form in enumerate(file.patterns):
        yield f"patterns[{number}]", form.form
    for field, forms in _dating_fields(file.dating):
        for number, text in enumerate(forms):
            yield f"dating.{field}[{number}]", text


def _dating_fields(dating: DatingWords) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in DatingWords.__struct_fields__:
        yield field, getattr(dating, field)


def _compile(file: TimeFile, slots: Mapping[str, str], name: str) -> TimeWords:
    months = {**file.months, **file.short_months}
    rules: dict[str, tuple[Rule, tuple[tuple[str, str], ...]]] = {}
    alternatives: list[Alternative] = []
    dating = tuple(_dating_forms(file.dating, slots))
    for number, form in enumerate(file.patterns):
        body, groups = form_regex(form.form, slots, f"_{number}")
        rules[f"F{number}"] = (form.rule, groups)
        alternatives.append(Alternative(f"F{number}", body, starts(form.form), has_figure(form.form)))
    gap = rf"[,]?\s*(?:{one_of(file.linking)}\s+)*"
    tail = rf"\s+(?:{one_of(file.linking)}\s+)*"
    return TimeWords(
        file=file,
        trigger=re.compile(rf"(?<!\w)(?<!\d[.,/:])(?:\d{{1,4}}(?!\d)|(?:{trie(_first_words(file))})(?!\w))"),
        forms=FormFinder(alternatives, _vocabulary(file)),
        rules=rules,
        edge=re.compile(
            rf"(?<!\w)(?:(?P<since>{one_of(file.since)})|(?P<until>{one_of(file.until)})"
            rf"|(?P<before>{one_of(file.before)})|(?P<after>{one_of(file.after)})){tail}$"
        ),
        edge_ends=tuple(
            {word.lower().split()[-1] for word in (*file.since, *file.until, *file.before, *file.after, *file.linking)}
        ),
        swallowed=re.compile(rf"\s(?:{one_of(file.swallowed)})(?!\w)"),
        range_gap=re.compile(rf"{slots['dash']}{gap[5:]}"),
        list_gap=re.compile(rf"[,]?\s*(?:{one_of(file.list_words)})?\s+(?:{one_of(file.linking)}\s+)*"),
        future=re.compile(
            rf"(?<!\w)(?:(?P<future>{one_of(file.future)}|{one_of(file.deadline)}(?=\s+$))|(?P<never>{one_of(file.not_future)})"
            rf"|{one_of(file.past_marks)})(?!\w)"
        ),
        name_before=re.compile(
            rf"(?<!\w)(?:{one_of(file.name_heads)})(?:\s(?!(?:{one_of(file.name_stops)})(?!\w))[\w-]+){{0,3}}\s$"
        ),
        number_before=re.compile(rf"(?<!\w)(?:{one_of(file.number_heads)})(?:\s[A-Z]{{2,}}){{0,3}}\s*$"),
        year_before=re.compile(rf"(?<!\w)(?:{one_of((*file.year_marks, *file.since))})\s+$"),
        counted_after=re.compile(rf"\s+(?:[A-Z][\w.]+\s+){{0,2}}(?:{one_of(file.counted)})(?!\w)"),
        span=re.compile(
            rf"(?:(?P<number>{slots['n']})|(?P<vague>{one_of(file.vague)}))\s+(?P<unit>{one_of(file.units)})"
            rf"|(?P<one>{one_of(_one_units(file))})|(?P<twice>{one_of(file.units)})-\w+"
        ),
        months=months,
        one_units=_one_units(file),
        dating=dating,
        known_until=max((day for event in file.known_events for day in event.days), default="").rpartition("/")[2],
        known_events=compile_events(file.known_events, file.weekdays, name),
        offices=_any_case(file.offices),
        office_keys=frozenset(first_run(max(literals(office), key=len)) for office in file.offices),
        wars=_any_case(file.wars),
        ending=_any_case(file.dating.ending, whole=False),
        wire=_any_case(file.dating.wire, whole=False),
        former=_any_case(file.dating.former),
        opening=_any_case(file.dating.opening),
        saying=_any_case((*file.dating.saying, *file.dating.wire)),
        scheduled=re.compile(rf"(?:\s[\w-]+){{0,2}}?\s(?:{one_of(file.dating.scheduled)})(?!\w)"),
        short_month_ends=re.compile(rf"(?<!\w)(?:{one_of(file.short_months)})\.$"),
    )


def _dating_forms(dating: DatingWords, slots: Mapping[str, str]) -> Iterator[DatingForm]:
    for field, forms in _dating_fields(dating):
        for form in forms if field not in _PLAIN else ():
            pattern = re.compile(rf"(?<!\w){form_regex(form, slots, '')[0]}", re.IGNORECASE)
            yield DatingForm(field, literals(form), pattern)


def _any_case(words: Iterable[str], *, whole: bool = True) -> re.Pattern[str]:
    """The words in any letter case; not `whole`: also as the beginning of a longer word."""
    listed = sorted(words)
    body = trie(listed) if listed else "(?!)"
    return re.compile(rf"(?<!\w)(?:{body})" + (r"(?!\w)" if whole else ""), re.IGNORECASE)


def _slots(file: TimeFile) -> dict[str, str]:
    """The regular expression of every slot; none holds a named group, so that a slot may stand in many forms."""
    day = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    counting = one_of([*file.numbers, *file.teens, *file.times])
    number = rf"(?:\d{{1,4}}(?:[.,]\d+)?(?!\d)|(?:{counting})(?:[\s-](?:{counting}))*(?!\w))"
    units = one_of(file.units)
    dash = rf"(?:\s?[-–—/]\s?|\s(?:{one_of(file.range_words)})\s)"
    lists = {
        "weekday": one_of(file.weekdays, file.capital_only),
        "month": rf"(?:{one_of(file.months, file.capital_only)}|(?:{one_of(file.short_months, file.capital_only)})\.?)",
        "monthname": one_of(file.months, file.capital_only),
        "ordinal": one_of(file.ordinals),
        "part": one_of(file.parts),
        "unit": units,
        "mod": one_of(file.modifiers),
        "direction": one_of(file.directions),
        "deictic": one_of(file.deictics),
        "now": one_of(file.now),
        "then": one_of(file.then),
        "season": one_of(file.seasons),
        "named_day": one_of(file.named_days),
        "date_word": one_of(file.date_words),
        "daypart": one_of(file.day_parts),
        "during": one_of(file.during),
        "decade_suffix": rf"-?(?:{one_of(file.decade_suffix)})",
        "century_suffix": one_of(file.century_suffix),
    }
    return {name: f"(?:{regex})" for name, regex in lists.items()} | {
        "d": day,
        "m": day,
        "y": r"(?:1[89]|20)\d\d(?!\d)",
        "yy": r"\d\d(?!\d)",
        "n": number,
        "sep": r"[/.-]",
        "tail": r"[^()\n/\d]{0,25}",
        "any": r"[^\n.]{0,30}?",
        "dash": dash,
        "join": rf"(?:{dash}|\s(?:{one_of(file.list_words)})\s)",
        "span": rf"(?:(?:{number}|{one_of(file.vague)})\s+{units}|{one_of(_one_units(file))}|{units}-{units})",
    }


def _vocabulary(file: TimeFile) -> dict[str, Iterable[str]]:
    """The words that the slots a form may begin with can open with; `0` stands for any figure."""
    figure = ("0",)
    number = (*figure, *file.numbers, *file.teens, *file.times)
    return {
        "weekday": file.weekdays, "month": (*file.months, *file.short_months), "monthname": file.months,
        "ordinal": file.ordinals, "part": file.parts, "unit": file.units, "mod": file.modifiers,
        "direction": file.directions, "deictic": file.deictics, "now": file.now, "then": file.then,
        "season": file.seasons, "named_day": file.named_days, "date_word": file.date_words, "daypart": file.day_parts,
        "during": file.during, "d": figure, "m": figure, "y": figure, "yy": figure, "n": number,
        "span": (*number, *file.vague, *file.units, *_one_units(file)),
    }  # fmt: skip


def _one_units(file: TimeFile) -> dict[str, Unit]:
    """`setahun`, `sebulan`: one of the unit written as one word."""
    return {file.one_prefix + name: unit for name, unit in file.units.items()} if file.one_prefix else {}


def _first_words(file: TimeFile) -> list[str]:
    """Every word that a form can start with, in each of its letter cases."""
    tables: tuple[Iterable[str], ...] = (
        file.weekdays, file.months, file.short_months, file.units, file.numbers, file.vague, file.parts, file.deictics,
        file.now, file.then, file.seasons, file.named_days, _one_units(file), file.during, file.date_words,
    )  # fmt: skip
    first = {word for table in tables for word in table}
    if any(re.match(r"(?:\[.*?\])*\{mod\}", form.form) for form in file.patterns):
        first |= set(file.modifiers)
    if any(re.match(r"(?:\[.*?\])*\{direction\}", form.form) for form in file.patterns):
        first |= set(file.directions)
    return [case for word in first for case in cases(word, word in file.capital_only and word not in file.units)]
