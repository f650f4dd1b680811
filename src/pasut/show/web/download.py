"""Downloads: exports as they are made, piece by piece, and files that are made whole beside before they are sent."""

import io
import itertools
import pathlib
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response, StreamingResponse

from pasut.show.export.package import write_package
from pasut.show.export.write import BinaryFormat, FileFormat, export_text, write_export
from pasut.show.words import Words
from pasut.store import Store

PIECE = 64 * 1024
"""Bytes that are sent at a time, about."""


def download_export(store: Store, form: FileFormat, name: str, media_type: str, words: Words) -> Response:
    """An export under the name of a file; text is sent as it is made, so that memory stays flat."""
    if form in get_args(BinaryFormat):
        return _made(name, media_type, lambda place: _write(store, form, place, words))
    pieces = _in_pieces(export_text(store, form))
    # The first piece is made before the answer begins: what goes wrong by then is still said as an error.
    whole = itertools.chain([next(pieces, b"")], pieces)
    return StreamingResponse(whole, headers=_headers(name), media_type=media_type)


def download_package(store: Store, name: str) -> Response:
    """The data package, zipped."""

    def make(place: pathlib.Path) -> None:
        folder = place.with_name("package")
        write_package(store, folder)
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as out:
            for file in sorted(folder.iterdir()):
                out.write(file, f"pasut/{file.name}")

    return _made(name, "application/zip", make)


def download_store(store: Store, name: str) -> Response:
    """The store's own file, as it stands at one moment."""
    return _made(name, "application/vnd.sqlite3", store.copy_to)


def _write(store: Store, form: FileFormat, place: pathlib.Path, words: Words) -> None:
    with place.open("wb") as file, io.TextIOWrapper(file, encoding="utf-8") as out:
        write_export(store, form, out, words)


def _made(name: str, media_type: str, make: Callable[[pathlib.Path], None]) -> Response:
    """A file in a folder of its own, which is gone when it was sent."""
    room = tempfile.TemporaryDirectory(prefix="pasut-")
    try:
        place = pathlib.Path(room.name) / "made"
        make(place)
    except BaseException:
        room.cleanup()
        raise
    return FileResponse(place, headers=_headers(name), media_type=media_type, background=BackgroundTask(room.cleanup))


def _in_pieces(texts: Iterable[str]) -> Iterator[bytes]:
    waiting, size = [], 0
    for text in texts:
        data = text.encode()
        waiting.append(data)
        size += len(data)
        if size >= PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def _headers(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
