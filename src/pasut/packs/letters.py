"""The typed shape of a pack's letters.toml: occasions, epithets and the words by which news tells of a letter."""

import pathlib
import re
from collections.abc import Iterable, Mapping

import msgspec

from pasut.errors import DataError
from pasut.packs.time_forms import trie
from pasut.records import Record

_WORD = re.compile(r"\w")
FOLDER = pathlib.Path(__file__).parent


class _LettersFile(Record, frozen=True, forbid_unknown_fields=True):
    version: str
    nouns: tuple[str, ...]
    reply: tuple[str, ...]
    full_text: tuple[str, ...]
    brief_mention: tuple[str, ...]
    front_page: tuple[str, ...]
    omission: tuple[str, ...]
    wish: tuple[str, ...]
    last_year: tuple[str, ...]
    occasion: dict[str, tuple[str, ...]]
    epithets: dict[str, tuple[str, ...]]


class Phrases:
    """Phrases of several kinds, found as whole words in one pass, the longest first."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        self._kinds = {phrase: kind for kind, phrases in kinds.items() for phrase in phrases}
        # Where all phrases begin with a letter or figure, the bound of a word says the same and is quicker to look for.
        begins = r"\b" if all(_WORD.match(phrase) for phrase in self._kinds) else r"(?<!\w)"
        self._pattern = re.compile(rf"{begins}(?:{trie(self._kinds) if self._kinds else '(?!)'})(?:(?<=-)|(?!\w))")

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of phrases."""
        return frozenset(self._kinds.values())

    def find(self, text: str) -> list[tuple[str, str]]:
        """(kind, phrase) of every phrase in a text, in order, whatever the case."""
        found = (" ".join(match.group().split()) for match in self._pattern.finditer(text.lower()))
        return [(self._kinds[phrase], phrase) for phrase in found]

    def first(self, text: str) -> str | None:
        """The kind of the longest phrase in a text, the earlier of two as long; None where there is none."""
        found = self.find(text)
        return max(found, key=lambda each: len(each[1]))[0] if found else None


class LetterWords(msgspec.Struct, frozen=True):
    """letters.toml, compiled."""

    version: str
    marks: Phrases
    """Kinds: reply, full_text, brief_mention, front_page, omission, wish, last_year."""
    nouns: Phrases
    occasions: Phrases
    epithets: Phrases


def load_letter_words(language: str, folder: pathlib.Path = FOLDER) -> LetterWords:
    """Read and compile a language's letters.toml. Raises DataError with the place of what is wrong."""
    path = folder / language / "letters.toml"
    try:
        read = msgspec.toml.decode(path.read_bytes(), type=_LettersFile)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(f"{language}/{path.name}: {error}") from error
    marks = ("reply", "full_text", "brief_mention", "front_page", "omission", "wish", "last_year")
    return LetterWords(
        version=read.version,
        marks=Phrases({name: getattr(read, name) for name in marks}),
        nouns=Phrases({"noun": read.nouns}),
        occasions=Phrases(read.occasion),
        epithets=Phrases(read.epithets),
    )
