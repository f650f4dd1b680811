"""Read files, folders and standard input into pages, one at a time, so that memory stays flat whatever the size.

Whatever cannot be read becomes a Problem that says what is wrong and what to do; everything else goes on.
"""

import contextlib
import io
import os
import pathlib
import sys
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import BinaryIO, TypeAlias

import msgspec

from pasut.read.encoding import decode_text, is_binary
from pasut.read.markdown import split_front_matter, strip_marks
from pasut.records import Page, Problem

ENDINGS = (".txt", ".md", ".jsonl")
MAX_TEXT = 50 * 1024 * 1024
"""Bytes of one plain text; a longer one holds no single article."""
MAX_LINE = MAX_TEXT
"""Bytes of one JSONL line."""


class _Row(msgspec.Struct):
    """A JSONL line; members that are not named here are ignored."""

    text: str | None = None
    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    lang: str | None = None
    language: str | None = None


_Decoder: TypeAlias = "msgspec.json.Decoder[_Row]"


def read_paths(paths: Iterable[str | PathLike[str]], *, stdin: BinaryIO | None = None) -> Iterator[Page | Problem]:
    """Pages of files (.txt, .md, .jsonl), of folders with all below them, sorted, and of `-`, standard input."""
    for path in paths:
        where = os.fspath(path)
        if where == "-":
            yield from _read_stdin(sys.stdin.buffer if stdin is None else stdin)
            continue
        try:
            yield from _read_path(pathlib.Path(where))
        except (OSError, ValueError) as error:
            yield _unreadable(where, error)


def _read_path(path: pathlib.Path) -> Iterator[Page | Problem]:
    if path.is_dir():
        yield from _read_folder(path)
    elif path.is_symlink() and not path.exists():
        yield Problem(where=str(path), what=f"links to {os.readlink(path)}, which is not there; correct the link")
    elif not path.exists():
        yield Problem(where=str(path), what="there is no such file or folder; check the spelling")
    elif not path.is_file():
        yield Problem(where=str(path), what="is neither file nor folder; name a file, or pipe it in and name '-'")
    elif path.suffix.lower() not in ENDINGS:
        what = f"files ending in {path.suffix or 'nothing'} are not read; give {', '.join(ENDINGS)} or a folder of them"
        yield Problem(where=str(path), what=what)
    else:
        yield from _read_file(path)


def _read_folder(folder: pathlib.Path) -> Iterator[Page | Problem]:
    found = False
    for item in _walk(folder):
        found = True
        if isinstance(item, Problem):
            yield item
            continue
        try:
            yield from _read_path(item)
        except (OSError, ValueError) as error:
            yield _unreadable(str(item), error)
    if not found:
        what = f"holds nothing that can be read; put files ending in {', '.join(ENDINGS)} there"
        yield Problem(where=str(folder), what=what, kind="skipped")


def _walk(folder: pathlib.Path) -> Iterator[pathlib.Path | Problem]:
    """Readable files below a folder, sorted by path; hidden ones and links to folders are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(str(folder), error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(pathlib.Path(entry.path))
        elif pathlib.Path(entry.name).suffix.lower() in ENDINGS:
            yield pathlib.Path(entry.path)


def _read_file(path: pathlib.Path) -> Iterator[Page | Problem]:
    with path.open("rb") as stream:
        if path.suffix.lower() == ".jsonl":
            yield from _read_jsonl(stream, str(path), path.name)
        else:
            yield _read_text(stream, str(path), path.stem, is_markdown=path.suffix.lower() == ".md")


def _read_stdin(stream: BinaryIO) -> Iterator[Page | Problem]:
    """Standard input is JSONL when the first character that is not blank is an opening brace, else one plain text."""
    try:
        head = b""
        while not head.strip(b" \t\r\n\xef\xbb\xbf") and (line := stream.readline(MAX_LINE)):
            head += line
        rest = _Joined(head, stream)
        if head.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"{"):
            yield from _read_jsonl(rest, "-", "-")
        else:
            yield _read_text(rest, "-", "-", is_markdown=False)
    except (OSError, ValueError) as error:
        yield _unreadable("-", error)


class _Joined(io.RawIOBase):
    """A stream whose beginning was read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._head.readline(-1 if size is None else size) or self._rest.readline(-1 if size is None else size)

    def read(self, size: int = -1, /) -> bytes:
        head = self._head.read(size)
        return head + self._rest.read(size - len(head) if size >= 0 else -1)


