"""Near copies of articles: one wire story in three outlets, lightly edited, shortened, with or without its headline.

Two texts are compared by the share of the shorter one's three-word pieces that the longer one has too (containment):
an abridged story is a copy although most of the whole is missing from it. MinHash signatures say which articles are
worth comparing: those that agree in a band, of the whole text or of its beginning, which shortening leaves alone.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence

from rensa import RMinHash

from pasut.records import Record

COPIED = 0.5
"""Containment from which an article is a copy. See `quality/merge.py` for the measurement."""
LEAST = 15
"""Pieces below which a text is too short to be anybody's copy."""
_PIECE = 3
"""Words of a piece: an edit of one word spoils three pieces, not more."""
_LEAD = 90
"""Words of the beginning."""
_BANDS, _ROWS = 20, 3
_SEED = 20240619


class Candidate(Record, frozen=True):
    """What decides which of two copies came first."""

    id: str
    published: dt.date | None
    length: int


class Copy(Record, frozen=True):
    """An article that copies another."""

    article: str
    original: str
    """The article that it is nearest to, of those that came before it."""
    root: str
    """The first article of the chain: the independent source."""
    likeness: float
    """Share of the shorter text's pieces that the longer one has, 0 to 1."""


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


def find_originals(articles: Sequence[Candidate], pairs: Mapping[tuple[str, str], float]) -> tuple[Copy, ...]:
    """Who copies whom among articles, by the likeness of pairs of ids: each copies the nearest one before it.

    What came first is told by the day of publication, then by length, since copies are shortened, then by id.
    """
    order = {each.id: place for place, each in enumerate(sorted(articles, key=_precedence))}
    near: dict[str, list[tuple[float, str]]] = {}
    for (one, other), share in pairs.items():
        if share >= COPIED and one in order and other in order:
            later, earlier = (one, other) if order[one] > order[other] else (other, one)
            near.setdefault(later, []).append((share, earlier))
    original = {
        later: min(found, key=lambda pair: (-round(pair[0], 2), order[pair[1]])) for later, found in near.items()
    }
    return tuple(
        Copy(article=later, original=earlier, root=_root(later, original), likeness=share)
        for later, (share, earlier) in sorted(original.items(), key=lambda item: order[item[0]])
    )


def _precedence(article: Candidate) -> tuple[object, ...]:
    return article.published is None, article.published or dt.date.max, -article.length, article.id


def _root(article: str, original: Mapping[str, tuple[float, str]]) -> str:
    while article in original:
        article = original[article][1]
    return article


def _tokens(paragraphs: Sequence[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(paragraphs).casefold())


def _pieces(tokens: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(tokens[at : at + _PIECE]) for at in range(len(tokens) - _PIECE + 1))


def _bands(kind: str, found: frozenset[str]) -> list[int]:
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(sorted(found))
    digest = sketch.digest()
    keys = []
    for number in range(_BANDS):
        said = f"{RMinHash.ALGORITHM_VERSION}{kind}{number}{digest[number * _ROWS : (number + 1) * _ROWS]}"
        key = hashlib.blake2b(said.encode(), digest_size=8).digest()
        keys.append(int.from_bytes(key, "big", signed=True))
    return keys
