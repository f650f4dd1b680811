"""A text with pieces of it marked, as segments that follow each other: pieces may overlap, and none is lost.

Pure: spans go in, segments come out, which a template writes; offsets count characters of the text, as in claims.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from pasut.records import Article, Record, Span


class Mark(Record, frozen=True):
    """A piece of a text that means something."""

    start: int
    end: int
    kind: str
    """Its class on the page, and what its label is called: `source`, `trigger`, `sentence`."""
    label: str = ""
    """What stands beside it, so that nobody needs to tell its colour; empty for none."""
    url: str = ""
    """Where it leads; empty for nowhere."""
    title: str = ""
    """What it means, in a few words."""


class Segment(Record, frozen=True):
    """A stretch of text on which the same marks lie from end to end."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    """The widest first."""
    ends: tuple[Mark, ...] = ()
    """Those of them that end here: their labels follow."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its marks, each once."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def url(self) -> str:
        """Where it leads: where the narrowest of its marks that leads anywhere does."""
        return next((mark.url for mark in reversed(self.marks) if mark.url), "")

    @property
    def title(self) -> str:
        """What its marks mean."""
        return "; ".join(dict.fromkeys(mark.title for mark in self.marks if mark.title))

    @property
    def label(self) -> str:
        """The labels that follow it."""
        return ", ".join(dict.fromkeys(mark.label for mark in self.ends if mark.label and not mark.url))

    @property
    def links(self) -> tuple[Mark, ...]:
        """The marks that end here and lead somewhere by a label of their own."""
        return tuple(mark for mark in self.ends if mark.label and mark.url)


def cut_segments(text: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """Characters `start` to `end` of a text, cut wherever a mark begins or ends.

    What lies outside of them, or holds nothing, is left out.

    >>> [(each.text, each.kinds) for each in cut_segments("ab cd", [Mark(start=3, end=5, kind="source")])]
    [('ab ', ()), ('cd', ('source',))]
    """
    end = len(text) if end is None else max(0, min(end, len(text)))
    start = max(0, min(start, end))
    inside = [(max(mark.start, start), min(mark.end, end), mark) for mark in marks]
    inside = [each for each in inside if each[0] < each[1]]
    inside.sort(key=lambda each: (each[0] - each[1], each[0]))
    places = sorted({start, end, *(place for first, last, _ in inside for place in (first, last))})
    return tuple(_segments(text, inside, places))


def _segments(text: str, inside: Sequence[tuple[int, int, Mark]], places: Sequence[int]) -> Iterator[Segment]:
    for first, last in itertools.pairwise(places):
        over = [each for each in inside if each[0] <= first and last <= each[1]]
        yield Segment(
            start=first,
            text=text[first:last],
            marks=tuple(mark for _, _, mark in over),
            ends=tuple(mark for _, finish, mark in over if finish == last),
        )


def paragraph_spans(article: Article) -> tuple[Span, ...]:
    """Where the title (if there is one) and each paragraph stand in `article.text`."""
    pieces = ((article.title,) if article.title else ()) + article.paragraphs
    spans, offset = [], 0
    for piece in pieces:
        spans.append(Span(start=offset, end=offset + len(piece)))
        offset += len(piece) + 1
    return tuple(spans)
