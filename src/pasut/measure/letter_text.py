"""What one article tells of letters: the sentences that tell of one, what they quote, and what they set beside it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from pasut.measure.letter import CUES, Cue, Letter, Told, letter_id
from pasut.packs.letters import LetterWords
from pasut.records import Actor, ActorCode, Claim, Span, Status, When

REACH = 5
"""Sentences after the one that tells of a letter in which news goes on about what it says."""
STATUSES: tuple[Status, ...] = ("happened", "planned", "alleged", "possible", "denied", "not_happened")
"""From the firmest to the weakest."""

_QUOTED = re.compile(r'["“„«](?P<words>[^"“”„«»]{3,400})["”»]')
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WARM = frozenset(("AGREE", "SUPPORT", "CONSULT"))


def tellings(told: Told, dyad: tuple[str, str], words: LetterWords | None) -> Iterator[Letter]:
    """A letter for each sentence that tells of one between the two, and for each other year set beside it."""
    found: dict[tuple[str, str, int], list[Claim]] = {}
    for claim in told.coding.claims:
        if claim.status == "denied" or not tells_of_letter(claim, words):
            continue
        for source, target in (dyad, dyad[::-1]):
            if _acts(claim.source, source) and _acts(claim.target, target):
                found.setdefault((source, target, claim.sentence.start), []).append(claim)
    answered = _answered(told, found, words)
    starts = {start for source, _, start in found if (source, start) not in answered}
    for (source, target, start), claims in sorted(found.items(), key=lambda each: each[0][2]):
        alone = (source, start) in answered
        yield from _telling(told, (source, target), claims, None if alone else starts, words)


def _answered(
    told: Told, found: Mapping[tuple[str, str, int], list[Claim]], words: LetterWords | None
) -> set[tuple[str, int]]:
    """(source, start of sentence) of letters that a reply told just before answers: the text goes on about that."""
    out: set[tuple[str, int]] = set()
    if words is None:
        return out
    places = {span.start: number for number, span in enumerate(told.sentences)}
    for source, _, start in found:
        for other, _, before in found:
            near = 0 < places.get(start, 0) - places.get(before, 0) <= REACH
            if near and other != source and _is_reply(told, before, words):
                out.add((source, start))
    return out


def _is_reply(told: Told, start: int, words: LetterWords) -> bool:
    sentence = next((span for span in told.sentences if span.start == start), None)
    text = told.article.text[sentence.start : sentence.end] if sentence else ""
    return any(kind == "reply" for kind, _ in words.marks.find(text))


def tells_of_letter(claim: Claim, words: LetterWords | None) -> bool:
    """Coded as a letter, or a promise or praise in a sentence that names a message and its occasion."""
    if claim.mode == "letter":
        return True
    text = claim.sentence_text
    return bool(words and claim.type in _WARM and words.nouns.find(text) and words.occasions.find(text))


def _telling(
    told: Told, sides: tuple[str, str], claims: list[Claim], starts: set[int] | None, words: LetterWords | None
) -> Iterator[Letter]:
    """The letter that these claims tell of, and those of other years that the text sets beside it."""
    spans = _about(told, claims[0], sides, starts, words)
    year = _year(claims)
    by_year: dict[int | None, list[Span]] = {None: []}
    for span in spans:
        named = _other_year(told.article.text[span.start : span.end], year, words) if span is not spans[0] else None
        by_year.setdefault(named, []).append(span)
    now = _letter(told, sides, claims, by_year.pop(None), words)
    yield now
    for named, others in by_year.items():
        then = _letter(told, sides, claims, others, words)
        when = When(
            first=dt.date(named or 1, 1, 1), last=dt.date(named or 1, 12, 31), basis="the year that is set beside it"
        )
        yield msgspec.structs.replace(
            then,
            id=letter_id(then.id, str(named)),
            when=when,
            occasion=then.occasion or now.occasion,
            is_reply=now.is_reply,
        )


def _letter(
    told: Told, sides: tuple[str, str], claims: list[Claim], spans: list[Span], words: LetterWords | None
) -> Letter:
    source, target = sides
    sentences = [told.article.text[span.start : span.end] for span in spans]
    cues = [cue for span in spans for cue in _cues(told, span, sides, words)] if words else []
    return Letter(
        id=letter_id(*(claim.id for claim in claims)),
        source=ActorCode(source),
        target=ActorCode(target),
        occasion=next((o for s in sentences if words and (o := _occasion(s, words))), None),
        is_reply=any(kind == "reply" for s in sentences[:1] if words for kind, _ in words.marks.find(s)),
        when=next((claim.when for claim in claims if claim.when), None),
        status=min((claim.status for claim in claims), key=STATUSES.index),
        signed_by=_persons(claims, source, "source"),
        addressed_to=_persons(claims, target, "target"),
        cues=tuple(sorted(cues, key=lambda cue: CUES.index(cue.kind))),
        claims=tuple(claim.id for claim in claims),
        articles=(told.article.id,),
    )


def _occasion(sentence: str, words: LetterWords) -> str | None:
    """What the letter is for; not what it leaves out (`tidak menyinggung Tahun Persahabatan`)."""
    if any(kind == "omission" for kind, _ in words.marks.find(sentence)):
        return None
    return words.occasions.first(sentence)


def _other_year(sentence: str, year: int | None, words: LetterWords | None) -> int | None:
    """The year of another letter that a sentence tells of: `Pada surat balasan 2023`, `tahun lalu`."""
    if words is None or year is None or not words.nouns.find(sentence):
        return None
    named = [int(found) for found in _YEAR.findall(sentence)]
    if named:
        return named[0] if named[0] < year else None
    return year - 1 if any(kind == "last_year" for kind, _ in words.marks.find(sentence)) else None


def _year(claims: Iterable[Claim]) -> int | None:
    return next((day.year for c in claims if c.when and (day := c.when.first or c.when.last)), None)


def _about(
    told: Told, anchor: Claim, sides: tuple[str, str], starts: set[int] | None, words: LetterWords | None
) -> list[Span]:
    """The sentence that tells of the letter, and those after it that go on about what it says.

    `starts` are the sentences that tell of the next letters; None where the text does not go on about this one.
    """
    at = next((n for n, span in enumerate(told.sentences) if span.start == anchor.sentence.start), None)
    if at is None or words is None or starts is None:
        return [anchor.sentence]
    spans = [told.sentences[at]]
    for number, span in enumerate(told.sentences[at + 1 : at + 1 + REACH], at + 1):
        if span.start in starts:
            break
        follows = spans[-1] == told.sentences[number - 1]
        if _goes_on(told, span, sides, words, follows=follows):
            spans.append(span)
    return spans


def _goes_on(told: Told, span: Span, sides: tuple[str, str], words: LetterWords, *, follows: bool) -> bool:
    """Whether a sentence still tells of the letter: it names one, or follows one that does and its writer speaks."""
    claims = [claim for claim in told.coding.claims if claim.sentence.start == span.start]
    voices = {_state(code) for claim in claims for code in (*(a.code for a in claim.source), *claim.speaker)}
    text = told.article.text[span.start : span.end]
    names_letter = bool(words.nouns.find(text))
    if voices:
        return voices == {sides[0]} and (follows or names_letter)
    return names_letter or (follows and bool(_QUOTED.search(text) or words.marks.find(text)))


def _cues(told: Told, span: Span, sides: tuple[str, str], words: LetterWords) -> Iterator[Cue]:
    text = told.article.text[span.start : span.end]
    claims = [claim for claim in told.coding.claims if claim.sentence.start == span.start]
    marks = words.marks.find(text)
    left_out = any(kind == "omission" for kind, _ in marks)

    def cue(kind: str, said: str) -> Cue:
        return Cue(kind=kind, text=said, article=told.article.id, sentence=span, sentence_text=" ".join(text.split()))

    for found in _QUOTED.finditer(text):
        yield cue("words", found["words"].strip(" ,."))
    for kind, phrase in words.epithets.find(text):
        yield cue("omission" if left_out else kind, phrase)
    for kind, phrase in marks:
        if kind == "omission":
            yield cue("omission", text[text.lower().find(phrase) :].strip(" .")[:120])
        elif kind == "wish":
            yield cue("wish", phrase)
        elif kind in ("full_text", "brief_mention", "front_page"):
            yield cue("placement", kind)
    for claim in claims:
        if (
            claim.type == "AGREE"
            and {_state(a.code) for a in claim.source} == {sides[0]}
            and claim.status == "happened"
        ):
            yield cue("promise", " ".join(text.split()))


def _persons(claims: Iterable[Claim], code: str, role: str) -> tuple[str, ...]:
    actors = [a for claim in claims for a in getattr(claim, role) if _state(a.code) == code]
    return tuple(dict.fromkeys(a.person or a.office or "" for a in actors if a.person or a.office))


def _acts(actors: Iterable[Actor], code: str) -> bool:
    return any(_state(actor.code) == code for actor in actors)


def _state(code: str) -> str:
    return code.partition(":")[0]
