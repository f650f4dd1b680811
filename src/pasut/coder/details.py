"""What a claim tells besides who did what to whom: its contexts, how much or many, and where.

All read from the act's own clause: from the act to the next verb or the clause's end.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from pasut.coder.act import Act
from pasut.coder.clauses import Links
from pasut.coder.item import Item
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.packs.details import Amounts, DetailWords
from pasut.records import Article

_ENDS: Final = frozenset(("demonstrative", "number", "coordinator", "relative"))
_UNIT: Final = 3
"""How many words a unit has at most: `kontainer amunisi`, `jet tempur F-16`."""
_ELSEWHERE: Final = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONCEDE"))
"""Acts in words, whose clause tells where others act: only a place at the head of the sentence is theirs."""
_COUNTED: Final = frozenset(
    ("AID", "COOPERATE", "RETREAT", "MOBILIZE", "COERCE", "ASSAULT", "SANCTION", "AGREE", "REQUEST")
)
_UNPLACED: Final = frozenset(("letter", "phone"))
_PLACED: Final = frozenset(("name", "short", "former", "capital", "city", "nickname"))
"""How a code must have been reached for its words to be a place."""
_BLOCKED: Final = frozenset(("sea", "region", "place"))


class Details(NamedTuple):
    """The further fields of a claim."""

    contexts: tuple[str, ...] = ()
    quantity: str | None = None
    place: str | None = None


def details_of(act: Act, links: Links, text: str, offset: int, words: DetailWords) -> Details:
    """The further fields of one act of a sentence whose first character stands at `offset` of the article."""
    own, head = _own_phrases(act, links), _head(act, links)
    placed = [] if act.mode in _UNPLACED else [*head] if act.type in _ELSEWHERE else [*own, *head]
    counted = own if act.type in _COUNTED else []
    return Details(
        contexts=_contexts(act, links, own, text[max(act.start - offset, 0) :], words),
        quantity=next(filter(None, (_quantity(phrase, text, offset, words) for phrase in counted)), None),
        place=next(filter(None, (_place(phrase, act, words) for phrase in placed)), None),
    )


def dateline_place(article: Article, codes: Iterable[str], aliases: Mapping[str, str]) -> str | None:
    """The dateline, where its city lies in a state that takes part: what a lead tells without a place happened there;
    a dateline elsewhere is only where the newsroom is."""
    code = aliases.get((article.dateline or "").casefold())
    return article.dateline if code is not None and code in codes else None


def _own_phrases(act: Act, links: Links) -> list[Phrase]:
    """The phrases of the act's clause: the event noun itself, those after it, then the subject of a passive."""
    chunk = links.chunks[act.chunk]
    after = links.after(act.chunk)
    found = [phrase for _, phrase in sorted([*after.objects, *after.preps], key=itemgetter(0))]
    if isinstance(chunk, Phrase):
        return [chunk, *found]
    subject = links.subject(act.chunk) if isinstance(chunk, Verb) and chunk.voice != "active" else None
    return found if subject is None else [*found, subject]


def _head(act: Act, links: Links) -> tuple[Phrase, ...]:
    """`Di Jenewa, AS dan China berunding`: the phrase that opens the sentence, where it has a preposition."""
    first = links.chunks[0]
    return (first,) if isinstance(first, Phrase) and first.prep and first.start < act.start else ()


# -- contexts


def _contexts(act: Act, links: Links, own: Sequence[Phrase], text: str, words: DetailWords) -> tuple[str, ...]:
    subject = links.subject(act.chunk) if isinstance(links.chunks[act.chunk], Verb) else None
    if act.type in words.rules.about["types"]:
        items = _clause(act, links)
    else:
        items = [item for phrase in own for item in phrase.items]
        text = " ".join(item.low for item in items)
    if subject is not None and subject.kind == "force":
        items = [*items, *subject.items]
    return contexts_of(act, items, text, words)


def _clause(act: Act, links: Links) -> list[Item]:
    """The items from an act in words to the end of what is said, asked or promised."""
    items: list[Item] = []
    for chunk in links.chunks[act.chunk :]:
        if isinstance(chunk, Word) and chunk.kind in (".", ";", "contrast"):
            break
        items.extend(chunk.items if isinstance(chunk, Phrase) else [chunk.item])
    return items


