"""What is charged and rebutted beside the charge: `a claim that X rejected`, `a charge denied by X`."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.clauses import Links
from pasut.coder.following import find_after
from pasut.coder.phrases import Phrase, Verb, Word, is_relative, is_word

_OPEN: Final = frozenset(("negator", "refusal", "future", "possible"))
_CHARGES: Final = frozenset(("accusation", "said_matter"))
_DEEDS: Final = frozenset(("ASSAULT", "COERCE", "AID", "MOBILIZE", "SANCTION", "COOPERATE"))
"""Types of acts that somebody may deny to have done; what is said is not denied so."""


def rebuts(links: Links, index: int) -> bool:
    """Whether the verb at `index` denies or turns down an accusation that is told after a comma."""
    verb, chunks = links.chunks[index], links.chunks
    if not isinstance(verb, Verb) or not verb.forms:
        return False
    frame = verb.forms[0].frame
    if (frame.kind != "deny" and frame.type != "REJECT") or not verb.aux.isdisjoint(_OPEN):
        return False
    after = find_after(chunks, index)
    if verb.voice != "passive" and (after.objects or after.content is not None):
        return False
    doers = 0
    for at in range(index - 1, 0, -1):
        chunk = chunks[at]
        if isinstance(chunk, Phrase):
            if chunk.anaphor == "accusation" and not chunk.prep:
                return not chunk.refs and is_word(chunks[at - 1], ",")
            doers += not chunk.prep  # `a claim that X's embassy in Y rejected`
            if doers > 1 or (chunk.prep and doers) or verb.voice == "passive":
                return False
        elif doers and is_relative(chunk) and is_word(chunks[at - 1], ","):
            return verb.forms[0].frame.kind == "deny"  # `, which X denies`
        elif not isinstance(chunk, Word) or chunk.kind not in ("sub", "aux", ","):
            return False
    return False


def charged(acts: Sequence[Act], at: int, codes: set[str]) -> list[Act]:
    """What has been told before `at` in the sentence and may be what is rebutted there, the likeliest last."""
    deeds = [act for act in acts if act.chunk < at and act.status == "happened" and act.type in _DEEDS]
    told = [*deeds, *[act for act in acts if act.chunk < at and act.status == "alleged"]]
    done = [act for act in told if codes & {ref.code for ref in act.sources}]
    return done or [act for act in told if codes & {ref.code for ref in act.targets}]


def belies(links: Links, index: int) -> bool:
    """Whether the verb at `index` calls an accusation told before untrue: `menyebut tuduhan itu tidak berdasar`."""
    verb, chunks = links.chunks[index], links.chunks
    named = chunks[index + 1] if index + 1 < len(chunks) else None
    if not isinstance(verb, Verb) or not isinstance(named, Phrase) or named.actors:
        return False
    if all(item.functions.isdisjoint(_CHARGES) for item in named.items):
        return False
    if links.kind(index) != "speech" and not any(form.root in links.syntax.naming for form in verb.forms):
        return False
    then = chunks[index + 2] if index + 2 < len(chunks) else None
    told = [*named.items, *(then.items if isinstance(then, Phrase) else ())]
    return verb.voice == "active" and any(item.low in links.syntax.untrue for item in told)
