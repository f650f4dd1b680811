"""Captives who go free, told without their names: `Lima orang di antaranya sudah dipulangkan`, `mereka dibebaskan`."""

from typing import Final

from pasut.coder.act import Act
from pasut.coder.acts import Finder
from pasut.coder.phrases import Phrase, Verb
from pasut.coder.refs import carried
from pasut.coder.stance import SKIP, stance_of

_FREEING: Final = frozenset(("release", "repatriate", "give_back"))
"""Frames of verbs by which captives go free."""
_WHO: Final = frozenset(("third_plural", "third_singular"))
_CAPTIVE: Final = frozenset(("prisoner", "hostage", "citizen", "diplomat", "troops", "crew", "worker"))
_COUNTED: Final = frozenset(("quantifier", "number", "demonstrative"))


def freed(finder: Finder) -> list[Act]:
    """Releases of those whose capture the article told just before, by who held them."""
    held = finder.resolver.memory.captives()
    if held is None:
        return []
    out: list[Act] = []
    told = {act.chunk for act in finder.told}
    for index, verb in finder.links.verbs:
        form = next((form for form in verb.forms if form.frame.name in _FREEING), None)
        if form is None or index in told or not _is_of_captives(index, verb, finder):
            continue
        stance = stance_of(index, finder.links)
        act = Act("RETREAT", "release", form.rule, index, verb.start, verb.end)
        act.sources, act.targets = carried(held[0], "recalled"), carried(held[1], "recalled")
        act.status, act.passive = stance.status, verb.voice == "passive"
        if act.status != SKIP and _may_free(index, verb, act, finder):
            out.append(act)
    return out


def _is_of_captives(index: int, verb: Verb, finder: Finder) -> bool:
    """Whether those who go free are people told of before: a pronoun, a number of them, the captives."""
    after = finder.links.after(index)
    phrase = finder.links.subject(index) if verb.voice == "passive" else after.objects[0][1] if after.objects else None
    if phrase is None or phrase.actors or phrase.events or any(p.actors for _, p in after.preps):
        return False
    return phrase.pronoun in _WHO or (_is_counted(phrase) and (bool(phrase.classes & _CAPTIVE) or not phrase.classes))


def _is_counted(phrase: Phrase) -> bool:
    """`lima orang di antaranya`, `kedua tentara itu`"""
    first = phrase.items[0]
    return (
        bool(first.functions & _COUNTED) or first.low[0].isdigit() or (phrase.det and bool(phrase.classes & _CAPTIVE))
    )


def _may_free(index: int, verb: Verb, act: Act, finder: Finder) -> bool:
    """Whether who frees, where somebody is told, is who held them."""
    if verb.voice == "passive":
        return True
    subject = finder.links.subject(index)
    codes = {ref.code for ref in act.sources}
    return subject is not None and bool(codes.intersection(ref.code for ref in subject.refs))
