"""Whether an act happened, is alleged, denied, planned or only possible, read from the words that govern its verb."""

from typing import Final

import msgspec

from pasut.coder.asides import clause_of, host_of, interrupted_at
from pasut.coder.clauses import Links
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.coder.told_of import commands, fears, is_bare_topic, is_causative, is_ranked, is_refuted, says_anew

_RANK: Final = ("happened", "planned", "possible", "alleged", "not_happened", "denied")
SKIP: Final = "skip"
_ASKING: Final = frozenset(("state", "person", "organ", "name", "other"))
"""Kinds of phrases that may name who asks for something."""
_SUBORDINATORS: Final = (
    "relative", "complementizer", "purpose", "condition", "without", "after", "before", "while", "cause", "concession",
    "result",
)  # fmt: skip
NOUN_STATUS: Final = {
    "noun_fact": "happened", "noun_plan": "planned", "noun_possible": "possible", "noun_alleged": "alleged",
    "noun_refuted": "not_happened",
}  # fmt: skip
"""What `keputusan X untuk ...`, `rencana X untuk ...`, `kemungkinan X ...` make of the act that follows."""
_OPPOSED: Final = frozenset(("REJECT", "ACCUSE"))


class Stance(msgspec.Struct, frozen=True, gc=False):
    """Status of a verb's act, the verb that governs it (if any), and how."""

    status: str
    governor: int | None
    relation: str


def worse(one: str, two: str) -> str:
    """The stronger of two statuses: a denial wins over a plan, a plan over plain fact."""
    if SKIP in (one, two):
        return SKIP
    return max(one, two, key=_RANK.index)


def stance_of(index: int, links: Links) -> Stance:
    """The status of the verb at chunk `index`, from its own auxiliaries and from what governs it."""
    found = links.stances.get(index)
    if found is None:
        found = links.stances[index] = _find_stance(index, links)
    return found


def _find_stance(index: int, links: Links, depth: int = 0) -> Stance:
    verb = links.chunks[index]
    assert isinstance(verb, Verb)
    own = _own_status(verb)
    subject = links.subject(index)
    if is_bare_topic(index, verb, links.chunks, links.syntax):
        own = worse(own, "possible")
    if subject is not None and subject.lead and not _judged(verb):
        own = worse(own, lead_status(subject))
    if subject is not None and subject.actors and any(item.low in links.syntax.fearing for item in subject.items):
        own = worse(own, "possible")  # `ada kekhawatiran X akan menyerang`
    governor, relation = governing(index, links)
    if governor is None or depth > 6:
        if relation in NOUN_STATUS:
            return Stance(worse(own, NOUN_STATUS[relation]), None, relation)
        return Stance(SKIP if relation in ("condition", "without", "purpose") else own, governor, relation)
    if relation in ("complementizer", "object") and fears(links.chunks[governor:index], links.syntax):
        own = worse(own, "possible")
    return Stance(worse(own, _from_governor(index, governor, relation, links, depth)), governor, relation)


def _judged(verb: Verb) -> bool:
    """`usulan Prancis ditolak`: what is said of a plan is done, be the plan ever so open."""
    if verb.voice != "passive" or not verb.forms:
        return False
    frame = verb.forms[0].frame
    kind = frame.type or next((sense.type for sense in frame.senses if sense.type), None)
    return kind in ("REJECT", "AGREE", "ACCUSE", "SUPPORT")


def _own_status(verb: Verb) -> str:
    aux = verb.aux
    if "must" in aux and "hearsay" not in aux:
        return SKIP
    if "negator" in aux and "not_negator" not in aux:
        return SKIP if "obligation" in aux else "not_happened"  # `agar tidak menyerang`, `should not attack`
    if "hearsay" in aux:
        return "alleged"
    if aux & {"possible", "obligation"}:
        return "possible"
    return "planned" if "future" in aux else "happened"


def _from_governor(index: int, governor: int, relation: str, links: Links, depth: int) -> str:
    if relation in ("condition", "without"):
        return SKIP
    verb = links.chunks[governor]
    assert isinstance(verb, Verb)
    above = _find_stance(governor, links, depth + 1).status
    kind = links.kind(governor)
    frame = verb.forms[0].frame if verb.forms else None
    if relation in ("after", "before", "while", "means", "cause", "concession", "result", "conj_clause"):
        return _beside(clause_of(relation, links.chunks, index, links.syntax), above, verb)
    if relation == "conj":
        wanted = kind == "demand" and _is_bare(links.chunks[index]) and not _is_bare(verb)
        return (
            SKIP if wanted else _joined(above, links.chunks[index], verb, links)
        )  # `demanded that X report and accept`
    if kind == "accuse":
        return "alleged"
    if kind == "deny":
        return "denied" if links.denies(governor) else SKIP
    if kind == "demand":
        return _asked(governor, relation, above, links)
    ended = kind == "phase" and relation in ("serial", "object") and _ends(verb, links.chunks[index])
    told = frame is not None and (frame.type or any(sense.type for sense in frame.senses))
    if ended or (kind == "control" and told):
        return SKIP  # `stopped supplying gas`, `banned X from exporting`: told by the first verb
    if kind == "control" and frame is not None:
        return "happened" if _goes_on(governor, verb, links) else worse(above, frame.status or "happened")
    if kind == "speech" and frame is not None and relation != "purpose":
        return frame.status or "happened"
    if relation == "purpose" and verb.item.low.startswith(links.syntax.factual_causative):
        return above
    if relation == "purpose":
        return above if frame is not None and frame.type == "CONSULT" else SKIP
    return above


