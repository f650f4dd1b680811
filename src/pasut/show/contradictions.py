"""Where articles cannot all be right: both sides with their sentences, disputes first, then plain slips."""

from collections.abc import Iterable, Sequence

from pasut.records import Contradiction
from pasut.show.line import SHORT_ID, cite
from pasut.show.table import Row, Value, View
from pasut.show.words import Words
from pasut.store import Line

FIELDS = (
    "kind", "is_slip", "value", "other_value", "event", "claim", "article", "published", "sentence", "other_claim",
    "other_article", "other_published", "other_sentence",
)  # fmt: skip
HEADINGS = ("kind", "conflict", "said_here", "article", "sentence", "id")


def contradictions_view(found: Iterable[tuple[Contradiction, Sequence[Line]]], words: Words) -> View:
    """Contradictions, each with the claims of its sides; where the world's tables are one side, it is said so."""
    listed = sorted(found, key=lambda each: each[0].is_slip)
    return View(
        title=words.phrase("contradictions", n=len(listed)),
        headings=words.headings(*HEADINGS),
        rows=tuple(row for each, lines in listed for row in _rows(each, lines, words)),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("no_contradictions"),
    )


def _rows(found: Contradiction, lines: Sequence[Line], words: Words) -> Iterable[Row]:
    """One row for programs, in the first of the rows that people see: a row for each side, its own claim first."""
    one, other = (lines[side] if side < len(lines) else None for side in (0, 1))
    kind = words.phrase("slip" if found.is_slip else "dispute")
    for side, value in enumerate(found.values):
        line = other if side else one
        cells = (
            kind if side == 0 else "",
            words.phrase(f"conflict_{found.kind}") if side == 0 else "",
            _said(found, value, words),
            cite(line.article, words) if line else words.phrase("tables"),
            line.claim.sentence_text if line else "",
            line.claim.id[:SHORT_ID] if line else "",
        )
        record = _record(found, other, one) if side else _record(found, one, other)
        yield Row(cells=cells, record=record, is_part=side > 0)


def _said(found: Contradiction, value: str, words: Words) -> str:
    if found.kind == "happening":
        return words.labels.status[value]
    if found.kind == "office":
        return words.labels.rank.get(value, value.replace("_", " "))
    return value.replace("_", " ")


def _record(found: Contradiction, one: Line | None, other: Line | None) -> dict[str, Value]:
    return {
        "kind": found.kind,
        "is_slip": "yes" if found.is_slip else "no",
        "value": found.values[0],
        "other_value": found.values[1],
        "event": found.event,
        **_side("", one),
        **_side("other_", other),
    }


def _side(prefix: str, line: Line | None) -> dict[str, Value]:
    published = line.article.published if line else None
    return {
        f"{prefix}claim": line.claim.id if line else None,
        f"{prefix}article": line.article.id if line else None,
        f"{prefix}published": published.text() if published else None,
        f"{prefix}sentence": line.claim.sentence_text if line else None,
    }
