"""Words that only keep their distance from a word: quotation marks around it (`voiced "serious concern" over the
attack`), and `what it called` before it."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.item import Item
from pasut.packs.words import Syntax

_MARKS: Final = ('"', "'")
_AUXILIARIES: Final = frozenset(("future", "negator", "possible", "obligation", "modal"))
"""Words that decide whether what follows is done."""
_FEW: Final = 3
"""Items that such marks hold at most: more are a quotation, whose speaker is looked for."""


def drop_scare_quotes(items: list[Item], text: str) -> list[Item]:
    """The items without the marks around a few words in the middle of a clause."""
    if not any(mark in text for mark in ('"', "“", "”", "'")):
        return items
    dropped: set[int] = set()
    at = 1
    while at < len(items) - 2:
        close = (_close(items, at) or _close_group(items, at)) if items[at].low in _MARKS else 0
        if close:
            dropped |= {at, close}
        at = (close or at) + 1
    return [item for at, item in enumerate(items) if at not in dropped] if dropped else items


def _close_group(items: Sequence[Item], at: int) -> int:
    """`will not "attack any country"`: where marks end that open between auxiliaries and their verb; else 0."""
    if items[at - 1].functions.isdisjoint(_AUXILIARIES) or not items[at + 1].verbs:
        return 0
    return next((close for close in range(at + 1, len(items)) if items[close].low == items[at].low), 0)


def drop_hedges(items: list[Item], syntax: Syntax) -> list[Item]:
    """The items without `what it called`, `what X said were`: the noun behind it stands in the clause itself."""
    whats = syntax.whats
    if not whats or not any([item.low in whats for item in items]):
        return items
    out: list[Item] = []
    at = 0
    while at < len(items):
        end = _hedged(items, at, syntax) if at and items[at].low in whats else 0
        if end:
            at = end
            continue
        out.append(items[at])
        at += 1
    return out if len(out) < len(items) else items


def _hedged(items: Sequence[Item], at: int, syntax: Syntax) -> int:
    """Where the noun begins behind the hedge that opens at `at`; 0 where none does."""
    verb = next((to for to in range(at + 2, min(at + 2 + _FEW, len(items))) if items[to].low in syntax.hedging), 0)
    if not verb or not all(item.is_actor or item.functions or item.title for item in items[at + 1 : verb]):
        return 0
    end = verb + 1
    while end < len(items) and ("be" in items[end].functions or items[end].low == syntax.as_):
        end += 1
    if end >= len(items) - 1 or items[end].low in syntax.evidence:
        return 0
    return end if items[verb].low not in syntax.saying or end > verb + 1 else 0


def _close(items: Sequence[Item], at: int) -> int:
    """Where the mark stands that closes the one at `at`, if a few plain words of a clause stand between; else 0."""
    opener, before = items[at], items[at - 1]
    opens = items[at + 1].start == opener.end and opener.start > before.end
    if not opens or any(form.frame.kind == "speech" for form in before.verbs) or not before.text[-1].isalnum():
        return 0
    for close in range(at + 1, min(at + _FEW + 2, len(items) - 1)):
        item = items[close]
        if item.low == opener.low:
            follows = items[close + 1]
            after = item.start == items[close - 1].end and (follows.start > item.end or not follows.text.isalnum())
            return close if close > at + 1 and after else 0
        if not item.text[0].isalnum() or (item.verbs and not item.nouns):
            return 0
    return 0
