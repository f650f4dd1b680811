"""The sentences that a search found, each with its article and the claims coded from it."""

from collections.abc import Sequence

from pasut.show.line import SHORT_ID, cite
from pasut.show.table import Row, View
from pasut.show.words import Words
from pasut.store import Hit

HEADINGS = ("article", "sentence", "claims", "id")
FIELDS = ("article", "key", "title", "publisher", "published", "url", "start", "end", "sentence", "claims")


def search_view(hits: Sequence[Hit], query: str, words: Words, *, limit: int) -> View:
    """The first `limit` hits in the order they come, best first; the title says when there are more."""
    rows = tuple(_row(hit, words) for hit in hits[:limit])
    phrase = "found_more" if len(hits) > limit else "found_one" if len(rows) == 1 else "found"
    return View(
        title=words.phrase(phrase, query=query, n=len(rows)),
        headings=words.headings(*HEADINGS),
        rows=rows,
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("not_found"),
    )


def _row(hit: Hit, words: Words) -> Row:
    article = hit.article
    sentence = " ".join(hit.text.split())
    shown = ", ".join(claim[:SHORT_ID] for claim in hit.claims)
    return Row(
        cells=(cite(article, words), sentence, shown, article.id[:SHORT_ID]),
        record={
            "article": article.id,
            "key": article.key,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published.text() if article.published else None,
            "url": article.url,
            "start": hit.span.start,
            "end": hit.span.end,
            "sentence": sentence,
            "claims": list(hit.claims),
        },
    )
