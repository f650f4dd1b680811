"""The roles of an event noun and of the light verb that carries it: `melakukan kunjungan ke X`."""

from typing import Final

from pasut.coder.act import Roles
from pasut.coder.opposed import told_whole
from pasut.coder.phrases import Phrase, Verb
from pasut.packs.entry import Form
from pasut.packs.words import Syntax

_ASIDE: Final = frozenset(("topic", "ignore"))
"""Roles that an event noun gives to a preposition which its light verb takes for the one hit."""


def light_roles(inner: Roles, outer: Roles, noun: Form, phrase: Phrase, between: str, *, reverse: bool) -> Roles:
    """The roles around the event noun and those around its light verb, as one; `reverse` when the subject receives."""
    own = Roles()
    own.found = {role: list(found) for role, found in inner.found.items()}
    told = [p for p in inner.get("partner") if p.prep == between]
    both = reverse and told_whole(phrase)
    for role in ("source", "target", "beneficiary", "partner", "cosource", "topic"):
        if (told and role in ("source", "cosource")) or (both and role in ("source", "target")):
            continue  # `X menghadapi dampak perang A dan B`: X is none of the two
        if role == "source" and not reverse and (own.get("source") or (own.get("partner") and phrase.actors)):
            continue
        for found in outer.found.get(role, []):
            aside = role == "target" and noun.frame.prep.get(found.prep) in _ASIDE  # `held discussions on X`
            if found is not phrase and found not in own.get(role) and not aside:
                own.add(role, found)
    if reverse and not own.get("source") and (phrase.owners or phrase.refs):
        own.add("source", phrase)
    return own


def join_talks(form: Form, noun: Form, own: Roles, roles: Roles, syntax: Syntax) -> None:
    """`attended the meeting between A and B`, `hosted talks between A and B`: who does meets both."""
    if noun.root.rpartition(" ")[2] in syntax.together and not own.get("source"):
        own.found["source"] = roles.get("source")  # `menggelar latihan perang bersama` + X: with X
    parted = any(phrase.prep == syntax.between for phrase in own.get("partner"))
    if parted and noun.frame.type == "CONSULT" and any(each.type == "CONSULT" for each in form.frame.senses):
        for each in roles.get("source"):
            own.add("partner", each)


def calls_off(what: tuple[str, str], verb: Verb, meeting: Phrase) -> bool:
    """`kunjungan X dibatalkan`, `talks between X and Y were cancelled`: whether what the verb tells is `what` becomes
    of a meeting that is to be."""
    cancelled = verb.forms[0].frame.name == "cancel" and meeting.events[0][1].frame.type == "CONSULT"
    return what == ("REJECT", "phase") or (what == ("SANCTION", "phase") and cancelled)


def join_doers(own: Roles, roles: Roles, status: str) -> None:
    """`ikut menyerang bersama X`: who joins does it too; `tidak terlibat dalam serangan X` denies not what X did."""
    joined = [each for each in roles.get("source") if each not in own.get("source")]
    own.found["source"] = own.get("source") + joined if status == "happened" or not joined else joined
