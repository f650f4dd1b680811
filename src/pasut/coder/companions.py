"""Who acts along with a subject, and who an event noun says is to act: sides that stand apart from their verb."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act, Roles
from pasut.coder.clauses import Links
from pasut.coder.following import After
from pasut.coder.nouns import Nouns
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.coder.refs import Ref
from pasut.packs.frame import Frame
from pasut.packs.words import Syntax

_DONE: Final = frozenset(("MOBILIZE", "RETREAT", "AID", "ASSAULT", "COERCE", "COOPERATE"))
"""Types of acts that one may ask of who does them."""
_ACTORS: Final = frozenset(("state", "person", "organ", "force"))
"""Kinds of phrase that may stand as agent right behind a passive verb."""
GIVEN: Final = frozenset(("aid", "aid_humanitarian", "aid_military"))
"""Classes of what comes to somebody as help."""


def add_members(roles: Roles, subject: Phrase, links: Links) -> None:
    """`Tiga negara termasuk Kenya mencapai`: the members told stand for the whole."""
    at = links.chunks.index(subject) + 1
    after = next((chunk for chunk in links.chunks[at : at + 2] if not is_word(chunk, ",")), None)
    if isinstance(after, Phrase) and after.prep in links.syntax.including and after.refs:
        roles.add("cosource", after)


def add_givers(roles: Roles, subject: Phrase, links: Links) -> None:
    """`Bantuan dari Turki tiba di Gaza`: whose the aid is that arrives."""
    at = links.chunks.index(subject) + 1
    after = links.chunks[at] if at < len(links.chunks) else None
    given = not subject.classes.isdisjoint(GIVEN)
    if given and isinstance(after, Phrase) and after.prep in links.syntax.of and after.refs:
        roles.add("source", after)


def add_companions(roles: Roles, subject: Phrase, index: int, links: Links) -> None:
    """`Prancis bersama Jerman mengirim`, `Bersama Jepang, India menggelar`: who acts along with the subject."""
    chunks = links.chunks
    for at, chunk in links.phrases:
        if at >= index:
            break
        beside = chunks[at - 1] if at else None  # `Speaking by phone with Rubio, Lavrov condemned`
        met = isinstance(beside, Verb) or (isinstance(beside, Phrase) and bool(beside.events))
        if chunk.prep and chunk.refs and chunk.prep in links.syntax.together and not met:
            follows = chunks[at + 1]
            fronted = isinstance(follows, Word) and follows.kind == "," and chunks[at + 2] is subject
            apart = is_word(follows, ",") and chunks[at + 2] is chunks[index]  # `Kenya, together with Peru, condemned`
            if follows is chunks[index] or fronted or (apart and chunk.prep in links.syntax.together[1:]):
                roles.add("cosource", chunk)


def add_asked(roles: Roles, frame: Frame, after: After, nouns: Nouns) -> None:
    """`called for the withdrawal of French troops`: who does what is asked for is asked."""
    if not (frame.kind == "demand" and frame.object_state_only and nouns.syntax.object_of) or not after.objects:
        return
    at, asked = after.objects[0]
    if not asked.events or asked.actors:
        return
    inner = nouns.roles_of(at, asked, asked.events[0][1])
    kind = nouns.type_of(asked.events[0][1], asked, inner)[0]
    known = kind in _DONE or asked.events[0][1].frame.name == "deploy"
    given = kind == "AID"  # `help from Spain`; but `a withdrawal from Georgia`
    told = [p for p in inner.get("source") if p.actors and p.kind != "person"]
    told = [p for p in told if given or p.prep not in nouns.syntax.places]
    doers = [p for p in told if known or p.prep == nouns.syntax.by]
    troops = [p for p in inner.get("theme") if known and p.actors and p.kind in ("force", "state")]
    for phrase in doers or troops:
        roles.add("target", phrase)


def attackers(chunks: Sequence[Chunk]) -> frozenset[str]:
    """`berjanji memperbaiki pesawat yang rusak terkena serangan X`: X is promised nothing."""
    hits = (c for c in chunks if isinstance(c, Phrase) and c.events and c.events[0][1].frame.type == "ASSAULT")
    return frozenset(ref.code for phrase in hits for ref in phrase.actors)


def asks_own(act: Act, after: After, syntax: Syntax) -> bool:
    """`called for the withdrawal of X's forces`: whether X is who calls for it."""
    own = {ref.code for ref in act.sources}
    of = [phrase for _, phrase in after.preps if phrase.prep == syntax.object_of]
    return any(phrase.actors and own.issuperset(ref.code for ref in phrase.actors) for phrase in of)


def doer_of(links: Links, at: int) -> Phrase | None:
    """Who does what the verb at `at` tells: its subject, or `menuntut agar warganya dibebaskan X` its agent."""
    return agent_of(links, at) or links.subject(at)


def agent_of(links: Links, at: int | None) -> Phrase | None:
    """The agent of a passive verb, after its preposition or bare right behind it."""
    verb = links.chunks[at] if at is not None else None
    if at is None or not (isinstance(verb, Verb) and verb.voice == "passive" and links.syntax.bare_agent):
        return None
    after = links.after(at)
    by = [phrase for _, phrase in after.preps if phrase.prep == links.syntax.by]
    bare = [phrase for place, phrase in after.objects if place == at + 1 and phrase.kind in _ACTORS]
    return next((phrase for phrase in (*by, *bare) if phrase.refs), None)


def asked_agents(links: Links, at: int | None, act: Act) -> list[Ref]:
    """Who is asked by one who wants something to be done to somebody: the agent, where he is told."""
    agent, codes = agent_of(links, at), {ref.code for ref in act.sources}
    return [ref for ref in agent.refs if ref.code not in codes] if agent is not None else []


def far_agent(links: Links, index: int, after: After) -> Phrase | None:
    """`X diminta mundur oleh Y`: the agent of a passive that stands behind the active verb it asks for."""
    content = links.chunks[after.content] if after.content is not None and after.sub is None else None
    if not isinstance(content, Verb) or content.voice != "active" or not links.syntax.bare_agent or after.objects:
        return None
    if links.kind(index) not in ("demand", "accuse", "control"):
        return None
    found = (p for _, p in links.after(after.content or 0).preps if p.prep == links.syntax.by)
    return next((phrase for phrase in found if phrase.refs), None)


def add_past(roles: Roles, frame: Frame, after: After, links: Links) -> None:
    """`mengirim rudal yang dijanjikan ke Y`: where a thing goes is told past what is said of it."""
    mark = links.chunks[after.sub] if after.sub is not None else None
    verb = links.chunks[after.content] if after.content is not None else None
    if frame.object != "theme" or after.preps or not after.objects or not links.syntax.bare_agent:
        return
    said = isinstance(mark, Word) and "relative" in mark.functions and after.content == (after.sub or 0) + 1
    if not said or not isinstance(verb, Verb) or verb.voice != "passive":
        return
    inner = links.after(after.content or 0)
    for _, phrase in inner.preps:
        if frame.prep.get(phrase.prep) == "target" and phrase.prep in links.syntax.reaching and phrase.actors:
            roles.add("target", phrase)
