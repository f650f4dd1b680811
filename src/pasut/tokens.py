"""Cut a sentence into tokens with offsets: words (reduplications and hyphened names whole), numbers, single signs."""

import re

import msgspec

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W_]+(?:['’][^\W\d_]+)*)*|[^\w\s]|_")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A token; `start` and `end` count characters of the text that was cut."""

    text: str
    low: str
    start: int
    end: int


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Cut `text`; offsets are shifted by `offset`.

    >>> [t.text for t in tokenize("Iran-Israel: 2,5 juta, 'tak' usah.")]
    ['Iran-Israel', ':', '2,5', 'juta', ',', "'", 'tak', "'", 'usah', '.']
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        tokens.append(Token(word, word.lower(), start + offset, end + offset))
    return tokens
