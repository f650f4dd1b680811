"""Cut a sentence into tokens with offsets: words (reduplications and hyphened names whole), numbers, single signs."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W_]+(?:['’][^\W\d_]+)*)*|[^\w\s]|_")


class Token(NamedTuple):
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
    return [Token(word := m.group(), word.lower(), m.start() + offset, m.end() + offset) for m in _TOKEN.finditer(text)]
