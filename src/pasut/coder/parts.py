"""An article cut into sentences, each with its words and the times it tells, before anything is coded.

Times are told from the day of publication; where that is known only roughly, or somebody is quoted, from the day of
the article's own news.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pasut.packs.cut import cut_words
from pasut.packs.pack import Pack
from pasut.packs.time_words import TimeWords
from pasut.records import Article, When
from pasut.text.sentences import split_sentences
from pasut.text.times import TimeFind, find_times, looks_ahead
from pasut.tokens import Token

_NEWS_AGE: Final = dt.timedelta(days=5)
"""News is at most this old when it is printed; older days in the text are background."""
_FRESH: Final = dt.timedelta(days=2)
"""So fresh it may stand anywhere in the text; older news is told in the opening."""
_ANCHORS: Final = frozenset(("date", "part", "range", "relative", "anchored"))
"""Kinds of times that `dua hari kemudian` counts from."""
_OPENING: Final = 3
"""Sentences, the headline with them, in which a bare weekday is the day of the news."""
_FEW_DAYS: Final = 40
"""Where publication is known to no more days than this, the day of the news stands for it."""


class Part(NamedTuple):
    """A sentence before it is coded: where it stands, its tokens and the times it tells."""

    text: str
    offset: int
    paragraph: int
    """Number of its paragraph from 0, -2 for the headline."""
    tokens: list[Token]
    times: tuple[TimeFind, ...]

    @property
    def headline(self) -> bool:
        """Whether it is the headline."""
        return self.paragraph < 0


def read_parts(article: Article, pack: Pack) -> tuple[list[Part], When | None]:
    """The sentences of an article, and the day of its own news where one is told."""
    places = list(_places(article, pack))
    times, story = tell_times([(text, number) for text, _, number in places], article.published, pack.time)
    parts = [
        Part(text, offset, number, cut_words(text, pack.syntax.enclitics), finds)
        for (text, offset, number), finds in zip(places, times, strict=True)
    ]
    return parts, story


def _places(article: Article, pack: Pack) -> Iterator[tuple[str, int, int]]:
    """Each sentence, where it begins, and the number of its paragraph."""
    abbreviations = frozenset(pack.clean.abbreviations)
    offset = 0
    numbered = [(-2, article.title)] if article.title else []
    numbered += list(enumerate(article.paragraphs))
    for number, paragraph in numbered:
        if number >= 0 or article.headline or not article.paragraphs:
            spans = [(0, len(paragraph))] if number < 0 else split_sentences(paragraph, abbreviations)
            for first, last in spans:
                yield paragraph[first:last], offset + first, number
        offset += len(paragraph) + 1


def tell_times(
    sentences: Sequence[tuple[str, int]], published: When | None, words: TimeWords
) -> tuple[list[tuple[TimeFind, ...]], When | None]:
    """The times of each (sentence, number of its paragraph), and the day of the news."""
    times = list(_told((text for text, _ in sentences), published, words))
    story = story_date(zip((text for text, _ in sentences), times, strict=True), published, words)
    if story is None or published is None:
        return times, None
    if _is_rough(published):
        times = list(_told((text for text, _ in sentences), story, words))
    elif story.first != published.first:
        times = list(_spoken(sentences, times, story, words))
    return times, story


def _told(texts: Iterable[str], published: When | None, words: TimeWords) -> Iterator[tuple[TimeFind, ...]]:
    anchor: When | None = None
    for text in texts:
        times = find_times(text, published, words, anchor=anchor)
        told = [find.edge or find.when for find in times if find.edge or find.kind in _ANCHORS]
        anchor = next((when for when in reversed(told) if when is not None), anchor)
        yield times


def _is_rough(published: When) -> bool:
    if published.first is None or published.last is None:
        return False
    return 0 < (published.last - published.first).days <= _FEW_DAYS


def story_date(told: Iterable[tuple[str, Sequence[TimeFind]]], published: When | None, words: TimeWords) -> When | None:
    """The first day in the text within a few days before publication: when the article's news took place.

    `told` holds each sentence with its times. A weekday alone counts in the opening.
    """
    if published is None or published.first is None or published.last is None:
        return None
    older: When | None = None
    for number, (text, finds) in enumerate(told):
        for find in finds:
            when = find.when
            if when is None or when.first is None or when.first != when.last:
                continue
            if find.kind != "date" and not (find.is_weekday and number < _OPENING):
                continue
            age = published.last - when.first
            if age < dt.timedelta(0) or age > _NEWS_AGE or looks_ahead(text, find.start, words):
                continue
            if published.first - when.first <= _FRESH:
                return when
            if number < _OPENING and older is None:
                older = when
    return older


def _spoken(
    sentences: Sequence[tuple[str, int]], times: Sequence[tuple[TimeFind, ...]], story: When, words: TimeWords
) -> Iterator[tuple[TimeFind, ...]]:
    """`"Hari ini kita bertemu," kata ...`: what is quoted counts from the day it was said."""
    inside, before = False, -3
    for (text, paragraph), finds in zip(sentences, times, strict=True):
        inside = inside and paragraph == before
        before = paragraph
        if any(find.kind == "relative" and not find.is_weekday for find in finds) and (inside or '"' in text):
            said = {find.start: find for find in find_times(text, story, words)}
            yield tuple(
                said.get(find.start, find)
                if find.kind == "relative" and not find.is_weekday and _is_quoted(text, find.start, inside)
                else find
                for find in finds
            )
        else:
            yield finds
        inside ^= text.count('"') % 2 == 1


def _is_quoted(text: str, place: int, inside: bool) -> bool:
    return inside ^ (text.count('"', 0, place) % 2 == 1)
