"""From verbs and event nouns to acts: the frame's roles filled by voice and preposition, then who did what to whom."""

import msgspec

from pasut.coder.act import Act, Roles, phrase_text
from pasut.coder.charges import Charges
from pasut.coder.clauses import Links
from pasut.coder.following import After
from pasut.coder.memory import Memory
from pasut.coder.nouns import Nouns, presupposed
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.coder.reference import Resolver
from pasut.coder.refs import Ref, carried
from pasut.coder.roles import VERBAL, VerbRoles
from pasut.coder.sides import Sides
from pasut.coder.stance import SKIP, stance_of, worse
from pasut.packs.lexicon import Form, Frame, Sense
from pasut.packs.words import Syntax
from pasut.records import EventType

_COOPERATIVE = frozenset(("AGREE", "SUPPORT", "AID", "COOPERATE", "CONSULT", "RETREAT", "CONCEDE"))
_JUDGING = frozenset(("negative", "condemning", "positive"))
_COURTESY = frozenset(("SUPPORT", "AGREE"))
_PROVOKED = frozenset(("ACCUSE", "COERCE", "SANCTION", "PROTEST", "THREATEN"))
_TOLD = (None, "not_happened", "denied", "planned", "possible")
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
            if phrase.events and self.used.get(index) in _TOLD:
                acts.extend(self._noun_acts(index, phrase))
        acts.sort(key=lambda act: act.start)
        return acts

    # -- verbs ---------------------------------------------------------------------------------------------------

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
            return self._naming(index, verb, form, after)
        if frame.kind in ("speech", "none"):
            return []
        if frame.kind == "deny":
            self._mark(after, "denied" if self.links.denies(index) else SKIP)
            return []
        roles = self.roles.of(index, verb, form, after)
        governed = self.roles.governed_event(index, verb, after)
        sense = self.roles.sense(frame, roles, after)
        if sense is not None and (sense.subject or sense.object_role):
            turned = msgspec.structs.replace(
                frame, subject=sense.subject or frame.subject, object=sense.object_role or frame.object
            )
            roles = self.roles.of(index, verb, msgspec.structs.replace(form, frame=turned), after)
        kind = sense.kind if sense and sense.kind else frame.kind
        owned = any(phrase.actors for phrase in roles.get(frame.object, "target"))
        chosen = owned and sense is not None and bool(sense.object)  # `menduduki wilayah Ukraina`
        if kind == "none" or (frame.object_state_only and not chosen and not self.roles.object_is_actor(roles, frame)):
            return []
        if kind == "light" and (sense is None or sense.type is None) and governed is not None:
            return self._light(index, verb, form, roles, governed, after)
        act_type = sense.type if sense and sense.type else frame.type
        if act_type is None:
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
        if acts and kind == "phase" and verb.voice == "passive" and governed is not None:
            self.used[governed[0]] = "taken"  # `bantuan ... dihentikan`: what ends is not also told as done
        return acts

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
        if status == SKIP:
            return []
        if self._is_no_act(index, verb, form, act_type, after):
            return []
        if act_type == "ACCUSE" and form.root in self.syntax.protesting and self._by_people(index):
            act_type = "PROTEST"
        read = self._by_subject(index, act_type, _mode(frame, sense))
        if read is None:
            return []
        act_type, mode = read
        if act_type == "THREATEN" and self.sides.asks(after):
            act_type = "REQUEST"
        if mode == "recognise" and after.sub is None and self._follows_object(after):
            return []  # `mengakui mereka telah mencari jalan`: admits
        if act_type == "REQUEST" and after.objects and _own_people(after.objects[0][1]):
            return []
        act = Act(act_type, mode, form, index, verb.start, verb.end)
        act.status = worse(status, sense.status) if sense and sense.status else status
        act.passive = verb.voice in ("passive", "state")
        mutual = sense.mutual if sense and sense.mutual is not None else frame.mutual
        each_other = "reciprocal" in verb.aux or self._each_other(index)
        self.sides.fill(act, frame, roles, mutual=mutual or each_other, index=index)
        self.sides.settle(act, kind, sense, after, index)
        self._look_back(act, after)
        if act.type == "CONSULT" and any("phone" in phrase.classes for _, phrase in after.preps):
            act.mode = "phone"
        if "refusal" in verb.aux and act.type in _COOPERATIVE and act.status == "not_happened":
            self._refuse(act)
        lifted = act.type == "RETREAT" and any(p.classes & {"sanction", "ban", "embargo"} for _, p in after.objects)
        if (act.type == "SANCTION" and act.mode == "halt") or lifted:
            self._mark(after, "taken")  # `memutus kerja sama`: what ends is not also told as done
        if act.type == "REQUEST" and self._asked_for(after):
            act.targets = []
        theme = roles.get("theme", "content", "topic")
        act.object = phrase_text(theme[0]) if theme else None
        return [act] if self.sides.complete(act) else []

    def _is_no_act(self, index: int, verb: Verb, form: Form, act_type: str, after: After) -> bool:
        """Whether the words around the verb make it tell no act of its type."""
        if form.voice == "adjective" and act_type == "CONSULT" and not self._is_person(index):
            return True  # `the sailors were in Iraqi waters` is no visit
        if form.frame.kind == "accuse" and verb.voice == "passive" and not self._has_agent(after):
            return True  # `is accused of` by nobody told: only what is alleged counts
        if act_type == "THREATEN" and verb.voice == "active" and self._endangers(index, after):
            return True
        return form.frame.ahead and not self._is_ahead(after)

    def _has_agent(self, after: After) -> bool:
        return self.syntax.bare_agent or any(phrase.prep == self.syntax.by for _, phrase in after.preps)

    def _look_back(self, act: Act, after: After) -> None:
        """Give an act the side that one told before it gives."""
        if act.passive and not act.sources and act.mode == "release":
            self._by_jailer(act)
        if act.type in _COURTESY and act.sources and not act.targets:
            self._to_partner(act)
        if act.type == "ACCUSE" and act.sources and not act.targets and after.stop is None:
            self._against_doer(act, after)

    def _against_doer(self, act: Act, after: After) -> None:
        """`Korut menembakkan rudal, Jepang protes`: against who did the last thing, here or to the protester."""
        if after.objects or after.preps or after.sub is not None or after.content is not None:
            return
        codes = {ref.code for ref in act.sources}
        found = self.last_sources or self.resolver.memory.harmers(codes)
        act.targets = carried([ref for ref in found if ref.code not in codes], "recalled")

    def _by_jailer(self, act: Act) -> None:
        """`dua warga X yang ditahan Y dibebaskan`: by whom they were held, as told here or before."""
        codes = {ref.code for ref in act.targets}
        told = [each for each in self.told if each.type == "COERCE"]
        held = [each.sources for each in told if codes & {ref.code for ref in each.targets}]
        held += [self.resolver.memory.sources_of.get(("COERCE", code), []) for code in sorted(codes)]
        act.sources = carried(next((found for found in held if found), []), "recalled")

    def _to_partner(self, act: Act) -> None:
        """`menelepon X untuk menyampaikan dukungan`: said to whom one calls or meets for it."""
        codes = {ref.code for ref in act.sources}
        last = self.told[-1] if self.told else None
        if last is None or last.type != "CONSULT" or act.status != "happened" or last.status != "happened":
            return
        if act.mode == "treaty" and last.mode == "visit":
            return  # `Presiden X yang mengunjungi Y menandatangani ...`: a law of his own as well
        found = [ref for ref in last.targets if ref.code not in codes]
        if codes <= {ref.code for ref in last.sources} and len(found) == 1:
            act.targets = carried(found, "partner")
            if act.mode == "treaty":
                act.mutual, act.sources = True, [*act.sources, *act.targets]
                act.targets = act.sources

    def _by_subject(self, index: int, kind: EventType, mode: str) -> tuple[EventType, str] | None:
        """The type and mode as the subject makes them; a noun that is the subject of its own verb is no further act."""
        read = self.roles.by_subject(index, kind, mode)
        if kind == "ASSAULT" and read == ("COERCE", "sanction"):
            self.used.update((at, "taken") for at, phrase in self.links.phrases if phrase is self.links.subject(index))
        return read

    def _is_ahead(self, after: After) -> bool:
        """Whether the clause that follows tells of what will or may be."""
        content = self.chunks[after.content] if after.content is not None else None
        return isinstance(content, Verb) and bool((content.aux | content.item.functions) & {"future", "possible"})

    def _asked_for(self, after: After) -> bool:
        """`menuntut dua warganya dibebaskan`: the object is to undergo what is asked, not to do it."""
        content = self.chunks[after.content] if after.content is not None else None
        if not (isinstance(content, Verb) and content.voice == "passive" and content.forms):
            return False
        return self._follows_object(after) and content.forms[0].frame.kind not in ("demand", "control")

    def _follows_object(self, after: After) -> bool:
        """Whether the next verb stands right after the object."""
        return bool(after.objects) and after.content == after.objects[-1][0] + 1

    def _endangers(self, index: int, after: After) -> bool:
        """`Program nuklir itu mengancam X`, `mengancam perdamaian`: a danger, which nobody says."""
        subject = self.links.subject(index)
        if subject is not None and subject.kind in ("thing", "event", "noun") and not (subject.refs or subject.pronoun):
            return True
        if not after.objects or after.content is not None or any(phrase.actors for _, phrase in after.preps):
            return False
        good = after.objects[0][1]
        named = good.actors or good.pronoun or good.nya or good.events or good.lead
        return good.kind in ("noun", "other") and not named

    def _is_person(self, index: int) -> bool:
        subject = self.links.subject(index)
        return subject is not None and (subject.kind == "person" or subject.pronoun == "third_singular")

    def _by_people(self, index: int) -> bool:
        """`Warga Turki memprotes`, `Turks protested`: citizens protest where a state accuses."""
        subject = self.links.subject(index)
        return subject is not None and (
            subject.kind == "people" or any("people" in (item.title, item.via) for item in subject.items)
        )

    def _each_other(self, index: int) -> bool:
        """`menuduh satu sama lain`"""
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        return isinstance(after, Word) and "reciprocal" in after.functions

    def _clause(self, index: int) -> list[Phrase]:
        """The phrases after the verb's object, up to the next verb, comma or clause."""
        found: list[Phrase] = []
        for chunk in self.chunks[index + 2 :]:
            if isinstance(chunk, Phrase):
                found.append(chunk)
            elif isinstance(chunk, Verb) or chunk.kind in ("sub", "contrast", ",", ".", ";"):
                break
        return found

    def _naming(self, index: int, verb: Verb, form: Form, after: After) -> list[Act]:
        """`menyebut X sebagai ancaman`: an accusation or praise, by the word chosen."""
        named = after.objects[:1]
        words = {
            name
            for chunk in self.chunks[index + 1 :]
            if isinstance(chunk, Phrase)
            and (chunk.prep == self.syntax.as_ or chunk in [p for _, p in after.objects[1:]])
            for item in chunk.items
            for name in item.functions & _JUDGING
        }
        content = self.chunks[after.content] if after.content is not None and self._follows_object(after) else None
        blamed = content.item.functions & _JUDGING if isinstance(content, Verb) else frozenset()
        blamed |= _called([phrase for _, phrase in after.objects])
        words |= blamed  # `menganggap X bertanggung jawab atas ...`, `menyebut X negara teroris`
        bare = bool(blamed) or form.root in self.syntax.bare_naming
        if not bare and not any(
            (isinstance(c, (Phrase, Word)) and getattr(c, "prep", "") == self.syntax.as_)
            or (isinstance(c, Word) and c.item.low == self.syntax.as_)
            for c in self.chunks[index:]
        ):
            return []
        words |= {
            name
            for chunk in self._clause(index)
            if isinstance(chunk, Phrase)
            for item in chunk.items
            for name in item.functions & _JUDGING
        }
        if not named or not words:
            return []
        kind = "ACCUSE" if words & {"negative", "condemning"} else "SUPPORT"
        act = Act(kind, "" if kind == "ACCUSE" else "praise", form, index, verb.start, verb.end)
        act.status = stance_of(index, self.links).status
        subject = self.links.subject(index)
        if act.status == SKIP or subject is None or verb.voice in ("passive", "state"):
            return []
        act.sources = self.resolver.resolve(subject, "source", [], index)
        codes = {ref.code for ref in act.sources}
        act.targets = [
            ref for ref in self.resolver.resolve(named[0][1], "target", act.sources, index) if ref.code not in codes
        ]
        return [act] if self.sides.complete(act) else []

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
        if status == SKIP and form.frame.subject == "target":
            status = "happened"
        if status == SKIP:
            return []
        item, noun = phrase.events[0]
        inner = self.nouns.roles_of(at, phrase, noun)
        act = Act(*self.nouns.type_of(noun, phrase, inner), noun, index, item.start, item.end)
        if not act.type:
            return []
        act.status = worse(status, self.nouns.announced_as(phrase))  # `menghadapi kemungkinan serangan X`
        act.passive = verb.voice in ("passive", "state")
        if act.type == "COERCE" and roles.get("source") and not inner.get("target"):
            inner.found["target"] = inner.found.pop("source", [])  # `menaikkan tarif impor China`: on China
        own = _light_roles(inner, roles, phrase, self.syntax.between, reverse=form.frame.subject == "target")
        mutual = noun.frame.mutual or "reciprocal" in verb.aux  # `saling melontarkan ancaman`
        self.sides.fill(act, noun.frame, own, mutual=mutual, index=index)
        if act.type in VERBAL and act.sources and not act.targets:
            self.sides.from_content(act, after)
        if act.type == "ACCUSE" and act.sources and not act.targets and after.sub is None and not after.preps:
            act.targets = carried(self.resolver.memory.harmers(ref.code for ref in act.sources), "recalled")
        if act.type in _COURTESY and act.sources and not act.targets:
            self._to_partner(act)
        act.why = f"{verb.item.text} + {item.text}"
        if "refusal" in verb.aux and act.type in _COOPERATIVE and act.status == "not_happened":
            self._refuse(act)
        act.object = phrase_text(phrase)
        return [act] if self.sides.complete(act) else []

    def _noun_acts(self, index: int, phrase: Phrase) -> list[Act]:
        if phrase.pronoun and not phrase.actors and not (phrase.pronoun == "third_plural" and len(phrase.items) > 1):
            return []
        item, noun = phrase.events[0]
        if noun.frame.kind in ("speech", "none"):
            return []
        roles = self.nouns.roles_of(index, phrase, noun)
        act = Act(*self.nouns.type_of(noun, phrase, roles), noun, index, item.start, item.end)
        if not act.type:
            return []
        act.from_noun = True
        status = self.used.get(index) or self.nouns.status_of(index, phrase)
        if status == SKIP:
            return []
        act.status = status
        self.nouns.lend_subject(index, phrase, noun, act, roles)
        after = self.links.after(index)
        told = act.type in VERBAL and after.sub is not None and after.sub <= index + 3
        owner = self.nouns.owner_verb(index)
        if told and not roles.get("source") and owner is not None and not self._answers(owner):
            self.nouns.add_subject(owner, index, "source", roles)
        if not roles.found:
            return []
        self.sides.fill(act, noun.frame, roles, mutual=noun.frame.mutual, index=index)
        if told and act.sources and not act.targets:
            self.sides.from_content(act, after)
        if not act.targets and presupposed(phrase):
            self._answered(index, act)
        if not act.targets and act.type in _PROVOKED:
            self._provoked(index, act)
        if act.targets and not act.sources:
            self.sides.place_acts(act, after, self.syntax.of)
        if act.type == "ACCUSE" and not act.targets:
            codes = {ref.code for ref in act.sources}
            act.targets = [ref for ref in self.last_sources if ref.code not in codes]
        act.object = phrase_text(phrase)
        return [act, *self._joined(index, phrase, act)] if self.sides.complete(act) else []

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
        return frame is not None and (frame.kind == "deny" or "REJECT" in types)

    def _provoked(self, index: int, act: Act) -> None:
        """`serangan X memicu kecaman Y`: who did what the reproach is provoked by."""
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


