"""Whether an act happened, is alleged, denied, planned or only possible, read from the words that govern its verb;
and who says so, read from the speech verbs, attributions and quotation marks of the sentence."""

from collections.abc import Sequence

import msgspec

from pasut.coder.asides import interrupted_at
from pasut.coder.clauses import Links
from pasut.coder.memory import Memory
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_word
from pasut.coder.refs import Ref

_RANK = ("happened", "planned", "possible", "alleged", "not_happened", "denied")
SKIP = "skip"
_SUBORDINATORS = (
    "relative", "complementizer", "purpose", "condition", "without", "after", "before", "while", "cause", "concession",
    "result",
)  # fmt: skip
NOUN_STATUS = {
    "noun_fact": "happened", "noun_plan": "planned", "noun_possible": "possible", "noun_alleged": "alleged",
    "noun_refuted": "not_happened",
}  # fmt: skip
"""What `keputusan X untuk ...`, `rencana X untuk ...`, `kemungkinan X ...` make of the act that follows."""


class Stance(msgspec.Struct, frozen=True, gc=False):
    """Status of a verb's act, the verb that governs it (if any), and how."""

    status: str
    governor: int | None
    relation: str


class Scope(msgspec.Struct, frozen=True, gc=False):
    """Chunks `first` to `last` (exclusive) are said by these speakers, through these media."""

    first: int
    last: int
    speakers: tuple[str, ...]
    refs: tuple[Ref, ...]
    medium: tuple[str, ...]
    verb: int
    """Index of the speech verb, or -1."""
    doubt: bool
    """The speech verb keeps its distance (claims, suspects)."""


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
    if subject is not None and subject.lead and not _judged(verb):
        own = worse(own, lead_status(subject))
    governor, relation = governing(index, links)
    if governor is None or depth > 6:
        if relation in NOUN_STATUS:
            return Stance(worse(own, NOUN_STATUS[relation]), None, relation)
        return Stance(SKIP if relation in ("condition", "without", "purpose") else own, governor, relation)
    return Stance(worse(own, _from_governor(index, governor, relation, links, depth)), governor, relation)


def _judged(verb: Verb) -> bool:
    """`usulan Prancis ditolak`: what is said of a plan is done, be the plan ever so open."""
    return verb.voice == "passive" and bool(verb.forms) and verb.forms[0].frame.type in ("REJECT", "AGREE", "ACCUSE")


def _own_status(verb: Verb) -> str:
    aux = verb.aux
    if "negator" in aux and "not_negator" not in aux:
        return "not_happened"
    if "hearsay" in aux:
        return "alleged"
    if "must" in aux:
        return SKIP
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
    if relation in ("after", "before", "while", "cause", "concession", "result", "conj_clause"):
        waited = relation in ("before", "result", "while") and "refusal" in verb.aux
        return SKIP if waited or above == SKIP else "happened"  # `tidak akan mundur sampai X mencabut sanksi`
    if relation == "conj":
        wanted = kind == "demand" and _is_bare(links.chunks[index]) and not _is_bare(verb)
        return SKIP if wanted else _joined(above, links.chunks[index])  # `demanded that X report and accept`
    if kind == "accuse":
        return "alleged"
    if kind == "deny":
        return "denied" if links.denies(governor) else SKIP
    if kind == "demand" and relation == "serial" and verb.voice == "active":
        return worse(above, "planned")  # `berharap bertemu`: the hoped-for act is one's own
    ended = kind == "phase" and relation in ("serial", "object") and _ends(verb, links.chunks[index])
    if kind == "demand" or ended or (kind == "control" and frame is not None and (frame.type or frame.senses)):
        return SKIP  # `stopped supplying gas`, `banned X from exporting`: told by the first verb
    if kind == "control" and frame is not None:
        return worse(above, frame.status or "happened")
    if kind == "speech" and frame is not None and relation != "purpose":
        return frame.status or "happened"
    if relation == "purpose" and verb.item.low.startswith(links.syntax.factual_causative):
        return above
    if relation == "purpose":
        return above if frame is not None and frame.type == "CONSULT" else SKIP
    return above


