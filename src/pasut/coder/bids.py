"""Verbs that ask only where what somebody is to do follows him: `told X to leave`, `insisted that X leave`."""

from collections.abc import Sequence

from pasut.coder.auxiliaries import Group
from pasut.coder.item import Item
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.packs.entry import Form


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


def settle_bids(chunks: Sequence[Chunk], items: Sequence[Item]) -> None:
    """`mengatakan kepada X agar mundur`, `memberi tahu X untuk mundur`: keep of each verb of saying the readings that
    ask, where somebody and what he is to do follow it; else those that do not."""
    for at, verb in enumerate(chunks):
        if isinstance(verb, Verb) and any([form.frame.bidding for form in verb.forms]):
            asks = _is_asked(chunks[at + 1 : at + 3], items, verb.forms)
            verb.forms = tuple([form for form in verb.forms if form.frame.bidding == asks])


def _is_asked(after: Sequence[Chunk], items: Sequence[Item], forms: Sequence[Form]) -> bool:
    asked = after[0] if len(after) == 2 else None
    if not (isinstance(asked, Phrase) and (asked.refs or asked.pronoun) and asked.last < len(items)):
        return False
    if not asked.prep and not (asked.items[-1].code or asked.pronoun):
        return False  # `bilang Israel punya hak untuk ...`
    if asked.prep and not any([form.frame.bidding and asked.prep in form.frame.prep for form in forms]):
        return False
    return "purpose" in items[asked.last].functions and (isinstance(after[1], Verb) or is_word(after[1], "sub"))


def _is_listed(chunk: Chunk) -> bool:
    return is_word(chunk, "conj") or (isinstance(chunk, Phrase) and not chunk.prep)


def _is_subjunctive(asked: Phrase, group: Group) -> bool:
    """`that Israel withdraw`: a bare form after one state or person."""
    bare = bool(group.forms) and all(form.voice == "base" for form in group.forms)
    return bare and group.opens == "finite" and not group.aux and len(asked.refs) == 1 and asked.kind == "state"
