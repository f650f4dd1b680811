"""Judgements at the beginning of an article that wait for their parties: `Hubungan bilateral mendingin, kata X.`, and
only the next sentences say whose relation it is."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.refs import Ref
from pasut.records import Assessment

_BEGINNING: Final = 4
"""Sentences, the headline with them, in which a relation may stand before its parties."""
_REACH: Final = 3
"""Sentences that it may wait."""


class Awaiting:
    """The judgements of one article that have no parties yet."""

    def __init__(self) -> None:
        self._held: list[Assessment] = []
        self._since = 0
        self._named: set[str] = set()

    @property
    def is_open(self) -> bool:
        """Whether any judgement waits."""
        return bool(self._held)

    def hold(self, record: Assessment, sentence: int) -> None:
        """Keep a judgement of sentence number `sentence` until its parties are named."""
        if sentence <= _BEGINNING:
            self._held.append(record)
            self._since = sentence

    def settle(self, sentence: int, named: set[str], relations: Sequence[tuple[Ref, Ref]]) -> tuple[Ref, Ref] | None:
        """The parties, where a sentence that names these actors and relations is the first to tell of a relation.

        None while none is told; where it is not the one that could be meant, nothing waits any longer.
        """
        self._named |= named
        if relations and len(relations) == 1 and self._named <= {ref.code for ref in relations[0]}:
            return relations[0]
        if relations or sentence - self._since >= _REACH or len(self._named) > 2:
            self._held = []
        return None

    def taken(self) -> list[Assessment]:
        """The judgements that waited; none waits after this."""
        held, self._held = self._held, []
        return held
