"""From items to chunks: noun phrases with the actors, things and event nouns in them, verb groups with their
auxiliaries, and the little words between them."""

from pasut.coder.items import Item
from pasut.coder.refs import Ref
from pasut.packs.lexicon import Form
from pasut.packs.load import Pack

_AUX = frozenset(
    ("negator", "not_negator", "future", "possible", "obligation", "hearsay", "done", "ongoing", "reciprocal")
)
_AUX_OR_MUST = _AUX | {"must", "refusal"}
_SUB = (
    "relative",
    "complementizer",
    "purpose",
    "condition",
    "after",
    "before",
    "while",
    "cause",
    "concession",
    "result",
    "without",
)
_PRONOUN = (
    "third_singular",
    "third_plural",
    "both",
    "first_person",
    "second_person",
    "that_state",
    "self_side",
    "partner",
)
_ENDS = frozenset((
    "preposition", "coordinator", "contrast", "complementizer", "relative", "purpose", "condition", "after", "before",
    "while", "cause", "concession", "result", "without", "according", "copula", "both_of", "verb", "question",
))  # fmt: skip
_STOPS = frozenset((
    "preposition", "contrast", "complementizer", "relative", "purpose", "condition", "according", "copula",
))  # fmt: skip
_LEADS = frozenset(("noun_fact", "noun_plan", "noun_possible", "noun_alleged"))


class Phrase:
    """A noun phrase, alone or after a preposition."""

    __slots__ = (
        "anaphor",
        "classes",
        "det",
        "end",
        "events",
        "expert",
        "first",
        "former",
        "items",
        "kind",
        "last",
        "media",
        "negated",
        "nya",
        "owners",
        "prep",
        "press",
        "pronoun",
        "refs",
        "start",
        "text",
    )  # fmt: skip

    def __init__(self, items: list[Item], first: int, last: int) -> None:
        self.items = items[first:last]
        self.first, self.last = first, last
        self.start, self.end = items[first].start, items[last - 1].end
        self.prep = ""
        self.refs: list[Ref] = []
        self.owners: list[Ref] = []
        self.kind = "other"
        self.classes: set[str] = set()
        self.events: list[tuple[Item, Form]] = []
        self.pronoun = self.expert = self.anaphor = ""
        self.det = self.former = self.nya = self.negated = self.press = False
        self.media: Item | None = None
        self.text = ""

    @property
    def lead(self) -> bool:
        """Whether it begins with a noun that announces an act: `keputusan`, `rencana`, `kemungkinan`."""
        return any(item.functions & _LEADS for item in self.items[:2])

    @property
    def actors(self) -> list[Ref]:
        """The actors it names, as head or as owner of the head."""
        return self.refs or self.owners

    def __repr__(self) -> str:
        return f"NP({self.prep}:{' '.join(i.text for i in self.items)}|{self.refs}{self.owners}{self.pronoun})"


class Verb:
    """A verb with what stands before it: negation, modality, tense."""

    __slots__ = ("aux", "end", "forms", "index", "item", "start", "voice")

    def __init__(self, item: Item, forms: tuple[Form, ...], voice: str, aux: set[str], index: int) -> None:
        self.item, self.forms, self.voice, self.aux, self.index = item, forms, voice, aux, index
        self.start, self.end = item.start, item.end

    def __repr__(self) -> str:
        return f"V({self.item.text}/{self.voice}/{','.join(sorted(self.aux))})"


class Word:
    """A little word or sign between phrases: `sub`, `conj`, `contrast`, `copula`, `according`, `time`, `aux` or the sign itself."""

    __slots__ = ("functions", "item", "kind")

    def __init__(self, kind: str, item: Item, functions: frozenset[str] | set[str]) -> None:
        self.kind, self.item, self.functions = kind, item, functions

    def __repr__(self) -> str:
        return f"{self.kind}:{self.item.text}"


Chunk = Phrase | Verb | Word


