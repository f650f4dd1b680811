"""Who in the other clauses of a sentence is, or cannot be, the other side of an act."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act, Roles
from pasut.coder.beyond import is_beside
from pasut.coder.clauses import Links
from pasut.coder.nouns import Nouns
from pasut.coder.phrases import Chunk, Phrase, Verb, is_word, left_of
from pasut.coder.reference import Resolver
from pasut.coder.refs import Ref
from pasut.packs.words import Syntax

_JUDGING: Final = frozenset(("ACCUSE", "SUPPORT"))
_FEELINGS: Final = frozenset(("condolence", "objection", "solidarity"))
"""What one says of others' acts: types of acts, and classes of things said."""


def only_elsewhere(links: Links, index: int) -> frozenset[str]:
    """`refused to let it dock, prompting criticism from X`: who is named only in the clauses that follow the verb's."""
    if not links.syntax.last_said:
        return _who_else(links, index)
    edge = next(
        (at for at, verb in links.verbs if at > index and _begins_clause(links, at, verb)), len(links.chunks) + 1
    )
    named = [(at, ref.code) for at, phrase in links.phrases for ref in phrase.actors]
    later = frozenset(code for at, code in named if at >= edge - 1)
    return (later - {code for at, code in named if at < edge - 1}) | _who_else(links, index)


def _begins_clause(links: Links, at: int, verb: Verb) -> bool:
    """Whether a participle behind a comma, or a subject behind `and`, stands with the verb at `at`."""
    if not verb.finite:
        return is_word(links.chunks[at - 1], ",")
    return at > 1 and is_word(links.chunks[at - 2], "conj", "contrast") and isinstance(links.chunks[at - 1], Phrase)


def bystanders(nouns: Nouns, index: int) -> frozenset[str]:
    """Who only speaks of an event noun is not its other side: `Mesir mengecam serangan Israel`, `Malaysia prihatin atas
    serangan Israel`; nor of a plan: `Inggris mengkritik keputusan Israel untuk membatasi bantuan`."""
    links = nouns.links
    beside = {ref.code for _, phrase in links.phrases if is_beside(phrase, links.syntax) for ref in phrase.actors}
    if isinstance(nouns.chunks[index], Verb):
        planner = links.subject(index)
        verb = nouns.owner_verb(nouns.chunks.index(planner)) if planner and planner.lead and planner.refs else None
    else:
        verb = nouns.owner_verb(index)
    if verb is None and isinstance(nouns.chunks[index], Phrase):
        left = next((at for at, _ in reversed(links.verbs) if at < index), None)
        asked = left is not None and links.kind(left) == "demand"  # `demanded an end to Israeli attacks`
        verb = left if asked or _is_judged(nouns.chunks, index, nouns.syntax) else None
    subject = links.subject(verb) if verb is not None else None
    return frozenset(beside.union(ref.code for ref in subject.refs) if subject is not None else beside)


def _who_else(links: Links, index: int) -> frozenset[str]:
    """`was welcomed by X but rejected by Y`: who does the other of two things is not hit by the one."""
    found: set[str] = set()
    for at, mark in enumerate(links.chunks):
        if not is_word(mark, "conj", "contrast") or at < 2 or at + 2 >= len(links.chunks):
            continue
        agent, before = links.chunks[at - 1], links.chunks[at - 2]
        later = at + 1 if isinstance(links.chunks[at + 1], Verb) else at + 2
        after = links.chunks[later]
        if not isinstance(agent, Phrase) or agent.prep != links.syntax.by:
            continue
        if not (isinstance(before, Verb) and isinstance(after, Verb) and before.voice == after.voice == "passive"):
            continue
        if index == later:
            found.update(ref.code for ref in agent.actors)
        elif index == at - 2:
            by = [phrase for _, phrase in links.after(later).preps if phrase.prep == links.syntax.by]
            found.update(ref.code for phrase in by for ref in phrase.actors)
    return frozenset(found)


def _is_judged(chunks: Sequence[Chunk], index: int, syntax: Syntax) -> bool:
    """`concern over the attack`, `was alarmed by the attack`: whether words of judging stand right before a phrase."""
    phrase, at = chunks[index], left_of(chunks, index, '"')
    beside = chunks[at] if at >= 0 else None
    if not (isinstance(phrase, Phrase) and phrase.prep and phrase.events[0][1].frame.type == "ASSAULT"):
        return False
    if isinstance(beside, Phrase):
        judged = bool(beside.events) and beside.events[0][1].frame.type in _JUDGING
        return phrase.prep in syntax.about and (judged or not beside.classes.isdisjoint(_FEELINGS))
    felt = isinstance(beside, Verb) and any(form.frame.type in _JUDGING for form in beside.forms)
    return felt and (phrase.prep in syntax.about or phrase.prep == syntax.by)


def named_other(act: Act, resolver: Resolver, besides: frozenset[str]) -> list[Ref]:
    """`tarif Trump`: hits the one other state that the sentence names, if any does, and not who speaks of it."""
    codes = {ref.code for ref in (*act.sources, *resolver.speaker_refs)}
    found = [ref for ref in resolver.named() if ref.code not in codes | besides]
    return found if len(found) == 1 else []


def is_itself(act: Act, hit: Phrase, roles: Roles) -> bool:
    """`melancarkan serangan yang ...`: the object is the act itself, and nobody of no state whom it hits."""
    alone = act.status == "happened" and len(act.sources) == 1
    return alone and bool(hit.events) and not roles.get("target", "beneficiary")
