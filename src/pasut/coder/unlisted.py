"""What a token of no entry may be, by its clitic, repetition, prefix or capital."""

import re
from typing import Final

from pasut.coder.item import NOTHING, Item, begins_name
from pasut.packs.entry import Entry
from pasut.packs.pack import Pack
from pasut.tokens import Token

_PREFIXED: Final = re.compile(r"(?:mem|men|meng|meny|me[lrwymn]|di|ber|ter|memper|diper)[a-z]{3,}(?:-[a-z]+)?$")
_PREFIXES: Final = ("me", "di", "ber", "ter")
"""What all that `_PREFIXED` matches begins with: a look at most words is enough."""
_CLITICS: Final = ("nya", "lah", "kah", "pun", "ku", "mu")
QUOTES: Final = {'"', "“", "”", "„", "«", "»"}
_NUMBER: Final = frozenset(("number",))
_VERB: Final = frozenset(("verb",))


def guess_item(token: Token, pack: Pack, *, first: bool, loose: bool, offset: int) -> Item:
    """A token of no entry: take off a clitic or a repetition, else guess or leave it unknown."""
    item = Item(token.text, token.low, token.start + offset, token.end + offset)
    if len(token.low) == 1 and not token.low.isalnum():
        item.known = True
        item.low = '"' if token.text in QUOTES else item.low
        return item
    if token.text[0].isdigit():
        item.known, item.functions = True, _NUMBER
        return item
    if pack.syntax.clauses == "auxiliaries":
        item.known = _is_plain(token, first=first, loose=loose)
        return item
    base, item.nya = _bare_word(token.low, pack)
    plain = token.text[0].islower() or first or loose
    entry = single(base, pack)
    if entry and (plain or entry.nouns or entry.title):
        item.title, item.office = entry.title, entry.office
        item.nouns, item.classes = entry.nouns, entry.classes
        item.verbs = entry.verbs if plain else ()
        item.functions = entry.functions if not item.nya else NOTHING
        item.known = bool(entry.title or entry.nouns or entry.classes or item.verbs or item.functions)
    if not item.known:
        _guess(item, token, base, pack, plain=plain, first=first)
    return item


def _is_plain(token: Token, *, first: bool, loose: bool) -> bool:
    """Whether a word of no entry is an ordinary one: in lower case, or a compound that ends so (`Iran-backed`)."""
    if token.text[0].islower():
        return not begins_name(token.text)
    _head, dash, tail = token.text.rpartition("-")
    return bool(dash) and tail.islower() and len(tail) > 2


def _bare_word(low: str, pack: Pack) -> tuple[str, bool]:
    """A word without its repetition and clitic, and whether the clitic was -nya."""
    left, dash, right = low.partition("-")
    nya = False
    if dash and (left == right or right.endswith(left[1:]) or left == right.removesuffix("nya")):
        low, nya = left, right.endswith("nya") and not left.endswith("nya")
    if low.endswith(_CLITICS):
        for clitic in _CLITICS:
            if low.endswith(clitic) and len(low) > len(clitic) + 2 and single(low[: -len(clitic)], pack):
                return low[: -len(clitic)], clitic == "nya"
    return low, nya


def _guess(item: Item, token: Token, base: str, pack: Pack, *, plain: bool, first: bool) -> None:
    """A word of no entry at all: by its prefix a verb, by its capital a name, else an ordinary word."""
    item.nya = item.nya or (base.endswith("nya") and len(base) > 5)
    verbal = token.low.startswith(_PREFIXES) and _PREFIXED.match(token.low) is not None
    if begins_name(token.text) or not plain or (first and token.text[0].isupper() and not verbal):
        return
    if verbal and token.low not in pack.not_verbs and base not in pack.adverbs:
        item.functions = _VERB
    item.known = True


def single(low: str, pack: Pack) -> Entry | None:
    """The entry of a word alone, unless it names an actor."""
    lexeme = pack.lexicon.get(low)
    entry = lexeme.single if lexeme else None
    return None if entry is None or entry.code or entry.persons else entry
