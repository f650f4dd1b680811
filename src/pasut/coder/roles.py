"""Who fills which role of a verb, by frame, voice and prepositions; and which of the frame's senses these choose."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Roles
from pasut.coder.between import is_shared
from pasut.coder.beyond import goes_with_owned, is_border, is_owned_act, stands_for
from pasut.coder.clauses import Links
from pasut.coder.companions import GIVEN, add_asked, add_companions, add_givers, add_members, add_past, far_agent
from pasut.coder.following import After
from pasut.coder.no_act import goes_on, is_said_of, is_told_to
from pasut.coder.nouns import Nouns
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.coder.purposes import is_alone, purposes, told_type
from pasut.coder.shots import MISSILES
from pasut.coder.undergone import mediates
from pasut.packs.entry import Form
from pasut.packs.frame import Frame, Role, Sense
from pasut.packs.words import Syntax
from pasut.records import EventType

_HARM: Final = frozenset(("ASSAULT", "COERCE", "SANCTION"))
"""What is said of such an act is not said to whom it hits (`menentang sanksi terhadap X`)."""
_STANCE: Final = frozenset(("REJECT", "ACCUSE", "SUPPORT"))
VERBAL: Final = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"))
"""Types of acts done in words alone."""
_SPOKEN: Final = VERBAL | {"SUPPORT"}

_CERTAIN: Final = 3
"""How well a reading fits whose own condition holds."""
_PLACES: Final = frozenset(("state", "territory", "name", "other"))
_DEEDS: Final = frozenset(("noun", "event", "thing"))
_MEASURES: Final = frozenset(("sanction", "tariff", "embargo", "ban", "treaty", "deal", "resolution"))
"""Things that hurt by no force."""
_STRIKING: Final = frozenset(("missile", "drone", "bomb", "aircraft", "warship"))
_SENT: Final = frozenset(("troops", "armour", "warship"))
"""Classes of forces that do not visit."""
_ACTING: Final = frozenset(("state", "person", "organ", "force", "other", "name"))
_BLOODLESS: Final = frozenset(("COERCE", "SANCTION", "ACCUSE", "REQUEST", "AGREE", "SUPPORT", "CONSULT", "COOPERATE"))
"""Acts that hurt by no force."""


class VerbRoles:
    """Fills the roles of the verbs of one sentence."""

    def __init__(self, links: Links, nouns: Nouns, syntax: Syntax) -> None:
        self.links, self.nouns, self.syntax = links, nouns, syntax
        self.chunks: Sequence[Chunk] = links.chunks

    def order_readings(self) -> None:
        """Put the reading of each verb first that its clause fits best: `held talks` is no arrest."""
        for index, verb in self.links.verbs:
            if len(verb.forms) > 1:
                after = self.links.after(index)
                fits = [(-self._fit(index, verb, form, after), number) for number, form in enumerate(verb.forms)]
                verb.forms = tuple(verb.forms[number] for _, number in sorted(fits))
                first = verb.forms[0].frame
                if first.kind == "control" and first.type is None and min(fits)[0] <= -_CERTAIN:
                    verb.forms = verb.forms[:1]  # `agreed to extend sanctions` decides on them, and no more

    def _fit(self, index: int, verb: Verb, form: Form, after: After) -> int:
        frame = form.frame
        if frame.kind == "none":
            return -1
        if frame.kind == "speech":
            if goes_on(self.chunks, index, verb):
                return -1
            return 2 if self._says(index, after) else 0
        sense = self.sense(frame, self.of(index, verb, form, after), after) if frame.senses else None
        if frame.kind == "light":
            if sense is not None and "content" in frame.prep.values():
                return 3  # `hit Russia with sanctions`
            return 2 if self.governed_event(index, verb, after) is not None else -1
        told = bool(after.objects) and bool(after.objects[0][1].events)
        if told and frame.type == "CONSULT" and frame.object == "target":
            return 0  # `welcomed the talks` is no welcome to a guest
        if verb.voice == "active" and frame.object == "target" and after.objects and _is_inert(after.objects[0][1]):
            return 0 if frame.type is not None else -1  # `provide aid` is not `provide Kyiv with aid`
        if sense is not None and (sense.object or sense.event or sense.purpose):
            return 3
        return 1 if sense is not None or frame.type is not None else 0

    def _says(self, index: int, after: After) -> bool:
        """Whether what is said stands by the verb: a clause, a quotation."""
        if is_told_to(self.chunks, after):
            return False  # `warned X not to leave`
        if after.content is not None or after.sub is not None or self.links.inverted_subject(index) is not None:
            return True
        near = self.chunks[index + 1 : index + 4]
        if self._closes(index, after):
            return True
        return any(isinstance(chunk, Word) and chunk.kind in ('"', ":") for chunk in near)

    def _closes(self, index: int, after: After) -> bool:
        """`..., the minister warned.`: the verb ends the sentence, and what is said stands before it."""
        subject = self.chunks[index - 1] if index > 1 else None
        if after.objects or after.preps or not self.syntax.last_said or not isinstance(subject, Phrase):
            return False
        return bool(subject.actors) and is_word(self.chunks[index - 2], ",", '"') and index > 3

    def of(self, index: int, verb: Verb, form: Form, after: After) -> Roles:
        """The roles that the phrases around the verb at chunk `index` fill."""
        roles = Roles()
        subject = self.links.subject(index)
        objects = [phrase for _, phrase in after.objects]
        if verb.voice in ("passive", "state"):
            self._passive_roles(roles, form.frame, subject, objects, index, after)
        else:
            self._active_roles(roles, form.frame, subject, objects, verb)
        self._prepositions(roles, verb, form, objects, after)
        add_asked(roles, form.frame, after, self.nouns)
        add_past(roles, form.frame, after, self.links)
        if subject is not None and verb.voice == "active":
            if not subject.actors and not subject.pronoun:
                add_members(roles, subject, self.links)
                add_givers(roles, subject, self.links)
            add_companions(roles, subject, index, self.links)
            joined = self.links.joined(index)
            if joined is not None and joined[1] is not None and joined[1].refs:
                roles.add("cosource", joined[1])
        return roles

    def by_subject(self, index: int, kind: EventType, mode: str) -> tuple[EventType, str] | None:
        """The type and mode as the subject makes them: soldiers who arrive are sent; sanctions hit without force."""
        subject = self.links.subject(index)
        if subject is None:
            return kind, mode
        soldiers = subject.kind == "force" and not subject.classes.isdisjoint(_SENT)
        if "warship" in subject.classes:  # a call at a port is a visit
            soldiers = soldiers and not any(phrase.actors for _, phrase in self.links.after(index).preps)
        if self.syntax.object_of and not soldiers:
            words = [item.low.rpartition(" ")[2] for item in subject.items]
            soldiers = not self.syntax.soldiers.isdisjoint(words)
        if kind == "CONSULT" and mode == "visit" and (soldiers or not subject.classes.isdisjoint(GIVEN)):
            return ("MOBILIZE", "deploy") if soldiers else ("AID", "")  # `konvoi bantuan X tiba di Y`
        if mode == "visit" and not subject.classes.isdisjoint(MISSILES):
            return None  # `a missile landed in X`
        does = subject.events[0][1].frame.type if subject.events and self.syntax.object_of else None
        if kind == "ASSAULT" and does == "COERCE":
            return "COERCE", "sanction"
        bloodless = does in _BLOODLESS or bool(subject.classes & _MEASURES)
        return None if kind == "ASSAULT" and bloodless and not subject.refs else (kind, mode)

    def _prepositions(self, roles: Roles, verb: Verb, form: Form, objects: list[Phrase], after: After) -> None:
        """The roles of what stands after prepositions: the verb's own, but for what belongs to its event noun."""
        taken = bool(objects and objects[0].events)
        spoken = taken and form.frame.type in _SPOKEN
        harms = taken and form.frame.type in _STANCE and objects[0].events[0][1].frame.type in _HARM
        asked = form.frame.kind == "demand" and verb.voice == "active" and bool(objects and objects[0].refs)
        inner = self.syntax.noun_prepositions if spoken and (objects[0].actors or harms) else ()
        for at, phrase in after.preps:
            struck_in = form.frame.type == "ASSAULT" and phrase.prep in self.syntax.inside
            struck_in = struck_in and bool(phrase.events) and bool(phrase.actors)
            shared = form.frame.type == "CONSULT" and is_shared(self.chunks[at - 1], phrase, after, self.syntax)
            if struck_in or (self._is_nested(at, phrase) and not shared):  # `were killed in an Israeli strike`
                stands_for(at, phrase, self.links, form.frame, roles)
                continue  # `at the behest of Israel`
            doer = form.frame.object == "target" and verb.voice == "active"
            if doer and self._is_doer(phrase, objects, spoken=spoken):
                roles.found["target"] = [phrase]  # `mengutuk penembakan pesawat A oleh B`: B did it
                continue
            if spoken and phrase.prep == self.syntax.between:
                roles.add("target", phrase)  # `menyambut baik perundingan antara A dan B`
                continue
            if spoken and phrase.prep in self.syntax.inside and self._is_at_home(objects[0]):
                roles.add("target", phrase)  # `condemned the crackdown in Minsk`
                continue
            there = form.frame.kind == "demand" and form.frame.prep.get(phrase.prep) == "target"
            within = spoken and phrase.prep in self.syntax.inside and not (there or _is_abuse(objects[0]))
            if phrase.prep in inner or within or goes_with_owned(phrase, objects, form.frame, self.syntax):
                continue  # `mengecam serangan A ke B`: B is whom A struck
            if phrase.prep == self.syntax.by and verb.voice == "passive":
                continue
            if phrase.prep == self.syntax.by and form.frame.prep.get(phrase.prep) == "source" and roles.get("source"):
                continue  # `recalled its envoy over remarks by X`: X remarked
            role = self._role_at(at, phrase, form.frame, taken=taken)
            if role is not None and not (asked and role == "target"):
                roles.add(role, phrase)  # `meminta A menggunakan pengaruhnya terhadap B`: B is asked nothing
            beside = phrase.prep in self.syntax.together and phrase.prep not in form.frame.prep
            if beside and not (taken and self.chunks[at - 1] is objects[0]):  # `obstructing talks with X`
                roles.add("cosource", phrase)

    def _is_at_home(self, phrase: Phrase) -> bool:
        """Whether what is told is what rulers do to their own people: the act of the state where it takes place."""
        return not phrase.actors and not self.syntax.domestic.isdisjoint([item.low for item in phrase.items])

    def _is_doer(self, phrase: Phrase, objects: list[Phrase], *, spoken: bool) -> bool:
        """`condemned the attack by X`, `launched an inquiry into abuses by X`: X did what the verb is about."""
        if phrase.prep != self.syntax.by:
            return False
        about = objects[0] if objects and self.syntax.object_of else None
        return spoken or (about is not None and not about.actors and about.kind in _DEEDS)

    def _role_at(self, at: int, phrase: Phrase, frame: Frame, *, taken: bool) -> Role | None:
        """The role that its preposition gives a phrase after the verb, whose object is an event noun where `taken`."""
        short = phrase.prep.partition(" ")[0] if phrase.prep not in self.syntax.amid else ""
        role = frame.prep.get(phrase.prep) or frame.prep.get(short)
        if role is None and not (taken and phrase.prep in self.syntax.noun_prepositions):
            role = self.syntax.verb_prepositions.get(short)
        return (self._beyond_border(at, frame) or role) if role in (None, "ignore") else role

    def _beyond_border(self, at: int, frame: Frame) -> Role | None:
        """`deployed troops to the border with X`: who lies beyond a border stands for it."""
        before = self.chunks[at - 1]
        return frame.prep.get(before.prep) if isinstance(before, Phrase) and is_border(before) else None

    def _is_nested(self, at: int, phrase: Phrase) -> bool:
        """Whether the phrase at `at` goes with the one before it: `of` after a preposition, `with` after what two have
        (`in its dispute with China`), anything after an act that is somebody's (`concern about China's support for
        Russia`)."""
        before = self.chunks[at - 1]
        as_ = isinstance(before, Phrase) and before.prep == self.syntax.as_ and before.events and not before.actors
        if as_ or mediates(phrase):
            return True  # `menarik dubes sebagai bentuk dukungan kepada Y`
        if isinstance(before, Phrase) and before.prep and before.events and before.owners:
            if phrase.prep in self.syntax.against and before.events[0][1].frame.type in _HARM:
                return True  # `kecaman terhadap serangan X terhadap Y`
        if not self.syntax.object_of or not isinstance(before, Phrase) or not before.prep or is_border(before):
            return False
        if phrase.prep in self.syntax.together[:1] and not before.refs:
            return bool(before.events) or not self.syntax.relational.isdisjoint([item.low for item in before.items])
        return is_owned_act(at, self.chunks, self.syntax) or (phrase.prep == self.syntax.object_of and not before.refs)

    def _passive_roles(
        self, roles: Roles, frame: Frame, subject: Phrase | None, objects: list[Phrase], index: int, after: After
    ) -> None:
        """The grammatical subject is what the frame calls the object; the agent stands after `oleh`, or bare."""
        thing = bool(objects) and (not self.syntax.bare_agent or _is_arms(objects[0]))
        received = thing and subject is not None and bool(subject.actors)
        roles.add("target" if received and frame.object in ("theme", "content") else frame.object, subject)
        agent = next((phrase for _, phrase in after.preps if phrase.prep == self.syntax.by), None)
        agent = agent or far_agent(self.links, index, after)
        adjacent = bool(after.objects) and after.objects[0][0] == index + 1
        if agent is not None:
            roles.add(frame.subject, agent)
        elif self.syntax.bare_agent and objects and adjacent and self._can_act(objects[0]):
            roles.add(frame.subject, objects.pop(0))
        elif (
            subject is not None
            and frame.object in ("theme", "content")
            and subject.kind in ("force", "thing", "people")
        ):
            roles.add("source", subject)  # `pasukan AS ditempatkan di ...`, `bantuan Jepang dikirim ke ...`
        if subject is not None and subject.events and frame.kind == "phase" and agent is None:
            self._parties(roles, subject)
        elif subject is not None and subject.events and frame.kind != "light":
            self._of_subject(roles, frame, subject)
        if subject is not None and frame.mutual and agent is None:
            self._of_parties(roles, frame, subject)
        for phrase in objects:
            roles.add("theme", phrase)

    def _of_subject(self, roles: Roles, frame: Frame, subject: Phrase) -> None:
        """`sanksi terhadap Suriah dicabut`: whom what is said of the event noun is done to."""
        noun = subject.events[0][1]
        if subject.actors or (frame.type in _STANCE and noun.frame.type in _HARM):
            return
        for phrase in self.nouns.roles_of(self.chunks.index(subject), subject, noun).get("target"):
            if phrase is not subject:
                roles.add("target", phrase)

    def _of_parties(self, roles: Roles, frame: Frame, subject: Phrase) -> None:
        """`perjanjian antara A dan B ditandatangani`: the parties that its subject names."""
        for phrase in self.nouns.preps_after(self.chunks.index(subject)):
            if frame.prep.get(phrase.prep) == "partner" and phrase.actors:
                roles.add("partner", phrase)

    def _parties(self, roles: Roles, subject: Phrase) -> None:
        """`bantuan Jerman untuk Israel dihentikan`: what is stopped was the giver's to stop."""
        inner = self.nouns.roles_of(self.chunks.index(subject), subject, subject.events[0][1])
        for role in ("source", "target", "beneficiary"):
            for phrase in inner.get(role):
                roles.add(role, phrase)
        sides = inner.get("partner")
        if subject in sides and not inner.get("source"):  # `German contacts with Syria were frozen`
            roles.add("source", subject)
            for phrase in sides:
                roles.add("target" if phrase is not subject else "ignore", phrase)

    def _active_roles(
        self, roles: Roles, frame: Frame, subject: Phrase | None, objects: list[Phrase], verb: Verb
    ) -> None:
        roles.add(frame.subject, subject)
        if not objects:
            if verb.item.nya and frame.object in ("target", "partner"):
                roles.add("clitic", subject)
            return
        first, rest = objects[0], objects[1:]
        inner = frame.prep.get(verb.item.low.rpartition(" ")[2]) if " " in verb.item.low else None
        if inner is not None:  # `recall its ambassador from` + X: X stands after the entry's own preposition
            roles.add(inner, first)
            return
        receiver = first.actors and first.kind in ("state", "person", "organ", "force")
        if frame.object in ("theme", "content") and rest and receiver:
            roles.add("target", first)  # `memberi Sri Lanka bantuan pangan`
            roles.add(frame.object, rest[0])
            return
        roles.add(frame.object, first)
        for phrase in rest:
            roles.add("theme", phrase)

    def _can_act(self, phrase: Phrase) -> bool:
        if phrase.kind == "thing" and phrase.owners and not phrase.classes.isdisjoint(_STRIKING):
            return True  # `ditembak rudal X`
        return bool(phrase.refs or phrase.pronoun) and phrase.kind in _ACTING

    def object_is_actor(self, roles: Roles, frame: Frame) -> bool:
        """Whether the frame's object names an actor or points to one."""
        return any(
            phrase.refs or (phrase.pronoun and phrase.pronoun != "self_side")
            for phrase in roles.get(frame.object, "target", "beneficiary")
        )

    def governed_event(self, index: int, verb: Verb, after: After) -> tuple[int, Phrase] | None:
        """The phrase with an event noun that the verb takes as object (or, passive, as subject)."""
        if verb.voice in ("passive", "state"):
            subject = self.links.subject(index)
            if subject is not None and subject.events:
                for at, chunk in enumerate(self.chunks):
                    if chunk is subject:
                        return at, subject
        for at, phrase in after.objects:
            if phrase.events and not is_said_of(self.links, index, after, phrase):
                return at, phrase
        return None

    def sense(self, frame: Frame, roles: Roles, after: After) -> Sense | None:
        """The first sense of the frame whose conditions all hold; None when the frame's own reading stands."""
        if not frame.senses:
            return None
        about_subject = frame.subject == "theme"  # `pasukan X meninggalkan Y`: what kind of thing acts
        phrases = roles.get("theme") if about_subject else roles.get(frame.object, "theme", "content")
        classes = self._classes(phrases)
        types = {told_type(phrase, form, self.nouns) for phrase in phrases for _, form in phrase.events}
        if after.content is not None and (after.sub is None):
            content = self.chunks[after.content]
            if isinstance(content, Verb) and content.forms and "negator" not in content.aux:
                done = next((form.frame for form in content.forms if form.frame.type), content.forms[0].frame)
                types.add(done.type or (_first_type(done) if frame.kind == "phase" else None))
        goals = roles.get("target", "beneficiary")
        reached = any(phrase.actors or phrase.pronoun for phrase in goals)
        body = any(ref.via == "body" for phrase in goals for ref in phrase.refs)
        for sense in frame.senses:
            if sense.object and not classes.intersection(sense.object):
                continue
            if sense.event and not types.intersection(sense.event):
                continue
            if (sense.to is not None and sense.to != reached) or (sense.body is not None and sense.body != body):
                continue
            if sense.owned is not None and sense.owned != any(phrase.owners for phrase in phrases):
                continue
            if sense.purpose and not purposes(after, self.chunks, self.syntax).intersection(sense.purpose):
                continue
            if sense.alone and not is_alone(after, self.chunks, phrases):
                continue
            return sense
        return None

    def _classes(self, phrases: Sequence[Phrase]) -> set[str]:
        """The classes of the things that some phrases name, and of their persons, citizens and courts."""
        classes = {name for phrase in phrases for name in phrase.classes}
        if any(not phrase.prep and phrase.refs and phrase.refs[0].via == "person" for phrase in phrases):
            classes.add("leader")  # `menerima Xi`
        if self.syntax.last_said and any(ref.via == "nationals" for phrase in phrases for ref in phrase.refs[:1]):
            classes.add("citizen")  # `held two Britons`
        towns = [p for p in phrases if not p.prep and p.refs and p.kind in _PLACES]
        if any(p.refs[0].via in ("city", "capital") for p in towns):
            classes.add("city")  # `captured Goma`
        if not self.syntax.courts.isdisjoint([ref.code for phrase in phrases for ref in phrase.refs]):
            classes.add("court")
        return classes

    def unnamed_treaty(self, frame: Frame, roles: Roles) -> Sense | None:
        """`It was signed by A and B`: what several states sign is a treaty."""
        signed = [sense for sense in frame.senses if sense.mode == "treaty"]
        pointed = all(phrase.pronoun == "that_state" for phrase in roles.get(frame.object))
        several = len({ref.code for phrase in roles.get(frame.subject) for ref in phrase.refs}) > 1
        return signed[0] if signed and pointed and several and roles.get(frame.object) else None


def _is_abuse(phrase: Phrase) -> bool:
    """`mengecam penangkapan wartawan di X`: what only the state can do where it happens."""
    return phrase.events[0][1].frame.type == "COERCE" and not phrase.actors


def _is_arms(phrase: Phrase) -> bool:
    """`Ukraina diberi tank`: things, of no state that is told, that one is given."""
    return phrase.kind in ("thing", "force") and bool(phrase.classes) and not (phrase.actors or phrase.pronoun)


def _is_inert(phrase: Phrase) -> bool:
    """Whether a phrase names things alone, nobody to whom something could be done."""
    return phrase.kind in ("thing", "noun") and not (phrase.actors or phrase.pronoun or phrase.nya)


def _first_type(frame: Frame) -> EventType | None:
    """The type of a frame that has only senses: `supplying gas` is aid, whatever the thing."""
    return next((sense.type for sense in frame.senses if sense.type is not None), None)
