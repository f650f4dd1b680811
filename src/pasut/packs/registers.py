"""The typed shape of a pack's registers.toml: words that a register looks for in the sentences of its events."""

import pathlib

import msgspec

from pasut.errors import DataError
from pasut.packs.letters import FOLDER, Phrases
from pasut.records import Record


class _RegistersFile(Record, frozen=True, forbid_unknown_fields=True):
    in_force: tuple[str, ...]


class RegisterWords(msgspec.Struct, frozen=True):
    """registers.toml, compiled."""

    in_force: Phrases
    """That an agreement was ratified or has taken effect."""


def load_register_words(language: str, folder: pathlib.Path = FOLDER) -> RegisterWords:
    """Read and compile a language's registers.toml. Raises DataError with the place of what is wrong."""
    path = folder / language / "registers.toml"
    try:
        read = msgspec.toml.decode(path.read_bytes(), type=_RegistersFile)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(f"{language}/{path.name}: {error}") from error
    return RegisterWords(in_force=Phrases({"in_force": read.in_force}))
