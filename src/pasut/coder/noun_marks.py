"""What little marks around an event noun say of it."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act, Roles
from pasut.coder.clauses import Links
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_word
from pasut.coder.settling import DOCUMENTS
from pasut.coder.stance import SKIP, stance_of
from pasut.packs.words import Syntax


def is_nobody(phrase: Phrase) -> bool:
    """`serangan ke X sebagai bagian dari operasi besar`: an operation does nothing."""
    return not (phrase.actors or phrase.pronoun or phrase.nya or phrase.det)


def is_test(act: Act, phrase: Phrase) -> bool:
    """A test or launch that heads its phrase: not `tempat uji nuklir`."""
    head = next((item for item in phrase.items if not item.functions), None)
    return act.type == "MOBILIZE" and act.mode.endswith(("_test", "_launch")) and head is phrase.events[0][0]


OPEN: Final = frozenset(("planned", "possible", "not_happened"))
"""What a verb may make of the event noun that it brings about."""


def status_before(word: Word, index: int, links: Links) -> str:
    """What a little word right before the phrase at `index` makes of it; empty when nothing."""
    if word.kind == "copula" and index > 1:
        verb = links.chunks[index - 2]  # `bisa menjadi perang`, `dapat berubah menjadi bentrokan`
        status = stance_of(index - 2, links).status if isinstance(verb, Verb) else ""
        able = isinstance(verb, Verb) and bool(verb.forms) and verb.forms[0].frame.status == "possible"
        return "possible" if able and status == "happened" else status if status in OPEN else ""
    if word.functions & {"condition", "without"}:
        return SKIP
    if word.kind != "aux":
        return ""
    if "negator" in word.functions and "not_negator" not in word.functions:
        return "not_happened"
    if "possible" in word.functions:
        return "possible"
    return "alleged" if "hearsay" in word.functions else ""


def past_topic(chunks: Sequence[Chunk], at: int, syntax: Syntax) -> int:
    """`talks on normalising ties between A and B`: the verb that tells what they are on; `at` where none does."""
    talks, mark, verb, sides = (*chunks[at : at + 4], None, None, None)[:4]
    on = isinstance(mark, Word) and mark.kind == "sub" and mark.item.low in syntax.about
    between = isinstance(sides, Phrase) and sides.prep == syntax.between
    told = isinstance(talks, Phrase) and bool(talks.events) and talks.events[0][1].frame.type == "CONSULT"
    return at + 2 if told and on and isinstance(verb, Verb) and between else at


def by_means(word: Chunk, syntax: Syntax) -> bool:
    """`menjawab tekanan X dengan memindahkan ...`: what is done about it is not what was demanded."""
    return isinstance(word, Word) and word.item.low in syntax.lending_any


def is_unreal_way(index: int, phrase: Phrase, links: Links) -> bool:
    """`mendesak X menyelesaikan sengketa lewat dialog`: by what one is only to do it."""
    if phrase.prep not in links.syntax.by_way or phrase.actors:
        return False
    verb = next((at for at in range(index - 1, -1, -1) if isinstance(links.chunks[at], Verb)), None)
    return verb is not None and stance_of(verb, links).status == SKIP


def undergoes(phrase: Phrase) -> bool:
    """Whether a phrase behind `of` names what an act is done to."""
    return bool(phrase.actors or phrase.events) or not phrase.classes.isdisjoint(DOCUMENTS)


def hits_state(roles: Roles) -> bool:
    """Whether a state is told as the target; a group alone may be struck in any."""
    return any(":" not in ref.code for phrase in roles.get("target") for ref in phrase.actors)


def struck_there(index: int, phrase: Phrase, links: Links) -> Phrase | None:
    """`an Iranian was killed in a US strike in Iraq`: who was hit in it, where a passive verb tells so."""
    verb = links.chunks[index - 1] if index else None
    if phrase.prep not in links.syntax.inside or not isinstance(verb, Verb) or verb.voice != "passive":
        return None
    hit = links.subject(index - 1) if any(form.frame.type == "ASSAULT" for form in verb.forms) else None
    own = {ref.code for ref in phrase.actors}
    return hit if hit is not None and hit.actors and not own & {ref.code for ref in hit.actors} else None


def codes_of(roles: Roles, role: str) -> set[str]:
    """Who fills a role, by code."""
    return {ref.code for phrase in roles.get(role) for ref in phrase.actors}


_INSERTED: Final = 6
"""Chunks that two commas may set apart after a noun."""


def past_remark(chunks: Sequence[Chunk], at: int, syntax: Syntax) -> int:
    """`kritik X, yang jarang terjadi, terhadap Y`: where what belongs to the noun goes on, past two commas."""
    opened = at + 1 < len(chunks) and is_word(chunks[at], ",") and is_relative(chunks[at + 1])
    for close in range(at + 2, min(at + 2 + _INSERTED, len(chunks) - 1)) if opened else ():
        if is_word(chunks[close], ","):
            after = chunks[close + 1]
            return close + 1 if isinstance(after, Phrase) and after.prep in syntax.against else at
    return at
