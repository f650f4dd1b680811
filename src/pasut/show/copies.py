"""Who copies whom: chains of near copies, each under the article that came first."""

from collections.abc import Iterable

from pasut.show.line import SHORT_ID
from pasut.show.table import Row, View
from pasut.show.words import Words
from pasut.store import Headline

HEADINGS = ("root", "copy", "published", "publisher", "likeness", "original", "id")
FIELDS = ("article", "key", "title", "publisher", "published", "original", "root", "likeness")


def copies_view(found: Iterable[tuple[Headline, Headline, Headline, float]], words: Words) -> View:
    """(copy, original, root, likeness) as rows, grouped by root."""
    rows: list[Row] = []
    last = ""
    for copy, original, root, likeness in found:
        cells = (
            "" if root.id == last else root.key,
            copy.key,
            words.date(copy.published),
            copy.publisher or words.phrase("unknown"),
            f"{words.number(round(likeness * 100))} %",
            original.key,
            copy.id[:SHORT_ID],
        )
        last = root.id
        record = {
            "article": copy.id,
            "key": copy.key,
            "title": copy.title,
            "publisher": copy.publisher,
            "published": copy.published.text() if copy.published else None,
            "original": original.id,
            "root": root.id,
            "likeness": f"{likeness:.3f}",
        }
        rows.append(Row(cells=cells, record=record))
    return View(
        title=words.phrase("copies", n=len(rows)),
        headings=words.headings(*HEADINGS),
        rows=tuple(rows),
        fields=FIELDS,
        empty=words.phrase("no_copies"),
    )
