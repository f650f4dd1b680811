"""From items to chunks, left to right: verb groups, noun phrases, and the little words between them."""

from typing import Final

from pasut.coder.analytic import chunk_by_order
from pasut.coder.bids import settle_bids
from pasut.coder.given import use_verbs
from pasut.coder.item import Item
from pasut.coder.joins import join_phrases
from pasut.coder.phrases import PRONOUNS, Chunk, Verb, Word, read_phrase
from pasut.coder.settling import name_year_after
from pasut.packs.entry import Form
from pasut.packs.pack import Pack

_AUX: Final = frozenset(
    ("negator", "not_negator", "future", "possible", "obligation", "hearsay", "done", "ongoing", "reciprocal")
)
_AUX_OR_MUST: Final = _AUX | {"must", "refusal"}
_VERBAL: Final = _AUX_OR_MUST | {"verb"}
"""What a word may be that begins a verb group, if the lexicon has no verb of it."""
_SUB: Final = frozenset((
    "relative", "complementizer", "purpose", "condition", "after", "before", "while", "cause", "concession", "result",
    "without",
))  # fmt: skip
_PREPOSED: Final = frozenset(("preposition",))
_COUNTS: Final = frozenset(("quantifier", "number"))
_MODAL: Final = frozenset(("possible", "future", "hearsay", "obligation"))
_BEFORE_BARE: Final = frozenset(("future", "possible", "obligation", "negator"))
_GOVERNING: Final = frozenset(("speech", "deny", "control"))
"""Kinds of verbs that a headline lets a bare verb follow: `Ukraina Klaim Tembak Jatuh Jet Rusia`."""
_PERSONAL: Final = frozenset(("first_person", "third_plural", "third_singular"))
_PRONOUNS: Final = frozenset(PRONOUNS)
_ENDS: Final = frozenset((
    "preposition", "coordinator", "contrast", "complementizer", "relative", "purpose", "condition", "after", "before",
    "while", "cause", "concession", "result", "without", "according", "copula", "both_of", "verb", "question",
))  # fmt: skip
_STOPS: Final = frozenset((
    "preposition", "contrast", "complementizer", "relative", "purpose", "condition", "according", "copula",
))  # fmt: skip


def chunk_items(items: list[Item], pack: Pack, *, headline: bool) -> list[Chunk]:
    """Group the items of a sentence into chunks, left to right, in one pass."""
    if pack.syntax.clauses == "auxiliaries":
        return chunk_by_order(items, pack, headline=headline)
    chunks = _by_affixes(items, pack, headline=headline)
    settle_bids(chunks, items)
    return join_phrases(chunks, pack)


def _by_affixes(items: list[Item], pack: Pack, *, headline: bool) -> list[Chunk]:
    chunks: list[Chunk] = []
    position, count = 0, len(items)
    prep: Item | None = None
    use_verbs(items, pack.syntax)
    while position < count:
        item = items[position]
        if item.time is not None:
            prep = None
            if position:
                name_year_after(items, position)
            chunks.append(Word("time", item, item.functions))
            position += 1
            continue
        verbal = item.verbs or not item.functions.isdisjoint(_VERBAL)
        verb = _verb_group(items, position, pack, headline=headline) if verbal else None
        if verb is not None:
            if prep is not None:
                chunks.append(Word("sub", prep, prep.functions))
                prep = None
            group, position = verb
            group.index = len(chunks)
            chunks.append(group)
            continue
        kind = _word_kind(items, position, pack, headline)
        if kind == "prep":
            if prep is not None:
                chunks.append(Word("prep", prep, prep.functions))
            prep = item
            position += 1
            continue
        if kind:
            if prep is not None:
                chunks.append(Word("prep", prep, prep.functions))
                prep = None
            chunks.append(Word(kind, item, item.functions))
            position += 1
            continue
        end = _phrase_end(items, position, pack, headline=headline)
        phrase = read_phrase(items, position, end)
        if prep is not None:
            phrase.prep = prep.low
            prep = None
        chunks.append(phrase)
        position = end
    if prep is not None:
        chunks.append(Word("prep", prep, prep.functions))
    return chunks


def is_verb(items: list[Item], position: int, *, headline: bool) -> tuple[Form, ...] | None:
    """The verb readings of the item where it stands as a verb; None where it is none, () for a verb of no entry."""
    item = items[position]
    if item.verbs:
        forms = tuple([form for form in item.verbs if form.voice != "bare"])
        if forms and not (item.nouns and _noun_place(items, position)):
            return forms
        bare = tuple([form for form in item.verbs if form.voice == "bare"])
        if bare and _bare_place(items, position, headline=headline):
            return bare
        return None
    if "verb" in item.functions and not item.nouns and not item.classes and not item.title:
        return ()
    return None


