"""Relative clauses whose mark is not their subject, or is left out: `the weapons (that) Iran supplied were seized`."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_word, left_of
from pasut.packs.words import Syntax

GIVEN: Final = frozenset(("thing", "event", "noun", "force", "people", "territory", "company"))
"""Kinds of phrase that a relative clause may tell of as its object."""


def mark_before(chunks: Sequence[Chunk], index: int, syntax: Syntax) -> int:
    """Where a relative's mark stands before the bare subject of the verb at `index` and right after a phrase; else -1.
    Where affixes tell the voice, only a verb without any has such a subject: `utusan yang mereka tuduh`."""
    verb, left = chunks[index], left_of(chunks, index, "time", "aux")
    doer = chunks[left] if left > 1 else None
    voice = "active" if syntax.last_said else "bare"
    if not (isinstance(verb, Verb) and verb.voice == voice and isinstance(doer, Phrase) and not doer.prep):
        return -1
    mark, before = chunks[left - 1], chunks[left - 2]
    if left > 2 and is_word(before, ","):
        before = chunks[left - 3]  # `Rwanda, which it accuses`
    if not (isinstance(mark, Word) and mark.kind == "sub" and mark.item.low in syntax.gapping):
        return -1
    told = isinstance(before, Phrase) and (not mark.item.low or is_relative(mark) or not before.anaphor)
    return left - 1 if told and (doer.refs or doer.pronoun) else -1


def mark_between(chunks: Sequence[Chunk], at: int, index: int) -> int:
    """Where the clause of the finite verb at `at` is opened as a relative, with another finite verb at `index` after
    it; else -1. Of two finite verbs in a row, the first only tells of the subject of the second."""
    first, second = chunks[at], chunks[index]
    if not (isinstance(first, Verb) and isinstance(second, Verb) and first.finite and second.finite):
        return -1
    if any(is_word(chunk, ",", "conj", '"') for chunk in chunks[at:index]):
        return -1
    for left in range(at - 1, 0, -1):
        chunk = chunks[left]
        if isinstance(chunk, Verb) or is_word(chunk, ",", "conj", "contrast", '"'):
            return -1
        if isinstance(chunk, Word) and chunk.kind == "sub":
            that = "complementizer" in chunk.functions and isinstance(chunks[left - 1], Phrase)
            return left if that or is_relative(chunk) else -1
    return -1


def is_told_of(chunks: Sequence[Chunk], head: Phrase, phrase: Phrase) -> bool:
    """Whether only a relative's mark stands between two phrases: `X, which they accuse`."""
    mark = chunks.index(phrase) - 1
    left = mark - 2 if mark > 0 and is_word(chunks[mark - 1], ",") else mark - 1
    return is_relative(chunks[mark]) and left >= 0 and chunks[left] is head


def is_written(chunks: Sequence[Chunk], at: int, index: int) -> bool:
    """Whether the verb at `index`, with an unsaid mark at `at`, tells what a message says: `wrote to X urging him to
    act`, `sent a telegram to X congratulating him`: who writes does that, not X."""
    mark, tells = chunks[at], chunks[index]
    if not (isinstance(mark, Word) and isinstance(tells, Verb)) or tells.finite or tells.voice != "active":
        return False
    before = chunks[at - 1] if at else None
    if index != at + 1 or mark.item.text or not (isinstance(before, Phrase) and before.actors):
        return False
    for left in range(at - 1, -1, -1):
        chunk = chunks[left]
        if isinstance(chunk, Phrase) and not chunk.prep and "letter" in chunk.classes:
            return True
        if isinstance(chunk, Verb):
            return any(form.frame.mode in ("letter", "phone") for form in chunk.forms)
        if not isinstance(chunk, Phrase):
            return False
    return False
