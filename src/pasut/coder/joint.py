"""Acts that their parties do together, and meetings of one with several."""

from typing import Final

from pasut.coder.act import Act
from pasut.coder.refs import Ref, unique
from pasut.packs.words import Syntax

_BY_NUMBER: Final = frozenset(("meet", "multilateral"))
_MANY, _STATE = 4, 3
"""How many parties make a meeting multilateral, and the letters of a state's code."""

MUTUAL: Final = frozenset(("AGREE", "CONSULT", "COOPERATE"))
"""Types of acts that several do with each other."""
_HOSTILE: Final = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
_CONSENTING: Final = frozenset(("approve", "consent", "agree"))
"""Frames of who says yes."""


def calls_on(act: Act, sources: list[Ref], targets: list[Ref], partners: list[Ref]) -> bool:
    """`A bertemu B dan C`: A met both, whether B met C is not told; True where the sides are set so."""
    own = {ref.code for ref in sources}
    met = [ref for ref in unique([*targets, *partners]) if ref.code not in own]
    told = act.from_noun and act.mode != "phone"
    if act.type != "CONSULT" or told or len(own) != 1 or len(met) < 2:
        return False
    act.sources, act.targets = sources, met
    return True


def together(act: Act, sources: list[Ref], targets: list[Ref], partners: list[Ref]) -> bool:
    """Set both sides of an act done together; False when there are not two."""
    every = unique([*sources, *targets, *partners])
    if len(every) < 2:
        return False
    act.mutual = True
    act.sources = act.targets = every
    return True


def may_be_mutual(act: Act, syntax: Syntax) -> bool:
    """Whether several who do something to nobody named may do it to each other: `A dan B khawatir` is of neither."""
    if act.type in MUTUAL:
        return act.mode != "mediate"
    return act.type not in _HOSTILE and not syntax.object_of


def count_parties(act: Act) -> None:
    """A meeting of many is multilateral, a summit of two is a meeting."""
    parties = {ref.code.split(":")[0] for ref in act.sources}
    if act.type == "CONSULT" and act.mutual and act.mode in _BY_NUMBER:
        states = all(len(code) == _STATE for code in parties)
        act.mode = "multilateral" if len(parties) >= _MANY else "meet" if len(parties) == 2 and states else act.mode


def agreed(act: Act) -> bool:
    """`A dan B menyetujui gencatan senjata`: several who consent to what nobody offered consent to each
    other's."""
    if act.rule.rpartition(".")[2] in _CONSENTING and len({ref.code for ref in act.sources}) > 1:
        act.targets, act.mutual = act.sources, True
    return act.mutual
