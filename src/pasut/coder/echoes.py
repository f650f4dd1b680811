"""Which earlier claim of the article a claim echoes: a denial the claim denied, a repetition the first telling."""

from typing import TYPE_CHECKING, Final

from pasut.records import Claim, When

if TYPE_CHECKING:
    from pasut.coder.act import Act

Key = tuple[str, frozenset[str], frozenset[str]]

_DENIED: Final = frozenset(("alleged", "possible", "happened", "planned"))
"""Statuses of a claim that a denial may be about."""
_NARROW: Final = 7
"""Days: two tellings dated to longer times (`in 2022`) need not be the same event."""


class Echoes:
    """The claims told so far in one article, by who did what to whom; those that echo another are not kept."""

    def __init__(self) -> None:
        self._told: dict[Key, list[Claim]] = {}

    def answered(self, act: "Act") -> Claim | None:
        """The claim that a denial denies: the one it was copied from, else the first of the same act."""
        if act.answers is not None:
            return act.answers
        return next((claim for claim in self._told.get(_key(act), ()) if claim.status in _DENIED), None)

    def repeated(self, act: "Act", when: When | None, quantity: str | None) -> Claim | None:
        """The first claim that tells the same act with the same status at the same time, of no other number."""
        for claim in self._told.get(_key(act), ()) if self._told else ():
            counted = None in (claim.quantity, quantity) or claim.quantity == quantity
            if claim.status == act.status and counted and _agree(claim, act) and _same_time(claim.when, when):
                return claim
        return None

    def note(self, act: "Act", claim: Claim) -> None:
        """Keep a claim that echoes no other."""
        self._told.setdefault(_key(act), []).append(claim)


def _key(act: "Act") -> Key:
    return act.type, frozenset([ref.code for ref in act.sources]), frozenset([ref.code for ref in act.targets])


def _agree(claim: Claim, act: "Act") -> bool:
    """Whether two tellings may be of one act: the same mode, or one of them without."""
    return claim.mode == (act.mode or None) or not claim.mode or not act.mode


def _same_time(one: When | None, other: When | None) -> bool:
    """Both without a date, or the one within the other and not a long time."""
    if one is None or other is None:
        return one is other
    if None in (one.first, one.last, other.first, other.last):
        return False
    assert one.first and one.last and other.first and other.last
    inside = one.first <= other.first <= other.last <= one.last or other.first <= one.first <= one.last <= other.last
    return inside and min(one.last - one.first, other.last - other.first).days <= _NARROW
