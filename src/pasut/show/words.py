"""The words, dates and numbers that are shown, in Indonesian or English; `words.toml` holds the words."""

import datetime as dt
import functools
import importlib.resources
from collections.abc import Iterable

import msgspec
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from pasut.errors import DataError
from pasut.records import Claim, Record, When
from pasut.show.catalogue import load_catalogue

MINUS = "−"
"""What people read before a number below nought; CSV and JSON keep the hyphen that programs read."""


class Labels(Record, frozen=True, forbid_unknown_fields=True):
    """One language's part of words.toml."""

    type: dict[str, str]
    status: dict[str, str]
    stance: dict[str, str]
    standing: dict[str, str]
    evidence: dict[str, str]
    direction: dict[str, str]
    role: dict[str, str]
    occasion: dict[str, str]
    cue: dict[str, str]
    level: dict[str, str]
    trend: dict[str, str]
    figure: dict[str, str]
    outcome: dict[str, str]
    verdict: dict[str, str]
    rank: dict[str, str]
    ending: dict[str, str]
    kind: dict[str, str]
    reason: dict[str, str]
    override: dict[str, str]
    context: dict[str, str]
    cut: dict[str, str]
    via: dict[str, str]
    reading: dict[str, str]
    """What `pasut parse` finds in a sentence: kinds of words and phrases, voices, relations of clauses."""
    clue: dict[str, str]
    stage: dict[str, str]
    problem: dict[str, str]
    heading: dict[str, str]
    phrase: dict[str, str]


class Words:
    """How one language says what is shown."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.labels = _load()[language]
        self._prose = load_catalogue(language)

    def phrase(self, name: str, /, **values: object) -> str:
        """A phrase with its blanks filled; whole numbers are written as the language writes them."""
        shown = {key: self.number(value) if isinstance(value, int) else value for key, value in values.items()}
        return self.labels.phrase[name].format(**shown)

    def headings(self, *names: str) -> tuple[str, ...]:
        """Headings of columns."""
        return tuple(self.labels.heading[name] for name in names)

    def act(self, type_: str, mode: str | None) -> str:
        """What was done: `gives arms`; a mode without words of its own is shown after the type."""
        labels = self.labels.type
        if not mode:
            return labels.get(type_, type_)
        return labels.get(f"{type_}.{mode}") or f"{labels.get(type_, type_)} ({mode})"

    def reading(self, *found: str) -> str:
        """Kinds of words and phrases, voices and relations of clauses, as `pasut parse` finds them, in a row."""
        return " ".join(self.labels.reading.get(each, each) for each in found if each)

    def prose(self, part: str, text: str) -> str:
        """What the program has written in English (`part`: basis, clue, step, problem, error), in this language."""
        return self._prose.said(part, text, self._label)

    def standing(self, standing: str) -> str:
        """Where a proposition stands, and what that means."""
        return f"{self.labels.standing[standing]}: {self.phrase(f'standing_{standing}')}"

    def contexts(self, found: Iterable[str]) -> str:
        """Contexts of an act in words."""
        return ", ".join(self.labels.context.get(each, each) for each in found)

    def value(self, field: str, value: str) -> str:
        """A value of a record's field in words: `denied` of the field status; what has none as it is."""
        if field == "type":
            name, _, mode = value.partition(".")
            return self.act(name, mode or None)
        if field == "date_basis":
            return self.prose("basis", value)
        return self._label({"contexts": "context", "reason": "cut", "office": "rank"}.get(field, field), value)

    def correction(self, field: str | None, value: str | None) -> str:
        """A field, by the name it is set by, as a person has set it: `status = dibantah`."""
        return f"{field} = {self.value(field or '', value) if value else self.phrase('nobody')}"

    def _label(self, table: str, value: str) -> str:
        if table == "codes":
            return ", ".join(self.speaker(code) for code in value.split(", "))
        if table == "called":
            return _actor(value, self.language)
        return str(getattr(self.labels, table, {}).get(value, value))

    def number(self, value: float, places: int = 0) -> str:
        """`1.234,5` in Indonesian, `1,234.5` in English; below nought with a true minus, as on the axes of charts."""
        form = "#,##0" + ("." + "0" * places if places else "")
        return str(format_decimal(value, format=form, locale=self.language)).replace("-", MINUS)

    def date(self, when: When | None) -> str:
        """An interval as people write it: `19 Juni 2024`, `Juni 2024`, `12–17 September 2023`, `sejak 2022`."""
        if when is None or (when.first is None and when.last is None):
            return self.phrase("undated")
        if when.first is None or when.last is None:
            return self._open(when)
        text = when.text()
        if "/" not in text:
            return self._level(when.first, text.count("-"))
        return self._range(when.first, when.last, text.partition("/")[0].count("-"))

    def speakers(self, claim: Claim) -> str:
        """Who the words are from, through whom: `RUS`, `Lukin (Reuters)`; a dash when the article itself tells it."""
        said = ", ".join(self.speaker(code) for code in claim.speaker)
        through = f" ({', '.join(claim.medium)})" if claim.medium else ""
        return (said + through).strip() or self.phrase("nobody")

    def speaker(self, code: str) -> str:
        """`expert:Lukin` as `Lukin`, `expert:unnamed` in words, a code as it is."""
        kind, _, name = code.partition(":")
        if kind not in ("expert", "media"):
            return code
        return self.phrase("unnamed") if name == "unnamed" else name

    def language_name(self, code: str) -> str:
        """A language that articles are in; its code where it has no word here."""
        return self.labels.phrase.get(f"language_{code}", code)

    def listed_speakers(self, speakers: Iterable[str]) -> str:
        """Several speakers, each once."""
        return ", ".join(dict.fromkeys(self.speaker(each) for each in speakers))

    def _open(self, when: When) -> str:
        first, _, last = when.text().partition("/")
        if when.first is not None:
            return self.phrase("since", day=self._level(when.first, first.count("-")))
        assert when.last is not None
        return self.phrase("until", day=self._level(when.last, last.count("-")))

    def _level(self, day: dt.date, level: int) -> str:
        """A day (level 2), month (1) or year (0)."""
        if level == 0:
            return f"{day.year}"
        if level == 1:
            return str(format_skeleton("yMMMM", day, locale=self.language))
        return str(format_date(day, "d MMMM y", locale=self.language))

    def _range(self, first: dt.date, last: dt.date, level: int) -> str:
        if level == 2 and (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self._level(last, level)}"
        if level == 0:
            return f"{first.year}–{last.year}"
        return f"{self._level(first, level)} – {self._level(last, level)}"


@functools.cache
def words_in(language: str) -> Words:
    """The words of a language, loaded once."""
    return Words(language)


def _actor(said: str, language: str) -> str:
    """`North Korea (PRK)` in a language; imported here, since hardly anybody is asked whom he meant."""
    from pasut.pipeline import Kit
    from pasut.show.names import Names

    code = said.rpartition("(")[2].removesuffix(")")
    return f"{Names(Kit()).name(code, language)} ({code})"


@functools.cache
def _load() -> dict[str, Labels]:
    text = (importlib.resources.files("pasut.show") / "words.toml").read_bytes()
    try:
        return msgspec.toml.decode(text, type=dict[str, Labels])
    except msgspec.DecodeError as error:
        raise DataError(f"show/words.toml: {error}; every language needs the same tables") from error
