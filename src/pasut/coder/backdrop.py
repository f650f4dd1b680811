"""The dates of wars that an article names as backdrop: `invasi Rusia`, `serangan Israel` while a war lasts."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.records import When
from pasut.world.load import War

_YOUNG: Final = dt.timedelta(days=60)
"""A war that began so shortly before publication is what its attacks, told without a day, are part of."""


class Backdrop:
    """The wars that had begun when an article was published."""

    def __init__(self, wars: Sequence[War], war_words: Sequence[str], published: When | None) -> None:
        self._words, self._published = war_words, published
        self._day = None if published is None else published.last
        begun = [war for war in wars if war.first is not None and (self._day is None or war.first <= self._day)]
        self._wars = begun

    def war(self, act: Act, sentence: str = "") -> When | None:
        """A war named by its own word has its own dates: an open end while it lasts, publication where it ended after.

        So has an operation that a `sentence` (in lower case) calls part of one: `operasi militernya dalam perang itu`.
        Where its parties fought several and none of them is fresh, that word alone does not tell which.
        """
        beside = act.type == "ASSAULT" and act.from_noun and any(f" {word} " in sentence for word in self._words)
        if not beside and not self.is_named(act):
            return None
        wars = list(self._between(act))
        fresh = [war for war in wars if self._is_fresh(war)] or wars
        if not fresh or (len(fresh) > 1 and not self._is_fresh(fresh[-1])):
            return None
        war = fresh[-1]
        last = war.last if war.last is None or self._day is None else min(war.last, self._day)
        return When(first=war.first, last=last, basis=f"the war's own dates ({war.name_en})")

    def is_named(self, act: Act) -> bool:
        """Whether the act is told by a word for war, which lasts: `perang`, `invasi`."""
        word = act.rule.split(".")[2]
        return act.type == "ASSAULT" and bool(act.sources) and any(name in word for name in self._words)

    def attack(self, act: Act, until: When | None, *, goes_on: bool = False) -> When | None:
        """`serangan Israel` with no day of its own, or one that `goes_on`, in a war some weeks old: from its first day
        to the day told."""
        if act.type != "ASSAULT" or not (act.from_noun or goes_on) or self._day is None or self._published is None:
            return None
        for war in self._between(act, either=True):
            if war.first is None or self._day - war.first > _YOUNG or (war.last is not None and war.last < self._day):
                continue
            end = min(self._day, until.last) if until is not None and until.last is not None else self._day
            return When(first=war.first, last=max(end, war.first), basis=f"the war so far ({war.name_en})")
        return None

    def _is_fresh(self, war: War) -> bool:
        """Whether it lasted at publication, or in the year before."""
        return self._day is None or war.last is None or war.last >= self._day - dt.timedelta(days=365)

    def _between(self, act: Act, *, either: bool = False) -> Iterator[War]:
        sources, targets = _states(ref.code for ref in act.sources), _states(ref.code for ref in act.targets)
        for war in self._wars:
            attackers, defenders = war.sides
            if (sources <= attackers and targets <= defenders) or (act.mutual and sources <= attackers | defenders):
                yield war
            elif either and sources and targets and sources <= defenders and targets <= attackers:
                yield war


def _states(codes: Iterable[str]) -> frozenset[str]:
    """The states of actor codes: an armed group counts as its state."""
    return frozenset(code.split(":")[0] for code in codes)
