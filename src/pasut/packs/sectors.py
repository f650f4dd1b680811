"""sectors.tsv: what kind of actor a phrase names (army, court, gang, airline), for `pasut who`."""

import pathlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pasut.errors import DataError
from pasut.packs.cut import phrase_words
from pasut.packs.lexicon import variants
from pasut.packs.load import FOLDER, read_header
from pasut.packs.pack import Pack
from pasut.tables import cell_list, read_table
from pasut.tokens import Token

SECTORS = frozenset((
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "NGO",
))  # fmt: skip
"""PLOVER manual 2.0, chapter on actors; NGO is one of its codes for actors of no state."""


class Kind(NamedTuple):
    """What one phrase tells of an actor."""

    sectors: tuple[str, ...]
    code: str


class SectorFind(NamedTuple):
    """A phrase found in a text; `first` and `last` count tokens, `last` exclusive."""

    first: int
    last: int
    kind: Kind


class Sectors:
    """The phrases of one language, the longest found first."""

    def __init__(self, phrases: Mapping[tuple[str, ...], Kind]) -> None:
        self._phrases = phrases
        self._longest = max(map(len, phrases), default=0)

    def find(self, tokens: Sequence[Token]) -> list[SectorFind]:
        """All phrases in the tokens, left to right, none inside another."""
        found: list[SectorFind] = []
        at = 0
        while at < len(tokens):
            one = self._at(tokens, at)
            if one is not None:
                found.append(one)
            at = one.last if one is not None else at + 1
        return found

    def _at(self, tokens: Sequence[Token], at: int) -> SectorFind | None:
        for size in range(min(self._longest, len(tokens) - at), 0, -1):
            kind = self._phrases.get(tuple(token.low for token in tokens[at : at + size]))
            if kind is not None:
                return SectorFind(at, at + size, kind)
        return None


def load_sectors(pack: Pack, folder: pathlib.Path = FOLDER) -> Sectors:
    """Read the sectors.tsv of a pack's language, which need not have one. Raises DataError where a row is wrong."""
    path = folder / pack.language / "sectors.tsv"
    if not path.is_file():
        return Sectors({})
    morphology = read_header(path.parent).forms
    phrases: dict[tuple[str, ...], Kind] = {}
    for number, (phrase, sectors, code) in read_table(path, ("phrase", "sector", "code")):
        kind = Kind(cell_list(sectors), code)
        if not kind.sectors or not SECTORS.issuperset(kind.sectors):
            known = ", ".join(sorted(SECTORS))
            raise DataError(f"{path.name}:{number}: {sectors!r} is no sector; write some of {known}, with | between")
        for form in variants(phrase, morphology):
            phrases.setdefault(tuple(phrase_words(form, pack.syntax.enclitics)), kind)
    return Sectors(phrases)
