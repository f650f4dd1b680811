"""Acts of one sentence set beside each other: what another makes of one, and what is told twice."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.memory import Memory
from pasut.coder.refs import carried

_MODES: Final = {"": 0, "meet": 1, "negotiate": 2, "phone": 3, "visit": 4}
"""How much a mode tells, for one claim where a sentence tells the same act twice; 1 for any other."""


def strike_back(acts: Sequence[Act], memory: Memory) -> None:
    """`membalas dengan menembakkan rudal`: missiles fired by whom another has attacked are no test."""
    for act in acts:
        if act.mode != "missile_test" or act.targets:
            continue
        own = {ref.code for ref in act.sources}
        attackers = next(
            (a.sources for a in acts if a.type == "ASSAULT" and own & {ref.code for ref in a.targets}), []
        ) or memory.sources_of.get(("ASSAULT", act.sources[0].code), [])
        if attackers and not own & {ref.code for ref in attackers}:
            act.type, act.mode, act.targets = "ASSAULT", "aerial", carried(attackers)


def without_friendly_fire(acts: Sequence[Act]) -> list[Act]:
    """`bertempur bahu-membahu dengan X`: force whose victim is only recalled does not fall on who does it with them."""
    together = [{ref.code for ref in (*act.sources, *act.targets)} for act in acts if act.type == "COOPERATE"]
    return [
        act
        for act in acts
        if act.type != "ASSAULT"
        or not act.targets
        or any(ref.via != "recalled" for ref in act.targets)
        or not any({ref.code for ref in (*act.sources, *act.targets)} <= both for both in together)
    ]


def once(acts: Sequence[Act]) -> list[Act]:
    """One claim for each (source, target, type, status) of a sentence, with the most telling mode."""
    kept: dict[object, Act] = {}
    struck = {ref.code for act in acts if act.type == "ASSAULT" for ref in act.sources}
    for act in acts:
        if act.mode == "missile_test" and struck.intersection(ref.code for ref in act.sources):
            continue  # the missiles of an attack are no test
        key: object = act.key()
        if act.type == "CONSULT":  # `berkunjung ke Mesir dan bertemu Presiden Mesir` is one
            key = (act.type, act.status, frozenset(ref.code for ref in (*act.sources, *act.targets)))
        if key not in kept or _MODES.get(act.mode, 1) > _MODES.get(kept[key].mode, 1):
            kept[key] = act
    return list(kept.values())
