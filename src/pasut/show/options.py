"""What the commands of the command line have in common: their options, and how they take what was typed."""

import pathlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Literal, TextIO, get_args

import typer

from pasut.errors import PasutError, UsageError
from pasut.records import EventType, Status
from pasut.settings import load_settings
from pasut.show.names import Names
from pasut.show.table import Format
from pasut.show.words import Words, words_in
from pasut.store import Store, open_store

StorePath = Annotated[
    pathlib.Path | None, typer.Option("--store", help="File of the store; else PASUT_STORE, else the XDG data folder.")
]
Language = Annotated[Literal["id", "en"] | None, typer.Option("--lang", help="Language of labels, dates and numbers.")]
Form = Annotated[Format, typer.Option("--format", help="Form of the output.")]
OneActor = Annotated[str, typer.Argument(help="ISO 3166 code or name: PRK, korut, 'North Korea'.")]
SomeActor = Annotated[str | None, typer.Argument(help="ISO 3166 code or name; give two actors or none.")]
Since = Annotated[str | None, typer.Option("--from", help="First day: 2024, 2024-06 or 2024-06-19.")]
Until = Annotated[str | None, typer.Option("--to", help="Last day: 2024, 2024-06 or 2024-06-19.")]
Kind = Annotated[str | None, typer.Option("--type", help="Type of event, AID, or type and mode, AID.arms.")]
OneStatus = Annotated[Status | None, typer.Option("--status", help="Only claims of this status.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Answer by the articles published by this day: 2023-09-12.")]


def labels(lang: str | None) -> Words:
    """The words of the language asked for, else of the settings."""
    return words_in(lang or load_settings().language)


def opened_store(path: pathlib.Path | None) -> Store:
    """The store, which must be there."""
    return open_store(path, must_exist=True)


def event_type(said: str | None) -> str | None:
    """An event type, or type and mode, in the form of the records. Raises UsageError for no type."""
    if said is None:
        return None
    name, dot, mode = said.partition(".")
    if name.upper() not in get_args(EventType):
        raise UsageError(f"no type is called {said!r}; the types are {', '.join(get_args(EventType))}")
    return name.upper() + dot + mode.lower()


def dyad_of(names: Names, a: str | None, b: str | None) -> tuple[str, str] | None:
    """The codes of two actors, None where none is given. Raises UsageError for one alone."""
    if a is None:
        return None
    if b is None:
        raise UsageError(f"only one actor, {a!r}, is given; give two, or none for all")
    return names.resolve(a), names.resolve(b)


def called(names: Names, dyad: tuple[str, str], words: Words) -> tuple[str, str]:
    """The names of two actors in the language of the labels."""
    return names.name(dyad[0], words.language), names.name(dyad[1], words.language)


@contextmanager
def output_to(path: pathlib.Path | None) -> Iterator[TextIO]:
    """The file to write to, standard output where none is named."""
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
    except OSError as error:
        raise PasutError(f"{path}: cannot be written ({error.strerror}); name another file with -o") from error
