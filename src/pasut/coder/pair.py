"""The pair task, as published benchmarks pose it: given a sentence and the spans of its two actors, the best root type.

The two spans are read as actors, whatever they name, and the sentence goes through the same passes as an article. Only
here, where an answer is always asked for, the words alone decide when the clause does not: such an answer is marked.
The fifteen roots are those of PLV (Hu et al. 2024): PLOVER's, with CONCEDE and RETREAT as one root, YIELD.
"""

import re
from collections.abc import Iterator, Sequence
from math import fsum
from typing import Final, NamedTuple

from pasut.coder.act import Act
from pasut.coder.clauses import Links
from pasut.coder.code import Sentence
from pasut.coder.item import Item
from pasut.coder.items import Scanner
from pasut.coder.memory import Memory
from pasut.coder.nouns import Nouns
from pasut.coder.parts import Part
from pasut.coder.phrases import Chunk, Phrase, Verb
from pasut.coder.roles import VerbRoles
from pasut.coder.stance import SKIP, stance_of
from pasut.errors import UsageError
from pasut.packs.cut import cut_words
from pasut.packs.frame import Frame
from pasut.packs.pack import Pack
from pasut.records import Article, PairRelation
from pasut.text.times import TimeFind
from pasut.tokens import Token
from pasut.world.load import World

SOURCE, TARGET = "SRC", "TGT"
"""Codes that the two spans bear while the sentence is read; no state has them."""
QUADS: Final = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""Root to quad class: verbal and material cooperation, verbal and material conflict."""
_FRIENDLY: Final = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "AGREE"))
_CLOSE: Final = 20
"""Characters: how near outside of the two spans a word still belongs to them."""
_UNKNOWN: Final = "CONSULT"
"""The root that a sentence without any known word is given: what news tells of two actors most often."""


Span = tuple[int, int, str]
"""First and last character (exclusive) of a span, and its code."""


class Candidate(NamedTuple):
    """A root that something in the sentence speaks for."""

    score: float
    root: str
    rule: str
    words: str
    certain: bool
    """Whether the clause itself joins the two spans."""


def relate(text: str, source: str, target: str, pack: Pack, world: World) -> PairRelation:
    """The best root for what `source` does to `target` in a sentence.

    One of the two may be nobody that the sentence names ("a recipient"). Raises UsageError when neither stands in it.
    """
    spans = _spans(text, source, target)
    sentence = _read(text, spans, pack, world)
    found = sorted(_candidates(sentence, _marked(text, spans)), key=lambda each: -each.score)
    if not found:
        return PairRelation(root=_UNKNOWN, quad=QUADS[_UNKNOWN], score=0.0, rule="", words="", guessed=True)
    best = found[0]
    total = fsum(each.score for each in found if each.root == best.root) / fsum(each.score for each in found)
    return PairRelation(
        root=best.root, quad=QUADS[best.root], score=round(total, 3), rule=best.rule,
        words=best.words.replace(SOURCE, source).replace(TARGET, target),
        guessed=not any(each.certain and each.root == best.root for each in found),
    )  # fmt: skip


# -- reading the sentence with its two spans -----------------------------------------------------------------------


class _PairScanner(Scanner):
    """Reads the two spans as actors of their own."""

    def scan(
        self, sentence: str, tokens: list[Token], offset: int, times: tuple[TimeFind, ...], *, headline: bool
    ) -> list[Item]:
        items = super().scan(sentence, tokens, offset, times, headline=headline)
        for item in items:
            if item.text in (SOURCE, TARGET):
                item.code, item.via, item.known = item.text, "name", True
        return items


def _read(text: str, spans: Sequence[Span], pack: Pack, world: World) -> Sentence:
    tokens = _with_spans(cut_words(text, pack.syntax.enclitics), spans)
    article = Article(id="", key="", language=pack.language, title=None, paragraphs=(text,), source="")
    scanner = _PairScanner(pack, world, Memory(), None)
    return Sentence(Part(text, 0, 0, tokens, ()), article, scanner)


def _spans(text: str, source: str, target: str) -> list[Span]:
    found: list[Span] = []
    if source not in text and target not in text:
        raise UsageError(
            f"neither {source!r} nor {target!r} stands in the sentence; give a span as it is written there"
        )
    for words, code in sorted(((source, SOURCE), (target, TARGET)), key=lambda pair: -len(pair[0])):
        at = text.find(words) if words.strip() else -1
        while at >= 0:
            if all(at >= last or at + len(words) <= first for first, last, _ in found):
                found.append((at, at + len(words), code))
            at = text.find(words, at + len(words))
    return sorted(found)


def _with_spans(tokens: list[Token], spans: Sequence[Span]) -> list[Token]:
    out: list[Token] = []
    for token in tokens:
        span = next(((first, last, code) for first, last, code in spans if first <= token.start < last), None)
        if span is None:
            out.append(token)
        elif not out or out[-1].end != span[1] or out[-1].text != span[2]:
            out.append(Token(span[2], span[2].lower(), span[0], span[1]))
    return out


def _marked(text: str, spans: Sequence[Span]) -> str:
    """The sentence with its two spans replaced by their codes."""
    out, at = [], 0
    for first, last, code in spans:
        out += [text[at:first], code]
        at = last
    return "".join([*out, text[at:]])


# -- what speaks for a root ----------------------------------------------------------------------------------------


def _candidates(sentence: Sentence, text: str) -> Iterator[Candidate]:
    sentence.claims()
    for act in sentence.acts:
        yield _from_act(act, sentence)
    yield from _from_words(sentence)
    yield from _from_phrases(sentence, text)


def _from_phrases(sentence: Sentence, text: str) -> Iterator[Candidate]:
    """The pack's turns of phrase, less sure the farther they stand from the two spans."""
    spans = [match.span() for match in re.finditer(f"{SOURCE}|{TARGET}", text)]
    low, high = (spans[0][0], spans[-1][1]) if len(spans) > 1 else (0, len(text))
    for rule in sentence.pack.pair:
        found = rule.pattern.search(text)
        if found is not None:
            weight = rule.weight * _place(found.start(), found.end(), low, high)
            yield Candidate(weight, rule.root, f"{sentence.pack.language}.pair.{rule.id}", found.group(), False)