def _beside(relation: str, above: str, verb: Verb) -> str:
    """What a verb with the status `above` makes of one in a clause of time, cause or means beside it."""
    if relation == "means" and above in ("planned", "possible", "alleged", "not_happened"):
        return above  # `dapat membalas dengan menyerang X`
    if relation == "ahead" and above in ("planned", "possible"):
        return above  # `akan menemui X sebelum bertemu dengan Y`
    waited = relation in ("before", "ahead", "result", "while") and "refusal" in verb.aux
    if waited or (above == SKIP and relation != "told"):
        return SKIP  # `tidak akan mundur sampai X mencabut sanksi`
    return "happened"


def _asked(governor: int, relation: str, above: str, links: Links) -> str:
    """What the verb of asking at `governor` makes of what is asked: nothing, but where it is one's own to do."""
    if drives(governor, links):
        return above
    return worse(above, "planned") if _is_for_own(governor, relation, links) else SKIP


def drives(index: int, links: Links) -> bool:
    """`serangan itu mendorong X membalas`, `..., yang mendorong X membalas`: whether it is an event that makes somebody
    act, and nobody who asks it of somebody."""
    if not is_causative(links.chunks[index], links.syntax):
        return False
    before, subject, objects = links.chunks[index - 1], links.subject(index), links.after(index).objects
    if is_word(before, ",", "sub") or not objects or not (objects[0][1].actors or objects[0][1].pronoun):
        return True
    return subject is None or subject.kind not in _ASKING or not (subject.refs or subject.pronoun)


def _goes_on(index: int, verb: Verb, links: Links) -> bool:
    """`if X continues arming Y`: whether what the next verb tells is done, though whether it goes on is open."""
    return verb.item.low in links.syntax.continuing and governing(index, links)[1] == "condition"


def _joined(above: str, verb: Chunk, before: Verb, links: Links) -> str:
    """`had received no word and expressed concern`, `is to meet X and held talks`: a past form of its own is not
    negated, nor planned, with the verb before."""
    own = isinstance(verb, Verb) and verb.finite and any(form.voice.startswith("past") for form in verb.forms)
    if own and above == "alleged" and not before.finite and before.voice == "active":
        return "happened"  # `accused X of massing troops and decried a blockade`
    if above == "not_happened" and isinstance(verb, Verb):
        if says_anew(verb, before, links.chunks[verb.index - 1], links.syntax):
            return "happened"  # `tidak akan mundur dan memperingatkan X`
    open_ = above == "not_happened" or (links.syntax.last_said and above in ("planned", "possible"))
    if own and above == SKIP and _is_bare(before):
        return "happened"  # `has a right to send troops and chided X`
    return "happened" if own and open_ and (before.voice == "active" or above == "not_happened") else above


def _is_for_own(governor: int, relation: str, links: Links) -> bool:
    """`berharap bertemu`, `ordered his troops to attack`: the act hoped for or ordered is one's own."""
    verb = links.chunks[governor]
    if relation == "serial" and isinstance(verb, Verb) and verb.voice == "active":
        return True
    objects, subject = links.after(governor).objects, links.subject(governor)
    forces = objects[0][1] if objects else None
    if forces is not None and relation in ("object", "purpose") and commands(verb, forces, subject, links.syntax):
        return True
    if forces is None or subject is None or forces.kind != "force":
        return False
    own = {ref.code for ref in subject.actors}
    return bool(own) and (forces.nya if not forces.refs else own.issuperset(ref.code for ref in forces.refs))


def _ends(verb: Verb, governed: Chunk) -> bool:
    """Whether the first verb gives what the second tells another type: `stop` + aid is a sanction."""
    frames = [form.frame for form in governed.forms] if isinstance(governed, Verb) else []
    types = {frame.type for frame in frames} | {sense.type for frame in frames for sense in frame.senses}
    frame = verb.forms[0].frame
    does = {frame.type, *(sense.type for sense in frame.senses)} - {None}
    own = does == {"COERCE"}  # `barred X from entering`, `dilarang menyerang`
    return own or any(not types.isdisjoint(sense.event) for sense in frame.senses)


