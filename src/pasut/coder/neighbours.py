"""What stands around a word that may be a verb: whether a subject, an object or another verb of its clause does."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.item import Item
from pasut.packs.pack import Pack

AUX: Final = frozenset((
    "negator", "not_negator", "future", "possible", "obligation", "must", "refusal", "hearsay", "done", "ongoing",
    "reciprocal", "backshifted",
))  # fmt: skip
_ADVERBIAL: Final = AUX | {"contrast", "quantifier"}
_CLAUSE_STARTS: Final = frozenset((
    "third_singular", "third_plural", "first_person", "second_person", "that_state", "relative", "coordinator",
    "contrast", "complementizer", "after", "before",
))  # fmt: skip
BEFORE_NOUN: Final = frozenset(("determiner", "demonstrative", "quantifier", "owned", "number", "possessive"))
SUBJECT: Final = frozenset(
    ("third_singular", "third_plural", "first_person", "second_person", "both", "that_state", "relative", "crowd")
)


class Neighbours:
    """The words around each word of one sentence."""

    def __init__(self, items: Sequence[Item], pack: Pack) -> None:
        self.items, self.pack = items, pack

    def is_adverb(self, item: Item) -> bool:
        """Whether the pack calls it so, or it ends in -ly and is nothing else."""
        if item.low in self.pack.adverbs:
            return True
        if not item.low.endswith("ly") or len(item.low) <= 4 or item.code or item.is_name:
            return False  # `Italy` is no adverb
        return not (item.nouns or item.classes or item.title) and item.functions <= _ADVERBIAL

    def before(self, at: int) -> Item | None:
        """The item before `at`, past adverbs and times."""
        left, timed = at - 1, False
        while left >= 0:
            item = self.items[left]
            if not (item.time is not None or self.is_adverb(item) or (timed and item.low in self.pack.syntax.linking)):
                return item
            left, timed = left - 1, item.time is not None
        return None

    def after(self, at: int) -> Item | None:
        """The item after `at`, past adverbs and times."""
        right = at + 1
        while right < len(self.items) and (self.items[right].time is not None or self.is_adverb(self.items[right])):
            right += 1
        return self.items[right] if right < len(self.items) else None

    def may_end_clause(self, before: Item | None) -> bool:
        """Whether a past form after this item may be the clause's verb, not an adjective before a noun."""
        if before is None:
            return True
        if before.functions & BEFORE_NOUN and not before.functions & SUBJECT:
            return False
        if before.via == "adjective":
            return False
        if before.verbs and not (before.nouns or before.classes or before.title or before.functions):
            return False  # `raided suspected hideouts`
        return not ("preposition" in before.functions and not before.functions & SUBJECT)

    def is_bare(self, after: Item | None) -> bool:
        """Whether a noun phrase without preposition follows: the verb's own object."""
        if after is None or (len(after.low) == 1 and not after.low.isalnum()):
            return False
        return not after.functions & {"preposition", "coordinator", "to"}

    def is_charged(self, item: Item, after: Item) -> bool:
        """`Islamists accused of ties`: nobody accuses without an object."""
        accuses = any(form.frame.kind == "accuse" for form in item.verbs)
        return accuses and after.low in self.pack.syntax.charging

    def is_object(self, at: int) -> bool:
        """Whether the noun before `at` belongs to an earlier verb: `replace rounds sent to`."""
        for left in range(at - 1, max(-1, at - 12), -1):
            item = self.items[left]
            if item.low == self.pack.syntax.object_of and left < at - 1:
                return True  # `the number of soldiers killed in`
            if item.functions & _CLAUSE_STARTS or item.low in (",", ";", '"', ":", self.pack.syntax.as_):
                return False
            if item.verbs and not item.nouns and not item.title and not item.classes:
                return all(form.frame.kind in ("event", "light", "phase") for form in item.verbs)
        return False

    def finite_later(self, at: int) -> bool:
        """Whether the clause has its finite verb later: no subject, comma or conjunction in between."""
        for item in self.items[at : at + 14]:
            if item.functions & {"be", "have", "do", "modal"}:
                return True
            if item.functions & (SUBJECT | {"coordinator", "contrast", "complementizer"}) or item.low in (
                ",",
                ";",
                '"',
            ):
                return False
            if any(form.voice in ("past", "present", "past_or_participle") for form in item.verbs) and not item.nouns:
                return True
        return False

    def helped_later(self, at: int) -> bool:
        """`EU contacts with Syria have been frozen`, `UN sanctions on Mali ended`: an auxiliary or a past form
        right after a state, in the same clause, says that no verb came before."""
        for number, item in enumerate(self.items[at : at + 8], at):
            if item.functions & {"have", "be", "modal"} or self._is_told_of_state(number):
                return True
            if (
                (item.verbs and "preposition" not in item.functions)
                or item.functions & (SUBJECT | {"coordinator", "complementizer"})
                or item.low in (",", ";")
            ):
                return False
        return False

    def _is_told_of_state(self, at: int) -> bool:
        """`on Iran expired`: a past form that is nothing else, the name of a state before it and no agent behind."""
        item, before = self.items[at], self.items[at - 1]
        past = not item.nouns and any(form.voice in ("past", "past_or_participle") for form in item.verbs)
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        return past and before.via == "name" and (after is None or after.low != self.pack.syntax.by)

    def is_adjective(self, at: int) -> bool:
        """`growing concern`: a form in -ing that the pack calls no verb, before a plain noun."""
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        listed = self.items[at].low in self.pack.not_verbs
        if after is None or not after.text[0].isalpha():
            return False
        return listed and after.functions.isdisjoint(BEFORE_NOUN | {"preposition", "coordinator", "to"})

    def has_object(self, at: int) -> bool:
        """Whether a noun phrase of its own follows: `meeting Putin`, `testing the weapon`."""
        after = self.after(at)
        return after is not None and (after.is_actor or bool(after.functions & BEFORE_NOUN))

    def by_later(self, at: int) -> bool:
        """Whether an agent follows before the next verb or sign: `detained in May by Iran`."""
        for item, after in zip(self.items[at : at + 10], self.items[at + 1 : at + 11], strict=False):
            if item.low == self.pack.syntax.by:
                return after.is_actor or bool(after.functions & BEFORE_NOUN)
            if (item.verbs and not item.nouns and not item.functions) or item.low in (",", ";", '"', "."):
                return False
            if item.functions & {"be", "have", "modal", "do", "coordinator"}:
                return False
        return False

    def is_subjunctive(self, at: int) -> bool:
        """`its demand that the government abide`: a bare form, its subject and `that` after a word of asking."""
        left = at - 1
        while left > 0 and not self.items[left].functions & {"complementizer", "preposition", "coordinator"}:
            if self.items[left].low.endswith(" that"):
                break
            if at - left > 5 or (self.items[left].verbs and not self.items[left].nouns):
                return False
            left -= 1
        whole = self.items[left].low.endswith(" that")  # `demanded that`
        if left == at - 1 or not (whole or (left and "complementizer" in self.items[left].functions)):
            return False
        asks = self.items[left - (not whole)]
        return any(form.frame.kind == "demand" for form in (*asks.nouns, *asks.verbs))

    def is_let(self, at: int) -> bool:
        """`let French jets use its airport`: a bare form with an object, and a verb of letting before its subject."""
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        if after is None or not (after.is_actor or after.functions & BEFORE_NOUN):
            return False
        for left in range(at - 1, max(-1, at - 7), -1):
            item = self.items[left]
            if item.low in self.pack.syntax.letting:
                return left < at - 1
            plain = item.code or not item.functions - BEFORE_NOUN
            if not plain or not item.text[0].isalpha() or (item.verbs and not (item.nouns or item.classes)):
                return False
        return False

    def is_phase(self, at: int) -> bool:
        """`began easing restrictions`: a form in -ing right after a verb of beginning or ending, and a plain noun."""
        before, after = self.items[at - 1] if at else None, self.items[at + 1] if at + 1 < len(self.items) else None
        begins = before is not None and any(form.frame.kind in ("phase", "control") for form in before.verbs)
        return begins and after is not None and bool(after.classes) and not after.verbs

    def is_owned(self, at: int) -> bool:
        """`rejected UN plans`: the actor before the word stands in the object of a verb, or behind a preposition."""
        left = at - 2
        while left >= 0 and (self.items[left].functions & BEFORE_NOUN or self.items[left].via == "adjective"):
            left -= 1
        item = self.items[left] if left >= 0 else None
        if item is None or self._opens_clause(item) or item.low in self.pack.syntax.saying:
            return False  # `said Iran supports X`
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

    def is_joint(self, at: int) -> bool:
        """`Serbia and Kosovo hope to join`: a bare form after two states, `to` after it."""
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        joined = at > 2 and self.items[at - 1].is_actor and "coordinator" in self.items[at - 2].functions
        return joined and after is not None and "to" in after.functions and self.items[at - 3].is_actor

    def is_done_by_many(self, at: int, before: Item) -> bool:
        """`Russian forces control about 900 square km`: a bare form after a plural of persons, an object behind it."""
        several = before.low.endswith("s") and not before.functions - {"noun"}
        named = bool(before.title) or before.via == "people" or bool(before.classes - {"arms"})
        return several and named and self.items[at].text.islower() and self.has_object(at)

    def verb_soon(self, at: int) -> bool:
        """Whether a verb follows the adverbs at `at`."""
        while at < len(self.items):
            item = self.items[at]
            if item.verbs or item.functions & {"be", "have", "do", "modal", "to", "verb"}:
                return not (item.nouns and not item.functions)
            if not (item.functions & AUX or self.is_adverb(item)):
                return False
            at += 1
        return False

    def after_to(self, position: int) -> bool:
        """Whether the verb entry before ends with the `to` of an infinitive: `agree to` + `send`."""
        before = self.items[position - 1] if position else None
        return before is not None and bool(before.verbs) and before.low.endswith(" to")

    def is_told(self, at: int) -> bool:
        """`which suspects Iran`: a word that also names people is a verb after a pronoun."""
        before = self.items[at - 1] if at else None
        return bool(self.items[at].verbs) and before is not None and "relative" in before.functions
