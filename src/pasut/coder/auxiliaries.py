"""Verb groups of languages in which auxiliaries and neighbours tell voice and tense: `was sent by`, `has agreed to
send`, `troops sent to`, `of sending`."""

from collections.abc import Sequence
from typing import NamedTuple

from pasut.coder.items import Item
from pasut.packs.lexicon import Form
from pasut.packs.pack import Pack

_AUX = frozenset((
    "negator", "not_negator", "future", "possible", "obligation", "must", "refusal", "hearsay", "done", "ongoing",
    "reciprocal", "backshifted",
))  # fmt: skip
_PARTICIPLES = frozenset(("participle", "past_or_participle"))
_PASTS = frozenset(("past", "past_or_participle"))
_PERFECTS = frozenset(("past", "past_or_participle", "participle", "perfect"))
_GERUND = frozenset(("ing",))
_FINITE = frozenset(("base", "present", "past", "past_or_participle"))
_HELPERS = frozenset(("be", "have", "do", "modal"))
_ADVERBIAL = _AUX | {"contrast", "quantifier"}
_OPENERS = _AUX | _HELPERS | {"to"}
"""What a word of no verb entry is that may begin a group, unless it is an adverb."""
_VERBAL = ("ed", "ing", "ly")
"""Endings of words of no entry that may be verbs, or adverbs before one."""
_DONE = frozenset(("event", "light"))
_CLAUSE_STARTS = frozenset((
    "third_singular", "third_plural", "first_person", "second_person", "that_state", "relative", "coordinator",
    "contrast", "complementizer", "after", "before",
))  # fmt: skip
_PARTED = frozenset(("preposition", "coordinator"))
_BEFORE_NOUN = frozenset(("determiner", "demonstrative", "quantifier", "owned", "number", "possessive"))
_PLURAL_SUBJECT = frozenset(("third_plural", "first_person", "second_person", "both", "relative"))
_SUBJECT = frozenset(
    ("third_singular", "third_plural", "first_person", "second_person", "both", "that_state", "relative")
)


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


