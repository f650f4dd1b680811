"""The parties of a conversation told of only by who speaks to whom: `In a phone call, X urged Y to ...`."""

from pasut.coder.clauses import Links
from pasut.coder.phrases import Phrase, Verb

_SAID = frozenset(("ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "AGREE"))
_PERSONS = frozenset(("person", "state", "organ"))


def addressed(links: Links, index: int, speaker: Phrase) -> Phrase | None:
    """To whom `speaker` speaks in the conversation that the phrase at `index` names, if its preposition is of one."""
    conversation = links.chunks[index]
    if not (isinstance(conversation, Phrase) and conversation.prep in links.syntax.conversing):
        return None
    for at, verb in links.verbs:
        heard = links.chunks[at + 1] if at + 1 < len(links.chunks) else None
        if links.subject(at) is not speaker or not isinstance(heard, Phrase) or verb.voice != "active":
            continue
        told = links.kind(at) in ("speech", "demand") or any(form.frame.type in _SAID for form in verb.forms)
        return heard if told and heard.kind in _PERSONS and heard.refs and not heard.prep else None
    return None


def is_topic(links: Links, at: int, phrase: Phrase) -> bool:
    """`held talks on the war in Iraq with X`: whether the phrase at `at` is what talks are about; `with` is theirs."""
    if not links.syntax.object_of or not phrase.prep or phrase.prep not in links.syntax.about or phrase.actors:
        return False
    if not phrase.events or phrase.events[0][1].frame.type != "ASSAULT":
        return False
    verb = next((links.chunks[left] for left in range(at - 1, -1, -1) if isinstance(links.chunks[left], Verb)), None)
    return isinstance(verb, Verb) and any(form.frame.type == "CONSULT" for form in verb.forms)
