"""A text or phrase cut into words as its language wants them cut."""

from collections.abc import Iterator

from pasut.packs.quick import holds_any
from pasut.tokens import Token, split_enclitics, tokenize


def phrase_words(phrase: str, enclitics: tuple[str, ...] = ()) -> Iterator[str]:
    """The words of a phrase, lower case, cut as the coder cuts a text."""
    for token in cut_words(phrase, enclitics):
        yield token.low


def cut_words(text: str, enclitics: tuple[str, ...]) -> list[Token]:
    """The tokens of a text, with the enclitics of its language as tokens of their own."""
    tokens = tokenize(text)
    if enclitics and ("’" in text or holds_any(text.lower(), enclitics)):
        return split_enclitics(tokens, enclitics)
    return tokens
