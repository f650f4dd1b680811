"""Acts that lie in what somebody says rather than in a verb of their own: demands, words that condemn, denials of what
was alleged before."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.acts import Finder
from pasut.coder.item import Item
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.coder.rebuttals import belies, charged, rebuts
from pasut.coder.refs import Ref, unique
from pasut.coder.scopes import Scope
from pasut.coder.stance import stance_of
from pasut.packs.frame import Frame

_JUDGE: Final = Frame(type="ACCUSE", name="judgement")
_GRANT: Final = Frame(type="SUPPORT", name="right")
_LETTER: Final = Frame(type="CONSULT", mode="letter", name="letter")
_CALL: Final = Frame(type="CONSULT", mode="phone", name="call")
_MUST: Final = Frame(type="REQUEST", name="must")
_DEADLINE: Final = Frame(type="THREATEN", name="deadline")
_DOOM: Final = Frame(type="THREATEN", name="doom")
_OPEN: Final = frozenset(("future", "possible"))
_NOT_SAID: Final = frozenset(("negator", "possible", "future", "obligation", "hearsay"))
"""What a speaker who says so does not yet blame anybody for."""
_HARM: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"))
_QUARREL: Final = frozenset(("ACCUSE", "THREATEN", "REQUEST"))


class Spoken:
    """Finds the acts of one sentence that its speech scopes carry."""

    def __init__(self, finder: Finder, scopes: Sequence[Scope], language: str) -> None:
        self.finder, self.links, self.memory = finder, finder.links, finder.resolver.memory
        self.chunks: Sequence[Chunk] = finder.chunks
        self.scopes, self.language = scopes, language

    def demands(self) -> list[Act]:
        """`Moskow mengatakan Kyiv harus mundur`: what a speaker says another state must do is asked of it, and what he
        says will befall it is a threat."""
        out: list[Act] = []
        for at, verb in self.links.verbs:
            frame = self._asks(verb)
            if frame is None:
                continue
            scope = next((s for s in self.scopes if s.first <= at < s.last and s.refs and s.verb != at), None)
            subject = self.links.subject(at)
            named = subject is not None and (subject.refs or subject.pronoun or _is_harm(subject))
            if scope is None or subject is None or not named:
                continue
            if verb.voice == "passive" and frame is _MUST and not _is_harm(subject):
                continue  # `Iran tidak boleh diserang`
            said = list(scope.refs)
            codes = {ref.code for ref in said}
            found = self.finder.resolver.resolve(subject, "target", said, at)
            asked = [ref for ref in found if ref.code not in codes]
            if asked:
                out.append(self._act(frame, f"modal.{frame.name}", at, (verb.start, verb.end), (said, asked)))
        return [*out, *self._deadlines()]

    def _deadlines(self) -> list[Act]:
        """`gave Putin 50 days to make peace`: a span of time in which one is to do something is an ultimatum."""
        out: list[Act] = []
        for at, verb in self.links.verbs:
            if verb.item.low not in self.finder.syntax.giving or verb.voice != "active" or at + 3 >= len(self.chunks):
                continue
            whom, span, to = self.chunks[at + 1 : at + 4]
            purpose = isinstance(to, Word) and "purpose" in to.functions
            if not (isinstance(whom, Phrase) and whom.refs and is_word(span, "time") and purpose):
                continue
            doer = self.links.subject(at)
            said = self.finder.resolver.resolve(doer, "source", [], at) if doer is not None else []
            codes = {ref.code for ref in said}
            given = [ref for ref in whom.refs if ref.code not in codes]
            if said and given and stance_of(at, self.links).status in ("happened", "alleged"):
                out.append(self._act(_DEADLINE, "spoken.deadline", at, (verb.start, verb.end), (said, given)))
        return out

    def _asks(self, verb: Verb) -> Frame | None:
        """What a speaker does by saying so of another: demands it, or threatens (`akan menanggung akibatnya`)."""
        if "must" in verb.aux:
            return _MUST
        harmed = any(form.root in self.finder.syntax.menacing for form in verb.forms)
        return _DOOM if harmed and verb.aux & _OPEN and "negator" not in verb.aux else None

    def rights(self) -> list[Act]:
        """`Turki mengatakan Iran berhak membela diri`: who grants another a right supports it."""
        out: list[Act] = []
        for at, verb in self.links.verbs:
            if not self._entitles(at, verb):
                continue
            scope = next((s for s in self.scopes if s.first <= at < s.last and s.refs and s.verb != at), None)
            subject = self.links.subject(at)
            if scope is None or subject is None or not subject.refs or "negator" in verb.aux:
                continue
            codes = {ref.code for ref in scope.refs}
            granted = [ref for ref in subject.refs if ref.code not in codes]
            if granted and len(granted) == len(subject.refs):
                out.append(self._act(_GRANT, "spoken.right", at, (verb.start, verb.end), (list(scope.refs), granted)))
        return out

    def _entitles(self, at: int, verb: Verb) -> bool:
        syntax = self.finder.syntax
        if verb.item.low in syntax.entitled:
            return True
        thing = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        return verb.item.low in syntax.having and isinstance(thing, Phrase) and thing.items[0].low in syntax.rights

    def letters(self) -> list[Act]:
        """`Dalam surat kepada X, Y mengutuk ...`: what is said in a letter was written to somebody."""
        out: list[Act] = []
        for at, letter in self.links.phrases:
            if "letter" not in letter.classes or letter.prep not in self.finder.syntax.inside:
                continue
            after = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
            if letter.events or not (isinstance(after, Phrase) and after.prep in self.finder.syntax.addressing):
                continue
            writers = self._writers(at)
            codes = {ref.code for ref in writers}
            readers = [ref for ref in after.refs if ref.code not in codes]
            if writers and readers:
                out.append(self._act(_LETTER, "spoken.letter", at, (letter.start, letter.end), (writers, readers)))
        return [*out, *self._calls()]

    def _calls(self) -> list[Act]:
        """`In a phone call, X told Y that ...`: who is told something in a call that names nobody is called."""
        for at, call in self.links.phrases:
            if not call.prep or call.actors:
                continue
            if "phone" not in call.classes and not any(form.frame.mode == "phone" for _, form in call.events):
                continue
            after = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
            if isinstance(after, Phrase) and after.prep:
                continue  # `in a phone call with X`
            for index, _ in self.links.verbs:
                whom = self.links.after(index).objects[:1] if self.links.kind(index) == "speech" else []
                caller = self.links.subject(index)
                sides = (list(caller.refs), list(whom[0][1].refs)) if whom and caller is not None else ([], [])
                if sides[0] and sides[1] and {r.code for r in sides[0]}.isdisjoint(r.code for r in sides[1]):
                    return [self._mutual(_CALL, "spoken.call", at, (call.start, call.end), sides)]
        return []

    def _mutual(
        self, frame: Frame, rule: str, at: int, span: tuple[int, int], sides: tuple[list[Ref], list[Ref]]
    ) -> Act:
        both = unique([*sides[0], *sides[1]])
        act = self._act(frame, rule, at, span, (both, both))
        act.mutual, act.forced_speakers = True, ()
        return act

    def _writers(self, at: int) -> list[Ref]:
        """Whose letter it is: the subject of the verb before it, or of the verb after it where it stands first."""
        verbs = [index for index, _ in self.links.verbs]
        before = [index for index in verbs if index < at]
        verb = before[-1] if before else next((index for index in verbs if index > at), None)
        subject = self.links.subject(verb) if verb is not None else None
        return self.finder.resolver.resolve(subject, "source", [], at) if subject is not None else []

    def judgements(self, acts: Sequence[Act], *, quoted: bool) -> list[Act]:
        """`"Ini tidak dapat diterima," kata ...`: words that condemn accuse whom they speak of."""
        if any(act.type in _QUARREL for act in acts):
            return []
        found = self._judge(quoted=quoted)
        if found is None:
            return []
        said, inside = found
        words = [
            (at, item)
            for at, chunk in inside
            if isinstance(chunk, Phrase)
            for item in chunk.items
            if self._condemns(item, at, chunk)
        ]
        if not words and self.finder.syntax.blaming:
            entered = {act.chunk for act in acts if act.type == "MOBILIZE"}  # `violated its airspace`
            return self._blames(said, [(at, chunk) for at, chunk in inside if at not in entered])
        if not words or not (self.scopes or self.finder.syntax.predicating):
            return []
        at, word = words[0]
        codes = {ref.code for ref in said}
        told = [c for _, c in inside if isinstance(c, Phrase) and any(r.code not in codes for r in c.actors)]
        doers = [c for c in told if c.prep not in self.finder.syntax.inside]
        named = unique(r for c in doers for r in c.actors if r.code not in codes)
        blamed = named[:1] or ([] if told else self._blamed_before(codes))
        return [self._judgement(word, at, said, blamed)] if blamed else []

    def _blames(self, said: list[Ref], inside: Sequence[tuple[int, Chunk]]) -> list[Act]:
        """`"Israel telah melanggar hukum", kata ...`: what a speaker says another state does that nobody may do."""
        codes = {ref.code for ref in said}
        for at, verb in inside:
            if not isinstance(verb, Verb) or not self._is_blame(at, verb):
                continue
            subject = self._doer_of(self.links.subject(at))
            if subject is None or subject.expert or verb.voice != "active":
                continue
            if "negator" not in verb.aux and stance_of(at, self.links).status not in ("happened", "alleged"):
                continue
            found = self.finder.resolver.resolve(subject, "target", said, at) if _is_somebody(subject) else []
            blamed = [ref for ref in found if ref.code not in codes]
            if blamed and len(blamed) == len(found):
                return [self._judgement(verb.item, at, said, blamed)]
        return []

    def _is_blame(self, at: int, verb: Verb) -> bool:
        """Whether nobody may do what the verb says, alone or with its object, or leave it where it is negated."""
        syntax, aux = self.finder.syntax, verb.aux & _NOT_SAID
        words = syntax.failing if aux == {"negator"} else syntax.blaming if not aux else frozenset()
        if verb.item.low in words:
            return True
        after = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        items = [item.low for item in after.items[:2]] if isinstance(after, Phrase) and not after.prep else []
        return any(" ".join([verb.item.low, *items[:count]]) in words for count in range(1, len(items) + 1))

    def _doer_of(self, subject: Phrase | None) -> Phrase | None:
        """`the deportations by Chad violated ...`: who did what the subject tells, where it names nobody."""
        if subject is None or subject.actors or subject.pronoun:
            return subject
        at = self.chunks.index(subject) + 1
        beside = self.chunks[at] if at < len(self.chunks) else None
        by = isinstance(beside, Phrase) and beside.prep == self.finder.syntax.by
        return beside if by and isinstance(beside, Phrase) else subject

    def _condemns(self, item: Item, at: int, phrase: Phrase) -> bool:
        """A word that condemns; where order tells who does what, only as what something is said to be, and then also a
        word that only blames: `the move was a dangerous escalation`."""
        if not self.finder.syntax.predicating:
            predicate = "negative" in item.functions and self._is_predicate(item, at, phrase)
            return predicate or ("condemning" in item.functions and phrase.prep not in self.finder.syntax.idle)
        before = self.chunks[at - 1] if at else None
        copula = is_word(before, "copula") if before is not None else False
        if not (copula or (isinstance(before, Verb) and before.item.low in self.finder.syntax.predicating)):
            return "condemning" in item.functions and bool(phrase.owners)
        subject = self.chunks[at - 2] if at > 1 else None
        pointing = isinstance(subject, Phrase) and (
            subject.det or bool(subject.actors) or subject.pronoun == "that_state"
        )
        return "condemning" in item.functions or ("negative" in item.functions and pointing)

    def _is_predicate(self, item: Item, at: int, phrase: Phrase) -> bool:
        """`"Pernyataan X sangat keliru", kata Y`: a word that ends what is said, after what somebody does."""
        after = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        ends = after is None or is_word(after, ",", ".", '"', "conj")
        return ends and item is phrase.items[-1] and bool(phrase.owners) and not phrase.prep

    def _blamed_before(self, codes: set[str]) -> list[Ref]:
        """Whom the same speaker blamed last, or who did him harm; else who did the last thing told."""
        before = [ref for code in codes for ref in self.memory.quarrels.get(code, [])]
        return [ref for ref in [*before, *self.memory.last_sources] if ref.code not in codes][:1]

    def _judge(self, *, quoted: bool) -> tuple[list[Ref], list[tuple[int, Chunk]]] | None:
        """Who judges, and the chunks of what he says; None where nobody known speaks."""
        scope = next((s for s in self.scopes if s.refs), None)
        if scope is None and quoted and not self.scopes and self.memory.speaker_refs:
            return list(self.memory.speaker_refs), list(enumerate(self.chunks))
        if scope is None:
            return self._judge_plainly()
        return list(scope.refs), [(at, c) for at, c in enumerate(self.chunks) if scope.first <= at < scope.last]

    def _judge_plainly(self) -> tuple[list[Ref], list[tuple[int, Chunk]]] | None:
        """`said the move was a dangerous escalation`: a clause without a verb of its own."""
        if not self.finder.syntax.predicating or self.scopes:
            return None
        for at, _ in self.links.verbs:
            subject = self.links.subject(at) if self.links.kind(at) == "speech" else None
            if subject is not None and subject.refs and any(is_word(c, "copula") for c in self.chunks[at + 2 : at + 4]):
                return subject.refs, list(enumerate(self.chunks))[at + 1 :]
        return None

    def _judgement(self, word: Item, at: int, said: list[Ref], blamed: list[Ref]) -> Act:
        rule = f"judgement.{word.low.replace(' ', '-')}"
        return self._act(_JUDGE, rule, at, (word.start, word.end), (said, blamed))

    def _act(self, frame: Frame, rule: str, at: int, span: tuple[int, int], sides: tuple[list[Ref], list[Ref]]) -> Act:
        act = Act(str(frame.type), frame.mode, f"{self.language}.{rule}", at, *span)
        act.sources, act.targets = sides
        return act

    def denials(self, acts: Sequence[Act] = ()) -> list[Act]:
        """`membantah tuduhan tersebut`: the acts last alleged, denied by whoever denies."""
        out: list[Act] = []
        for at, verb in self.links.verbs:
            beside, belied = rebuts(self.links, at), belies(self.links, at)
            if not (beside or belied or self.links.denies(at)):
                continue
            deniers = self._deniers(at, verb)
            after = self.links.after(at)
            objects = [phrase for _, phrase in after.objects]
            if verb.voice == "passive" or beside or belied:
                objects = []  # `tuduhan yang dibantah Teheran`: who denies it
            if not deniers or (objects and not any(p.anaphor or p.det or p.pronoun or p.nya for p in objects)):
                continue
            if after.content is not None and not objects and not beside:
                continue
            codes = {ref.code for ref in deniers}
            here = [act for act in acts if act.status == "alleged" and act.chunk < at]
            old_acts = charged(acts, at, codes) if beside else [*self.memory.alleged[-4:], *here]
            both = self._is_by_both(at, verb)
            for old in old_acts[::-1]:
                if both and len({ref.code for ref in (*old.sources, *old.targets)}) == 2:
                    deniers = [*old.sources, *old.targets]  # `tuduhan itu dibantah kedua negara`: by those charged
                    codes = {ref.code for ref in deniers}
                if codes & {ref.code for ref in (*old.sources, *old.targets)}:
                    out.append(_denied_copy(old, verb, at, tuple(ref.code for ref in deniers)))
                    break
        return out

    def _is_by_both(self, at: int, verb: Verb) -> bool:
        """Whether `both` deny it."""
        told = [phrase for _, phrase in self.links.after(at).objects]
        who = told[0] if verb.voice == "passive" and told else self.links.subject(at)
        return who is not None and who.pronoun == "both"

    def _deniers(self, at: int, verb: Verb) -> list[Ref]:
        subject = self.links.subject(at)
        if verb.voice == "passive":
            after = self.links.after(at)
            agent = next((p for _, p in after.preps if p.prep == self.finder.syntax.by), None)
            subject = agent or next((p for _, p in after.objects), None)
        if subject is None:
            return []
        found = self.finder.resolver.resolve(subject, "source", [], at)
        kinds = ("state", "organ", "person")
        named = (c.refs for c in self.chunks[:at] if isinstance(c, Phrase) and c.refs and c.kind in kinds)
        return found or next(named, [])


def _is_harm(subject: Phrase) -> bool:
    """`Israel's attacks must stop`: harm that somebody does, which is asked of him."""
    return bool(subject.owners and subject.events) and subject.events[0][1].frame.type in _HARM


def _is_somebody(phrase: Phrase) -> bool:
    """Whether a phrase names or means an actor rather than a thing or an act of his."""
    return bool(phrase.refs or phrase.owners or phrase.pronoun) and phrase.kind not in ("people", "company")


def _denied_copy(old: Act, verb: Verb, at: int, deniers: tuple[str, ...]) -> Act:
    act = old.copy()
    act.start, act.end, act.chunk = verb.start, verb.end, at
    act.status, act.forced_speakers, act.answers = "denied", deniers, old.claim
    return act
