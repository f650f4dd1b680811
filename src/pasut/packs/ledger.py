"""The typed shape of a pack's ledger.toml: words for evidence, and for a refusal to comment."""

import pathlib

import msgspec

from pasut.errors import DataError
from pasut.packs.letters import FOLDER, Phrases
from pasut.records import Record


class _LedgerFile(Record, frozen=True, forbid_unknown_fields=True):
    declined: tuple[str, ...]
    evidence: dict[str, tuple[str, ...]]


class LedgerWords(msgspec.Struct, frozen=True):
    """ledger.toml, compiled."""

    declined: Phrases
    evidence: Phrases
    """Kinds: satellite, photo, document, intercept, intelligence, testimony, debris, trade_data, investigation,
    unspecified, none_offered."""


def load_ledger_words(language: str, folder: pathlib.Path = FOLDER) -> LedgerWords:
    """Read and compile a language's ledger.toml. Raises DataError with the place of what is wrong."""
    path = folder / language / "ledger.toml"
    try:
        read = msgspec.toml.decode(path.read_bytes(), type=_LedgerFile)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(f"{language}/{path.name}: {error}") from error
    return LedgerWords(declined=Phrases({"declined": read.declined}), evidence=Phrases(read.evidence))