def governing(index: int, links: Links) -> tuple[int | None, str]:
    """The verb that governs the verb at `index` and the relation: serial, object, conj, or the subordinator's class."""
    lead = _announced(links.chunks[index - 1] if index else None) or _meant(index, links)
    if lead and _turned_down(index - 2, links):
        return None, "purpose"  # `menolak rencana menempatkan ...`: a plan of others
    host = host_of(links.chunks, index, links.kind(index) or "")
    return (None, lead) if lead else _governor(index if host < 0 else host, links)


def _governor(index: int, links: Links) -> tuple[int | None, str]:
    head = interrupted_at(links.chunks, index)
    passed, first = head >= 0, head if head >= 0 else index
    for at in range(first - 1, -1, -1):
        chunk = links.chunks[at]
        if isinstance(chunk, Phrase):
            passed = True
        elif isinstance(chunk, Verb):
            return _governed_by_verb(at, chunk, index, links) if passed else (at, "serial")
        elif chunk.kind == "sub":
            return _governed_by_sub(at, chunk, links)
        elif chunk.kind == "question" and chunk.item.low in links.syntax.whether:
            return None, "condition"
        elif chunk.kind == "aux":
            if passed and (relation := _heard(at, chunk, links)):
                return None, relation
        elif chunk.kind in (";", ".", "?", "!", "contrast"):
            return None, "main"
        elif chunk.kind in ("conj", ","):
            left = _verb_left(at, links)
            if left is not None:
                return _joined_to(left, at, index, passed, links)
            if chunk.kind == "conj":
                return None, "main"
    return None, "main"


def _joined_to(left: int, at: int, index: int, passed: bool, links: Links) -> tuple[int | None, str]:
    """What the verb at `left`, before the comma or `dan` at `at`, is to the one at `index`."""
    if is_word(links.chunks[at], "conj") and _says_in(left, at, links):
        return left, "complementizer"  # `membantah bahwa ia menggunakan X dan menembaki Y`
    return _above(left, links, links.chunks[index]) if passed else (left, "conj")


def _says_in(verb: int, at: int, links: Links) -> bool:
    """Whether what the verb says opens between it and `at`, no verb of its own in it."""
    said = links.chunks[verb + 1 : at]
    return any(isinstance(chunk, Word) and "complementizer" in chunk.functions for chunk in said)


def _announced(phrase: Chunk | None) -> str:
    """`rencana menyerang ...`, `ancaman menutup ...`: the class of the noun right before its verb."""
    if not isinstance(phrase, Phrase) or phrase.actors:
        return ""
    return next((name for name in NOUN_STATUS if name != "noun_fact" and name in phrase.items[-1].functions), "")


def _meant(index: int, links: Links) -> str:
    """`mengumumkan rencana untuk mengirim ...`: the class of a noun that somebody tells of, before the purpose."""
    if index < 3:
        return ""
    verb, noun, mark = links.chunks[index - 3], links.chunks[index - 2], links.chunks[index - 1]
    if not (isinstance(mark, Word) and "purpose" in mark.functions and isinstance(noun, Phrase)) or noun.prep:
        return ""
    if not isinstance(verb, Verb) or links.kind(index - 3) not in ("speech", "light", "none"):
        return ""
    decided = (
        any([form.frame.name == "announce" for form in verb.forms])
        and "noun_fact" in noun.items[-1].functions
        and not noun.actors
    )
    return _announced(noun) or ("noun_plan" if decided else "")


def _turned_down(at: int, links: Links) -> bool:
    """Whether the verb at `at` refuses or condemns what its object announces."""
    verb = links.chunks[at] if at >= 0 else None
    return isinstance(verb, Verb) and any([form.frame.type in _OPPOSED for form in verb.forms])


def _heard(at: int, word: Word, links: Links) -> str:
    """`ada dugaan Rusia ...`, `dikhawatirkan Rusia ...`, `tidak ada bukti Rusia ...`: what stands before."""
    if "hearsay" in word.functions:
        return "noun_alleged"
    if "possible" in word.functions and word.item.low in links.syntax.fearing:
        return "noun_possible"
    after = links.chunks[at + 1] if at + 1 < len(links.chunks) else None
    first = after.items[0].low if isinstance(after, Phrase) else ""
    unproven = first in links.syntax.evidence or first in links.syntax.so
    return "noun_refuted" if unproven and "negator" in word.functions else ""


def _governed_by_verb(at: int, verb: Verb, index: int, links: Links) -> tuple[int | None, str]:
    """A verb whose object stands between: `menuduh Iran memasok ...`."""
    kind = links.kind(at)
    telling = kind in ("demand", "accuse", "speech", "deny") or (
        kind in ("control", "phase") and verb.voice != "passive"
    )
    if telling or fears([verb], links.syntax):
        return at, "object"
    if kind == "none" and index - at <= 2:
        return governing(at, links)
    return None, "main"


