"""An act as the words of one sentence tell it, and the phrases that fill the roles of its frame."""

from pasut.coder.phrases import Phrase
from pasut.coder.refs import Ref
from pasut.records import Claim


class Act:
    """Something done, as one verb or event noun of a sentence tells it, before dates and ids."""

    __slots__ = (
        "abroad",
        "answers",
        "chunk",
        "claim",
        "end",
        "forced_speakers",
        "from_noun",
        "mode",
        "mutual",
        "object",
        "passive",
        "rule",
        "sources",
        "speakers",
        "start",
        "status",
        "targets",
        "type",
        "why",
    )  # fmt: skip

    def __init__(self, kind: str, mode: str, rule: str, chunk: int, start: int, end: int) -> None:
        self.type, self.mode, self.rule, self.chunk, self.start, self.end = kind, mode, rule, chunk, start, end
        self.sources: list[Ref] = []
        self.targets: list[Ref] = []
        self.mutual = False
        self.status = "happened"
        self.speakers: tuple[str, ...] = ()
        self.forced_speakers: tuple[str, ...] | None = None
        self.object: str | None = None
        self.from_noun = self.passive = False
        self.claim: Claim | None = None
        """The claim made of it, once it is made."""
        self.answers: Claim | None = None
        """The claim that this act denies, where it was told before."""
        self.abroad = False
        """Whether it is done at sea or in a region of several states: what a deployment without a target needs."""
        self.why = ""

    def copy(self) -> "Act":
        """The same act again, to be changed without touching this one."""
        other = Act(self.type, self.mode, self.rule, self.chunk, self.start, self.end)
        other.sources, other.targets, other.mutual, other.object = self.sources, self.targets, self.mutual, self.object
        other.status, other.speakers, other.forced_speakers = self.status, self.speakers, self.forced_speakers
        other.from_noun, other.passive, other.abroad = self.from_noun, self.passive, self.abroad
        other.claim, other.answers, other.why = self.claim, self.answers, self.why
        return other

    def key(self) -> tuple[str, frozenset[str], frozenset[str], str]:
        """What makes two acts of a sentence the same claim."""
        return self.type, frozenset(r.code for r in self.sources), frozenset(r.code for r in self.targets), self.status


class Roles:
    """The phrases found for each role of one frame."""

    def __init__(self) -> None:
        self.found: dict[str, list[Phrase]] = {}

    def add(self, role: str, phrase: Phrase | None) -> None:
        """Note that `phrase` fills `role`."""
        if phrase is not None and role != "ignore":
            self.found.setdefault(role, []).append(phrase)

    def get(self, *roles: str) -> list[Phrase]:
        """All phrases of these roles, in order."""
        phrases: list[Phrase] = []
        for role in roles:
            if role in self.found:
                phrases += self.found[role]
        return phrases


def phrase_text(phrase: Phrase) -> str:
    """The words of a phrase as written, shortened."""
    return " ".join(item.text for item in phrase.items)[:120]
