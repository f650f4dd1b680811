"""The chronology of a relation: who did what to whom, when, according to whom, with the sentence behind each line."""

from collections.abc import Iterable

from pasut.show.line import FIELDS, HEADINGS, line_row
from pasut.show.table import View
from pasut.show.words import Words
from pasut.store import Line


def timeline_view(lines: Iterable[Line], names: tuple[str, str], words: Words) -> View:
    """The lines of a dyad, in the order they come; `names` are what to call the two."""
    rows = tuple(line_row(line, words) for line in lines)
    title = words.phrase("timeline_one" if len(rows) == 1 else "timeline", a=names[0], b=names[1], n=len(rows))
    return View(
        title=title,
        headings=words.headings(*HEADINGS),
        rows=rows,
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )
