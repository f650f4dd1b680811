"""Who dealt a blow that its own clause tells of as suffered only: `was killed when X opened fire`."""

from collections.abc import Collection

from pasut.coder.clauses import Links
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.coder.refs import Ref

_NEAR = 5
"""Chunks between the verb and the clause that says when."""
_FIRE = frozenset(("fire", "missile", "bomb", "rocket"))


def dealt_when(index: int, links: Links, besides: Collection[str]) -> list[Ref]:
    """Who attacks in the clause of time that follows the verb at `index`."""
    for at in range(index + 1, min(index + _NEAR, len(links.chunks))):
        word = links.chunks[at]
        if isinstance(word, Word) and "while" in word.functions and word.item.low in links.syntax.when:
            verb = next(
                (right for right in range(at + 1, len(links.chunks)) if isinstance(links.chunks[right], Verb)), None
            )
            found = _attacker(verb, links) if verb is not None else []
            return [ref for ref in found if ref.code not in besides]
        if not isinstance(word, Phrase) and not (isinstance(word, Word) and word.kind == "time"):
            break
    return []


def _attacker(index: int, links: Links) -> list[Ref]:
    verb, subject = links.chunks[index], links.subject(index)
    if not isinstance(verb, Verb) or subject is None or verb.voice != "active":
        return []
    objects = [phrase for _, phrase in links.after(index).objects]
    fires = any(phrase.classes & _FIRE or _is_blow(phrase) for phrase in objects)
    hits = any(form.frame.type == "ASSAULT" for form in verb.forms)
    return list(subject.refs) if fires or hits else []


def _is_blow(phrase: Phrase) -> bool:
    return bool(phrase.events) and phrase.events[0][1].frame.type == "ASSAULT"
