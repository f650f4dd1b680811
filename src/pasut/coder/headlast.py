"""Noun phrases whose head is their last word: `Russian President Vladimir Putin`, `Iran's foreign ministry`, `the
Israeli air strikes`."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.item import Item
from pasut.coder.phrases import PRONOUNS, Phrase
from pasut.coder.refs import Ref

_POINTING: Final = frozenset(("demonstrative", "said_matter"))
_TELLING: Final = _POINTING | frozenset(("former", "owned", "owned_person", "press", "accusation", "expert", *PRONOUNS))
"""Kinds of little words that tell something of the phrase they stand in."""
_NUMBERED: Final = frozenset(("number", "quantifier", "both"))
_KIN: Final = frozenset(("kin", "partner"))
"""What one state may be to another: ally, neighbour, rival."""
_ONE: Final = frozenset(("a", "an", "another", "one"))
_TITLED: Final = frozenset(("person", "organ", "force", "people", "territory", "company"))


def read_head_last(items: list[Item], first: int, last: int) -> Phrase:
    """The noun phrase made of items `first` to `last` (exclusive)."""
    phrase = Phrase(items[first:last], first, last, items[first].start, items[last - 1].end)
    inner = _without_brackets(phrase.items)
    _take_functions(phrase, inner)
    if len(inner) > 2 and not phrase.pronoun and _is_epithet(inner):
        phrase.pronoun = "that_state"
    owners, head = _split_owner(inner)
    if owners and any(not item.functions.isdisjoint(_KIN) for item in head[:-1]) and _refs_of(head):
        owners, phrase.pronoun = [], ""  # `Russia's ally Belarus`
    _read_head(phrase, head, _refs_of(owners))
    if phrase.events and not phrase.actors and "determiner" in items[first].functions and items[first].low == "the":
        phrase.det = _ends_at(items, last)  # `the attack` and no more points back
    return phrase


def _ends_at(items: Sequence[Item], last: int) -> bool:
    """Whether no more is said of the noun before `last`: `condemned the drills as reckless`, `... in a statement`."""
    after = items[last] if last < len(items) else None
    if after is None or "preposition" not in after.functions or "apart" in after.functions:
        return True
    return any(item.time is not None or "speech_noun" in item.functions for item in items[last + 1 : last + 3])


def _is_epithet(items: Sequence[Item]) -> bool:
    """`the oil-rich country`, `the nuclear-armed regime`: a state told of before, by what it is like."""
    if items[0].low != "the" or "epithet" not in items[-1].classes or items[-1].low.endswith("s"):
        return False
    return all(item.text[0].islower() and not item.code and not item.functions & _NUMBERED for item in items[1:])


def _without_brackets(items: list[Item]) -> list[Item]:
    words = [item.low for item in items]
    if "(" not in words and ")" not in words:
        return items
    out, depth = [], 0
    for item in items:
        depth += (item.low == "(") - (item.low == ")")
        if not depth and item.low != ")":
            out.append(item)
    return out


def _take_functions(phrase: Phrase, items: Sequence[Item]) -> None:
    for at, item in enumerate(items):
        functions = item.functions
        if not functions or functions.isdisjoint(_TELLING):
            continue
        phrase.det = phrase.det or not functions.isdisjoint(_POINTING)
        phrase.former = phrase.former or "former" in functions
        phrase.nya = phrase.nya or "owned" in functions
        phrase.personal = phrase.personal or "owned_person" in functions
        phrase.press = phrase.press or "press" in functions
        if "accusation" in functions:
            phrase.anaphor = "accusation"
        if "expert" in functions and not phrase.expert:
            phrase.expert = "unnamed"
        if not phrase.pronoun:
            counts = "both" in functions and at + 1 < len(items) and not items[at + 1].functions
            phrase.pronoun = "" if counts else _pronoun(functions)


def _pronoun(functions: frozenset[str]) -> str:
    for name in PRONOUNS:
        if name in functions:
            return name
    return ""


def _split_owner(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """What stands before the last `'s`, and what after it."""
    for at in range(len(items) - 1, -1, -1):
        if "possessive" in items[at].functions:
            return items[:at], items[at + 1 :]
    return [], items


def _refs_of(items: Sequence[Item]) -> list[Ref]:
    """The actors that a stretch of items names; a person told after his state adds only his name."""
    refs: list[Ref] = []
    named = [item for item in items if item.code]
    if not named:
        return refs
    office = next((item.office for item in items if item.office), "")
    pair = any("pair" in item.functions for item in items)
    for item in named:
        if refs and item.person_id and not pair:
            if not refs[-1].person:
                refs[-1].person, refs[-1].end = item.person_id, item.end
            continue
        if refs and not pair:
            continue
        via = "nationals" if item.via == "people" else item.via
        refs.append(Ref(item.code, item.start, item.end, via, item.person_id, item.office or office))
    return refs


def _read_head(phrase: Phrase, items: list[Item], owners: list[Ref]) -> None:
    content = [
        item
        for item in items
        if not item.functions or "noun" in item.functions or item.title or item.nouns or item.classes or item.code
    ]
    phrase.leading = items[-1:] if not content else [*items[:-1], content[-1]][-3:]
    for item in items:
        if item.classes:
            phrase.classes |= item.classes
        if item.media is not None and not item.code:
            phrase.media = item
    refs = _refs_of(items)
    kind, event = _kind(content)
    named = bool(content) and content[-1].is_name
    if event is not None:
        phrase.events.append((event, event.nouns[0]))
        if phrase.nya:
            event.nya = True
    phrase.kind = kind
    actors = owners or refs
    if owners and refs and refs[0].person and not owners[0].person and kind in ("person", "state"):
        owners[0].person, owners[0].end = refs[0].person, refs[0].end
    if items and "kin" in items[-1].functions and all(ref.via != "body" for ref in actors):
        phrase.kin, phrase.owners = True, actors
    elif phrase.expert:
        phrase.expert = content[-1].text if named else phrase.expert
        phrase.owners = actors
    elif (kind in _TITLED and kind not in ("territory", "company")) or kind == "state":
        one = kind == "state" and not owners and items[0].low in _ONE  # `a jailed American`
        for ref in actors:
            if kind == "people" or (one and ref.via == "adjective"):
                ref.via = "nationals"
        phrase.refs = actors
    else:
        phrase.owners = actors


def _kind(content: Sequence[Item]) -> tuple[str, Item | None]:
    """What the phrase is, by its last telling item, and that item if it tells an event."""
    names = False
    for at in range(len(content) - 1, -1, -1):
        item = content[at]
        if item.code:
            if item.via == "person":
                return "person", None
            if item.via == "people":
                return "people", None
            before = content[at - 1] if at else None
            return (before.title if before is not None and before.low.endswith(" of") else "") or "state", None
        if item.is_name:
            names = True
            continue
        if item.title:
            return item.title, None
        if names:
            break
        if item.nouns:
            return "event", item
        if item.classes:
            return "thing", None
        return "noun", None
    return ("name" if names else "other"), None
