"""What two commas set apart between a subject and its verb, and how to get past it."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_weak, is_word, left_of
from pasut.packs.words import Syntax

_FACTS: Final = frozenset(("after", "cause", "concession"))
"""Clauses that tell what is so, whatever is only wanted beside them."""
_TELLING: Final = frozenset(("accuse", "speech", "demand", "deny"))
"""Kinds of verbs that tell what one says."""


def past_inserted(chunks: Sequence[Chunk], index: int) -> int:
    """`delegasi yang dipimpin X, yang duduk di parlemen, tiba`: where a search leftwards begins, past the relative
    clause that two commas set apart right before the verb."""
    close = left_of(chunks, index, "time", "aux")
    if close < 0 or not is_word(chunks[close], ","):
        return index
    for at in range(close - 1, 0, -1):
        if is_word(chunks[at], ",", ".", ";", '"', "contrast", "conj"):
            return index
        if is_relative(chunks[at]) and is_word(chunks[at - 1], ","):
            return at - 1
    return index


def _opens_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """`told reporters as Rice, on a tour, held talks`: a word that begins a clause, and no comma before it."""
    word = chunks[at]
    begins = (
        isinstance(word, Word) and word.kind == "sub" and bool(word.functions & {"while", "after", "before", "cause"})
    )
    if begins and at > 0 and not is_word(chunks[at - 1], ","):
        return isinstance(chunks[at + 1], Phrase)
    return at > 0 and _sets_against(chunks, at)


def _sets_against(chunks: Sequence[Chunk], at: int) -> bool:
    """`X praised Z, while Y, an ally of W, condemned it`: a word that begins a clause about somebody else."""
    word, who = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    if not (isinstance(word, Word) and word.kind == "sub" and word.functions & {"while", "concession"}):
        return False
    named = isinstance(who, Phrase) and not who.prep and bool(who.actors)
    return named and at + 2 < len(chunks) and is_word(chunks[at + 2], ",")


def host_of(chunks: Sequence[Chunk], index: int, kind: str) -> int:
    """`Peru denied shelling the town, accusing X of lying`: the finite verb that a telling form in -ing behind a comma
    goes with, past what that verb governs; -1 where nothing stands between or it is none."""
    verb = chunks[index]
    told = kind in _TELLING and isinstance(verb, Verb) and verb.voice == "active" and not verb.finite
    if not told or index < 2 or not is_word(chunks[index - 1], ","):
        return -1
    passed = False
    for at in range(index - 2, -1, -1):
        chunk = chunks[at]
        if isinstance(chunk, Verb):
            if chunk.finite:
                return at if passed else -1
            passed = True
        elif is_word(chunk, ".", ";", "contrast", '"', "conj"):
            return -1
    return -1


def interrupted_at(chunks: Sequence[Chunk], index: int) -> int:
    """`Tiongkok, yang mengklaim ..., mengecam`: where the subject stands at the head of the clause, past what two
    commas set apart; -1 where nothing is set apart."""
    close = left_of(chunks, index, "time", "aux")
    if close < 0 or not is_word(chunks[close], ","):
        return -1
    first = close - 1
    while first >= 0:
        chunk = chunks[first]
        if is_word(chunk, '"', ".", ";", "contrast", ":") or (
            isinstance(chunk, Word) and ("complementizer" in chunk.functions or _opens_clause(chunks, first))
        ):
            break
        first -= 1
    first += 1
    while first < close and isinstance(chunks[first], Word) and is_word(chunks[first], "time", "conj"):
        first += 1
    head, comma = chunks[first], chunks[first + 1]
    if not (isinstance(head, Phrase) and not head.prep and not is_weak(head) and is_word(comma, ",")):
        return -1
    opened = chunks[first + 2] if first + 2 < close else None
    if isinstance(opened, Word) and (opened.kind == "sub" or opened.kind == "time"):
        return first
    if not isinstance(opened, Phrase):
        return -1
    rest = chunks[first + 3 : close]  # `Korea Selatan, sekutu AS di kawasan itu, mengecam`
    apposed = not opened.items[0].is_actor and all(isinstance(chunk, Phrase) and chunk.prep for chunk in rest)
    return first if opened.prep or opened.kind == "person" or apposed else -1


def head_before(chunks: Sequence[Chunk], at: int, word: Word) -> Phrase | None:
    """`X, after meeting Y, condemned Z`, `X setelah bertemu Y mengecam Z`: the subject before what is inserted."""
    left = at - 2 if is_word(chunks[at - 1], ",") else at - 1
    head = chunks[left] if at and left >= 0 else None
    if not isinstance(head, Phrase) or head.prep or is_weak(head) or head.events:
        return None
    return head if word.functions & {"after", "before", "while"} and (head.actors or head.pronoun) else None


def clause_of(relation: str, chunks: Sequence[Chunk], index: int, syntax: Syntax) -> str:
    """What kind of clause beside another the verb at `index` stands in: `ahead` of it where it shares its subject, and
    `told` where an actor of its own does something, as in `mendesak X mundur karena Y menyerang Z`."""
    if relation == "before" and not isinstance(chunks[index - 1], Phrase):
        return "ahead"
    head, verb = interrupted_at(chunks, index), chunks[index]
    left = head if head >= 0 else left_of(chunks, index, "time", "aux")
    subject, opens = (chunks[left], chunks[left - 1]) if left > 0 else (None, None)
    named = isinstance(subject, Phrase) and not subject.prep and bool(subject.refs)
    told = relation in _FACTS and not syntax.last_said and isinstance(opens, Word) and opens.kind == "sub"
    if relation in ("while", "concession") and syntax.last_said and isinstance(verb, Verb) and verb.finite:
        told = left > 1 and is_word(chunks[left - 2], ",")  # `offered to help X, while Y condemned it`
    return "told" if named and told else relation


def spoken_of(chunks: Sequence[Chunk], at: int) -> Phrase | None:
    """`two firms (that) it said had supplied X`: of whom the verb of saying at `at` says what follows."""
    who = chunks[at - 1] if at > 1 else None
    if not (isinstance(who, Phrase) and who.pronoun and not who.prep):
        return None
    before = chunks[at - 2 - is_relative(chunks[at - 2])] if at > 2 else chunks[at - 2]
    return before if isinstance(before, Phrase) else None