def chunk_items(items: list[Item], pack: Pack, *, headline: bool) -> list[Chunk]:
    """Group the items of a sentence into chunks, left to right, in one pass."""
    chunks: list[Chunk] = []
    position, count = 0, len(items)
    prep: Item | None = None
    while position < count:
        item = items[position]
        if item.time is not None:
            prep = None
            chunks.append(Word("time", item, item.functions))
            position += 1
            continue
        verb = _verb_group(items, position, pack, headline=headline)
        if verb is not None and verb[0].index == -1:
            verb = None
        if verb is not None:
            if prep is not None:
                chunks.append(Word("sub", prep, prep.functions))
                prep = None
            group, position = verb
            group.index = len(chunks)
            chunks.append(group)
            continue
        kind = _word_kind(items, position)
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
        phrase = _phrase(items, position, end)
        if prep is not None:
            phrase.prep = prep.low
            phrase.start = phrase.start
            prep = None
        chunks.append(phrase)
        position = end
    if prep is not None:
        chunks.append(Word("prep", prep, prep.functions))
    return _join(chunks, pack)


def is_verb(items: list[Item], position: int, *, headline: bool) -> tuple[Form, ...] | None:
    """The verb readings of the item where it stands as a verb; None where it is none, () for a verb of no entry."""
    item = items[position]
    if item.verbs:
        forms = tuple(form for form in item.verbs if form.voice != "bare")
        if forms and not (item.nouns and _noun_place(items, position)):
            return forms
        bare = tuple(form for form in item.verbs if form.voice == "bare")
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
    if before.functions & {"first_person", "third_plural", "third_singular"}:
        return True
    if before.functions & {"future", "possible", "obligation", "negator"} and not items[position].nouns:
        return True
    if not headline:
        return False
    item = items[position]
    if item.nouns and (before.functions & {"preposition", "coordinator"} or before.nouns or before.verbs):
        return False
    return (
        before.is_actor
        or before.is_name
        or bool(before.functions & _AUX)
        or bool(before.title)
        or before.low in (")", ",")
        or bool(before.known and not before.functions)
    )


def _verb_group(items: list[Item], position: int, pack: Pack, *, headline: bool) -> tuple[Verb, int] | None:
    """The verb group that begins here: auxiliaries and adverbs, then a verb; None where no verb follows."""
    aux: set[str] = set()
    at, count = position, len(items)
    while at < count:
        item = items[at]
        forms = (
            None
            if item.functions & {"according"} and at == position and not _speech_place(items, at)
            else is_verb(items, at, headline=headline)
        )
        if forms is not None and not (
            item.functions & {"possible", "future", "hearsay", "obligation"}
            and _verb_after(items, at + 1, pack, headline)
        ):
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


def _word_kind(items: list[Item], position: int) -> str:
    """What kind of little word the item is; empty when it belongs to a noun phrase."""
    item = items[position]
    if item.is_actor or item.title or item.nouns:
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
    for kind in ("contrast", "copula", "question"):
        if kind in functions:
            return kind
    if "both_of" in functions:
        return "both_of"
    sub = any(kind in functions for kind in _SUB)
    if sub and "preposition" in functions:
        return "prep" if not _clause_follows(items, position + 1) else "sub"
    if sub:
        return "sub"
    if "preposition" in functions:
        return "prep"
    if functions & _AUX and not functions & {"quantifier"}:
        return "aux"
    return ""


