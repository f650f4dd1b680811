"""Code one article: sentence by sentence through the passes, with the article's memory carried along."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from pasut.coder.act import Act
from pasut.coder.acts import Finder
from pasut.coder.assess import find_assessments, named_later, rules_for
from pasut.coder.beside import once, strike_back, without_friendly_fire
from pasut.coder.captives import freed
from pasut.coder.chunks import chunk_items
from pasut.coder.clauses import Links
from pasut.coder.conditions import Conditions
from pasut.coder.dates import Dater, day_of, deed_of, is_passing, is_said, is_single
from pasut.coder.details import Details, dateline_place, details_of
from pasut.coder.distance import keep_distance
from pasut.coder.given import unname_backers, unname_states
from pasut.coder.headlines import going
from pasut.coder.item import Item
from pasut.coder.items import Scanner
from pasut.coder.learned import learn_names
from pasut.coder.memory import Memory
from pasut.coder.named import count_states
from pasut.coder.nouns import Nouns
from pasut.coder.occasion import is_occasion
from pasut.coder.offices import wrong_offices
from pasut.coder.parts import Part, read_parts
from pasut.coder.phrases import Chunk, Verb
from pasut.coder.quotes import quoted_around
from pasut.coder.refs import Ref, unique
from pasut.coder.roles import VerbRoles
from pasut.coder.scare_quotes import drop_hedges, drop_scare_quotes
from pasut.coder.scopes import Scope, find_scopes, in_person
from pasut.coder.spoken import Spoken
from pasut.coder.stance import stance_of
from pasut.coder.taking_part import taken_part
from pasut.coder.what_called import called
from pasut.packs.cut import cut_words
from pasut.packs.judging import AssessRule
from pasut.packs.pack import Pack
from pasut.records import Actor, Article, Assessment, Claim, Coding, Problem, Span, Step, When
from pasut.world.load import World

_OWN_WORDS: Final = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))


def code_article(article: Article, pack: Pack, world: World) -> Coding:
    """All claims and assessments of an article. Pure: the same article, pack and world give the same coding."""
    parts, story = read_parts(article, pack)
    persons: set[tuple[str, ...]] = set()
    memory = Memory(count_states((part.tokens for part in parts), pack, persons))
    if article.title and not article.headline:
        count_states([cut_words(article.title, pack.syntax.enclitics)], pack, persons)
    memory.story = story
    scanner = Scanner(pack, world, memory, day_of(article.published))
    scanner.expect(persons)
    judging = rules_for(article.text, [part.tokens for part in parts], pack)
    memory.wars, memory.day, memory.bodies = world.wars, scanner.day, world.bodies
    dater = Dater(article.published, world.wars, pack, memory)
    claims: dict[str, Claim] = {}
    assessments: dict[str, Assessment] = {}
    notes: dict[str, Problem] = {}
    paragraph = -1
    for part in parts:
        memory.in_new_paragraph = part.paragraph != paragraph
        if part.paragraph != paragraph:
            paragraph, memory.in_quote = part.paragraph, False
        memory.step()
        before = memory.pair() if judging else []
        sentence = Sentence(part, article, scanner, dater)
        sentence.before = before
        for claim in sentence.claims():
            claims.setdefault(claim.id, claim)
        for found in sentence.assessments(judging):
            assessments.setdefault(found.id, found)
        for note in sentence.notes():
            notes.setdefault(note.what, note)
    for known, when in memory.told_later().items():
        claims[known] = _redated(claims[known], when)
    return Coding(
        article=article.id,
        claims=tuple(claims.values()),
        assessments=tuple(sorted(assessments.values(), key=lambda each: each.sentence.start)),
        problems=tuple(notes.values()),
    )


class Sentence:
    """One sentence on its way through the passes; every pass's result can be looked at.

    Who codes many sentences of an article makes one `dater` for all of them, which is quicker.
    """

    def __init__(self, part: Part, article: Article, scanner: Scanner, dater: Dater | None = None) -> None:
        self.text, self.offset, self.times, self.headline = part.text, part.offset, part.times, part.headline
        self.lead = not part.paragraph and part.offset == (len(article.title) + 1 if article.title else 0)
        self.low = part.text.lower()
        self.article, self.pack, self.world, self.memory = article, scanner.pack, scanner.world, scanner.memory
        self.dater = dater or Dater(article.published, self.world.wars, self.pack, self.memory)
        items = scanner.scan(part.text, part.tokens, part.offset, part.times, headline=part.headline)
        self.items: list[Item] = drop_hedges(drop_scare_quotes(items, part.text), self.pack.syntax)
        unname_backers(self.items, self.pack.syntax)
        if not scanner.loose:
            unname_states(self.items, self.pack.syntax)
        self.chunks: list[Chunk] = chunk_items(self.items, self.pack, headline=self.headline)
        self.links = Links(self.chunks, self.pack.syntax)
        learn_names(self.links, self.memory, self.pack.syntax)
        if self.pack.syntax.clauses == "auxiliaries":
            VerbRoles(self.links, Nouns(self.links, self.pack.syntax), self.pack.syntax).order_readings()
        self.scopes: list[Scope] = find_scopes(self.links, self.memory)
        self.quoted = self._quote_speaker()
        self.acts: list[Act] = []
        self._chunks_told: Step | None = None
        self.before: list[Ref] = []
        """The two states that the article was about before this sentence, for `hubungan kedua negara`."""

    # -- passes --------------------------------------------------------------------------------------------------

    def _quote_speaker(self) -> bool:
        """Whether the sentence stands inside a quotation opened earlier, or is all quotation."""
        inside, self.memory.in_quote = quoted_around(self.text, self.memory.in_quote)
        self.inside = inside
        return inside or self.text.lstrip().startswith('"')

    def claims(self) -> list[Claim]:
        """The claims of this sentence; the memory moves on."""
        speaker_refs = self._speaker_refs()
        finder = Finder(self.links, self.memory, speaker_refs, self.pack.syntax)
        acts = finder.find()
        spoken = Spoken(finder, self.scopes, self.pack.language)
        acts.extend(freed(finder))
        acts.extend(taken_part(finder))
        if self.headline and not acts:
            acts.extend(going(finder, self.pack.language))
        acts.extend(spoken.demands())
        acts.extend(spoken.letters())
        acts.extend(spoken.rights())
        acts.extend(Conditions(finder, self.scopes, self.pack.language).find(acts))
        acts.extend(spoken.judgements(acts, quoted=self.quoted))
        acts.extend(called(finder, acts, self.pack.language))
        if self.asks():
            acts = []
        acts = self._expand_stance(acts)
        acts.extend(spoken.denials(acts))
        if acts:
            strike_back(acts, self.memory)
            acts = once(without_friendly_fire(acts))
        self.acts = acts
        made = self._dated(acts) if acts else []
        self.dater.remember(self.chunks, self.times)
        self._remember(acts)
        return made

    def _dated(self, acts: Sequence[Act]) -> list[Claim]:
        """The acts as claims, each with the time it belongs to."""
        dater = self.dater
        whens = dater.date(acts, self.chunks, self.low, self.offset)
        for act, when in zip(acts, whens, strict=True):
            if act.status == "happened" and dater.is_ahead(when) and not is_said(act):
                act.status = "planned"  # `perundingan dilakukan pekan depan`
        whens = [None if is_said(act) and dater.is_ahead(when) else when for act, when in zip(acts, whens, strict=True)]
        made = [self._claim(act, when) for act, when in zip(acts, whens, strict=True)]
        for act, claim in zip(acts, made, strict=True):
            if act in dater.open and (
                self.headline or is_passing(act, acts, self.chunks) or is_single(act, claim.when)
            ):
                self.memory.open[claim.id] = deed_of(act)
        return made

    def asks(self) -> bool:
        """Whether the sentence is a question: it has a question word and ends with its mark, no one saying so after."""
        return self.text.rstrip(' "').endswith("?") and any("question" in item.functions for item in self.items)

    def _speaker_refs(self) -> list[Ref]:
        for scope in self.scopes:
            if scope.refs:
                return list(scope.refs)
        return list(self.memory.speaker_refs)

    def _is_quoted(self, act: Act) -> bool:
        """Whether the words of an act stand inside the quotation, not after it."""
        before = self.text[: act.start - self.offset].count('"')
        return (before + self.inside) % 2 == 1

    def _expand_stance(self, acts: list[Act]) -> list[Act]:
        for act in acts:
            scope = self._scope_of(act)
            accuser = self._accuser(act)
            if accuser is not None:
                act.speakers = tuple(ref.code for ref in accuser)
                continue
            if scope is not None:
                act.speakers = scope.speakers
                keep_distance(act, scope, self.links)
            elif self.quoted and self.memory.speaker and self._is_quoted(act):
                act.speakers = self.memory.speaker
        return acts

    def _scope_of(self, act: Act) -> Scope | None:
        at = act.chunk
        inside = [scope for scope in self.scopes if scope.first <= at < scope.last and scope.verb != at]
        inside = [scope for scope in inside if not is_occasion(at, scope.verb, scope.first, self.links)]
        return max(inside, key=_weight) if inside else None

    def _accuser(self, act: Act) -> list[Ref] | None:
        chunk = self.chunks[act.chunk]
        if not isinstance(chunk, Verb):
            return None
        stance = stance_of(act.chunk, self.links)
        seen = 0
        while stance.governor is not None and seen < 6:
            kind = self.links.kind(stance.governor)
            if kind in ("accuse", "deny"):
                verb = self.chunks[stance.governor]
                assert isinstance(verb, Verb)
                if verb.voice == "passive":
                    after = self.links.after(stance.governor)
                    agents = [p for _, p in after.preps if p.prep == self.pack.syntax.by]
                    agents = agents or [p for at, p in after.objects[:1] if at == stance.governor + 1]
                    return [ref for phrase in agents for ref in phrase.refs]
                subject = self.links.subject(stance.governor)
                if subject is None:
                    return []
                finder = Finder(self.links, self.memory, [], self.pack.syntax)
                return finder.resolver.resolve(subject, "source", [], stance.governor)
            stance = stance_of(stance.governor, self.links)
            seen += 1
        return None

    # -- records -------------------------------------------------------------------------------------------------

    def _claim(self, act: Act, when: When | None) -> Claim:
        speakers = self._final_speakers(act)
        medium = tuple(dict.fromkeys(name for scope in self.scopes for name in scope.medium))
        sources, targets = _actors(act.sources), _actors(act.targets)
        denied = self.memory.echoes.answered(act) if act.status == "denied" else None
        details = self._details(act, denied)
        earlier = denied or self.memory.echoes.repeated(act, when, details.quantity)
        key = "|".join((
            self.article.id, str(self.offset), act.rule, act.type, act.status,
            ",".join(a.code for a in sources), ",".join(a.code for a in targets), str(act.start),
        ))  # fmt: skip
        act.claim = Claim(
            id=hashlib.sha256(key.encode()).hexdigest()[:16],
            article=self.article.id,
            sentence=Span(start=self.offset, end=self.offset + len(self.text)),
            sentence_text=self.text,
            trigger=Span(start=act.start, end=act.end),
            rule=act.rule,
            type=act.type,  # type: ignore[arg-type]
            mode=act.mode or None,
            source=sources,
            target=targets,
            status=act.status,  # type: ignore[arg-type]
            speaker=speakers,
            medium=medium,
            when=when,
            object=act.object,
            contexts=details.contexts,
            quantity=details.quantity,
            place=details.place,
            refers_to=earlier.id if earlier else None,
            steps=self._steps(act, when),
        )
        if earlier is None:
            self.memory.echoes.note(act, act.claim)
        return act.claim

    def _details(self, act: Act, denied: Claim | None) -> Details:
        """The further fields; a denial without the act in its own words takes those of the claim it denies."""
        if act.answers is not None and denied is not None:
            return Details(denied.contexts, denied.quantity, denied.place)
        if self.pack.details is None:
            return Details()
        found = details_of(act, self.links, self.text, self.offset, self.pack.details)
        if found.place is None and self.lead and act.status == "happened":
            codes = {ref.code for ref in (*act.sources, *act.targets)}
            return found._replace(place=dateline_place(self.article, codes, self.pack.aliases))
        return found

    def _final_speakers(self, act: Act) -> tuple[str, ...]:
        speakers = act.speakers if act.forced_speakers is None else act.forced_speakers
        if act.type in _OWN_WORDS and act.status == "happened":
            own = {ref.code for ref in act.sources}
            return tuple(code for code in speakers if code not in own)
        return speakers

    def _chunks_step(self) -> Step:
        """All chunks in words: the same for every claim of the sentence."""
        if self._chunks_told is None:
            self._chunks_told = Step(stage="chunks", text=" ".join([repr(chunk) for chunk in self.chunks]))
        return self._chunks_told

    def _steps(self, act: Act, when: When | None) -> tuple[Step, ...]:
        return (
            self._chunks_step(),
            Step(stage="frame", text=f"{act.rule}{' (' + act.why + ')' if act.why else ''}"),
            Step(stage="stance", text=f"{act.status}; speakers: {', '.join(act.speakers) or 'the article itself'}"),
            _date_step(when),
        )

    def _remember(self, acts: Sequence[Act]) -> None:
        memory = self.memory
        subject = next(
            (
                c
                for _, c in self.links.phrases
                if not c.prep and c.refs and c.kind in ("state", "person", "organ", "force")
            ),
            None,
        )
        for _, phrase in self.links.phrases:
            memory.see(phrase.refs or phrase.owners)
            if phrase.owned and not phrase.det:
                memory.note_owner(phrase.owned, phrase.actors)
        if subject is not None:
            memory.subject, memory.subject_at = subject.refs, memory.sentence
            memory.see(subject.refs)
            if len(subject.refs) >= 2:
                memory.group = memory.sentence, subject.refs
            if subject.kind == "person":
                memory.person = subject.refs
        if any(self._says_stranger(scope) for scope in self.scopes):
            memory.person, memory.speaker, memory.speaker_refs = [], (), []
        verbal = next((act for act in acts if act.type in _OWN_WORDS and not act.from_noun and not act.mutual), None)
        if verbal is not None and not any(scope.speakers for scope in self.scopes):
            memory.speaker, memory.speaker_refs = tuple(ref.code for ref in verbal.sources), list(verbal.sources)
            memory.speaker_at = memory.sentence
        for scope in sorted(self.scopes, key=in_person):
            if scope.speakers:
                memory.speaker, memory.speaker_refs = scope.speakers, list(scope.refs)
                memory.speaker_at = memory.sentence
        for act in acts:
            memory.note_act(act)

    def _says_stranger(self, scope: Scope) -> bool:
        """Whether somebody speaks whose name belongs to no state known so far: `dia` is then nobody known."""
        if scope.verb < 0 or scope.speakers or scope.medium:
            return False
        subject = self.links.subject(scope.verb)
        return subject is not None and subject.kind == "name"

    def notes(self) -> Iterator[Problem]:
        """What in this sentence contradicts what is known of the persons in it."""
        if self.pack.details is not None:
            yield from wrong_offices(self.chunks, self.text, self.times, self.article, self.world, self.pack.details)

    def assessments(self, rules: Sequence[AssessRule] | None = None) -> list[Assessment]:
        """The judgements of a relation in this sentence, by these rules or else by all of the pack's."""
        found = find_assessments(self, self.pack.assess if rules is None else rules)
        return [*named_later(self), *found]


def _weight(scope: Scope) -> tuple[int, bool, int]:
    """The innermost scope counts; of those that begin together, who says it himself before a medium that passes on."""
    return scope.first, bool(scope.speakers) and in_person(scope), -scope.last


def _redated(claim: Claim, when: When) -> Claim:
    steps = tuple(step if step.stage != "date" else _date_step(when) for step in claim.steps)
    return msgspec.structs.replace(claim, when=when, steps=steps)


def _date_step(when: When | None) -> Step:
    return Step(stage="date", text=f"{when.text()} ({when.basis})" if when else "no date in reach")


def _actors(refs: Sequence[Ref]) -> tuple[Actor, ...]:
    return tuple(
        Actor(
            code=ref.code,  # type: ignore[arg-type]
            span=Span(start=ref.start, end=ref.end) if ref.start >= 0 else None,
            person=ref.person or None,
            office=ref.office or None,
            via=ref.via,
        )
        for ref in unique(refs)
    )
