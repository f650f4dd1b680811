"""Event nouns that what stands around them holds open: `fears of an attack`, `announced a visit`, `will discuss it in
talks with X`."""

from typing import Final

from pasut.coder.clauses import Links
from pasut.coder.phrases import Phrase, Verb, is_word, left_of
from pasut.coder.stance import NOUN_STATUS, stance_of

_OPEN: Final = frozenset(("planned", "possible"))


def held_open(index: int, phrase: Phrase, links: Links) -> str:
    """What the words around the event noun at `index` make of it; `happened` where they leave it told."""
    feared = _prospect(index, phrase, links)
    if feared or phrase.events[0][1].frame.type != "CONSULT":
        return feared or "happened"
    if _is_announced(index, phrase, links) or _is_to_treat(index, links):
        return "planned"
    return _with_plan(index, phrase, links)


def _prospect(index: int, phrase: Phrase, links: Links) -> str:
    """`fears of a Russian attack`, `the risk of an invasion`: the noun before `of`."""
    before = links.chunks[index - 1] if index else None
    if phrase.prep not in links.syntax.of or not isinstance(before, Phrase) or before.actors:
        return ""
    head = before.items[-1]
    return next((status for name, status in NOUN_STATUS.items() if name in head.functions and status in _OPEN), "")


def _is_announced(index: int, phrase: Phrase, links: Links) -> bool:
    """`mengumumkan kunjungan Putin ke X`: what one makes known lies ahead."""
    verb = links.chunks[left_of(links.chunks, index, "time", "aux")] if index and not phrase.prep else None
    return isinstance(verb, Verb) and any(form.root in links.syntax.announcing for form in verb.forms)


def _is_to_treat(index: int, links: Links) -> bool:
    """`pertemuan itu akan membahas ...`: what is to be talked of at a meeting is so before it."""
    at = main_verb_of(index, links)
    verb = links.chunks[at] if at >= 0 else None
    if not isinstance(verb, Verb) or "future" not in verb.aux or "negator" in verb.aux:
        return False
    return any(form.frame.type == "CONSULT" for form in verb.forms)


def _with_plan(index: int, phrase: Phrase, links: Links) -> str:
    """`akan membahasnya dalam pertemuan dengan X`: the meeting is as planned as what is to be done at it."""
    if phrase.prep not in links.syntax.meanwhile:
        return "happened"
    for at in range(index - 1, -1, -1):
        chunk = links.chunks[at]
        if is_word(chunk, "sub", "contrast", ";", "conj", '"'):
            return "happened"
        if isinstance(chunk, Verb):
            return _as_planned(at, links)
    after = next((at for at, _ in links.verbs if at > index), None)
    between = links.chunks[index + 1 : after] if after is not None else []
    if after is None or any(is_word(chunk, "sub", '"') for chunk in between):
        return "happened"
    return _as_planned(after, links)


def _as_planned(verb: int, links: Links) -> str:
    return "planned" if stance_of(verb, links).status == "planned" else "happened"


def main_verb_of(index: int, links: Links) -> int:
    """The verb whose subject the event noun at `index` is, past what two commas set apart; -1 where none follows."""
    at = index + 1
    while at < len(links.chunks):
        chunk = links.chunks[at]
        if isinstance(chunk, Verb):
            return at if links.subject(at) is links.chunks[index] else -1
        if is_word(chunk, ","):
            closed = [place for place in range(at + 1, len(links.chunks) - 1) if is_word(links.chunks[place], ",")]
            at = next((place for place in closed if isinstance(links.chunks[place + 1], Verb)), len(links.chunks))
        elif not isinstance(chunk, Phrase) and chunk.kind not in ("time", "aux"):
            return -1
        at += 1
    return -1
