"""The occasion of a saying: what one did when one said so (`kata X setelah bertemu dengan Y`, `said during a visit to
Y that`) is told by the article, not by who speaks."""

from typing import Final

from pasut.coder.clauses import Links
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_word, left_of

_OCCASION: Final = frozenset(("after", "before", "while"))
_AFTER_CONTENT: Final = _OCCASION | {"relative"}
"""What opens a clause of its own behind `kata X`: also `..., kata X, yang mengunjungi Y`."""


def is_occasion(act: int, said: int, first: int, links: Links) -> bool:
    """Whether the act at chunk `act` only tells when the verb of saying at `said` was said.

    `first` is where the words of the speaker begin: before that verb, or behind it.
    """
    if said < 0 or act <= said:
        return False
    if first > said:
        return 0 <= occasion_after(said, links) <= act and _is_before_content(act, said, links)
    for at in range(said + 1, act + 1):
        chunk = links.chunks[at]
        if is_word(chunk, '"', ":") or _is_content(chunk):
            return False
        if _opens(at, _AFTER_CONTENT, links):
            return True
        if isinstance(chunk, Verb) or (isinstance(chunk, Phrase) and not chunk.prep and _is_anew(at, said, links)):
            return False  # `Rusia, kata Putin, akan mundur`
    return False


def occasion_after(said: int, links: Links) -> int:
    """The chunk that tells on what occasion the verb at `said` was said, right behind it; -1 where none does."""
    for at in range(said + 1, len(links.chunks)):
        if _opens(at, _OCCASION, links):
            return at
        chunk = links.chunks[at]
        is_listener = isinstance(chunk, Phrase) and (bool(chunk.prep) or not _is_anew(at, said, links))
        if not (is_listener or is_word(chunk, "time", ",")):
            return -1
    return -1


def answers_by_deed(said: int, links: Links) -> bool:
    """`menanggapi serangan X dengan menembakkan roket`, `responded by firing`: a word of saying that tells no words."""
    verb = links.chunks[said]
    if not isinstance(verb, Verb) or content_after(said, links):
        return False
    if links.syntax.answering.isdisjoint([verb.item.low, *(form.root for form in verb.forms)]):
        return False
    for at in range(said + 1, min(said + 4, len(links.chunks))):
        chunk = links.chunks[at]
        if isinstance(chunk, Phrase) and chunk.prep in links.syntax.lending_any and chunk.events:
            return True
        if isinstance(chunk, Word) and chunk.item.low in links.syntax.lending_any:
            return at + 1 < len(links.chunks) and isinstance(links.chunks[at + 1], Verb)
    return False


def end_of_relative(said: int, links: Links) -> int:
    """Where the words end that a verb of saying in a relative clause tells: `X, yang menganggap Y teroris, memutuskan`
    goes on with what X does."""
    chunks, count = links.chunks, len(links.chunks)
    left = left_of(chunks, said, "time", "aux")
    if left < 0 or not is_relative(chunks[left]):
        return count
    for at in range(said + 1, count):
        if is_word(chunks[at], '"', ":"):
            return count
        follows = at + 1
        while follows < count and is_word(chunks[follows], "time", "aux"):
            follows += 1
        if is_word(chunks[at], ",") and follows < count and isinstance(chunks[follows], Verb):
            return at
    return count


def trailing(said: int, subject: Phrase, links: Links) -> int | None:
    """`..., Kedutaan Besar X mengatakan pada Senin.`: where what is said ends, where it mostly follows;
    None where it does."""
    chunks = links.chunks
    first = next((at for at in range(said - 1, 0, -1) if chunks[at] is subject), 0)
    if not first or not is_word(chunks[first - 1], ",", '"') or is_word(chunks[0], "sub", "contrast"):
        return None
    if not any(isinstance(chunk, Verb) for chunk in chunks[:first]):
        return None
    for at in range(said + 1, len(chunks)):
        chunk, follows = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
        cites = follows is not None and is_word(chunk, ",") and is_word(follows, "according")
        if cites or is_word(chunk, "according", "."):
            return first
        if not (is_word(chunk, "time", "aux") or (isinstance(chunk, Phrase) and chunk.prep)):
            return None
    return first


def content_after(said: int, links: Links) -> bool:
    """Whether `that` or a mark of quotation opens what is said behind the verb at `said`."""
    return any(_is_content(chunk) or is_word(chunk, '"', ":") for chunk in links.chunks[said + 1 :])


def _is_before_content(act: int, said: int, links: Links) -> bool:
    """Whether no words of the speaker begin between the verb at `said` and the act: `that`, a mark, a subject."""
    for at in range(said + 1, act):
        chunk = links.chunks[at]
        if _is_content(chunk) or is_word(chunk, '"', ":") or isinstance(chunk, Verb):
            return False
        if isinstance(chunk, Phrase) and not chunk.prep and _is_anew(at, said, links):
            return False
    return True


def _is_anew(at: int, said: int, links: Links) -> bool:
    """Whether a bare phrase does not stand right behind the verb of saying, as who speaks or who listens does."""
    return any(not is_word(chunk, "time") for chunk in links.chunks[said + 1 : at])


def _is_content(chunk: Chunk) -> bool:
    return isinstance(chunk, Word) and "complementizer" in chunk.functions


def _opens(at: int, functions: frozenset[str], links: Links) -> bool:
    """Whether the chunk at `at` begins what tells the occasion: `setelah`, `during a visit`."""
    chunk = links.chunks[at]
    if isinstance(chunk, Word):
        return chunk.kind == "sub" and not functions.isdisjoint(chunk.functions)
    return isinstance(chunk, Phrase) and _is_meeting(at, chunk, links)


def _is_meeting(at: int, phrase: Phrase, links: Links) -> bool:
    """`dalam pertemuan dengan X`, `in a letter to X`, `setelah serangan X`, `menanggapi dengan serangan`."""
    if phrase.prep in links.syntax.when or phrase.prep in links.syntax.lending_any:
        return bool(phrase.events)
    if phrase.prep not in links.syntax.lending:
        return False
    follows = links.chunks[at + 1] if at + 1 < len(links.chunks) else None
    addressed = isinstance(follows, Phrase) and follows.prep in links.syntax.addressing
    return any(form.frame.type == "CONSULT" for _, form in phrase.events) or ("letter" in phrase.classes and addressed)
