"""One day of the index, as the sum of what each act adds to it."""

import datetime as dt
from collections.abc import Sequence

from pasut.measure.contributions import Contribution
from pasut.measure.index import RelationIndex
from pasut.show.line import SHORT_ID
from pasut.show.measured import act_record, first_sentences, formula_line, on_day, signed, who_did
from pasut.show.table import Row, Value, View
from pasut.show.words import Words
from pasut.store import Store

HEADINGS = ("points", "date", "who", "what", "score", "standing", "sentence", "id")
FIELDS = (
    "id", "points", "weight", "score", "mu", "index", "day", "date", "type", "mode", "source", "target", "status",
    "standing", "sources", "sentence", "claims", "articles", "formula",
)  # fmt: skip
EXACT = 9
"""Decimals: many rows must add up to the index to six."""
MOST = 15
"""Rows that people are shown; the rest are added up."""


def contributions_view(
    store: Store,
    relation: RelationIndex,
    parts: Sequence[Contribution],
    day: dt.date,
    names: tuple[str, str],
    words: Words,
    *,
    whole: bool,
    page: slice | None = None,
) -> View:
    """All acts for programs (`whole`), the weightiest for people, or a `page` of them, each with its sentence."""
    value = relation.parameters.mu + sum(part.points for part in parts)
    shown = parts[page] if page else parts if whole else parts[:MOST]
    told = first_sentences(store, (part.event for part in shown))
    rows = [_row(part, told.get(part.event.id, ""), words) for part in shown]
    common: dict[str, Value] = {
        "mu": relation.parameters.mu,
        "index": round(value, EXACT),
        "day": day.isoformat(),
        "formula": formula_line(relation.parameters),
    }
    rows = [Row(cells=row.cells, record={**row.record, **common}) for row in rows]
    others = len(parts) - len(shown)
    if others:
        points = signed(sum(part.points for part in parts) - sum(part.points for part in shown), words, 2)
        rows.append(_sum_row(points, words.phrase("other_acts", n=others)))
    if not whole and rows:
        rows.append(_sum_row(signed(value, words, 2), words.phrase("sum_of_acts")))
    return View(
        title=words.phrase("explained", a=names[0], b=names[1], day=on_day(day, words), value=signed(value, words, 2)),
        headings=words.headings(*HEADINGS),
        rows=tuple(rows),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _row(part: Contribution, sentence: str, words: Words) -> Row:
    event = part.event
    cells = (
        signed(part.points, words, 2),
        words.date(event.when),
        who_did(event),
        words.act(event.type, event.mode),
        signed(part.score, words),
        words.labels.standing[event.standing],
        sentence,
        event.id[:SHORT_ID],
    )
    record: dict[str, Value] = {
        "points": round(part.points, EXACT),
        "weight": round(part.weight, EXACT),
        "score": part.score,
        "status": event.status,
        "standing": event.standing,
        "sources": event.sources,
        "claims": list(event.claims),
        "articles": list(event.articles),
    }
    return Row(cells=cells, record=act_record(event, sentence) | record)


def _sum_row(points: str, what: str) -> Row:
    cells = [""] * len(HEADINGS)
    cells[0], cells[HEADINGS.index("sentence")] = points, what
    return Row(cells=tuple(cells), record={}, is_part=True)
