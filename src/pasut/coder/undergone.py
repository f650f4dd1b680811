"""Who does what an event noun names where its word order leaves it open, the one behind it or a go-between; and what
an event noun takes for granted."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.clauses import Links
from pasut.coder.phrases import Phrase
from pasut.packs.frame import Frame
from pasut.packs.words import Syntax

_LEADS: Final = frozenset(("noun_fact", "noun_plan"))
_SAID: Final = frozenset(("REQUEST", "ACCUSE", "THREATEN"))
"""Types of acts that stand once they are said."""

_DONE: Final = frozenset(("AID", "ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
"""Types of acts that are done, not said."""

_FORCED: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "ACCUSE"))
"""Types of acts that somebody undergoes."""


def does_it(phrase: Phrase, frame: Frame, preps: Sequence[Phrase], syntax: Syntax) -> bool:
    """`pengeboman X terhadap Y`, `pengeboman X di Y`: where another is told to undergo it, X does it."""
    what = frame.type or (frame.senses[0].type if frame.senses else None)
    if frame.object != "target" or what not in _FORCED or syntax.object_of or not preps:
        return False
    own, after = {ref.code for ref in phrase.actors}, preps[0]
    if not after.actors or own & {ref.code for ref in after.actors}:
        return False
    if frame.prep.get(after.prep) == "target" and syntax.noun_prepositions.get(after.prep) == "target":
        return True
    named = phrase.items[-1] if len(phrase.items) == 2 else None
    return what == "ASSAULT" and after.prep in syntax.inside and named is not None and named.via in ("name", "short")


def is_for_subject(act: Act) -> bool:
    """`berkat bantuan X`, `dengan mediasi X`: what X does for who the clause is about."""
    return act.type in ("AID", "SUPPORT") or act.mode == "mediate"


def is_led(links: Links, index: int) -> bool:
    """`Langkah X mengakui Y menuai pujian`: the verb behind the object is that of the noun that announces the act."""
    subject = links.subject(index)
    return subject is not None and any(not item.functions.isdisjoint(_LEADS) for item in subject.items[:1])


def mediates(phrase: Phrase) -> bool:
    """`berunding dengan mediasi X`: X stands between the sides, and is none of them."""
    return bool(phrase.events) and phrase.events[0][1].frame.mode == "mediate"


def presupposed(phrase: Phrase) -> bool:
    """`menolak tuntutan X`: X did demand, whatever became of it."""
    return bool(phrase.events) and bool(phrase.actors) and phrase.events[0][1].frame.type in _SAID


def is_deed(kind: str, phrase: Phrase, hit: Sequence[Phrase]) -> bool:
    """Whether an event noun of this type is somebody's and done to another: `its arms shipments to Russia`."""
    return kind in _DONE and bool(phrase.owners or phrase.nya) and any(p.actors for p in hit if p is not phrase)