def _clause_follows(items: list[Item], at: int) -> bool:
    """Whether a clause with a verb follows rather than a noun phrase alone."""
    for item in items[at : at + 9]:
        if (item.verbs and not item.nouns and any(form.voice != "bare" for form in item.verbs)) or (
            "verb" in item.functions and not item.nouns
        ):
            return True
        if (
            item.functions & _STOPS
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
        if item.low == "(":
            close = _closing(items, at)
            if close and at > position:
                at = close
                continue
            break
        if at > position and (
            item.time is not None
            or (len(item.low) == 1 and not item.low.isalnum())
            or (item.functions & _ENDS and not item.is_actor and not item.nouns and not item.title)
            or (
                item.functions & _AUX
                and not item.functions & {"quantifier"}
                and not item.is_actor
                and not _adjective(items, at, pack, headline)
            )
            or (not item.is_actor and is_verb(items, at, headline=headline) is not None)
        ):
            break
        if "demonstrative" in item.functions and at > position:
            return at + 1
        if at > position and any(name in item.functions for name in _PRONOUN):
            owned = (
                item.functions & {"third_plural", "first_person"}
                and not closed
                and not _verb_after(items, at + 1, pack, headline)
            )
            if owned and _ownable(items[at - 1]):
                return at + 1
            break
        if closed and (
            (item.code and item.via != "person")
            or item.title
            or item.nouns
            or item.classes
            or item.functions & {"quantifier", "number"}
        ):
            break
        if item.is_actor:
            closed = True
        at += 1
        if at == position + 1 and any(name in item.functions for name in _PRONOUN) and not item.title:
            if item.functions & {"partner"}:
                continue
            return at + (1 if at < count and items[at].functions & {"demonstrative"} else 0)
    return max(at, position + 1)


def _ownable(item: Item) -> bool:
    """Whether a pronoun right after this word is its owner: `wilayah mereka`, `pasukan kami`."""
    return bool(item.title in ("territory", "force", "organ", "people") or item.classes or item.nouns)


def _adjective(items: list[Item], at: int, pack: Pack, headline: bool) -> bool:
    """`bantuan militer langsung AS`: an adverb that no verb follows belongs to the noun before it."""
    return items[at].functions <= {"done", "ongoing"} and not _verb_after(items, at + 1, pack, headline)


def _closing(items: list[Item], at: int) -> int:
    for close in range(at + 1, min(at + 9, len(items))):
        if items[close].low == ")":
            return close + 1
    return 0


def _phrase(items: list[Item], first: int, last: int) -> Phrase:
    phrase = Phrase(items, first, last)
    title: Item | None = None
    office = ""
    depth = 0
    names: list[Item] = []
    for item in phrase.items:
        if item.low == "(":
            depth += 1
        elif item.low == ")":
            depth -= 1
            continue
        if depth:
            continue
        if item.nya and (item.title or item.nouns or item.classes or item.functions):
            phrase.nya = True
        if item.functions:
            phrase.det = phrase.det or "demonstrative" in item.functions
            phrase.former = phrase.former or "former" in item.functions
            phrase.press = phrase.press or ("press" in item.functions and not phrase.refs)
            if "accusation" in item.functions:
                phrase.anaphor = "accusation"
            if "expert" in item.functions and not phrase.expert:
                phrase.expert = "unnamed"
            for name in _PRONOUN:
                if name in item.functions and not phrase.pronoun:
                    phrase.pronoun = name
        if item.title:
            if title is None:
                title = item
                phrase.kind = (
                    item.title if phrase.kind == "other" and not phrase.events and not phrase.classes else phrase.kind
                )
            office = office or item.office
        if item.nouns and not item.is_actor:
            phrase.events.append((item, item.nouns[0]))
            if phrase.kind == "other" and title is None:
                phrase.kind = "event"
        if item.classes:
            phrase.classes |= item.classes
            if phrase.kind == "other":
                phrase.kind = "thing"
        if item.media is not None and not item.is_actor:
            phrase.media = item
        if item.is_actor:
            _add_ref(phrase, item, title, office)
        elif item.is_name:
            names.append(item)
        if phrase.kind == "other" and not item.is_actor and not item.functions and item.known and not phrase.refs:
            phrase.kind = "noun"
    if not phrase.kind or phrase.kind == "other":
        phrase.kind = "name" if names else "other"
    if phrase.expert and names:
        phrase.expert = names[-1].text
    elif phrase.expert and phrase.refs and phrase.items[-1].via != "person":
        phrase.expert = "unnamed"
    return phrase


def _add_ref(phrase: Phrase, item: Item, title: Item | None, office: str) -> None:
    ref = Ref(item.code, item.start, item.end, item.via, item.person_id, office or item.office)
    if phrase.kind in ("event", "thing", "noun", "territory", "company") or phrase.expert:
        if not phrase.owners:
            phrase.owners.append(ref)
        return
    if phrase.kind == "people":
        ref.via = "nationals"
    if phrase.refs:
        # title + state + name: the state is told first, the name only adds the person
        if item.person_id and not phrase.refs[0].person:
            phrase.refs[0].person = item.person_id
            phrase.refs[0].end = item.end
        return
    if phrase.kind in ("other", "name", ""):
        phrase.kind = "person" if item.via == "person" else "state"
    phrase.refs.append(ref)


def _join(chunks: list[Chunk], pack: Pack) -> list[Chunk]:
    """Join apposed and coordinated noun phrases: `Presiden Rusia, Vladimir Putin,`; `AS, Jepang, dan Korea Selatan`."""
    out: list[Chunk] = []
    at, count = 0, len(chunks)
    while at < count:
        chunk = chunks[at]
        if isinstance(chunk, Phrase):
            at = _join_from(chunk, chunks, at, pack, verb_before=_owning_verb(out))
            out.append(chunk)
            continue
        out.append(chunk)
        at += 1
    for index, found in enumerate(out):
        if isinstance(found, Verb):
            found.index = index
    _place_in_state(out, pack)
    return out


def _place_in_state(chunks: list[Chunk], pack: Pack) -> None:
    """`ke wilayah Kursk di Rusia barat`, `di Vladivostok, Rusia`: an unknown place belongs to the state told right after."""
    for place, after in zip(chunks, chunks[1:], strict=False):
        if (
            isinstance(place, Phrase)
            and isinstance(after, Phrase)
            and after.prep in pack.syntax.of
            and after.refs
            and not place.actors
            and (place.pronoun == "partner" or (place.kind in ("person", "organ", "force") and not place.pronoun))
        ):
            place.refs, place.pronoun = list(after.refs), ""  # `timpalannya dari Turki`, `para pejabat dari Iran`
        if (
            isinstance(place, Phrase)
            and isinstance(after, Phrase)
            and place.prep in pack.syntax.places
            and after.prep in pack.syntax.place_after
            and not place.actors
            and not place.pronoun
            and place.kind in ("territory", "name", "other", "noun", "thing")
        ):
            place.owners = list(after.refs)


def _owning_verb(chunks: list[Chunk]) -> bool:
    """Whether a verb stands before whose object list ends where the next verb begins; not so after accusing and asking."""
    for chunk in reversed(chunks[-6:]):
        if isinstance(chunk, Verb):
            return not (chunk.forms and chunk.forms[0].frame.kind in ("accuse", "demand"))
    return False


def _join_from(head: Phrase, chunks: list[Chunk], at: int, pack: Pack, *, verb_before: bool) -> int:
    """Merge into `head` the phrases joined to it; returns the index of the first chunk not consumed."""
    at += 1
    while at < len(chunks):
        link = chunks[at]
        step = 1
        comma = isinstance(link, Word) and link.kind == ","
        if comma and at + 1 < len(chunks) and isinstance(chunks[at + 1], Word) and chunks[at + 1].kind == "conj":  # type: ignore[union-attr]
            step = 2
        conj = isinstance(link, Word) and (link.kind == "conj" or step == 2)
        if not (comma or conj) or at + step >= len(chunks):
            break
        after = chunks[at + step]
        if not isinstance(after, Phrase) or (after.prep and after.prep != head.prep):
            break
        follows = chunks[at + step + 1] if at + step + 1 < len(chunks) else None
        if conj:
            if after.pronoun == "partner" and not after.refs and head.actors:
                _merge(head, after, same=False)
                head.pronoun = ""
                at += step + 1
                continue
            if (
                head.prep != pack.syntax.between
                and (head.prep or (verb_before and not after.prep))
                and _verb_soon(chunks, at + step + 1)
            ):
                break
            if not _alike(head, after):
                break
            _merge(head, after, same=False)
        elif (
            comma
            and head.prep in pack.syntax.places
            and after.kind == "state"
            and isinstance(follows, Word)
            and follows.kind in (",", ".")
        ):
            if not head.actors:
                head.owners = list(after.refs)  # `di Basra, Irak selatan,`
            head.end, head.last = after.end, after.last
            step += follows.kind == ","
        elif _is_apposition(head, after, follows):
            _merge(head, after, same=True)
            if isinstance(follows, Word) and follows.kind == ",":
                step += 1
        elif _list_goes_on(head, chunks, at):
            _merge(head, after, same=False)
        else:
            break
        at += step + 1
    return at


def _verb_soon(chunks: list[Chunk], at: int) -> bool:
    """Whether a verb follows at `at`, past `beserta sekutunya` and the like."""
    while at + 1 < len(chunks):
        link, after = chunks[at], chunks[at + 1]
        if not (
            isinstance(link, Word) and link.kind == "conj" and isinstance(after, Phrase) and after.pronoun == "partner"
        ):
            break
        at += 2
    return at < len(chunks) and isinstance(chunks[at], Verb)


def _alike(head: Phrase, after: Phrase) -> bool:
    """Whether two phrases may be joined by `dan`: both actors, or things of one owner (`situs nuklir dan pemimpin Iran`)."""
    if head.kind == after.kind == "event" and bool(head.actors) != bool(after.actors):
        return False
    if bool(head.actors) == bool(after.actors) or head.pronoun or after.pronoun or head.kind == after.kind:
        return True
    if head.kind == "event":
        return after.kind in ("people", "force", "person", "event")
    return bool(after.actors) and head.kind in ("thing", "noun", "territory", "force", "people", "person", "other")


def _is_apposition(head: Phrase, after: Phrase, follows: Chunk | None) -> bool:
    if after.prep or not (
        (isinstance(follows, Word) and follows.kind in (",", ".", '"', "aux"))
        or follows is None
        or isinstance(follows, Verb)
    ):
        return False
    named = after.kind in ("person", "name") and not after.events
    titled = head.kind in ("person", "organ", "state", "force") or head.pronoun == "partner" or bool(head.expert)
    same = {ref.code for ref in head.refs} & {ref.code for ref in after.refs}
    if head.kind == "name" and (after.kind == "person" or after.expert):
        return True
    return (
        named and titled and (after.kind == "name" or not head.refs or bool(same) or head.pronoun == "partner")
    ) or bool(same and head.kind == "person" and after.kind == "person")


def _list_goes_on(head: Phrase, chunks: list[Chunk], at: int) -> bool:
    """Whether `head , X , ... dan Z` follows, all of them actors (or none)."""
    actor = bool(head.actors)
    seen = 0
    while at + 1 < len(chunks):
        link, after = chunks[at], chunks[at + 1]
        if not isinstance(link, Word):
            return False
        if link.kind == "conj":
            return seen > 0 and isinstance(after, Phrase) and _alike(head, after)
        if link.kind != ",":
            return False
        if isinstance(after, Word) and after.kind == "conj":
            nxt = chunks[at + 2] if at + 2 < len(chunks) else None
            return seen > 0 and isinstance(nxt, Phrase) and _alike(head, nxt)
        if not isinstance(after, Phrase) or bool(after.actors) != actor or (after.prep and after.prep != head.prep):
            return False
        seen += 1
        at += 2
    return False


def _merge(head: Phrase, after: Phrase, *, same: bool) -> None:
    head.end, head.last = after.end, after.last
    head.items = head.items + after.items
    head.classes |= after.classes
    head.events.extend(after.events)
    head.media = head.media or after.media
    if after.expert and not head.expert:
        head.expert = after.expert
    if same:
        if after.kind == "name" and head.expert:
            head.expert = after.items[-1].text
        if head.kind == "name":
            head.kind, head.expert = (
                after.kind,
                (head.items[len(head.items) - len(after.items) - 1].text if after.expert else ""),
            )
        if not head.refs:
            head.refs.extend(after.refs)
        if head.refs and after.refs and after.refs[0].person and not head.refs[0].person:
            head.refs[0].person = after.refs[0].person
        if head.pronoun == "partner" and after.refs:
            head.pronoun = ""
        return
    into = head.refs if head.refs or not head.owners else head.owners
    known = {ref.code for ref in into}
    into.extend(ref for ref in after.refs if ref.code not in known)
    if not head.refs or head.owners:
        known = {ref.code for ref in head.owners}
        head.owners.extend(ref for ref in after.owners if ref.code not in known)
    if after.pronoun and not head.pronoun:
        head.pronoun = after.pronoun
