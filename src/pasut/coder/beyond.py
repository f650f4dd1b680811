"""Whom a phrase that names nobody leads to: past a border, a relative clause or a purpose."""

from pasut.coder.act import Act
from pasut.coder.phrases import Chunk, Phrase, Word
from pasut.packs.words import Syntax


def brings_object(subject: Phrase) -> bool:
    """`the aid Iran provided`: the object stands before its giver."""
    items = subject.items
    return subject.kind == "state" and bool(subject.classes) and len(items) > 1 and bool(items[-1].code)


def is_border(phrase: Phrase) -> bool:
    """`to the border`, not told whose."""
    return "border" in phrase.classes and not phrase.actors


def helps_in(act: Act, phrase: Phrase, sub: Chunk | None, syntax: Syntax) -> bool:
    """`sent aid to help the victims of floods in X`"""
    purpose = isinstance(sub, Word) and "purpose" in sub.functions
    return purpose and act.type == "AID" and phrase.prep == syntax.places[0] and phrase.kind == "state"
