"""What an article has told so far: who was named last, who spoke, which names belong to which state."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pasut.coder.awaiting import Awaiting
from pasut.coder.echoes import Echoes
from pasut.coder.refs import Ref, carried, unique
from pasut.records import When
from pasut.world.load import War

if TYPE_CHECKING:
    from pasut.coder.act import Act


_HARM: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
_CONTESTED: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID"))
_WEIGHTY: Final = _CONTESTED | {"MOBILIZE", "ACCUSE"}
_LINGER: Final = dt.timedelta(days=60)
"""How long after its end a war's strikes are still in the news."""
_REACH: Final = 4
"""Sentences that a pronoun reaches back over: most antecedents of the annotated articles stand one or two back."""

_CAPTURES: Final = frozenset(("arrest", "abduct"))
_MOST: Final = 12
"""Actors named lately that are kept: far more than a pronoun could mean."""
_DEEDS: Final = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID")
_DONE_REACH: Final = 3
"""Sentences that `langkah itu` reaches back over to what was last done."""


_JUDGED_REACH: Final = 2
"""Sentences that `kedekatan itu` reaches back over to the relation judged last."""

Pair = tuple[Ref, Ref]
Deed = tuple[str, frozenset[str], frozenset[str]]
"""Type, sources and targets: what makes two mentions one act."""