def _light_roles(inner: Roles, outer: Roles, phrase: Phrase, between: str, *, reverse: bool) -> Roles:
    """The roles around the event noun and those around its light verb, as one; `reverse` when the subject receives."""
    own = Roles()
    own.found = {role: list(found) for role, found in inner.found.items()}
    told = [p for p in inner.get("partner") if p.prep == between]
    for role in ("source", "target", "beneficiary", "partner", "cosource", "topic"):
        if told and role in ("source", "cosource"):
            continue
        if role == "source" and not reverse and (own.get("source") or (own.get("partner") and phrase.actors)):
            continue
        for found in outer.found.get(role, []):
            if found is not phrase and found not in own.get(role):
                own.add(role, found)
    if reverse and not own.get("source") and (phrase.owners or phrase.refs):
        own.add("source", phrase)
    return own


def _own_people(phrase: Phrase) -> bool:
    """`warganya`, `rakyatnya`, `militernya`: whom a state asks at home."""
    return phrase.nya and phrase.kind in ("people", "force") and not phrase.actors


def _called(objects: list[Phrase]) -> frozenset[str]:
    """`menyebut X negara teroris`, `menyebut X penjahat perang`: the class of the word that stands right after X."""
    if not objects:
        return frozenset()
    items = objects[0].items
    last = max((at for at, item in enumerate(items) if item.is_actor), default=len(items))
    after = [*items[last + 1 :], *(objects[1].items[:2] if len(objects) > 1 and objects[0].actors else [])]
    return frozenset(name for item in after for name in item.functions & _JUDGING)


def _mode(frame: Frame, sense: Sense | None) -> str:
    """A sense with a type of its own does not inherit the frame's mode."""
    if sense is None:
        return frame.mode
    return sense.mode or ("" if sense.type else frame.mode)
