"""cameo.tsv: the CAMEO code of an act, for files in GDELT's layout."""

import pathlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from pasut.errors import DataError
from pasut.records import EventType
from pasut.tables import read_table
from pasut.world.load import FOLDER

CameoCodes = Mapping[tuple[str, str | None], str]
"""The code of a type and mode; None for the type itself."""


def load_cameo(path: pathlib.Path = FOLDER / "cameo.tsv") -> CameoCodes:
    """Read the table. Raises DataError, with file and line, when a row is wrong or a type has no code."""
    codes: dict[tuple[str, str | None], str] = {}
    for number, (type_, mode, code) in read_table(path, ("type", "mode", "code")):
        act = type_, mode or None
        if type_ not in get_args(EventType) or act in codes:
            raise DataError(f"{path.name}:{number}: {type_} {mode} is no type of event, or has a row already")
        if not code.isdigit() or len(code) not in (3, 4) or not "01" <= code[:2] <= "20":
            raise DataError(f"{path.name}:{number}: {code!r} is no CAMEO code, write three or four digits")
        codes[act] = code
    if missing := [type_ for type_ in get_args(EventType) if (type_, None) not in codes]:
        raise DataError(f"{path.name}: no code for {', '.join(missing)}; add a row without a mode for each")
    return MappingProxyType(codes)


def cameo_code(codes: CameoCodes, type_: str, mode: str | None) -> str:
    """The code of an act; a mode without a row has that of its type."""
    return codes.get((type_, mode)) or codes[type_, None]


def cameo_quad(code: str) -> int:
    """The quad class of a code, by its root: 1 and 2 cooperation in words and deeds, 3 and 4 conflict."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4
