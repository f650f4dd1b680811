"""One word or phrase of a sentence with every reading its words have; the later passes choose by neighbours."""

import re
from typing import Final

from pasut.packs.entry import Form
from pasut.packs.pack import Media
from pasut.text.times import TimeFind

PARTICLE: Final = re.compile(r"(?:al|el|as|ash|an|ar|at)-[A-Z]")
NOTHING: Final[frozenset[str]] = frozenset()


class Item:
    """One word or phrase of a sentence with its readings; offsets count characters of the article."""

    code: str = ""
    via: str = ""
    person_id: str = ""
    title: str = ""
    office: str = ""
    verbs: tuple[Form, ...] = ()
    nouns: tuple[Form, ...] = ()
    classes: frozenset[str] = NOTHING
    functions: frozenset[str] = NOTHING
    media: Media | None = None
    blocked: str = ""
    nya: bool = False
    known: bool = False
    time: TimeFind | None = None
    parts: tuple["Item", ...] = ()
    """Its words one by one, where it is a phrase that may also be no phrase."""

    def __init__(self, text: str, low: str, start: int, end: int) -> None:
        self.text, self.low, self.start, self.end = text, low, start, end

    @property
    def is_name(self) -> bool:
        """A capitalised word of no reading: perhaps part of a person's or place's name."""
        return not self.known and (self.text[:1].isupper() or begins_name(self.text))

    @property
    def is_actor(self) -> bool:
        """Whether the item by itself names a state, a body, an armed group or a known person."""
        return bool(self.code)

    def __repr__(self) -> str:
        return f"<{self.text}>"


def begins_name(text: str) -> bool:
    """Whether a word begins with the article of an Arabic name, as in `al-Beshir`."""
    return "-" in text and PARTICLE.match(text) is not None
