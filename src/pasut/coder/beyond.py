"""Whom a phrase that names nobody leads to: past a border, a purpose or a thing of somebody's."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act, Roles
from pasut.coder.clauses import Links
from pasut.coder.following import After
from pasut.coder.phrases import Chunk, Phrase, Verb, Word
from pasut.coder.purposes import only_type
from pasut.coder.refs import Ref
from pasut.packs.frame import Frame
from pasut.packs.words import Syntax

_FATED: Final = frozenset(("people", "noun", "other", "thing"))
_STANCE: Final = frozenset(("ACCUSE", "REJECT", "SUPPORT"))
_ABOUT: Final = frozenset(("target", "beneficiary"))
_HELD: Final = frozenset(("occupy", "blockade"))
"""Modes of acts of force that only another state undergoes."""
_VIEWS: Final = frozenset(("policy", "stance", "statement"))
"""What one has or says about another: `criticised X for its policy on Y`."""
_PLAIN: Final = frozenset(("noun", "other", "thing", ""))


def is_border(phrase: Phrase) -> bool:
    """`to the border`, not told whose."""
    return "border" in phrase.classes and not phrase.actors


def is_beside(phrase: Phrase, syntax: Syntax) -> bool:
    """`strikes near the Polish border`: whosever it is, he is not who was struck."""
    return "border" in phrase.classes and phrase.prep not in syntax.inside


def helps_in(act: Act, phrase: Phrase, sub: Chunk | None, syntax: Syntax) -> bool:
    """`sent aid to help the victims of floods in X`"""
    purpose = isinstance(sub, Word) and "purpose" in sub.functions
    return purpose and act.type == "AID" and phrase.prep == syntax.places[0] and phrase.kind == "state"


def stands_for(at: int, phrase: Phrase, links: Links, frame: Frame, roles: Roles) -> None:
    """`protested over the presence of Chinese ships`: what is said of a thing of somebody's is said of him."""
    before = links.chunks[at - 1]
    if frame.type not in _STANCE or phrase.prep != links.syntax.object_of or not isinstance(before, Phrase):
        return
    role = frame.prep.get(before.prep)
    if role in _ABOUT and not (before.actors or before.events or before.pronoun) and before.kind in _PLAIN:
        roles.add(role, phrase)


def is_owned_act(at: int, chunks: Sequence[Chunk], syntax: Syntax) -> bool:
    """Whether the phrase at `at` goes with somebody's act before it: `punished X for its supply of arms to Y`."""
    before = chunks[at - 1]
    if (
        at > 1
        and isinstance(before, Phrase)
        and before.prep == syntax.object_of
        and not (before.actors or before.events)
    ):
        before = chunks[at - 2]
    if not (isinstance(before, Phrase) and before.prep and (before.owners or before.nya)):
        return False
    return bool(before.events) or not before.classes.isdisjoint(_VIEWS)


def crosses(after: After) -> bool:
    """`crossed the demarcation line`: a border or airspace that is not told whose."""
    return any(not phrase.actors and phrase.classes & {"border", "airspace"} for _, phrase in after.objects)


def denounced(links: Links, after: After) -> list[Ref]:
    """`marched to denounce X's plan`: whom a crowd gathers to condemn."""
    mark = links.chunks[after.sub] if after.sub is not None else None
    if after.content is None or not isinstance(mark, Word) or "purpose" not in mark.functions:
        return []
    verb = links.chunks[after.content]
    if not (isinstance(verb, Verb) and any(form.frame.type in ("ACCUSE", "REJECT", "PROTEST") for form in verb.forms)):
        return []
    return next((list(phrase.actors) for _, phrase in links.after(after.content).objects if phrase.actors), [])


def killed_in(act: Act, after: After, syntax: Syntax) -> None:
    """`bomb attacks killed two US soldiers in Iraq`: those of whom nobody tells are who fights them there."""
    codes = {ref.code for ref in act.targets}
    for _, phrase in after.preps:
        if phrase.prep == syntax.places[0]:
            act.sources = [ref for ref in phrase.actors if ref.code not in codes][:1]
            return


def rises_after(act: Act, after: After, links: Links) -> bool:
    """`scrambled jets after X's drones crossed Y's border`: whether no clause tells what it is for, but one tells after
    whose act it was."""
    if after.sub is None or after.content is None:
        return True
    mark, doer = links.chunks[after.sub], links.subject(after.content)
    codes = {ref.code for ref in act.sources}
    others = doer is not None and any(ref.code not in codes for ref in doer.actors)
    return isinstance(mark, Word) and "after" in mark.functions and others


def goes_with_owned(phrase: Phrase, objects: Sequence[Phrase], frame: Frame, syntax: Syntax) -> bool:
    """`condemned X's shelling of Y`, `X's treaty with Y`: Y goes with what is X's, and is not condemned."""
    if not syntax.object_of or (frame.type or only_type(frame)) not in _STANCE:
        return False
    goes = phrase.prep == syntax.object_of or phrase.prep in syntax.serving
    if not goes and syntax.noun_prepositions.get(phrase.prep) not in ("target", "partner"):
        return False
    if not objects or objects[0].refs or not phrase.actors:
        return False
    told = objects[0].events[0][1].frame if objects[0].events else None
    hurt = told is not None and (told.type == "ASSAULT" or told.mode in _HELD) and phrase.prep == syntax.object_of
    return hurt or bool(objects[0].owners)  # `condemned the invasion of Y`


def struck(after: After) -> set[str]:
    """`condemned the invasion of Y`: who was hit by the act of force that a verb is about, and that is nobody's."""
    told = after.objects[0][1] if after.objects else None
    if told is None or told.actors or not told.events or told.events[0][1].frame.type != "ASSAULT":
        return set()
    return {ref.code for _, phrase in after.preps[:1] for ref in phrase.actors}


def befalls(act: Act, phrase: Phrase) -> bool:
    """`memperingatkan bahwa ekonomi X akan runtuh`: what befalls somebody's people or things is no threat to him."""
    return act.type == "THREATEN" and phrase.kind in _FATED
