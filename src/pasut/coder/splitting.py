"""Phrasal verbs whose object stands before their last words: `turned the offer down`, `declared a diplomat persona non
grata`. What comes in is a verb group and the items after it; what goes out is the reading of the whole."""

from typing import Final

from pasut.coder.auxiliaries import Group, Groups
from pasut.coder.item import Item
from pasut.packs.entry import Entry, Form

_REACH: Final = 9
_FAR_REACH: Final = 16
"""How many items on the last words of a phrasal verb may stand; those of three or more words, which mean nothing else,
further."""
_LONG: Final = 3
_PASTS: Final = frozenset(("past", "past_or_participle", "participle"))
_STOPS: Final = frozenset((
    "be", "have", "do", "modal", "complementizer", "relative", "contrast", "condition", "after", "before", "cause",
    "result", "concession",
))  # fmt: skip
"""Little words beyond which no word belongs to the verb before."""
_AFTER: Final = frozenset(
    ("preposition", "coordinator", "to", "contrast", "while", "after", "before", "cause", "complementizer")
)
"""Little words before which a particle stands at its end: `called the envoy in over the arrest`."""


_OF_TIMES: Final = frozenset(("in", "on", "over", "by"))
"""Particles that are as well the preposition of a time."""


def take_split(items: list[Item], group: Group, groups: Groups) -> tuple[Form, ...]:
    """The forms of a phrasal verb whose last words stand behind its object, which are taken out of `items`; or none."""
    lexeme = groups.pack.lexicon.get(group.item.low) if group.voice == "active" and not group.item.parts else None
    if lexeme is None or not lexeme.longer or group.end >= len(items):
        return ()
    opens = items[group.end]
    if "preposition" in opens.functions or not (opens.text[0].isalnum() or opens.low == '"'):
        return ()
    for at in range(group.end + 1, min(group.end + _FAR_REACH, len(items))):
        item = items[at]
        if not item.functions.isdisjoint(_STOPS) or (not item.text[0].isalnum() and item.low not in ('"', "'s", "'")):
            return ()
        for entry in lexeme.longer.get(item.low.partition(" ")[0], ()):
            used = _used(items, at, entry)
            forms = _forms(entry, group) if used else ()
            if forms and _may_end(items, at, used, group.end) and _fits(forms, items[group.end : at]):
                del items[at : at + used]
                groups.changed()
                return forms
        if item.verbs and not item.nouns and not item.functions and not item.low.endswith("ing"):
            return ()
    return ()


def unbidding(group: Group) -> tuple[Form, ...]:
    """The forms of a verb but for those of bids, which need somebody who is told to do something."""
    return tuple([form for form in group.forms if not form.frame.bidding])


def _used(items: list[Item], at: int, entry: Entry) -> int:
    """How many items from `at` on are the rest of the entry's words; 0 where they are not."""
    rest, used = " ".join(entry.words[1:]), 0
    while rest and at + used < len(items):
        low = items[at + used].low
        if rest != low and not rest.startswith(f"{low} "):
            return 0
        rest = rest[len(low) + 1 :]
        used += 1
    return 0 if rest else used


def _forms(entry: Entry, group: Group) -> tuple[Form, ...]:
    voices = {form.voice for form in group.forms}
    if not voices.isdisjoint(_PASTS):
        voices |= _PASTS
    return tuple([form for form in entry.verbs if form.split and (form.voice in voices or not voices)])


def _may_end(items: list[Item], at: int, used: int, opens: int) -> bool:
    """Whether the words end the verb where they stand: no noun after a particle, and the object not too long."""
    if len(" ".join([item.low for item in items[at : at + used]]).split(" ")) >= _LONG:
        return True
    if at - opens > _REACH or any("coordinator" in item.functions for item in items[opens:at]):
        return False
    last = items[at + used - 1]
    after = items[at + used] if at + used < len(items) else None
    if after is None or "preposition" not in last.functions:
        return True
    if after.time is not None:
        return last.low not in _OF_TIMES  # `sent tanks to Kyiv in March`
    return not after.text[0].isalnum() or not after.functions.isdisjoint(_AFTER)


def _fits(forms: tuple[Form, ...], between: list[Item]) -> bool:
    """Whether what stands between is what the verb asks for, where that decides its meaning."""
    if any("preposition" in item.functions for item in between[:1]):
        return False
    for form in forms:
        wanted = {name for sense in form.frame.senses for name in sense.object}
        events = {kind for sense in form.frame.senses for kind in sense.event}
        if form.frame.type is not None or form.frame.kind in ("speech", "light", "control"):
            return True
        for item in between:
            if not item.classes.isdisjoint(wanted) or any(noun.frame.type in events for noun in item.nouns):
                return True
    return False
