"""What becomes of items and verbs while a sentence is grouped by its order: apostrophes told apart, times moved out of
noun phrases, phrasal verbs joined with a preposition that stands apart."""

from collections.abc import Sequence
from typing import Final

import msgspec

from pasut.coder.item import Item
from pasut.coder.phrases import Chunk, Phrase, Verb, Word
from pasut.packs.entry import Form
from pasut.packs.pack import Pack

ENDS: Final = frozenset((
    "preposition", "coordinator", "contrast", "complementizer", "relative", "purpose", "condition", "after", "before",
    "while", "cause", "concession", "result", "without", "according", "both_of", "verb", "question", "be", "have", "do",
    "modal", "to", "negator", "future", "possible", "obligation", "hearsay", "reciprocal",
))  # fmt: skip
"""Little words with which another phrase begins."""
OPENS: Final = frozenset(("determiner", "owned", "demonstrative"))
"""Words that open a noun phrase."""


DOCUMENTS: Final = frozenset(("treaty", "deal", "memorandum", "resolution", "ceasefire"))
"""What is called by the year it was made in."""
_AUXILIARIES: Final = frozenset(("future", "modal", "have", "be", "possible", "obligation"))
_NAMED: Final = 5
"""How many words on from the year its name may end: `the 2016 military intelligence-sharing pact`."""
_BEHIND: Final = 4
_AHEAD: Final = 3
_YEAR: Final = 364
_PASTS: Final = frozenset(("past", "past_or_participle"))


def mark_possessives(items: Sequence[Item]) -> None:
    """Tell `'s` and the bare apostrophe after a plural apart from quotation marks."""
    for at, item in enumerate(items):
        if item.low == "'s":
            item.functions, item.known = frozenset(("possessive",)), True
        elif item.low == "'" and at and items[at - 1].low.endswith("s") and items[at - 1].end == item.start:
            item.functions = frozenset(("possessive",))


def drop_asides(items: list[Item]) -> None:
    """`will not, however, meet X`: a word of contrast between commas parts an auxiliary from its verb."""
    for at in range(len(items) - 4, 0, -1):
        parted = items[at].low == items[at + 2].low == "," and "contrast" in items[at + 1].functions
        if parted and not items[at - 1].functions.isdisjoint(_AUXILIARIES):
            del items[at : at + 3]


def move_times(items: list[Item]) -> None:
    """`at a 2002 summit`: a time inside a noun phrase is told before it; `will not, however, meet X` is mended."""
    drop_asides(items)
    for at in range(1, len(items) - 1):
        after = items[at + 1]
        if items[at].time is None or after.time is not None or not after.text[:1].isalpha() or after.functions & ENDS:
            continue
        first = at - 1
        while first > at - 3 and first > 0 and not items[first].functions and items[first].text.islower():
            first -= 1  # `a landmark June summit`
        is_open = not items[first].functions.isdisjoint(OPENS)
        if _names_one(items, at, first if is_open else at):
            name_year(items[at])
        if not is_open:
            continue
        if first and "preposition" in items[first - 1].functions:
            first -= 1
        items.insert(first, items.pop(at))


def _names_one(items: Sequence[Item], at: int, first: int) -> bool:
    """`the 2018 agreement`, `2008 presidential hopeful X`: whether a year in a noun phrase is no time of an act."""
    named = items[at + 1 : at + _NAMED]
    if any(not item.classes.isdisjoint(DOCUMENTS) for item in named):
        return first < at
    before = items[first - 1] if first else None
    if before is not None and not (before.functions & {"coordinator", "relative"} or before.low in (",", '"')):
        return False
    return named[0].text.islower() and not any(item.nouns or item.verbs or item.time for item in named[:_AHEAD])


def name_year(item: Item) -> None:
    """`the 2018 agreement`: a year that names a document tells not when anything else was done."""
    time = item.time
    if time is None or time.when is None or time.when.first is None or time.when.last is None:
        return
    if (time.when.last - time.when.first).days >= _YEAR:
        item.time = msgspec.structs.replace(time, kind="inside-name")


def name_year_after(items: Sequence[Item], at: int) -> None:
    """`perjanjian militer tahun 2018`: the year right behind the words for a document, without a preposition."""
    for item in reversed(items[max(0, at - _BEHIND) : at]):
        if item.functions or item.verbs:
            return
        if not item.classes.isdisjoint(DOCUMENTS):
            name_year(items[at])


def part_before_times(items: list[Item], linking: Sequence[str]) -> None:
    """`agreed on Monday to`: the preposition of a time is none of the verb."""
    for at in range(len(items) - 2, -1, -1):
        parts = items[at].parts
        if parts and items[at + 1].time is not None and parts[-1].low in linking and len(parts) > 1:
            items[at : at + 1] = parts


def parted_forms(verb: Verb, prep: str, pack: Pack) -> tuple[Form, ...]:
    """The readings of a verb with a preposition that does not stand right after it, in the verb's own form."""
    lexeme = pack.lexicon.get(verb.item.low)
    first, _, rest = prep.partition(" ")
    entries = lexeme.longer.get(first, ()) if lexeme is not None else ()
    voices = {form.voice for form in verb.forms}
    if not voices.isdisjoint(_PASTS):
        voices |= _PASTS
    words = (verb.item.low, *prep.split()) if rest else (verb.item.low, prep)
    found = next((entry.verbs for entry in entries if entry.words == words), ())
    return tuple([form for form in found if form.voice in voices])


def rejoin(chunks: Sequence[Chunk], phrase: Phrase, pack: Pack) -> None:
    """`flew on Monday to Amman`: a phrasal verb whose preposition stands behind a time or an adverb."""
    verb = parted_verb(chunks)
    forms = parted_forms(verb, phrase.prep, pack) if verb is not None else ()
    if verb is not None and forms:
        verb.forms = forms
        if all(form.frame.prep.get(phrase.prep) is None for form in forms):
            phrase.prep = ""


def parted_verb(chunks: Sequence[Chunk]) -> Verb | None:
    """The verb before, with at least one time or adverb and nothing else after it."""
    at = len(chunks) - 1
    while at >= 0 and isinstance(word := chunks[at], Word) and word.kind in ("time", "aux"):
        at -= 1
    verb = chunks[at] if 0 <= at < len(chunks) - 1 else None
    return verb if isinstance(verb, Verb) else None


def _is_plural_verb(chunk: Chunk) -> bool:
    return isinstance(chunk, Verb) and any(form.voice == "base" for form in chunk.forms)


def join_pair(chunks: list[Chunk]) -> None:
    """`India, China agree`: in a headline a comma joins two subjects."""
    for at in range(len(chunks) - 3):
        one, link, two, verb = chunks[at : at + 4]
        if (
            isinstance(one, Phrase) and isinstance(two, Phrase) and one.refs and two.refs and not one.prep
            and not two.prep and isinstance(link, Word) and link.kind == "," and _is_plural_verb(verb)
        ):  # fmt: skip
            link.kind = "conj"
