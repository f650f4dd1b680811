"""What an article has told so far: who was named last, who spoke, which names belong to which state."""

from typing import TYPE_CHECKING

from pasut.coder.refs import Ref, carried
from pasut.records import When

if TYPE_CHECKING:
    from pasut.coder.act import Act


_REACH = 4
"""Sentences that a pronoun reaches back over: most antecedents of the annotated articles stand one or two back."""


class Memory:
    """The running state of one article's coding; made fresh for each article."""

    def __init__(self, states: dict[str, int] | None = None) -> None:
        self.states: dict[str, int] = states or {}
        """How often the whole article names each state."""
        self.recent: list[Ref] = []
        """Actors by how lately they were named, latest first, one a code."""
        self.subject: list[Ref] = []
        """Actors of the last main subject."""
        self.person: list[Ref] = []
        """The persons named last as subject, for `dia`."""
        self.speaker: tuple[str, ...] = ()
        self.speaker_refs: list[Ref] = []
        self.in_quote = False
        self.sentence = self.subject_at = self.speaker_at = 0
        self.seen_at: dict[str, int] = {}
        self.names: dict[str, tuple[str, str]] = {}
        """Names learnt from `TITLE STATE NAME`: name -> (code, person id)."""
        self.experts: dict[str, str] = {}
        self.counts: dict[str, int] = {}
        self.alleged: list[Act] = []
        """Acts alleged so far, for `tuduhan tersebut`."""
        self.targets_of: dict[tuple[str, str], list[Ref]] = {}
        """(type, source) to the targets last told: `serangan Israel` later means the same."""
        self.sources_of: dict[tuple[str, str], list[Ref]] = {}
        self.story: When | None = None
        """The day the article's own news is about; what it tells without a date happened then."""
        self.dated: dict[tuple[str, frozenset[str]], When] = {}
        """(type, actors) to the date told outright, for a later mention without one."""
        self.last_sources: list[Ref] = []
        """Who did the last conflict or aid act told, for `langkah itu`."""

    def step(self) -> None:
        """Begin a new sentence; what was named too long ago is no longer pointed back to."""
        self.sentence += 1
        self.recent = [ref for ref in self.recent if self.sentence - self.seen_at.get(ref.code, 0) <= _REACH]
        if self.sentence - self.subject_at > _REACH:
            self.subject, self.person = [], []
        if self.sentence - self.speaker_at > _REACH:
            self.speaker, self.speaker_refs = (), []

    def see(self, refs: list[Ref]) -> None:
        """Note that these actors were just named."""
        for ref in refs:
            self.seen_at[ref.code] = self.sentence
            self.recent = [ref, *[known for known in self.recent if known.code != ref.code]][:12]
            self.counts[ref.code] = self.counts.get(ref.code, 0) + 1

    def pair(self, without: frozenset[str] = frozenset()) -> list[Ref]:
        """The two states that `kedua negara` most likely means: the two named last, but for `without`."""
        states = [ref for ref in self.recent if (len(ref.code) == 3 or ":" in ref.code) and ref.code not in without]
        return carried(states[:2], "both")

    def other_than(self, codes: set[str]) -> list[Ref]:
        """The state named last that is none of `codes`."""
        for ref in self.recent:
            if ref.code not in codes:
                return carried([ref], "pronoun")
        return []
