"""A part in what is done: `membantah keterlibatan X dalam serangan terhadap Y`, `peran X dalam penculikan warga Y`."""

from typing import Final

from pasut.coder.act import Act
from pasut.coder.acts import Finder
from pasut.coder.phrases import Phrase
from pasut.coder.stance import SKIP, stance_of

_HARM: Final = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))


def taken_part(finder: Finder) -> list[Act]:
    """The acts in which somebody is said to have a part, or not to have one, by words for a part."""
    out: list[Act] = []
    told = {act.chunk for act in finder.told}
    parts = finder.syntax.parts
    for at, part in finder.links.phrases:
        done = finder.chunks[at + 1] if at + 1 < len(finder.chunks) else None
        if part.prep or (part.items[0].low not in parts and part.items[-1].low not in parts) or at + 1 in told:
            continue
        if isinstance(done, Phrase) and done.prep in finder.syntax.inside and done.events:
            act = _act(finder, at, part, done)
            if act is not None and finder.sides.complete(act):
                out.append(act)
    return out


def _act(finder: Finder, at: int, part: Phrase, done: Phrase) -> Act | None:
    item, noun = done.events[0]
    roles = finder.nouns.roles_of(at + 1, done, noun)
    act = Act(*finder.nouns.type_of(noun, done, roles), noun.rule, at + 1, item.start, item.end)
    owner = finder.nouns.owner_verb(at)
    status = _status(finder, owner)
    subject = finder.links.subject(owner) if owner is not None else None
    if act.type not in _HARM or noun.frame.mutual or status == SKIP or subject is None:
        return None
    act.from_noun, act.status = True, status
    act.sources = list(part.actors) or finder.resolver.resolve(subject, "source", [], at)
    codes = {ref.code for ref in act.sources}
    hit = [ref for phrase in roles.get("target", "beneficiary") for ref in phrase.actors]
    act.targets = [ref for ref in hit if ref.code not in codes]
    if not act.targets or codes & {ref.code for phrase in roles.get("source") for ref in phrase.actors}:
        return None
    if status in ("denied", "alleged"):
        act.forced_speakers = tuple(ref.code for ref in finder.resolver.resolve(subject, "source", [], at))
    return act


def _status(finder: Finder, owner: int | None) -> str:
    """What the verb that tells of the part makes of it: only who denies or alleges it tells of the act."""
    if owner is None:
        return SKIP
    kind = finder.links.kind(owner)
    if kind == "deny":
        return "denied" if finder.links.denies(owner) else SKIP
    return "alleged" if kind == "accuse" and stance_of(owner, finder.links).status == "happened" else SKIP
