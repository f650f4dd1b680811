"""Whom a pronoun means in what one tells another or says of him: `told X it would expel its envoys`."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.clauses import Links
from pasut.coder.phrases import Chunk, Phrase, Verb, Word
from pasut.coder.refs import Ref

_HARM: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
_WORDS: Final = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
"""Types of acts in words against another."""


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
    warns = any(form.root in links.syntax.warning for form in verb.forms)
    if verb.voice != "active" or not (warns or links.kind(left - 1) == "speech"):
        return []
    does = chunks[at + 1] if at + 1 < len(chunks) else None
    if not (isinstance(does, Verb) and does.forms and does.voice == "active"):
        return []
    may = "possible" in does.aux and "backshifted" not in does.aux
    harms = any(form.frame.type in _HARM for form in does.forms)
    if (warns and not harms) or may or "obligation" in does.aux or does.forms[0].frame.subject != "source":
        return whom.refs
    teller = links.subject(left - 1)
    return teller.refs if teller is not None and not teller.pronoun else []


def says_of(chunk: Phrase, phrase: Phrase, chunks: Sequence[Chunk]) -> bool:
    """`Western criticism of its crackdown`: who criticises is not whose the crackdown is."""
    at = chunks.index(phrase)
    if not phrase.prep or not at or chunks[at - 1] is not chunk:
        return False
    return bool(chunk.owners and chunk.events) and chunk.events[0][1].frame.type in _WORDS


def past_sayer(doers: list[Phrase], sayer: Phrase | None, links: Links) -> list[Phrase]:
    """`X mengumumkan bahwa Y menyepakati ...`: those who act, without who only says so where another does it."""
    rest = [doer for doer in doers if doer is not sayer]
    acting = any(links.subject(at) is doer for at, _ in links.verbs for doer in rest)
    return rest if acting else doers
