"""Times of a sentence that belong to what is told beside an act, or from which on it lasts."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.coder.reach import Told
from pasut.coder.settling import DOCUMENTS
from pasut.records import When

_YEARS: Final = 700
"""Days of a stretch of time that says of which years something is, not when one met over it."""
_RECENT: Final = 60
"""Days up to which what an act came after is news like the act itself."""
_SAME_DAY: Final = frozenset(("CONSULT", "AGREE", "SUPPORT", "COOPERATE"))
"""What one meets or agrees after is of the same day as often as not: `signed it after talks on Monday`."""
_ONCE: Final = frozenset(("visit", "meet", "treaty", "missile_test", "nuclear_test", "satellite_launch"))
"""What is told with `since` is the first of them in so long, not one that lasts."""
_STANDING: Final = frozenset(("AID", "SUPPORT", "COOPERATE"))
"""Types of acts that go on before and after the day on which something is done for them."""
_BOUNDS: Final = frozenset((";", ".", "contrast", "sub"))


def rank_times(chunks: Sequence[Chunk], usable: Sequence[Told], ranks: frozenset[str]) -> frozenset[int]:
    """Where the times stand since when something is the first of its kind: `dalam komentar pertamanya sejak Jumat`."""
    return frozenset(told.at for told in usable if told.find.kind == "since" and _is_ranked(chunks, told.at, ranks))


def unranked(act: Act, chunks: Sequence[Chunk], usable: Sequence[Told], ranked: frozenset[int]) -> Sequence[Told]:
    """The times without the `ranked` ones, but for what was at such a time: `tertinggi sejak 2017, ketika X ...`."""
    if not ranked:
        return usable
    return [
        told
        for told in usable
        if told.at not in ranked or any(is_word(chunk, "sub") for chunk in chunks[told.at + 1 : act.chunk])
    ]


def _is_ranked(chunks: Sequence[Chunk], time: int, ranks: frozenset[str]) -> bool:
    for at in range(time - 1, -1, -1):
        chunk = chunks[at]
        if isinstance(chunk, Verb):
            return False
        words = [item.low for item in chunk.items] if isinstance(chunk, Phrase) else chunk.item.low.split()
        if not ranks.isdisjoint(words):
            return True
        if not (isinstance(chunk, Phrase) and chunk.prep):
            return False
    return False


def own_times(
    act: Act, acts: Sequence[Act], chunks: Sequence[Chunk], usable: Sequence[Told], beside: frozenset[str],
    news: When | None,
) -> Sequence[Told]:  # fmt: skip
    """The times but for those of what the act came after or was about.

    `met on abductions of the 1970s`; `condemned Israel over its strike on Friday`. `beside` are the prepositions
    between the two. What followed something of long ago is of those days: `invaded X after the attacks of 2001`.
    """
    phrase = chunks[act.chunk]
    if act.from_noun and act.type in _STANDING and isinstance(phrase, Phrase) and phrase.prep in beside:
        return [told for told in usable if told.at > act.chunk]  # `on Monday X thanked Y for its aid`
    if act.from_noun:
        return usable
    taken = [other.chunk for other in acts if _is_beside(other, act, chunks)]
    taken += [at for at in range(act.chunk + 1, len(chunks)) if _is_caused_by(chunks[at], beside)]
    nouns = [other.chunk for other in acts if other.from_noun and other.chunk > act.chunk]
    nouns = [at for at in nouns if isinstance(phrase := chunks[at], Phrase) and phrase.prep]
    return [
        told
        for told in usable
        if not (nouns and told.at > nouns[0] and _is_of_years(told.when))
        and not (
            _is_recent(told.when, news) and any(at < told.at and not _closed(chunks[at : told.at]) for at in taken)
        )
    ]


def _is_caused_by(chunk: Chunk, beside: frozenset[str]) -> bool:
    """Whether a phrase names what an act came after or was about: `menyusul serangan ke Beirut`."""
    if not (isinstance(chunk, Phrase) and chunk.prep in beside and chunk.events):
        return False
    return chunk.events[0][1].frame.type not in _SAME_DAY


def _is_beside(other: Act, act: Act, chunks: Sequence[Chunk]) -> bool:
    """Whether another act is one that this came after: `..., setelah X menguji rudal`."""
    if other.chunk <= act.chunk or other.type in _SAME_DAY or not isinstance(chunks[other.chunk], Verb):
        return False
    for chunk in reversed(chunks[act.chunk + 1 : other.chunk]):
        if isinstance(chunk, Word) and (chunk.kind in _BOUNDS or chunk.kind in (",", "conj")):
            return "after" in chunk.functions
        if isinstance(chunk, Verb):
            return False
    return False


def _closed(chunks: Sequence[Chunk]) -> bool:
    return any(is_word(chunk, ",", ";", "contrast", "sub", '"') for chunk in chunks)


def _is_recent(when: When, news: When | None) -> bool:
    return (
        news is not None
        and news.last is not None
        and when.first is not None
        and (news.last - when.first).days < _RECENT
    )


def _is_of_years(when: When) -> bool:
    return when.first is not None and when.last is not None and (when.last - when.first).days > _YEARS


def lasting_since(act: Act, chunks: Sequence[Chunk], usable: Sequence[Told], since: tuple[str, ...]) -> When | None:
    """`sejak serangan X pada Jumat, Y membombardir ...`: from that day on; `the worst massacre since` was once."""
    if act.from_noun or act.mode in _ONCE:
        return None
    for told in usable:
        opened = _since(chunks, told.at, since)
        if opened < 0 or opened <= act.chunk <= told.at:
            continue
        between = chunks[act.chunk + 1 : opened] if act.chunk < opened else chunks[told.at + 1 : act.chunk]
        if not any(isinstance(chunk, Verb) or (isinstance(chunk, Word) and chunk.kind in _BOUNDS) for chunk in between):
            return When(first=told.when.first, last=None, basis=f"since {told.when.basis}")
    return None


def _since(chunks: Sequence[Chunk], time: int, since: tuple[str, ...]) -> int:
    """Where the words open that begin with `since` and end with the time at `time`; -1 where none do."""
    for at in range(time - 1, -1, -1):
        chunk = chunks[at]
        if isinstance(chunk, Phrase) and chunk.prep in since:
            return at
        if isinstance(chunk, Word):
            if chunk.kind == "sub" and chunk.item.low in since:
                return at
            if chunk.kind in _BOUNDS or chunk.kind in (",", "conj", "time"):
                return -1
    return -1


def time_of_asking(act: Act, acts: Sequence[Act], chunks: Sequence[Chunk], usable: Sequence[Told]) -> When | None:
    """`meminta Iran untuk menyerah pada Selasa`: the time behind what is asked for, which nothing else of it has."""
    told = next((told for told in reversed(usable) if told.at > act.chunk), None)
    if told is None or any(other.chunk > act.chunk and other.status == "happened" for other in acts):
        return None
    marks = [chunk for chunk in chunks[act.chunk + 1 : told.at] if isinstance(chunk, Word) and chunk.kind in _BOUNDS]
    asked = len(marks) == 1 and not marks[0].functions.isdisjoint(("purpose", "obligation"))
    return told.when if asked else None


def names_pact(act: Act, chunks: Sequence[Chunk], definite: frozenset[str]) -> bool:
    """`menandatangani perjanjian itu`, `the treaty was signed`: whether it is a pact told of before that is signed."""
    if act.mode != "treaty":
        return False
    beside = chunks[max(0, act.chunk - 2) : act.chunk + 2]
    pacts = [chunk for chunk in beside if isinstance(chunk, Phrase) and chunk.classes & DOCUMENTS]
    return any(pact.det or pact.items[0].low in definite for pact in pacts)
