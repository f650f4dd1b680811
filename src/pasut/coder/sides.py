"""From filled roles to the two sides of an act, and where to look when the clause itself does not say who."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act, Roles
from pasut.coder.beyond import befalls, crosses, denounced, helps_in, is_beside, killed_in, rises_after, struck
from pasut.coder.clauses import Links
from pasut.coder.companions import asks_own, attackers, doer_of
from pasut.coder.elsewhere import bystanders, is_itself, named_other, only_elsewhere
from pasut.coder.following import After
from pasut.coder.joint import MUTUAL, agreed, calls_on, count_parties, may_be_mutual, together
from pasut.coder.no_act import asks_people, is_told_to
from pasut.coder.nouns import Nouns
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative
from pasut.coder.reference import Resolver
from pasut.coder.refs import Ref, unique
from pasut.coder.roles import VERBAL
from pasut.coder.stance import stance_of
from pasut.coder.unseen import by_a_bomb
from pasut.packs.frame import Frame, Sense
from pasut.packs.words import Syntax

_NO_TARGET: Final = frozenset(("missile_test", "nuclear_test", "satellite_launch", "exercise"))
_ABROAD: Final = frozenset(("deploy", "alert"))
"""Modes that need no target where they take place on no state's ground; at home they are no event."""
_TOWARDS: Final = frozenset(("AID", "SUPPORT"))
"""Types of what is agreed on whose object is whom it is agreed towards: `promised to help Ukraine`."""
_ONE_WAY: Final = frozenset(("visit", "invite", "letter", "mediate"))
"""Modes in which one side does it to the other."""
_HOSTED: Final = frozenset(("meet", "negotiate"))
"""Modes of what is done with the state one is in, where no other is named."""
_HELPS: Final = frozenset(("AID", "SUPPORT", "COOPERATE", "RETREAT"))
_WHO: Final = frozenset(("person", "people", "name", "organ"))
"""Kinds of phrase that can be asked to do something."""
_RECALLED: Final = frozenset(("ASSAULT", "COERCE"))
_CHARGED: Final = _RECALLED | {"MOBILIZE"}
_SPEAKING: Final = frozenset(("first_person", "third_singular"))
_GROUND: Final = frozenset(("state", "territory", "name", "other"))
"""Kinds of phrase that name a place, where an embassy or a base belongs to another."""
_STRANGERS: Final = frozenset(("arrest", "blockade"))
"""Modes of what is done to people and places of whom nobody says whose they are."""
_BY_PLACE: Final = frozenset(("arrest", "expel", "deport", "release"))
"""Modes of acts that only the state where they take place can do."""


