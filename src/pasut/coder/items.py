"""From a sentence to items: the longest known names, titles, verbs, nouns, things and little words, left to right.

An item keeps every reading its words have; the later passes choose by neighbours.
"""

import datetime as dt
import re

from pasut.coder.memory import Memory
from pasut.packs.lexicon import Form
from pasut.packs.load import Entry, Media, Pack
from pasut.text.times import TimeFind
from pasut.tokens import Token, tokenize
from pasut.world.load import World

_PREFIXED = re.compile(r"(?:mem|men|meng|meny|me[lrwymn]|di|ber|ter|memper|diper)[a-z]{3,}(?:-[a-z]+)?$")
_PARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|at)-[A-Z]")
"""The article of an Arabic name, as in `al-Beshir`."""
_QUOTES = {'"', "“", "”", "„", "«", "»"}
_OPENERS = _QUOTES | {":", "'"}
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_NOTHING: frozenset[str] = frozenset()


class Item:
    """One word or phrase of a sentence with its readings; offsets count characters of the article."""

    __slots__ = (
        "blocked", "classes", "code", "end", "functions", "known", "low", "media", "nouns", "nya", "office",
        "person_id", "start", "text", "time", "title", "verbs", "via",
    )  # fmt: skip

    def __init__(self, text: str, low: str, start: int, end: int) -> None:
        self.text, self.low, self.start, self.end = text, low, start, end
        self.code = ""
        self.via = ""
        self.person_id = ""
        self.title = self.office = ""
        self.verbs: tuple[Form, ...] = ()
        self.nouns: tuple[Form, ...] = ()
        self.classes: frozenset[str] = _NOTHING
        self.functions: frozenset[str] = _NOTHING
        self.media: Media | None = None
        self.blocked = ""
        self.nya = False
        self.known = False
        self.time: TimeFind | None = None

    @property
    def is_name(self) -> bool:
        """A capitalised word of no reading: perhaps part of a person's or place's name."""
        return not self.known and (self.text[:1].isupper() or _PARTICLE.match(self.text) is not None)

    @property
    def is_actor(self) -> bool:
        """Whether the item by itself names a state, a body, an armed group or a known person."""
        return bool(self.code)

    def __repr__(self) -> str:
        return f"<{self.text}>"


def scan_items(
    sentence: str,
    offset: int,
    pack: Pack,
    world: World,
    times: tuple[TimeFind, ...],
    *,
    headline: bool,
    memory: Memory,
    day: dt.date | None,
) -> list[Item]:
    """Cut `sentence` (which begins at `offset` of the article) into items.

    `memory` holds the names learnt in this article and the states it names; `day` picks the office a person held.
    """
    tokens = tokenize(sentence)
    shout = sentence.isupper()
    loose = headline or shout
    items: list[Item] = []
    times_at = {find.start: find for find in times}
    time_end, position, count = -1, 0, len(tokens)
    while position < count:
        token = tokens[position]
        if token.start < time_end:
            position += 1
            continue
        find = times_at.get(token.start)
        if find is not None and find.end > token.start:
            items.append(_time_item(sentence, find, offset))
            time_end = find.end
            position += 1
            continue
        first = position == 0 or tokens[position - 1].text in _OPENERS
        item, used = _lookup(tokens, position, pack, world, day, first=first, loose=loose, offset=offset)
        if item is None:
            made = _fallback(token, pack, first=first, loose=loose, offset=offset)
            items.extend(made)
            used = 1
        else:
            items.append(item)
        position += used
    for item in items:
        if not item.known and item.text[0].isupper():
            found = memory.names.get(item.text) or _short(item.text, pack, world, memory, day)
            if found:
                item.code, item.person_id = found
                item.via, item.known = "person", True
    return items


def _short(text: str, pack: Pack, world: World, memory: Memory, day: dt.date | None) -> tuple[str, str] | None:
    """A surname with no full name before it: a person of a state that the article names often, in office then."""
    best: tuple[float, str, str] | None = None
    for name in pack.shorts.get(text, ()):
        person = world.persons[name]
        code = person.state_on(day)
        count = memory.states.get(code.split(":")[0], 0)
        off = person.days_off(day)
        if count < 2 or off > 400:
            continue
        score = count - off / 100
        if best is None or score > best[0]:
            best = (score, code, name)
    if best is None:
        return None
    memory.names[text] = (best[1], best[2])
    return best[1], best[2]


def _time_item(sentence: str, find: TimeFind, offset: int) -> Item:
    text = sentence[find.start : find.end]
    item = Item(text, text.lower(), find.start + offset, find.end + offset)
    item.time, item.known = find, True
    return item


def _lookup(
    tokens: list[Token],
    position: int,
    pack: Pack,
    world: World,
    day: dt.date | None,
    *,
    first: bool,
    loose: bool,
    offset: int,
) -> tuple[Item | None, int]:
    token = tokens[position]
    found = pack.lexicon.get(token.low)
    if not found:
        return None, 1
    item: Item | None = None
    used = 1
    for entry in found:
        size = len(entry.words)
        if item is not None and size < used:
            break
        if size > 1 and not _matches(entry.words, tokens, position):
            continue
        made = _make(entry, tokens, position, world, day, first=first, loose=loose, offset=offset)
        if made is not None:
            item, used = made, size
            break
    return item, used


def _matches(words: tuple[str, ...], tokens: list[Token], position: int) -> bool:
    if position + len(words) > len(tokens):
        return False
    last = len(words) - 1
    for index in range(1, last):
        if tokens[position + index].low != words[index]:
            return False
    low = tokens[position + last].low
    return low == words[last] or low == words[last] + "nya"