def _read_text(stream: BinaryIO | _Joined, source: str, key: str, *, is_markdown: bool) -> Page | Problem:
    data = stream.read(MAX_TEXT + 1)
    if len(data) > MAX_TEXT:
        size = f"is over {MAX_TEXT // 1024 // 1024} MB, too much for one article"
        what = f"{size}; split it into one file an article, or make it JSONL"
        return Problem(where=source, what=what)
    if is_binary(data):
        return Problem(where=source, what="is no text but binary data; save it as plain text in UTF-8")
    text = decode_text(data)
    if not text.strip():
        return Problem(where=source, what="is empty; put the article's text in it", kind="near-empty")
    if not is_markdown:
        return Page(key=key, text=text, source=source)
    fields, body = split_front_matter(text)
    if not body.strip():
        return Problem(
            where=source, what="has front matter but no text; put the article's text below it", kind="near-empty"
        )
    return Page(
        key=key,
        text=strip_marks(body),
        source=source,
        title=fields.get("title"),
        url=fields.get("url"),
        publisher=fields.get("publisher"),
        published=fields.get("published"),
        language=fields.get("language"),
    )


def _read_jsonl(stream: BinaryIO | _Joined, source: str, name: str) -> Iterator[Page | Problem]:
    decoder = msgspec.json.Decoder(_Row)
    number = 0
    seen_any = False
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Problem(where=source, what="JSONL in UTF-16 is not read; save it as UTF-8")
            return
        if len(line) > MAX_LINE:
            yield Problem(where=f"{source}:{number}", what=f"the line is over {MAX_LINE // 1024 // 1024} MB; split it")
            _skip_line(stream)
            continue
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip()
        if stripped:
            seen_any = True
            yield _read_row(decoder, stripped, source, name, number)
    if not seen_any:
        yield Problem(where=source, what="is empty; put one JSON object a line in it", kind="near-empty")


def _skip_line(stream: BinaryIO | _Joined) -> None:
    while (piece := stream.readline(MAX_LINE)) and not piece.endswith(b"\n"):
        pass


def _read_row(
    decoder: "msgspec.json.Decoder[_Row]", line: bytes, source: str, name: str, number: int
) -> Page | Problem:
    where = f"{source}:{number}"
    try:
        row = decoder.decode(line)
    except UnicodeDecodeError:
        return Problem(where=where, what="is not in UTF-8; save the file as UTF-8")
    except msgspec.ValidationError as error:
        return Problem(where=where, what=f"{_lower_first(str(error))}; correct the member or leave it out")
    except (msgspec.DecodeError, RecursionError) as error:
        return Problem(where=where, what=f"is no valid JSON ({error}); each line must be one JSON object")
    if row.text is None:
        return Problem(where=where, what="has no member 'text'; give the article's text there")
    if not row.text.strip():
        return Problem(where=where, what="has an empty 'text'; give the article's text there", kind="near-empty")
    return Page(
        key=str(row.id) if row.id not in (None, "") else f"{name}:{number}",
        text=_no_surrogates(row.text),
        source=source,
        line=number,
        title=_given(row.title),
        url=_given(row.url),
        publisher=_given(row.publisher),
        published=_given(row.published),
        language=_given(row.language) or _given(row.lang),
    )


def _given(value: str | None) -> str | None:
    return _no_surrogates(value).strip() or None if value is not None else None


def _no_surrogates(text: str) -> str:
    """Half a surrogate pair, which JSON escapes can carry, fits no encoding: it becomes a replacement character."""
    with contextlib.suppress(UnicodeEncodeError):
        text.encode("utf-8")
        return text
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _unreadable(where: str, error: Exception) -> Problem:
    if isinstance(error, PermissionError):
        return Problem(where=where, what="may not be read; change its permissions")
    if isinstance(error, FileNotFoundError):
        return Problem(where=where, what="is gone; name it again if it is back")
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(where=where, what=f"cannot be read ({reason}); check the path and the disk")
