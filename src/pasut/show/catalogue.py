"""The program's own English sentences in another language, by the sentence itself, as gettext does; catalogue.toml.

Records keep their English (`Clue.note`, `When.basis`, the message of an error), and so do programs that read them; what
people see goes through here. A sentence without an entry is shown as it is.
"""

import functools
import importlib.resources
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from pasut.errors import DataError
from pasut.packs.events import load_event_names

_BLANK = re.compile(r"\{([a-z]+)\d*\}")
_NAMED = re.compile(r"\{([a-z]+\d*)\}")
Label = Callable[[str, str], str]
"""(table of labels, value) to its label; the value itself where there is none."""


class _Form(NamedTuple):
    """A sentence with blanks, and what it is in the other language."""

    pattern: re.Pattern[str]
    said: str


class Catalogue:
    """The sentences of one language, by part and English form."""

    def __init__(self, parts: Mapping[str, Mapping[str, str]]) -> None:
        self._parts = parts
        self._forms = {
            part: [_form(text, said) for text, said in sorted(entries.items(), key=_fixed) if _BLANK.search(text)]
            for part, entries in parts.items()
        }

    def said(self, part: str, text: str, label: Label) -> str:
        """A sentence in this language. A blank that is called as a part, or as a table of labels, is said so too."""
        entries = self._parts.get(part)
        if entries is None:
            return text
        if text in entries:
            return entries[text]
        for form in self._forms[part]:
            if found := form.pattern.fullmatch(text):
                blanks = {name: self._filled(name, value, label) for name, value in found.groupdict().items()}
                return form.said.format(**blanks)
        return text

    def _filled(self, name: str, value: str, label: Label) -> str:
        kind = name.rstrip("0123456789")
        return self.said(kind, value, label) if kind in self._parts else label(kind, value)


def _fixed(entry: tuple[str, str]) -> int:
    """Sorts the form with most words of its own first, since others may fit what it says as well."""
    return -len(_BLANK.sub("", entry[0]))


def _form(text: str, said: str) -> _Form:
    pieces = _NAMED.split(text)
    body = "".join(f"(?P<{piece}>.+?)" if number % 2 else re.escape(piece) for number, piece in enumerate(pieces))
    return _Form(re.compile(body, re.DOTALL), said)


@functools.cache
def load_catalogue(language: str) -> Catalogue:
    """The catalogue of a language; an empty one for English. Raises DataError where the file is wrong."""
    text = (importlib.resources.files("pasut.show") / "catalogue.toml").read_bytes()
    try:
        found = msgspec.toml.decode(text, type=dict[str, dict[str, dict[str, str]]])
    except msgspec.DecodeError as error:
        raise DataError(f"show/catalogue.toml: {error}") from error
    parts = found.get(language, {})
    return Catalogue(parts | {"known": load_event_names(language)} if parts else parts)
