"""What somebody calls an act that has just been told: `X shelled Y, a move Z called a provocation`, `X shelled Y in
what Z described as aggression`."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.acts import Finder
from pasut.coder.phrases import Phrase, Verb, is_relative, is_word
from pasut.coder.stance import SKIP, stance_of

_BAD: Final = frozenset(("negative", "condemning"))
_DEEDS: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID", "REJECT", "THREATEN", "SUPPORT"))


def called(finder: Finder, acts: Sequence[Act], language: str) -> list[Act]:
    """The accusations that lie in what others call an act of the same sentence."""
    out: list[Act] = []
    for at, verb in finder.links.verbs:
        who = finder.chunks[at - 1] if at > 1 else None
        if not isinstance(who, Phrase) or not who.actors or not _names(verb, finder):
            continue
        if not _points_back(finder, at, who) or stance_of(at, finder.links).status == SKIP:
            continue
        word = next((chunk for chunk in finder.chunks[at + 1 : at + 3] if not is_word(chunk, '"')), None)
        bad = isinstance(word, Phrase) and not word.actors and any(item.functions & _BAD for item in word.items)
        before = [
            act for act in acts if act.chunk < at and act.type in _DEEDS and act.status in ("happened", "planned")
        ]
        if not bad or not before or any(act.chunk == at for act in acts):
            continue
        act = Act("ACCUSE", "", f"{language}.called.{verb.forms[0].root}", at, verb.start, verb.end)
        act.sources = list(who.actors)
        codes = {ref.code for ref in act.sources}
        act.targets = [ref for ref in before[-1].sources if ref.code not in codes]
        if act.targets and not before[-1].mutual:
            out.append(act)
    return out


def _names(verb: Verb, finder: Finder) -> bool:
    """Whether a verb says by what word somebody calls something."""
    return verb.voice == "active" and not verb.aux and any(form.root in finder.syntax.naming for form in verb.forms)


def _points_back(finder: Finder, at: int, who: Phrase) -> bool:
    """Whether what is called so stands before: `which Z called`, `a move (that) Z called`, `what Z called`."""
    if who.prep:
        return "question" in who.items[0].functions
    if at < 3:
        return False
    mark, before = finder.chunks[at - 2], finder.chunks[at - 3]
    if is_relative(mark) and is_word(before, ","):
        return True
    told = before if is_word(mark, "sub") else mark
    return isinstance(told, Phrase) and not told.prep and told.items[-1].low in finder.syntax.summing