def contexts_of(act: Act, items: Sequence[Item], text: str, words: DetailWords) -> tuple[str, ...]:
    """PLOVER contexts: what the act always is, what the things and acts it speaks of are, else the type's commonest."""
    rules = words.rules
    kind = f"{act.type}.{act.mode}"
    base = rules.always.get(kind, rules.always.get(act.type, ()))
    classed = [each for item in items if item.classes for each in sorted(item.classes)]
    found = [name for each in classed for name in rules.classes.get(each, ())]
    found += [name for name, _ in words.contexts.find(text)]
    if act.type in rules.about["types"]:
        found += [name for item in items if item.nouns or item.verbs for name in _spoken_of(item, words)]
    allowed = rules.only.get(act.type)
    topics = [name for name in found if allowed is None or name in allowed]
    return tuple(dict.fromkeys([*base, *topics] or rules.otherwise.get(kind, rules.otherwise.get(act.type, ()))))


def _spoken_of(item: Item, words: DetailWords) -> tuple[str, ...]:
    """The contexts of the act that a word of the clause names: an attack that is condemned is military."""
    frame = (item.nouns or item.verbs)[0].frame
    if frame.type not in ("ASSAULT", "MOBILIZE", "AID", "COOPERATE", "COERCE"):
        return ()
    return words.rules.always.get(f"{frame.type}.{frame.mode}", words.rules.always.get(frame.type, ()))


# -- quantities


def _quantity(phrase: Phrase, text: str, offset: int, words: DetailWords) -> str | None:
    """`1.000 kontainer amunisi (= 1000)`, `lebih dari USD 50 juta (> 50000000 USD)`: as written, then as one number."""
    first, last = phrase.start - offset, phrase.end - offset
    for found in words.number.finditer(text, _with_bound(text, first), last):
        if found.end() <= first:
            continue
        currency = found["after"] or found["before"]
        unit = [] if currency else _unit(phrase, found.end() + offset, words.amounts.not_units)
        if not currency and not unit:
            continue
        end = unit[-1].end - offset if unit else found.end()
        written = re.sub(r"\s+", " ", text[found.start() : end])
        return written if found["vague"] else f"{written} ({_normal(found, words.amounts)})"
    return None


def _with_bound(text: str, first: int) -> int:
    """Where to begin, so that `lebih dari` before the phrase is seen too: three words back."""
    at = first
    for _ in range(3):
        at = text.rfind(" ", 0, max(at - 1, 0)) + 1
    return at


def _unit(phrase: Phrase, after: int, not_units: frozenset[str]) -> list[Item]:
    """The words right after a number that say what is counted: up to an actor, a title or another number."""
    unit: list[Item] = []
    for item in phrase.items:
        if item.start < after:
            continue
        apart = item.start - after > 1 or not item.low[0].isalnum()
        if apart or item.code or item.time or item.functions & _ENDS or item.low.removesuffix("nya") in not_units:
            break
        unit.append(item)
        after = item.end
        if len(unit) == _UNIT:
            break
    return unit if unit and unit[0].known and unit[0].text[0].islower() else []


def _normal(found: re.Match[str], amounts: Amounts) -> str:
    """The number in plain digits, with its bound and its currency."""
    low = {name: (value or "").lower() for name, value in found.groupdict().items()}
    value = _value(found["digits"], amounts) if found["digits"] else float(amounts.numbers[low["word"]])
    for scale in low["scales"].split():
        value *= amounts.scales[scale]
    money = {**amounts.before, **amounts.after}
    code = next((code for word, code in money.items() if word.lower() in (low["after"] or low["before"],)), "")
    sign = amounts.bounds.get(low["bound"], "=")
    return f"{sign} {value:.10g} {code}".rstrip() if value % 1 else f"{sign} {int(value)} {code}".rstrip()


def _value(digits: str, amounts: Amounts) -> float:
    """`1.000` as 1000 and `1,5` as 1.5 where the language writes them so; `1.5` can only be a decimal."""
    groups = digits.split(amounts.thousands)
    if all(len(group.split(amounts.decimal)[0]) == 3 for group in groups[1:]):
        digits = digits.replace(amounts.thousands, "")
    parts = re.split(r"[.,]", digits)
    return float(parts[0] + ("." + "".join(parts[1:]) if len(parts) > 1 else ""))


# -- places


def _place(phrase: Phrase, act: Act, words: DetailWords) -> str | None:
    """The words of a phrase that says where: a state, a city, a sea, a region, or an unknown name after `di`."""
    preps = words.towards if act.mode == "visit" else words.at
    if phrase.prep not in preps or phrase.kind in ("person", "organ", "force", "people", "event"):
        return None
    items = list(itertools.takewhile(lambda item: not item.functions & _ENDS, phrase.items))
    known = any(item.blocked in _BLOCKED or (item.code and item.via in _PLACED) for item in items)
    named = phrase.kind in ("name", "territory") and any(item.is_name for item in items)
    return " ".join(item.text for item in items).replace(" ,", ",").strip(" ,;") if known or named else None
