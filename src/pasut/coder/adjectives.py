"""Adjectives in a clause of their own behind the noun that they tell of: `sanksi yang lebih keras`."""

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_weak, is_word


def join_attributes(chunks: list[Chunk]) -> list[Chunk]:
    """`sanksi yang lebih keras terhadap X`: a relative of adjectives alone is part of the noun phrase before it."""
    out: list[Chunk] = []
    at, count = 0, len(chunks)
    while at < count:
        chunk = chunks[at]
        if isinstance(chunk, Word) and "relative" in chunk.functions and out and isinstance(out[-1], Phrase):
            end = _attribute_end(chunks, at)
            if end:
                adjective, head = chunks[end - 1], out[-1]
                assert isinstance(adjective, Phrase) and isinstance(head, Phrase)
                head.end, head.items = adjective.end, head.items + adjective.items
                at = end
                continue
        out.append(chunk)
        at += 1
    return out


def _attribute_end(chunks: list[Chunk], at: int) -> int:
    """The index after `yang lebih keras`, where no verb follows that the adjectives could be adverbs or subjects of."""
    end = at + 1
    while end < len(chunks) and is_word(chunks[end], "aux"):
        end += 1
    adjective = chunks[end] if end < len(chunks) else None
    if not (isinstance(adjective, Phrase) and is_weak(adjective) and not adjective.prep):
        return 0
    follows = chunks[end + 1] if end + 1 < len(chunks) else None
    return 0 if isinstance(follows, Verb) else end + 1
