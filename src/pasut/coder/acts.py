"""From verbs and event nouns to acts: the frame's roles filled by voice and preposition, then who did what to whom."""

from typing import Final

from pasut.coder.act import Act, Roles, phrase_text
from pasut.coder.charges import Charges
from pasut.coder.clauses import Links
from pasut.coder.companions import asked_agents
from pasut.coder.earlier import COURTESY, look_back, to_partner
from pasut.coder.following import After
from pasut.coder.light import calls_off, join_doers, join_talks, light_roles
from pasut.coder.memory import Memory
from pasut.coder.naming import Namings
from pasut.coder.no_act import by_nobody, fate_of_object, is_no_act, own_people
from pasut.coder.noun_marks import by_means, past_topic
from pasut.coder.nouns import Nouns
from pasut.coder.opposed import told_whole
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.coder.rebuttals import rebuts
from pasut.coder.reference import Resolver
from pasut.coder.refs import Ref, carried
from pasut.coder.roles import VERBAL, VerbRoles
from pasut.coder.sides import Sides
from pasut.coder.stance import SKIP, drives, stance_of, worse
from pasut.coder.undergone import is_led, presupposed
from pasut.packs.entry import Form
from pasut.packs.frame import Frame, Sense
from pasut.packs.words import Syntax
from pasut.records import EventType

_COOPERATIVE: Final = frozenset(("AGREE", "SUPPORT", "AID", "COOPERATE", "CONSULT", "RETREAT", "CONCEDE"))
_ENCOUNTERS: Final = frozenset(("visit", "meet", "multilateral"))
_PROVOKED: Final = frozenset(("ACCUSE", "COERCE", "SANCTION", "PROTEST", "THREATEN", "REJECT"))
_JOINED: Final = frozenset(("ASSAULT", "COERCE", "ACCUSE", "SANCTION"))
"""Types of acts that one may join in, and does so too."""
_TOLD: Final = (None, "not_happened", "denied", "planned", "possible")
"""What a verb may make of its event noun (`membatalkan kunjungan`) and leave it an act of its own."""


