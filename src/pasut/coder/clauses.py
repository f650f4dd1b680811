"""Who is the subject of each verb and what follows it: subjects found leftwards past relatives, purposes and
coordination, objects and prepositional phrases rightwards to the clause's end. Voice is not undone here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pasut.coder.asides import head_before, host_of, interrupted_at, past_inserted, spoken_of
from pasut.coder.following import After, unmoved_after
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_weak, is_word, left_of
from pasut.coder.relatives import GIVEN, is_written, mark_before, mark_between
from pasut.coder.told_of import commands, fears, is_causative, is_issued, is_ranked, is_said, judges
from pasut.packs.words import Syntax

if TYPE_CHECKING:
    from pasut.coder.stance import Stance

_VIEWS: Final = frozenset(("SUPPORT", "ACCUSE", "REJECT"))
"""Types of acts that somebody does towards what another has made."""


class Links:
    """The clause links of one sentence, found on demand and remembered."""

    def __init__(self, chunks: Sequence[Chunk], syntax: Syntax) -> None:
        self.chunks, self.syntax = chunks, syntax
        self.phrases: list[tuple[int, Phrase]] = []
        """The phrases alone, each with its index: the passes go over them, or over the verbs, many times."""
        self.verbs: list[tuple[int, Verb]] = []
        self.words: list[tuple[int, Word]] = []
        self.without_phrases: list[tuple[int, Verb | Word]] = []
        for index, chunk in enumerate(chunks):
            if isinstance(chunk, Phrase):
                self.phrases.append((index, chunk))
                continue
            self.without_phrases.append((index, chunk))
            if isinstance(chunk, Verb):
                self.verbs.append((index, chunk))
            else:
                self.words.append((index, chunk))
        self._subjects: dict[int, Phrase | None] = {}
        self._afters: dict[int, After] = {}
        self.stances: dict[int, Stance] = {}
        """What `stance_of` found of each verb, since it is asked of again and again."""

    def kind(self, index: int) -> str:
        """The frame kind of the verb at `index`; `event` also for a verb of no entry."""
        chunk = self.chunks[index]
        return chunk.forms[0].frame.kind if isinstance(chunk, Verb) and chunk.forms else "none"

    def denies(self, index: int) -> bool:
        """Whether the verb at `index` denies: `tidak membantah` and `mengonfirmasi maupun membantah` leave all open."""
        verb = self.chunks[index]
        if self.kind(index) != "deny" or not isinstance(verb, Verb) or verb.aux & {"negator", "refusal"}:
            return False
        return not any(
            isinstance(each, Word) and each.item.low in self.syntax.either and isinstance(beyond, Verb)
            for each, beyond in ((self._at(index - 1), self._at(index - 2)), (self._at(index + 1), self._at(index + 2)))
        )

    def _at(self, index: int) -> Chunk | None:
        return self.chunks[index] if 0 <= index < len(self.chunks) else None

    def subject(self, index: int) -> Phrase | None:
        """The grammatical subject of the verb at `index`; None when the sentence gives none."""
        if index not in self._subjects:
            self._subjects[index] = None
            host = host_of(self.chunks, index, self.kind(index) or "")
            self._subjects[index] = self._find_subject(index) if host < 0 else self.subject(host)
        return self._subjects[index]

    def _find_subject(self, index: int) -> Phrase | None:
        inverted = self.inverted_subject(index)
        if inverted is not None:
            return inverted
        interrupted = interrupted_at(self.chunks, index)
        if interrupted >= 0 and isinstance(head := self.chunks[interrupted], Phrase):
            return head
        weak: int | None = None
        for at in range(past_inserted(self.chunks, index) - 1, -1, -1):
            chunk = self.chunks[at]
            if isinstance(chunk, Phrase):
                if self._is_subject(at, chunk, index):
                    return chunk if chunk.prep else self._bare_phrase(at, index)
                if not chunk.prep and is_weak(chunk) and weak is None:
                    weak = at
                continue
            if isinstance(chunk, Verb) or chunk.kind == "sub":
                if weak is not None:
                    break
                return self._after_verb(at, index) if isinstance(chunk, Verb) else self._after_sub(at, index, chunk)
            before = self._verb_left(at, like=self.chunks[index]) if chunk.kind in ("conj", "contrast") else None
            if before is not None:
                return self._shared(before, index)
            if chunk.kind in (".", "?", "!", ";"):
                break
        if weak is None and self._is_fronted(index):
            return self.main_subject(index)
        return self._bare_phrase(weak, index) if weak is not None else None

    def _after_verb(self, at: int, index: int) -> Phrase | None:
        """The subject of the verb before; past a relative clause, whom that tells of."""
        if not self.syntax.last_said:
            return self.subject(at)
        if self.kind(at) == "speech" and at == index - 1 and (whom := spoken_of(self.chunks, at)) is not None:
            return whom
        gap = self._gap(at) if self.kind(at) in ("accuse", "demand") and at == index - 1 else None
        if gap is not None:
            return gap  # `Rwanda, which it accuses of backing rebels`
        mark = mark_between(self.chunks, at, index)
        return (self._antecedent(mark) if mark >= 0 else None) or self.subject(at)

    def _is_fronted(self, index: int) -> bool:
        """`Visiting London, Blinken said`; `Diserang Israel, Iran bersumpah`: a clause without a subject that opens the
        sentence; a language without participles uses passives and journeys so."""
        verb = self.chunks[index]
        if not isinstance(verb, Verb) or any(not isinstance(chunk, Word) for chunk in self.chunks[:index]):
            return False
        kind = verb.forms[0].frame if verb.forms else None
        return self.syntax.last_said or verb.voice == "passive" or (kind is not None and kind.mode == "visit")

    def _shared(self, before: int, index: int) -> Phrase | None:
        """`mengatakan bahwa kasus itu selesai dan mendesak X`, `says the dam is safe and has accused X`: a thing does
        not urge; who says so does."""
        subject = self.subject(before)
        if subject is None or subject.actors or subject.pronoun or not is_said(self.chunks[index], self.syntax):
            return subject
        for at in range(before - 1, -1, -1):
            chunk = self.chunks[at]
            governs = isinstance(chunk, Verb) and self.syntax.last_said and self.after(at).content == before
            if governs or (isinstance(chunk, Word) and "complementizer" in chunk.functions):
                left = at if governs else self._verb_left(at)
                found = self.subject(left) if left is not None else None
                return found if found is not None and (found.actors or found.pronoun) else subject
            if isinstance(chunk, Verb):
                break
        return subject

    def _is_subject(self, at: int, phrase: Phrase, index: int) -> bool:
        """Whether the search for a subject may stop at this phrase: bare and naming something, or `kemungkinan AS`."""
        if at and is_word(self.chunks[at - 1], "according"):
            return False
        if phrase.prep:
            return phrase.lead and bool(phrase.actors) and at == index - 1
        return not is_weak(phrase)

    def inverted_subject(self, index: int) -> Phrase | None:
        """`..., kata Rice`: the speaker stands after a bare verb of saying."""
        verb = self.chunks[index]
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if (
            isinstance(verb, Verb)
            and self.kind(index) == "speech"
            and not self.follows_actor(index)
            and (verb.voice == "bare" or verb.item.low in self.syntax.after_quote or self._after_speech(index))
            and isinstance(after, Phrase)
            and not after.prep
        ):
            return after
        return None

    def follows_actor(self, index: int) -> bool:
        """`Erdogan Sebut Netanyahu Penjahat`: a bare verb of saying right after its speaker, as headlines have it."""
        before = self._at(index - 1)
        named = isinstance(before, Phrase) and not before.prep and bool(before.refs)
        return named and not self.syntax.last_said

    def _after_speech(self, index: int) -> bool:
        """`..." said the minister`: a verb of saying right behind what is said, its speaker behind it."""
        if not self.syntax.last_said or not index or not is_word(self.chunks[index - 1], ",", '"'):
            return False
        if interrupted_at(self.chunks, index) >= 0:
            return False  # `Russia, which ..., warned Finland`
        after, end = self.chunks[index + 1 : index + 2], self.chunks[index + 2 : index + 3]
        speaker = bool(after) and isinstance(after[0], Phrase) and after[0].kind in ("person", "organ", "state", "name")
        return speaker and not (end and (isinstance(end[0], Verb) or is_word(end[0], "copula", "aux")))

    def _bare_phrase(self, at: int, index: int) -> Phrase | None:
        """A bare phrase left of the verb: its subject, unless an earlier verb owns it as object."""
        phrase = self.chunks[at]
        assert isinstance(phrase, Phrase)
        left = left_of(self.chunks, at, "time", "aux", '"')
        owner = self.chunks[left] if left >= 0 else None
        if isinstance(owner, Phrase) and not owner.prep and phrase.kind != "person":
            # two bare phrases in a row: V goal theme; look at what is before the first
            verb = self._verb_left(left)
            if verb is not None and verb == left - 1 and self.kind(verb) not in ("demand", "accuse"):
                owner = self.chunks[verb]
                left = verb
        if not isinstance(owner, Verb):
            return phrase
        kind = self.kind(left)
        adjacent = index == at + 1
        if adjacent and phrase.lead and not phrase.actors and not phrase.pronoun:
            return self.subject(left)  # `mengumumkan rencana menyerang X`
        telling = kind in ("demand", "accuse", "speech", "control", "deny") or fears([owner], self.syntax)
        if telling and owner.voice != "passive":
            return by if commands(owner, phrase, by := self.subject(left), self.syntax) else phrase
        if adjacent and phrase.lead and phrase.actors:
            return phrase  # `mengecam keputusan Venezuela menutup perbatasan`
        if (
            owner.item.low in self.syntax.causative
            and adjacent
            and (phrase.actors or phrase.pronoun or phrase.kind in ("force", "people", "person"))
        ):
            return phrase
        if adjacent and kind == "none" and not owner.forms:
            return self.subject(left) or phrase
        return self.subject(left)

    def _after_sub(self, at: int, index: int, word: Word) -> Phrase | None:
        functions = word.functions
        if "relative" in functions and not is_written(self.chunks, at, index):
            return self._antecedent(at)
        if "complementizer" in functions:
            left = self._verb_left(at)
            return self.subject(left) if left is not None else None
        if "purpose" in functions:
            return self._purpose_subject(at)
        left = self._verb_left(at)
        low, doing = word.item.low, left is not None and self.kind(left) in ("event", "light")
        gerund = doing and low in self.syntax.object_gerund
        if gerund or (left is not None and low in self.syntax.object_cause and judges(self.chunks[left:at])):
            return self._object_before(at) or (self.subject(left) if left is not None else None)
        if left is not None and at > 0:
            return (self._agent(left) if word.item.low in self.syntax.linking else None) or self.subject(left)
        return head_before(self.chunks, at, word) or self.main_subject(index)

    def _agent(self, index: int) -> Phrase | None:
        """`diprotes Iran dengan memanggil dubes`: who does a passive verb's act also does what follows `dengan`."""
        verb = self.chunks[index]
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if isinstance(verb, Verb) and verb.voice == "passive" and isinstance(after, Phrase) and after.actors:
            return after if after.prep in ("", self.syntax.by) else None
        return None

    def _object_before(self, at: int) -> Phrase | None:
        """The object between the last verb and the word at `at`: `praised X for sending`, `sued X at Y for sending`."""
        found = None
        for left in range(at - 1, -1, -1):
            chunk = self.chunks[left]
            if isinstance(chunk, Verb):
                break
            if isinstance(chunk, Phrase) and chunk.prep in self.syntax.reaching and (chunk.actors or chunk.pronoun):
                found = chunk
        return found

    def _antecedent(self, at: int) -> Phrase | None:
        left = left_of(self.chunks, at, ",", "time", '"')
        if left > 0 and self._is_aside(left):
            left -= 1 + is_word(self.chunks[left - 1], "sub")  # `a resolution passed in May, which imposed ...`
        near = self._at(left)
        if isinstance(near, Verb) and not near.forms and near.voice == "active":
            beside = self._at(left - 1)  # `seorang warga X berusia 30 tahun yang ditangkap`
            return beside if isinstance(beside, Phrase) else self.subject(left)
        if left < 0 or not isinstance(near, Phrase):
            earlier = [i for i in range(at) if "relative" in getattr(self.chunks[i], "functions", ())]
            return self._antecedent(earlier[-1]) if earlier and left >= 0 else None  # `serangan yang terjadi yang ...`
        phrase = self.chunks[left]
        before = self.chunks[left - 1] if left else None
        assert isinstance(phrase, Phrase)
        place = phrase.prep in self.syntax.antecedent_places and phrase.kind in (
            "state",
            "territory",
            "name",
            "person",
        )
        if (
            place
            and isinstance(before, Phrase)
            and before.kind in ("event", "thing", "noun", "other", "person", "people", "force")
        ):
            if not is_word(self.chunks[at - 1], ","):
                return before
        return phrase if phrase.actors else self._author(left) or self._equated(left) or self._issuer(left) or phrase

    def _is_aside(self, at: int) -> bool:
        """Whether the verb at `at` is a participle that only tells more of the document before it."""
        verb = self.chunks[at]
        head = self.chunks[at - 1 - is_word(self.chunks[at - 1], "sub")]
        plain = isinstance(verb, Verb) and verb.item.low.endswith("ed")
        return plain and isinstance(head, Phrase) and head.items[-1].low in self.syntax.documents

    def _author(self, at: int) -> Phrase | None:
        """`issued a statement condemning X`: what a document does, who made it does."""
        phrase = self.chunks[at]
        if not isinstance(phrase, Phrase) or phrase.pronoun or phrase.items[-1].low not in self.syntax.documents:
            return None
        verb = self._verb_left(at)
        if verb is None:
            return self.main_subject(at)
        near = left_of(self.chunks, at, "time", "aux")
        made = near == verb if not phrase.prep else phrase.prep in self.syntax.places[:1]
        maker = self.subject(verb) if made and self._makes(self.chunks[verb]) else None
        return maker if maker is not None and (maker.actors or maker.pronoun) else None

    def _makes(self, verb: Chunk) -> bool:
        """`issued a statement`, not `welcomed a ruling`: whether a verb may make its object's words its subject's."""
        if not isinstance(verb, Verb) or verb.voice != "active":
            return False
        return not self.syntax.last_said or all(form.frame.type not in _VIEWS for form in verb.forms)

    def _issuer(self, at: int) -> Phrase | None:
        """`mengesahkan resolusi yang mengecam X`, `merilis pernyataan yang menuduh X`: who speaks through a text."""
        return self.subject(at - 1) if is_issued(self.chunks[at], self._at(at - 1), self.syntax) else None

    def _equated(self, at: int) -> Phrase | None:
        """`Rusia adalah negara pertama yang mengakui X`: whom the noun before `yang` is said to be."""
        left = at
        while left > 0 and isinstance(phrase := self.chunks[left], Phrase) and phrase.prep:
            left -= 1
        before = left - 1
        if before >= 0 and is_word(self.chunks[before], "copula"):
            before = left_of(self.chunks, before, "time", "aux", ",")
        elif left != at:
            return None
        found = self.chunks[before] if before >= 0 else None
        return found if isinstance(found, Phrase) and not found.prep and (found.actors or found.pronoun) else None

    def _purpose_subject(self, at: int) -> Phrase | None:
        left = left_of(self.chunks, at, "time", "aux", ",")
        verb = self._verb_left(at)
        if left >= 0 and isinstance(self.chunks[left], Phrase):
            phrase = self.chunks[left]
            assert isinstance(phrase, Phrase)
            if is_ranked(phrase, self.syntax):
                who = self._equated(left)
                return who if who is not None and who.refs else phrase
            moved = verb is not None and is_causative(self.chunks[verb], self.syntax)
            if verb is not None and (moved or self.kind(verb) in ("demand", "accuse")):
                objects = [c for c in self.chunks[verb + 1 : at] if isinstance(c, Phrase)]
                named = [c for c in objects if c.actors or c.pronoun]
                if named:
                    return named[0]
            if (
                phrase.kind in ("event", "noun", "thing", "other")
                and phrase.actors
                and (not phrase.prep or phrase.lead)
            ) or (phrase.lead and phrase.refs):
                return phrase  # `memveto rencana X untuk menyerang Y`
            if self.syntax.last_said and (verb is None or is_word(self.chunks[left - 1], "copula")):
                return self._equated(left) or self._head_of(left)
        return self.subject(verb) if verb is not None else None

    def _head_of(self, at: int) -> Phrase | None:
        """`an agreement between A and B to build`: the bare phrase that the ones with prepositions belong to."""
        while at > 0 and isinstance(phrase := self.chunks[at], Phrase) and phrase.prep:
            at -= 1
        head = self.chunks[at]
        return head if isinstance(head, Phrase) and not head.prep and not is_weak(head) else None

    def joined(self, index: int) -> tuple[int, Phrase | None] | None:
        """`bergabung dengan Y dalam menyerang Z`: the verb of joining before what is done, and whom it joins."""
        mark = self._at(index - 1)
        left = index - 2 if isinstance(mark, Word) else index - 1
        partner = self._at(left)
        bare = isinstance(mark, Word) and mark.item.low in self.syntax.inside  # `joined Y in attacking Z`
        if isinstance(partner, Phrase) and (partner.prep or (bare and partner.refs)):
            left -= 1
        verb = self._at(left)
        joins = isinstance(verb, Verb) and verb.item.low in self.syntax.joining
        return (left, partner if isinstance(partner, Phrase) else None) if joins else None

    def _verb_left(self, at: int, like: Chunk | None = None) -> int | None:
        """The last verb before `at`; one that can head a clause where `like` can."""
        found: int | None = None
        for left in range(at - 1, -1, -1):
            chunk = self.chunks[left]
            if isinstance(chunk, Verb):
                if chunk.finite or not (isinstance(like, Verb) and like.finite):
                    return left
                found = left if found is None else found
        return found

    def main_subject(self, index: int) -> Phrase | None:
        """The subject of the main clause that follows a fronted clause: the first bare phrase after the next comma."""
        comma = False
        for chunk in self.chunks[index + 1 :]:
            if isinstance(chunk, Word) and chunk.kind == ",":
                comma = True
            elif comma and isinstance(chunk, Phrase) and not chunk.prep:
                return chunk
        return None

    def after(self, index: int) -> After:
        """What follows the verb at `index` in its own clause."""
        if index not in self._afters:
            found = self._afters[index] = unmoved_after(self.chunks, index, self.syntax.despite)
            gap = self._gap(index) if self.syntax.gapping and not found.objects else None
            if gap is not None:
                found.objects.append((self.chunks.index(gap), gap))
        return self._afters[index]

    def _gap(self, index: int) -> Phrase | None:
        """`the weapons (that) Iran supplied to X`: the thing that a relative clause tells of is its verb's object."""
        mark = mark_before(self.chunks, index, self.syntax)
        found = self._antecedent(mark) if mark >= 0 else None
        if found is None or found is self.chunks[mark + 1]:
            return None
        named = bool(found.refs) and self.kind(index) != "speech"  # `Rwanda, which it accuses of`
        return found if named or found.kind in GIVEN else None
