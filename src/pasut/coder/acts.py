"""From verbs and event nouns to acts: the frame's roles filled by voice and preposition, then who did what to whom."""

from collections.abc import Iterable

from pasut.coder.clauses import After, Links
from pasut.coder.memory import Memory
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.coder.refs import Ref
from pasut.coder.stance import NOUN_STATUS, SKIP, stance_of, worse
from pasut.packs.lexicon import Form, Frame, Sense

_NAMING = frozenset(("sebut", "anggap", "nilai", "cap", "label", "juluk", "gambar", "lukis", "kategori", "pandang"))
_VERBAL = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_COOPERATIVE = frozenset(("AGREE", "SUPPORT", "AID", "COOPERATE", "CONSULT", "RETREAT", "CONCEDE"))
_NO_TARGET = frozenset(("missile_test", "nuclear_test", "satellite_launch", "exercise"))
_MUTUAL_TYPES = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_LENDING = frozenset((
    "dalam", "di sela-sela", "melalui", "lewat", "selama", "pada", "setelah", "usai", "seusai", "sesudah", "sebelum", "menjelang",
    "jelang", "sejak", "menyusul",
))  # fmt: skip
_RECALLED = frozenset(("ASSAULT", "COERCE"))
_DEFAULT_PREP = {
    "antara": "target",
    "oleh": "source",
    "terhadap": "target",
    "kepada": "target",
    "melawan": "target",
    "atas": "topic",
    "ke": "target",
}
_NOUN_PREP = {
    "oleh": "source",
    "terhadap": "target",
    "kepada": "target",
    "melawan": "target",
    "ke": "target",
    "antara": "partner",
    "dengan": "partner",
    "dari": "source",
    "atas": "target",
}


class Act:
    """Something done, as one verb or event noun of a sentence tells it, before dates and ids."""

    __slots__ = (
        "chunk",
        "end",
        "forced_speakers",
        "from_noun",
        "mode",
        "mutual",
        "object",
        "passive",
        "rule",
        "sources",
        "speakers",
        "start",
        "status",
        "targets",
        "type",
        "why",
    )  # fmt: skip

    def __init__(self, kind: str, mode: str, form: Form, chunk: int, start: int, end: int) -> None:
        self.type, self.mode, self.rule, self.chunk, self.start, self.end = kind, mode, form.rule, chunk, start, end
        self.sources: list[Ref] = []
        self.targets: list[Ref] = []
        self.mutual = False
        self.status = "happened"
        self.speakers: tuple[str, ...] = ()
        self.forced_speakers: tuple[str, ...] | None = None
        self.object: str | None = None
        self.from_noun = self.passive = False
        self.why = ""

    def key(self) -> tuple[str, frozenset[str], frozenset[str], str]:
        """What makes two acts of a sentence the same claim."""
        return self.type, frozenset(r.code for r in self.sources), frozenset(r.code for r in self.targets), self.status


class Roles:
    """The phrases found for each role of one frame."""

    def __init__(self) -> None:
        self.found: dict[str, list[Phrase]] = {}

    def add(self, role: str, phrase: Phrase | None) -> None:
        """Note that `phrase` fills `role`."""
        if phrase is not None and role != "ignore":
            self.found.setdefault(role, []).append(phrase)

    def get(self, *roles: str) -> list[Phrase]:
        """All phrases of these roles, in order."""
        return [phrase for role in roles for phrase in self.found.get(role, [])]


