"""Between whom a judged relation is: those whom its noun names, whom its verb joins, or who are named nearest to it.

The words by which relations and their parties are told (`hubungan`, `dengan`, `antara`, `sekutu`) stand in assess.toml.
"""

from collections.abc import Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

import msgspec

from pasut.coder.memory import Pair
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_word
from pasut.coder.refs import Ref, unique
from pasut.packs.judging import AssessRule, PartyWords

if TYPE_CHECKING:
    from pasut.coder.code import Sentence

_GAP: Final = 4
"""Chunks between a relation's noun and those it is with: `hubungan yang mulai terjalin dengan X`."""
_PLURAL: Final = ("both", "third_plural")
_OWNING: Final = frozenset(("state", "person", "organ", "force", "other", "name", "noun", ""))
"""Kinds of phrase that can be a party as subject; an event or a thing of a state cannot."""


class Found(msgspec.Struct, frozen=True, gc=False):
    """The parties of one judgement, and whether the words about it told them, not mere nearness."""

    pairs: tuple[Pair, ...] = ()
    told: bool = False
    awaited: bool = False
    """Whether the parties are as yet unnamed: `hubungan bilateral` of nobody at the beginning of an article."""


class Parties:
    """Finds in one sentence the parties of a judgement that stands at a place in it."""

    def __init__(self, sentence: "Sentence", words: PartyWords) -> None:
        self.sentence, self.words, self.chunks = sentence, words, sentence.chunks
        self.memory = sentence.memory

    def find(self, start: int, rule: AssessRule) -> Found:
        """The parties of the judgement by a rule whose words begin at `start` (a character of the article)."""
        at = self.chunk_at(start)
        first, last = self._clause(at)
        noun = self._relation(at, first, last)
        if rule.needs and not self._fits(noun, rule):
            return Found()
        found = _different(self._of_noun(noun) if noun is not None else self._of_verb(at, start, first, last))
        if found:
            return Found(tuple(found), told=True)
        if rule.told or self._is_partner(self.chunks[at]) or (noun is not None and self._leads_away(noun)):
            return Found()
        near = tuple(_different(self._nearest(start)))
        return Found(near, awaited=not near and noun is not None and self._awaits(noun))

    def _fits(self, noun: int | None, rule: AssessRule) -> bool:
        """Whether what the rule judges is what its clause tells of: a growing `ketegangan` is no growing `hubungan`."""
        return noun is not None and self._names(self.chunks[noun], frozenset(rule.needs))

    def _awaits(self, at: int) -> bool:
        """`hubungan bilateral`, `hubungan kedua negara`, of two whom neither the sentence nor one before it names."""
        chunk, after = self.chunks[at], self._after(at)
        if len(self.sentence.before) > 1 or any(isinstance(each, Phrase) and each.actors for each in self.chunks):
            return False
        if after is not None:
            return _is_plural(after)
        return _is_plural(chunk) or self._names(chunk, self.words.mutual)

    def named(self) -> list[Pair]:
        """Every two between whom the sentence names a relation."""
        held = [at for at, chunk in enumerate(self.chunks) if self._names(chunk, self.words.nouns)]
        return _different([pair for at in held for pair in self._of_noun(at)])

    def _leads_away(self, at: int) -> bool:
        """`hubungan dengan X` of somebody unknown: whoever is named nearest is not the other."""
        after = self._after(at)
        return after is not None and after.prep in self.words.with_

    # -- where -------------------------------------------------------------------------------------------------------

    def chunk_at(self, start: int) -> int:
        spans = [_span(chunk) for chunk in self.chunks]
        return next((at for at, (_, end) in enumerate(spans) if end > start), len(spans) - 1)

    def _clause(self, at: int) -> tuple[int, int]:
        """The clause around a chunk, as indices from the first to after the last; `yang` opens none."""
        first, last = at, at + 1
        while first > 0 and not _is_edge(self.chunks[first - 1]):
            first -= 1
        while last < len(self.chunks) and not _is_edge(self.chunks[last]):
            last += 1
        return first, last

    def _relation(self, at: int, first: int, last: int) -> int | None:
        """The chunk of the clause nearest to `at` that names the relation: `hubungan`, `kerja sama`."""
        held = [index for index in range(first, last) if self._names(self.chunks[index], self.words.nouns)]
        return min(held, key=lambda index: (abs(index - at), index), default=None)

    def _names(self, chunk: Chunk, words: frozenset[str]) -> bool:
        if isinstance(chunk, Verb):
            return not words.isdisjoint(chunk.item.low.split())
        if not isinstance(chunk, Phrase):
            return False
        lows = [item.low.removesuffix("nya") if item.nya else item.low for item in chunk.items]
        return any([low in words or not words.isdisjoint(low.split()) for low in lows])

    def _is_partner(self, chunk: Chunk) -> bool:
        return isinstance(chunk, Phrase) and self._names(chunk, self.words.partners)

    # -- by the noun -------------------------------------------------------------------------------------------------

    def _of_noun(self, at: int) -> list[Pair]:
        """`hubungan A dan B`, `hubungan A dengan B`, `hubungannya dengan B`, `hubungan kedua negara`."""
        chunk = self.chunks[at]
        own = unique([*chunk.owners, *chunk.refs]) if isinstance(chunk, Phrase) else []
        if len(own) > 1:
            return list(combinations(own, 2))
        with_whom = self._after(at)
        if _is_plural(chunk) or (with_whom is not None and _is_plural(with_whom)):
            return self._both(at)
        if with_whom is None:
            return self._subjects(at, own) or self._judged_before(at, own)
        others = self._listed(with_whom)
        if with_whom.prep in self.words.between or not with_whom.prep:
            return list(combinations(unique([*own, *others]), 2))
        return list(product(own or self._subject(at, others), others))

    def _after(self, at: int) -> Phrase | None:
        """Whom the relation is with or between, right after its noun, or joined to its owner: `hubungan A dan B`."""
        for index in range(at + 1, min(at + 1 + _GAP, len(self.chunks))):
            chunk = self.chunks[index]
            if is_word(chunk, ",", ":") or _is_edge(chunk):
                return None
            if isinstance(chunk, Verb) and is_word(self.chunks[index - 1], "conj"):
                return None
            if not isinstance(chunk, Phrase) or not (chunk.actors or _is_plural(chunk)):
                continue
            if chunk.prep in self.words.between | self.words.with_ or chunk.pronoun:
                return chunk
            return chunk if index == at + 1 or (index == at + 2 and is_word(self.chunks[at + 1], "conj")) else None
        return None

    def _listed(self, phrase: Phrase) -> list[Ref]:
        """The actors of a phrase and of one joined to it: `dengan B dan C memburuk`, not `dengan B dan C menyerang`."""
        rest = self.chunks[self.chunks.index(phrase) + 1 :][:3]
        found = list(phrase.actors)
        if len(rest) == 3 and is_word(rest[0], "conj") and isinstance(rest[1], Phrase) and not rest[1].prep:
            found += [] if isinstance(rest[2], Verb) and rest[2].forms else rest[1].refs
        return unique(found)

    def _subjects(self, at: int, own: list[Ref]) -> list[Pair]:
        """`A dan B mempererat hubungan`, `A mempererat hubungan B`: those who do it are its parties."""
        found = self._subject(at, own)
        return list(product(own, found)) if own else list(combinations(found, 2))

    def _subject(self, at: int, besides: Sequence[Ref]) -> list[Ref]:
        """Whose relation it is: the bare phrase before it, or the last sentence's subject for `hubungannya`."""
        codes = {ref.code for ref in besides}
        bare = [index for index in range(at - 1, -1, -1) if self._may_own(self.chunks[index])]
        bare.sort(key=lambda index: index > 0 and isinstance(self.chunks[index - 1], Verb))  # objects last
        for index in bare:
            found = [ref for ref in self._meant(index) if ref.code not in codes]
            if found:
                return unique(found)
        chunk = self.chunks[at]
        named = {ref.code for phrase in self.chunks if isinstance(phrase, Phrase) for ref in phrase.actors}
        alone = not named - codes and self._leads_away(at)  # `Hubungan dengan X memburuk.`
        known = self.memory.subject if isinstance(chunk, Phrase) and (chunk.nya or alone) else []
        return [ref for ref in known if ref.code not in codes]

    def _may_own(self, chunk: Chunk) -> bool:
        bare = isinstance(chunk, Phrase) and not chunk.prep and chunk.kind in _OWNING
        return isinstance(chunk, Phrase) and bare and bool(chunk.refs or chunk.pronoun == "first_person")

    def _meant(self, at: int) -> Sequence[Ref]:
        """Those whom a bare phrase names, or for `kita` both the speaker's side and the other."""
        chunk = self.chunks[at]
        assert isinstance(chunk, Phrase)
        return chunk.refs or (self.sentence.before if self.memory.speaker_refs else [])

    def _judged_before(self, at: int, own: Sequence[Ref]) -> list[Pair]:
        """`X memperbaiki hubungan`, `kedekatan itu`: those whose relation was judged just before."""
        chunk = self.chunks[at]
        whose = {ref.code for ref in own or self._subject(at, ())}
        judged = [pair for pair in self.memory.judged_lately() if not whose or whose & {ref.code for ref in pair}]
        if not judged and isinstance(chunk, Phrase) and (chunk.det or chunk.pronoun):
            return list(combinations(self.sentence.before, 2))
        return judged if whose or (isinstance(chunk, Phrase) and chunk.det) else []

    def _both(self, at: int) -> list[Pair]:
        """`hubungan kedua negara`: two named before in the sentence, else the two that the article is about."""
        before = [chunk for chunk in self.chunks[:at] if isinstance(chunk, Phrase) and chunk.actors]
        joined = next((chunk.refs for chunk in reversed(before) if len(unique(chunk.refs)) == 2), None)
        named = unique(ref for chunk in before for ref in chunk.actors)
        found = joined or (named if len(named) == 2 else self.sentence.before)
        return list(combinations(unique(found), 2))

    # -- by the verb, adjective or partner ---------------------------------------------------------------------------

    def _of_verb(self, at: int, start: int, first: int, last: int) -> list[Pair]:
        """`A mendekat ke B`, `A semakin dekat dengan B`, `A dan B bermusuhan`, `A, sekutu dekat B`."""
        chunk = self.chunks[at]
        if self._is_partner(chunk):
            return self._of_partner(at)
        own = [ref for ref in chunk.refs if ref.end <= start] if isinstance(chunk, Phrase) else []
        sides = unique(own or self._bare_before(at, first))
        others = self._joined(at, last)
        if len(others) > 1 and not sides:
            return list(combinations(others, 2))
        return list(product(sides, others)) if others else list(combinations(sides, 2))

    def _joined(self, at: int, last: int) -> list[Ref]:
        """`ke B`, `dengan B dan C`, right after the verb or adjective."""
        for after in self.chunks[at + 1 : min(at + 3, last)]:
            if isinstance(after, Phrase) and after.prep in self.words.with_ | self.words.between:
                return self._listed(after) if after.kind in _OWNING or after.kind == "people" else []
        return []

    def _of_partner(self, at: int) -> list[Pair]:
        """`A adalah sekutu dekat B`, `sekutu dekat B, A`: the partner told, and whose partner it is."""
        chunk = self.chunks[at]
        assert isinstance(chunk, Phrase)
        whose = unique([*chunk.owners, *chunk.refs]) or self._partner_of(at)
        before, beside = self._bare_before(at, 0), self._beside(at)
        adjoining = at > 0 and is_word(self.chunks[at - 1], ",") and before
        if not whose and any([item.nya for item in chunk.items]):
            other = beside or (before if adjoining else self._only_other(before))
            return list(product(self._subject(at, other), other))
        if not whose:
            held = before and isinstance(self.chunks[at - 1], Phrase)  # `A menganggap B sekutu penting`
            return list(product(self._subject(at, before), before)) if held else list(combinations(before, 2))
        return list(product(whose, before if adjoining or not beside else beside))

    def _only_other(self, besides: Sequence[Ref]) -> list[Ref]:
        """`X menyerang musuh lamanya`: the one other that the sentence names."""
        codes = {ref.code for ref in besides}
        phrases = [chunk for chunk in self.chunks if isinstance(chunk, Phrase)]
        named = [ref for ref in unique(r for phrase in phrases for r in phrase.actors) if ref.code not in codes]
        return named if len(named) == 1 else []

    def _partner_of(self, at: int) -> list[Ref]:
        after = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        told = isinstance(after, Phrase) and after.prep in self.words.with_ | self.words.whose
        return unique(after.actors) if told and isinstance(after, Phrase) else []

    def _beside(self, at: int) -> list[Ref]:
        """`sekutu utamanya, China`: the actor beside the partner."""
        rest = self.chunks[at + 1 : at + 3]
        if len(rest) == 2 and is_word(rest[0], ","):
            named = rest[1]
            return unique(named.refs) if isinstance(named, Phrase) and not named.prep else []
        return []

    def _bare_before(self, at: int, first: int) -> list[Ref]:
        for chunk in reversed(self.chunks[first:at]):
            if isinstance(chunk, Phrase) and not chunk.prep and chunk.kind in _OWNING:
                if chunk.refs:
                    return unique(chunk.refs)
                if _is_plural(chunk):
                    return unique(self.sentence.before)
        return []

    # -- by nearness -------------------------------------------------------------------------------------------------

    def _nearest(self, start: int) -> list[Pair]:
        """The two different states named nearest; `kedua negara` points back to the two named last."""
        phrases = [chunk for chunk in self.chunks if isinstance(chunk, Phrase)]
        both = any(_is_plural(phrase) and not phrase.refs for phrase in phrases)
        refs = [(ref, abs(phrase.start - start)) for phrase in phrases for ref in (*phrase.refs, *phrase.owners)]
        refs.sort(key=lambda pair: pair[1])
        found = unique(ref for ref, _ in refs)
        if both and len(found) != 2:
            found = self.memory.pair()
        if len(found) == 1 and any(phrase.nya for phrase in phrases):
            found.extend(self.memory.other_than({found[0].code}))
        return [(found[0], found[1])] if len(found) > 1 else []


def _different(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of two states or bodies, each once; a state and a group of its own are no pair."""
    kept: dict[frozenset[str], Pair] = {}
    for one, other in pairs:
        if one.code.split(":")[0] != other.code.split(":")[0]:
            kept.setdefault(frozenset((one.code, other.code)), (one, other))
    return list(kept.values())


def _is_plural(chunk: Chunk) -> bool:
    return isinstance(chunk, Phrase) and chunk.pronoun in _PLURAL


def _is_edge(chunk: Chunk) -> bool:
    return is_word(chunk, "sub", "contrast", ";", ".", "?", "!") and not is_relative(chunk)


def _span(chunk: Chunk) -> tuple[int, int]:
    return (chunk.item.start, chunk.item.end) if isinstance(chunk, Word) else (chunk.start, chunk.end)