class Groups:
    """Finds the verb groups of one sentence."""

    def __init__(self, items: Sequence[Item], pack: Pack, *, headline: bool) -> None:
        self.items, self.pack, self.headline = items, pack, headline
        self._known: dict[int, Group | None] = {}

    def at(self, position: int) -> Group | None:
        """The verb group that begins at `position`; None where none does."""
        if position not in self._known:
            self._known[position] = self._find(position) if self._may_open(position) else None
        return self._known[position]

    def _may_open(self, position: int) -> bool:
        """A quick look that spares most words the search."""
        item = self.items[position]
        if item.time is not None or item.code:
            return False
        if item.verbs:
            return "preposition" not in item.functions  # `including Japan`
        if item.functions:
            return not item.functions.isdisjoint(_OPENERS) or item.low in self.pack.adverbs or item.low.endswith("ly")
        return item.low.endswith(_VERBAL) or self._after_to(position)

    def changed(self) -> None:
        """Forget what was found: the items have changed."""
        self._known.clear()

    def _find(self, position: int) -> Group | None:
        state = _State()
        state.base = state.to = self._after_to(position)
        at, count = position, len(self.items)
        while at < count:
            item = self.items[at]
            if item.time is not None or item.code or (item.title and not item.functions and not self._is_told(at)):
                return None
            group = self._verb(at, state)
            if group is not None:
                return group
            if not self._auxiliary(item, at, position, state):
                return None
            at += 1
        return None

    def _is_told(self, at: int) -> bool:
        """`which suspects Iran`: a word that also names people is a verb after a pronoun."""
        before = self.items[at - 1] if at else None
        return bool(self.items[at].verbs) and before is not None and "relative" in before.functions

    def _after_to(self, position: int) -> bool:
        """Whether the verb entry before ends with the `to` of an infinitive: `agree to` + `send`."""
        before = self.items[position - 1] if position else None
        return before is not None and bool(before.verbs) and before.low.endswith(" to")

    def _auxiliary(self, item: Item, at: int, position: int, state: "_State") -> bool:
        """Take in an auxiliary, a negation or an adverb; False where the item is none."""
        functions = item.functions
        if "to" in functions:
            return self._infinitive(at, position, state)
        known = functions & _AUX
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
        elif not self._is_adverb(item) or (at == position and not self._verb_soon(at + 1)):
            return False
        state.aux |= known - {"negator"} if "not_negator" in known else known
        return True

    def _infinitive(self, at: int, position: int, state: "_State") -> bool:
        if at > position and not (state.be or state.have or state.base):
            return False
        if state.be:
            state.aux.add("future")  # `the talks are to resume`
        if state.have:
            state.aux.add("obligation")
        if at == position:
            state.to = True
        state.be = state.have = False
        state.base = True
        return True

    def _is_adverb(self, item: Item) -> bool:
        if item.low in self.pack.adverbs:
            return True
        if not item.low.endswith("ly") or len(item.low) <= 4:
            return False
        return not (item.nouns or item.classes or item.title) and item.functions <= _ADVERBIAL

    def _verb_soon(self, at: int) -> bool:
        """Whether a verb follows the adverbs at `at`."""
        while at < len(self.items):
            item = self.items[at]
            if item.verbs or item.functions & {"be", "have", "do", "modal", "to", "verb"}:
                return not (item.nouns and not item.functions)
            if not (item.functions & _AUX or self._is_adverb(item)):
                return False
            at += 1
        return False

    # -- the verb itself -----------------------------------------------------------------------------------------

    def _verb(self, at: int, state: "_State") -> Group | None:
        item = self.items[at]
        if not item.functions.isdisjoint(_HELPERS):
            return None
        if state.base:
            return self._take(at, state, frozenset(("base",)), "active", "to" if state.to else "finite")
        if state.be:
            return (
                self._take(at, state, _GERUND, "active", "finite", {"ongoing"})
                or self._take(at, state, _PARTICIPLES, "passive", "finite")
                or self._take(at, state, frozenset(("adjective",)), "active", "finite")
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
        before = self._before(at)
        if "ing" in voices:
            return self._gerund(at, state, before)
        if voices & {"participle"} and not voices & _FINITE:
            return self._reduced(at, state, before)
        if voices & _PASTS:
            return self._past(at, state, before) if self._may_end_clause(before) else None
        if "present" in voices and self._present_place(at, before):
            return self._take(at, state, frozenset(("present",)), "active", "finite")
        if "base" in voices and self._base_place(at, before):
            return self._take(at, state, frozenset(("base",)), "active", "finite")
        return None

    def _unlisted(self, at: int, state: "_State") -> Group | None:
        """A word of no verb entry that looks like a past form, or like a gerund behind a preposition."""
        item = self.items[at]
        if self._looks_like(item, _PASTS) and self._may_end_clause(before := self._before(at)):
            return self._past(at, state, before)
        if self._looks_like(item, _GERUND) and (before := self._before(at)) and "preposition" in before.functions:
            after = self._after(at)
            if after is not None and after.text[0].isalnum() and after.functions.isdisjoint(_PARTED):
                return self._take(at, state, _GERUND, "active", "gerund")
        return None

    def _before(self, at: int) -> Item | None:
        """The item before `at`, past adverbs and times."""
        left, timed = at - 1, False
        while left >= 0:
            item = self.items[left]
            if not (item.time is not None or self._is_adverb(item) or (timed and item.low in self.pack.syntax.linking)):
                return item
            left, timed = left - 1, item.time is not None
        return None

    def _may_end_clause(self, before: Item | None) -> bool:
        """Whether a past form after this item may be the clause's verb, not an adjective before a noun."""
        if before is None:
            return True
        if before.functions & _BEFORE_NOUN and not before.functions & _SUBJECT:
            return False
        if before.via == "adjective":
            return False
        if before.verbs and not (before.nouns or before.classes or before.title or before.functions):
            return False  # `raided suspected hideouts`
        return not ("preposition" in before.functions and not before.functions & _SUBJECT)

    def _past(self, at: int, state: "_State", before: Item | None) -> Group:
        """`attacked`: the clause's own verb, or what was done to the noun before it."""
        item = self.items[at]
        if self._is_reduced(at, before):
            return self._take(at, state, _PARTICIPLES | {"past"}, "passive", "reduced") or Group(
                item, (), "passive", state.aux, at + 1, "reduced"
            )
        return self._take(at, state, _PASTS, "active", "finite") or Group(
            item, (), "active", state.aux, at + 1, "finite"
        )

    def _is_reduced(self, at: int, before: Item | None) -> bool:
        """Whether the past form at `at` is a participle that tells of the noun before it."""
        item = self.items[at]
        if item.verbs and not any(form.voice == "past_or_participle" for form in item.verbs):
            return False
        if before is None or before.functions & _SUBJECT - {"both"}:
            return False
        after = self._after(at)
        if after is not None and (after.low == self.pack.syntax.by or self._is_charged(item, after)):
            return True
        noun = (before.known and not before.functions) or before.is_name or before.is_actor
        if not noun and before.low != ",":
            return False
        if self._bare(after) or not any(form.frame.kind in _DONE for form in item.verbs):
            return False
        return not before.is_actor and (self._finite_later(at + 1) or self._is_object(at))

    def _is_charged(self, item: Item, after: Item) -> bool:
        """`Islamists accused of ties`: nobody accuses without an object."""
        accuses = any(form.frame.kind == "accuse" for form in item.verbs)
        return accuses and after.low in self.pack.syntax.charging

    def _bare(self, after: Item | None) -> bool:
        """Whether a noun phrase without preposition follows: the verb's own object."""
        if after is None or (len(after.low) == 1 and not after.low.isalnum()):
            return False
        return not after.functions & {"preposition", "coordinator", "to"}

    def _is_object(self, at: int) -> bool:
        """Whether the noun before `at` belongs to an earlier verb: `replace rounds sent to`."""
        for left in range(at - 1, max(-1, at - 12), -1):
            item = self.items[left]
            if item.functions & _CLAUSE_STARTS or item.low in (",", ";", '"', ":", self.pack.syntax.as_):
                return False
            if item.verbs and not item.nouns and not item.title and not item.classes:
                return all(form.frame.kind in ("event", "light", "phase") for form in item.verbs)
        return False

    def _after(self, at: int) -> Item | None:
        right = at + 1
        while right < len(self.items) and (self.items[right].time is not None or self._is_adverb(self.items[right])):
            right += 1
        return self.items[right] if right < len(self.items) else None

    def _finite_later(self, at: int) -> bool:
        """Whether the clause has its finite verb later: no subject, comma or conjunction in between."""
        for item in self.items[at : at + 14]:
            if item.functions & {"be", "have", "do", "modal"}:
                return True
            if item.functions & (_SUBJECT | {"coordinator", "contrast", "complementizer"}) or item.low in (
                ",",
                ";",
                '"',
            ):
                return False
            if any(form.voice in ("past", "present", "past_or_participle") for form in item.verbs) and not item.nouns:
                return True
        return False

    def _helped_later(self, at: int) -> bool:
        """`EU contacts with Syria have been frozen`: an auxiliary of the same clause says that no verb came before."""
        for item in self.items[at : at + 8]:
            if item.functions & {"have", "be", "modal"}:
                return True
            if (
                (item.verbs and "preposition" not in item.functions)
                or item.functions & (_SUBJECT | {"coordinator", "complementizer"})
                or item.low in (",", ";")
            ):
                return False
        return False

    def _reduced(self, at: int, state: "_State", before: Item | None) -> Group | None:
        if before is not None and (before.functions & _BEFORE_NOUN or before.via == "adjective"):
            return None
        return self._take(at, state, frozenset(("participle",)), "passive", "reduced")

    def _gerund(self, at: int, state: "_State", before: Item | None) -> Group | None:
        item = self.items[at]
        if before is not None and (before.functions & _BEFORE_NOUN or before.via == "adjective"):
            return None
        if (item.nouns and not self._has_object(at)) or self._is_adjective(at):
            return None  # `a two-hour meeting with`; `rising tensions`
        return self._take(at, state, frozenset(("ing",)), "active", "gerund")

    def _is_adjective(self, at: int) -> bool:
        """`growing concern`: a form in -ing that the pack calls no verb, before a plain noun."""
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        listed = self.items[at].low in self.pack.not_verbs
        if after is None or not after.text[0].isalpha():
            return False
        return listed and after.functions.isdisjoint(_BEFORE_NOUN | {"preposition", "coordinator", "to"})

    def _has_object(self, at: int) -> bool:
        """Whether a noun phrase of its own follows: `meeting Putin`, `testing the weapon`."""
        after = self._after(at)
        return after is not None and (after.is_actor or bool(after.functions & _BEFORE_NOUN))

    def _present_place(self, at: int, before: Item | None) -> bool:
        """`attacks`: a verb after a singular subject; a noun after an article, an adjective or a noun."""
        item = self.items[at]
        if before is None:
            return False
        if before.functions & _SUBJECT:
            return True
        if before.functions & (_BEFORE_NOUN | {"preposition"}) or before.via == "adjective":
            return False
        if not _ambiguous(item):
            return True
        if before.is_actor and not self._is_owned(at):
            after = self.items[at + 1] if at + 1 < len(self.items) else None
            finite = after is not None and any(form.voice not in ("adjective", "ing") for form in after.verbs)
            leads = item.parts and item.low.endswith(" to")  # `Canada stands ready to` + `assist`
            open_ = leads or (after is not None and not after.functions & {"be", "have", "modal"} and not finite)
            return bool(open_) and not ((item.nouns or item.title) and self._helped_later(at + 1))
        return before.low == ")"

    def _is_owned(self, at: int) -> bool:
        """`rejected UN plans`: the actor before the word stands in the object of a verb, or behind a preposition."""
        left = at - 2
        while left >= 0 and (self.items[left].functions & _BEFORE_NOUN or self.items[left].via == "adjective"):
            left -= 1
        item = self.items[left] if left >= 0 else None
        if item is None or self._opens_clause(item):
            return False
        adjective = (
            item.known and not item.functions and not item.title and item.text[0].isalpha() and not item.is_actor
        )
        return adjective or (bool(item.verbs) and not item.nouns) or "preposition" in item.functions

    def _opens_clause(self, item: Item) -> bool:
        """`until`, `as`, `after`: prepositions that a clause may follow too."""
        functions = item.functions
        return bool(functions & {"condition", "after", "before"}) or (
            "while" in functions and item.low not in self.pack.syntax.linking
        )

    def _base_place(self, at: int, before: Item | None) -> bool:
        """`agree`: a verb after a plural subject."""
        item = self.items[at]
        if before is None:
            return False
        if before.functions & _PLURAL_SUBJECT:
            return True
        if before.functions & (_BEFORE_NOUN | {"preposition"}) or before.via == "adjective":
            return False
        if _ambiguous(item):
            return (self.headline and before.is_actor and at > 1) or self._is_wished(at)
        if "coordinator" in before.functions or before.low == "," or before.title == "people":
            return True
        if before.verbs and before.low in self.pack.syntax.causative:
            return True  # `help ease the crisis`
        plural = before.known and before.low.endswith("s") and not before.functions & {"be", "have", "do", "modal"}
        return plural or before.is_actor or before.is_name

    def _is_wished(self, at: int) -> bool:
        """`insists that Iran release the men`: a bare form after a verb of asking, `that` and a state."""
        if at < 3 or not (self.items[at - 1].is_actor and "complementizer" in self.items[at - 2].functions):
            return False
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        asks = any(form.frame.bidding or form.frame.kind == "demand" for form in self.items[at - 3].verbs)
        return asks and after is not None and bool(after.functions & _BEFORE_NOUN or after.is_actor)


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
