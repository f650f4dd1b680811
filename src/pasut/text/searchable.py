"""The sentences of an article as a search finds them, cut where the coder cuts them."""

from collections.abc import Iterator

from pasut.packs.pack import Pack
from pasut.records import Article, Sentence, Span
from pasut.text.roots import Roots
from pasut.text.sentences import split_sentences


def searchable_sentences(article: Article, pack: Pack, roots: Roots) -> Iterator[Sentence]:
    """Every sentence, the title first; spans count characters of `article.text`, as those of claims do."""
    text = article.text
    for span in sentence_spans(article, pack):
        yield Sentence(span=span, roots=roots.line(text[span.start : span.end]))


def sentence_spans(article: Article, pack: Pack) -> Iterator[Span]:
    """Where each sentence of an article stands, the title first, in characters of `article.text`."""
    abbreviations = frozenset(pack.clean.abbreviations)
    offset = 0
    if article.title:
        yield Span(start=0, end=len(article.title))
        offset = len(article.title) + 1
    for paragraph in article.paragraphs:
        for first, last in split_sentences(paragraph, abbreviations):
            yield Span(start=offset + first, end=offset + last)
        offset += len(paragraph) + 1
