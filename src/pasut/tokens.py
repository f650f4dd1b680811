"""Cut a sentence into tokens with offsets: words (reduplications and hyphened names whole), numbers, single signs."""

import re
from collections.abc import Mapping
from typing import Final

_TOKEN: Final = re.compile(r"(\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W_]+(?:['’][^\W\d_]+)*)*|[^\w\s]|_)")
_CLOSING: Final = frozenset(".,;:!?")


class Token:
    """A token; `start` and `end` count characters of the text that was cut."""

    __slots__ = ("end", "low", "start", "text")

    def __init__(self, text: str, low: str, start: int, end: int) -> None:
        self.text, self.low, self.start, self.end = text, low, start, end

    def __repr__(self) -> str:
        return f"<{self.text} {self.start}-{self.end}>"


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Cut `text`; offsets are shifted by `offset`.

    >>> [t.text for t in tokenize("Iran-Israel: 2,5 juta, 'tak' usah.")]
    ['Iran-Israel', ':', '2,5', 'juta', ',', "'", 'tak', "'", 'usah', '.']
    """
    tokens: list[Token] = []
    start = offset
    lows = text.lower().split(" ")
    for at, piece in enumerate(text.split(" ")):
        # Most pieces are a word, or a word and the sign that closes it: a quick look tells, where the pattern is slow.
        if piece.isalpha():
            tokens.append(Token(piece, lows[at], start, start + len(piece)))
        elif piece[-1:] in _CLOSING and piece[:-1].isalpha():
            end = start + len(piece) - 1
            tokens.append(Token(piece[:-1], lows[at][:-1], start, end))
            tokens.append(Token(piece[-1], piece[-1], end, end + 1))
        elif piece:
            tokens.extend(_cut(piece, start))
        start += len(piece) + 1
    return tokens


def _cut(piece: str, start: int) -> list[Token]:
    """The tokens of a piece of text that begins at `start`, by the pattern."""
    tokens: list[Token] = []
    end = start
    pieces: list[str] = _TOKEN.split(piece)  # what stands before a token, and the token, by turns
    for at in range(1, len(pieces), 2):
        word = pieces[at]
        start = end + len(pieces[at - 1])
        end = start + len(word)
        tokens.append(Token(word, word.lower(), start, end))
    return tokens


def spell_money(text: str, tokens: list[Token], currencies: Mapping[str, str]) -> list[Token]:
    """Tell sums by words: `$50 million` as `50 million dollars`; the word for the sign takes no place.

    >>> money = spell_money("US$5 bn each", tokenize("US$5 bn each"), {"$": "dollars", "bn": ""})
    >>> [t.text for t in money]
    ['5', 'bn', 'dollars', 'each']
    """
    if "%" in text:
        tokens = [token for token in tokens if token.text != "%"]  # `a 25% tariff` is one phrase
    if not any([sign in text for sign in currencies if currencies[sign]]):
        return tokens
    out: list[Token] = []
    unit = ""
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and currencies.get(token.text) and after.text[0].isdigit():
            unit = currencies[token.text]
            if out and out[-1].end == token.start and out[-1].text.isupper():
                out.pop()  # `US$`, `A$`
            continue
        out.append(token)
        if unit and (after is None or after.low not in currencies):
            out.append(Token(unit, unit, token.end, token.end))
            unit = ""
    return out


def split_enclitics(tokens: list[Token], enclitics: tuple[str, ...]) -> list[Token]:
    """Cut endings such as `'s` off the words that bear them, as tokens of their own; a curly apostrophe counts as one.

    >>> [t.text for t in split_enclitics(tokenize("Iran's"), ("'s",))]
    ['Iran', "'s"]
    """
    out: list[Token] = []
    for token in tokens:
        low = token.low.replace("’", "'") if "’" in token.low else token.low
        size = _ending(low, enclitics) if low.endswith(enclitics) else 0
        if size:
            cut = token.end - size
            out.append(Token(token.text[:-size], low[:-size], token.start, cut))
            out.append(Token(token.text[-size:], low[-size:], cut, token.end))
        else:
            out.append(token if low is token.low else Token(token.text, low, token.start, token.end))
    return out


def _ending(low: str, enclitics: tuple[str, ...]) -> int:
    """How many letters the first of the endings has that the word bears; 0 where the word is an ending alone."""
    return next((len(ending) for ending in enclitics if low.endswith(ending) and len(low) > len(ending)), 0)
