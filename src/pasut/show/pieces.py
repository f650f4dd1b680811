"""Where the pieces of a claim stand in its article: who acts, on whom, by which word, who says it, and when it was.

Actors and trigger are in the record. Speaker and time are found by reading the article once more as the coder does,
and only those are given that say what the record says: a corrected claim has none for what was corrected.
"""

from collections.abc import Iterator
from typing import Literal

from pasut.coder.code import Sentence
from pasut.coder.dates import day_of
from pasut.coder.items import Scanner
from pasut.coder.memory import Memory
from pasut.coder.named import count_states
from pasut.coder.parts import read_parts
from pasut.coder.phrases import Phrase
from pasut.coder.scopes import speakers_of
from pasut.packs.pack import Pack
from pasut.records import Actor, Article, Claim, Record, Span
from pasut.world.load import World

Role = Literal["source", "target", "party", "trigger", "speaker", "time"]
"""A party is both source and target, of what two do together."""


class Piece(Record, frozen=True):
    """A stretch of `Article.text` and what it is in a claim."""

    span: Span
    role: Role


def claim_pieces(claim: Claim) -> tuple[Piece, ...]:
    """What the record itself says: trigger and actors."""
    sources, targets = _spans(claim.source), _spans(claim.target)
    pieces = [Piece(span=claim.trigger, role="trigger")]
    pieces += [Piece(span=span, role="party" if span in targets else "source") for span in sources]
    pieces += [Piece(span=span, role="target") for span in targets if span not in sources]
    return tuple(pieces)


def read_pieces(claim: Claim, article: Article, pack: Pack, world: World) -> tuple[Piece, ...]:
    """The same, with speaker and time where the article's sentence names them."""
    return claim_pieces(claim) + tuple(_read(claim, article, pack, world))


def _read(claim: Claim, article: Article, pack: Pack, world: World) -> Iterator[Piece]:
    sentence = _sentence(claim, article, pack, world)
    if sentence is None:
        return
    base = sentence.offset
    for find in sentence.times:
        if claim.when and find.when and (find.when.first, find.when.last) == (claim.when.first, claim.when.last):
            yield Piece(span=Span(start=base + find.start, end=base + find.end), role="time")
    speaker = _speaker(claim, sentence)
    if speaker is not None:
        yield Piece(span=Span(start=speaker.start, end=speaker.end), role="speaker")


def _sentence(claim: Claim, article: Article, pack: Pack, world: World) -> Sentence | None:
    """The claim's sentence as the coder meets it: after all those before it."""
    parts, story = read_parts(article, pack)
    memory = Memory(count_states((part.tokens for part in parts), pack))
    memory.story = story
    scanner = Scanner(pack, world, memory, day_of(article.published))
    memory.wars, memory.day = world.wars, scanner.day
    for part in parts:
        if part.offset > claim.sentence.start:
            break
        memory.step()
        sentence = Sentence(part, article, scanner)
        if part.offset == claim.sentence.start:
            return sentence
        sentence.claims()
    return None


def _speaker(claim: Claim, sentence: Sentence) -> Phrase | None:
    """The phrase that a word of saying or accusing makes speak, if it is the claim's speaker."""
    if not claim.speaker:
        return None
    verb = min((scope.verb for scope in sentence.scopes if scope.speakers == claim.speaker), default=0)
    named = [
        (abs(at - verb), chunk)
        for at, chunk in enumerate(sentence.chunks)
        if isinstance(chunk, Phrase) and not _is_own(chunk, claim)
        if speakers_of(chunk, sentence.memory)[0] == claim.speaker
    ]
    return min(named, key=lambda each: each[0])[1] if named else None


def _is_own(phrase: Phrase, claim: Claim) -> bool:
    """Whether it is the phrase that names who acts or is acted upon."""
    spans = (actor.span for actor in (*claim.source, *claim.target) if actor.span)
    return any(phrase.start <= span.start and span.end <= phrase.end for span in spans)


def _spans(actors: tuple[Actor, ...]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(actor.span for actor in actors if actor.span))
