"""How somebody judges a relation: warming, cooling, warm, cold or mixed, by phrase and the two actors nearest."""

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from pasut.coder.phrases import Phrase
from pasut.coder.refs import Ref
from pasut.packs.load import PHRASE_WORD, AssessRule, Pack
from pasut.packs.quick import held, holds_any
from pasut.records import ActorCode, Assessment, Span, When
from pasut.tokens import Token

if TYPE_CHECKING:
    from pasut.coder.code import Sentence


_STATES = frozenset(("warm", "mixed"))
_SINCE = 40
"""Characters before a war's name in which `sejak` or `selama` stands: `selama lebih dari tiga tahun perang di X`."""


def rules_for(text: str, sentences: Iterable[list[Token]], pack: Pack) -> tuple[AssessRule, ...]:
    """The rules of the pack with those of their phrases alone that stand in a text: none other is in its sentences."""
    low = text.lower()
    words = {token.low for tokens in sentences for token in tokens}
    words.update([run for word in words if not word.isalpha() for run in PHRASE_WORD.findall(word)])
    heads = pack.assess_heads.keys() & words
    near = {phrase for head in heads for phrase in held(low, pack.assess_heads[head])}
    if not near:
        return ()
    kept = [(rule, tuple([phrase for phrase in rule.phrases if phrase in near])) for rule in pack.assess]
    return tuple(msgspec.structs.replace(rule, phrases=phrases) for rule, phrases in kept if phrases)


def find_assessments(sentence: "Sentence", rules: Iterable[AssessRule]) -> list[Assessment]:
    """The assessments of one coded sentence: the first rule whose phrase stands in it, for the pair it speaks of."""
    low = sentence.low
    for rule in rules:
        at = _match(rule, low)
        if at is None:
            continue
        pair = _pair(sentence, at[0] + sentence.offset)
        if pair is None:
            continue
        return [_record(sentence, rule, at, pair)]
    return []


def _match(rule: AssessRule, low: str) -> tuple[int, int] | None:
    if rule.needs and not holds_any(low, rule.needs):
        return None
    for phrase in rule.phrases:
        at = low.find(phrase)
        if (
            at >= 0
            and (at == 0 or not low[at - 1].isalpha())
            and not low[at + len(phrase) : at + len(phrase) + 1].isalpha()
        ):
            return at, at + len(phrase)
    return None


def _pair(sentence: "Sentence", at: int) -> tuple[Ref, Ref] | None:
    """The two different states named nearest to the phrase; `kedua negara` points back to the two named last."""
    phrases = [chunk for chunk in sentence.chunks if isinstance(chunk, Phrase)]
    both = next((p for p in phrases if p.pronoun in ("both", "third_plural") and not p.refs), None)
    refs = [(ref, abs(phrase.start - at)) for phrase in phrases for ref in (*phrase.refs, *phrase.owners)]
    refs.sort(key=lambda pair: pair[1])
    found: list[Ref] = []
    for ref, _ in refs:
        if all(ref.code != known.code for known in found):
            found.append(ref)
    if both is not None and len(found) != 2:
        found = sentence.memory.pair()
    if len(found) == 1 and any(phrase.nya for phrase in phrases):
        found.extend(sentence.memory.other_than({found[0].code}))
    if len(found) < 2:
        return None
    return found[0], found[1]


def _time(sentence: "Sentence", rule: AssessRule) -> When | None:
    """The time that the judgement is about: the sentence's own, a war's that it names, else that of the news.

    How close two are as a state (`sekutu utama`) is of no certain time, unless the sentence says that it is so now.
    """
    finds = [find for find in sentence.times if find.when is not None]
    told = next((find.when for find in finds if find.kind not in ("now", "inside-name")), None)
    told = told or _war(sentence)
    if told is not None:
        return told
    if holds_any(sentence.low, sentence.pack.syntax.long_ago):
        return None
    if rule.direction in _STATES and not any(find.kind == "now" for find in finds):
        return None
    return sentence.memory.story or sentence.article.published


def _war(sentence: "Sentence") -> When | None:
    """`sejak perang di Ukraina`: since the war began, where it lasts."""
    words = sentence.pack.time
    named = words.wars.search(sentence.text)
    before = sentence.low[max(0, named.start() - _SINCE) : named.start()] if named else ""
    if named is None or not any(f" {word} " in f" {before}" for word in (*words.file.since, *words.file.during)):
        return None
    slug = words.file.wars[" ".join(named[0].lower().split())]
    war = next((war for war in sentence.world.wars if war.id == slug), None)
    return (
        None if war is None or war.first is None else When(first=war.first, last=war.last, basis="the war's own dates")
    )


def _record(sentence: "Sentence", rule: AssessRule, at: tuple[int, int], pair: tuple[Ref, Ref]) -> Assessment:
    scope = next((scope for scope in sentence.scopes if scope.speakers), None)
    when = _time(sentence, rule)
    codes = (ActorCode(pair[0].code), ActorCode(pair[1].code))
    name = f"id.assess.{rule.id}" if sentence.pack.language == "id" else f"{sentence.pack.language}.assess.{rule.id}"
    key = f"{sentence.article.id}|{sentence.offset}|{name}|{'|'.join(sorted(codes))}"
    return Assessment(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        article=sentence.article.id,
        sentence=Span(start=sentence.offset, end=sentence.offset + len(sentence.text)),
        sentence_text=sentence.text,
        trigger=Span(start=at[0] + sentence.offset, end=at[1] + sentence.offset),
        rule=name,
        dyad=codes,
        direction=rule.direction,  # type: ignore[arg-type]
        speaker=scope.speakers if scope else (),
        when=None if when is None else When(first=when.first, last=when.last, basis=when.basis),
    )
