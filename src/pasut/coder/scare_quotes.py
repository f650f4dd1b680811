"""Quotation marks around a word or two, which say nothing of who speaks: `voiced "serious concern" over the attack`."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.item import Item

_MARKS: Final = ('"', "'")
_FEW: Final = 3
"""Items that such marks hold at most: more are a quotation, whose speaker is looked for."""


def drop_scare_quotes(items: list[Item], text: str) -> list[Item]:
    """The items without the marks around a few words in the middle of a clause."""
    if not any(mark in text for mark in ('"', "“", "”", "'")):
        return items
    dropped: set[int] = set()
    at = 1
    while at < len(items) - 2:
        close = _close(items, at) if items[at].low in _MARKS else 0
        if close:
            dropped |= {at, close}
        at = (close or at) + 1
    return [item for at, item in enumerate(items) if at not in dropped] if dropped else items


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
