"""From items to chunks where auxiliaries and word order tell who does what: `chunks` serves where affixes do."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.attach import attach_actors, attach_senders, attach_whose
from pasut.coder.auxiliaries import Group, Groups
from pasut.coder.bids import turn_bids
from pasut.coder.headlast import read_head_last
from pasut.coder.item import Item
from pasut.coder.joins import join_phrases
from pasut.coder.phrases import PRONOUNS, Chunk, Phrase, Verb, Word
from pasut.coder.settling import (
    ENDS,
    OPENS,
    join_pair,
    mark_possessives,
    move_times,
    part_before_times,
    parted_forms,
    parted_verb,
    rejoin,
)
from pasut.coder.splitting import take_split, unbidding
from pasut.packs.pack import Pack

_SUB: Final = (
    "relative", "complementizer", "purpose", "condition", "after", "before", "while", "cause", "concession", "result",
    "without",
)  # fmt: skip
_SUBS: Final = frozenset(_SUB)
_PRONOUNS: Final = frozenset(PRONOUNS)
_GOVERN: Final = frozenset(("control", "demand", "accuse", "deny", "phase", "speech"))
_RELATIVE: Final = frozenset(("relative",))
_MODIFYING: Final = ("al", "ic", "ive", "ous", "ary", "ian", "ern", "army", "police")
"""Endings of words that stand before the noun they tell of."""
_PURPOSE: Final = frozenset(("purpose",))
_AUXILIARIES: Final = frozenset(("be", "have", "do", "modal"))
_BESIDE_VERB: Final = frozenset((
    "negator", "future", "possible", "obligation", "hearsay", "done", "ongoing", "reciprocal", "to",
))  # fmt: skip
_NUMERAL: Final = frozenset(("quantifier", "number"))
_NOUNS: Final = frozenset(("noun", "speech_noun", "accusation", "noun_fact", "noun_plan", "noun_possible"))
_LITTLE: Final = ENDS | OPENS | _NUMERAL | _PRONOUNS
_JOINTS: Final = frozenset(("possessive", "pair"))
_CLAUSE_BREAKS: Final = frozenset(("relative", "complementizer", "contrast"))
_NO_SUBJECT: Final = frozenset(("partner", "owned"))
"""Pronouns that a noun phrase may go on behind."""
_COUNTABLE_OPENS: Final = OPENS | {"quantifier"}
_THIRD: Final = frozenset(("that_state", "third_singular", "third_plural"))
_THINGS: Final = frozenset(("thing", "event", "noun", "other", "company"))
_NAMED: Final = ("name", "short", "capital", "body")


def chunk_by_order(items: list[Item], pack: Pack, *, headline: bool) -> list[Chunk]:
    """Group the items of a sentence into chunks, left to right, in one pass."""
    chunks = attach_actors(_Chunker(items, pack, headline=headline).run(), pack.syntax)
    chunks = join_phrases(chunks, pack)
    attach_senders(chunks, pack.syntax)
    attach_whose(chunks)
    return chunks


class _Chunker:
    def __init__(self, items: list[Item], pack: Pack, *, headline: bool) -> None:
        self.items, self.pack, self.headline = items, pack, headline
        self.groups = Groups(items, pack, headline=headline)
        self.chunks: list[Chunk] = []
        self.prep: Item | None = None
        part_before_times(items, pack.syntax.linking)
        mark_possessives(items)
        move_times(items)

    def run(self) -> list[Chunk]:
        position = 0
        while position < len(self.items):
            position = self._step(position)
        self._flush()
        if self.headline:
            join_pair(self.chunks)
        return self.chunks

    def _step(self, position: int) -> int:
        item = self.items[position]
        if item.time is not None:
            self.prep = None
            self.chunks.append(Word("time", item, item.functions))
            return position + 1
        group = self.groups.at(position)
        if group is None and not item.functions.isdisjoint(_AUXILIARIES) and self._without_particle(position):
            group = self.groups.at(position)
        if group is not None:
            self._verb(group, position)
            return group.end
        if item.parts and self._split(position):
            return position
        kind = self._word_kind(position)
        if kind == "prep":
            self._flush()
            self.prep = item
            return position + 1
        if kind:
            self._flush()
            self.chunks.append(Word(kind, item, self._functions(position, kind)))
            return position + 1
        end = self._phrase_end(position)
        phrase = read_head_last(self.items, position, end)
        if self.prep is not None:
            phrase.prep, self.prep = self.prep.low, None
            rejoin(self.chunks, phrase, self.pack)
        elif item.low == "no" and (end >= len(self.items) or self.groups.at(end) is None):
            self._negate()  # not so of `agreed no action should follow`
        if (phrase.refs or phrase.pronoun in _THIRD) and not phrase.prep and self._is_related(end):
            self.chunks.append(Word("sub", _mark(item), _RELATIVE))
        self.chunks.append(phrase)
        return end

    def _is_related(self, end: int) -> bool:
        """Whether the phrase that ends here is the subject of a clause that tells of the thing right before it."""
        head = self.chunks[-1] if self.chunks else None
        if not isinstance(head, Phrase) or head.kind not in _THINGS or head.refs or (head.events and head.owners):
            return False
        if head.prep and not self._acts_before():
            return False  # `In a statement Iran said`, `said in a statement it would`
        follows = self.groups.at(end)
        return follows is not None and follows.opens == "finite"

    def _acts_before(self) -> bool:
        """Whether the last verb so far, if any, is one that does not say something."""
        last = next((chunk for chunk in reversed(self.chunks) if isinstance(chunk, Verb)), None)
        return last is not None and not any(form.frame.kind == "speech" for form in last.forms)

    def _negate(self) -> None:
        """`provided no aid`: the verb is negated by its object."""
        verb = self.chunks[-1] if self.chunks else None
        if isinstance(verb, Verb):
            verb.aux = verb.aux | {"negator"} | ({"refusal"} if "future" in verb.aux else set())

    def _split(self, position: int) -> bool:
        """A phrasal verb that is no verb where it stands is read word by word: `UN plans to` is a noun and `to`."""
        item = self.items[position]
        if not item.parts or item.functions:
            return False
        self.items[position : position + 1] = item.parts
        self.groups.changed()
        return True

    def _without_particle(self, position: int) -> bool:
        """`was expelled from`: where the phrasal verb has no such form, the verb in it may have one."""
        at = position
        while at < len(self.items) and not self.items[at].functions.isdisjoint(_AUXILIARIES):
            at += 1
        if at == position or at == len(self.items) or not self.items[at].parts:
            return False
        return bool(self.items[at].verbs and self.items[at].parts[0].verbs) and self._split(at)

    def _flush(self) -> None:
        """A preposition without a phrase is a particle: `travel on to`."""
        if self.prep is not None:
            self.chunks.append(Word("aux", self.prep, frozenset()))
            self.prep = None

    # -- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, group: Group, position: int) -> None:
        if self.prep is None:
            turn_bids(self.chunks, group)
            if group.opens == "to" and (parted := parted_verb(self.chunks)) is not None:
                parted.forms = parted_forms(parted, "to", self.pack) or parted.forms
        governed = self._governed()
        if self.prep is not None:
            group.bar(self.prep, self.pack.syntax)
            if not governed or self.prep.low == self.pack.syntax.by or self.prep.functions & {"after", "before"}:
                self.chunks.append(Word("sub", self.prep, self.prep.functions | self._as_sub(self.prep)))
            self.prep = None
        elif group.opens == "to" and self.headline and not any(isinstance(chunk, Verb) for chunk in self.chunks):
            group.aux.add("future")  # `Japan to send aid`
        elif group.opens == "to" and not governed:
            self.chunks.append(Word("sub", self.items[position], _PURPOSE))
        elif group.opens == "reduced" or (group.opens == "gerund" and self._after_noun()):
            self.chunks.append(Word("sub", _mark(self.items[position]), _RELATIVE))
        forms = take_split(self.items, group, self.groups) or unbidding(group)
        verb = Verb(group.item, forms, group.voice, group.aux, len(self.chunks))
        verb.finite = group.opens == "finite"
        self.chunks.append(verb)

    def _as_sub(self, prep: Item) -> frozenset[str]:
        return frozenset() if prep.functions & _SUBS else frozenset(("while",))

    def _governed(self) -> bool:
        """Whether the verb before, with nothing but its object between, takes this one as what it is about."""
        phrases = 0
        for chunk in reversed(self.chunks):
            if isinstance(chunk, Verb):
                return bool(chunk.forms) and chunk.forms[0].frame.kind in _GOVERN
            if isinstance(chunk, Phrase):
                phrases += 1
                if phrases > 2:
                    return False
            elif chunk.kind not in ("time", "aux", '"', "-"):
                return False
        return False

    def _after_noun(self) -> bool:
        return bool(self.chunks) and isinstance(self.chunks[-1], Phrase)

    # -- little words --------------------------------------------------------------------------------------------

    def _word_kind(self, position: int) -> str:
        """What kind of little word the item is; empty when it belongs to a noun phrase."""
        item = self.items[position]
        functions = item.functions
        if item.code or (item.title and not functions) or (item.nouns and "that_state" not in functions):
            return ""
        if not functions:
            return (
                item.low
                if len(item.low) == 1 and not item.low.isalnum()
                else ("-" if item.low in ("-", "–", "—") else "")
            )
        if not functions.isdisjoint(_PRONOUNS):
            return ""
        if "complementizer" in functions:
            return self._that(position)
        if not functions.isdisjoint(OPENS):
            return ""
        return self._plain_kind(position, functions)

    def _plain_kind(self, position: int, functions: frozenset[str]) -> str:
        if "according" in functions:
            return "according"
        if "coordinator" in functions:
            return "conj"
        if "be" in functions:
            return "copula"
        if not functions.isdisjoint(_AUXILIARIES):
            return "aux"
        for kind in ("contrast", "question", "both_of"):
            if kind in functions and not (kind == "contrast" and "done" in functions and position):
                return kind
        if "preposition" in functions and "quantifier" in functions and self._before_number(position):
            return ""  # `up to 70 instructors`
        if "preposition" in functions:
            opens = not functions.isdisjoint(_SUBS) and self.items[position].low not in self.pack.syntax.linking
            return "sub" if opens and self._clause_follows(position + 1) else "prep"
        if not functions.isdisjoint(_SUBS):
            return "sub"
        if "quantifier" in functions and self._counts(position):
            return ""
        return "" if functions.isdisjoint(_BESIDE_VERB) else "aux"

    def _before_number(self, position: int) -> bool:
        after = self.items[position + 1] if position + 1 < len(self.items) else None
        return after is not None and (bool(after.functions & {"number", "quantifier"}) or after.low in "$€£")

    def _counts(self, position: int) -> bool:
        return position + 1 < len(self.items) and not self.items[position + 1].functions & {"preposition"}

    def _that(self, position: int) -> str:
        """`said that`, `a missile that`, `that missile`."""
        before = self.chunks[-1] if self.chunks and self.prep is None else None
        if before is None or (isinstance(before, Word) and before.kind in ("conj", "aux", "prep")):
            return "sub" if self._clause_follows(position + 1) and before is not None else ""
        return "sub"

    def _functions(self, position: int, kind: str) -> frozenset[str]:
        item = self.items[position]
        if kind == "sub" and "complementizer" in item.functions:
            before = self.chunks[-1] if self.chunks else None
            follows = self.groups.at(position + 1)
            if isinstance(before, Phrase) and before.anaphor != "accusation" and follows is not None:
                return _RELATIVE
        return item.functions

    def _clause_follows(self, at: int) -> bool:
        """Whether a clause with a finite verb follows rather than a noun phrase alone."""
        first, stop = at, min(at + 14, len(self.items))
        while at < stop:
            item = self.items[at]
            if not item.functions.isdisjoint(_AUXILIARIES):
                return True
            group = self.groups.at(at)
            if group is not None:
                return group.opens == "finite"
            if not item.functions.isdisjoint(_CLAUSE_BREAKS):
                return False
            if "preposition" in item.functions and at == first:
                return False
            sign = len(item.low) == 1 and not item.low.isalnum() and item.low != "'"
            if sign or (item.time is not None and at > first):
                return False
            at += 1
        return False

    # -- noun phrases --------------------------------------------------------------------------------------------

    def _phrase_end(self, position: int) -> int:
        items, at, count = self.items, position, len(self.items)
        named = False
        while at < count:
            item = items[at]
            if at > position and item.parts and self.groups.at(at) is None and self._split(at):
                item, count = items[at], len(items)
            if item.low == "(":
                close = _closing(items, at)
                if close and at > position:
                    at = close
                    continue
                break
            if at > position and self._ends(at, position, named):
                break
            functions = item.functions
            if item.code and item.via != "adjective":
                named = True
            if "possessive" in functions:
                named = False
            at += 1
            if at == position + 1 and not functions.isdisjoint(_PRONOUNS) and functions.isdisjoint(_NO_SUBJECT):
                if at < count and "possessive" in items[at].functions:
                    continue  # `the communist state's negotiator`
                return at
        return max(at, position + 1)

    def _ends(self, at: int, position: int, named: bool) -> bool:
        """Whether the phrase begun at `position` ends before the item at `at`."""
        item, before = self.items[at], self.items[at - 1]
        functions = item.functions
        if not functions.isdisjoint(_JOINTS):
            return False
        if item.time is not None or (len(item.low) == 1 and not item.low.isalnum()):
            return True
        if not before.functions.isdisjoint(_JOINTS):
            return False
        if named and (not functions.isdisjoint(_NUMERAL) or self._second_object(at, position)):
            return True
        if "coordinator" in functions and self._joins_modifiers(at):
            return False
        if functions and self._begins_another(item, before):
            return True
        if item.code:
            named = named and bool(before.code)  # `told Kyiv Moscow would`
            return item.via in _NAMED and (named or self._relates(at, before))
        return self.groups.at(at) is not None

    def _relates(self, at: int, before: Item) -> bool:
        """`the aid Russia sends`: an actor right after a common noun, and a verb after him."""
        if before.code or before.title or not before.text[0].islower() or not before.functions.isdisjoint(_LITTLE):
            return False
        if before.low in self.pack.syntax.saying:
            return True  # `reports say Iran may`
        noun = before.nouns or before.classes or not before.functions.isdisjoint(_NOUNS)
        if not noun or before.low in self.pack.syntax.apposing:
            return False  # `southern Lebanon came`, `the group Hamas said`
        follows = self.groups.at(at + 1)
        return follows is not None and follows.opens == "finite"

    def _begins_another(self, item: Item, before: Item) -> bool:
        """Whether a word is a little one that no phrase goes on with: `of`, `the`, `they`."""
        functions = item.functions
        if not functions.isdisjoint(ENDS) and not (item.code or item.nouns or item.title):
            return True
        if not functions.isdisjoint(OPENS) and before.functions.isdisjoint(_COUNTABLE_OPENS):
            return True
        return not functions.isdisjoint(_PRONOUNS) and "partner" not in functions

    def _joins_modifiers(self, at: int) -> bool:
        """`Iraqi political and religious leaders`: two adjectives of one noun."""
        if at + 2 >= len(self.items):
            return False
        one, two, head = self.items[at - 1], self.items[at + 1], self.items[at + 2]
        alike = all(
            each.text.islower()
            and each.low.endswith(_MODIFYING)
            and not (each.verbs or each.functions or each.is_actor)
            for each in (one, two)
        )
        return alike and head.text[0].isalpha() and not head.functions and head.time is None

    def _second_object(self, at: int, position: int) -> bool:
        """`gave Kyiv` + `tanks`: a thing right after the receiver of a verb that takes both."""
        verb = self.chunks[-1] if self.chunks else None
        if self.prep is not None or not isinstance(verb, Verb) or not self.items[at - 1].code:
            return False
        roots = {form.root for form in verb.forms}
        item = self.items[at]
        return bool(roots & self.pack.syntax.ditransitive) and not item.is_actor and item.title in ("", "force")


def _mark(item: Item) -> Item:
    """A word of no letters before `item`: the relative that a reduced clause leaves out."""
    mark = Item("", "", item.start, item.start)
    mark.known = True
    return mark


def _closing(items: Sequence[Item], at: int) -> int:
    for close in range(at + 1, min(at + 9, len(items))):
        if items[close].low == ")":
            return close + 1
    return 0
