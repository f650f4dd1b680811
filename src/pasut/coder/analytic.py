"""From items to chunks for languages whose auxiliaries and word order tell who does what: the counterpart of `chunks`
for languages whose affixes do."""

from collections.abc import Sequence

from pasut.coder.auxiliaries import Group, Groups
from pasut.coder.headlast import read_head_last
from pasut.coder.items import Item
from pasut.coder.joins import join_phrases
from pasut.coder.phrases import PRONOUNS, Chunk, Phrase, Verb, Word
from pasut.packs.load import Pack

_SUB = (
    "relative", "complementizer", "purpose", "condition", "after", "before", "while", "cause", "concession", "result",
    "without",
)  # fmt: skip
_ENDS = frozenset((
    "preposition", "coordinator", "contrast", "complementizer", "relative", "purpose", "condition", "after", "before",
    "while", "cause", "concession", "result", "without", "according", "both_of", "verb", "question", "be", "have", "do",
    "modal", "to", "negator", "future", "possible", "obligation", "hearsay", "reciprocal",
))  # fmt: skip
_OPENS = frozenset(("determiner", "owned", "demonstrative"))
_GOVERN = frozenset(("control", "demand", "accuse", "deny", "phase", "speech"))
_RELATIVE = frozenset(("relative",))
_PURPOSE = frozenset(("purpose",))


def chunk_by_order(items: list[Item], pack: Pack, *, headline: bool) -> list[Chunk]:
    """Group the items of a sentence into chunks, left to right, in one pass."""
    return join_phrases(_Chunker(items, pack, headline=headline).run(), pack)


class _Chunker:
    def __init__(self, items: list[Item], pack: Pack, *, headline: bool) -> None:
        self.items, self.pack = items, pack
        self.groups = Groups(items, pack, headline=headline)
        self.chunks: list[Chunk] = []
        self.prep: Item | None = None
        _mark_possessives(items)

    def run(self) -> list[Chunk]:
        position, count = 0, len(self.items)
        while position < count:
            position = self._step(position)
        self._flush()
        return self.chunks

    def _step(self, position: int) -> int:
        item = self.items[position]
        if item.time is not None:
            self.prep = None
            self.chunks.append(Word("time", item, item.functions))
            return position + 1
        group = self.groups.at(position)
        if group is not None:
            self._verb(group, position)
            return group.end
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
        self.chunks.append(phrase)
        return end

    def _flush(self) -> None:
        if self.prep is not None:
            self.chunks.append(Word("prep", self.prep, self.prep.functions))
            self.prep = None

    # -- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, group: Group, position: int) -> None:
        governed = self._governed()
        if self.prep is not None:
            if not governed:
                self.chunks.append(Word("sub", self.prep, self.prep.functions | self._as_sub(self.prep)))
            self.prep = None
        elif group.opens == "to" and not governed:
            self.chunks.append(Word("sub", self.items[position], _PURPOSE))
        elif group.opens == "reduced" or (group.opens == "gerund" and self._after_noun()):
            self.chunks.append(Word("sub", _mark(self.items[position]), _RELATIVE))
        self.chunks.append(Verb(group.item, group.forms, group.voice, group.aux, len(self.chunks)))

    def _as_sub(self, prep: Item) -> frozenset[str]:
        return frozenset() if any(name in prep.functions for name in _SUB) else frozenset(("while",))

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
        if item.is_actor or (item.title and not item.functions) or (item.nouns and not item.functions & {"that_state"}):
            return ""
        functions = item.functions
        if not functions:
            return (
                item.low
                if len(item.low) == 1 and not item.low.isalnum()
                else ("-" if item.low in ("-", "–", "—") else "")
            )
        if any(name in functions for name in PRONOUNS) or (functions & _OPENS and "complementizer" not in functions):
            return ""
        if "complementizer" in functions:
            return self._that(position)
        return self._plain_kind(position, functions)

    def _plain_kind(self, position: int, functions: frozenset[str]) -> str:
        if "according" in functions:
            return "according"
        if "coordinator" in functions:
            return "conj"
        if functions & {"be"}:
            return "copula"
        if functions & {"have", "do", "modal"}:
            return "aux"
        for kind in ("contrast", "question", "both_of"):
            if kind in functions and not (kind == "contrast" and "done" in functions and position):
                return kind
        if "preposition" in functions:
            return "sub" if functions & set(_SUB) and self._clause_follows(position + 1) else "prep"
        if any(name in functions for name in _SUB):
            return "sub"
        if "quantifier" in functions and self._counts(position):
            return ""
        if functions & {
            "negator",
            "future",
            "possible",
            "obligation",
            "hearsay",
            "done",
            "ongoing",
            "reciprocal",
            "to",
        }:
            return "aux"
        return ""

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
        stop = min(at + 10, len(self.items))
        while at < stop:
            item = self.items[at]
            if item.functions & {"be", "have", "do", "modal"}:
                return True
            group = self.groups.at(at)
            if group is not None:
                return group.opens == "finite"
            if item.functions & {"preposition", "relative", "complementizer", "contrast", "to"}:
                return False
            if item.time is not None or (len(item.low) == 1 and not item.low.isalnum() and item.low != "'"):
                return False
            at += 1
        return False

    # -- noun phrases --------------------------------------------------------------------------------------------

    def _phrase_end(self, position: int) -> int:
        at, count = position, len(self.items)
        named = False
        while at < count:
            item = self.items[at]
            if item.low == "(":
                close = _closing(self.items, at)
                if close and at > position:
                    at = close
                    continue
                break
            if at > position and self._ends(at, position, named):
                break
            named = named or (item.is_actor and item.via != "adjective")
            if "possessive" in item.functions:
                named = False
            at += 1
            if at == position + 1 and item.functions & set(PRONOUNS) and not item.functions & {"partner", "owned"}:
                return at
        return max(at, position + 1)

    def _ends(self, at: int, position: int, named: bool) -> bool:
        """Whether the phrase begun at `position` ends before the item at `at`."""
        item = self.items[at]
        functions = item.functions
        if "possessive" in functions or "pair" in functions:
            return False
        if item.time is not None or (len(item.low) == 1 and not item.low.isalnum()):
            return True
        if self.items[at - 1].functions & {"possessive", "pair"}:
            return False
        content = item.is_actor or item.nouns or item.title
        if functions & _ENDS and not content:
            return True
        if functions & _OPENS and not self.items[at - 1].functions & (_OPENS | {"quantifier"}):
            return True
        if functions & set(PRONOUNS) and not functions & {"partner"}:
            return True
        if named and item.is_actor and item.via in ("name", "short", "capital", "body") and self.items[at - 1].is_actor:
            return True  # `told Kyiv Moscow would`
        return not item.is_actor and self.groups.at(at) is not None


def _mark_possessives(items: Sequence[Item]) -> None:
    """Tell `'s` and the bare apostrophe after a plural apart from quotation marks."""
    for at, item in enumerate(items):
        if item.low == "'s":
            item.functions, item.known = frozenset(("possessive",)), True
        elif item.low == "'" and at and items[at - 1].low.endswith("s") and items[at - 1].end == item.start:
            item.functions = frozenset(("possessive",))


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
