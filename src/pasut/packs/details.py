"""The typed shape of a pack's details.toml and of the contexts.toml that all packs share."""

import pathlib
import re
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from pasut.errors import DataError
from pasut.packs.letters import Phrases
from pasut.packs.time_forms import trie
from pasut.records import Record

FOLDER = pathlib.Path(__file__).parent
_T = TypeVar("_T")


class Contexts(Record, frozen=True, forbid_unknown_fields=True):
    """contexts.toml: what an act is about, whatever the language."""

    always: dict[str, tuple[str, ...]]
    """By `TYPE` or `TYPE.mode`, the latter first."""
    otherwise: dict[str, tuple[str, ...]]
    """The same, for an act of which nothing else tells a context."""
    about: dict[str, frozenset[str]]
    """`types`: those that are about the acts they speak of."""
    only: dict[str, frozenset[str]]
    """By type, the contexts that it may take from things and words; any, where a type is not here."""
    classes: dict[str, tuple[str, ...]]
    """By class of things.tsv."""


class Amounts(Record, frozen=True, forbid_unknown_fields=True):
    """[amounts] of details.toml: how a language writes numbers of things and of money."""

    thousands: str
    decimal: str
    bounds: dict[str, str]
    scales: dict[str, int]
    numbers: dict[str, int]
    not_units: frozenset[str]
    vague: tuple[str, ...]
    before: dict[str, str]
    after: dict[str, str]


class _Places(Record, frozen=True, forbid_unknown_fields=True):
    at: frozenset[str]
    towards: frozenset[str]


class _Offices(Record, frozen=True, forbid_unknown_fields=True):
    unless: tuple[str, ...]


class _File(Record, frozen=True, forbid_unknown_fields=True):
    contexts: dict[str, tuple[str, ...]]
    amounts: Amounts
    places: _Places
    offices: _Offices


class DetailWords(msgspec.Struct, frozen=True):
    """details.toml, compiled."""

    rules: Contexts
    contexts: Phrases
    """Words to the context they name."""
    amounts: Amounts
    number: re.Pattern[str]
    """A number with what belongs to it; groups bound, before, digits, word, scales, after, vague."""
    at: frozenset[str]
    """Prepositions of the place where something is done."""
    towards: frozenset[str]
    """Prepositions of the place that a journey leads to."""
    unless: Phrases
    """Words that leave open whether an office is held."""


def load_detail_words(language: str, folder: pathlib.Path = FOLDER) -> DetailWords | None:
    """Read and compile a language's details.toml; None where it has none. Raises DataError when a file is wrong."""
    path = folder / language / "details.toml"
    if not path.is_file():
        return None
    found = _decode(path, _File)
    return DetailWords(
        rules=_decode(FOLDER / "contexts.toml", Contexts),
        contexts=Phrases(found.contexts),
        amounts=found.amounts,
        number=_number(found.amounts),
        at=found.places.at,
        towards=found.places.towards,
        unless=Phrases({"unless": found.offices.unless}),
    )


def _decode(path: pathlib.Path, kind: type[_T]) -> _T:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(f"{path.name}: {error}; see docs/how/edit-the-lexicon.md") from error


def _number(amounts: Amounts) -> re.Pattern[str]:
    """`lebih dari 1.000`, `USD 50 juta`, `dua ratus ribu`, `ribuan`: what a number may look like."""
    bound = rf"(?:(?P<bound>{_any(amounts.bounds)})\s+)?"
    money = rf"(?:(?P<before>{_any(amounts.before)})\s?)?"
    digits = rf"(?:(?P<digits>\d+(?:[.,]\d+)*)|(?P<word>{_any(amounts.numbers)})\b)"
    scales = rf"(?P<scales>(?:\s+(?:{_any(amounts.scales)})\b){{0,2}})"
    after = rf"(?:\s+(?P<after>{_any(amounts.after)})\b)?"
    vague = rf"(?P<vague>{_any(amounts.vague)})\b"
    return re.compile(rf"(?<![\w.,-]){bound}(?:{money}{digits}{scales}{after}|{vague})(?![\w-])", re.IGNORECASE)


def _any(words: Mapping[str, object] | tuple[str, ...]) -> str:
    return trie(sorted(words))
