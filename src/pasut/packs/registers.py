"""The typed shape of a pack's registers.toml: words that a register looks for in the sentences of its events."""

import pathlib
import re
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from pasut.errors import DataError
from pasut.packs.letters import FOLDER, Phrases
from pasut.records import Record, Span

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class _RegistersFile(Record, frozen=True, forbid_unknown_fields=True):
    in_force: tuple[str, ...]
    ends: dict[str, tuple[str, ...]]
    in_place: dict[str, tuple[str, ...]]
    things: dict[str, tuple[str, ...]]
    topics: dict[str, tuple[str, ...]]
    all: dict[str, tuple[str, ...]]


class RegisterWords(msgspec.Struct, frozen=True):
    """registers.toml, compiled."""

    in_force: Phrases
    """That an agreement was ratified or has taken effect."""
    ends: Phrases
    """How something ends, in the words of the act: lifted, eased, expired, resumed, withdrawn, suspended, ended."""
    in_place: Phrases
    """That a treaty takes the place of another."""
    things: Phrases
    """What ends: treaty, sanction, tariff, ties."""
    topics: Phrases
    """What it is about: nuclear, trade."""
    all: Phrases
    """That all of a kind are meant."""


class Saying(Protocol):
    """What a claim says, whatever else of it is at hand."""

    @property
    def sentence_text(self) -> str:
        """The sentence."""

    @property
    def sentence(self) -> Span:
        """Where it stands in the article."""

    @property
    def trigger(self) -> Span:
        """Where the word stands that tells the act."""


class EndWords(Record, frozen=True):
    """What the sentence of a claim says that matters for an end, whatever its language."""

    hows: frozenset[str] = frozenset()
    """How something ends, by the words of the act itself, and `replaced`."""
    things: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    is_all: bool = False
    """Whether all are meant: `all sanctions`."""


def read_hows(claim: Saying, languages: Iterable[RegisterWords]) -> frozenset[str]:
    """How something ends by what a claim says, by the words of each language: the quickest to see that nothing does."""
    sentence = claim.sentence_text
    begin = claim.sentence.start
    trigger = sentence[max(0, claim.trigger.start - begin) : max(0, claim.trigger.end - begin)]
    return frozenset(
        kind for words in languages for kind in (*_kinds(words.ends, trigger), *_kinds(words.in_place, sentence))
    )


def read_end(claim: Saying, languages: Sequence[RegisterWords]) -> EndWords:
    """What a claim says of an end, by the words of each language."""
    sentence = claim.sentence_text
    things: set[str] = set()
    topics: set[str] = set()
    is_all = False
    for words in languages:
        things |= _kinds(words.things, sentence)
        topics |= _kinds(words.topics, sentence)
        is_all = is_all or bool(words.all.find(sentence))
    years = frozenset(int(year) for year in _YEAR.findall(sentence))
    return EndWords(
        hows=read_hows(claim, languages), things=frozenset(things), topics=frozenset(topics), years=years, is_all=is_all
    )


def load_register_words(language: str, folder: pathlib.Path = FOLDER) -> RegisterWords:
    """Read and compile a language's registers.toml. Raises DataError with the place of what is wrong."""
    path = folder / language / "registers.toml"
    try:
        read = msgspec.toml.decode(path.read_bytes(), type=_RegistersFile)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(f"{language}/{path.name}: {error}") from error
    return RegisterWords(
        in_force=Phrases({"in_force": read.in_force}),
        ends=Phrases(read.ends),
        in_place=Phrases(read.in_place),
        things=Phrases(read.things),
        topics=Phrases(read.topics),
        all=Phrases(read.all),
    )


def _kinds(phrases: Phrases, text: str) -> set[str]:
    return {kind for kind, _ in phrases.find(text)}
