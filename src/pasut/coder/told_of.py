"""Small marks in a clause: who is the first to do something, whom a verb reproaches, makes act, or makes one's own."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.packs.words import Syntax

_SHARED: Final = frozenset(("", "special_envoy", "ambassador", "legislator", "spokesperson", "other"))
"""Offices that several persons of one state hold."""
_OWN: Final = frozenset(("troops", "air_defence"))
"""Classes of forces that are those of who speaks of them."""
_SAYING: Final = ("demand", "accuse", "speech", "deny")
"""Kinds of verbs that only somebody can do."""
_WORDS: Final = frozenset(("ACCUSE", "REQUEST", "REJECT"))
"""Types of acts that only somebody can do; a thing may threaten or support."""

_NEAR: Final = 4
"""Chunks: a noun of fear, `that`, and the subject before the verb."""
_JUDGING: Final = frozenset(("ACCUSE", "COERCE", "SANCTION"))
_SPOKEN: Final = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "THREATEN"))


def says_anew(verb: Chunk, before: Verb, mark: Chunk, syntax: Syntax) -> bool:
    """Whether a verb of saying is joined by `mark` to one of doing: what is not done does not make it unsaid."""
    if not isinstance(verb, Verb) or not _speaks(verb) or _speaks(before):
        return False
    return not (isinstance(mark, Word) and mark.item.low in syntax.either)


def _speaks(verb: Verb) -> bool:
    frame = verb.forms[0].frame if verb.forms else None
    return frame is not None and (frame.kind == "speech" or frame.type in _SPOKEN)


def is_ranked(phrase: Chunk, syntax: Syntax) -> bool:
    """`the first leader to visit X`: who is first did it."""
    if not isinstance(phrase, Phrase) or not phrase.refs:
        return False
    return any(item.low in syntax.ranked for item in phrase.items)


def judges(chunks: Sequence[Chunk]) -> bool:
    """Whether the verb that comes first, or its noun (`memberi sanksi`), reproaches, punishes or praises."""
    verb, told = chunks[0], chunks[1] if len(chunks) > 1 else None
    frame = verb.forms[0].frame if isinstance(verb, Verb) and verb.forms and verb.voice == "active" else None
    if frame is None:
        return False
    if frame.type in _JUDGING or frame.mode == "praise":
        return True
    if not isinstance(told, Phrase) or told.prep or not (told.events or told.classes):
        return False
    noun = told.events[0][1].frame.type if told.events else None
    meant = [sense for sense in frame.senses if noun in sense.event or not told.classes.isdisjoint(sense.object)]
    return noun in _JUDGING or any(sense.type in _JUDGING for sense in meant)


def is_issued(text: Chunk, verb: Chunk | None, syntax: Syntax) -> bool:
    """`mengesahkan resolusi`, `merilis pernyataan`: whether the verb makes the text one's own."""
    said = isinstance(text, Phrase) and not text.prep and any(item.low in syntax.issued for item in text.items)
    return said and isinstance(verb, Verb) and verb.voice != "passive" and verb.item.low in syntax.issuing


def is_causative(verb: Chunk, syntax: Syntax) -> bool:
    """`forced X to leave`: whether the verb makes its object act."""
    return isinstance(verb, Verb) and verb.item.low in syntax.causative


def commands(verb: Chunk, whom: Phrase, by: Phrase | None, syntax: Syntax) -> bool:
    """`ordered the army to attack X`: whether it is one's own forces that are told what to do."""
    ordered = isinstance(verb, Verb) and verb.voice == "active" and verb.item.low in syntax.ordering
    if not ordered or by is None or not by.refs or whom.pronoun:
        return False
    if not whom.actors:
        return whom.kind in ("force", "organ", "person") and whom.items[-1].low not in syntax.groups
    return {ref.code for ref in whom.actors} <= {ref.code for ref in by.refs}


def is_said(verb: Chunk, syntax: Syntax) -> bool:
    """Whether the verb tells what only somebody can do: in words."""
    frame = verb.forms[0].frame if isinstance(verb, Verb) and verb.forms else None
    return frame is not None and (frame.kind in _SAYING or (syntax.last_said and frame.type in _WORDS))


def is_staff(phrase: Phrase) -> bool:
    """`penasihat X`, `Japanese officials`: persons who serve somebody, and do not bear his office."""
    titles = [item for item in phrase.items if item.title]
    return phrase.kind == "person" and bool(titles) and all(item.office in _SHARED for item in titles)


def is_own_force(phrase: Phrase) -> bool:
    """`said forces had detained X`: soldiers of whom nothing is told are those of who speaks."""
    plain = len(phrase.items) == 1 and phrase.kind in ("force", "thing") and not phrase.classes.isdisjoint(_OWN)
    return plain and not phrase.prep and not phrase.pronoun and "rebels" not in phrase.classes


def fears(chunks: Sequence[Chunk], syntax: Syntax) -> bool:
    """`khawatir X akan menyerang`, `amid fears that X will attack`: what is feared may come, or not. The chunks are
    those from the verb that governs it."""
    named = [chunk for chunk in chunks[-_NEAR:] if isinstance(chunk, Phrase)]
    if any(phrase.items[-1].low in syntax.fearing for phrase in named):
        return True
    return isinstance(chunks[0], Verb) and any(form.root in syntax.fearing for form in chunks[0].forms)


def is_bare_topic(index: int, verb: Verb, chunks: Sequence[Chunk], syntax: Syntax) -> bool:
    """`mengatakan bahwa membunuh X akan mengakhiri konflik`: a verb right behind `that`, of which something is said."""
    before = chunks[index - 1] if index else None
    if syntax.last_said or verb.aux or verb.voice != "active" or not isinstance(before, Word):
        return False
    said = (chunk for chunk in chunks[index + 1 :] if isinstance(chunk, Verb))
    return "complementizer" in before.functions and any(each.aux & {"future", "possible"} for each in said)


def is_refuted(chunks: Sequence[Chunk], at: int, syntax: Syntax) -> bool:
    """`it is not true that X attacked`, `no evidence that ...`: whether what opens at `at` is said not to be so."""
    told, before = (chunks[at - 1], chunks[at - 2] if at > 1 else None) if at else (None, None)
    if not isinstance(told, Phrase) or told.prep or told.actors:
        return False
    words = {item.low for item in told.items}
    negated = isinstance(before, Word) and "negator" in before.functions
    predicate = before is None or is_word(before, "copula")
    if negated or told.items[0].low in syntax.none_of:
        return not words.isdisjoint(syntax.evidence) or not words.isdisjoint(syntax.so)
    return predicate and not words.isdisjoint(syntax.untrue)
