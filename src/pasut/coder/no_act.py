"""Whether the words around a verb make it tell no act, though the verb alone would."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.clauses import Links
from pasut.coder.following import After
from pasut.coder.phrases import Chunk, Phrase, Verb, Word
from pasut.packs.entry import Form
from pasut.packs.words import Syntax

_DEEDS: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID", "COOPERATE"))
"""Types of acts that are not done by saying so."""
_LIFTED: Final = frozenset(("sanction", "ban", "embargo"))


def is_no_act(index: int, verb: Verb, form: Form, act_type: str, after: After, links: Links) -> bool:
    """Whether the words around the verb make it tell no act of its type."""
    there = form.voice == "adjective" and form.frame.name == "be_at"
    if there and act_type == "CONSULT" and not _is_person(index, links):
        return True  # `the sailors were in Iraqi waters` is no visit
    if form.frame.kind == "accuse" and verb.voice == "passive" and not _has_agent(after, links.syntax):
        return True  # `is accused of` by nobody told: only what is alleged counts
    if act_type == "THREATEN" and verb.voice == "active" and _endangers(index, after, links):
        return True
    if act_type == "REQUEST" and after.objects and "question" in after.objects[0][1].items[0].functions:
        return True  # `asked what X had to do with it`
    return form.frame.ahead and not _is_ahead(after, links)


def asks_people(after: After, links: Links) -> bool:
    """`menyerukan kepada publik untuk ...`, `berpesan agar para peserta ...`: whether people of no state are asked."""
    asked = [phrase for _, phrase in after.preps if phrase.prep in links.syntax.addressing]
    content = links.chunks[after.content] if after.content is not None and not after.objects else None
    mark = links.chunks[after.sub] if after.sub is not None else None
    if isinstance(content, Verb) and content.voice != "passive" and isinstance(mark, Word):
        doer = links.subject(content.index)
        asked += [doer] if doer is not None and doer.start > mark.item.start else []
    return any(p.kind in ("people", "person") and not (p.actors or p.pronoun or p.events) for p in asked)


def is_said_of(links: Links, index: int, after: After, noun: Phrase) -> bool:
    """`menyatakan penahanan oleh X melanggar hukum`: the noun begins what is said, and is not the object of saying."""
    if links.kind(index) != "speech" or after.content is None or after.sub is not None:
        return False
    return noun.events[0][1].frame.type in _DEEDS and links.subject(after.content) is noun


def goes_on(chunks: Sequence[Chunk], index: int, verb: Verb) -> bool:
    """`will continue supporting X`: a verb that may also say something, and here only carries the next one on."""
    content = chunks[index + 1] if index + 1 < len(chunks) else None
    carries = any(form.frame.kind in ("control", "phase") and form.frame.type is None for form in verb.forms)
    if not carries or not isinstance(content, Verb) or content.finite:
        return False
    return bool(content.forms) and all(form.voice in ("ing", "base") for form in content.forms)


def is_told_to(chunks: Sequence[Chunk], after: After) -> bool:
    """`warned X not to leave`: what X is to do follows him, in the bare form with its mark."""
    content = chunks[after.content] if after.content is not None else None
    if not isinstance(content, Verb) or content.finite or not after.follows_object():
        return False
    voices = {form.voice for form in content.forms}
    return voices == {"base"} or (voices == {"ing"} and "negator" in content.aux)


def own_people(act_type: str, phrase: Phrase) -> bool:
    """`warganya`, `rakyatnya`, `militernya`: whom a state asks, seizes or helps at home; soldiers are sent abroad."""
    own = phrase.nya and phrase.kind in ("people", "force") and not phrase.actors
    return own and (act_type in ("REQUEST", "COERCE") or (act_type == "AID" and phrase.kind == "people"))


def by_nobody(index: int, verb: Verb, after: After, syntax: Syntax) -> bool:
    """Whether a passive verb names no agent, by the preposition of agents or right behind it."""
    agent = bool(after.objects) and after.objects[0][0] == index + 1
    return verb.voice == "passive" and not agent and not any(phrase.prep == syntax.by for _, phrase in after.preps)


def fate_of_object(act: Act, after: After) -> str:
    """What an act makes of the act its object tells of: ended or within it, so not told apart; vetoed, so not done."""
    if act.mode == "veto" and not act.passive:
        return "not_happened"
    lifted = act.type == "RETREAT" and any(not p.classes.isdisjoint(_LIFTED) for _, p in after.objects)
    ended = (act.type == "SANCTION" and act.mode == "halt") or lifted  # `memutus kerja sama`
    return "taken" if ended or act.mode in ("treaty", "mediate") else ""


def _has_agent(after: After, syntax: Syntax) -> bool:
    return syntax.bare_agent or any(phrase.prep == syntax.by for _, phrase in after.preps)


def _is_ahead(after: After, links: Links) -> bool:
    """Whether the clause that follows tells of what will or may be."""
    content = links.chunks[after.content] if after.content is not None else None
    return isinstance(content, Verb) and bool((content.aux | content.item.functions) & {"future", "possible"})


def _endangers(index: int, after: After, links: Links) -> bool:
    """`Program nuklir itu mengancam X`, `mengancam perdamaian`: a danger, which nobody says."""
    subject = links.subject(index)
    if subject is not None and subject.kind in ("thing", "event", "noun") and not (subject.refs or subject.pronoun):
        return True
    if not after.objects or after.content is not None or any(phrase.actors for _, phrase in after.preps):
        return False
    good = after.objects[0][1]
    named = good.actors or good.pronoun or good.nya or good.events or good.lead
    return good.kind in ("noun", "other") and not named


def _is_person(index: int, links: Links) -> bool:
    subject = links.subject(index)
    return subject is not None and (subject.kind == "person" or subject.pronoun == "third_singular")
