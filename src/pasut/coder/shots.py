"""Missiles and shells that fall into the sea: a test or a drill, whoever lives behind it."""

from typing import Final

from pasut.coder.act import Act
from pasut.coder.following import After
from pasut.coder.phrases import Phrase
from pasut.packs.words import Syntax

_SHOT: Final = {"aerial": "missile_test", "heavy-weapons": "exercise"}
"""What an attack with such weapons is where nobody is hit."""
_PLACES: Final = ("territory", "noun", "other", "state")
MISSILES: Final = frozenset(("missile", "bomb"))
"""Classes of things that come down where nobody invited them, and visit nobody."""


def into_the_sea(act: Act, after: After, syntax: Syntax) -> bool:
    """Make `fired a missile into waters off X` a test; tell whether it was one."""
    if act.type != "ASSAULT" or act.mode not in _SHOT or act.passive:
        return False
    if not any(_is_sea(phrase, syntax) for _, phrase in (*after.preps, *after.objects)):
        return False
    act.type, act.mode, act.targets, act.mutual = "MOBILIZE", _SHOT[act.mode], [], False
    return True


def _is_sea(phrase: Phrase, syntax: Syntax) -> bool:
    """`into the sea`, `ke perairan dekat X`: open water, not a ship on it."""
    return phrase.kind in _PLACES and any([item.low in syntax.sea for item in phrase.items])
