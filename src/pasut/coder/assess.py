"""How somebody judges a relation: warming, cooling, warm, cold or mixed, by phrase and the two actors nearest."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from pasut.coder.memory import Pair
from pasut.coder.parties import Parties
from pasut.coder.refs import Ref
from pasut.packs.judging import AssessRule, PartyWords
from pasut.packs.load import PHRASE_WORD
from pasut.packs.pack import Pack
from pasut.packs.quick import held, holds_any
from pasut.records import ActorCode, Assessment, Span, When
from pasut.tokens import Token

if TYPE_CHECKING:
    from pasut.coder.code import Sentence


_NOBODY: Final[Pair] = (Ref("", -1, -1, ""), Ref("", -1, -1, ""))
"""Stands for the parties of a judgement until they are named."""
_STATES: Final = frozenset(("warm", "mixed"))
_SINCE: Final = 40
"""Characters before a war's name in which `sejak` or `selama` stands: `selama lebih dari tiga tahun perang di X`."""
_WISHED: Final = 8
"""Words before a judgement among which a wish for it stands: `berjanji akan terus berupaya mempererat`."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE: Final = re.compile(r"[;:,.!?\"()]")


def rules_for(text: str, sentences: Iterable[list[Token]], pack: Pack) -> tuple[AssessRule, ...]:
    """The rules of the pack with those of their phrases alone that stand in a text: none other is in its sentences."""
    low = text.lower()
    words = {token.low for tokens in sentences for token in tokens}
    joined = [word for word in words if "-" in word or "'" in word or "’" in word]
    words.update([run for word in joined for run in PHRASE_WORD.findall(word)])
    heads = [pack.assess_heads[head] for head in pack.assess_heads.keys() & words]
    near = {phrase for seconds in heads for second in seconds.keys() & words for phrase in held(low, seconds[second])}
    if not near:
        return ()
    numbers = {number for phrase in near for number in pack.assess_rules[phrase]}
    return tuple([_with_phrases(pack.assess[number], near) for number in sorted(numbers)])


def _with_phrases(rule: AssessRule, near: set[str]) -> AssessRule:
    return msgspec.structs.replace(rule, phrases=tuple([phrase for phrase in rule.phrases if phrase in near]))


def find_assessments(sentence: "Sentence", rules: Iterable[AssessRule]) -> list[Assessment]:
    """The assessments of one coded sentence, one for each two: by the first rule of which a phrase speaks of them.

    Who is merely named near the words is taken for their parties only where no words told any.
    """
    matched = [
        (rule, at) for rule in rules if holds_any(sentence.low, rule.phrases) for at in _matches(rule, sentence.low)
    ]
    if not matched or sentence.asks():
        return []
    parties = Parties(sentence, sentence.pack.parties)
    made: dict[frozenset[str], Assessment] = {}
    near: list[Assessment] = []
    told: list[Pair] = []
    for rule, at in matched:
        if _is_undone(sentence.low[: at[0]], sentence.pack.parties):
            continue
        found = parties.find(at[0] + sentence.offset, rule)
        if found.awaited:
            sentence.memory.awaiting.hold(_record(sentence, rule, at, _NOBODY), sentence.memory.sentence)
        for pair in found.pairs:
            record = _record(sentence, rule, at, pair)
            if not found.told:
                near.append(record)
            elif made.setdefault(frozenset(record.dyad), record) is record:
                told.append(pair)
    sentence.memory.note_judged(told)
    return list(made.values()) or near[:1]


def named_later(sentence: "Sentence") -> list[Assessment]:
    """The judgements at the beginning of the article whose parties this sentence is the first to name."""
    awaiting = sentence.memory.awaiting
    if not awaiting.is_open:
        return []
    named = {ref.code for _, phrase in sentence.links.phrases for ref in phrase.actors}
    dyad = awaiting.settle(sentence.memory.sentence, named, Parties(sentence, sentence.pack.parties).named())
    return [] if dyad is None else [_between(record, dyad) for record in awaiting.taken()]


def _between(record: Assessment, pair: Pair) -> Assessment:
    codes = (ActorCode(pair[0].code), ActorCode(pair[1].code))
    return msgspec.structs.replace(record, id=_id_of(record, codes), dyad=codes)


def _is_undone(before: str, words: PartyWords) -> bool:
    """Whether the words before a judgement make it a wish or undo it: `ingin mempererat`, `tidak memburuk`."""
    last = _WORD.findall(_CLAUSE.split(before)[-1])[-_WISHED:]
    return not words.wishes.isdisjoint(last) or not words.negators.isdisjoint(last[-1:])


def _matches(rule: AssessRule, low: str) -> Iterator[tuple[int, int]]:
    """Where each phrase of the rule stands first in a sentence, as a word of its own or with `-nya`."""
    if rule.needs and not holds_any(low, rule.needs):
        return
    for phrase in rule.phrases:
        at, end = low.find(phrase), low.find(phrase) + len(phrase)
        if at >= 0 and not low[max(at - 1, 0) : at].isalpha() and not low[end:].removeprefix("nya")[:1].isalpha():
            yield at, end


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


def _speakers(sentence: "Sentence", at: int) -> tuple[str, ...]:
    """Who says so: the narrowest scope around the words, or whoever spoke last where they are quoted."""
    chunk = Parties(sentence, sentence.pack.parties).chunk_at(at + sentence.offset)
    around = [scope for scope in sentence.scopes if scope.first <= chunk < scope.last and scope.speakers]
    if around:
        return max(around, key=lambda scope: (scope.first, -scope.last)).speakers
    quoted = (sentence.low[:at].count('"') + sentence.inside) % 2 == 1 and sentence.quoted
    return sentence.memory.speaker if quoted and not sentence.scopes else ()


def _record(sentence: "Sentence", rule: AssessRule, at: tuple[int, int], pair: Pair) -> Assessment:
    when = _time(sentence, rule)
    codes = (ActorCode(pair[0].code), ActorCode(pair[1].code))
    name = f"id.assess.{rule.id}" if sentence.pack.language == "id" else f"{sentence.pack.language}.assess.{rule.id}"
    record = Assessment(
        id="",
        article=sentence.article.id,
        sentence=Span(start=sentence.offset, end=sentence.offset + len(sentence.text)),
        sentence_text=sentence.text,
        trigger=Span(start=at[0] + sentence.offset, end=at[1] + sentence.offset),
        rule=name,
        dyad=codes,
        direction=rule.direction,  # type: ignore[arg-type]
        speaker=_speakers(sentence, at[0]),
        when=None if when is None else When(first=when.first, last=when.last, basis=when.basis),
    )
    return msgspec.structs.replace(record, id=_id_of(record, codes))


def _id_of(record: Assessment, codes: Sequence[str]) -> str:
    key = f"{record.article}|{record.sentence.start}|{record.rule}|{'|'.join(sorted(codes))}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