def _joined(above: str, verb: Chunk) -> str:
    """`had received no word and expressed concern`: a past form of its own is not negated with the verb before."""
    own = isinstance(verb, Verb) and verb.finite and any(form.voice.startswith("past") for form in verb.forms)
    return "happened" if own and above == "not_happened" else above


def _ends(verb: Verb, governed: Chunk) -> bool:
    """Whether the first verb gives what the second tells another type: `stop` + aid is a sanction."""
    frames = [form.frame for form in governed.forms] if isinstance(governed, Verb) else []
    types = {frame.type for frame in frames} | {sense.type for frame in frames for sense in frame.senses}
    return any(not types.isdisjoint(sense.event) for sense in verb.forms[0].frame.senses)


def governing(index: int, links: Links) -> tuple[int | None, str]:
    """The verb that governs the verb at `index` and the relation: serial, object, conj, or the subordinator's class."""
    lead = _announced(links.chunks[index - 1] if index else None)
    return (None, lead) if lead else _governor(index, links)


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
                return _above(left, links, links.chunks[index]) if passed else (left, "conj")
            if chunk.kind == "conj":
                return None, "main"
    return None, "main"


def _announced(phrase: Chunk | None) -> str:
    """`rencana menyerang ...`, `ancaman menutup ...`: the class of the noun right before its verb."""
    if not isinstance(phrase, Phrase) or phrase.actors:
        return ""
    return next((name for name in NOUN_STATUS if name != "noun_fact" and name in phrase.items[-1].functions), "")


def _heard(at: int, word: Word, links: Links) -> str:
    """`ada dugaan Rusia ...`, `tidak ada bukti Rusia ...`: the class of what stands before the clause."""
    if "hearsay" in word.functions:
        return "noun_alleged"
    after = links.chunks[at + 1] if at + 1 < len(links.chunks) else None
    unproven = isinstance(after, Phrase) and after.items[0].low in links.syntax.evidence
    return "noun_refuted" if unproven and "negator" in word.functions else ""


def _governed_by_verb(at: int, verb: Verb, index: int, links: Links) -> tuple[int | None, str]:
    """A verb whose object stands between: `menuduh Iran memasok ...`."""
    kind = links.kind(at)
    if kind in ("demand", "accuse", "speech", "deny") or (kind in ("control", "phase") and verb.voice != "passive"):
        return at, "object"
    if kind == "none" and index - at <= 2:
        return governing(at, links)
    return None, "main"


def _above(left: int, links: Links, verb: Chunk) -> tuple[int | None, str]:
    """A new clause after a comma or `dan` shares what governs the last one only when that was reported speech, or where
    both are bare forms: `demanded that X withdraw, pay and accept`."""
    governor, relation = governing(left, links)
    if governor is None or relation not in ("complementizer", "object"):
        return None, "main"
    kind = links.kind(governor)
    asked = kind == "demand" and _is_bare(verb) and _is_bare(links.chunks[left])
    return (governor, relation) if asked or kind in ("speech", "accuse", "deny") else (None, "main")


def _is_bare(chunk: Chunk) -> bool:
    """Whether the verb stands in its bare form, where the language has one."""
    if not isinstance(chunk, Verb) or not chunk.forms or chunk.aux:
        return False
    return all(form.voice == "base" for form in chunk.forms)


def _governed_by_sub(at: int, word: Word, links: Links) -> tuple[int | None, str]:
    left = _verb_left(at, links)
    if "purpose" in word.functions:
        lead = purpose_noun(at, links)
        if lead:
            return None, lead
    before = links.chunks[at - 1] if at else None
    if "complementizer" in word.functions and isinstance(before, Phrase) and before.anaphor == "accusation":
        return None, "noun_alleged"  # `tuduhan AS bahwa ...`
    if "condition" in word.functions and left is not None and says_that(left, at, word, links):
        return left, "complementizer"
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
    """What `kemungkinan`, `rencana`, `dugaan` at the head of a phrase make of the act it carries."""
    for name, status in NOUN_STATUS.items():
        if any(name in item.functions for item in phrase.leading):
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


