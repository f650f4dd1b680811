"""What is said of a relation, by whom, and whether its index agrees."""

from collections.abc import Sequence

from pasut.measure.assessed import Assessed
from pasut.show.line import SHORT_ID
from pasut.show.measured import PLACES, percent
from pasut.show.table import Row, View
from pasut.show.words import Words

HEADINGS = ("about", "direction", "says", "published", "by_index", "verdict", "sentence", "article")
FIELDS = (
    "id", "a", "b", "direction", "date", "speaker", "published", "first", "last", "chance", "verdict", "sentence",
    "article",
)  # fmt: skip


def assessed_view(said: Sequence[Assessed], names: tuple[str, str], words: Words) -> View:
    """One row an assessment, by the days it is about."""
    return View(
        title=words.phrase("assessed", a=names[0], b=names[1], n=len(said)),
        headings=words.headings(*HEADINGS),
        rows=tuple(_row(each, words) for each in said),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _row(each: Assessed, words: Words) -> Row:
    judged = each.assessment
    cells = (
        words.date(judged.when),
        words.labels.direction[judged.direction],
        ", ".join(map(words.speaker, judged.speaker)) or words.phrase("itself"),
        words.date(each.published),
        words.phrase("nobody") if each.chance is None else percent(each.chance, words),
        words.labels.verdict[each.verdict],
        judged.sentence_text,
        judged.article[:SHORT_ID],
    )
    return Row(
        cells=cells,
        record={
            "id": judged.id,
            "a": judged.dyad[0],
            "b": judged.dyad[1],
            "direction": judged.direction,
            "date": judged.when.text() if judged.when else None,
            "speaker": list(judged.speaker),
            "published": each.published.text() if each.published else None,
            "first": each.first.isoformat() if each.first else None,
            "last": each.last.isoformat() if each.last else None,
            "chance": None if each.chance is None else round(each.chance, PLACES),
            "verdict": each.verdict,
            "sentence": judged.sentence_text,
            "article": judged.article,
        },
    )
