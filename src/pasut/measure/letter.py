"""The records of letters: an article to look through, a letter that it tells of, a cue, a change."""

import hashlib

from pasut.records import ActorCode, Article, Coding, Record, Span, Status, When

CUES = ("words", "warm", "solidarity", "strategic", "restrained", "promise", "wish", "omission", "placement")
"""Kinds of cue, in the order they are shown."""
EPITHETS = ("warm", "solidarity", "strategic", "restrained")


class Told(Record, frozen=True):
    """An article with what was coded from it, cut into sentences."""

    article: Article
    coding: Coding
    sentences: tuple[Span, ...]


class Cue(Record, frozen=True):
    """One thing that a letter says, or that is said of it."""

    kind: str
    """One of CUES: `words` are quoted, the next four are epithets, `placement` says how the press showed it."""
    text: str
    article: str
    sentence: Span
    sentence_text: str


class Letter(Record, frozen=True):
    """One message from a state to another, however many articles tell of it."""

    id: str
    source: ActorCode
    target: ActorCode
    occasion: str | None
    """A key of letters.toml, `birthday`; None where it is not told."""
    is_reply: bool
    when: When | None
    status: Status
    signed_by: tuple[str, ...]
    """Persons, as the world's table names them, else offices."""
    addressed_to: tuple[str, ...]
    cues: tuple[Cue, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]

    @property
    def year(self) -> int | None:
        """The year it was sent in, None where no year is told."""
        day = self.when and (self.when.first or self.when.last)
        return day.year if day else None

    @property
    def quoted_words(self) -> int:
        """How many of its words are quoted: a floor of its length."""
        return sum(len(cue.text.split()) for cue in self.cues if cue.kind == "words")

    def texts(self, kind: str) -> tuple[str, ...]:
        """The texts of its cues of a kind, each once."""
        return tuple(dict.fromkeys(cue.text for cue in self.cues if cue.kind == kind))


class Change(Record, frozen=True):
    """What is different in a letter from the one of the same occasion and direction before it."""

    letter: str
    before: str
    gained: tuple[tuple[str, str], ...]
    """(kind, text) of epithets, promises and wishes that the earlier one is not told to have."""
    lost: tuple[tuple[str, str], ...]
    quoted_words: int
    """Words quoted, more (or, below zero, fewer) than before."""


def letter_id(*parts: str) -> str:
    """A content hash."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]
