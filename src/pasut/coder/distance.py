"""How far an article stands from what somebody is said to say: an outsider's word for a contested act is alleged, one's
own harm denied, what experts foresee a scenario."""

from typing import Final

from pasut.coder.act import Act
from pasut.coder.clauses import Links
from pasut.coder.phrases import Verb
from pasut.coder.scopes import Scope

_HOSTILE: Final = frozenset(("ASSAULT", "COERCE", "SANCTION"))
_DISPUTED: Final = _HOSTILE | {"AID"}
_PERSONAL: Final = frozenset(("first_person", "third_singular", "third_plural"))


def keep_distance(act: Act, scope: Scope, links: Links) -> None:
    """An outsider's word for a contested act keeps its distance; so does `mengklaim`."""
    own = {ref.code for ref in act.sources}
    verb = links.chunks[act.chunk]
    if act.status == "not_happened" and act.type in _DISPUTED and own.intersection(scope.speakers):
        if isinstance(verb, Verb) and "negator" in verb.aux and not verb.aux & {"future", "refusal"}:
            act.status = "denied"  # not so `tidak berniat menyerang X`
    _foresee(act, scope, links)
    if act.status != "happened" or not scope.speakers:
        return
    outsider = not own.intersection(code.split(":")[0] for code in scope.speakers)
    experts = any(speaker.startswith("expert") for speaker in scope.speakers)
    third = outsider and not {ref.code for ref in act.targets}.intersection(scope.speakers)
    if outsider and not experts and (scope.doubt or (act.type == "AID" and third) or _is_of_oneself(act, links)):
        act.status = "alleged"
    elif scope.doubt and not outsider and act.type in _HOSTILE:
        act.status = "alleged"


def _is_of_oneself(act: Act, links: Links) -> bool:
    """`mengatakan ia disiksa oleh pasukan X`: what a person says was done to himself."""
    verb = links.chunks[act.chunk]
    if act.type != "ASSAULT" or not isinstance(verb, Verb) or verb.voice != "passive":
        return False
    subject = links.subject(act.chunk)
    return subject is not None and subject.pronoun in _PERSONAL


def _is_told_by_source(links: Links) -> bool:
    """`kata sumber diplomatik`, `diplomatic sources said`."""
    return any("informant" in item.functions for _, phrase in links.phrases if phrase.expert for item in phrase.items)


def _foresee(act: Act, scope: Scope, links: Links) -> None:
    """`said it would send tanks` is what `will` was then; what experts foresee is a scenario, what a source tells of
    plans is not."""
    verb = links.chunks[act.chunk]
    if any(speaker.startswith("expert") for speaker in scope.speakers) and not _is_told_by_source(links):
        act.status = "possible" if act.status == "planned" else act.status
    elif act.status == "possible" and isinstance(verb, Verb) and "backshifted" in verb.aux and scope.speakers:
        act.status = "planned"
