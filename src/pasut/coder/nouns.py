"""Event nouns (`serangan Israel ke Suriah`): what they mean, who fills their roles, and if told as fact."""

from typing import Final

from pasut.coder.act import Act, Roles
from pasut.coder.clauses import Links
from pasut.coder.noun_marks import (
    codes_of,
    hits_state,
    is_nobody,
    is_test,
    is_unreal_way,
    past_remark,
    past_topic,
    status_before,
    struck_there,
    undergoes,
)
from pasut.coder.phrases import Phrase, Verb, Word, is_relative, is_word, left_of
from pasut.coder.prospects import held_open, main_verb_of
from pasut.coder.stance import NOUN_STATUS, SKIP, stance_of
from pasut.coder.undergone import does_it, is_deed, is_for_subject, mediates, presupposed
from pasut.packs.entry import Form
from pasut.packs.frame import Frame
from pasut.packs.words import Syntax

_TALKED_OF: Final = frozenset(("SUPPORT", "AGREE", "COOPERATE", "RETREAT", "AID"))
"""Types of acts that are only a topic where one talks of them: `membahas bantuan X`."""
_BOUNDS: Final = frozenset(("restriction", "ban", "sanction", "embargo", "tariff"))
"""What holds back the act that it is on: `restrictions on trade`."""


