"""Whose a delegation is: of its leader's state; and with one joined to it of both."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.coder.refs import carried, unique
from pasut.packs.words import Syntax

_LED: Final = ("person", "people", "force", "organ", "noun", "other")
"""Kinds of phrase that somebody may lead: a delegation, a team, a mission."""
_SENT: Final = frozenset(("delegation", "envoy"))


def follow_leaders(chunks: Sequence[Chunk], syntax: Syntax) -> None:
    """`delegasi yang dipimpin oleh X`, `a delegation led by X`: people of no named state are of their leader's."""
    for at in range(1, len(chunks)):
        leader, before = chunks[at], _led_before(chunks, at, syntax)
        people = chunks[before] if before >= 0 else None
        if not (isinstance(leader, Phrase) and isinstance(people, Phrase)) or people.actors or people.pronoun:
            continue
        if people.kind in _LED:
            people.refs = carried(leader.refs, "leader")
        elif people.kind == "event":
            people.owners = carried(leader.refs, "leader")  # `boikot yang dipimpin X`


def join_delegations(chunks: Sequence[Chunk], syntax: Syntax) -> None:
    """`delegasi yang dipimpin X dan delegasi Y tiba`: either phrase, as the subject, stands for both."""
    for at, chunk in enumerate(chunks):
        if isinstance(chunk, Word) and chunk.kind == "conj":
            _join_around(chunks, at, syntax)


def is_leader(chunks: Sequence[Chunk], at: int, syntax: Syntax) -> bool:
    """Whether the phrase at `at` names who leads the people before it."""
    return _led_before(chunks, at, syntax) >= 0


def mark_leaders(chunks: Sequence[Chunk], syntax: Syntax) -> None:
    """`delegasi Rusia pimpinan X`: the noun of leading after people stands before their leader as `oleh` would."""
    for people, leader in pairwise(chunks):
        if isinstance(leader, Phrase) and not leader.prep and leader.items[0].low in syntax.led:
            if isinstance(people, Phrase) and is_delegation(people) and len(leader.items) > 1:
                leader.prep = leader.items[0].low


def is_delegation(phrase: Phrase) -> bool:
    """Whether the phrase is of people sent: `delegasi`, `rombongan`, `utusan`."""
    return bool(phrase.classes & _SENT)


def _led_before(chunks: Sequence[Chunk], at: int, syntax: Syntax) -> int:
    """Where the people stand whom the phrase at `at` leads; -1 where it leads nobody."""
    leader, verb = chunks[at], chunks[at - 1] if at else None
    if not isinstance(leader, Phrase):
        return -1
    if leader.prep in syntax.led:
        return at - 1
    if not (isinstance(verb, Verb) and verb.item.low in syntax.led and leader.prep in ("", syntax.by)):
        return -1
    return at - 2 - (at > 1 and is_word(chunks[at - 2], "sub"))


def _join_around(chunks: Sequence[Chunk], link: int, syntax: Syntax) -> None:
    other = chunks[link + 1] if link + 1 < len(chunks) else None
    if not (isinstance(other, Phrase) and is_delegation(other) and other.refs):
        return
    left = link - 1 - (link > 1 and is_word(chunks[link - 1], ","))
    led = _led_before(chunks, left, syntax) if left >= 0 else -1
    people = chunks[led if led >= 0 else left] if left >= 0 else None
    if not isinstance(people, Phrase) or other.prep not in ("", people.prep):
        return
    if is_delegation(people) and people.refs:
        people.refs = other.refs = unique([*people.refs, *other.refs])
