"""Whom a phrase stands for: the actors it names, or those that its pronoun, its -nya or its `itu` points back to."""

from collections.abc import Iterable
from typing import Final

from pasut.coder.act import Act
from pasut.coder.addressing import past_sayer, says_of, told_by
from pasut.coder.clauses import Links
from pasut.coder.done_together import joined_in
from pasut.coder.memory import Memory
from pasut.coder.phrases import Phrase, Verb, Word, is_relative, is_word
from pasut.coder.refs import Ref, carried, others_of, unique
from pasut.coder.relatives import is_told_of
from pasut.coder.told_of import is_own_force, is_staff
from pasut.packs.words import Syntax

_TOWN: Final = frozenset(("city", "capital"))
_TOLD: Final = frozenset(("that_state", "third_singular", "third_plural"))
"""Pronouns that may mean who tells another something."""
_KILLING: Final = frozenset(("kill", "assassinate"))
_MANY: Final = frozenset(("organ", "force", "state"))
"""Kinds of phrase of one actor that `mereka` can mean."""
_PEOPLE: Final = frozenset(("refugee", "citizen", "worker", "casualty", "student", "suspect"))
"""Classes of those who did nothing that was told before."""


class Resolver:
    """Resolves the phrases of one sentence against the sentence itself and the article's memory."""

    def __init__(self, links: Links, memory: Memory, speaker_refs: list[Ref], syntax: Syntax) -> None:
        self.links, self.memory, self.syntax = links, memory, syntax
        self.chunks = links.chunks
        self.speaker_refs = speaker_refs

    def resolve(self, phrase: Phrase, role: str, others: list[Ref], index: int) -> list[Ref]:
        """The actors a phrase stands for in a role: those it names, or those its pronoun points back to."""
        if role == "source" and (
            phrase.kind in ("people", "company") or (phrase.expert and not phrase.refs) or phrase.former
        ):
            return []
        if phrase.refs or phrase.kin:
            return phrase.refs
        if phrase.pronoun == "partner" and any("quantifier" in item.functions for item in phrase.items):
            return []  # `para sekutunya` names nobody
        if phrase.pronoun:
            found = self.pronoun(phrase, role, others, index)
            if found:
                return found
        if phrase.owners and not (role == "source" and (phrase.kind == "company" or phrase.owners[0].via == "people")):
            return phrase.owners
        if phrase.media is not None and phrase.media.media is not None and phrase.media.media.state:
            return [Ref(phrase.media.media.state, phrase.start, phrase.end, "medium")]
        if phrase.nya:
            return self._owner_of_nya(phrase, role, others, index)
        if phrase.det and phrase.owned and (role == "target" or (role == "source" and phrase.kind == "force")):
            return self._owner_told_before(phrase, role, others)
        return self._source_told_before(phrase) if role == "source" else self._target_told_before(phrase, others, role)

    def _source_told_before(self, phrase: Phrase) -> list[Ref]:
        """`the president`, `a statement`, `that attack`: whom a phrase without any name means as doer."""
        if phrase.kind == "person" and not phrase.events and phrase.items and phrase.items[0].title:
            return self._same_title(phrase)
        said = (self._sayer(phrase) or self._said_by(phrase)) if is_own_force(phrase) else None
        if said is not None and not said.prep and said.refs:
            return carried(said.refs, "speaker")  # `tentara X mengatakan pasukan menahan ...`
        return self._doers(phrase) if phrase.kind == "event" and phrase.det else []

    def _target_told_before(self, phrase: Phrase, others: list[Ref], role: str) -> list[Ref]:
        if role != "target":
            return []
        if self._sums_up(phrase):
            return self.doer_here(phrase, others)
        if phrase.kind == "event" and not phrase.det:
            given = phrase.events[0][1].frame.type == "AID"  # `mengkritik X karena membatasi bantuan`
            return [] if given else self.doer_here(phrase, others)
        if phrase.classes & _PEOPLE:
            return []  # `para pengungsi itu`
        if phrase.det and phrase.kind in ("event", "noun", "other"):
            if _is_attack(phrase):
                return self._doers(phrase, others)
            return others_of(joined_in(phrase, self.memory), {r.code for r in others}) or self.anaphor_target(others)
        return []

    def _sums_up(self, phrase: Phrase) -> bool:
        """`X closed the border, a move condemned by Y`: the noun stands for what the subject before did."""
        if phrase.prep or phrase.items[-1].low not in self.syntax.summing:
            return False
        at = self.chunks.index(phrase)
        return at > 1 and is_word(self.chunks[at - 1], ",")

    def _owner_told_before(self, phrase: Phrase, role: str, others: list[Ref]) -> list[Ref]:
        """`kapal itu`, `resolusi tersebut`: whose the thing is that was told of with the same noun before."""
        noun = phrase.owned
        here = [c.actors for _, c in self.links.phrases if c.end <= phrase.start and not c.det and c.owned == noun]
        found = here[-1] if here else self.memory.owner(noun)
        if not found and role == "target" and "resolution" in phrase.classes:
            found = [ref for ref in self.memory.recent if ref.via == "body"][:1]
        codes = {ref.code for ref in others}
        found = found or (others_of(joined_in(phrase, self.memory), codes) if role == "target" else [])
        return [ref for ref in carried(found, "anaphor") if ref.code not in codes]

    def _doers(self, phrase: Phrase, others: Iterable[Ref] = ()) -> list[Ref]:
        """`serangan itu menewaskan ...`: who did the last act of the noun's own type."""
        codes = {ref.code for ref in others}
        kind = phrase.events[0][1].frame.type or ""
        return [Ref(r.code, -1, -1, "anaphor", r.person) for r in self.memory.doers(kind) if r.code not in codes]

    def doer_here(self, phrase: Phrase, others: list[Ref]) -> list[Ref]:
        """`melancarkan serangan, yang dikutuk Rusia`: the subject before an event noun did what it tells."""
        codes = {ref.code for ref in others}
        if self.syntax.last_said:
            named = [(at, c) for at, c in self.links.phrases if c.start < phrase.start and not c.prep and c.refs]
            subjects = [c.refs for at, c in named if not at or not isinstance(self.chunks[at - 1], Verb)]
            return [ref for ref in subjects[-1] if ref.code not in codes] if subjects else []
        bare = [c for _, c in self.links.phrases if c.start < phrase.start and not c.prep and c.refs]
        doers = past_sayer([c for c in bare if not self._is_agent(c)], self._sayer(phrase), self.links)
        return [ref for ref in doers[0].refs if ref.code not in codes] if doers else []

    def clitic(self, sources: list[Ref], index: int) -> list[Ref]:
        """`mengecamnya`: the actor named last before the verb that is not its subject."""
        codes = {ref.code for ref in sources}
        start = self.chunks[index].start if isinstance(self.chunks[index], Verb) else 0  # type: ignore[union-attr]
        before = [
            ref for chunk in self.chunks if isinstance(chunk, Phrase) and chunk.start < start for ref in chunk.actors
        ]
        verb = self.chunks[index]
        if isinstance(verb, Verb) and any(form.frame.name in _KILLING for form in verb.forms):
            before = [ref for ref in before if ref.person] or before  # `membunuhnya`: a person
        for ref in [*reversed(before), *self.memory.recent]:
            if ref.code not in codes:
                return carried([ref])
        return []

    def anaphor_target(self, others: list[Ref]) -> list[Ref]:
        """`langkah itu`, `serangan tersebut`: whoever did the last thing told."""
        codes = {ref.code for ref in others}
        return [
            Ref(ref.code, -1, -1, "anaphor", ref.person) for ref in self.memory.last_sources if ref.code not in codes
        ]

    def _same_title(self, phrase: Phrase) -> list[Ref]:
        for ref in self.memory.recent:
            if ref.office and ref.office == phrase.items[0].office:
                return [Ref(ref.code, -1, -1, "title", ref.person, ref.office)]
        return []

    def pronoun(self, phrase: Phrase, role: str, others: list[Ref], index: int) -> list[Ref]:
        """Whom a pronoun phrase points back to, by the class of its pronoun."""
        codes = {ref.code for ref in others}
        name = phrase.pronoun
        if name in ("first_person", "second_person", "self_side"):
            return self._of_speech(phrase, role, index, alone=bool(codes))
        if name in _TOLD and (told := self._of_telling(phrase, role, codes)):
            return carried(told)
        if name == "that_state":
            unknown = role == "source" and self._told_by_unknown(phrase)
            return [] if unknown else self._that_state(phrase, role, codes, index)
        if name == "partner":
            return self.memory.other_than(codes)
        if name == "third_plural" and len(phrase.items) > 1:
            return self._possessor(phrase, codes)
        besides = codes if name == "both" and role == "target" else set()
        inside = self._named_before(phrase, besides, plural=name != "third_singular")
        if inside:
            return carried(inside)
        if name == "third_singular" and self._told_by_unknown(phrase):
            return []
        if name == "third_singular":
            last = (self.memory.person or self.memory.subject)[:1]
            return carried(ref for ref in last if ref.code not in codes)
        if name == "third_plural" and self._told_by_unknown(phrase):
            return []
        staff = self._sayer(phrase) if name == "third_plural" else None
        if staff is not None and is_staff(staff) and staff.refs:
            return carried(staff.refs)  # `Para penasihat X mengatakan mereka ...`
        if name == "third_plural":
            said = {ref.code for ref in self.speaker_refs}
            met = self.memory.met_lately()
            both = [] if said & {ref.code for ref in met} else met  # a speaker does not call himself `mereka`
            return carried(both or self.memory.band() or self.memory.subject or self.memory.pair())
        return self.memory.pair(frozenset(codes) if role == "target" else frozenset())

    def _of_telling(self, phrase: Phrase, role: str, codes: set[str]) -> list[Ref]:
        """Who tells another something, as doer; the other, where something is done to him."""
        if role == "source":
            return told_by(phrase, self.links)
        return self._other_person(phrase, codes) if role == "target" and phrase.pronoun == "third_singular" else []

    def _other_person(self, phrase: Phrase, codes: set[str]) -> list[Ref]:
        """`Macron wrote to Trump urging him to act`: the last person told of who is not he that acts."""
        met = [c.refs for _, c in self.links.phrases if c.end <= phrase.start and c.kind == "person" and c.refs]
        others = [refs for refs in met if not codes & {ref.code for ref in refs}]
        return others[-1] if others and codes else []

    def _told_by_unknown(self, phrase: Phrase) -> bool:
        """`Polisi mengatakan mereka ...`: who speaks here is meant, and no state is known for him."""
        subject = self._sayer(phrase)
        return subject is not None and not subject.actors and not subject.pronoun and not subject.det

    def _sayer(self, phrase: Phrase) -> Phrase | None:
        """The subject of the first verb of saying before a phrase."""
        for at, chunk in enumerate(self.chunks):
            if chunk is phrase:
                return None
            if isinstance(chunk, Verb) and self.links.kind(at) == "speech":
                return self.links.subject(at)
        return None

    def _said_by(self, phrase: Phrase) -> Phrase | None:
        """`Air defences shot down 30 drones, the ministry said`: who says so after all of it."""
        verbs = [at for at, verb in self.links.verbs if verb.start > phrase.end and self.links.kind(at) == "speech"]
        subject = self.links.subject(verbs[-1]) if verbs else None
        return subject if subject is not None and subject.start > phrase.end else None

    def _of_speech(self, phrase: Phrase, role: str, index: int, *, alone: bool) -> list[Ref]:
        """`kami`, `Anda`, `pihaknya`: the speaker's side, or whom he speaks to; `kita` not both with a third."""
        said = carried(self.speaker_refs, "speaker")
        if phrase.pronoun == "second_person":
            return self.memory.other_than({ref.code for ref in said})
        if phrase.pronoun == "self_side":
            before = [c for c in self.chunks if isinstance(c, Phrase) and c.end <= phrase.start and not c.prep]
            own = next((chunk.refs for chunk in before if chunk.refs), [])
            return carried(own) or said or self._subject_refs(index)
        if phrase.items[0].low in self.syntax.inclusive_we and said and role == "source" and not alone:
            return [*said, *self.memory.other_than({ref.code for ref in said})]
        return said

    def _that_state(self, phrase: Phrase, role: str, codes: set[str], index: int) -> list[Ref]:
        """`negara itu`: as target the last actor named that is not the subject, as source the last subject named."""
        before = [c for c in self.chunks if isinstance(c, Phrase) and c.end <= phrase.start]
        if role == "source" and len(before) > 1 and is_relative(self.chunks[self.chunks.index(phrase) - 1]):
            before = before[:-1]  # `Rwanda, which it accuses`
        if role == "source":
            bare = [chunk for chunk in before if not chunk.prep and not self._is_agent(chunk)]
            named = [ref for chunk in bare or before for ref in chunk.refs]
            return carried(named[-1:] or self.memory.subject[:1] or self.memory.recent[:1])
        subject = self.links.subject(index) if isinstance(self.chunks[index], Verb) else None
        for chunk in reversed(before):
            if chunk is not subject:
                found = [ref for ref in chunk.actors if ref.code not in codes]
                if found:
                    return carried(found[:1])
        return self.memory.other_than(codes | {ref.code for ref in self._subject_refs(index)})

    def _is_agent(self, phrase: Phrase) -> bool:
        """`yang didukung X`: the agent of a passive verb is no subject."""
        verb = self.chunks[self.chunks.index(phrase) - 1]
        return isinstance(verb, Verb) and verb.voice == "passive"

    def _possessor(self, phrase: Phrase, codes: set[str]) -> list[Ref]:
        """`wilayah mereka`: the first actor of the sentence that is not already the other side."""
        for chunk in self.chunks:
            if isinstance(chunk, Phrase) and chunk.end <= phrase.start:
                for ref in chunk.refs:
                    if ref.code not in codes:
                        return carried([ref])
        return []

    def _named_before(self, phrase: Phrase, besides: set[str], *, plural: bool) -> list[Ref]:
        """The person (or, plural, the pair) that a pronoun can point to earlier in its own sentence."""
        before = [
            chunk for chunk in self.chunks if isinstance(chunk, Phrase) and chunk.end <= phrase.start and chunk.actors
        ]
        if before and phrase.pronoun == "third_plural" and is_told_of(self.chunks, before[-1], phrase):
            before = before[:-1]  # `utusan yang mereka tuduh`, `X, which they accuse`
            if before and before[-1].actors:
                return before[-1].actors
        if plural:
            several = next((found for c in reversed(before) if len(found := others_of(c.refs, besides)) >= 2), None)
            if several:
                return several
            if phrase.pronoun == "third_plural":  # `delegasi X tiba di Kairo setelah mereka bertemu Y`
                before = [chunk for chunk in before if not self._is_venue(chunk)]
            found = others_of(unique(ref for chunk in before for ref in chunk.actors), besides)
            last = before[-1] if before and phrase.pronoun == "third_plural" and not before[-1].prep else None
            many = last is not None and (last.kind in _MANY or is_staff(last))
            return found if len(found) == 2 or (len(found) == 1 and many) else []
        persons = [chunk for chunk in before if not chunk.prep and chunk.kind == "person" and len(chunk.refs) == 1]
        return persons[0].refs if persons else []

    def _subject_refs(self, index: int) -> list[Ref]:
        chunk = self.chunks[index] if index < len(self.chunks) else None
        subject = self.links.subject(index) if isinstance(chunk, Verb) else None
        if subject is not None and subject.refs:
            return subject.refs
        return self.memory.subject

    def _owner_of_nya(self, phrase: Phrase, role: str, others: list[Ref], index: int) -> list[Ref]:
        before = [
            ref
            for chunk in self.chunks
            if isinstance(chunk, Phrase) and chunk.start < phrase.start
            for ref in chunk.actors
            if not says_of(chunk, phrase, self.chunks)
        ]
        codes = {ref.code for ref in others}
        if any(["owned_plural" in item.functions for item in phrase.items]):
            bare = [c.refs for _, c in self.links.phrases if c.start < phrase.start and not c.prep and len(c.refs) > 1]
            if bare and not codes & {ref.code for ref in bare[-1]}:
                return carried(bare[-1])  # `A and B began their joint exercises`
        if role == "source":
            later = self._main_subject(phrase) if not before else []
            pool = [*reversed(before), *later, *self.memory.subject]
        else:
            pool = [*reversed(before), *self.memory.recent]
        if role == "target" and any(item.low in self.syntax.own for item in phrase.items):
            return []
        if phrase.personal:
            pool = [ref for ref in pool if ref.person] or pool
        pool = [ref for ref in pool if ref.code not in self.syntax.courts] or pool  # before whom one sues
        for ref in pool:
            if ref.code not in codes:
                return carried([ref])
        return []

    def _main_subject(self, phrase: Phrase) -> list[Ref]:
        """`Selama kunjungannya ke Rusia, Kim ...`: the first bare actor after the comma."""
        comma = False
        for chunk in self.chunks:
            if isinstance(chunk, Word) and chunk.kind == ",":
                comma = True
            elif comma and isinstance(chunk, Phrase) and not chunk.prep and chunk.refs and chunk.start > phrase.start:
                return chunk.refs
        return []

    def resolve_all(self, phrases: Iterable[Phrase], role: str, others: list[Ref], index: int) -> list[Ref]:
        out: list[Ref] = []
        for phrase in phrases:
            out += self.resolve(phrase, role, others, index)
        return unique(out) if out else out

    def recall(self, act: Act, besides: Iterable[str] = (), *, only_foes: bool = False) -> None:
        """`serangan Israel` without a target, `Iran diserang` without an agent: the other side as told before.

        `only_foes` where the act hits people of no known state: theirs is one that is at war with the source, if any.
        """
        if act.type == "ASSAULT" and self._is_place(act.sources or act.targets):
            return
        if act.sources and not act.targets and only_foes:
            found = self.memory.foe({ref.code for ref in act.sources}, self.named()) or []
            act.targets = [Ref(ref.code, -1, -1, "recalled", ref.person) for ref in found]
            return
        if act.sources and not act.targets:
            known = self.memory.targets_of.get((act.type, act.sources[0].code), [])
            if act.type == "CONSULT":
                act.targets = [Ref(ref.code, -1, -1, "recalled", ref.person) for ref in known]
                return
            known = known or self._opponent(act, besides)
            act.targets = [Ref(ref.code, -1, -1, "recalled", ref.person) for ref in known]
        elif act.targets and not act.sources and act.passive:
            known = self.memory.sources_of.get((act.type, act.targets[0].code), [])
            if not known and act.type == "ASSAULT":
                known = self.memory.foe({ref.code for ref in act.targets}, self.named()) or []
            act.sources = [Ref(ref.code, -1, -1, "recalled", ref.person) for ref in known]

    def _is_place(self, refs: list[Ref]) -> bool:
        """`a Baghdad bombing`: where it was; but `serangan Teheran` is by the capital's state."""
        names = {ref.via for ref in refs}
        return bool(names) and names <= (_TOWN if self.syntax.clauses == "auxiliaries" else {"city"})

    def recall_known(self, act: Act) -> None:
        """`mengirim lebih banyak senjata`: to whom the article told before."""
        known = self.memory.targets_of.get((act.type, act.sources[0].code), [])
        act.targets = [Ref(ref.code, -1, -1, "recalled", ref.person) for ref in known]

    def _opponent(self, act: Act, besides: Iterable[str]) -> list[Ref]:
        """`serangan Israel` alone: the enemy at war that is named here or in the article, else the one other state."""
        codes = {ref.code for ref in act.sources}
        if act.type == "ASSAULT":
            found = self.memory.foe(codes, self.named())
            if found is not None:
                return found
        return self.only_other(codes, besides)

    def _is_venue(self, phrase: Phrase) -> bool:
        """`tiba di Kairo`, `flew to Vienna`: where something takes place."""
        verb = self.chunks[self.chunks.index(phrase) - 1]
        gone_to = isinstance(verb, Verb) and not phrase.prep and {ref.via for ref in phrase.refs} <= _TOWN
        return gone_to or phrase.prep in self.syntax.places

    def _venues(self) -> set[str]:
        """`bertemu di Mekkah`: states named only by the town where something takes place."""
        phrases = [chunk for chunk in self.chunks if isinstance(chunk, Phrase)]
        here = [p for p in phrases if p.prep in self.syntax.inside and {ref.via for ref in p.actors} <= _TOWN]
        inside = {ref.code for phrase in here for ref in phrase.actors}
        return inside - {ref.code for phrase in phrases if phrase not in here for ref in phrase.actors}

    def named(self) -> list[Ref]:
        """All actors that the sentence names."""
        return unique(ref for chunk in self.chunks if isinstance(chunk, Phrase) for ref in (*chunk.refs, *chunk.owners))

    def only_other(self, codes: set[str], besides: Iterable[str] = ()) -> list[Ref]:
        """The one other state that the sentence names, if there is just one."""
        taken = {*codes, *(code.split(":")[0] for code in codes), *besides, *self._venues()}
        others = [ref for ref in self.named() if not taken & {ref.code, ref.code.split(":")[0]}]
        return others if len(others) == 1 and len(others[0].code.split(":")[0]) == 3 else []


def _is_attack(phrase: Phrase) -> bool:
    return phrase.kind == "event" and phrase.events[0][1].frame.type == "ASSAULT"
