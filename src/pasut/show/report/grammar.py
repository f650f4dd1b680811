"""Acts and judgements as sentences, in Indonesian or English: grammar.toml has the phrases, the packs the names."""

import calendar
import datetime as dt
import functools
import importlib.resources
from collections.abc import Sequence

import msgspec
from babel.lists import format_list

from pasut.errors import DataError
from pasut.records import Assessment, Event, Record, When
from pasut.show.names import Names
from pasut.show.words import MINUS, Words

SHORT = 48
"""Characters up to which an object is quoted in a sentence: about six words; longer ones are often half a clause."""
_WITH_OBJECT = frozenset(("AID", "REQUEST", "MOBILIZE", "COOPERATE"))


class Act(Record, frozen=True, forbid_unknown_fields=True):
    """How one type of act is told."""

    past: str
    base: str
    to: str = ""
    together_past: str = ""
    together_base: str = ""


class Grammar(Record, frozen=True, forbid_unknown_fields=True):
    """One language's part of grammar.toml."""

    definite: frozenset[str]
    """Codes whose name takes an article: `the United States`."""
    both: str
    frame: dict[str, str]
    assessment: dict[str, str]
    phrase: dict[str, str]
    act: dict[str, Act]


@functools.cache
def _load() -> dict[str, Grammar]:
    text = importlib.resources.files("pasut.show.report").joinpath("grammar.toml").read_bytes()
    try:
        return msgspec.toml.decode(text, type=dict[str, Grammar])
    except msgspec.DecodeError as error:
        raise DataError(f"grammar.toml: {error}") from error


def notes_heading(language: str) -> str:
    """What the notes at the end of a report are called."""
    return _load()[language].phrase["notes"]