def _noun_place(items: list[Item], position: int) -> bool:
    before = items[position - 1] if position else None
    return before is not None and bool(before.functions & {"preposition", "quantifier"})


def _bare_place(items: list[Item], position: int, *, headline: bool) -> bool:
    """A bare root is a verb in a headline after its subject, or right after a pronoun or an auxiliary."""
    if not position:
        return False
    before = items[position - 1]
    if before.low in (",", '"') and any(form.frame.kind == "speech" for form in items[position].verbs):
        return True
    if not before.functions.isdisjoint(_PERSONAL):
        return True
    if not before.functions.isdisjoint(_BEFORE_BARE) and not items[position].nouns:
        return True
    if "reciprocal" in before.functions:
        return True
    if not headline:
        return False
    item = items[position]
    if item.nouns and (before.functions & {"preposition", "coordinator"} or before.nouns or before.verbs):
        return False
    if item.classes and before.verbs:
        return False  # `Hamas Bebaskan Sandera Israel`
    return (
        before.is_actor
        or before.is_name
        or bool(before.functions & _AUX)
        or bool(before.title)
        or before.low in (")", ",")
        or any(form.frame.kind in _GOVERNING for form in before.verbs)
        or bool(before.known and not before.functions)
    )


def _verb_group(items: list[Item], position: int, pack: Pack, *, headline: bool) -> tuple[Verb, int] | None:
    """The verb group that begins here: auxiliaries and adverbs, then a verb; None where no verb follows."""
    opens = not position or items[position - 1].low == ","
    if opens and position < len(items) and "after" in items[position].functions:
        return None  # `Usai bertemu ...,` opens a clause
    aux: set[str] = set()
    at, count = position, len(items)
    while at < count:
        item = items[at]
        forms = (
            None
            if at == position and "according" in item.functions and not _speech_place(items, at)
            else is_verb(items, at, headline=headline)
        )
        if forms is not None and (item.functions.isdisjoint(_MODAL) or not _verb_after(items, at + 1, pack, headline)):
            voice = forms[0].voice if forms else _guess_voice(item.low, pack)
            return Verb(item, forms, voice, aux, 0), at + 1
        found = item.functions & _AUX_OR_MUST
        if found:
            if "not_negator" in found:
                found = found - {"negator"}
            aux |= found
        elif at > position and item.low in pack.adverbs and not item.is_actor:
            pass
        elif at > position and item.time is not None:
            return None
        else:
            return None
        at += 1
    return None


def _speech_place(items: list[Item], at: int) -> bool:
    """`dilaporkan`, `mengutip`... are attributions at the head of a clause and plain verbs after a subject."""
    return at > 0 and items[at - 1].low not in (",", '"') and not items[at - 1].functions & {"according"}


def _verb_after(items: list[Item], at: int, pack: Pack, headline: bool) -> bool:
    while at < len(items):
        item = items[at]
        if is_verb(items, at, headline=headline) is not None:
            return True
        if not (item.functions & _AUX or item.low in pack.adverbs):
            return False
        at += 1
    return False


def _guess_voice(low: str, pack: Pack) -> str:
    for prefix, voice in pack.syntax.voice_prefixes.items():
        if low.startswith(prefix):
            return voice
    return "active"


def _word_kind(items: list[Item], position: int, pack: Pack, headline: bool) -> str:
    """What kind of little word the item is; empty when it belongs to a noun phrase."""
    item = items[position]
    if item.code or item.title or item.nouns:
        return ""
    functions = item.functions
    if not functions:
        return (
            item.low
            if len(item.low) == 1 and not item.low.isalnum() and item.low != "-"
            else ("-" if item.low in ("-", "–", "—") else "")
        )
    if "according" in functions:
        return "according"
    if "coordinator" in functions:
        return "conj"
    if "contrast" in functions and _is_adverb(items, position, pack):
        return "aux"
    for kind in ("contrast", "copula", "question"):
        if kind in functions:
            return kind
    if "both_of" in functions:
        return "both_of"
    if not functions.isdisjoint(_SUB):
        return _sub_kind(items, position, pack, headline)
    if "preposition" in functions and not _before_number(items, position):
        return "aux" if item.nya and functions <= _PREPOSED else "prep"  # `di antaranya`: a phrase of its own
    if "quantifier" not in functions and not functions.isdisjoint(_AUX):
        return "aux"
    return ""


def _is_adverb(items: list[Item], position: int, pack: Pack) -> bool:
    """`dihentikan sementara oleh`, `pertemuan sebelumnya di Wina`: a word that may begin a clause, inside of one."""
    item, before = items[position], items[position - 1] if position else None
    if before is None:
        return False
    if item.low in pack.adverbs and before.verbs:
        return True
    return "done" in item.functions and bool(before.nouns or before.verbs)


