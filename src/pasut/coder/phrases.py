"""The chunks of a sentence: noun phrases with the actors, things and event nouns in them, verb groups with their
auxiliaries, and the little words between them; and the reading of a noun phrase from its items."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.item import Item
from pasut.coder.refs import Ref
from pasut.packs.entry import Form

PRONOUNS: Final = (
    "third_singular", "third_plural", "both", "first_person", "second_person", "that_state", "self_side", "partner",
)  # fmt: skip
_PRONOUNS: Final = frozenset(PRONOUNS)
_DETERMINED: Final = frozenset(("demonstrative", "said_matter"))
_LEADS: Final = frozenset(("noun_fact", "noun_plan", "noun_possible", "noun_alleged"))
_OWNED: Final = frozenset(("event", "thing", "noun", "territory", "company"))
"""Kinds of phrase whose actor is their owner, not their head."""


class Phrase:
    """A noun phrase, alone or after a preposition: items `first` to `last` (exclusive) of its sentence."""

    prep: str = ""
    kind: str = "other"
    classes: frozenset[str] = frozenset()
    pronoun: str = ""
    expert: str = ""
    anaphor: str = ""
    det: bool = False
    former: bool = False
    nya: bool = False
    press: bool = False
    kin: bool = False
    """Whether it names whom an actor is near or opposed to, not that actor: `sekutu X`, `X's neighbours`."""
    media: Item | None = None
    personal: bool = False
    """Whether its owner is a person: his, her."""

    def __init__(self, items: list[Item], first: int, last: int, start: int, end: int) -> None:
        self.items, self.first, self.last, self.start, self.end = items, first, last, start, end
        self.refs: list[Ref] = []
        self.owners: list[Ref] = []
        self.events: list[tuple[Item, Form]] = []
        self.leading: list[Item] = []
        """The words that may announce an act: its head and what is said of it."""

    @property
    def lead(self) -> bool:
        """Whether it begins with a noun that announces an act: `keputusan`, `rencana`, `kemungkinan`."""
        return any([not item.functions.isdisjoint(_LEADS) for item in self.leading])

    @property
    def actors(self) -> list[Ref]:
        """The actors it names, as head or as owner of the head."""
        return self.refs or self.owners

    @property
    def owned(self) -> str:
        """The noun of a thing, force or people that somebody may own: `kapal` of `dua kapal perang Yunani`."""
        if self.kind not in ("thing", "force", "people"):
            return ""
        return next((item.low.partition(" ")[0] for item in self.items if item.classes or item.title), "")

    def __repr__(self) -> str:
        return f"NP({self.prep}:{' '.join([i.text for i in self.items])}|{self.refs}{self.owners}{self.pronoun})"


class Verb:
    """A verb with what stands before it: negation, modality, tense."""

    finite: bool = True
    """Whether it can head a clause: not a participle, a gerund or an infinitive."""

    def __init__(self, item: Item, forms: tuple[Form, ...], voice: str, aux: set[str], index: int) -> None:
        ends = bool(forms) and forms[0].frame.runs_out
        self.item, self.forms, self.aux, self.index = item, forms, aux, index
        self.voice = "state" if ends else voice

    @property
    def start(self) -> int:
        """Where its verb begins."""
        return self.item.start

    @property
    def end(self) -> int:
        """Where its verb ends."""
        return self.item.end

    def __repr__(self) -> str:
        return f"V({self.item.text}/{self.voice}/{','.join(sorted(self.aux))})"


class Word:
    """A little word or sign between phrases: `sub`, `conj`, `contrast`, `copula`, `time`, `aux`... or the sign."""

    def __init__(self, kind: str, item: Item, functions: frozenset[str]) -> None:
        self.kind, self.item, self.functions = kind, item, functions

    def __repr__(self) -> str:
        return f"{self.kind}:{self.item.text}"


Chunk = Phrase | Verb | Word


def left_of(chunks: Sequence[Chunk], at: int, *skipped: str) -> int:
    """The index of the chunk left of `at`, past little words of the kinds `skipped`; -1 at the beginning."""
    left = at - 1
    while left >= 0:
        chunk = chunks[left]
        if not (isinstance(chunk, Word) and chunk.kind in skipped):
            break
        left -= 1
    return left


def is_word(chunk: Chunk, *kinds: str) -> bool:
    """Whether the chunk is a little word or sign of one of these kinds."""
    return isinstance(chunk, Word) and chunk.kind in kinds


def is_relative(chunk: Chunk) -> bool:
    """Whether the chunk is the word that opens a relative clause."""
    return isinstance(chunk, Word) and "relative" in chunk.functions


def hyphened(chunks: Sequence[Chunk], at: int) -> Phrase | None:
    """`Amerika Serikat (AS)-Iran`: the other of two that a hyphen joins behind a bracket."""
    if at + 2 >= len(chunks) or not is_word(chunks[at + 1], "-"):
        return None
    one, mark, other = chunks[at], chunks[at + 1], chunks[at + 2]
    if not (isinstance(one, Phrase) and isinstance(mark, Word) and isinstance(other, Phrase)) or other.prep:
        return None
    close = one.end == mark.item.start and mark.item.end == other.start
    persons = one.kind == other.kind == "person" and bool(one.refs and other.refs)  # `Trump-Putin`
    return other if close and one.actors and (other.kind == "state" or persons) else None


def is_weak(phrase: Phrase) -> bool:
    """A bare word or two that names nothing: an adjective or adverb as often as a subject."""
    named = phrase.actors or phrase.pronoun or phrase.events or phrase.classes or phrase.det or phrase.anaphor
    return not named and phrase.kind in ("noun", "other")


def read_phrase(items: list[Item], first: int, last: int) -> Phrase:
    """The noun phrase made of items `first` to `last` (exclusive)."""
    phrase = Phrase(items[first:last], first, last, items[first].start, items[last - 1].end)
    phrase.leading = phrase.items[:2]
    reader = _Reader(phrase)
    depth = 0
    for item in phrase.items:
        if item.low == "(":
            depth += 1
        elif item.low == ")":
            depth -= 1
        elif not depth:
            reader.take(item)
        elif item.code and phrase.kind == "force" and not phrase.refs:
            reader.take(item)  # `pasukan pendudukan (Israel)`
    reader.close()
    return phrase


class _Reader:
    """Takes the items of one phrase, left to right."""

    title: Item | None = None
    office: str = ""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        self.names: list[Item] = []

    def take(self, item: Item) -> None:
        phrase = self.phrase
        if item.nya and (item.title or item.nouns or item.classes or item.functions):
            phrase.nya = True
        if item.functions:
            self._take_functions(item)
        if item.title:
            self._take_title(item)
        if item.nouns and not item.code:
            phrase.events.append((item, item.nouns[0]))
            if phrase.kind == "other" and self.title is None:
                phrase.kind = "event"
        if item.classes:
            phrase.classes |= item.classes
            if phrase.kind == "other":
                phrase.kind = "thing"
        if item.media is not None and not item.code:
            phrase.media = item
        if item.code:
            self._take_actor(item)
        elif item.is_name:
            self.names.append(item)
        if phrase.kind == "other" and not item.code and not item.functions and item.known and not phrase.refs:
            phrase.kind = "noun"

    def _take_functions(self, item: Item) -> None:
        phrase, functions = self.phrase, item.functions
        phrase.det = phrase.det or not functions.isdisjoint(_DETERMINED)
        phrase.former = phrase.former or "former" in functions
        phrase.press = phrase.press or ("press" in functions and not phrase.refs)
        phrase.kin = phrase.kin or ("kin" in functions and not phrase.actors)
        if "accusation" in functions:
            phrase.anaphor = "accusation"
        if "expert" in functions and not phrase.expert:
            phrase.expert = "unnamed"
        if not phrase.pronoun and not functions.isdisjoint(_PRONOUNS):
            phrase.pronoun = next((name for name in PRONOUNS if name in functions), "")

    def _take_title(self, item: Item) -> None:
        phrase = self.phrase
        if self.title is None:
            self.title = item
            if phrase.kind == "other" and not phrase.events and not phrase.classes:
                phrase.kind = item.title
        self.office = self.office or item.office

    def _take_actor(self, item: Item) -> None:
        phrase = self.phrase
        ref = Ref(item.code, item.start, item.end, item.via, item.person_id, self.office or item.office)
        phrase.kin = phrase.kin and item.via != "body"  # `sekutu Barat`, `sekutu NATO`: its members
        if phrase.kind in _OWNED or phrase.expert or phrase.kin:
            if not phrase.owners:
                phrase.owners.append(ref)
            return
        if phrase.kind == "people" and item.via == "group":
            phrase.kind = "force"  # `kelompok Boko Haram`
        if phrase.kind == "people":
            ref.via = "nationals"
        if phrase.refs:
            # title + state + name: the state is told first, the name only adds the person
            if item.person_id and not phrase.refs[0].person:
                phrase.refs[0].person, phrase.refs[0].end = item.person_id, item.end
            return
        if phrase.kind in ("other", "name", ""):
            phrase.kind = item.via if item.via in ("person", "people") else "state"
            ref.via = "nationals" if item.via == "people" else ref.via
        phrase.refs.append(ref)

    def close(self) -> None:
        phrase = self.phrase
        if not phrase.kind or phrase.kind == "other":
            phrase.kind = "name" if self.names else "other"
        if not phrase.actors and "informant" in phrase.items[0].functions | phrase.items[-1].functions:
            phrase.expert = phrase.expert or "unnamed"
        if phrase.expert and self.names:
            phrase.expert = self.names[-1].text
        elif phrase.expert and phrase.refs and phrase.items[-1].via != "person":
            phrase.expert = "unnamed"
