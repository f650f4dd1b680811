"""Whom a pronoun means in what one tells another: `told X it would expel its envoys`."""

from pasut.coder.clauses import Links
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.coder.refs import Ref


def told_by(phrase: Phrase, links: Links) -> list[Ref]:
    """Who the pronoun is that begins what somebody is told: who tells it, or whom where it tells what he must do or
    what he is to get; empty where nobody is told anything."""
    chunks = links.chunks
    at = chunks.index(phrase)
    before = chunks[at - 1] if at else None
    left = at - 2 if isinstance(before, Word) and "complementizer" in before.functions else at - 1
    whom, verb = (chunks[left], chunks[left - 1]) if left > 0 else (None, None)
    if not (isinstance(whom, Phrase) and whom.refs and not whom.prep) or not isinstance(verb, Verb):
        return []
    if verb.voice != "active" or links.kind(left - 1) != "speech":
        return []
    does = chunks[at + 1] if at + 1 < len(chunks) else None
    if not (isinstance(does, Verb) and does.forms and does.voice == "active"):
        return []
    may = "possible" in does.aux and "backshifted" not in does.aux
    if may or "obligation" in does.aux or does.forms[0].frame.subject != "source":
        return whom.refs
    teller = links.subject(left - 1)
    return teller.refs if teller is not None and not teller.pronoun else []