class Finder:
    """Finds the acts of one sentence."""

    def __init__(self, links: Links, memory: Memory, speaker_refs: list[Ref], syntax: Syntax) -> None:
        self.links, self.syntax = links, syntax
        self.chunks = links.chunks
        self.resolver = Resolver(links, memory, speaker_refs, syntax)
        self.nouns = Nouns(links, syntax)
        self.roles = VerbRoles(links, self.nouns, syntax)
        self.sides = Sides(links, self.nouns, self.resolver, syntax)
        self.charges = Charges(links, self.nouns, self.sides, self.resolver, syntax)
        self.namings = Namings(links, self.sides, self.resolver, syntax)
        self.last_sources: list[Ref] = []
        """Who did the last verb's act of the sentence: whom `protes dari Iran` is against."""
        self.told: list[Act] = []
        """The acts found so far."""
        self.used: dict[int, str] = {}
        """Phrases whose event noun a verb has taken over: chunk index -> what became of it."""

    def find(self) -> list[Act]:
        """All acts, in order of their words."""
        acts = self.told
        for index, verb in self.links.verbs:
            if verb.forms:
                acts.extend(self._verb_acts(index, verb))
                if acts:
                    self.last_sources = acts[-1].sources
        for index, phrase in self.links.phrases:
            if phrase.events and (self.used.get(index) in _TOLD or self._goes_on(index, phrase)):
                acts.extend(self._noun_acts(index, phrase))
        acts.sort(key=lambda act: act.start)
        return acts

    def _verb_acts(self, index: int, verb: Verb) -> list[Act]:
        after = self.links.after(index)
        if verb.item.nya and verb.voice == "active" and after.objects and after.objects[0][1].refs:
            return []  # `bergabungnya Indonesia` is a noun
        for form in verb.forms:
            acts = self._form_acts(index, verb, form, after)
            if acts:
                return acts
        return []

    def _form_acts(self, index: int, verb: Verb, form: Form, after: After) -> list[Act]:
        frame = form.frame
        if frame.kind in ("speech", "none", "control") and form.root in self.syntax.naming:
            return self.namings.find(index, verb, form, after)
        if frame.kind in ("speech", "none"):
            return []
        denied = frame.kind == "deny" or rebuts(self.links, index)
        if denied or (form.root in self.syntax.excluding and "negator" in verb.aux):
            self._mark(after, self._left_open(index, frame))
            return []
        roles = self.roles.of(index, verb, form, after)
        governed = self.roles.governed_event(index, verb, after)
        sense = self.roles.sense(frame, roles, after) or self.roles.unnamed_treaty(frame, roles)
        if sense is not None and (sense.subject or sense.object_role):
            roles = self.roles.of(index, verb, form.turned(sense), after)
        kind = sense.kind if sense and sense.kind else frame.kind
        owned = any(phrase.actors for phrase in roles.get(frame.object, "target"))
        chosen = sense is not None and (sense.kind == "light" or (owned and bool(sense.object)))  # `menduduki X`
        if kind == "none" or (frame.object_state_only and not chosen and not self.roles.object_is_actor(roles, frame)):
            return []
        if kind == "light" and (sense is None or sense.type is None) and governed is not None:
            return self._light(index, verb, form, roles, governed, after)
        act_type = sense.type if sense and sense.type else frame.type
        if act_type is None or self._is_called_off(index, verb, (act_type, kind), governed, after):
            status = (sense.status if sense else "") or frame.status
            if kind in ("control", "phase") and status:
                self._mark(after, status)
            return []
        if kind in ("demand", "control", "phase", "accuse"):
            self._mark(after, "alleged" if kind == "accuse" else SKIP)
        acts = self._verb_act(index, verb, form, (act_type, kind), sense, roles, after)
        if kind == "accuse":
            charged = self.charges.find(index, verb, acts, after)
            self.used.update((act.chunk, "taken") for act in charged)
            acts.extend(charged)
        if acts and kind == "phase" and verb.voice in ("passive", "state") and governed is not None:
            self.used[governed[0]] = "taken"  # `bantuan ... dihentikan`: what ends is not also told as done
        return acts

    def _is_called_off(
        self, index: int, verb: Verb, what: tuple[str, str], governed: tuple[int, Phrase] | None, after: After
    ) -> bool:
        """`kunjungan X ke Y dibatalkan`: by whom, nobody tells; the visit did not happen."""
        if governed is None or not calls_off(what, verb, governed[1]) or not by_nobody(index, verb, after, self.syntax):
            return False
        self.used[governed[0]] = "not_happened"
        return True

    def _left_open(self, index: int, frame: Frame) -> str:
        """What is denied, or not ruled out, is told as such."""
        if frame.kind != "deny":
            return "possible"
        return "denied" if self.links.denies(index) else SKIP

    def _verb_act(
        self,
        index: int,
        verb: Verb,
        form: Form,
        what: tuple[EventType, str],
        sense: Sense | None,
        roles: Roles,
        after: After,
    ) -> list[Act]:
        frame, (act_type, kind) = form.frame, what
        status = stance_of(index, self.links).status
        if status == SKIP or (index > 1 and past_topic(self.chunks, index - 2, self.syntax) == index):
            return []
        if is_no_act(index, verb, form, act_type, after, self.links):
            return []
        if act_type == "ACCUSE" and form.root in self.syntax.protesting and self._by_people(index):
            act_type = "PROTEST"
        read = self._by_subject(index, act_type, frame.mode_in(sense))
        if read is None or (kind == "demand" and drives(index, self.links)):
            return []
        act_type, mode = read
        if act_type == "THREATEN" and self.sides.asks(after):
            act_type = "REQUEST"
        if mode == "recognise" and after.sub is None and after.follows_object() and not is_led(self.links, index):
            return []  # `mengakui mereka telah mencari jalan`: admits
        if after.objects and own_people(act_type, after.objects[0][1]):
            return []
        act = Act(act_type, mode, form.rule, index, verb.start, verb.end)
        act.status = worse(status, sense.status) if sense and sense.status else status
        act.passive = verb.voice in ("passive", "state")
        mutual = sense.mutual if sense and sense.mutual is not None else frame.mutual
        each_other = "reciprocal" in verb.aux or self._each_other(index)
        self.sides.fill(act, frame, roles, mutual=mutual or each_other, index=index)
        self.sides.settle(act, kind, sense, after, index)
        look_back(self, act, after)
        if act.type == "CONSULT" and any("phone" in phrase.classes for _, phrase in after.preps):
            act.mode = "phone"
        if self._declines(verb, act):
            self._refuse(act)
        if fate := fate_of_object(act, after):
            self._mark(after, fate)
        if act.type == "REQUEST" and not self._may_ask(act, index, after):
            return []
        act.object = next((phrase_text(theme) for theme in roles.get("theme", "content", "topic")), None)
        return [act] if self.sides.complete(act) else []

    def _by_subject(self, index: int, kind: EventType, mode: str) -> tuple[EventType, str] | None:
        """The type and mode as the subject makes them; a noun that is the subject of its own verb is no further act."""
        read = self.roles.by_subject(index, kind, mode)
        if kind == "ASSAULT" and read == ("COERCE", "sanction"):
            self.used.update((at, "taken") for at, phrase in self.links.phrases if phrase is self.links.subject(index))
        return read

    def _may_ask(self, act: Act, index: int, after: After) -> bool:
        """Whether a request is to others; who is only to undergo what is asked is not asked."""
        if self._asked_for(after) and all(ref.via != "recalled" for ref in act.targets):
            act.targets = asked_agents(self.links, after.content, act)
            look_back(self, act, after)  # `mendesak keduanya dibebaskan`: of who holds them
        return not self._asks_own(act, index, after)

    def _asks_own(self, act: Act, index: int, after: After) -> bool:
        """`Kim memerintahkan pasukan Korut menyerang X`, `warga X diminta pemerintahnya meninggalkan Y`: own people."""
        asked = self.links.subject(index) if act.passive else after.objects[0][1] if after.objects else None
        codes = {ref.code for ref in act.sources}
        return asked is not None and bool(asked.refs) and codes.issuperset(ref.code for ref in asked.refs)

    def _asked_for(self, after: After) -> bool:
        """`menuntut dua warganya dibebaskan`: the object is to undergo what is asked, not to do it."""
        content = self.chunks[after.content] if after.content is not None else None
        if not (isinstance(content, Verb) and content.voice == "passive" and content.forms):
            return False
        return after.follows_object() and content.forms[0].frame.kind not in ("demand", "control")

    def _by_people(self, index: int) -> bool:
        """`Warga Turki memprotes`, `Turks protested`: citizens protest where a state accuses."""
        subject = self.links.subject(index)
        return subject is not None and (
            subject.kind == "people" or any("people" in (item.title, item.via) for item in subject.items)
        )

    def _each_other(self, index: int) -> bool:
        """`menuduh satu sama lain`, `each accused the other`"""
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if isinstance(after, Phrase):
            return " ".join([item.low for item in after.items]) in self.syntax.the_other
        return isinstance(after, Word) and "reciprocal" in after.functions

    def _declines(self, verb: Verb, act: Act) -> bool:
        """`tidak akan membantu X` is a refusal; `tidak akan menemui X` tells only that they do not meet."""
        if "refusal" not in verb.aux or act.status != "not_happened" or act.type not in _COOPERATIVE:
            return False
        return act.mode not in _ENCOUNTERS

    def _refuse(self, act: Act) -> None:
        """`tidak akan memberikan bantuan`: help, talks or support declined is a refusal that happened."""
        act.type, act.mode, act.status = "REJECT", "refuse", "happened"
        if act.mutual:
            act.mutual = False
            act.sources, act.targets = act.sources[:1], act.sources[1:]

    def _mark(self, after: After, status: str) -> None:
        for at, phrase in after.objects:
            if status not in (SKIP, "denied") or not presupposed(phrase):
                self.used.setdefault(at, status)

    # -- light verbs and event nouns ------------------------------------------------------------------------------

    def _light(
        self, index: int, verb: Verb, form: Form, roles: Roles, governed: tuple[int, Phrase], after: After
    ) -> list[Act]:
        """`melakukan kunjungan ke X`: the noun tells the act, the verb who does it."""
        at, phrase = governed
        self.used[at] = "taken"
        status = stance_of(index, self.links).status
        if form.frame.subject == "target" and (status == SKIP or told_whole(phrase)):
            status = "happened"
        if status == SKIP:
            return []
        item, noun = phrase.events[0]
        inner = self.nouns.roles_of(at, phrase, noun)
        act = Act(*self.nouns.type_of(noun, phrase, inner), noun.rule, index, item.start, item.end)
        if not act.type:
            return []
        act.status = worse(status, self.nouns.announced_as(phrase, at))  # `menghadapi kemungkinan serangan X`
        act.passive = verb.voice in ("passive", "state")
        if act.type == "COERCE" and roles.get("source") and not inner.get("target"):
            inner.found["target"] = inner.found.pop("source", [])  # `menaikkan tarif impor China`: on China
        by = self._done_by(after) if act.type == "ACCUSE" and not act.passive else None
        if by is not None:
            inner.found["target"] = [by]  # `menyatakan keprihatinan atas penahanan A oleh B`: B did it
        own = light_roles(inner, roles, noun, phrase, self.syntax.between, reverse=form.frame.subject == "target")
        if verb.item.low in self.syntax.joining and act.type in _JOINED and own.get("source"):
            join_doers(own, roles, act.status)
        join_talks(form, noun, own, roles, self.syntax)
        mutual = noun.frame.mutual or "reciprocal" in verb.aux  # `saling melontarkan ancaman`
        self.sides.fill(act, noun.frame, own, mutual=mutual, index=index)
        if act.type in VERBAL and act.sources and not act.targets:
            self.sides.from_content(act, after)
        if act.type == "ACCUSE" and act.sources and not act.targets and after.sub is None and not after.preps:
            act.targets = carried(self.resolver.memory.harmers(ref.code for ref in act.sources), "recalled")
        if act.type in COURTESY and act.sources and not act.targets:
            to_partner(self, act)
        act.why = f"{verb.item.text} + {item.text}"
        if self._declines(verb, act):
            self._refuse(act)
        act.object = phrase_text(phrase)
        return [act] if self.sides.complete(act) else []

    def _done_by(self, after: After) -> Phrase | None:
        """Who did what a phrase after the verb tells, by the preposition of agents."""
        told = any(phrase.events and phrase.prep != self.syntax.by for _, phrase in after.preps)
        return next((p for _, p in after.preps if p.prep == self.syntax.by and p.actors), None) if told else None

    def _noun_acts(self, index: int, phrase: Phrase) -> list[Act]:
        if phrase.pronoun and not phrase.actors and not (phrase.pronoun == "third_plural" and len(phrase.items) > 1):
            return []
        item, noun = phrase.events[0]
        if noun.frame.kind in ("speech", "none"):
            return []
        roles = self.nouns.roles_of(index, phrase, noun)
        act = Act(*self.nouns.type_of(noun, phrase, roles), noun.rule, index, item.start, item.end)
        if not act.type:
            return []
        act.from_noun = True
        status = self.used.get(index) or self.nouns.status_of(index, phrase)
        status = "happened" if self._goes_on(index, phrase) else status
        if status == SKIP:
            return []
        act.status = status
        self.nouns.lend_subject(index, phrase, noun, act, roles)
        after = self.links.after(index)
        told = (
            act.type in VERBAL
            and after.sub is not None
            and after.sub <= index + 3
            and not by_means(self.chunks[after.sub], self.syntax)
        )
        owner = self.nouns.owner_verb(index)
        if told and not roles.get("source") and owner is not None and not self._answers(owner):
            self.nouns.add_subject(owner, index, "source", roles)
        if not roles.found:
            return []
        self.sides.fill(act, noun.frame, roles, mutual=noun.frame.mutual, index=index)
        if told and act.sources and not act.targets:
            self.sides.from_content(act, after)
        if not act.targets and (presupposed(phrase) or act.type in ("REQUEST", "ACCUSE")):
            self._answered(index, act)
        if not act.targets and act.type in _PROVOKED:
            self._provoked(index, act)
        if act.targets and not act.sources:
            here = self.syntax.object_of or act.mode == "arrest"  # `the arrest of a Norwegian in Moscow`
            self.sides.place_acts(act, after, (*self.syntax.of, *self.syntax.places[:1]) if here else self.syntax.of)
        if act.type == "ACCUSE" and not act.targets:
            act.targets = self._reproached(index, phrase, act)
        act.object = phrase_text(phrase)
        return [act, *self._joined(index, phrase, act)] if self.sides.complete(act) else []

    def _goes_on(self, index: int, phrase: Phrase) -> bool:
        """`urged X to stop its attacks on Y`: what is to be ended is being done."""
        owner = self.nouns.owner_verb(index) if phrase.nya and self.syntax.object_of else None
        if owner is None or self.links.kind(owner) != "phase" or phrase.events[0][1].frame.type not in _JOINED:
            return False
        if self.used.get(index) != SKIP or stance_of(owner, self.links).status == "happened":
            return False
        hit = self.nouns.roles_of(index, phrase, phrase.events[0][1]).get("target")
        return any(found.actors for found in hit)

    def _reproached(self, index: int, phrase: Phrase, act: Act) -> list[Ref]:
        """`defended X against criticism from Y`: X; else who did the last thing."""
        beside = self.chunks[index - 1] if index else None
        codes = {ref.code for ref in act.sources}
        if phrase.prep in self.syntax.against and isinstance(beside, Phrase) and beside.refs:
            return list(beside.refs)
        return [ref for ref in self.last_sources if ref.code not in codes]

    def _answered(self, index: int, act: Act) -> None:
        """`menolak tuntutan X`, `membantah tuduhan X`: who answers was addressed."""
        owner = self.nouns.owner_verb(index)
        subject = self.links.subject(owner) if owner is not None and self._answers(owner) else None
        if owner is not None and subject is not None:
            codes = {ref.code for ref in act.sources}
            found = self.resolver.resolve(subject, "target", act.sources, owner)
            act.targets = [ref for ref in found if ref.code not in codes]

    def _answers(self, index: int) -> bool:
        """Whether the verb refuses or denies what its object says."""
        verb = self.chunks[index]
        frame = verb.forms[0].frame if isinstance(verb, Verb) and verb.forms and verb.voice == "active" else None
        types = {frame.type, *(sense.type for sense in frame.senses)} if frame is not None else set()
        if isinstance(verb, Verb) and verb.voice == "active" and verb.item.low in self.syntax.answering:
            return True
        return frame is not None and (frame.kind == "deny" or "REJECT" in types)

    def _provoked(self, index: int, act: Act) -> None:
        """`serangan X memicu kecaman Y`: who did what the reproach is provoked by; `after a U.S. veto`: the council."""
        if act.mode == "veto":
            act.targets = [ref for ref in self.resolver.named() if ref.code == "UNSC"]
            return
        owner = self.nouns.owner_verb(index)
        verb = self.chunks[owner] if owner is not None else None
        subject = self.links.subject(owner) if owner is not None else None
        if subject is None or not (isinstance(verb, Verb) and verb.item.low in self.syntax.provoking):
            return
        codes = {ref.code for ref in act.sources}
        found = subject.actors or self.resolver.resolve(subject, "target", act.sources, owner or 0)
        act.targets = [ref for ref in found if ref.code not in codes]

    def _joined(self, index: int, phrase: Phrase, act: Act) -> list[Act]:
        """`bergabung dengan serangan X terhadap Y`: who joins does it too."""
        joined = self.links.joined(index) if phrase.prep and phrase.actors and act.type == "ASSAULT" else None
        subject = self.links.subject(joined[0]) if joined is not None else None
        if joined is None or subject is None or act.mutual:
            return []
        parties = {ref.code for ref in (*act.sources, *act.targets)}
        doers = self.resolver.resolve(subject, "source", act.targets, joined[0])
        if not doers or parties & {ref.code for ref in doers}:
            return []
        other = act.copy()
        status = stance_of(joined[0], self.links).status
        other.sources, other.status = doers, "possible" if status == SKIP else status
        return [other]
