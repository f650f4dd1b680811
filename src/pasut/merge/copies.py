"""Near copies of articles: one wire story in three outlets, lightly edited, shortened, with or without its headline.

Two texts are compared by the share of the shorter one's three-word pieces that the longer one has too (containment):
an abridged story is a copy although most of the whole is missing from it. MinHash signatures say which articles are
worth comparing: those that agree in a band, of the whole text or of its beginning, which shortening leaves alone. Of
the articles that agree in a band each is compared with the first few only, so that a story in a thousand copies costs
a thousand times a few comparisons; which they are depends on the articles alone, not on the order of reading.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Sequence

from rensa import RMinHash

from pasut.records import Record

COPIED = 0.5
"""Containment from which an article is a copy. Of the pairs in `quality/merge/copies.jsonl` copies have 0.55 and more,
other stories of the same day at most 0.05."""
FIRST = 3
"""Articles of a band that a later one is compared with."""
LEAST = 15
"""Pieces below which a text is too short to be anybody's copy."""
_PIECE = 3
"""Words of a piece: an edit of one word spoils three pieces, not more."""
_LEAD = 90
"""Words of the beginning."""
BANDS, _ROWS = 20, 3
"""Two texts that are half alike agree in one of twice twenty bands of three with a chance of 0.99, a third alike 0.77.
"""
_SEED = 20240619


class Copy(Record, frozen=True):
    """An article that copies another."""

    article: str
    original: str
    """The article that it is nearest to, of those that came before it."""
    likeness: float
    """Share of the shorter text's pieces that the longer one has, 0 to 1."""


def precedence(article: str, published: dt.date | None, length: int) -> str:
    """A text that sorts articles by which came first: by day of publication, then the longer, as copies are shortened.

    >>> precedence("b", dt.date(2024, 6, 19), 900) < precedence("a", dt.date(2024, 6, 19), 300)
    True
    """
    day = published.isoformat() if published else "9999-99-99"
    return f"{day} {10**9 - length:010d} {article}"


def pieces(paragraphs: Sequence[str]) -> frozenset[str]:
    """The three-word pieces of a text, whatever its case and punctuation."""
    return _pieces(_tokens(paragraphs))


def bands(paragraphs: Sequence[str]) -> tuple[int, ...]:
    """Keys under which a text and its copies are likely to meet: some of them agree."""
    tokens = _tokens(paragraphs)
    whole, lead = _pieces(tokens), _pieces(tokens[:_LEAD])
    if len(whole) < LEAST:
        return ()
    return tuple(sorted({*_bands("whole", whole), *_bands("lead", lead)}))


def likeness(some: frozenset[str], others: frozenset[str]) -> float:
    """Share of the smaller set that lies in the larger, 0 to 1; 0 for texts too short to tell."""
    if min(len(some), len(others)) < LEAST:
        return 0.0
    return len(some & others) / min(len(some), len(others))


def find_original(article: str, own: frozenset[str], before: Iterable[tuple[str, frozenset[str]]]) -> Copy | None:
    """What an article copies, of the texts that came before it, given with the first one first.

    It is the text that shares most of what the two have together: of a story and its short version, a short copy is
    taken for a copy of the short one. Of texts as near as each other it is the first.
    """
    best: tuple[float, Copy] | None = None
    for other, found in before:
        share = likeness(own, found)
        if share < COPIED:
            continue
        nearness = round(len(own & found) / len(own | found), 2)
        if best is None or nearness > best[0]:
            best = nearness, Copy(article=article, original=other, likeness=share)
    return best[1] if best else None


def _tokens(paragraphs: Sequence[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(paragraphs).casefold())


def _pieces(tokens: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(tokens[at : at + _PIECE]) for at in range(len(tokens) - _PIECE + 1))


def _bands(kind: str, found: frozenset[str]) -> list[int]:
    sketch = RMinHash(num_perm=BANDS * _ROWS, seed=_SEED)
    sketch.update(sorted(found))
    digest = sketch.digest()
    keys = []
    for number in range(BANDS):
        said = f"{RMinHash.ALGORITHM_VERSION}{kind}{number}{digest[number * _ROWS : (number + 1) * _ROWS]}"
        key = hashlib.blake2b(said.encode(), digest_size=8).digest()
        keys.append(int.from_bytes(key, "big", signed=True))
    return keys
