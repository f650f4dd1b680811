"""The words of the page alone: one file for each part of it under words/, each with both languages."""

import functools
import importlib.resources

import msgspec

from pasut.errors import DataError
from pasut.show.words import words_in


class Terms:
    """What the page says in one language: `terms("front.title")`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._said = load_terms()[language]

    def __call__(self, name: str, /, **values: object) -> str:
        """A term with its blanks filled; whole numbers are written as the language writes them."""
        words = words_in(self.language)
        shown = {key: words.number(value) if type(value) is int else value for key, value in values.items()}
        return self._said[name].format(**shown)

    def heading(self, field: str) -> str:
        """What people call a field; the field itself where the language has no word for it."""
        return words_in(self.language).labels.heading.get(field, field)


@functools.cache
def terms_in(language: str) -> Terms:
    """The terms of a language, loaded once."""
    return Terms(language)


@functools.cache
def load_terms() -> dict[str, dict[str, str]]:
    """For each language, `part.term` to its text. Raises DataError where a file is no table of two languages."""
    found: dict[str, dict[str, str]] = {"id": {}, "en": {}}
    for file in sorted((importlib.resources.files("pasut.show.web") / "words").iterdir(), key=lambda each: each.name):
        part = file.name.removesuffix(".toml")
        try:
            said = msgspec.toml.decode(file.read_bytes(), type=dict[str, dict[str, str]])
        except msgspec.DecodeError as error:
            raise DataError(f"show/web/words/{file.name}: {error}") from error
        for language, terms in said.items():
            found[language] |= {f"{part}.{name}": text for name, text in terms.items()}
    return found
