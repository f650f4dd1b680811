"""What a phrase that points back to an act done together (`latihan itu`) means: those who did it."""

from typing import Final

from pasut.coder.memory import Memory
from pasut.coder.phrases import Phrase
from pasut.coder.refs import Ref, carried

_ALSO: Final = {"MOBILIZE": "COOPERATE"}
"""An exercise is coded as its own type where it is held alone, as another where it is held together."""
_THINGS: Final = {"exercise": ("COOPERATE",), "agreement": ("SUPPORT", "AGREE"), "treaty": ("SUPPORT", "AGREE")}
"""Classes of nouns that name what is done together."""
_TOGETHER: Final = frozenset(("AGREE", "COOPERATE", "CONSULT"))


def joined_in(phrase: Phrase, memory: Memory) -> list[Ref]:
    """`mengecam latihan itu`, `menyebut kesepakatan tersebut ...`: those who did it together, if told not long ago."""
    types = [_ALSO.get(form.frame.type or "", form.frame.type) for _, form in phrase.events]
    found = [kind for kind in types if kind in _TOGETHER]
    found += [kind for name in phrase.classes for kind in _THINGS.get(name, ())]
    return carried(memory.last_together(found), "anaphor")