def find_scopes(links: Links, memory: Memory) -> list[Scope]:
    """Every stretch of the sentence that somebody is said to say."""
    chunks = links.chunks
    scopes: list[Scope] = []
    count = len(chunks)
    for at, chunk in links.without_phrases:
        if isinstance(chunk, Verb):
            scope = _speech_scope(at, chunk, links, memory) if links.kind(at) == "speech" else None
            if scope is not None:
                scopes.append(scope)
        elif chunk.kind == "according":
            named = next((c for c in chunks[at + 1 : at + 3] if isinstance(c, Phrase)), None)
            if named is not None:
                speakers, refs, medium = speakers_of(named, memory)
                first, last = (at + 2, count) if at < 2 or is_relative(chunks[at - 1]) else (0, count)
                scopes.append(Scope(first, last, speakers, refs, medium, -1, False))
        elif chunk.kind == ":" and at and at < 4:
            phrase = chunks[at - 1]
            if (
                isinstance(phrase, Phrase)
                and phrase.kind in ("person", "state", "organ")
                and not phrase.prep
                and at == 1
            ):
                speakers, refs, medium = speakers_of(phrase, memory)
                scopes.append(Scope(at + 1, count, speakers, refs, medium, -1, False))
    return scopes


def _speech_scope(at: int, verb: Verb, links: Links, memory: Memory) -> Scope | None:
    chunks = links.chunks
    frame = verb.forms[0].frame
    doubt = frame.status == "alleged"
    follows = chunks[at + 1] if at + 1 < len(chunks) else None
    inverted = _is_inverted(at, verb, links)
    if inverted and verb.item.nya:
        return Scope(0, len(chunks), memory.speaker, tuple(memory.speaker_refs), (), at, doubt)
    if inverted and isinstance(follows, Phrase) and not follows.prep:
        speakers, refs, medium = speakers_of(follows, memory, _first_actor(chunks, at))
        return Scope(0, len(chunks), speakers, refs, medium, at, doubt)
    if verb.voice == "passive":
        agent = next((c for c in links.after(at).preps if c[1].prep == links.syntax.by), None)
        bare = links.after(at).objects[:1]
        phrase = (
            agent[1] if agent else (bare[0][1] if bare and bare[0][1].kind in ("person", "state", "organ") else None)
        )
        if phrase is None:
            return None
        speakers, refs, medium = speakers_of(phrase, memory)
        return Scope(0, at, speakers, refs, medium, at, doubt)
    subject = links.subject(at)
    if subject is None:
        return (
            Scope(at + 1, len(chunks), memory.speaker, tuple(memory.speaker_refs), (), at, doubt)
            if memory.speaker
            else None
        )
    if isinstance(follows, Phrase) and not follows.prep and not follows.actors and not follows.pronoun:
        if not _is_clause(chunks, at + 2) and follows.kind != "event":
            return None
    before = _first_actor(chunks, at) if subject.pronoun == "third_singular" else []
    speakers, refs, medium = speakers_of(subject, memory, before)
    if links.syntax.last_said:
        last = _end_of_speech(at, subject, links)
        if last is not None:
            return Scope(0, last, speakers, refs, medium, at, doubt)
    return Scope(at + 1, len(chunks), speakers, refs, medium, at, doubt)


def _end_of_speech(at: int, subject: Phrase, links: Links) -> int | None:
    """`..., Lavrov said on Monday.`: where what he says ends; None where it follows the verb."""
    chunks, after = links.chunks, links.after(at)
    first = next((index for index, chunk in enumerate(chunks[:at]) if chunk is subject), 0)
    before = chunks[first - 1] if first else None
    if (
        not (isinstance(before, Word) and before.kind in (",", '"'))
        or after.content is not None
        or after.sub is not None
    ):
        return None
    follows = next(
        (chunk for chunk in chunks[at + 1 :] if isinstance(chunk, Word) and chunk.kind in ('"', ":", ",", ".")), None
    )
    return None if follows is not None and follows.kind in ('"', ":") else first


