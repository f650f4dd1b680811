"""The sentences of an article as a search finds them, cut where the coder cuts them."""

from collections.abc import Iterator

from pasut.packs.load import Pack
from pasut.records import Article, Sentence, Span
from pasut.text.roots import Roots
from pasut.text.sentences import split_sentences


def searchable_sentences(article: Article, pack: Pack, roots: Roots) -> Iterator[Sentence]:
    """Every sentence, the title first; spans count characters of `article.text`, as those of claims do."""
    text = article.text
    for span in _spans(article, frozenset(pack.clean.abbreviations)):
        yield Sentence(span=span, roots=roots.line(text[span.start : span.end]))


def _spans(article: Article, abbreviations: frozenset[str]) -> Iterator[Span]:
    offset = 0
    if article.title:
        yield Span(start=0, end=len(article.title))
        offset = len(article.title) + 1
    for paragraph in article.paragraphs:
        for first, last in split_sentences(paragraph, abbreviations):
            yield Span(start=offset + first, end=offset + last)
        offset += len(paragraph) + 1
