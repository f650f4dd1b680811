"""Who says which stretch of a sentence, read from its speech verbs, attributions and quotation marks."""

from collections.abc import Sequence
from typing import Final

import msgspec

from pasut.coder.clauses import Links
from pasut.coder.memory import Memory
from pasut.coder.occasion import answers_by_deed, content_after, end_of_relative, occasion_after, trailing
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_word
from pasut.coder.refs import Ref
from pasut.packs.words import Syntax

_HE_OR_THEY: Final = frozenset(("third_singular", "third_plural"))
_THE_OFFICIAL: Final = 2
"""Words of `the officials`, who were told of before; `the army's chief spokesman` need not have been."""


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
            named = _source_of(chunks, at, links.syntax)
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


def in_person(scope: Scope) -> bool:
    """Whether somebody says it himself, not a medium that passes it on."""
    return not any(speaker.startswith("media:") for speaker in scope.speakers)


def _source_of(chunks: Sequence[Chunk], at: int, syntax: Syntax) -> Phrase | None:
    """Whom the word at `at` quotes: `menurut X`, `menurut keterangan dari X`."""
    for index in range(at + 1, min(at + 3, len(chunks))):
        named = chunks[index]
        if isinstance(named, Phrase):
            after = chunks[index + 1] if index + 1 < len(chunks) else None
            of = isinstance(after, Phrase) and after.prep in syntax.of and bool(after.refs)
            bare = not (named.actors or named.media or named.press or named.expert or named.pronoun)
            return (
                after if of and bare and isinstance(after, Phrase) and named.kind != "name" else _apposed(chunks, index)
            )
    return None


def _apposed(chunks: Sequence[Chunk], at: int) -> Phrase:
    """`kantor berita Suriah, SANA`: the medium that a comma sets beside what it is."""
    phrase = chunks[at]
    assert isinstance(phrase, Phrase)
    beside = chunks[at + 2] if phrase.press and at + 2 < len(chunks) and is_word(chunks[at + 1], ",") else None
    return beside if isinstance(beside, Phrase) and beside.media is not None else phrase


def _speech_scope(at: int, verb: Verb, links: Links, memory: Memory) -> Scope | None:
    chunks = links.chunks
    frame = verb.forms[0].frame
    doubt = frame.status == "alleged"
    if answers_by_deed(at, links):
        return None
    follows = chunks[at + 1] if at + 1 < len(chunks) else None
    inverted = _is_inverted(at, verb, links)
    if inverted and _is_his(verb, links.syntax):
        speakers, refs, medium = _last_speaker(memory) if memory.speaker else _speaking(_just_told(memory))
        return Scope(0, len(chunks), speakers, refs, medium, at, doubt)
    if inverted and isinstance(follows, Phrase) and not follows.prep:
        known = _is_known(follows, links.syntax)
        speakers, refs, medium = speakers_of(follows, memory, _doer(follows, at, links), known=known)
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
    find_end = _end_of_speech if links.syntax.last_said else trailing
    last = find_end(at, subject, links)
    if last is None and isinstance(follows, Phrase) and not (follows.prep or follows.actors or follows.pronoun):
        if not _is_clause(chunks, at + 2) and follows.kind != "event":
            return None
    near = _doer(subject, at, links) if last is not None or subject.pronoun in _HE_OR_THEY else []
    known = last is not None and _is_known(subject, links.syntax)
    speakers, refs, medium = speakers_of(subject, memory, near, known=known)
    if last is not None:
        return Scope(0, last, speakers, refs, medium, at, doubt)
    last = min(end_of_relative(at, links), _end_of_quotation(at, chunks))
    return Scope(at + 1, last, speakers, refs, medium, at, doubt)


def _end_of_quotation(at: int, chunks: Sequence[Chunk]) -> int:
    """`"X said that Y attacked," Z told W`: where the quotation closes that holds the verb of saying at `at`."""
    opened = sum(is_word(chunk, '"') for chunk in chunks[:at]) % 2 == 1
    closes = (index for index in range(at, len(chunks)) if is_word(chunks[index], '"'))
    return next(closes, len(chunks)) if opened else len(chunks)


