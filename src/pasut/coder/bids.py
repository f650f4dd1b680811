"""Verbs that ask only where what somebody is to do follows him: `told X to leave`, `insisted that X leave`."""

from collections.abc import Sequence

from pasut.coder.auxiliaries import Group
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word


def turn_bids(chunks: Sequence[Chunk], group: Group) -> None:
    """Let the verb before ask, where it can and the verb group that now follows is what somebody is to do."""
    asked = chunks[-1] if chunks else None
    if not (isinstance(asked, Phrase) and not asked.prep and (asked.actors or asked.pronoun)):
        return
    at = len(chunks) - 2
    while at > 0 and _is_listed(chunks[at]):
        at -= 1  # `wants its allies Jordan and Egypt to help`
    that = chunks[at] if at >= 0 else None
    clause = isinstance(that, Word) and "complementizer" in that.functions
    verb = chunks[at - 1] if clause and at > 0 else that
    if not (isinstance(verb, Verb) and verb.voice == "active"):
        return
    if (group.opens == "to" and not clause) or _is_subjunctive(asked, group):
        bids = tuple([form for form in verb.item.verbs if form.frame.bidding])
        verb.forms = bids or verb.forms


def _is_listed(chunk: Chunk) -> bool:
    return is_word(chunk, "conj") or (isinstance(chunk, Phrase) and not chunk.prep)


def _is_subjunctive(asked: Phrase, group: Group) -> bool:
    """`that Israel withdraw`: a bare form after one state or person."""
    bare = bool(group.forms) and all(form.voice == "base" for form in group.forms)
    return bare and group.opens == "finite" and not group.aux and len(asked.refs) == 1 and asked.kind == "state"
