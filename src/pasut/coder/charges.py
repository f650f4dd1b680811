"""What a verb of accusing alleges by a noun: `accused Israel of attacks on its ships`, `is blamed for the strike`."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.clauses import Links
from pasut.coder.following import After
from pasut.coder.nouns import Nouns
from pasut.coder.phrases import Phrase, Verb
from pasut.coder.reference import Resolver
from pasut.coder.refs import Ref
from pasut.coder.sides import Sides
from pasut.packs.words import Syntax

_HURTING: Final = frozenset(("ASSAULT", "COERCE", "SANCTION"))
"""What an accuser may be the victim of."""
_CHARGED: Final = _HURTING | {"AID", "MOBILIZE"}


class Charges:
    """Finds the acts of one sentence that the noun after an accusing verb alleges."""

    def __init__(self, links: Links, nouns: Nouns, sides: Sides, resolver: Resolver, syntax: Syntax) -> None:
        self.links, self.nouns, self.sides, self.resolver, self.syntax = links, nouns, sides, resolver, syntax

    def find(self, index: int, verb: Verb, accusing: Sequence[Act], after: After) -> list[Act]:
        """The acts alleged behind the verb at `index`; `accusing` is the accusation, empty where nobody accuses."""
        accused = self.links.subject(index) if verb.voice == "passive" and not accusing else None
        doers = accusing[0].targets if accusing else self._resolved(accused, index)
        accusers = accusing[0].sources if accusing else []
        charged = [
            self._charge(at, phrase, doers, accusers)
            for at, phrase in after.preps
            if phrase.prep in self.syntax.charging and phrase.events and not phrase.actors and doers
        ]
        return [act for act in charged if act.type in _CHARGED and self.sides.complete(act)]

    def _resolved(self, phrase: Phrase | None, index: int) -> list[Ref]:
        return self.resolver.resolve(phrase, "source", [], index) if phrase is not None else []

    def _charge(self, at: int, phrase: Phrase, doers: list[Ref], accusers: list[Ref]) -> Act:
        item, noun = phrase.events[0]
        roles = self.nouns.roles_of(at, phrase, noun)
        act = Act(*self.nouns.type_of(noun, phrase, roles), noun.rule, at, item.start, item.end)
        act.from_noun, act.status = True, "alleged"
        self.sides.fill(act, noun.frame, roles, mutual=False, index=at)
        hurt = act.targets or (accusers if act.type in _HURTING and phrase.nya else [])
        own = {ref.code for ref in doers}
        others = [ref for ref in hurt if ref.code not in own]  # `its ships`: the accuser's
        act.sources = doers
        act.targets = others or [ref for ref in accusers if hurt and ref.code not in own]
        act.forced_speakers = tuple(ref.code for ref in accusers)
        if not act.targets and act.type in _HURTING:
            self.resolver.recall_known(act)
        return act
