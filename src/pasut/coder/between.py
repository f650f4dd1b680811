"""Whose ties, quarrels and borders are talked of: `talks on ties between A and B`, `discussed A's relations with B`."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.following import After
from pasut.coder.phrases import Chunk, Phrase, Verb
from pasut.packs.words import Syntax

_BONDS: Final = frozenset(("ties", "tension", "war", "border"))


def own_bonds(chunks: Sequence[Chunk], syntax: Syntax) -> set[int]:
    """Give a bond that is talked of to those whose it is, who are then no parties to the talks; the places to drop."""
    taken: set[int] = set()
    between, tied = syntax.between, syntax.tied
    for at in range(1, len(chunks)):
        whose = chunks[at]
        if not isinstance(whose, Phrase) or not whose.refs or (whose.prep != between and whose.prep not in tied):
            continue
        bond = chunks[at - 1]
        if not isinstance(bond, Phrase) or not _is_bond(bond):
            continue
        states = len(whose.refs) > 1 and whose.kind != "force"  # `along the border between A's and B's troops`
        shared = whose.prep == between and states
        owned = whose.prep in tied and bool(bond.owners) and "ties" in bond.classes
        spoken_of = bond.prep in syntax.about if bond.events else bool(bond.prep)
        if (shared or owned) and ((bond.prep and spoken_of) or _is_discussed(chunks, at - 1)):
            bond.owners = [*bond.owners, *whose.refs]
            taken.add(at)
    return taken


def is_shared(bond: Chunk, whose: Phrase, after: After, syntax: Syntax) -> bool:
    """`held talks on ties with B`: ties of nobody else are those of who talks, and he talks with B."""
    with_others = [
        phrase for _, phrase in (*after.objects, *after.preps) if phrase.prep in syntax.tied or not phrase.prep
    ]
    owned = not isinstance(bond, Phrase) or bond.actors or bond.events
    return not owned and bool(with_others) and with_others[0] is whose


def _is_bond(phrase: Phrase) -> bool:
    named = not phrase.classes.isdisjoint(_BONDS) or any("conflict_between" in item.functions for item in phrase.items)
    return named and not phrase.pronoun and not phrase.refs


def _is_discussed(chunks: Sequence[Chunk], at: int) -> bool:
    verb = chunks[at - 1] if at else None
    return isinstance(verb, Verb) and any(form.frame.type == "CONSULT" for form in verb.forms)