def _place(start: int, end: int, low: int, high: int) -> float:
    """How much a turn of phrase counts where it stands: most between the two spans and early, least far behind."""
    if start >= high:
        return 0.8 if start - high < _CLOSE else 0.45
    if end <= low:
        return 0.8 if low - end < _CLOSE else 0.4
    return 1.0 - 0.15 * max(0, start - low) / (high - low)


def _from_act(act: Act, sentence: Sentence) -> Candidate:
    sources, targets = {ref.code for ref in act.sources}, {ref.code for ref in act.targets}
    forward, backward = SOURCE in sources and TARGET in targets, TARGET in sources and SOURCE in targets
    score = 10.0 if forward else 6.0 if backward else 4.0 if SOURCE in sources else 2.0 if TARGET in targets else 0.5
    words = sentence.text[act.start : act.end]
    return Candidate(score, _root(act.type, act.status), act.rule, words, forward or backward)


def _root(kind: str, status: str) -> str:
    """PLOVER's root for an act of this type told so: a promised kindness is AGREE, one refused REJECT."""
    root = "YIELD" if kind in ("CONCEDE", "RETREAT") else kind
    if root in _FRIENDLY:
        return {"planned": "AGREE", "possible": "AGREE", "not_happened": "REJECT"}.get(status, root)
    if root in ("ASSAULT", "COERCE", "SANCTION") and status in ("planned", "possible"):
        return "THREATEN"
    return root


def _from_words(sentence: Sentence) -> Iterator[Candidate]:
    """Every verb and event noun, by how near it stands to the two spans."""
    links, syntax = sentence.links, sentence.pack.syntax
    roles = VerbRoles(links, Nouns(links, syntax), syntax)
    for index, chunk in enumerate(sentence.chunks):
        if isinstance(chunk, Verb):
            yield from _from_verb(index, chunk, links, roles)
        elif isinstance(chunk, Phrase) and chunk.events:
            item, form = chunk.events[0]
            kind, _ = roles.nouns.type_of(form, chunk, None)
            if kind:
                yield Candidate(
                    _near(index, sentence.chunks) * 0.5, _root(kind, "happened"), form.rule, item.text, False
                )


def _from_verb(index: int, verb: Verb, links: Links, roles: VerbRoles) -> Iterator[Candidate]:
    stance = stance_of(index, links)
    after = links.after(index)
    for form in verb.forms:
        sense = roles.sense(form.frame, roles.of(index, verb, form, after), after)
        kind = (sense.type if sense else None) or form.frame.type or _first_type(form.frame)
        if kind is None:
            continue
        status = "happened" if stance.status == SKIP else stance.status
        subject = links.subject(index)
        own = subject is not None and any(ref.code == SOURCE for ref in subject.actors)
        score = _near(index, links.chunks) * (1.0 if stance.status != SKIP else 0.4) + (1.0 if own else 0.0)
        yield Candidate(score, _root(kind, status), form.rule, verb.item.text, False)
        return


def _first_type(frame: Frame) -> str | None:
    """What a verb means that means something of certain things only: the spans do not tell what they are."""
    first = next((sense.type for sense in frame.senses if sense.type), None)
    return first or ("REJECT" if frame.kind == "deny" else None)


def _near(index: int, chunks: Sequence[Chunk]) -> float:
    """1 for a word between the two spans, less with each chunk that it stands outside of them."""
    places = {
        ref.code: at
        for at, chunk in enumerate(chunks)
        if isinstance(chunk, Phrase)
        for ref in (*chunk.refs, *chunk.owners)
    }
    low, high = sorted((places.get(SOURCE, 0), places.get(TARGET, len(chunks))))
    outside = max(low - index, index - high, 0)
    return 1.0 / (1.0 + outside)