def _before_number(items: list[Item], position: int) -> bool:
    """`sekitar 1.700 prajurit`: a word of quantity, not of place."""
    after = items[position + 1] if position + 1 < len(items) else None
    return "quantifier" in items[position].functions and after is not None and after.low[0].isdigit()


def _sub_kind(items: list[Item], position: int, pack: Pack, headline: bool) -> str:
    """Whether a word that may open a clause or a noun phrase (`setelah`, `untuk`) does the one or the other."""
    item = items[position]
    if "preposition" not in item.functions:
        return "sub"
    if item.low in pack.syntax.linking and position and items[position - 1].low != ",":
        return "sub" if _verb_group(items, position + 1, pack, headline=headline) else "prep"
    return "sub" if _clause_follows(items, position + 1) else "prep"


def _clause_follows(items: list[Item], at: int) -> bool:
    """Whether a clause with a verb follows rather than a noun phrase alone."""
    before: Item | None = None
    for item in items[at : at + 9]:
        named = not item.nouns or (before is not None and before.is_actor)  # `setelah A dan B saling serang`
        before = item
        if (item.verbs and named and any(form.voice != "bare" for form in item.verbs)) or (
            "verb" in item.functions and not item.nouns
        ):
            return True
        if (
            not item.functions.isdisjoint(_STOPS)
            or item.time is not None
            or (len(item.low) == 1 and not item.low.isalnum() and item.low != "-")
        ):
            return False
    return False


def _phrase_end(items: list[Item], position: int, pack: Pack, *, headline: bool) -> int:
    at, count = position, len(items)
    closed = False
    while at < count:
        item = items[at]
        functions = item.functions
        if item.low == "(":
            close = _closing(items, at)
            if close and at > position:
                at = close
                continue
            break
        if at > position:
            if _ends_phrase(items, at, pack, headline):
                break
            if "demonstrative" in functions:
                return at + 1
            if not functions.isdisjoint(_PRONOUNS) and not _counted_partner(items, position, at):
                return at + (not closed and _owns(items, at, pack, headline))
        if closed and _begins_another(item) and items[at - 1].low not in pack.syntax.owned_by:
            break
        if item.code:
            closed = True
        at += 1
        if at == position + 1 and not functions.isdisjoint(_PRONOUNS) and not item.title:
            if "partner" in functions:
                continue
            return at + (1 if at < count and "demonstrative" in items[at].functions else 0)
    return max(at, position + 1)


def _ends_phrase(items: list[Item], at: int, pack: Pack, headline: bool) -> bool:
    """Whether a noun phrase begun before ends before this item: at a sign, a time, a little word or a verb."""
    item = items[at]
    if item.time is not None or (len(item.low) == 1 and not item.low.isalnum()):
        return True
    functions = item.functions
    if item.code or not (functions or item.verbs):
        return False
    if not functions.isdisjoint(_ENDS) and not item.nouns and not item.title:
        return True
    if "quantifier" not in functions and not functions.isdisjoint(_AUX) and not _adjective(items, at, pack, headline):
        return True
    return bool(item.verbs) and is_verb(items, at, headline=headline) is not None


def _counted_partner(items: list[Item], position: int, at: int) -> bool:
    """`sejumlah mitra`, `dua sekutunya`: the number belongs to the partners."""
    counted = items[position:at]
    return "partner" in items[at].functions and all(i.functions & {"quantifier", "number"} for i in counted)


def _begins_another(item: Item) -> bool:
    """Whether an item cannot stand in the phrase of an actor named before it."""
    return bool(
        (item.code and item.via != "person")
        or item.title
        or item.nouns
        or item.classes
        or not item.functions.isdisjoint(_COUNTS)
    )


def _owns(items: list[Item], at: int, pack: Pack, headline: bool) -> bool:
    """Whether a pronoun is the owner of the word right before it: `wilayah mereka`, `pasukan kami`."""
    if items[at].functions.isdisjoint(("third_plural", "first_person")) or _verb_after(items, at + 1, pack, headline):
        return False
    owned = items[at - 1]
    return bool(owned.title in ("territory", "force", "organ", "people") or owned.classes or owned.nouns)


def _adjective(items: list[Item], at: int, pack: Pack, headline: bool) -> bool:
    """`bantuan militer langsung AS`: an adverb that no verb follows belongs to the noun before it."""
    return items[at].functions <= {"done", "ongoing"} and not _verb_after(items, at + 1, pack, headline)


def _closing(items: list[Item], at: int) -> int:
    for close in range(at + 1, min(at + 9, len(items))):
        if items[close].low == ")":
            return close + 1
    return 0