def _is_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the phrase before `at` has a verb of its own (`mengatakan tindakan oleh AS memicu ...`), or `bahwa`."""
    first = at
    while at < len(chunks):
        chunk = chunks[at]
        told = isinstance(chunk, Phrase) and (at > first or chunk.prep)
        if not (told or is_word(chunk, "time", "aux", '"', "conj")):
            break
        at += 1
    end = chunks[at] if at < len(chunks) else None
    return isinstance(end, Verb) or (isinstance(end, Word) and "complementizer" in end.functions)


def _first_actor(chunks: Sequence[Chunk], end: int) -> list[Ref]:
    """The actors of the first bare phrase before `end`: whose official speaks, when he is named by office alone."""
    for chunk in chunks[:end]:
        if (
            isinstance(chunk, Phrase)
            and not chunk.prep
            and chunk.refs
            and chunk.kind in ("state", "person", "organ", "force")
        ):
            return chunk.refs
    return []


def _is_inverted(at: int, verb: Verb, links: Links) -> bool:
    """`..., kata Lavrov` and `..., ujarnya`: the speech verb follows what is said."""
    if verb.item.nya or (verb.item.low in links.syntax.after_quote and not links.follows_actor(at)):
        return True
    if links.syntax.last_said:
        return links.inverted_subject(at) is not None
    if verb.voice != "active":
        return False
    for chunk in reversed(links.chunks[:at]):
        if isinstance(chunk, Word) and chunk.kind in ('"', "time"):
            continue
        return isinstance(chunk, Word) and chunk.kind == "," and links.subject(at) is None
    return False


Said = tuple[tuple[str, ...], tuple[Ref, ...], tuple[str, ...]]
"""Speaker labels, the actors they are, and the media the words came through."""
_NOBODY: Said = ((), (), ())


def speakers_of(phrase: Phrase, memory: Memory, near: Sequence[Ref] = ()) -> Said:
    """Who a phrase makes speak. `near` are the actors close by, for an official named by office alone."""
    if phrase.media is not None or phrase.press:
        return _medium(phrase)
    if phrase.expert:
        memory.experts[phrase.expert] = phrase.expert
        return (f"expert:{phrase.expert}",), (), ()
    if phrase.kind == "name":
        name = phrase.items[-1].text
        return ((f"expert:{name}",), (), ()) if name in memory.experts else _NOBODY
    if not phrase.refs and phrase.pronoun == "third_singular" and near:
        return _speaking(near[:1])
    if not phrase.refs and phrase.pronoun in ("third_singular", "partner"):
        return _last_speaker(memory) if memory.speaker else _speaking((memory.person or memory.subject)[:1])
    if not phrase.refs and phrase.pronoun in ("both", "third_plural"):
        return _speaking(memory.pair())
    refs = phrase.refs if phrase.kind not in ("people", "company") else []
    if not refs and phrase.kind in ("organ", "person", "noun", "event", "thing", "other", "territory"):
        refs = phrase.owners
    if not refs and phrase.kind in ("person", "organ"):
        office = phrase.items[0].office
        titled = [ref for ref in memory.recent if office and ref.office == office]
        if titled:
            return _speaking(titled[:1])
        return _speaking(near[:1]) if near else _last_speaker(memory)
    return _speaking(refs)


def _medium(phrase: Phrase) -> Said:
    """A state medium speaks for its state, a newspaper for itself; an agency only passes on."""
    media = phrase.media.media if phrase.media is not None else None
    if media is None:
        return ("media:unnamed",), (), (phrase.items[0].text,)
    if media.state and media.kind == "state_medium":
        return (media.state,), (Ref(media.state, phrase.start, phrase.end, "medium"),), (media.name,)
    return () if media.kind == "agency" else (f"media:{media.name}",), (), (media.name,)


def _last_speaker(memory: Memory) -> Said:
    return memory.speaker, tuple(memory.speaker_refs), ()


def _speaking(refs: Sequence[Ref]) -> Said:
    return tuple(dict.fromkeys(ref.code for ref in refs)), tuple(refs), ()
