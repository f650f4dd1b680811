"""What becomes of the items of a sentence before they are grouped by their order: apostrophes told apart, times moved
out of noun phrases."""

from collections.abc import Sequence

from pasut.coder.item import Item

ENDS = frozenset((
    "preposition", "coordinator", "contrast", "complementizer", "relative", "purpose", "condition", "after", "before",
    "while", "cause", "concession", "result", "without", "according", "both_of", "verb", "question", "be", "have", "do",
    "modal", "to", "negator", "future", "possible", "obligation", "hearsay", "reciprocal",
))  # fmt: skip
"""Little words with which another phrase begins."""
OPENS = frozenset(("determiner", "owned", "demonstrative"))
"""Words that open a noun phrase."""


def mark_possessives(items: Sequence[Item]) -> None:
    """Tell `'s` and the bare apostrophe after a plural apart from quotation marks."""
    for at, item in enumerate(items):
        if item.low == "'s":
            item.functions, item.known = frozenset(("possessive",)), True
        elif item.low == "'" and at and items[at - 1].low.endswith("s") and items[at - 1].end == item.start:
            item.functions = frozenset(("possessive",))


def move_times(items: list[Item]) -> None:
    """`at a 2002 summit`: a time inside a noun phrase is told before it."""
    for at in range(1, len(items) - 1):
        after = items[at + 1]
        if items[at].time is None or after.time is not None or not after.text[:1].isalpha() or after.functions & ENDS:
            continue
        first = at - 1
        while first > at - 3 and first > 0 and not items[first].functions and items[first].text.islower():
            first -= 1  # `a landmark June summit`
        if not items[first].functions & OPENS:
            continue
        if first and "preposition" in items[first - 1].functions:
            first -= 1
        items.insert(first, items.pop(at))
