"""The typed shape of a pack's clean.toml, read strictly, its patterns compiled once.

Each rule carries a stable id, which becomes the reason of every cut it makes.
"""

import pathlib
import re
from collections.abc import Container
from typing import Literal

import msgspec

from pasut.errors import DataError
from pasut.packs.quick import fewest, may_match
from pasut.records import Record

At = Literal["line", "head", "tail", "inline"]
# How a pattern opens, assertions aside: a word, or one of several, that must be there.
_OPENING = re.compile(
    r"(?:\\b|\\s\*|\(\?<[=!](?:\[[^\]]*\])*\))*"
    r"(?:\(\?:(?P<either>(?:\[\w\w\]|[\w |])+)\)|(?P<word>[A-Za-z][A-Za-z ]*[A-Za-z]))(?![?*{])"
)
_EITHER_CASE = re.compile(r"\[(\w)(?i:\1)\]")
_ESCAPED = re.compile(r"\\.")
_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()\[\]]*\)")
Zone = Literal["any", "top", "end"]


class _RuleRow(Record, frozen=True, forbid_unknown_fields=True):
    id: str
    at: At
    patterns: tuple[str, ...]
    hints: tuple[str, ...] = ()
    zone: Zone = "any"
    exact: bool = False


class _GlueTable(Record, frozen=True, forbid_unknown_fields=True):
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    heads: tuple[str, ...]
    keep: tuple[str, ...]
    bound: tuple[str, ...]
    name_heads: tuple[str, ...]


class _FieldsTable(Record, frozen=True, forbid_unknown_fields=True):
    author: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()


class _File(Record, frozen=True, forbid_unknown_fields=True):
    rules: tuple[_RuleRow, ...]
    glue: _GlueTable
    fields: _FieldsTable
    abbreviations: tuple[str, ...]
    not_cities: tuple[str, ...]
    cities: tuple[str, ...]
    title_small: tuple[str, ...]
    speech_words: tuple[str, ...]
    openers: tuple[str, ...] = ()
    inline_labels: tuple[str, ...] = ()
    headline_goes_on: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()


class CleanRule(msgspec.Struct, frozen=True):
    """One rule: where it applies, what it looks for, and the id that its cuts carry."""

    id: str
    at: At
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    zone: Zone

    def may_match(self, lower: str) -> bool:
        """Whether a text, given in lower case, holds one of the hints, if there are any."""
        return may_match(lower, self.hints)


class Glue(msgspec.Struct, frozen=True):
    """Words that tell where a scraper lost a space; all in lower case."""

    strong: frozenset[str]
    weak: frozenset[str]
    heads: frozenset[str]
    keep: frozenset[str]
    bound: frozenset[str]
    name_heads: frozenset[str]


class Repairs:
    """What the glue repair decided on words so far, for the names and words it last worked with."""

    _MOST = 100_000
    """Words kept; news of a language comes to some tens of thousands."""

    def __init__(self) -> None:
        self._names: Container[str] | None = None
        self._words: Container[str] | None = None
        self._sound: set[str] = set()
        self._opened: dict[str, str] = {}

    def of(self, names: Container[str], words: Container[str]) -> tuple[set[str], dict[str, str]]:
        """The words found sound, and those opened with what became of them; both are for the caller to add to."""
        is_full = len(self._sound) + len(self._opened) > self._MOST
        if is_full or names is not self._names or words is not self._words:
            self._names, self._words, self._sound, self._opened = names, words, set(), {}
        return self._sound, self._opened


class CleanRules(msgspec.Struct, frozen=True):
    """A language's rules for telling news from the rest of a page."""

    line: tuple[CleanRule, ...]
    head: tuple[CleanRule, ...]
    tail: tuple[CleanRule, ...]
    inline: tuple[CleanRule, ...]
    glue: Glue
    author: tuple[re.Pattern[str], ...]
    source: tuple[re.Pattern[str], ...]
    credit: tuple[re.Pattern[str], ...]
    abbreviations: frozenset[str]
    not_cities: frozenset[str]
    cities: dict[str, str]
    """Casefolded name to the name as written."""
    title_small: frozenset[str]
    speech_words: frozenset[str]
    openers: frozenset[str]
    hints: tuple[str, ...]
    """The shortest of all rules; a text without one can match only rules that have none."""
    hinted_line: tuple[CleanRule, ...]
    """Those for whole lines that have hints."""
    unhinted_line: re.Pattern[str]
    """All rules for whole lines that have no hints, wherever they apply, in one."""
    inline_label: re.Pattern[str]
    inline_keys: tuple[str, ...]
    """Words, lower case, one of which stands where `inline_label` matches; empty where that cannot be told."""
    credit_keys: tuple[str, ...]
    """The same for `credit`."""
    headline_goes_on: frozenset[str]
    weekdays: frozenset[str]
    repairs: Repairs = msgspec.field(default_factory=Repairs)


