"""Acts that headlines tell without a verb: `Xi Jinping ke Vietnam, Teken 45 Perjanjian`."""

from typing import Final

from pasut.coder.act import Act
from pasut.coder.acts import Finder
from pasut.coder.phrases import Phrase, is_word

_GROUND: Final = frozenset(("state", "name", "territory", "other"))


def going(finder: Finder, language: str) -> list[Act]:
    """`Prabowo ke Rusia`: a person and the state where he goes, and nothing more up to a comma."""
    who, where, then = (*finder.chunks[:3], None, None, None)[:3]
    if not (isinstance(who, Phrase) and who.refs and not who.prep and who.kind == "person" and not who.events):
        return []
    if not (isinstance(where, Phrase) and where.refs and where.kind in _GROUND):
        return []
    if where.prep not in finder.syntax.heading or not (then is None or is_word(then, ",", ":", ";", ".", "time")):
        return []
    codes = {ref.code for ref in who.refs}
    act = Act("CONSULT", "visit", f"{language}.headline.going", 1, where.start, where.end)
    act.sources, act.targets = list(who.refs), [ref for ref in where.refs if ref.code not in codes]
    act.from_noun = True
    return [act] if finder.sides.complete(act) else []