def _above(left: int, links: Links, verb: Chunk) -> tuple[int | None, str]:
    """A new clause after a comma or `dan` shares what governs the last one only when that was reported speech, or where
    both are bare forms: `demanded that X withdraw, pay and accept`."""
    governor, relation = governing(left, links)
    if governor is None or relation not in ("complementizer", "object") or _opens(governor, verb, links):
        return None, "main"
    kind = links.kind(governor)
    asked = kind == "demand" and _is_bare(verb) and _is_bare(links.chunks[left])
    return (governor, relation) if asked or kind in ("speech", "accuse", "deny") else (None, "main")


def _opens(governor: int, verb: Chunk, links: Links) -> bool:
    """`Accusing X of arming rebels, Y recalled`: a participle that opens a sentence does not govern its main clause."""
    first = links.chunks[governor]
    opening = isinstance(first, Verb) and not first.finite and isinstance(verb, Verb) and verb.finite
    return opening and all(isinstance(chunk, Word) for chunk in links.chunks[:governor])


def _is_bare(chunk: Chunk) -> bool:
    """Whether the verb stands in its bare form, where the language has one."""
    if not isinstance(chunk, Verb) or not chunk.forms or chunk.aux:
        return False
    return all(form.voice == "base" for form in chunk.forms)


def _governed_by_sub(at: int, word: Word, links: Links) -> tuple[int | None, str]:
    left = _verb_left(at, links)
    if "purpose" in word.functions:
        first = links.chunks[at - 1] if at else None
        if isinstance(first, Word) and first.item.low in links.syntax.whether:
            return None, "condition"  # `discussed whether to allow X to ...`
        if isinstance(first, Phrase) and not links.syntax.firsts.isdisjoint([item.low for item in first.items]):
            return None, "relative"  # `became the first country to recognise X`
        lead = purpose_noun(at, links)
        if lead or is_ranked(links.chunks[at - 1], links.syntax):
            return None, lead or "relative"
    if left is not None and word.item.low in links.syntax.including and links.kind(left) == "control":
        return left, "object"  # `is considering options, including ...`
    if "complementizer" in word.functions and is_refuted(links.chunks, at, links.syntax):
        return None, "noun_refuted"
    before = links.chunks[at - 1] if at else None
    if "complementizer" in word.functions and isinstance(before, Phrase) and before.anaphor == "accusation":
        denied = left == at - 2 and links.kind(left) == "deny"  # `denied accusations that it had ...`
        return (left, "complementizer") if denied else (None, "noun_alleged")  # `tuduhan AS bahwa ...`
    if "condition" in word.functions and left is not None and says_that(left, at, word, links):
        return left, "complementizer"
    if left is not None and "while" in word.functions and word.item.low in links.syntax.linking:
        return left, "means" if isinstance(links.chunks[at + 1], Verb) else "while"
    for name in _SUBORDINATORS:
        if name in word.functions:
            return (None, "relative") if name == "relative" else (left, name)
    return left, "conj" if left is not None and _joins(left, links) else "while"


def _joins(verb: int, links: Links) -> bool:
    chunk = links.chunks[verb]
    return isinstance(chunk, Verb) and chunk.item.low in links.syntax.joining


def says_that(verb: int, at: int, word: Word, links: Links) -> bool:
    """`mengatakan jika ...`, `mengaku kepada wartawan kalau ...`: after a verb of saying, `if` means `that`."""
    between = links.chunks[verb + 1 : at]
    told = all(is_word(chunk, "time", "aux") or (isinstance(chunk, Phrase) and chunk.prep) for chunk in between)
    return told and links.kind(verb) == "speech" and word.item.low in links.syntax.loose_that


def lead_status(phrase: Phrase) -> str:
    """What `kemungkinan`, `rencana`, `dugaan` at the head of a phrase make of the act it carries; `ancaman keras X` is
    the act itself."""
    act = phrase.events[0][0] if len(phrase.events) == 1 else None
    for name, status in NOUN_STATUS.items():
        if any(name in item.functions and item is not act for item in phrase.leading):
            return status
    return "happened"


def purpose_noun(at: int, links: Links) -> str:
    """The class of the noun before `untuk` when that noun has an actor of its own: `rencana AS untuk`."""
    left = links.chunks[at - 1] if at else None
    if not isinstance(left, Phrase) or not left.actors:
        return ""
    for name in NOUN_STATUS:
        if any(name in item.functions for item in left.leading):
            return name
    return ""


def _verb_left(at: int, links: Links) -> int | None:
    for left in range(at - 1, -1, -1):
        if isinstance(links.chunks[left], Verb):
            return left
    return None
