"""Verb groups of languages in which auxiliaries and neighbours tell voice and tense: `was sent by`, `has agreed to
send`, `troops sent to`, `of sending`."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pasut.coder.item import Item
from pasut.coder.neighbours import AUX, BEFORE_NOUN, SUBJECT, Neighbours
from pasut.packs.entry import Form
from pasut.packs.pack import Pack
from pasut.packs.words import Syntax

_PARTICIPLES: Final = frozenset(("participle", "past_or_participle"))
_PASTS: Final = frozenset(("past", "past_or_participle"))
_PERFECTS: Final = frozenset(("past", "past_or_participle", "participle", "perfect"))
_DONE_TO: Final = _PARTICIPLES | {"past"}
_BASE, _PRESENT, _GERUND = frozenset(("base",)), frozenset(("present",)), frozenset(("ing",))
_PARTICIPLE, _ADJECTIVE = frozenset(("participle",)), frozenset(("adjective",))
_FINITE: Final = frozenset(("base", "present", "past", "past_or_participle"))
_HELPERS: Final = frozenset(("be", "have", "do", "modal"))
_OPENERS: Final = AUX | _HELPERS | {"to"}
"""What a word of no verb entry is that may begin a group, unless it is an adverb."""
_VERBAL: Final = ("ed", "ing", "ly")
"""Endings of words of no entry that may be verbs, or adverbs before one."""
_DONE: Final = frozenset(("event", "light"))
_PARTED: Final = frozenset(("preposition", "coordinator"))
_PLURAL_SUBJECT: Final = frozenset(("third_plural", "first_person", "second_person", "both", "relative"))


class Group(NamedTuple):
    """A verb with the words that belong to it."""

    item: Item
    forms: tuple[Form, ...]
    voice: str
    aux: set[str]
    end: int
    """Index of the item after the group."""
    opens: str
    """How the group begins: `finite`, `to`, `gerund` (an -ing form without be) or `reduced` (`troops sent to`)."""

    def bar(self, prep: Item, syntax: Syntax) -> None:
        """`warned X against selling arms`: what the preposition before it holds off is not done."""
        if self.opens == "gerund" and prep.low in syntax.against and prep.low not in syntax.places:
            self.aux.add("negator")


class Groups:
    """Finds the verb groups of one sentence."""

    def __init__(self, items: Sequence[Item], pack: Pack, *, headline: bool) -> None:
        self.items, self.pack, self.headline = items, pack, headline
        self.around = Neighbours(items, pack)
        self._known: dict[int, Group | None] = {}

    def at(self, position: int) -> Group | None:
        """The verb group that begins at `position`; None where none does."""
        if position not in self._known:
            self._known[position] = self._find(position) if self._may_open(position) else None
        return self._known[position]

    def _may_open(self, position: int) -> bool:
        """A quick look that spares most words the search."""
        if position >= len(self.items):
            return False
        item = self.items[position]
        if item.time is not None or item.code:
            return False
        if item.verbs:
            return "preposition" not in item.functions  # `including Japan`
        if item.functions:
            return not item.functions.isdisjoint(_OPENERS) or item.low in self.pack.adverbs or item.low.endswith("ly")
        return item.low.endswith(_VERBAL) or self.around.after_to(position)

    def changed(self) -> None:
        """Forget what was found: the items have changed."""
        self._known.clear()

    def _find(self, position: int) -> Group | None:
        state = _State()
        state.base = state.to = self.around.after_to(position)
        at, count = position, len(self.items)
        while at < count:
            item = self.items[at]
            if (
                item.time is not None
                or item.code
                or (item.title and not item.functions and not self.around.is_told(at))
            ):
                return None
            group = self._verb(at, state)
            if group is not None:
                return group
            if not self._auxiliary(item, at, position, state):
                return None
            at += 1
        return None

    def _auxiliary(self, item: Item, at: int, position: int, state: "_State") -> bool:
        """Take in an auxiliary, a negation or an adverb; False where the item is none."""
        functions = item.functions
        if "to" in functions:
            return self._infinitive(at, position, state)
        known = functions & AUX
        if "modal" in functions:
            state.base = True
        if "be" in functions:
            state.be, state.have, state.base = True, False, False
        elif "have" in functions:
            state.have = True
        elif "do" in functions:
            state.base = True
        elif known:
            if item.low.endswith(" to"):
                state.be, state.base = False, True
        elif not self.around.is_adverb(item) or (at == position and not self.around.verb_soon(at + 1)):
            return False
        state.aux |= known - {"negator"} if "not_negator" in known else known
        return True

    def _infinitive(self, at: int, position: int, state: "_State") -> bool:
        negated = at == position + 1 and "negator" in self.items[position].functions  # `warned X not to leave`
        if at > position and not (state.be or state.have or state.base or negated):
            return False
        if state.be:
            state.aux.add("future")  # `the talks are to resume`
        if state.have:
            state.aux.add("obligation")
        if at == position or negated:
            state.to = True
        state.be = state.have = False
        state.base = True
        return True

    def _verb(self, at: int, state: "_State") -> Group | None:
        item = self.items[at]
        if not item.functions.isdisjoint(_HELPERS):
            return None
        if state.base:
            return self._take(at, state, _BASE, "active", "to" if state.to else "finite")
        if state.be:
            return (
                self._take(at, state, _GERUND, "active", "finite", {"ongoing"})
                or self._take(at, state, _ADJECTIVE, "active", "finite")
                or self._take(at, state, _PARTICIPLES, "passive", "finite")
            )
        if state.have:
            return self._take(at, state, _PERFECTS, "active", "finite")
        return self._plain(at, state)

    def _take(
        self, at: int, state: "_State", voices: frozenset[str], voice: str, opens: str, aux: set[str] | None = None
    ) -> Group | None:
        item = self.items[at]
        forms = tuple([form for form in item.verbs if form.voice in voices or _literal(form, item) in voices])
        if not forms and not self._looks_like(item, voices):
            return None
        return Group(item, forms, voice, state.aux | (aux or set()), at + 1, opens)

    def _looks_like(self, item: Item, voices: frozenset[str]) -> bool:
        """Whether a word of no verb entry may be such a form: by its ending, or any plain word after `to`, `will`."""
        low = item.low
        if item.verbs or item.nouns or item.classes or item.title or not low.isalpha() or low in self.pack.not_verbs:
            return False
        if item.functions or not (item.text[0].islower() or item is self.items[0]):
            return False
        if "base" in voices:
            return not low.endswith(("ing", "ed", "ly", "ion", *self.pack.syntax.adjective_endings))
        if "ing" in voices:
            return low.endswith("ing")
        return low.endswith("ed") and len(low) > 4

    def _plain(self, at: int, state: "_State") -> Group | None:
        """A verb without auxiliary: finite, a participle after its noun, a gerund."""
        item = self.items[at]
        if not item.verbs:
            return self._unlisted(at, state)
        voices = {_literal(form, item) or form.voice for form in item.verbs}
        before = self.around.before(at)
        if "ing" in voices:
            return self._gerund(at, state, before)
        if "participle" in voices and not voices & _FINITE:
            return self._reduced(at, state, before)
        if voices & _PASTS:
            return self._past(at, state, before) if self.around.may_end_clause(before) else None
        if "present" in voices and self._present_place(at, before):
            return self._take(at, state, _PRESENT, "active", "finite")
        if "base" in voices and self._base_place(at, before):
            return self._take(at, state, _BASE, "active", "finite")
        return None

    def _unlisted(self, at: int, state: "_State") -> Group | None:
        """A word of no verb entry that looks like a past form, or like a gerund behind a preposition."""
        item = self.items[at]
        if self._looks_like(item, _PASTS) and self.around.may_end_clause(before := self.around.before(at)):
            return self._past(at, state, before)
        if self._looks_like(item, _GERUND) and (before := self.around.before(at)) and "preposition" in before.functions:
            after = self.around.after(at)
            if after is not None and after.text[0].isalnum() and after.functions.isdisjoint(_PARTED):
                return self._take(at, state, _GERUND, "active", "gerund")
        return None

    def _past(self, at: int, state: "_State", before: Item | None) -> Group:
        """`attacked`: the clause's own verb, or what was done to the noun before it."""
        item = self.items[at]
        if self._is_reduced(at, before):
            return self._take(at, state, _DONE_TO, "passive", "reduced") or Group(
                item, (), "passive", state.aux, at + 1, "reduced"
            )
        return self._take(at, state, _PASTS, "active", "finite") or Group(
            item, (), "active", state.aux, at + 1, "finite"
        )

    def _is_reduced(self, at: int, before: Item | None) -> bool:
        """Whether the past form at `at` is a participle that tells of the noun before it."""
        item = self.items[at]
        told_of = bool(item.parts) and any(form.voice == "adjective" for form in item.verbs)  # `a man suspected of`
        if item.verbs and not told_of and not any(form.voice == "past_or_participle" for form in item.verbs):
            return False
        after = self.around.after(at)
        if before is not None and before.low in self.pack.syntax.when and not self.around.is_bare(after):
            return True  # `they were at sea when seized`
        if before is None or before.functions & SUBJECT - {"both", "crowd"}:
            return False
        if after is not None and (after.low == self.pack.syntax.by or self.around.is_charged(item, after)):
            return True
        if after is not None and "preposition" in after.functions and self.around.by_later(at + 2):
            return True  # `Hamas, blacklisted as a terrorist group by Washington, won`
        noun = (before.known and not before.functions) or before.is_name or before.is_actor
        if not noun and before.low != ",":
            return False
        if not told_of and (self.around.is_bare(after) or not any(form.frame.kind in _DONE for form in item.verbs)):
            return False
        if before.is_actor:  # `two Britons held in Dubai were freed`
            return before.via == "people" and self.around.finite_later(at + 1)
        return self.around.finite_later(at + 1) or self.around.is_object(at)

    def _reduced(self, at: int, state: "_State", before: Item | None) -> Group | None:
        if before is not None and (before.functions & BEFORE_NOUN or before.via == "adjective"):
            return None
        return self._take(at, state, _PARTICIPLE, "passive", "reduced")

    def _gerund(self, at: int, state: "_State", before: Item | None) -> Group | None:
        item = self.items[at]
        if before is not None and (before.functions & BEFORE_NOUN or before.via == "adjective"):
            return None
        object_ = self.around.has_object(at) or self.around.is_phase(at)
        if (item.nouns and not object_) or self.around.is_adjective(at):
            return None  # `a two-hour meeting with`; `rising tensions`
        return self._take(at, state, _GERUND, "active", "gerund")

    def _present_place(self, at: int, before: Item | None) -> bool:
        """`attacks`: a verb after a singular subject; a noun after an article, an adjective or a noun."""
        item = self.items[at]
        if before is None:
            return False
        if before.functions & SUBJECT:
            return True
        if before.functions & (BEFORE_NOUN | {"preposition"}) or before.via == "adjective":
            return False
        if not _ambiguous(item) or (item.parts and self._is_lone_verb(at, before)):
            return True
        if before.is_actor and not self.around.is_owned(at):
            after = self.items[at + 1] if at + 1 < len(self.items) else None
            finite = (
                after is not None
                and not after.classes
                and any(form.voice not in ("adjective", "ing") for form in after.verbs)
            )
            leads = item.parts and item.low.endswith(" to")  # `Canada stands ready to` + `assist`
            open_ = leads or (after is not None and not after.functions & {"be", "have", "modal"} and not finite)
            alone = bool(item.nouns or item.title) and not self.around.has_object(at)  # `Egypt fears the dam will ...`
            return bool(open_) and not (alone and self.around.helped_later(at + 1))
        return before.low == ")"

    def _is_lone_verb(self, at: int, before: Item) -> bool:
        """`an army that works with X`, `often works with X`, `and shares intelligence with X`: a phrasal verb after
        `that`, an adverb or `and`."""
        joins = not before.functions.isdisjoint(("complementizer", "coordinator"))
        return joins or self.around.is_adverb(self.items[at - 1])

    def _base_place(self, at: int, before: Item | None) -> bool:
        """`agree`: a verb after a plural subject."""
        item = self.items[at]
        if before is None:
            return False
        if before.functions & _PLURAL_SUBJECT and "owned" not in before.functions:
            return True
        if before.functions & (BEFORE_NOUN | {"preposition"}) or before.via == "adjective":
            return False
        if self.around.is_subjunctive(at) or self.around.is_let(at):
            return True
        if _ambiguous(item):
            listed = self.headline and before.is_actor and at > 1
            return listed or self.around.is_joint(at) or self.around.is_done_by_many(at, before)
        if "coordinator" in before.functions or before.low == "," or before.title == "people":
            return True
        if before.verbs and before.low in self.pack.syntax.causative:
            return True  # `help ease the crisis`
        plural = before.known and before.low.endswith("s") and not before.functions & {"be", "have", "do", "modal"}
        return plural or before.is_actor or before.is_name


def _literal(form: Form, item: Item) -> str:
    """What a literal form (`=a:`, `=p:`) is by its looks."""
    if form.voice == "active":
        return "ing" if item.low.partition(" ")[0].endswith("ing") else "past"
    return "participle" if form.voice == "passive" else ""


def _ambiguous(item: Item) -> bool:
    """Whether the word may also be a noun; of a phrasal verb its first word."""
    word = item.parts[0] if item.parts else item
    return bool(word.nouns or word.classes or word.title or word.functions)


class _State:
    """The auxiliaries met so far."""

    __slots__ = ("aux", "base", "be", "have", "to")

    def __init__(self) -> None:
        self.aux: set[str] = set()
        self.be = self.have = self.base = self.to = False
