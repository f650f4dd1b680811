"""Whom a phrase that names nobody leads to: past a border, a relative clause or the nouns before an owner."""

from pasut.coder.act import Act, Roles
from pasut.coder.following import After
from pasut.coder.phrases import Chunk, Phrase, Word
from pasut.packs.words import Syntax


def add_deeper(roles: Roles, after: After, syntax: Syntax) -> None:
    """`concern over the lack of openness in X's build-up`: whose it is stands past the nouns that name nobody."""
    if any(phrase.actors or phrase.pronoun for phrase in roles.get("target", "beneficiary")):
        return
    head = next((at for at, phrase in after.preps if phrase in roles.get("beneficiary") and not phrase.events), None)
    for at, phrase in after.preps if head is not None else ():
        if head is not None and at > head and phrase.owners and phrase.prep == syntax.places[0]:
            roles.add("beneficiary", phrase)
            return


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
