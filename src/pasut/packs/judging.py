"""assess.toml of a pack: the phrases by which somebody judges a relation, and the words that tell whose it is."""

import pathlib
from collections.abc import Mapping

import msgspec

from pasut.errors import DataError
from pasut.records import Record


class AssessRule(Record, frozen=True, forbid_unknown_fields=True):
    """assess.toml: phrases by which somebody judges a relation."""

    id: str
    direction: str
    phrases: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Nouns, one of which must stand in the sentence (hubungan, kerja sama, aliansi...); empty: none needed."""
    told: bool = False
    """Whether its parties must be told by the words about it: who is merely named near them is none."""


class PartyWords(Record, frozen=True, forbid_unknown_fields=True, rename={"with_": "with"}):
    """assess.toml: the words that tell between whom a relation is."""

    nouns: frozenset[str]
    """A relation: hubungan, kerja sama, ties."""
    partners: frozenset[str]
    """One of its parties: sekutu, mitra, rival."""
    between: frozenset[str]
    with_: frozenset[str]
    whose: frozenset[str]
    """Prepositions before whose partner somebody is: bagi, of."""
    wishes: frozenset[str]
    """Words before a judgement that make it a wish, a promise or a plan: ingin, berjanji."""
    negators: frozenset[str]
    """Words right before a judgement that undo it: tidak, belum."""
    mutual: frozenset[str] = frozenset()
    """Words that make a relation one of two, whoever they are: bilateral."""


class _File(Record, frozen=True, forbid_unknown_fields=True):
    rule: tuple[AssessRule, ...]
    parties: PartyWords
    words: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Name to words that take each other's place: `{more} dekat` in a phrase stands for each of them before `dekat`."""


def load_judging(path: pathlib.Path) -> tuple[tuple[AssessRule, ...], PartyWords]:
    """The rules and the words of an assess.toml. Raises DataError with the file's name when it is wrong."""
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(f"{path.name}: {error}") from error
    return tuple(_written_out(rule, file.words) for rule in file.rule), file.parties


def _written_out(rule: AssessRule, words: Mapping[str, tuple[str, ...]]) -> AssessRule:
    """The rule with each phrase written out for each of the words that its `{name}` stands for."""
    phrases: list[str] = []
    for phrase in rule.phrases:
        before, opened, rest = phrase.partition("{")
        name, _, after = rest.partition("}")
        if opened and name not in words:
            raise DataError(f"assess.toml: rule {rule.id!r} uses {{{name}}}, which [words] lacks")
        phrases += [before + word + after for word in words[name]] if opened else [phrase]
    return msgspec.structs.replace(rule, phrases=tuple(dict.fromkeys(phrases)))