class Sides:
    """Finds the sources and targets of the acts of one sentence."""

    def __init__(self, links: Links, nouns: Nouns, resolver: Resolver, syntax: Syntax) -> None:
        self.links, self.nouns, self.resolver, self.syntax = links, nouns, resolver, syntax
        self.chunks: Sequence[Chunk] = links.chunks

    def fill(self, act: Act, frame: Frame, roles: Roles, *, mutual: bool, index: int) -> None:
        """Set the sources and targets of an act from its roles; both sides alike where the act is mutual."""
        if self._at_war(act, roles):
            return
        named = [ref for phrase in roles.get("target", "partner") for ref in phrase.actors if not phrase.nya]
        act.abroad = act.type == "MOBILIZE" and any(
            item.blocked in ("sea", "region") or "nuclear" in item.classes
            for phrases in roles.found.values()
            for phrase in phrases
            for item in phrase.items
        )
        if any(phrase.prep not in self.syntax.of and phrase.actors for phrase in roles.get("source")):
            roles.found["source"] = [phrase for phrase in roles.found["source"] if phrase.prep not in self.syntax.of]
        doer = "protester" if act.type == "PROTEST" else "source"
        sources = self.resolver.resolve_all(roles.get("source", "speaker", "cosource"), doer, named, index)
        targets = self.resolver.resolve_all(self._hit(roles), "target", sources, index)
        with_actors = [phrase for phrase in roles.get("partner") if phrase.actors]
        strange = [phrase for phrase in roles.get("partner") if not (phrase.nya and phrase.kind in _WHO)]
        partners = self.resolver.resolve_all(with_actors or strange, "target", sources, index)
        if not targets and "clitic" in roles.found:
            targets = self.resolver.clitic(sources, index)
        if not targets and not partners:
            hit = [p for p in roles.get("beneficiary") if act.type != "ASSAULT" or not is_beside(p, self.syntax)]
            targets = self.resolver.resolve_all(hit, "target", sources, index)
        if not targets and act.type in ("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"):
            targets = self._about(act, roles, sources, index)
        if mutual and sources and targets and not partners and act.type == "ASSAULT" and len(sources) == 1:
            mutual = False
        if mutual and not sources and (self._only_places(roles) or self._by_stranger(act, roles)):
            return
        if mutual and calls_on(act, sources, targets, partners):
            return
        strangers = {ref.code for ref in targets} - {ref.code for ref in sources}
        joint = bool(partners) or (len(sources) >= 2 and not strangers)
        if joint and act.type == "MOBILIZE" and act.mode == "exercise":
            act.type = "COOPERATE"
        if (mutual or (partners and act.type in MUTUAL and act.mode not in _ONE_WAY)) and together(
            act, sources, targets, partners
        ):
            return
        targets = unique([*targets, *partners])
        treaty = act.type == "SUPPORT" and act.mode == "treaty"
        shared = mutual or treaty or (act.type in MUTUAL and act.mode not in _ONE_WAY)
        if shared and not targets and len(sources) >= 2:
            act.mutual = True
            act.sources = act.targets = sources
            return
        self._face(act, sources, targets)
        self._recall(act, index, roles, here=frame.object_state_only)

    def _by_stranger(self, act: Act, roles: Roles) -> bool:
        """`journalists met X and Y`: a subject of no state, whom X and Y met, not each other."""
        who = roles.get("source")
        told = not act.from_noun or any(phrase.pronoun in _SPEAKING for phrase in who)
        known = bool(self.syntax.object_of) or any(each.pronoun in _SPEAKING or each.kind in _WHO for each in who)
        return told and known and not act.passive and bool(who)

    def _hit(self, roles: Roles) -> list[Phrase]:
        """The phrases of the target; of `an offer from X` X, and nobody told before."""
        hit = roles.get("target")
        if not self.syntax.object_of or not any(phrase.actors for phrase in hit):
            return hit
        return [phrase for phrase in hit if phrase.actors or phrase.pronoun or phrase.kind != "event"]

    def _face(self, act: Act, sources: list[Ref], targets: list[Ref]) -> None:
        """Set two sides that have nobody in common."""
        own, hit = {ref.code for ref in sources}, {ref.code for ref in targets}
        strangers = {code.split(":")[0] for code in own - hit} - {code.split(":")[0] for code in hit}
        if act.type in ("MOBILIZE", "ASSAULT") and hit and hit < own and strangers:
            sources = [ref for ref in sources if ref.code not in hit]  # `Iraqi and US troops were sent to Baghdad`
        else:
            targets = [ref for ref in targets if ref.code not in own]
            homes = {code.split(":")[0] for code in own}
            foreign = [ref for ref in targets if ref.code.split(":")[0] not in homes]
            targets = foreign or targets  # `Somalia rejected Ethiopia's deal with Somaliland`
        if len(targets) > 1 and act.type == "ACCUSE":
            targets = [ref for ref in targets if ref.code not in self.syntax.courts]  # before whom, not whom
        act.sources, act.targets = sources, targets

    def _about(self, act: Act, roles: Roles, sources: list[Ref], index: int) -> list[Ref]:
        """Whom the topic of a verbal act is about, where it names no target."""
        topics = [topic for topic in roles.get("content", "topic", "theme") if topic.prep or not befalls(act, topic)]
        about = [topic for topic in topics if topic.prep in self.syntax.about]
        about.sort(key=lambda phrase: act.mode == "praise" and not phrase.actors)  # `terima kasih atas undangan X`
        bare = [phrase for phrase in roles.get("theme") if not phrase.prep and phrase.owners and not phrase.refs]
        resolve = self.resolver.resolve_all
        return resolve(about[:1], "target", sources, index) or resolve(bare[:1], "target", sources, index)

    def _recall(self, act: Act, index: int, roles: Roles, *, here: bool) -> None:
        """Fill a side from what was told before (`here`: only from the sentence itself); whom an accusation hits is
        looked for in the sentence first."""
        accused = act.status == "alleged" and not act.from_noun and not act.targets
        if (act.type in _RECALLED and not accused) or (act.mode == "visit" and act.from_noun):
            hit = self.links.after(index).objects[:1] if not act.from_noun else []
            strangers = bool(hit) and not hit[0][1].det
            seized = strangers and not hit[0][1].events and not hit[0][1].actors
            if seized and act.type == "COERCE" and (self.syntax.object_of or act.mode in _STRANGERS):
                if self.syntax.object_of and act.sources and not act.targets:
                    self.resolver.recall_known(act)  # `seized a tanker`: of whom the last one was
                return
            if here and act.type == "COERCE" and act.sources and not act.targets:
                act.targets = named_other(act, self.resolver, bystanders(self.nouns, index))
                return
            if act.passive and act.type == "ASSAULT" and not act.sources and by_a_bomb(index, self.chunks):
                return
            only_foes = strangers and act.type == "ASSAULT" and not is_itself(act, hit[0][1], roles)
            self.resolver.recall(act, bystanders(self.nouns, index), only_foes=only_foes)

    def _at_war(self, act: Act, roles: Roles) -> bool:
        """`kedua negara saling serang`: the two at war with each other, if such a pair was told lately."""
        if act.type != "ASSAULT" or all(phrase.pronoun != "both" for phrase in roles.get("partner", "source")):
            return False
        act.sources = act.targets = self.resolver.memory.warring()
        act.mutual = bool(act.sources)
        return act.mutual

    def _only_places(self, roles: Roles) -> bool:
        """`ekspor ke A dan B`, `pertemuan dengan A dan B`: these two do not trade with each other."""
        apart = (*self.syntax.places, *(() if self.syntax.object_of else self.syntax.lending_any))
        return all(phrase.prep in apart for phrase in roles.get("target", "partner"))

    def settle(self, act: Act, kind: str, sense: Sense | None, after: After, index: int) -> None:
        """Look for a side that the roles left open."""
        if not act.sources and sense is not None and sense.subject == "target":
            act.sources = self.resolver.only_other({ref.code for ref in act.targets})
        if act.type == "AGREE" and act.mutual:
            self._agree_towards(act, after)
        if not act.targets and act.sources:
            self._find_target(act, kind, after, index)
        sent = any("delegation" in phrase.classes for _, phrase in after.objects)  # where to, is not told
        sent = sent or any(phrase.kind in ("thing", "noun") and not phrase.det for _, phrase in after.objects)
        if not act.targets and act.sources and act.mode == "visit" and not after.preps and not sent:
            codes = {ref.code for ref in act.sources}
            act.targets = [ref for ref in self.resolver.memory.hosts() if ref.code not in codes]
        if not act.targets and act.sources and act.mode in _HOSTED:
            self._hosted(act, after)
        if not act.targets and act.sources and act.type == "AID":
            self.resolver.recall_known(act)
        if act.passive and not act.sources:
            self.place_acts(act, after, self.syntax.places)
        if act.type == "PROTEST" and not act.targets:
            homes = {ref.code.split(":")[0] for ref in act.sources}
            act.targets = [ref for ref in denounced(self.links, after) if ref.code.split(":")[0] not in homes]
        if act.type == "PROTEST" and act.targets and not act.sources:
            self._crowd(act, after, index)
        if act.mode == "deploy" and act.sources and not act.targets and crosses(after):
            act.targets = self.resolver.only_other({ref.code for ref in act.sources})
        if act.type == "ASSAULT" and act.targets and not act.sources and self._hits_force(index, after):
            killed_in(act, after, self.syntax)

    def _find_target(self, act: Act, kind: str, after: After, index: int) -> None:
        """A target that the clause itself does not give: in its content, the one other actor, or the accuser."""
        asks = kind in ("control", "demand")
        if kind == "demand" and asks_people(after, self.links):
            return
        ended = kind == "phase" and after.sub is None and not after.objects  # `stopped supplying gas to X`
        if asks or ended or act.type in ("SUPPORT", "ACCUSE", "REJECT"):
            self.from_content(act, after)
        if not act.targets and act.type in VERBAL | {"SUPPORT"}:
            self._target_shared(act, after)
        if not act.targets and act.type == "ACCUSE" and not (after.objects or after.preps or after.content):
            act.targets = self.resolver.anaphor_target(act.sources)  # `expressed concern`, and no more
        if not act.targets and self.syntax.object_of:
            self._find_far(act, after, index)
        if not act.targets and act.type in ("AID", "MOBILIZE") and not rises_after(act, after, self.links):
            self.from_content(act, after)
        alone = not act.targets and asks and act.type in VERBAL and not agreed(act)
        if alone and not self._asks_stranger(act, kind, after):
            besides = attackers(self.chunks) if act.type == "AGREE" else only_elsewhere(self.links, index)
            act.targets = self.resolver.only_other({ref.code for ref in act.sources}, besides)
        if not act.targets and act.type in _CHARGED and act.status == "alleged":
            act.targets = self._accuser(index, act)
            if not act.targets and act.type in _RECALLED:
                self.resolver.recall(act)

    def _find_far(self, act: Act, after: After, index: int) -> None:
        """A target that other clauses of the sentence give, or a war."""
        if act.type == "ACCUSE" and (hit := struck(after)):
            codes = {ref.code for ref in act.sources}
            act.targets = [ref for ref in self.resolver.memory.foe(hit, []) or [] if ref.code not in codes]
        if not act.targets and act.mode == "mediate" and act.passive:
            own = {ref.code for ref in act.sources}  # `a deal mediated by X`: between the two others named
            others = [ref for ref in self.resolver.named() if ref.code not in own]
            act.targets = others if len(others) == 2 else []

    def _would_help(self, act: Act, content: Chunk | None) -> bool:
        """`threatened to arm X`: X is not who is threatened."""
        forms = content.forms if act.type == "THREATEN" and isinstance(content, Verb) else ()
        return any(form.frame.type in _HELPS and not form.frame.senses for form in forms)

    def _asks_stranger(self, act: Act, kind: str, after: After) -> bool:
        """`urged Arab leaders to act`: who is asked is told, and is of no state that is."""
        content = self.chunks[after.content] if after.content is not None else None
        if self._would_help(act, content):
            return True
        asked = after.objects[0][1] if kind == "demand" and after.objects else None
        if asked is None or asked.pronoun:
            return False
        if asks_own(act, after, self.syntax):
            return True
        return not act.passive if asked.actors else asked.kind in _WHO  # whose actor is the source itself: his own army

    def from_content(self, act: Act, after: After) -> None:
        """The target that the clause after a verb or noun of saying gives: who is to do it, or to whom it is done."""
        codes = {ref.code for ref in act.sources}
        mark = self.chunks[after.sub] if after.sub is not None else None
        told_of = mark is not None and self.syntax.object_of and is_relative(mark)
        if after.content is None or told_of or (act.type == "SUPPORT" and "while" in getattr(mark, "functions", ())):
            return  # `welcomed a ruling that rejected X's claim`: X is not welcomed
        doer = doer_of(self.links, after.content)
        if act.type in ("REQUEST", "THREATEN", "ACCUSE") and doer is not None and not befalls(act, doer):
            found = [
                ref
                for ref in self.resolver.resolve(doer, "target", act.sources, after.content)
                if ref.code not in codes
            ]
            if found:
                act.targets = found
                return
        inner = self.links.after(after.content)
        content = self.chunks[after.content]
        if self._would_help(act, content):
            return
        given = isinstance(content, Verb) and any(form.frame.object == "theme" for form in content.forms)
        for _, phrase in [*inner.preps, *inner.objects] if given else [*inner.objects, *inner.preps]:
            refs = (
                phrase.refs
                or phrase.owners
                or (self.resolver.pronoun(phrase, "target", act.sources, after.content) if phrase.pronoun else [])
            )
            found = [ref for ref in refs if ref.code not in codes]
            if found and (
                phrase.prep in self.syntax.reaching
                or helps_in(act, phrase, self.chunks[after.sub] if after.sub is not None else None, self.syntax)
            ):
                act.targets = found
                return
        if len(act.sources) >= 2 and may_be_mutual(act, self.syntax):
            act.targets, act.mutual = act.sources, True

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

    def _agree_towards(self, act: Act, after: After) -> None:
        """`Belanda dan Jerman sepakat memasok X ke Ukraina`: agreed among themselves, but towards Ukraine."""
        content = self.chunks[after.content] if after.content is not None and after.sub is None else None
        if not (isinstance(content, Verb) and content.forms):
            return
        inner = self.links.after(after.content or 0)
        given = content.forms[0].frame.type in _TOWARDS or len(inner.objects) > 1  # `pledged to give Ukraine tanks`
        for _, phrase in [*(inner.objects if given else ()), *inner.preps]:
            own = {ref.code for ref in act.sources}
            found = [ref for ref in phrase.actors if ref.code not in own and ref.code not in self.syntax.courts]
            if found and phrase.prep in self.syntax.reaching and phrase.prep not in self.syntax.of:
                act.mutual, act.targets = False, found
                return

    def _hosted(self, act: Act, after: After) -> None:
        """`held talks in Riyadh`: talks with nobody named are with whom they are held at."""
        codes = {ref.code for ref in act.sources}
        for _, phrase in after.preps if not after.objects else ():  # not `discussed the war in X`
            found = [ref for ref in phrase.refs if ref.code not in codes]
            if phrase.prep == self.syntax.places[0] and phrase.kind == "state" and len(found) == 1:
                act.mutual = together(act, act.sources, found, [])
                return

    def _crowd(self, act: Act, after: After, index: int) -> None:
        """`ribuan orang di Kairo berunjuk rasa menentang X`: people of no named state are of where they stand."""
        subject = self.links.subject(index)
        if subject is None or subject.actors or subject.pronoun or subject.former:
            return
        at = self.chunks.index(subject) + 1
        beside = self.chunks[at] if at < len(self.chunks) else None
        places = [beside, *(phrase for _, phrase in reversed(after.preps))]
        codes = {ref.code for ref in act.targets}
        for place in places:
            if isinstance(place, Phrase) and place.prep == self.syntax.places[0] and place.kind in _GROUND:
                act.sources = [ref for ref in place.actors if ref.code not in codes][:1]
                return

    def _hits_force(self, index: int, after: After) -> bool:
        """`a bomb attack killed soldiers`, `insurgents killed soldiers`; of `were killed` nobody tells by whom."""
        subject = self.links.subject(index)
        hit = after.objects[0][1] if after.objects else None
        if hit is None or hit.kind != "force" or subject is None:
            return False
        return bool(subject.events) or (subject.kind == "force" and not subject.actors)

    def place_acts(self, act: Act, after: After, places: Sequence[str]) -> None:
        """`ditahan di Rusia`, `diusir dari Swedia`: an arrest or expulsion without an agent is the place's own act."""
        if act.type not in ("COERCE", "SANCTION", "RETREAT") or act.mode not in _BY_PLACE:
            return
        codes = {ref.code for ref in act.targets}
        told = self.syntax.object_of and act.passive  # `were ordered to leave Canberra`
        for _, phrase in [*after.preps, *(after.objects if told else ())]:
            found = [ref for ref in phrase.actors if ref.code not in codes]
            if found and (phrase.prep in places or (not phrase.prep and phrase.kind == "state")):
                act.sources = found[:1]
                return

    def _accuser(self, index: int, act: Act) -> list[Ref]:
        """`menuduh pasukan Inggris menyerbu kantor itu`: who accuses of force was the victim."""
        governor = stance_of(index, self.links).governor
        while governor is not None and self.links.kind(governor) != "accuse":
            governor = stance_of(governor, self.links).governor
        subject = self.links.subject(governor) if governor is not None else None
        if subject is None:
            return []
        codes = {ref.code for ref in act.sources}
        found = self.resolver.resolve(subject, "source", [], index)
        return [ref for ref in found if ref.code not in codes and ref.via != "body"]  # a court is nobody's victim

    def asks(self, after: After) -> bool:
        """`memperingatkan X agar tidak ...`: a warning that says what to do is a request."""
        content = self.chunks[after.content] if after.content is not None else None
        sub = self.chunks[after.sub] if after.sub is not None else None
        purpose = isinstance(sub, Word) and "purpose" in sub.functions
        told = purpose or is_told_to(self.chunks, after)
        return isinstance(content, Verb) and (told or ("obligation" in content.aux and "possible" not in content.aux))

    def complete(self, act: Act) -> bool:
        """Whether both sides are known; a launch or a drill needs no target."""
        if not act.sources:
            return False
        if act.mutual:
            count_parties(act)
            return len(act.sources) >= 2
        if act.mode in _NO_TARGET and all(ref.via == "body" for ref in act.sources):
            return False  # `Dewan Keamanan menjatuhkan sanksi setelah dua kali uji coba rudal`: not its own tests
        if act.targets:
            return True
        return act.type == "MOBILIZE" and (act.mode in _NO_TARGET or (act.abroad and act.mode in _ABROAD))
