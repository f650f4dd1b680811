"""What a word or phrase of a pack may be: its forms, its entry, and how entries are looked up by their first word.

Plain classes: the coder reads their fields all the time, and compiled it reads those of a compiled class in one step.
"""

import dataclasses
from typing import TYPE_CHECKING, Final

from pasut.packs.frame import Frame, Sense

if TYPE_CHECKING:
    from pasut.packs.pack import Media

_NOTHING: Final[frozenset[str]] = frozenset()


class Form:
    """What a surface form of the lexicon stands for."""

    __slots__ = ("bare", "frame", "root", "rule", "split", "voice")

    def __init__(self, root: str, frame: Frame, voice: str, bare: str, rule: str, split: bool = False) -> None:
        self.root, self.frame = root, frame
        self.voice = voice
        """What the form tells by itself, see pasut.packs.surface."""
        self.bare = bare
        self.rule = rule
        """Stable id, such as `id.verb.kirim.send`."""
        self.split = split
        """Whether the object may stand before the last word: `shot the drone down`."""

    def turned(self, sense: Sense) -> "Form":
        """The same form, with the subject and the object that a sense of its frame has."""
        frame = dataclasses.replace(
            self.frame, subject=sense.subject or self.frame.subject, object=sense.object_role or self.frame.object
        )
        return Form(self.root, frame, self.voice, self.bare, self.rule, self.split)


class Entry:
    """All that one word or phrase of the pack may be; the coder picks by case and neighbours."""

    __slots__ = (
        "alias_kind", "blocked", "caps", "classes", "code", "functions", "media", "nouns", "office", "opens", "persons",
        "tail", "title", "verbs", "with_article", "words",
    )  # fmt: skip

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.code = ""
        self.alias_kind = ""
        self.caps = False
        """Whether the name is an acronym that only capitals tell from a word: SADR and Sadr, US and us."""
        self.persons: tuple[str, ...] = ()
        self.title = ""
        """Kind of title: person, organ, force, people, company, territory; empty when none."""
        self.office = ""
        self.verbs: tuple[Form, ...] = ()
        self.nouns: tuple[Form, ...] = ()
        self.classes = _NOTHING
        self.functions = _NOTHING
        self.media: Media | None = None
        self.blocked = ""
        self.with_article = False
        """Whether what is blocked begins with an article in capitals: The Australian, not the Australian army."""
        self.tail = 0
        """How many of its last words are looked at but not taken: the preposition of the event noun `visit to`."""
        self.opens = False
        """Whether modifiers may stand before its last word, a preposition: `mendapat tekanan` + `keras` + `dari`."""


class Lexeme:
    """All entries that begin with one word: alone, and longer phrases by their second word, longest first."""

    __slots__ = ("longer", "single")

    def __init__(self, single: Entry | None, longer: dict[str, tuple[Entry, ...]]) -> None:
        self.single, self.longer = single, longer