def _make(
    entry: Entry,
    tokens: list[Token],
    position: int,
    world: World,
    day: dt.date | None,
    *,
    first: bool,
    loose: bool,
    offset: int,
) -> Item | None:
    token, last = tokens[position], tokens[position + len(entry.words) - 1]
    capital = token.text[0].isupper() or not token.text[0].isalpha()
    text = token.text if last is token else " ".join(t.text for t in tokens[position : position + len(entry.words)])
    item = Item(text, text.lower(), token.start + offset, last.end + offset)
    item.nya = last is not token and last.low.endswith("nya") and not entry.words[-1].endswith("nya")
    if (
        not capital
        and not loose
        and not entry.title
        and any(tokens[position + index].text[0].isupper() for index in range(1, len(entry.words)))
    ):
        return None
    if capital:
        _read_names(item, entry, world, day)
        if item.known and not (entry.functions and first and entry.code == ""):
            item.title, item.office = entry.title, item.office or entry.office
            return item
    plain = not capital or first or loose
    if entry.title:
        item.title, item.office, item.known = entry.title, entry.office, True
    if entry.functions and plain:
        item.functions, item.known = entry.functions, True
    if entry.blocked and (capital or entry.blocked == "phrase"):
        item.blocked, item.known = entry.blocked, True
    if entry.nouns:
        item.nouns, item.known = entry.nouns, True
    if plain and entry.verbs:
        item.verbs, item.known = entry.verbs, True
    if entry.classes:
        item.classes, item.known = entry.classes, True
    return item if item.known else None


def _read_names(item: Item, entry: Entry, world: World, day: dt.date | None) -> None:
    if entry.blocked:
        item.blocked, item.known = entry.blocked, True
    elif entry.code:
        item.code, item.via, item.known = entry.code, entry.alias_kind, True
    elif entry.persons:
        holder = min((world.persons[name] for name in entry.persons), key=lambda person: person.days_off(day))
        term = holder.term_on(day)
        item.code, item.person_id, item.office = term.state, holder.id, term.office
        item.via, item.known = "person", True
    if entry.media:
        item.media, item.known = entry.media, True


def _fallback(token: Token, pack: Pack, *, first: bool, loose: bool, offset: int) -> list[Item]:
    """A token of no entry: take off a clitic or a repetition, split a pair of states, else guess or leave it unknown."""
    if "-" in token.text:
        pair = _pair(token, pack, offset)
        if pair:
            return pair
    item = Item(token.text, token.low, token.start + offset, token.end + offset)
    low = token.low
    if len(low) == 1 and not low.isalnum():
        item.known = True
        if token.text in _QUOTES:
            item.low = '"'
        return [item]
    if token.text[0].isdigit():
        item.known, item.functions = True, frozenset(("number",))
        return [item]
    left, dash, right = low.partition("-")
    if dash and (left == right or right.endswith(left[1:]) or left == right.removesuffix("nya")):
        low = left
    nya = bool(dash) and low == left and right.endswith("nya") and not left.endswith("nya")
    for clitic in _CLITICS:
        if low.endswith(clitic) and len(low) > len(clitic) + 2:
            base = low[: -len(clitic)]
            if _single(base, pack):
                low, nya = base, clitic == "nya"
                break
    plain = token.text[0].islower() or first or loose
    entry = _single(low, pack)
    if entry and (plain or entry.nouns or entry.title):
        item.nya = nya
        item.title, item.office = entry.title, entry.office
        item.nouns, item.classes = entry.nouns, entry.classes
        item.verbs = entry.verbs if plain else ()
        item.functions = entry.functions if not nya else _NOTHING
        item.known = bool(entry.title or entry.nouns or entry.classes or item.verbs or item.functions)
        if item.known:
            return [item]
    item.nya = nya or (low.endswith("nya") and len(low) > 5)
    if _PARTICLE.match(token.text):
        return [item]
    if plain and not (first and token.text[0].isupper() and not _PREFIXED.match(token.low)):
        if _PREFIXED.match(token.low) and token.low not in pack.not_verbs:
            item.functions = frozenset(("verb",))
        item.known = True
    return [item]


def _single(low: str, pack: Pack) -> Entry | None:
    for entry in pack.lexicon.get(low, ()):
        if len(entry.words) == 1 and not entry.code and not entry.persons:
            return entry
    return None


def _pair(token: Token, pack: Pack, offset: int) -> list[Item]:
    """`AS-China` and `Rusia-Ukraina` are two states joined, not a word repeated."""
    parts = token.text.split("-")
    out: list[Item] = []
    at = token.start
    for part in parts:
        code = pack.aliases.get(part.casefold()) if part[:1].isupper() else None
        if code is None:
            return []
        item = Item(part, part.lower(), at + offset, at + len(part) + offset)
        item.code, item.via, item.known = code, "name", True
        if out:
            joint = Item("-", "-", at - 1 + offset, at + offset)
            joint.known, joint.functions = True, frozenset(("coordinator", "pair"))
            out.append(joint)
        out.append(item)
        at += len(part) + 1
    return out if len(out) > 2 else []


def count_states(text: str, pack: Pack) -> dict[str, int]:
    """How often a text names each state, body or group, by name alone: what the text is about."""
    counts: dict[str, int] = {}
    tokens = tokenize(text)
    for position, token in enumerate(tokens):
        if token.text[0].isupper():
            for entry in pack.lexicon.get(token.low, ()):
                if entry.code and _matches(entry.words, tokens, position):
                    code = entry.code.split(":")[0]
                    counts[code] = counts.get(code, 0) + 1
                    break
    return counts