def load_clean_rules(path: pathlib.Path) -> CleanRules:
    """Read and compile a clean.toml. Raises DataError that names the rule or the key that is wrong."""
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: {error}; correct the file") from error
    rules = tuple(_rule(row, path.name) for row in found.rules)
    return CleanRules(
        line=tuple(rule for rule in rules if rule.at == "line"),
        head=tuple(rule for rule in rules if rule.at == "head"),
        tail=tuple(rule for rule in rules if rule.at == "tail"),
        inline=tuple(rule for rule in rules if rule.at == "inline"),
        glue=_glue(found.glue, found.cities),
        author=_fields(found.fields.author, path.name),
        source=_fields(found.fields.source, path.name),
        credit=_fields(found.fields.credit, path.name),
        abbreviations=frozenset(found.abbreviations),
        not_cities=frozenset(found.not_cities),
        cities={city.casefold(): city for city in found.cities},
        title_small=frozenset(found.title_small),
        speech_words=frozenset(found.speech_words),
        openers=frozenset(found.openers),
        hints=fewest(hint for rule in rules for hint in rule.hints),
        hinted_line=tuple(rule for rule in rules if rule.at == "line" and rule.hints),
        unhinted_line=_in_one([rule.pattern for rule in rules if rule.at == "line" and not rule.hints]),
        inline_keys=opening_words(found.inline_labels),
        credit_keys=opening_words(found.fields.credit),
        inline_label=_compile("|".join(found.inline_labels) or r"(?!)", True, f"{path.name}: inline_labels"),
        headline_goes_on=frozenset(found.headline_goes_on),
        weekdays=frozenset(found.weekdays),
    )


def _rule(row: _RuleRow, where: str) -> CleanRule:
    if row.at != "line" and not row.hints:
        raise DataError(
            f"{where}: rule {row.id!r} at {row.at!r} has no hints; give lower-case pieces that the line must hold"
        )
    if not row.patterns:
        raise DataError(f"{where}: rule {row.id!r} has no patterns; give one or delete the rule")
    body = "|".join(f"(?:{pattern})" for pattern in row.patterns)
    return CleanRule(row.id, row.at, _compile(body, row.exact, f"{where}: rule {row.id!r}"), row.hints, row.zone)


def _compile(pattern: str, exact: bool, where: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, 0 if exact else re.IGNORECASE)
    except re.error as error:
        raise DataError(f"{where}: {error}; correct the pattern") from error


def _in_one(patterns: list[re.Pattern[str]]) -> re.Pattern[str]:
    bodies = [f"(?{'i' if each.flags & re.IGNORECASE else ''}:{each.pattern})" for each in patterns]
    return re.compile("|".join(bodies) or r"(?!)")


def opening_words(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Words, lower case, one of which every match of the patterns holds; empty where their form does not tell.

    >>> opening_words((r"(?:[Ff]rom|Source) (?P<name>\\w+)", r"\\bREAD\\s*:"))
    ('from', 'read', 'source')
    """
    found: set[str] = set()
    for pattern in patterns:
        opening = _OPENING.match(pattern)
        if opening is None or _has_branches(pattern):
            return ()
        words = _EITHER_CASE.sub(r"\1", opening["either"] or opening["word"]).lower().split("|")
        if not all(words) or "[" in "".join(words):
            return ()
        found.update(words)
    return tuple(sorted(found))


def _has_branches(pattern: str) -> bool:
    """Whether a pattern has a bar outside all brackets."""
    bare = _ESCAPED.sub("", pattern)
    while _BRACKETS.search(bare):
        bare = _BRACKETS.sub("", bare)
    return "|" in bare


def _fields(patterns: tuple[str, ...], where: str) -> tuple[re.Pattern[str], ...]:
    compiled = tuple(_compile(pattern, True, f"{where}: fields") for pattern in patterns)
    for pattern in compiled:
        if "name" not in pattern.groupindex:
            raise DataError(f"{where}: fields: {pattern.pattern!r} has no group 'name'; add (?P<name>...)")
    return compiled


def _glue(table: _GlueTable, cities: tuple[str, ...]) -> Glue:
    whole = {word.lower() for city in cities for word in re.findall(r"[^\W\d_]+", city)}
    return Glue(
        strong=frozenset(table.strong),
        weak=frozenset(table.weak),
        heads=frozenset(table.heads),
        keep=frozenset(word.lower() for word in table.keep) | whole,
        bound=frozenset(table.bound),
        name_heads=frozenset(table.name_heads),
    )