class Finder:
    """Finds the acts of one sentence."""

    def __init__(self, links: Links, memory: Memory, speaker_refs: list[Ref], *, headline: bool) -> None:
        self.links, self.memory, self.headline = links, memory, headline
        self.chunks = links.chunks
        self.speaker_refs = speaker_refs
        self.used: dict[int, str] = {}
        """Phrases whose event noun a verb has taken over: chunk index -> what became of it."""

    def find(self) -> list[Act]:
        """All acts, in order of their words."""
        acts: list[Act] = []
        for index, chunk in enumerate(self.chunks):
            if isinstance(chunk, Verb) and chunk.forms:
                acts.extend(self._verb_acts(index, chunk))
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
        if frame.kind in ("speech", "none", "control") and form.root in _NAMING:
            return self._naming(index, verb, form, after)
        if frame.kind in ("speech", "none"):
            return []
        roles = self._verb_roles(index, verb, form, after)
        governed = self._governed_event(index, verb, frame, roles, after)
        sense = self._sense(frame, roles, after, governed)
        kind = sense.kind if sense and sense.kind else frame.kind
        if kind == "none" or (frame.object_state_only and not self._object_is_actor(verb, roles, frame)):
            return []
        if kind == "light" and (sense is None or sense.type is None) and governed is not None:
            return self._light(index, verb, form, roles, governed)
        if sense is None and frame.senses and frame.type is None:
            return []
        act_type = (sense.type if sense else None) or frame.type
        if kind == "deny":
            self._mark(roles, after, "denied")
            return self._denied(index, verb, roles)
        if act_type is None:
            if kind in ("control", "phase"):
                status = (sense.status if sense else "") or frame.status
                if status and after.objects:
                    self.used.setdefault(after.objects[0][0], status)
            return []
        if kind in ("demand", "control", "phase"):
            self._mark(roles, after, SKIP)
        if kind == "accuse":
            self._mark(roles, after, "alleged")
        status = stance_of(index, self.links).status
        if status == SKIP:
            return []
        act = Act(
            act_type,
            (sense.mode if sense and sense.mode else ("" if sense and sense.type else frame.mode)),
            form,
            index,
            verb.start,
            verb.end,
        )
        act.status = status
        act.passive = verb.voice in ("passive", "state")
        if sense and sense.status:
            act.status = worse(status, sense.status)
        mutual = sense.mutual if sense and sense.mutual is not None else frame.mutual
        mutual = mutual or "reciprocal" in verb.aux
        self._fill(act, frame, roles, mutual=mutual, index=index)
        if (kind in ("control", "demand") or act_type in ("SUPPORT", "ACCUSE", "REJECT")) and not act.targets:
            self._target_from_content(act, after)
        if not act.targets and after.sub is not None and act_type in ("AID", "MOBILIZE"):
            self._target_from_content(act, after)
        if "refusal" in verb.aux and act.type in _COOPERATIVE and act.status == "not_happened":
            self._refuse(act)
        theme = roles.get("theme", "content", "topic")
        if theme:
            act.object = " ".join(item.text for item in theme[0].items)[:120]
        return [act] if self._complete(act) else []

    def _naming(self, index: int, verb: Verb, form: Form, after: After) -> list[Act]:
        """`menyebut X sebagai ancaman`: an accusation or praise, by the word chosen."""
        named = after.objects[:1]
        words = {
            name
            for chunk in self.chunks[index + 1 :]
            if isinstance(chunk, Phrase) and (chunk.prep == "sebagai" or chunk in [p for _, p in after.objects[1:]])
            for item in chunk.items
            for name in item.functions & {"negative", "positive"}
        }
        if not any(
            (isinstance(c, (Phrase, Word))
            and getattr(c, "prep", "") == "sebagai")
            or (isinstance(c, Word)
            and c.item.low == "sebagai")
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
        act.sources = self.resolve(subject, "source", [], index)
        codes = {ref.code for ref in act.sources}
        act.targets = [ref for ref in self.resolve(named[0][1], "target", act.sources, index) if ref.code not in codes]
        return [act] if self._complete(act) else []

    def _refuse(self, act: Act) -> None:
        """`tidak akan memberikan bantuan`: help, talks or support declined is a refusal that happened."""
        act.type, act.mode, act.status = "REJECT", "refuse", "happened"
        if act.mutual:
            act.mutual = False
            act.sources, act.targets = act.sources[:1], act.sources[1:]

    def _verb_roles(self, index: int, verb: Verb, form: Form, after: After) -> Roles:
        frame, roles = form.frame, Roles()
        subject = self.links.subject(index)
        objects = [phrase for _, phrase in after.objects]
        if verb.voice in ("passive", "state"):
            roles.add(frame.object, subject)
            agents = [phrase for _, phrase in after.preps if phrase.prep == "oleh"]
            if agents:
                roles.add(frame.subject, agents[0])
            elif objects and self._adjacent(index, after) and self._can_act(objects[0]):
                roles.add(frame.subject, objects.pop(0))
            for phrase in objects:
                roles.add("theme", phrase)
        else:
            roles.add(frame.subject, subject)
            if verb.item.nya and not objects and frame.object in ("target", "partner"):
                roles.add("clitic", subject)
            if objects:
                first, rest = objects[0], objects[1:]
                if (
                    frame.object in ("theme", "content")
                    and rest
                    and first.actors
                    and first.kind in ("state", "person", "organ", "force")
                ):
                    roles.add("target", first)
                    roles.add(frame.object, rest[0])
                else:
                    roles.add(frame.object, first)
                    for phrase in rest:
                        roles.add("theme", phrase)
        for _, phrase in after.preps:
            role = frame.prep.get(phrase.prep)
            if role is None and not (objects and objects[0].events and phrase.prep in _NOUN_PREP):
                role = _DEFAULT_PREP.get(phrase.prep)
            if role is not None and not (phrase.prep == "oleh" and verb.voice == "passive"):
                roles.add(role, phrase)
            if phrase.prep in ("bersama", "bersama dengan") and phrase.prep not in frame.prep:
                roles.add("cosource", phrase)
        return roles

    def _object_is_actor(self, verb: Verb, roles: Roles, frame: Frame) -> bool:
        return any(phrase.refs or phrase.pronoun for phrase in roles.get(frame.object, "target", "beneficiary"))

    def _adjacent(self, index: int, after: After) -> bool:
        return bool(after.objects) and after.objects[0][0] == index + 1

    def _can_act(self, phrase: Phrase) -> bool:
        return bool(phrase.refs or phrase.pronoun) and phrase.kind in (
            "state",
            "person",
            "organ",
            "force",
            "other",
            "name",
        )

    def _governed_event(
        self, index: int, verb: Verb, frame: Frame, roles: Roles, after: After
    ) -> tuple[int, Phrase] | None:
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

    def _sense(self, frame: Frame, roles: Roles, after: After, governed: tuple[int, Phrase] | None) -> Sense | None:
        if not frame.senses:
            return None
        phrases = roles.get(frame.object, "theme", "content")
        classes = {name for phrase in phrases for name in phrase.classes}
        types = {form.frame.type for phrase in phrases for _, form in phrase.events}
        if after.content is not None and (after.sub is None):
            content = self.chunks[after.content]
            if isinstance(content, Verb) and content.forms:
                types.add(content.forms[0].frame.type)
        reached = any(phrase.actors for phrase in roles.get("target", "beneficiary"))
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

    def _mark(self, roles: Roles, after: After, status: str) -> None:
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
        inner = self._noun_roles(at, phrase, noun)
        act = Act(*self._noun_type(noun, phrase, inner), noun, index, item.start, item.end)
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

    def _noun_type(self, noun: Form, phrase: Phrase, roles: Roles | None = None) -> tuple[str, str]:
        frame = noun.frame
        reached = roles is not None and any(found.actors for found in roles.get("target", "beneficiary"))
        types = {form.frame.type for _, form in phrase.events[1:]}
        for sense in frame.senses:
            if sense.type is None or sense.purpose or (sense.to is not None and sense.to != reached):
                continue
            if sense.object and not phrase.classes.intersection(sense.object):
                continue
            if sense.event and not types.intersection(sense.event):
                continue
            return sense.type, sense.mode
        return frame.type or "", frame.mode

    def _noun_roles(self, at: int, phrase: Phrase, noun: Form) -> Roles:
        roles, frame = Roles(), noun.frame
        preps = self._preps_after(at)
        by = any(p.prep == "oleh" for p in preps)
        if phrase.actors:
            bare = "patient" if by else noun.bare
            if frame.subject == "target":
                bare = {"agent": "patient", "patient": "agent"}.get(bare, bare)
            role = {"agent": "source", "patient": "target", "participant": "partner"}[bare]
            roles.add(role, phrase)
        elif phrase.nya and any(item.nya and item.nouns for item in phrase.items):
            roles.add("source" if noun.bare != "patient" else "target", phrase)
        for found in preps:
            role = frame.prep.get(found.prep) or _NOUN_PREP.get(found.prep, "ignore")
            if found.prep == "di" and (frame.type == "ASSAULT" or role == "target"):
                role = (
                    "target"
                    if role == "target" or not any(p.prep in ("ke", "terhadap", "melawan") for p in preps)
                    else "place"
                )
            if found.prep in ("bersama", "bersama dengan") and role == "ignore":
                role = "partner" if frame.mutual else "cosource"
            roles.add(role, found)
        return roles

    def _preps_after(self, at: int) -> list[Phrase]:
        found: list[Phrase] = []
        for chunk in self.chunks[at + 1 :]:
            if isinstance(chunk, Phrase) and chunk.prep:
                found.append(chunk)
                if chunk.events and chunk.prep not in ("dalam", "di", "pada"):
                    break
            elif isinstance(chunk, Word) and chunk.kind in ("time", "aux"):
                continue
            else:
                break
        return found

    def _noun_acts(self, index: int, phrase: Phrase) -> list[Act]:
        if phrase.pronoun and not phrase.actors:
            return []
        item, noun = phrase.events[0]
        if noun.frame.kind in ("speech", "none"):
            return []
        roles = self._noun_roles(index, phrase, noun)
        act = Act(*self._noun_type(noun, phrase, roles), noun, index, item.start, item.end)
        if not act.type:
            return []
        act.from_noun = True
        status = self._noun_status(index, phrase)
        if status == SKIP:
            return []
        act.status = status
        self._lend_subject(index, phrase, noun, act, roles)
        if not roles.found:
            return []
        self._fill(act, noun.frame, roles, mutual=noun.frame.mutual, index=index)
        act.object = phrase_text(phrase)
        return [act] if self._complete(act) else []

    def _lend_subject(self, index: int, phrase: Phrase, noun: Form, act: Act, roles: Roles) -> None:
        """An event noun without its agent takes the subject of its clause: `membalas dengan serangan ke ...`,
        `dalam kunjungan ke ...`; aid without a receiver goes to the subject: `bergantung pada bantuan ...`."""
        owned = bool(roles.get("source")) or bool(phrase.actors)
        reached = bool(roles.get("target", "partner", "beneficiary"))
        verb = self._owner_verb(index)
        if phrase.prep and verb is None:
            verb = next((at for at in range(index - 1, -1, -1) if isinstance(self.chunks[at], Verb)), None)
        if not owned and reached:
            mild = act.type in ("CONSULT", "COOPERATE", "AGREE")
            if phrase.prep == "dengan" or (mild and (phrase.prep in _LENDING or not phrase.prep)):
                self._add_subject(verb, index, "source", roles)
        elif (
            owned
            and not reached
            and act.type in ("AID", "SUPPORT")
            and phrase.prep in ("dengan", "pada", "atas", "berkat", "dari")
        ):
            self._add_subject(verb, index, "target", roles)
        elif not owned and not reached and act.type == "MOBILIZE" and act.mode.endswith(("_test", "_launch")):
            self._add_subject(verb, index, "source", roles)

    def _add_subject(self, verb: int | None, index: int, role: str, roles: Roles) -> None:
        subject = self.links.subject(verb) if verb is not None else None
        if subject is None:
            later = next((at for at in range(index + 1, len(self.chunks)) if isinstance(self.chunks[at], Verb)), None)
            subject = self.links.subject(later) if later is not None else None
        if subject is None:
            subject = next((c for c in self.chunks[:index] if isinstance(c, Phrase) and not c.prep and c.refs), None)
        if subject is not None and subject is not self.chunks[index]:
            roles.add(role, subject)

    def _noun_status(self, index: int, phrase: Phrase) -> str:
        """An event noun is told as fact unless the words around it hold it open."""
        before = self.chunks[index - 1] if index else None
        if isinstance(before, Word):
            if before.kind == "aux":
                if "negator" in before.functions and "not_negator" not in before.functions:
                    return "not_happened"
                if before.functions & {"possible"}:
                    return "possible"
                if before.functions & {"hearsay"}:
                    return "alleged"
            if before.functions & {"condition", "without"}:
                return SKIP
        if phrase.prep in ("untuk", "demi", "guna", "tanpa", "soal", "tentang", "mengenai") and phrase.prep != "soal":
            return SKIP
        for name, status in NOUN_STATUS.items():
            if name != "noun_fact" and any(name in item.functions for item in phrase.items[:2]):
                return status
        verb = self._owner_verb(index)
        if verb is not None:
            stance = stance_of(verb, self.links)
            kind = self.links.kind(verb)
            chunk = self.chunks[verb]
            assert isinstance(chunk, Verb)
            if kind == "deny":
                return "denied"
            if kind == "demand" or stance.status == SKIP:
                return SKIP
            frame = chunk.forms[0].frame if chunk.forms else None
            if kind == "control" and frame is not None:
                return frame.status or ("happened" if not frame.type else SKIP)
            if not chunk.forms and stance.status in ("planned", "possible", "not_happened"):
                return stance.status
        return "happened"

    def _owner_verb(self, index: int) -> int | None:
        """The verb of which the phrase at `index` is the bare object."""
        phrase = self.chunks[index]
        assert isinstance(phrase, Phrase)
        left = index - 1
        while left >= 0 and isinstance(self.chunks[left], Word) and self.chunks[left].kind in ("time", "aux", '"'):  # type: ignore[union-attr]
            left -= 1
        if left >= 0 and isinstance(self.chunks[left], Verb) and not phrase.prep:
            return left
        return None

    # -- denials --------------------------------------------------------------------------------------------------

    def _denied(self, index: int, verb: Verb, roles: Roles) -> list[Act]:
        return []

    # -- roles to actors ------------------------------------------------------------------------------------------

    def _fill(self, act: Act, frame: Frame, roles: Roles, *, mutual: bool, index: int) -> None:
        named = [ref for phrase in roles.get("target", "partner") for ref in phrase.actors if not phrase.nya]
        if any(phrase.prep != "dari" and phrase.actors for phrase in roles.get("source")):
            roles.found["source"] = [phrase for phrase in roles.found["source"] if phrase.prep != "dari"]
        sources = self._resolve_all(roles.get("source", "speaker", "cosource"), "source", named, index)
        targets = self._resolve_all(roles.get("target"), "target", sources, index)
        partners = self._resolve_all(roles.get("partner"), "target", sources, index)
        if not targets and "clitic" in roles.found:
            targets = self._clitic(sources, index)
        if not targets and not partners:
            targets = self._resolve_all(roles.get("beneficiary"), "target", sources, index)
        if not targets and act.type in ("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"):
            targets = self._resolve_all(roles.get("content", "topic", "theme")[:1], "target", sources, index)
        if mutual and sources and targets and not partners and act.type == "ASSAULT" and len(sources) == 1:
            mutual = False
        if partners and act.type == "MOBILIZE" and act.mode == "exercise":
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
            self._recall(act)

    def _recall(self, act: Act) -> None:
        """`serangan Israel` without a target, `Iran diserang` without an agent: the other side as last told in this article."""
        if act.sources and not act.targets:
            known = self.memory.targets_of.get((act.type, act.sources[0].code), [])
            known = known or self._only_other({ref.code for ref in act.sources})
            act.targets = [Ref(ref.code, -1, -1, "recalled", ref.person) for ref in known]
        elif act.targets and not act.sources and act.passive:
            known = self.memory.sources_of.get((act.type, act.targets[0].code), [])
            act.sources = [Ref(ref.code, -1, -1, "recalled", ref.person) for ref in known]

    def _only_other(self, codes: set[str]) -> list[Ref]:
        """The one other state that the sentence names, if there is just one."""
        named = unique(
            ref for chunk in self.chunks if isinstance(chunk, Phrase) for ref in (*chunk.refs, *chunk.owners)
        )
        others = [ref for ref in named if ref.code not in codes]
        return others if len(others) == 1 and len(others[0].code.split(":")[0]) == 3 else []

    def _resolve_all(self, phrases: Iterable[Phrase], role: str, others: list[Ref], index: int) -> list[Ref]:
        out: list[Ref] = []
        for phrase in phrases:
            out.extend(self.resolve(phrase, role, others, index))
        return unique(out)

    def resolve(self, phrase: Phrase, role: str, others: list[Ref], index: int) -> list[Ref]:
        """The actors a phrase stands for in a role: those it names, or those its pronoun points back to."""
        if role == "source" and (
            phrase.kind in ("people", "company") or (phrase.expert and not phrase.refs) or phrase.former
        ):
            return []
        if phrase.refs:
            if phrase.pronoun == "self_side":
                return phrase.refs
            return phrase.refs
        if phrase.pronoun:
            found = self._pronoun(phrase, role, others, index)
            if found:
                return found
        if phrase.owners and not (role == "source" and phrase.kind == "company"):
            return phrase.owners
        if phrase.media is not None and phrase.media.media is not None and phrase.media.media.state:
            return [Ref(phrase.media.media.state, phrase.start, phrase.end, "medium")]
        if phrase.nya:
            return self._owner_of_nya(phrase, role, others, index)
        if (
            phrase.kind == "person"
            and role == "source"
            and not phrase.events
            and phrase.items
            and phrase.items[0].title
        ):
            return self._same_title(phrase)
        if role == "target" and phrase.kind == "event" and not phrase.det:
            return self._doer_here(phrase, others)
        if role == "target" and phrase.det and phrase.kind in ("event", "noun", "other"):
            return self.anaphor_target(others)
        return []

    def _doer_here(self, phrase: Phrase, others: list[Ref]) -> list[Ref]:
        """`melancarkan serangan, yang dikutuk Rusia`: the subject before an event noun did what it tells."""
        codes = {ref.code for ref in others}
        for chunk in self.chunks:
            if isinstance(chunk, Phrase) and chunk.start < phrase.start and not chunk.prep and chunk.refs:
                return [ref for ref in chunk.refs if ref.code not in codes]
        return []

    def _clitic(self, sources: list[Ref], index: int) -> list[Ref]:
        """`mengecamnya`: the actor named last before the verb that is not its subject."""
        codes = {ref.code for ref in sources}
        start = self.chunks[index].start if isinstance(self.chunks[index], Verb) else 0  # type: ignore[union-attr]
        before = [
            ref for chunk in self.chunks if isinstance(chunk, Phrase) and chunk.start < start for ref in chunk.actors
        ]
        for ref in [*reversed(before), *self.memory.recent]:
            if ref.code not in codes:
                return [Ref(ref.code, -1, -1, "pronoun", ref.person)]
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

    def _pronoun(self, phrase: Phrase, role: str, others: list[Ref], index: int) -> list[Ref]:
        name = phrase.pronoun
        codes = {ref.code for ref in others}
        if name == "second_person":
            return self.memory.other_than({ref.code for ref in self.speaker_refs})
        if name == "first_person" and phrase.items[0].low == "kita" and self.speaker_refs and role == "source":
            said = [Ref(ref.code, -1, -1, "speaker", ref.person) for ref in self.speaker_refs]
            return [*said, *self.memory.other_than({ref.code for ref in said})]
        if name in ("first_person", "self_side"):
            return [Ref(ref.code, -1, -1, "speaker", ref.person) for ref in self.speaker_refs] or (
                self._subject_refs(index) if name == "self_side" else []
            )
        if name == "third_plural" and len(phrase.items) > 1:
            return self._possessor(phrase, codes)
        if name == "that_state" and role == "source":
            before = [
                ref
                for chunk in self.chunks
                if isinstance(chunk, Phrase) and chunk.end <= phrase.start and not chunk.prep
                for ref in chunk.refs
            ]
            return [Ref(ref.code, -1, -1, "pronoun", ref.person) for ref in before[-1:] or self.memory.recent[:1]]
        inside = (
            self._named_before(phrase, plural=name != "third_singular")
            if name in ("third_singular", "third_plural", "both")
            else []
        )
        if inside:
            return [Ref(ref.code, -1, -1, "pronoun", ref.person) for ref in inside]
        if name == "third_singular":
            return [
                Ref(ref.code, -1, -1, "pronoun", ref.person)
                for ref in (self.memory.person or self.memory.subject)[:1]
                if ref.code not in codes
            ]
        if name == "third_plural":
            subject = self.memory.subject
            return [
                Ref(ref.code, -1, -1, "pronoun", ref.person) for ref in (subject if subject else self.memory.pair())
            ]
        if name == "both":
            return self.memory.pair(frozenset(codes) if role == "target" else frozenset())
        if name == "that_state" and role == "target":
            start = phrase.start
            for chunk in reversed(self.chunks):
                if isinstance(chunk, Phrase) and chunk.end <= start:
                    for ref in chunk.actors:
                        if (
                            ref.code not in codes and chunk is not self.links.subject(index)
                            if isinstance(self.chunks[index], Verb)
                            else ref.code not in codes
                        ):
                            return [Ref(ref.code, -1, -1, "pronoun", ref.person)]
        if name == "that_state":
            return (
                self.memory.other_than(codes | {ref.code for ref in self._subject_refs(index)})
                if role == "target"
                else [Ref(ref.code, -1, -1, "pronoun") for ref in self.memory.recent[:1]]
            )
        if name == "partner":
            return self.memory.other_than(codes)
        return []

    def _possessor(self, phrase: Phrase, codes: set[str]) -> list[Ref]:
        """`wilayah mereka`: the first actor of the sentence that is not already the other side."""
        for chunk in self.chunks:
            if isinstance(chunk, Phrase) and chunk.end <= phrase.start:
                for ref in chunk.refs:
                    if ref.code not in codes:
                        return [Ref(ref.code, -1, -1, "pronoun", ref.person)]
        return []

    def _named_before(self, phrase: Phrase, *, plural: bool) -> list[Ref]:
        """The person (or, plural, the pair) that a pronoun can point to earlier in its own sentence."""
        before = [
            chunk for chunk in self.chunks if isinstance(chunk, Phrase) and chunk.end <= phrase.start and chunk.actors
        ]
        if plural:
            for chunk in reversed(before):
                if len(chunk.refs) >= 2:
                    return chunk.refs
            found = unique(ref for chunk in before for ref in chunk.actors)
            return found if len(found) == 2 else []
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
        ]
        codes = {ref.code for ref in others}
        if role == "source":
            later = self._main_subject(phrase) if not before else []
            pool = [*reversed(before), *later, *self.memory.subject]
        else:
            pool = [*reversed(before), *self.memory.recent]
        for ref in pool:
            if ref.code not in codes:
                return [Ref(ref.code, -1, -1, "pronoun", ref.person)]
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

    def _target_from_content(self, act: Act, after: After) -> None:
        codes = {ref.code for ref in act.sources}
        if after.content is None:
            return
        doer = self.links.subject(after.content)
        if act.type in ("REQUEST", "THREATEN", "ACCUSE") and doer is not None:
            found = [ref for ref in self.resolve(doer, "target", act.sources, after.content) if ref.code not in codes]
            if found:
                act.targets = found
                return
        inner = self.links.after(after.content)
        for _, phrase in [*inner.objects, *inner.preps]:
            refs = (
                phrase.refs
                or phrase.owners
                or (self._pronoun(phrase, "target", act.sources, after.content) if phrase.pronoun else [])
            )
            found = [ref for ref in refs if ref.code not in codes]
            if found and phrase.prep in ("", "ke", "kepada", "terhadap", "dengan", "atas", "melawan", "dari"):
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


def unique(refs: Iterable[Ref]) -> list[Ref]:
    """The first reference to each actor code, in order."""
    out: dict[str, Ref] = {}
    for ref in refs:
        if ref.code and ref.code not in out:
            out[ref.code] = ref
    return list(out.values())


def phrase_text(phrase: Phrase) -> str:
    """The words of a phrase as written, shortened."""
    return " ".join(item.text for item in phrase.items)[:120]
