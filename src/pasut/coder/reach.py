"""Which time of a sentence belongs to an act: the one with the fewest verbs and clause bounds between the two."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pasut.coder.act import Act
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.records import When
from pasut.text.times import TimeFind

_SAME_TIME: Final = frozenset(("while", "relative"))
_IN_REACH: Final = 2.6
"""Cost up to which a time belongs to an act: two verbs, or a verb and a clause bound, may stand between."""
_CLOSE: Final = 1.0
_APART: Final = 3.0
"""Cost that puts a time of another clause out of reach."""
_BOUNDS: Final = frozenset((";", ".", "contrast", "sub"))
_SAYING: Final = frozenset(("speech", "deny", "accuse"))


class Told(NamedTuple):
    """A time of a sentence that tells when: where it stands among the chunks, and what it means."""

    at: int
    find: TimeFind
    when: When
    is_close: bool = True
    """Whether no verb and no clause bound stands between it and the act that it is the nearest of."""


def nearest(act: Act, chunks: Sequence[Chunk], times: Sequence[Told]) -> Told | None:
    """The time that belongs to the act's word, None where none is in reach."""
    best: tuple[float, Told] | None = None
    for told in times:
        is_alone = not any(told.at < other.at < act.chunk for other in times)
        cost = _cost(act, chunks, told.at, reaches_far=is_alone)
        if best is None or cost < best[0]:
            best = (cost, told)
    if best is None or best[0] >= _IN_REACH:
        return None
    return best[1]._replace(is_close=best[0] < _CLOSE)


def time_of_saying(act: Act, chunks: Sequence[Chunk], times: Sequence[Told]) -> Told | None:
    """The time of the word of saying whose content the act is."""
    return next((told for told in times if told.at < act.chunk and _is_of_saying(told.at, act.chunk, chunks)), None)


def hanging_over(act: Act, chunks: Sequence[Chunk], times: Sequence[Told]) -> list[Told]:
    """The times before the act that stand in no other clause beside it: it was then or earlier, though out of reach."""
    return [
        told
        for told in times
        if told.at < act.chunk
        and not _inserted(told.at, act.chunk, chunks)
        and not any(
            is_word(chunks[place], "conj") and _opens_clause(place, act.chunk, chunks)
            for place in range(told.at + 1, act.chunk)
        )
    ]


def _cost(act: Act, chunks: Sequence[Chunk], at: int, *, reaches_far: bool) -> float:
    """How far a time stands from the act; one that begins the sentence `reaches_far`, unless another follows it."""
    low, high = min(at, act.chunk), max(at, act.chunk)
    cost = float(high - low) * 0.1
    for place in range(low + 1, high):
        between = chunks[place]
        if isinstance(between, Verb):
            cost += 1.0 if at < act.chunk or not _relative_act(between, chunks) else _APART
        elif isinstance(between, Word) and between.kind in _BOUNDS:
            cost += 0.4 if between.functions & _SAME_TIME else 1.5
        elif isinstance(between, Word) and between.kind == ",":
            cost += 0.3
        elif is_word(between, "conj") and _opens_clause(place, high, chunks):
            cost += _APART
    if at > act.chunk:
        return cost
    if _inserted(at, act.chunk, chunks) or _is_of_saying(at, act.chunk, chunks):
        cost += _APART
    elif reaches_far and at <= 1 and not any(isinstance(chunk, Phrase) for chunk in chunks[:at]):
        cost = min(cost, 1.2)
    return cost


def _relative_act(verb: Verb, chunks: Sequence[Chunk]) -> bool:
    """`nelayan yang ditangkap bulan lalu`: a relative clause that tells an act keeps its own time."""
    before = chunks[verb.index - 1] if verb.index else None
    told = bool(verb.forms) and verb.forms[0].frame.type is not None
    return told and isinstance(before, Word) and "relative" in before.functions


def _opens_clause(place: int, act: int, chunks: Sequence[Chunk]) -> bool:
    """`X pada Januari menandatangani ..., dan Y telah lama menuduh`: a conjunction, a subject of its own, its verb."""
    if not (place and is_word(chunks[place - 1], ",")):
        return False
    phrases = 0
    for chunk in chunks[place + 1 : act + 1]:
        if isinstance(chunk, Verb):
            return phrases > 0
        if isinstance(chunk, Phrase) and not chunk.prep:
            phrases += 1
        elif isinstance(chunk, Word) and chunk.kind in _BOUNDS:
            return False
    return False


def _inserted(at: int, act: int, chunks: Sequence[Chunk]) -> bool:
    """`Rusia, yang pada 2022 menginvasi Ukraina, menolak ...`: the time of a relative clause that ends before the act.

    The clause that a time begins may hold a comma; one that the time itself ends has a comma right after it.
    """
    closing = next((place for place in range(at + 1, act) if is_word(chunks[place], ",")), None)
    if closing is None:
        return False
    for left in range(at - 1, -1, -1):
        chunk = chunks[left]
        if isinstance(chunk, Verb):
            return closing == at + 1 and _relative_act(chunk, chunks)
        if isinstance(chunk, Word) and "relative" in chunk.functions:
            return left > 0 and is_word(chunks[left - 1], ",") and _tells(chunks[at + 1 : closing])
        if isinstance(chunk, Word) and chunk.kind not in ("time", "aux", "prep"):
            return False
    return False


def _tells(chunks: Sequence[Chunk]) -> bool:
    return any(isinstance(chunk, Verb) for chunk in chunks)


def _is_of_saying(at: int, act: int, chunks: Sequence[Chunk]) -> bool:
    """`mengatakan pada Minggu bahwa serangan X telah menewaskan`: the time right after a word of saying is its own."""
    before = chunks[at - 1] if at else None
    if is_word(chunks[at - 1], "prep") if at else False:
        before = chunks[at - 2] if at > 1 else None
    if not (isinstance(before, Verb) and before.forms and before.forms[0].frame.kind in _SAYING):
        return False
    return any(isinstance(chunk, Phrase) and not chunk.prep for chunk in chunks[at + 1 : act + 1])
