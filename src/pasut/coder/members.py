"""A group and the parties it is said to be made of: `tiga negara, yakni A, B, dan C`; `Kuartet, yang terdiri atas A
dan B`; `negara-negara seperti A dan B`. The group then stands for its parties."""

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_word
from pasut.packs.words import Syntax


def name_members(chunks: list[Chunk], syntax: Syntax) -> list[Chunk]:
    """The chunks with every group that is followed by its members made to name them, and the list taken out."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        out.append(chunk)
        at += 1
        if isinstance(chunk, Phrase) and not chunk.actors and (not chunk.nya or _is_group(chunk, syntax)):
            first = _list_after(chunk, chunks, at, syntax)
            if first:
                at = _take(chunk, chunks, first)
    return out


def _is_group(phrase: Phrase, syntax: Syntax) -> bool:
    words = {item.low.partition("-")[0].removesuffix("nya") for item in phrase.items}
    if syntax.clauses == "auxiliaries":  # the head comes last
        words |= {item.low.rpartition(" ")[2] for item in phrase.items}  # `eight European countries`
    return not words.isdisjoint(syntax.groups)


def _list_after(head: Phrase, chunks: list[Chunk], at: int, syntax: Syntax) -> int:
    """The index of the phrase that lists the members of `head`; 0 when none does."""
    if at < len(chunks) and is_word(chunks[at], ","):
        at += 1
    if at + 1 >= len(chunks):
        return 0
    chunk, after = chunks[at], chunks[at + 1]
    found = 0
    if isinstance(chunk, Word) and chunk.item.low in syntax.namely:
        found = at + 1
    elif is_relative(chunk) and isinstance(after, Verb) and after.item.low in syntax.consisting:
        found = at + 2
    elif isinstance(chunk, Phrase) and chunk.prep in syntax.for_example and _is_group(head, syntax) and not head.events:
        found = at
    phrase = chunks[found] if 0 < found < len(chunks) else None
    return found if isinstance(phrase, Phrase) and _lists(phrase) else 0


def _lists(phrase: Phrase) -> bool:
    return bool(phrase.refs) and phrase.kind in ("state", "person", "organ")


def _take(head: Phrase, chunks: list[Chunk], first: int) -> int:
    """Give `head` the members listed from `first` on; returns the index of the first chunk after them."""
    at = first
    while at < len(chunks):
        phrase = chunks[at]
        if not (isinstance(phrase, Phrase) and _lists(phrase) and (at == first or not phrase.prep)):
            break
        known = {ref.code for ref in head.refs}
        head.refs.extend(ref for ref in phrase.refs if ref.code not in known)
        head.end, at = phrase.end, at + 1
        link = at
        while link < len(chunks) and is_word(chunks[link], ",", "conj"):
            link += 1
        if link == at or link > at + 2:
            break
        follows = chunks[link] if link < len(chunks) else None
        if not (isinstance(follows, Phrase) and _lists(follows) and not follows.prep):
            at = at + 1 if is_word(chunks[at], ",") else at  # the comma that closes the list
            break
        at = link
    head.kind, head.pronoun = "state", ""
    return at
