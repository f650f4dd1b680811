"""Words that are not what the lexicon says: `Chad O'Carroll` is a person; `pemerintah dukungan X` is not X's own; `X
menggunakan Y` has a verb."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.item import Item
from pasut.packs.words import Syntax

_OPENS: Final = frozenset((
    "preposition", "coordinator", "contrast", "complementizer", "according", "relative", "cause", "while", "after",
    "before", "condition", "copula", "concession", "result",
))  # fmt: skip
"""What a word may be before a noun phrase: a noun there has the state for its owner (`sandera Israel Eden`)."""


_BACKED: Final = frozenset(("organ", "force", "people", "government"))
"""Titles of what another state may stand behind."""


def unname_backers(items: Sequence[Item], syntax: Syntax) -> None:
    """`pemerintah Kabul dukungan X`: take the state from who only stands behind a body, and the act from the noun."""
    backed = syntax.backed
    for at, item in enumerate(items[1:-1], 1):
        if item.low in backed and items[at + 1].code and _is_body(items, at - 1):
            item.nouns, item.classes = (), frozenset()
            items[at + 1].code = items[at + 1].via = ""


def _is_body(items: Sequence[Item], at: int) -> bool:
    """Whether a government, force or group stands here, its state behind it or not."""
    head = items[at - 1] if items[at].code and at else items[at]
    return head.title in _BACKED and not head.functions


def unname_states(items: Sequence[Item], syntax: Syntax) -> None:
    """Take the state from a given name with an unknown surname after it, where the two begin their phrase."""
    for at, item in enumerate(items[:-1]):
        if item.code and item.low in syntax.given and _is_surname(item, items[at + 1], syntax):
            if _begins(items[at - 1] if at else None, syntax):
                item.code = item.via = ""
                item.known = False


def _is_surname(given: Item, after: Item, syntax: Syntax) -> bool:
    """`O'Carroll`, not `Utara`, `Aerospace`: a capitalised word right after that no state has behind its name; or the
    surname of somebody of another state (`Georgia Meloni`)."""
    foreign = after.via == "person" and " " not in after.text and after.code != given.code
    return (after.is_name or foreign) and after.start == given.end + 1 and after.low not in syntax.no_surname


def _begins(before: Item | None, syntax: Syntax) -> bool:
    """Whether a phrase begins after this item; in English also after a title, which stands before a name alone."""
    if before is None or (len(before.low) == 1 and not before.low.isalnum()):
        return True
    if before.low in syntax.of:
        return False
    if syntax.clauses == "auxiliaries" and before.title == "person":
        return True
    nominal = before.title or before.nouns or before.classes or before.code
    return not nominal and bool(before.verbs or before.time or not before.functions.isdisjoint(_OPENS))


_AUX: Final = frozenset(("future", "possible", "done", "ongoing", "negator", "hearsay", "obligation"))


def use_verbs(items: Sequence[Item], syntax: Syntax) -> None:
    """`Rusia menggunakan drone untuk menyerang Kyiv`: a preposition right after who does it is the clause's verb."""
    using = syntax.using
    for at, item in enumerate(items):
        if item.low not in using or not at:
            continue
        left = at - 1
        while left and not items[left].functions.isdisjoint(_AUX) and not items[left].code:
            left -= 1
        if items[left].code and not _has_verb(items[:left]):
            item.functions = frozenset(("verb",))


def _has_verb(items: Sequence[Item]) -> bool:
    """Whether the clause that these items end has a verb already."""
    for item in reversed(items):
        if item.low in (",", ".", ";", ":", '"') or "complementizer" in item.functions:
            return False
        if item.verbs or "verb" in item.functions or "preposition" in item.functions:
            return True
    return False


def are_sides(items: Sequence[Item], lead: int) -> bool:
    """Whether what a hyphen joins are states, or two persons of two: `Trump-Putin`, not `Prabowo-Gibran`."""
    persons = [item.code for item in items if item.via == "person"]
    return not persons or (len(set(persons)) == 2 and len(items) == 3 and not lead)