class Nouns:
    """Reads the event nouns of one sentence."""

    def __init__(self, links: Links, syntax: Syntax) -> None:
        self.links, self.syntax = links, syntax
        self.chunks = links.chunks

    def type_of(self, noun: Form, phrase: Phrase, roles: Roles | None = None) -> tuple[str, str]:
        frame = noun.frame
        reached = roles is not None and any(found.actors for found in roles.get("target", "beneficiary"))
        body = roles is not None and any(ref.via == "body" for found in roles.get("target") for ref in found.refs)
        types = {form.frame.type for _, form in phrase.events[1:]}
        classes = set(phrase.classes)
        for found in roles.get("target", "theme", "source") if roles is not None and self.syntax.object_of else ():
            hit = frame.object == "target" and frame.prep.get(found.prep) == "target"
            if hit or found.prep == self.syntax.object_of or found.prep in self.syntax.serving:
                classes |= found.classes  # `expulsion of diplomats`, `support for its war`
        for sense in frame.senses:
            if sense.type is None or sense.purpose or (sense.to is not None and sense.to != reached):
                continue
            if sense.body not in (None, body) or (sense.object and not classes.intersection(sense.object)):
                continue
            if sense.event and not types.intersection(sense.event):
                continue
            return sense.type, sense.mode
        return frame.type or "", frame.mode

    def roles_of(self, at: int, phrase: Phrase, noun: Form) -> Roles:
        roles, frame = Roles(), noun.frame
        preps = self.preps_after(at)
        by = any(p.prep == self.syntax.by for p in preps)
        between = any(p.prep == self.syntax.between for p in preps)
        placed = between and all(ref.via in ("city", "capital") for ref in phrase.actors)
        if phrase.actors and not placed:
            bare: str = "patient" if by else noun.bare
            if bare == "patient" and any(p.prep == self.syntax.object_of and undergoes(p) for p in preps[:1]):
                bare = "agent"  # `X's abduction of Y`, `X's suspension of the treaty`
            if frame.subject == "target":
                bare = {"agent": "patient", "patient": "agent"}.get(bare, bare)
            bare = self._waged(bare, frame, phrase, preps)
            bare = "agent" if bare == "patient" and does_it(phrase, frame, preps, self.syntax) else bare
            bare = "patient" if self._is_goal(phrase, frame) else bare
            role = {"agent": "source", "patient": "target", "participant": "partner"}[bare]
            roles.add(role, phrase)
        elif phrase.pronoun == "third_plural" and len(phrase.items) > 1 and not frame.mutual:
            roles.add("target" if noun.bare == "patient" else "source", phrase)  # `serangan mereka`
        elif phrase.nya and any(item.nya and item.nouns for item in phrase.items):
            roles.add("source" if noun.bare != "patient" else "target", phrase)
        involved = self._involved(at) if frame.mutual else None
        if involved is not None:
            roles.add("partner", involved)
        for found in self._own(preps):
            withdrawn = found.kind == "force" or frame.mode == "recall"
            if found.prep == self.syntax.object_of and withdrawn and frame.object != "target":
                self._add_withdrawn(found, frame, roles)
            roles.add(self._role_in(found, frame, preps, roles), found)
        return roles

    def _add_withdrawn(self, found: Phrase, frame: Frame, roles: Roles) -> None:
        """`the withdrawal of US forces`: they are whose act it is."""
        if self._role_after(found, frame) == "theme":
            roles.add("source", found)

    def _role_in(self, found: Phrase, frame: Frame, preps: list[Phrase], roles: Roles) -> str:
        """The role of a phrase after an event noun, among the others after it."""
        role = self._role_after(found, frame)
        if role == "theme" and found.prep == self.syntax.object_of and frame.object == "target":
            role = "target"
        if found.prep in self.syntax.inside and frame.type == "ASSAULT":
            role = self._struck_in(found, role, preps, roles)
        if found.prep in self.syntax.together and role == "ignore":
            role = "partner" if frame.mutual else "cosource"
        if role == "partner" and frame.type == "ASSAULT" and found.kind == "person":
            return "ignore"  # `talks on the war in Iraq with the foreign minister`
        return role

    def _struck_in(self, phrase: Phrase, role: str, preps: list[Phrase], roles: Roles) -> str:
        """`a strike in Iran` is on Iran, `a strike on the Iranian consulate in Damascus` is not on Syria."""
        told = self.syntax.object_of and phrase.prep == self.syntax.places[0]
        if role == "target" and not told:
            return role
        hit = any(p.prep in self.syntax.against and p.actors for p in preps) if role != "target" else False
        return "place" if hit or hits_state(roles) else "target"

    def _is_goal(self, phrase: Phrase, frame: Frame) -> bool:
        """`a Japan trip`: the name of a state right before the noun is where one goes."""
        ref = phrase.actors[0]
        whose = phrase.items[-1].start - ref.end > 1 or len(phrase.actors) > 1
        return frame.mode == "visit" and bool(self.syntax.object_of) and ref.via == "name" and not whose

    def _waged(self, bare: str, frame: Frame, phrase: Phrase, preps: list[Phrase]) -> str:
        """`the US war in Iraq`: a war of one side, told with where it is or whom it is against, is that side's."""
        against = (*self.syntax.inside, *self.syntax.against)
        struck = any(found.prep in against and found.actors for found in preps)
        alone = bool(self.syntax.object_of) and len(phrase.actors) == 1
        return "agent" if bare == "participant" and frame.type == "ASSAULT" and alone and struck else bare

    def _own(self, preps: list[Phrase]) -> list[Phrase]:
        """`an attack in the north of Iraq`: what follows `of` goes with the phrase before it."""
        nested = self.syntax.object_of
        return [
            found
            for found, before in zip(preps, [None, *preps], strict=False)
            if before is None or found.prep != nested or before.prep == self.syntax.by
        ]

    def _role_after(self, phrase: Phrase, frame: Frame) -> str:
        """The role that a preposition gives a phrase after an event noun."""
        short = phrase.prep.partition(" ")[0]
        own = frame.prep.get(phrase.prep) or frame.prep.get(short)
        role = own or self.syntax.noun_prepositions.get(short, "ignore")
        return "ignore" if mediates(phrase) or (role == "source" and is_nobody(phrase)) else role

    def _involved(self, at: int) -> Phrase | None:
        """`perjanjian yang melibatkan A, B dan C`: the parties in the relative clause."""
        inner = self.chunks[at + 1 : at + 4]
        if len(inner) == 3 and isinstance(inner[0], Word) and "relative" in inner[0].functions:
            verb, parties = inner[1], inner[2]
            if isinstance(verb, Verb) and verb.item.low in self.syntax.involving and isinstance(parties, Phrase):
                return parties if len(parties.refs) >= 2 else None
        return None

    def preps_after(self, at: int) -> list[Phrase]:
        """The prepositional phrases that belong to the noun phrase at `at`."""
        found: list[Phrase] = []
        start = past_topic(self.chunks, at, self.syntax) + 1
        for chunk in self.chunks[past_remark(self.chunks, start, self.syntax) :]:
            if isinstance(chunk, Phrase) and chunk.prep:
                found.append(chunk)
                if chunk.events and chunk.prep not in self.syntax.inside:
                    break
            elif isinstance(chunk, Word) and chunk.kind in ("time", "aux"):
                continue
            else:
                break
        return found or self._parties_later(at)

    def _parties_later(self, at: int) -> list[Phrase]:
        """`Talks began on Monday between A and B`: the parties told after a verb that only says that it was."""
        at += 2 if at + 1 < len(self.chunks) and is_relative(self.chunks[at + 1]) else 1  # `perang yang pecah antara`
        verb = self.chunks[at] if at < len(self.chunks) else None
        if not (isinstance(verb, Verb) and verb.item.low in self.syntax.occurring) or self.links.after(at).objects:
            return []
        return [phrase for _, phrase in self.links.after(at).preps if phrase.prep == self.syntax.between]

    def lend_subject(self, index: int, phrase: Phrase, noun: Form, act: Act, roles: Roles) -> None:
        """An event noun without its agent takes the subject of its clause: `membalas dengan serangan ke ...`,
        `dalam kunjungan ke ...`; aid without a receiver goes to the subject: `bergantung pada bantuan ...`."""
        hit = struck_there(index, phrase, self.links) if act.type == "ASSAULT" and phrase.actors else None
        if hit is not None:
            roles.found["target"] = [hit]
        owned = bool(roles.get("source")) or bool(phrase.actors)
        reached = bool(roles.get("target", "partner", "beneficiary"))
        verb = self.owner_verb(index)
        joined = self.links.joined(index) if phrase.prep and not owned else None
        if joined is not None and reached:
            self.add_subject(joined[0], index, "source", roles)
            if joined[1] is not None and joined[1].refs:
                roles.add("cosource", joined[1])
            return
        between = any(found.prep == self.syntax.between for found in roles.get("partner"))
        if between and (verb is None or not self._hosts(verb)):
            return  # `pembicaraan antara A dan B`: the parties are all told
        if phrase.prep and verb is None:
            verb = next((at for at in range(index - 1, -1, -1) if isinstance(self.chunks[at], Verb)), None)
        if not reached and phrase.prep in self.syntax.under:
            self._add_pressed(index, roles)  # `Pakistan is under US pressure to ...`
            return
        self._lend(index, phrase, noun, act, roles, verb)

    def _lend(self, index: int, phrase: Phrase, noun: Form, act: Act, roles: Roles, verb: int | None) -> None:
        owned = bool(roles.get("source")) or bool(phrase.actors)
        reached = bool(roles.get("target", "partner", "beneficiary"))
        if not owned and reached and self._planned_for(index, phrase):
            self.add_subject(self.owner_verb(index - 1), index, "source", roles)
        elif not owned and reached:
            mild = act.type in ("CONSULT", "COOPERATE", "AGREE") or (noun.frame.mutual and bool(roles.get("partner")))
            charged = verb is not None and self.links.kind(verb) == "accuse"  # `charged two men with the murder of X`
            if (
                (phrase.prep in self.syntax.lending_any and not charged)
                or (not phrase.prep and self._intended(verb))
                or (phrase.lead and not phrase.prep)
                or (mild and (self._is_lent(index, phrase) or not phrase.prep))
            ):
                self.add_subject(verb, index, "source", roles)
            if act.type == "ASSAULT" and codes_of(roles, "source") == codes_of(roles, "target"):
                roles.found.pop("source", None)  # `Iran siap menghadapi serangan terhadap Iran`: not by Iran
        elif owned and not reached and is_for_subject(act) and phrase.prep in self.syntax.receiving:
            agent = self._by_whom(verb)
            if agent is not None:
                roles.add("target", agent)  # `diserang oleh X dengan bantuan Y`
            else:
                self.add_subject(verb, index, "target", roles)
        elif not owned and not reached and noun.frame.mutual and self._is_lent(index, phrase):
            self._add_parties(verb, index, roles)
        elif not owned and not reached and is_test(act, phrase) and self._is_own(phrase):
            self.add_subject(verb, index, "source", roles)

    def _add_pressed(self, index: int, roles: Roles) -> None:
        """Who is under pressure: the last bare actor before the words."""
        bare = (c for c in self.chunks[index - 1 :: -1] if isinstance(c, Phrase) and not c.prep)
        subject = next(bare, None) if index else None
        if subject is None and self.syntax.object_of:  # `Under pressure from X, Y agreed`
            later = next((at for at, _ in self.links.verbs if at > index), None)
            subject = self.links.subject(later) if later is not None else None
        subject = subject or self.links.main_subject(index)
        if subject is not None and subject.refs:
            roles.add("target", subject)

    def _met_on_arrival(self, index: int, phrase: Phrase) -> str:
        """`flew to Doha for talks with X`: whoever comes meets X, as surely as he comes."""
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if phrase.events[0][1].frame.type != "CONSULT" or not self.syntax.object_of:
            return SKIP
        verb = next((at for at in range(index - 1, -1, -1) if isinstance(self.chunks[at], Verb)), None)
        came = self.chunks[verb] if verb is not None else None
        travels = isinstance(came, Verb) and any(form.frame.mode == "visit" for form in came.forms)
        met = isinstance(after, Phrase) and after.prep in self.syntax.together and bool(after.refs)
        return stance_of(verb, self.links).status if travels and met and verb is not None else SKIP

    def _planned_for(self, index: int, phrase: Phrase) -> bool:
        """`a timetable for the withdrawal of its troops`"""
        before = self.chunks[index - 1] if index else None
        planned = isinstance(before, Phrase) and any("noun_plan" in item.functions for item in before.items)
        return planned and phrase.prep in self.syntax.idle

    def _intended(self, index: int | None) -> bool:
        """`mempertimbangkan serangan terhadap Iran`: what somebody plans, may do or tries is his own act."""
        verb = self.chunks[index] if index is not None else None
        if not (isinstance(verb, Verb) and verb.forms and verb.voice == "active"):
            return False
        frame = verb.forms[0].frame
        return frame.kind == "control" and frame.type is None and frame.subject == "source"

    def _is_own(self, phrase: Phrase) -> bool:
        """Whether a test without its agent is the subject's: not so of `protested against the missile tests`."""
        return not self.syntax.object_of or not phrase.prep or phrase.prep in self.syntax.lending

    def _by_whom(self, verb: int | None) -> Phrase | None:
        """The agent of a passive verb after `oleh`."""
        preps = self.links.after(verb).preps if verb is not None else []
        return next((phrase for _, phrase in preps if phrase.prep == self.syntax.by and phrase.actors), None)

    def _is_lent(self, index: int, phrase: Phrase) -> bool:
        """`At a summit, A and B agreed`; `Meeting in Vienna, A and B agreed`, where a noun stands as a participle."""
        timed = phrase.prep == self.syntax.object_of and index and is_word(self.chunks[index - 1], "time")
        if timed and self.syntax.object_of:
            return True  # `after two days of talks with X`
        opens = not index and bool(self.syntax.object_of) and phrase.items[0].low.endswith("ing")
        return opens or phrase.prep in self.syntax.lending

    def _add_parties(self, verb: int | None, index: int, roles: Roles) -> None:
        """`At a summit, A and B agreed ...`: several subjects are the parties of the meeting."""
        found = Roles()
        self.add_subject(verb, index, "partner", found)
        if any(len(subject.refs) > 1 for subject in found.get("partner")):
            roles.add("partner", found.get("partner")[0])

    def _hosts(self, index: int) -> bool:
        """`menjadi tuan rumah pembicaraan antara A dan B`: the host takes part."""
        verb = self.chunks[index]
        return isinstance(verb, Verb) and bool(verb.forms) and verb.forms[0].frame.type == "CONSULT"

    def add_subject(self, verb: int | None, index: int, role: str, roles: Roles) -> None:
        """Give the subject of the verb (or of the next verb) a role in the event noun at `index`."""
        subject = self.links.subject(verb) if verb is not None else self._predicated_of(index)
        if subject is None:
            later = next((at for at in range(index + 1, len(self.chunks)) if isinstance(self.chunks[at], Verb)), None)
            subject = self.links.subject(later) if later is not None else None
        if subject is None:
            subject = next((c for c in self.chunks[:index] if isinstance(c, Phrase) and not c.prep and c.refs), None)
        if subject is not None and subject is not self.chunks[index]:
            roles.add(role, subject)

    def _predicated_of(self, index: int) -> Phrase | None:
        """`Iran sedang perang dengan X`: the actor right before a noun that stands as a verb."""
        left = left_of(self.chunks, index, "time", "aux")
        before = self.chunks[left] if 0 <= left < index - 1 else None
        return before if isinstance(before, Phrase) and not before.prep and before.refs else None

    def status_of(self, index: int, phrase: Phrase) -> str:
        """An event noun is told as fact unless the words around it hold it open."""
        before = self.chunks[index - 1] if index else None
        if isinstance(before, Phrase) and phrase.prep in self.syntax.restricting and before.classes & _BOUNDS:
            return SKIP
        status = status_before(before, index, self.links) if isinstance(before, Word) else ""
        if status:
            return status
        if self._planned_for(index, phrase):
            return "planned"
        if phrase.items[0].low in self.syntax.any_at_all or is_unreal_way(index, phrase, self.links):
            return SKIP  # `opposed any contact between A and B`
        if phrase.prep in self.syntax.idle and not (self.syntax.object_of and self._is_known(index, phrase)):
            return self._met_on_arrival(index, phrase)
        announced = self.announced_as(phrase, index)
        if announced != "happened":
            return announced
        verb = self.owner_verb(index)
        joined = self.links.joined(index) if phrase.prep and verb is None and not phrase.actors else None
        if joined is not None:
            return stance_of(joined[0], self.links).status
        return self._status_under(verb, phrase) if verb is not None else self._status_as_subject(index)

    def _is_known(self, index: int, phrase: Phrase) -> bool:
        """`worried about Iran's arms shipments to Russia`: what somebody does to another is told, whatever is felt."""
        roles = self.roles_of(index, phrase, phrase.events[0][1])
        return is_deed(self.type_of(phrase.events[0][1], phrase, roles)[0], phrase, roles.get("target"))

    def announced_as(self, phrase: Phrase, index: int) -> str:
        """What words before the event noun make of it: `kemungkinan serangan`, `fears of an attack`."""
        for name, lead in NOUN_STATUS.items():
            if lead == "happened":
                continue
            if any(name in item.functions and item is not phrase.events[0][0] for item in phrase.leading):
                return lead
        return held_open(index, phrase, self.links)

    def _status_as_subject(self, index: int) -> str:
        """`kunjungan ... ditunda`: what a passive verb, or one of taking place, makes of its subject."""
        at = main_verb_of(index, self.links)
        if at < 0:
            return "happened"
        verb, subject = self.chunks[at], self.links.subject(at)
        assert isinstance(verb, Verb)
        if verb.item.low in self.syntax.occurring and subject is not None and not subject.lead:
            return stance_of(at, self.links).status  # `apakah serangan itu akan terjadi`
        frame = verb.forms[0].frame if verb.forms else None
        then = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        occurs = isinstance(then, Verb) and then.item.low in self.syntax.occurring
        if frame is None or (isinstance(then, Verb) and not occurs):
            return "happened"  # `perang itu diperkirakan memicu ...`
        told = (occurs or verb.voice == "passive") and frame.kind in ("phase", "control")
        return frame.status if told and frame.status else "happened"  # `talks are likely to resume`

    def _status_under(self, index: int, phrase: Phrase) -> str:
        """The status of an event noun that is the object of the verb at `index`."""
        stance, kind = stance_of(index, self.links), self.links.kind(index)
        if kind in ("control", "demand", "deny") and presupposed(phrase):
            return "happened"
        verb = self.chunks[index]
        assert isinstance(verb, Verb)
        frame = verb.forms[0].frame if verb.forms else None
        if kind == "deny":
            return "denied" if self.links.denies(index) else SKIP
        if frame is not None and frame.type == "CONSULT" and phrase.events[0][1].frame.type in _TALKED_OF:
            return SKIP
        asked = frame is not None and frame.type == "REQUEST" and frame.object == "theme"  # `seeks a war`
        if kind == "demand" or asked or stance.status == SKIP:
            return SKIP
        if kind == "control" and frame is not None:
            return frame.status or ("happened" if not frame.type else SKIP)
        told = frame is not None and kind != "light" and frame.name != "involve"
        if not told and stance.status in ("planned", "possible", "not_happened"):
            faced = frame is None and stance.status == "not_happened" and bool(phrase.actors)
            return "happened" if faced else stance.status  # `tidak bisa membendung serangan X`
        return "happened"

    def owner_verb(self, index: int) -> int | None:
        """The verb of which the phrase at `index` is the bare object."""
        phrase = self.chunks[index]
        assert isinstance(phrase, Phrase)
        left = left_of(self.chunks, index, "time", "aux", '"')
        if left >= 0 and isinstance(self.chunks[left], Verb) and not phrase.prep:
            return left
        return None