class Teller:
    """Tells records as sentences in one language."""

    def __init__(self, names: Names, words: Words) -> None:
        self._names = names
        self._words = words
        self.language = words.language
        self._grammar = _load()[words.language]

    def event(self, event: Event, before: Event | None = None, note: str = "") -> str:
        """One act: when, who, what, to whom, and who says or denies it.

        `before` is the act told in the sentence before, whose day need not be named again.
        """
        frame, act = self._grammar.frame, self._act(event)
        together = event.is_mutual and bool(act.together_past)
        blanks = {
            "who": self._who(event),
            "past": act.together_past if together else act.past,
            "base": act.together_base if together else act.base,
            "to": "" if together or event.is_mutual else self._to(event, act),
            "speakers": self.speakers(event.affirmed_by),
            "deniers": self.speakers(event.denied_by),
        }
        said = frame[self._frame(event)].format(**blanks)
        detail = "".join(f" ({each})" for each in (event.quantity, self._object(event)) if each)
        day = frame["same_day"] if before and _is_same_day(event, before) else self.day(event.when)
        number = frame["by_number"].format(n=self._words.number(event.sources)) if event.sources > 1 else ""
        return _sentence(f"{day}, {said}{detail}" if day else f"{said}{detail}", note or number)

    def assessment(self, each: Assessment) -> str:
        """Who judged a relation how, and of what time."""
        told = self._grammar.assessment
        speakers = self.speakers(each.speaker) or told["nobody"]
        said = told[each.direction].format(speakers=speakers, a=self.name(each.dyad[0]), b=self.name(each.dyad[1]))
        day = self.day(each.when)
        return _sentence(f"{said}, {day}" if day else said)

    def phrase(self, name: str, /, **values: object) -> str:
        """A phrase of the report with its blanks filled; whole numbers as the language writes them."""
        shown = {key: self._words.number(value) if isinstance(value, int) else value for key, value in values.items()}
        return self._grammar.phrase[name].format(**shown)

    def level(self, name: str) -> str:
        """What a level of the index is called."""
        return self._words.labels.level[name]

    def points(self, value: float) -> str:
        """`+3,2`: a value of the index, always with its sign."""
        rounded = round(float(value), 1) + 0.0
        sign = MINUS if rounded < 0 else "+" if rounded > 0 else ""
        return sign + self._words.number(abs(rounded), 1)

    def date(self, day: dt.date) -> str:
        """A day as the language writes it."""
        return self._words.date(When(first=day, last=day))

    def day(self, when: When | None) -> str:
        """`on 19 June 2024`, `pada Juni 2024`, `sejak 2022`; empty where no time is told."""
        frame = self._grammar.frame
        if when is None or (when.first is None and when.last is None):
            return ""
        if when.first is None or when.last is None:
            key, day = ("since", when.first) if when.first else ("until", when.last)
            text = self._words.date(When(first=day, last=day))
            return frame[key].format(first=text, last=text)
        if "/" in when.text():
            ends = [self._words.date(_as_told(text)) for text in when.text().split("/")]
            return frame["range"].format(first=ends[0], last=ends[1])
        return frame["day" if when.first == when.last else "span"].format(date=self._words.date(when))

    def name(self, code: str) -> str:
        """`the United States`, `Rusia`; a group by its own name."""
        name = self._names.name(code, self._words.language)
        return f"the {name}" if code in self._grammar.definite and not name.lower().startswith("the ") else name

    def speakers(self, speakers: Sequence[str]) -> str:
        """Who says something, as a list: states by name, experts by theirs."""
        return self.listed([self._speaker(each) for each in speakers])

    def listed(self, parts: Sequence[str]) -> str:
        """`A, B, dan C`, as the language writes lists; each part once."""
        unique = list(dict.fromkeys(part for part in parts if part))
        return format_list(unique, locale=self._words.language) if unique else ""

    def _object(self, event: Event) -> str:
        """What is given, asked for or used, as an article says it; empty where that is long."""
        told = event.object if event.type in _WITH_OBJECT and event.quantity is None else None
        return f"“{told}”" if told and len(told) <= SHORT else ""

    def _speaker(self, speaker: str) -> str:
        kind, _, name = speaker.partition(":")
        if kind == "expert":
            told = self._grammar.assessment
            return told["unnamed"] if name in ("", "unnamed") else told["expert"].format(name=self._names.person(name))
        return name if kind == "media" else self.name(speaker)

    def _who(self, event: Event) -> str:
        return self.listed([self._side(event, code) for code in event.source])

    def _side(self, event: Event, code: str) -> str:
        """A state, or for what is done in person whoever acted for it: `Vladimir Putin of Russia`."""
        state = self.name(code)
        if event.type != "CONSULT" and event.mode != "letter":
            return state
        day = (event.when.first or event.when.last) if event.when else None
        for person in event.persons:
            if self._names.state_of(person, day) == code:
                return self._grammar.frame["of"].format(person=self._names.person(person), state=state)
        return state

    def _to(self, event: Event, act: Act) -> str:
        targets = [code for code in event.target if code not in event.source]
        return act.to.format(target=self.listed([self.name(code) for code in targets])) if targets and act.to else ""

    def _act(self, event: Event) -> Act:
        acts = self._grammar.act
        return acts.get(f"{event.type}.{event.mode}") or acts[event.type]

    def _frame(self, event: Event) -> str:
        if event.denied_by and event.affirmed_by:
            return "disputed"
        if event.status == "planned":
            return "planned_many" if len(event.source) > 1 else "planned"
        if event.status in ("alleged", "denied"):
            named = event.affirmed_by if event.status == "alleged" else event.denied_by
            return event.status if named else f"{event.status}_nobody"
        if event.status == "happened" and event.affirmed_by and not set(event.affirmed_by) & set(event.source):
            return "said"
        return event.status


def _is_same_day(event: Event, before: Event) -> bool:
    when, other = event.when, before.when
    return bool(when and other and when.first and when.first == when.last == other.first == other.last)


def _as_told(text: str) -> When:
    """The year, month or day that one end of an interval is written as."""
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if day:
        return When(first=dt.date(year, month, day), last=dt.date(year, month, day))
    if month:
        return When(first=dt.date(year, month, 1), last=dt.date(year, month, calendar.monthrange(year, month)[1]))
    return When(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31))


def _sentence(text: str, tail: str = "") -> str:
    whole = f"{text} ({tail})" if tail else text
    return whole[:1].upper() + whole[1:] + "."