@dataclass(eq=False)
class Memory:
    """The running state of one article's coding; made fresh for each article."""

    states: dict[str, int] = field(default_factory=dict)
    """How often the whole article names each state."""
    _seen: dict[str, tuple[int, Ref]] = field(default_factory=dict)
    """Actors by how lately they were named, latest last, each with the sentence that named it."""
    subject: list[Ref] = field(default_factory=list)
    """Actors of the last main subject."""
    person: list[Ref] = field(default_factory=list)
    """The persons named last as subject, for `dia`."""
    speaker: tuple[str, ...] = ()
    speaker_refs: list[Ref] = field(default_factory=list)
    in_quote: bool = False
    dyads: dict[frozenset[str], list[Ref]] = field(default_factory=dict)
    """The parties of the acts that had just two, for `kedua negara`."""
    told: dict[frozenset[str], int] = field(default_factory=dict)
    """The sentence that told of them last."""
    often: Counter[frozenset[str]] = field(default_factory=Counter)
    """How many acts they had."""
    sentence: int = 0
    subject_at: int = 0
    group: tuple[int, list[Ref]] = field(default_factory=lambda: (-_DONE_REACH - 1, []))
    """The sentence whose subject were several states together, and these: `mereka` after one of them acted."""
    speaker_at: int = 0
    acted_at: int = 0
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Names learnt from `TITLE STATE NAME`: name -> (code, person id)."""
    experts: dict[str, str] = field(default_factory=dict)
    alleged: "list[Act]" = field(default_factory=list)
    """Acts alleged so far, for `tuduhan tersebut`."""
    targets_of: dict[tuple[str, str], list[Ref]] = field(default_factory=dict)
    """(type, source) to the targets last told: `serangan Israel` later means the same."""
    sources_of: dict[tuple[str, str], list[Ref]] = field(default_factory=dict)
    story: When | None = None
    """The day the article's own news is about; what it tells without a date happened then."""
    dated: dict[Deed, When] = field(default_factory=dict)
    """(type, sources, targets) to the date told outright, for a later mention without one."""
    days: dict[Deed, set[When]] = field(default_factory=dict)
    """All dates told outright of what the same did to the same."""
    open: dict[str, Deed] = field(default_factory=dict)
    """Claims named in passing without a day of their own, which the article may tell further on."""
    past: When | None = None
    """A time of the past that the sentences just before are about."""
    in_new_paragraph: bool = False
    """Whether the sentence at hand begins a paragraph."""
    past_at: int = 0
    """The sentence that told it, or pointed back to it, last."""
    wars: Sequence[War] = ()
    """The wars known, for who was at war with whom on `day`."""
    bodies: Collection[str] = ()
    """The international bodies known: no parties to `kedua negara`."""
    day: dt.date | None = None
    """The day of the article."""
    _foes: dict[str, frozenset[str]] | None = None
    last_act: dict[str, tuple[int, list[Ref]]] = field(default_factory=dict)
    """Type to the sentence and the sources of the last such act, for `serangan itu`."""
    echoes: Echoes = field(default_factory=Echoes)
    """The claims made so far, for what is denied or told again."""
    awaiting: Awaiting = field(default_factory=Awaiting)
    """The judgements so far of a relation whose parties are not named yet."""
    together: dict[str, tuple[int, list[Ref]]] = field(default_factory=dict)
    """Type to the sentence that told the last such act done together, and by whom: `the deal`, `the talks`."""
    last_host: tuple[int, list[Ref]] = field(default_factory=lambda: (-_DONE_REACH - 1, []))
    """The sentence that told the last visit, and the state visited."""
    quarrels: dict[str, list[Ref]] = field(default_factory=dict)
    """Whom each state accused last, or who last struck or punished it."""
    judged: tuple[int, list[Pair]] = field(default_factory=lambda: (-_JUDGED_REACH - 1, []))
    """The sentence in which relations were judged last, and between whom."""
    owned: dict[str, tuple[int, list[Ref]]] = field(default_factory=dict)
    """Noun to the sentence that told last whose it is, for `kapal itu`."""
    held: tuple[int, list[Ref], list[Ref]] = field(default_factory=lambda: (-_REACH - 1, [], []))
    """The sentence that told last of an arrest or abduction, by whom, and whose people they are."""
    harmed: dict[str, tuple[int, list[Ref]]] = field(default_factory=dict)
    """State to the sentence that told last what was done against it, and who did it."""
    last_sources: list[Ref] = field(default_factory=list)
    """Who did the last conflict or aid act told, for `langkah itu`."""

    @property
    def recent(self) -> list[Ref]:
        """Actors by how lately they were named, latest first, one a code."""
        return [ref for _, ref in reversed(self._seen.values())]

    @property
    def foes(self) -> dict[str, frozenset[str]]:
        """Whom each state or group was at war with on the day of the article; few articles ask."""
        if self._foes is None:
            self._foes = foes_on(self.wars, self.day)
        return self._foes

    def step(self) -> None:
        """Begin a new sentence; what was named too long ago is no longer pointed back to."""
        self.sentence += 1
        while self._seen and self.sentence - next(iter(self._seen.values()))[0] > _REACH:
            self._forget_oldest()
        if self.sentence - self.subject_at > _REACH:
            self.subject, self.person = [], []
        if self.sentence - self.speaker_at > _REACH:
            self.speaker, self.speaker_refs = (), []
        if self.sentence - self.acted_at > _DONE_REACH:
            self.last_sources = []

    def see(self, refs: list[Ref]) -> None:
        """Note that these actors were just named."""
        for ref in refs:
            self._seen.pop(ref.code, None)
            self._seen[ref.code] = (self.sentence, ref)
        while len(self._seen) > _MOST:
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        del self._seen[next(iter(self._seen))]

    def note_date(self, deed: Deed, when: When) -> None:
        """Note when an act was, as told outright."""
        self.dated[deed] = when
        self.days.setdefault(deed, set()).add(When(first=when.first, last=when.last))

    def told_later(self) -> dict[str, When]:
        """The claims left open whose act has just one date in the whole article."""
        found = {}
        for claim, deed in self.open.items():
            days = self.days.get(deed, set())
            if len(days) == 1:
                day = next(iter(days))
                found[claim] = When(first=day.first, last=day.last, basis="told elsewhere in the article")
        return found

    def note_act(self, act: "Act") -> None:
        """Note who did what to whom, for what points back to it."""
        done = act.status in ("happened", "alleged")
        if act.sources and not act.mutual and done:
            self.last_act[act.type] = (self.sentence, act.sources)
        if done and act.sources and (act.mutual or act.type == "ASSAULT"):
            self.together[act.type] = (self.sentence, unique([*act.sources, *act.targets]))
        if act.mode in _CAPTURES and act.sources and act.targets and done:
            self.held = (self.sentence, act.sources, act.targets)
        if act.mode == "visit" and act.targets:
            self.last_host = (self.sentence, act.targets)
        between = act.mode == "mediate" and len(act.targets) == 2  # `kedua negara` are those that are reconciled
        self.note_dyad(unique(act.targets if between else [*act.sources, *act.targets]))
        if done and not act.mutual:
            self._note_quarrel(act)
        contested = act.type in _CONTESTED and set(act.speakers).difference(ref.code for ref in act.sources)
        if act.status in ("alleged", "possible") or contested:
            self.alleged.append(act)
        if act.targets and not act.mutual:
            self.targets_of[(act.type, act.sources[0].code)] = act.targets
            self.sources_of[(act.type, act.targets[0].code)] = act.sources
        if done and act.type in _WEIGHTY:
            self.last_sources, self.acted_at = act.sources, self.sentence

    def last_together(self, types: Iterable[str | None]) -> list[Ref]:
        """Who did the last act of one of these types together, if that was told not long ago."""
        told = [self.together[kind] for kind in types if kind is not None and kind in self.together]
        at, refs = max(told, key=lambda each: each[0], default=(-_REACH - 1, []))
        return refs if self.sentence - at <= _DONE_REACH else []

    def note_owner(self, noun: str, owners: list[Ref]) -> None:
        """Note whose a thing of this noun is."""
        self.owned[noun] = (self.sentence, owners)

    def captives(self) -> tuple[list[Ref], list[Ref]] | None:
        """Who holds whose people, as told here or not long ago; None where nobody is held."""
        at, jailers, people = self.held
        return (jailers, people) if people and self.sentence - at <= _REACH else None

    def owner(self, noun: str) -> list[Ref]:
        """Whose the thing of this noun was that was told of last, not long ago."""
        at, owners = self.owned.get(noun, (-_REACH - 1, []))
        return owners if self.sentence - at <= _REACH else []

    def harmers(self, codes: Iterable[str]) -> list[Ref]:
        """Who did something against one of these just before."""
        told = [self.harmed[code] for code in codes if code in self.harmed]
        return next((sources for at, sources in told if self.sentence - at <= _JUDGED_REACH), [])

    def _note_quarrel(self, act: "Act") -> None:
        if act.type in _HARM:
            self.harmed.update((ref.code, (self.sentence, act.sources)) for ref in act.targets)
        if act.type == "ACCUSE":
            self.quarrels.update((ref.code, act.targets) for ref in act.sources)
        elif act.type in _CONTESTED and act.type != "AID":
            self.quarrels.update((ref.code, act.sources) for ref in act.targets)

    def note_dyad(self, parties: list[Ref]) -> None:
        """Note that two states had to do with each other."""
        key = frozenset(ref.code for ref in parties)
        if len(key) == 2 and all(len(code.split(":")[0]) == 3 and code not in self.bodies for code in key):
            self.dyads[key], self.told[key] = parties, self.sentence
            self.often[key] += 1

    def note_judged(self, pairs: list[Pair]) -> None:
        """Note between whom relations were just judged."""
        if pairs:
            self.judged = (self.sentence, pairs)

    def judged_lately(self) -> list[Pair]:
        """Those whose relations were judged last, not long ago."""
        at, pairs = self.judged
        return pairs if self.sentence - at <= _JUDGED_REACH else []

    def warring(self) -> list[Ref]:
        """The two told of lately that are at war with each other, if any."""
        near = [key for key, at in self.told.items() if self.sentence - at <= _DONE_REACH]
        found = [key for key in near if self._at_war(*key)]
        return carried(self.dyads[max(found, key=lambda key: self.told[key])], "both") if found else []

    def _at_war(self, one: str, other: str) -> bool:
        return other.split(":")[0] in self.foes.get(one.split(":")[0], ())

    def met_lately(self) -> list[Ref]:
        """`Putin bertemu Xi. Mereka ...`: the two whom the last sentence told of together, one of them as a person."""
        if len(self.subject) != 1 or self.person != self.subject:
            return []
        code = self.subject[0].code
        met = [key for key, at in self.told.items() if code in key and self.sentence - at == 1]
        return self.dyads[met[0]] if len(met) == 1 else []

    def met_with(self, codes: set[str]) -> list[Ref]:
        """The one state that the sentences just before told of together with one of these."""
        near = [key for key, at in self.told.items() if codes & key and self.sentence - at <= _JUDGED_REACH]
        others = {code for key in near for code in key - codes}
        found = [ref for key in near for ref in self.dyads[key] if ref.code in others]
        return carried(found[:1], "recalled") if len(others) == 1 else []

    def band(self) -> list[Ref]:
        """The states that acted together not long ago, where the last subject is one of them."""
        at, refs = self.group
        known = {ref.code for ref in refs}
        return refs if self.sentence - at <= _DONE_REACH and known.issuperset(r.code for r in self.subject) else []

    def pair(self, without: frozenset[str] = frozenset()) -> list[Ref]:
        """The two states that `kedua negara` most likely means: the two named last, but for `without`."""
        near = [key for key, at in self.told.items() if self._is_near(key, at) and not without & key]
        if near:
            best = max(near, key=lambda key: (self.often[key], self.told[key]))
            return carried(self.dyads[best], "both")
        states = [ref for ref in self.recent if self._is_state(ref.code) and ref.code not in without]
        return carried(states[:2], "both")

    def _is_state(self, code: str) -> bool:
        return (len(code) == 3 or ":" in code) and code not in self.bodies

    def _is_near(self, parties: frozenset[str], at: int) -> bool:
        """Whether two were told of together not long ago, or the article is about them and each was named since."""
        if self.sentence - at <= _DONE_REACH:
            return True
        most = sorted(self.states.values(), reverse=True)[:2]
        return all(code in self._seen and self.states.get(code, 0) >= most[-1] for code in parties)

    def hosts(self) -> list[Ref]:
        """Whom the last visitor visited, if that was told not long ago."""
        return carried(self.last_host[1]) if self.sentence - self.last_host[0] <= _DONE_REACH else []

    def doers(self, kind: str) -> list[Ref]:
        """Who did the last act of this type, if it was told not long ago."""
        at, sources = self.last_act.get(kind, (-_DONE_REACH - 1, []))
        return sources if self.sentence - at <= _DONE_REACH else []

    def wrongdoers(self) -> list[Ref]:
        """Who did the last deed, no word, that was told not long ago: what `called it a threat` is about."""
        told = [self.last_act[kind] for kind in _DEEDS if kind in self.last_act]
        at, refs = max(told, key=lambda each: each[0], default=(-_DONE_REACH - 1, []))
        return refs if self.sentence - at <= _DONE_REACH else []

    def foe(self, codes: set[str], named: list[Ref]) -> list[Ref] | None:
        """The enemy at war that `named` or else the article names; None where the war, or which enemy, is unknown."""
        foes = frozenset(foe for code in codes for foe in self.foes.get(code.split(":")[0], ()))
        if not foes:
            return None
        here = [ref for ref in named if ref.code.split(":")[0] in foes]
        if here:
            return here if len(here) == 1 else None
        known = [foe for foe in foes if self.states.get(foe)]
        if not known:
            return None
        return [Ref(known[0], -1, -1, "foe")] if len(known) == 1 else []

    def other_than(self, codes: set[str]) -> list[Ref]:
        """The state named last that is none of `codes`."""
        for ref in self.recent:
            if ref.code not in codes:
                return carried([ref], "pronoun")
        return []


def foes_on(wars: Sequence[War], day: dt.date | None) -> dict[str, frozenset[str]]:
    """Who is at war with whom on a day, both ways; nobody where the day is unknown."""
    found: dict[str, set[str]] = {}
    for war in wars:
        if day and war.first and war.first <= day and (war.last is None or day <= war.last + _LINGER):
            for side, other in (war.sides, war.sides[::-1]):
                for code in side - other:
                    found.setdefault(code, set()).update(other - side)
    return {code: frozenset(foes) for code, foes in found.items()}
