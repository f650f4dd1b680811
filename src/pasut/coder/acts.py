"""From verbs and event nouns to acts: the frame's roles filled by voice and preposition, then who did what to whom."""

from pasut.coder.act import Act, Roles, phrase_text
from pasut.coder.clauses import After, Links
from pasut.coder.memory import Memory
from pasut.coder.nouns import Nouns
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.coder.reference import Resolver
from pasut.coder.refs import Ref, unique
from pasut.coder.stance import SKIP, stance_of, worse
from pasut.packs.lexicon import Form, Frame, Sense
from pasut.packs.load import Syntax
from pasut.records import EventType

_COOPERATIVE = frozenset(("AGREE", "SUPPORT", "AID", "COOPERATE", "CONSULT", "RETREAT", "CONCEDE"))
_NO_TARGET = frozenset(("missile_test", "nuclear_test", "satellite_launch", "exercise"))
_VERBAL = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"))
_MUTUAL_TYPES = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_RECALLED = frozenset(("ASSAULT", "COERCE"))
_BY_PLACE = frozenset(("arrest", "expel", "deport"))
"""Modes of acts that only the state where they take place can do."""


class Finder:
    """Finds the acts of one sentence."""

    def __init__(self, links: Links, memory: Memory, speaker_refs: list[Ref], syntax: Syntax) -> None:
        self.links, self.syntax = links, syntax
        self.chunks = links.chunks
        self.resolver = Resolver(links, memory, speaker_refs, syntax)
        self.nouns = Nouns(links, syntax)
        self.last_sources: list[Ref] = []
        """Who did the last verb's act of the sentence: whom `protes dari Iran` is against."""
        self.used: dict[int, str] = {}
        """Phrases whose event noun a verb has taken over: chunk index -> what became of it."""

    def find(self) -> list[Act]:
        """All acts, in order of their words."""
        acts: list[Act] = []
        for index, chunk in enumerate(self.chunks):
            if isinstance(chunk, Verb) and chunk.forms:
                acts.extend(self._verb_acts(index, chunk))
                if acts:
                    self.last_sources = acts[-1].sources
        for index, chunk in enumerate(self.chunks):
            if isinstance(chunk, Phrase) and chunk.events and index not in self.used:
                acts.extend(self._noun_acts(index, chunk))
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
            self._mark(after, "denied")
            return []
        roles = self._verb_roles(index, verb, form, after)
        governed = self._governed_event(index, verb, after)
        sense = self._sense(frame, roles, after)
        kind = sense.kind if sense and sense.kind else frame.kind
        if kind == "none" or (frame.object_state_only and not self._object_is_actor(roles, frame)):
            return []
        if kind == "light" and (sense is None or sense.type is None) and governed is not None:
            return self._light(index, verb, form, roles, governed)
        act_type = sense.type if sense and sense.type else frame.type
        if act_type is None:
            status = (sense.status if sense else "") or frame.status
            if kind in ("control", "phase") and status:
                self._mark(after, status)
            return []
        if kind in ("demand", "control", "phase", "accuse"):
            self._mark(after, "alleged" if kind == "accuse" else SKIP)
        return self._verb_act(index, verb, form, (act_type, kind), sense, roles, after)

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
        if act_type == "REQUEST" and after.objects and _own_people(after.objects[0][1]):
            return []
        if act_type == "THREATEN" and self._asks(after):
            act_type = "REQUEST"
        act = Act(act_type, _mode(frame, sense), form, index, verb.start, verb.end)
        act.status = worse(status, sense.status) if sense and sense.status else status
        act.passive = verb.voice in ("passive", "state")
        mutual = sense.mutual if sense and sense.mutual is not None else frame.mutual
        self._fill(act, frame, roles, mutual=mutual or "reciprocal" in verb.aux, index=index)
        if not act.targets and act.sources:
            self._find_target(act, kind, after, index)
        if act.passive and not act.sources:
            self._place_acts(act, after)
        if "refusal" in verb.aux and act.type in _COOPERATIVE and act.status == "not_happened":
            self._refuse(act)
        if act.type == "SANCTION" and act.mode == "halt":
            self._mark(after, "taken")  # `memutus kerja sama`: what ends is not also told as done
        theme = roles.get("theme", "content", "topic")
        act.object = phrase_text(theme[0]) if theme else None
        return [act] if self._complete(act) else []

    def _asks(self, after: After) -> bool:
        """`memperingatkan X agar tidak ...`: a warning that says what to do is a request."""
        content = self.chunks[after.content] if after.content is not None else None
        sub = self.chunks[after.sub] if after.sub is not None else None
        purpose = isinstance(sub, Word) and "purpose" in sub.functions
        return isinstance(content, Verb) and (purpose or ("obligation" in content.aux and "possible" not in content.aux))

    def _place_acts(self, act: Act, after: After) -> None:
        """`ditahan di Rusia`, `diusir dari Swedia`: an arrest or expulsion without an agent is the place's own act."""
        if act.type not in ("COERCE", "SANCTION") or act.mode not in _BY_PLACE:
            return
        codes = {ref.code for ref in act.targets}
        for _, phrase in after.preps:
            found = [ref for ref in phrase.actors if ref.code not in codes]
            if phrase.prep in self.syntax.places and found:
                act.sources = found[:1]
                return

    def _find_target(self, act: Act, kind: str, after: After, index: int) -> None:
        """A target that the clause itself does not give: in its content, the one other actor, or the accuser."""
        asks = kind in ("control", "demand")
        if asks or act.type in ("SUPPORT", "ACCUSE", "REJECT"):
            self._target_from_content(act, after)
        if not act.targets and act.type in _VERBAL | {"SUPPORT"}:
            self._target_shared(act, after)
        if not act.targets and after.sub is not None and act.type in ("AID", "MOBILIZE"):
            self._target_from_content(act, after)
        if not act.targets and asks and act.type in _VERBAL:
            act.targets = self.resolver.only_other({ref.code for ref in act.sources})
        if not act.targets and act.type in _RECALLED and act.status == "alleged":
            act.targets = self._accuser(index, act)

    def _target_shared(self, act: Act, after: After) -> None:
        """`mengecam dan menjatuhkan sanksi terhadap X`: verbs joined by `dan` share what stands after the last."""
        if after.objects or after.preps or after.stop is None:
            return
        at = after.stop
        while at < len(self.chunks) and isinstance(self.chunks[at], Word):
            at += 1
        if at >= len(self.chunks) or not isinstance(self.chunks[at], Verb) or at > after.stop + 2:
            return
        codes = {ref.code for ref in act.sources}
        shared = self.links.after(at)
        for _, phrase in [*shared.objects, *shared.preps]:
            found = [ref for ref in phrase.actors if ref.code not in codes]
            if found and phrase.prep in self.syntax.reaching:
                act.targets = found
                return

    def _naming(self, index: int, verb: Verb, form: Form, after: After) -> list[Act]:
        """`menyebut X sebagai ancaman`: an accusation or praise, by the word chosen."""
        named = after.objects[:1]
        words = {
            name
            for chunk in self.chunks[index + 1 :]
            if isinstance(chunk, Phrase)
            and (chunk.prep == self.syntax.as_ or chunk in [p for _, p in after.objects[1:]])
            for item in chunk.items
            for name in item.functions & {"negative", "positive"}
        }
        if not any(
            (isinstance(c, (Phrase, Word)) and getattr(c, "prep", "") == self.syntax.as_)
            or (isinstance(c, Word) and c.item.low == self.syntax.as_)
            for c in self.chunks[index:]
        ):
            return []
        words |= {
            name
            for chunk in self.chunks[index + 2 :]
            if isinstance(chunk, Phrase)
            for item in chunk.items
            for name in item.functions & {"negative", "positive"}
        }
        if not named or not words:
            return []
        kind = "ACCUSE" if "negative" in words else "SUPPORT"
        act = Act(kind, "" if kind == "ACCUSE" else "praise", form, index, verb.start, verb.end)
        act.status = stance_of(index, self.links).status
        subject = self.links.subject(index)
        if act.status == SKIP or subject is None or verb.voice != "active":
            return []
        act.sources = self.resolver.resolve(subject, "source", [], index)
        codes = {ref.code for ref in act.sources}
        act.targets = [
            ref for ref in self.resolver.resolve(named[0][1], "target", act.sources, index) if ref.code not in codes
        ]
        return [act] if self._complete(act) else []

    def _bystanders(self, index: int) -> frozenset[str]:
        """Who only speaks of an event noun (`Mesir mengecam serangan Israel`) is not its other side."""
        verb = self.nouns.owner_verb(index)
        subject = self.links.subject(verb) if verb is not None else None
        return frozenset(ref.code for ref in subject.refs) if subject is not None else frozenset()

    def _accuser(self, index: int, act: Act) -> list[Ref]:
        """`menuduh pasukan Inggris menyerbu kantor itu`: who accuses of force was the victim."""
        governor = stance_of(index, self.links).governor
        while governor is not None and self.links.kind(governor) != "accuse":
            governor = stance_of(governor, self.links).governor
        subject = self.links.subject(governor) if governor is not None else None
        if subject is None:
            return []
        codes = {ref.code for ref in act.sources}
        return [ref for ref in self.resolver.resolve(subject, "source", [], index) if ref.code not in codes]

    def _refuse(self, act: Act) -> None:
        """`tidak akan memberikan bantuan`: help, talks or support declined is a refusal that happened."""
        act.type, act.mode, act.status = "REJECT", "refuse", "happened"
        if act.mutual:
            act.mutual = False
            act.sources, act.targets = act.sources[:1], act.sources[1:]

    def _verb_roles(self, index: int, verb: Verb, form: Form, after: After) -> Roles:
        roles = Roles()
        subject = self.links.subject(index)
        objects = [phrase for _, phrase in after.objects]
        if verb.voice in ("passive", "state"):
            self._passive_roles(roles, form.frame, subject, objects, index, after)
        else:
            self._active_roles(roles, form.frame, subject, objects, verb)
        taken = bool(objects and objects[0].events)
        inner = taken and bool(objects[0].actors) and form.frame.type in _VERBAL | {"SUPPORT"}
        for _, phrase in after.preps:
            if inner and phrase.prep in self.syntax.noun_prepositions:
                continue  # `mengecam serangan A ke B`: B is whom A struck
            if phrase.prep == self.syntax.by and verb.voice == "passive":
                continue
            short = phrase.prep.partition(" ")[0]
            role = form.frame.prep.get(phrase.prep) or form.frame.prep.get(short)
            if role is None and not (taken and phrase.prep in self.syntax.noun_prepositions):
                role = self.syntax.verb_prepositions.get(short)
            if role is not None:
                roles.add(role, phrase)
            if phrase.prep in self.syntax.together and phrase.prep not in form.frame.prep:
                roles.add("cosource", phrase)
        return roles

    def _passive_roles(
        self, roles: Roles, frame: Frame, subject: Phrase | None, objects: list[Phrase], index: int, after: After
    ) -> None:
        """The grammatical subject is what the frame calls the object; the agent stands after `oleh`, or bare."""
        roles.add(frame.object, subject)
        agent = next((phrase for _, phrase in after.preps if phrase.prep == self.syntax.by), None)
        adjacent = bool(after.objects) and after.objects[0][0] == index + 1
        if agent is not None:
            roles.add(frame.subject, agent)
        elif objects and adjacent and self._can_act(objects[0]):
            roles.add(frame.subject, objects.pop(0))
        elif subject is not None and frame.object in ("theme", "content") and subject.kind in ("force", "thing", "event"):
            roles.add("source", subject)  # `pasukan AS ditempatkan di ...`, `bantuan Jepang dikirim ke ...`
        if subject is not None and subject.events and frame.kind != "light":
            at = self.chunks.index(subject)
            for phrase in self.nouns.roles_of(at, subject, subject.events[0][1]).get("target"):
                if phrase is not subject:
                    roles.add("target", phrase)  # `sanksi terhadap Suriah dicabut`
        for phrase in objects:
            roles.add("theme", phrase)

    def _active_roles(
        self, roles: Roles, frame: Frame, subject: Phrase | None, objects: list[Phrase], verb: Verb
    ) -> None:
        roles.add(frame.subject, subject)
        if not objects:
            if verb.item.nya and frame.object in ("target", "partner"):
                roles.add("clitic", subject)
            return
        first, rest = objects[0], objects[1:]
        receiver = first.actors and first.kind in ("state", "person", "organ", "force")
        if frame.object in ("theme", "content") and rest and receiver:
            roles.add("target", first)  # `memberi Sri Lanka bantuan pangan`
            roles.add(frame.object, rest[0])
            return
        roles.add(frame.object, first)
        for phrase in rest:
            roles.add("theme", phrase)

    def _object_is_actor(self, roles: Roles, frame: Frame) -> bool:
        return any(phrase.refs or phrase.pronoun for phrase in roles.get(frame.object, "target", "beneficiary"))

    def _can_act(self, phrase: Phrase) -> bool:
        return bool(phrase.refs or phrase.pronoun) and phrase.kind in (
            "state",
            "person",
            "organ",
            "force",
            "other",
            "name",
        )

    def _governed_event(self, index: int, verb: Verb, after: After) -> tuple[int, Phrase] | None:
        """The phrase with an event noun that the verb takes as object (or, passive, as subject)."""
        if verb.voice in ("passive", "state"):
            subject = self.links.subject(index)
            if subject is not None and subject.events:
                for at, chunk in enumerate(self.chunks):
                    if chunk is subject:
                        return at, subject
        for at, phrase in after.objects:
            if phrase.events:
                return at, phrase
        return None

    def _sense(self, frame: Frame, roles: Roles, after: After) -> Sense | None:
        if not frame.senses:
            return None
        phrases = roles.get(frame.object, "theme", "content")
        classes = {name for phrase in phrases for name in phrase.classes}
        types = {form.frame.type for phrase in phrases for _, form in phrase.events}
        if after.content is not None and (after.sub is None):
            content = self.chunks[after.content]
            if isinstance(content, Verb) and content.forms:
                types.add(content.forms[0].frame.type)
        reached = any(phrase.actors or phrase.pronoun for phrase in roles.get("target", "beneficiary"))
        for sense in frame.senses:
            if sense.object and not classes.intersection(sense.object):
                continue
            if sense.event and not types.intersection(sense.event):
                continue
            if sense.to is not None and sense.to != reached:
                continue
            if sense.purpose and not self._purposes(after).intersection(sense.purpose):
                continue
            return sense
        return None

    def _purposes(self, after: After) -> set[str]:
        """The event types of the purpose clause that follows a verb."""
        if after.sub is None or after.content is None:
            return set()
        word, content = self.chunks[after.sub], self.chunks[after.content]
        if not (isinstance(word, Word) and "purpose" in word.functions and isinstance(content, Verb)):
            return set()
        return {form.frame.type for form in content.forms if form.frame.type}

    def _mark(self, after: After, status: str) -> None:
        for at, _ in after.objects:
            self.used.setdefault(at, status)

    # -- light verbs and event nouns ------------------------------------------------------------------------------

    def _light(self, index: int, verb: Verb, form: Form, roles: Roles, governed: tuple[int, Phrase]) -> list[Act]:
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
        act.status = status
        reverse = form.frame.subject == "target"
        own = Roles()
        own.found = {role: list(found) for role, found in inner.found.items()}
        for role in ("source", "target", "beneficiary", "partner", "cosource"):
            if role == "source" and not reverse and (own.get("source") or (own.get("partner") and phrase.actors)):
                continue
            for found in roles.found.get(role, []):
                if found is not phrase and found not in own.get(role):
                    own.add(role, found)
        if reverse and not own.get("source") and (phrase.owners or phrase.refs):
            own.add("source", phrase)
        self._fill(act, noun.frame, own, mutual=noun.frame.mutual, index=index)
        act.why = f"{verb.item.text} + {item.text}"
        if "refusal" in verb.aux and act.type in _COOPERATIVE and act.status == "not_happened":
            self._refuse(act)
        act.object = phrase_text(phrase)
        return [act] if self._complete(act) else []

    def _noun_acts(self, index: int, phrase: Phrase) -> list[Act]:
        if phrase.pronoun and not phrase.actors:
            return []
        item, noun = phrase.events[0]
        if noun.frame.kind in ("speech", "none"):
            return []
        roles = self.nouns.roles_of(index, phrase, noun)
        act = Act(*self.nouns.type_of(noun, phrase, roles), noun, index, item.start, item.end)
        if not act.type:
            return []
        act.from_noun = True
        status = self.nouns.status_of(index, phrase)
        if status == SKIP:
            return []
        act.status = status
        self.nouns.lend_subject(index, phrase, noun, act, roles)
        if not roles.found:
            return []
        self._fill(act, noun.frame, roles, mutual=noun.frame.mutual, index=index)
        if act.type == "ACCUSE" and not act.targets:
            codes = {ref.code for ref in act.sources}
            act.targets = [ref for ref in self.last_sources if ref.code not in codes]
        act.object = phrase_text(phrase)
        return [act] if self._complete(act) else []

    # -- roles to actors ------------------------------------------------------------------------------------------

    def _fill(self, act: Act, frame: Frame, roles: Roles, *, mutual: bool, index: int) -> None:
        named = [ref for phrase in roles.get("target", "partner") for ref in phrase.actors if not phrase.nya]
        if any(phrase.prep not in self.syntax.of and phrase.actors for phrase in roles.get("source")):
            roles.found["source"] = [phrase for phrase in roles.found["source"] if phrase.prep not in self.syntax.of]
        doer = "protester" if act.type == "PROTEST" else "source"
        sources = self.resolver.resolve_all(roles.get("source", "speaker", "cosource"), doer, named, index)
        targets = self.resolver.resolve_all(roles.get("target"), "target", sources, index)
        with_actors = [phrase for phrase in roles.get("partner") if phrase.actors]
        partners = self.resolver.resolve_all(with_actors or roles.get("partner"), "target", sources, index)
        if not targets and "clitic" in roles.found:
            targets = self.resolver.clitic(sources, index)
        if not targets and not partners:
            targets = self.resolver.resolve_all(roles.get("beneficiary"), "target", sources, index)
        if not targets and act.type in ("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"):
            about = [phrase for phrase in roles.get("content", "topic", "theme") if phrase.prep in self.syntax.about]
            targets = self.resolver.resolve_all(about[:1], "target", sources, index)
        if mutual and sources and targets and not partners and act.type == "ASSAULT" and len(sources) == 1:
            mutual = False
        joint = bool(partners) or (len(sources) >= 2 and not targets)
        if joint and act.type == "MOBILIZE" and act.mode == "exercise":
            act.type = "COOPERATE"
        if mutual or (partners and act.type in _MUTUAL_TYPES and act.mode not in ("visit", "invite", "letter")):
            every = unique([*sources, *targets, *partners])
            if len(every) >= 2:
                act.mutual = True
                act.sources = act.targets = every
                return
        targets = unique([*targets, *partners])
        if (
            not targets
            and len(sources) >= 2
            and (act.type in _MUTUAL_TYPES or (act.type == "SUPPORT" and act.mode == "treaty") or mutual)
        ):
            act.mutual = True
            act.sources = act.targets = sources
            return
        act.sources, act.targets = sources, [ref for ref in targets if ref.code not in {s.code for s in sources}]
        if act.type in _RECALLED:
            self.resolver.recall(act, self._bystanders(index) if act.from_noun else ())

    def _target_from_content(self, act: Act, after: After) -> None:
        codes = {ref.code for ref in act.sources}
        if after.content is None:
            return
        doer = self.links.subject(after.content)
        if act.type in ("REQUEST", "THREATEN", "ACCUSE") and doer is not None:
            found = [
                ref
                for ref in self.resolver.resolve(doer, "target", act.sources, after.content)
                if ref.code not in codes
            ]
            if found:
                act.targets = found
                return
        inner = self.links.after(after.content)
        for _, phrase in [*inner.objects, *inner.preps]:
            refs = (
                phrase.refs
                or phrase.owners
                or (self.resolver.pronoun(phrase, "target", act.sources, after.content) if phrase.pronoun else [])
            )
            found = [ref for ref in refs if ref.code not in codes]
            if found and phrase.prep in self.syntax.reaching:
                act.targets = found
                return
        if len(act.sources) >= 2:
            act.targets, act.mutual = act.sources, True

    def _complete(self, act: Act) -> bool:
        if not act.sources:
            return False
        if act.mutual:
            return len(act.sources) >= 2
        if act.targets:
            return True
        return act.type == "MOBILIZE" and act.mode in _NO_TARGET


def _own_people(phrase: Phrase) -> bool:
    """`warganya`, `rakyatnya`, `militernya`: whom a state asks at home."""
    return phrase.nya and phrase.kind in ("people", "force") and not phrase.actors


def _mode(frame: Frame, sense: Sense | None) -> str:
    """A sense with a type of its own does not inherit the frame's mode."""
    if sense is None:
        return frame.mode
    return sense.mode or ("" if sense.type else frame.mode)
