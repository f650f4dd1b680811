"""The typed shape of a pack's pair.toml: turns of phrase that decide the pair task whatever the grammar around them."""

import pathlib
import re
from typing import NamedTuple

import msgspec

from pasut.errors import DataError
from pasut.records import Record


class _Row(Record, frozen=True, forbid_unknown_fields=True):
    id: str
    root: str
    weight: float
    patterns: tuple[str, ...]


class _File(Record, frozen=True, forbid_unknown_fields=True):
    words: dict[str, str] = msgspec.field(default_factory=dict)
    rule: tuple[_Row, ...] = ()


class PairRule(NamedTuple):
    """One turn of phrase: the root it speaks for, and how strongly."""

    id: str
    root: str
    weight: float
    pattern: re.Pattern[str]


def load_pair_rules(path: pathlib.Path) -> tuple[PairRule, ...]:
    """Read and compile a pair.toml; a pack without one has no such rules. Raises DataError that names the rule.

    `{name}` in a pattern stands for the alternatives that the table [words] lists under that name; SRC and TGT for the
    two spans.
    """
    if not path.is_file():
        return ()
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=_File)
    except msgspec.DecodeError as error:
        raise DataError(f"{path.name}: {error}; correct the key or value named here") from error
    return tuple(PairRule(row.id, row.root, row.weight, _compiled(row, found.words, path.name)) for row in found.rule)


def _compiled(row: _Row, words: dict[str, str], where: str) -> re.Pattern[str]:
    body = "|".join(f"(?:{pattern})" for pattern in row.patterns)
    for name, alternatives in words.items():
        body = body.replace("{" + name + "}", f"(?:{alternatives})")
    try:
        return re.compile(rf"(?<!\w)(?:{body})(?:(?<=\s)|(?!\w))", re.IGNORECASE)
    except re.error as error:
        raise DataError(f"{where}: rule {row.id!r}: {error}; correct the pattern") from error
