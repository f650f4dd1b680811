"""What a language calls the actors: names.tsv alone, for commands that show names and need none of a pack's words."""

import pathlib
from collections.abc import Mapping

from pasut.errors import DataError
from pasut.records import Record
from pasut.tables import read_table
from pasut.world.load import World

FOLDER = pathlib.Path(__file__).parent


class NameRow(Record, frozen=True):
    """One name of an actor, with its line in names.tsv."""

    line: int
    alias: str
    code: str
    kind: str


class ActorNames(Record, frozen=True):
    """The names of all actors in one language."""

    rows: tuple[NameRow, ...]
    aliases: Mapping[str, str]
    """Casefolded name to actor code."""
    display: Mapping[str, str]
    """Actor code to the name this language uses first."""


def load_actor_names(language: str, world: World, folder: pathlib.Path = FOLDER) -> ActorNames:
    """Read a language's names.tsv. Raises DataError with file and line when it is wrong."""
    path = folder / language / "names.tsv"
    rows = tuple(
        NameRow(line=line, alias=alias, code=code, kind=kind)
        for line, (alias, code, kind) in read_table(path, ("alias", "code", "kind"))
    )
    aliases: dict[str, str] = {}
    display: dict[str, str] = {}
    for row in rows:
        if row.code not in world.states and row.code not in world.bodies and row.code not in world.groups:
            raise DataError(f"{path.name}:{row.line}: {row.code!r} is no code of the world's tables")
        aliases.setdefault(row.alias.casefold(), row.code)
        if row.kind in ("name", "body", "group"):
            display.setdefault(row.code, row.alias)
    for code, state in world.states.items():
        aliases.setdefault(state.name_en.casefold(), code)
        aliases.setdefault(code.casefold(), code)
    for code in (*world.bodies, *world.groups):
        aliases.setdefault(code.casefold(), code)
    return ActorNames(rows=rows, aliases=aliases, display=display)