def _end_of_speech(at: int, subject: Phrase, links: Links) -> int | None:
    """`..., Lavrov said on Monday.`: where what he says ends; None where it follows the verb."""
    chunks, after = links.chunks, links.after(at)
    first = next((index for index, chunk in enumerate(chunks[:at]) if chunk is subject), 0)
    before = chunks[first - 1] if first else None
    if before is None or not is_word(before, ",", '"'):
        return None
    if after.content is not None or after.sub is not None:
        told = any(isinstance(chunk, Verb) for chunk in chunks[:first])
        return first if told and occasion_after(at, links) >= 0 and not content_after(at, links) else None
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


def _doer(speaker: Phrase, end: int, links: Links) -> list[Ref]:
    """Whose official speaks, when he is named by office alone: of who does something before, not who is done to."""
    found = _first_actor(links.chunks, end)
    done = next((verb for at, verb in links.verbs if at < end), None)
    if not found or speaker.pronoun or done is None or done.voice != "passive":
        return found
    by = (phrase.refs for at, phrase in links.phrases if at < end and phrase.prep == links.syntax.by)
    return next(by, [])


def _is_inverted(at: int, verb: Verb, links: Links) -> bool:
    """`..., kata Lavrov` and `..., ujarnya`: the speech verb follows what is said."""
    if _is_his(verb, links.syntax) or (verb.item.low in links.syntax.after_quote and not links.follows_actor(at)):
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


def _is_his(verb: Verb, syntax: Syntax) -> bool:
    """`ujarnya`, `dikatakannya`: whose word it is; `menanggapinya` tells what somebody does about a thing."""
    if not verb.item.nya:
        return False
    return verb.voice == "passive" or verb.item.low.startswith(tuple(syntax.after_quote))


Said = tuple[tuple[str, ...], tuple[Ref, ...], tuple[str, ...]]
"""Speaker labels, the actors they are, and the media the words came through."""


_NOBODY: Final[Said] = ((), (), ())


def speakers_of(phrase: Phrase, memory: Memory, near: Sequence[Ref] = (), *, known: bool = False) -> Said:
    """Who a phrase makes speak. `near` are the actors close by, for an official named by office alone; one `known`
    from before, as `pejabat itu`, is rather who spoke last."""
    if phrase.media is not None or phrase.press:
        return _medium(phrase)
    if phrase.expert:
        memory.experts[phrase.expert] = phrase.expert
        return (f"expert:{phrase.expert}",), (), ()
    if phrase.kind == "name":
        name = phrase.items[-1].text
        return ((f"expert:{name}",), (), ()) if name in memory.experts else _NOBODY
    if known and memory.speaker and not memory.speaker[0].startswith("media:"):
        return _last_speaker(memory)
    if not phrase.refs and phrase.pronoun in _HE_OR_THEY and near:
        return _speaking(near[:1] if phrase.pronoun == "third_singular" else near)
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


def _is_known(phrase: Phrase, syntax: Syntax) -> bool:
    """`kata pejabat itu`, `the officials said`, `they said` behind what is said: who spoke before."""
    if phrase.actors or phrase.expert or phrase.press or phrase.media is not None:
        return False
    if phrase.pronoun == "third_plural":
        return True
    the = phrase.items[0].low in syntax.definite and len(phrase.items) == _THE_OFFICIAL
    return phrase.kind == "person" and (phrase.det or the)


def _medium(phrase: Phrase) -> Said:
    """A state medium speaks for its state, a newspaper for itself; an agency only passes on."""
    media = phrase.media.media if phrase.media is not None else None
    if media is None:
        name = " ".join(item.text for item in phrase.items if item.is_name)
        if any("agency" in item.functions for item in phrase.items):
            return (), (), (name or phrase.items[0].text,)
        return (f"media:{name or 'unnamed'}",), (), (name or phrase.items[0].text,)
    if media.state and media.kind == "state_medium":
        return (media.state,), (Ref(media.state, phrase.start, phrase.end, "medium"),), (media.name,)
    return () if media.kind == "agency" else (f"media:{media.name}",), (), (media.name,)


def _just_told(memory: Memory) -> list[Ref]:
    """Whom the sentence before was about, if that was a person."""
    near = memory.sentence - memory.subject_at <= 1 and memory.person is memory.subject
    return memory.person[:1] if near else []


def _last_speaker(memory: Memory) -> Said:
    return memory.speaker, tuple(memory.speaker_refs), ()


def _speaking(refs: Sequence[Ref]) -> Said:
    return tuple(dict.fromkeys(ref.code for ref in refs)), tuple(refs), ()
