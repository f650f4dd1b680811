"""What a language pack holds when it is compiled: one lookup table of words and phrases, and what goes with it."""

import dataclasses
from collections.abc import Mapping

from pasut.packs.clean_rules import CleanRules
from pasut.packs.details import DetailWords
from pasut.packs.entry import Lexeme
from pasut.packs.judging import AssessRule, PartyWords
from pasut.packs.pair_rules import PairRule
from pasut.packs.time_words import TimeWords
from pasut.packs.words import Syntax
from pasut.records import Record


class Media(Record, frozen=True):
    """A news agency, state medium, newspaper or broadcaster."""

    name: str
    kind: str
    state: str


@dataclasses.dataclass(eq=False)
class Pack:
    """A compiled language pack; immutable by convention, shared by all articles."""

    language: str
    name: str
    version: str
    lexicon: dict[str, Lexeme]
    """First word, lower case, to all that begins with it."""
    aliases: Mapping[str, str]
    """Casefolded name to actor code."""
    display: Mapping[str, str]
    """Actor code to the name this language uses first."""
    not_verbs: frozenset[str]
    adverbs: frozenset[str]
    syntax: Syntax
    assess: tuple[AssessRule, ...]
    parties: PartyWords
    """By which words the parties of a judged relation are found."""
    assess_heads: Mapping[str, Mapping[str, tuple[str, ...]]]
    """First word, then second (the first again where there is none), to the phrases of `assess` that begin so."""
    assess_rules: Mapping[str, tuple[int, ...]]
    """Phrase to the places in `assess` of the rules that have it."""
    time: TimeWords
    clean: CleanRules
    common: frozenset[str]
    """Ordinary lower-case words, to split glued tokens by."""
    names: frozenset[str]
    """Every single word of a name, lower case."""
    pair: tuple[PairRule, ...]
    """Turns of phrase that decide the pair task."""
    shorts: Mapping[str, tuple[str, ...]]
    """Short name of a person as written (`Kim`, `Lavrov`) to the ids of those who bear it."""
    details: DetailWords | None
    """What the coder needs to fill in contexts, quantities and places; None where the pack has none yet."""
