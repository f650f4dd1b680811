"""The claims of an event by independent source: near copies of an article under it, since they are one source."""

from collections.abc import Iterator, Mapping, Sequence

from pasut.asking import Remarks
from pasut.records import Event
from pasut.show.ledger import stance_of
from pasut.show.line import FIELDS as LINE_FIELDS
from pasut.show.line import cite, claim_ref, line_record
from pasut.show.table import Row, Value, View
from pasut.show.words import Words
from pasut.store import Line

HEADINGS = ("number", "said", "article", "says", "stance", "evidence", "date", "sentence", "id")
FIELDS = ("event", "source_number", "root", "stance", "evidence", *LINE_FIELDS)


def tellings_view(
    event: Event, lines: Sequence[Line], roots: Mapping[str, str], remarks: Remarks, words: Words
) -> View:
    """The claims, numbered by source; `roots` gives the first of the copies that an article belongs to."""
    return View(
        title=words.phrase("tellings", claims=len(lines), sources=event.sources),
        headings=words.headings(*HEADINGS),
        rows=tuple(_rows(event, lines, roots, remarks, words)),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _rows(
    event: Event, lines: Sequence[Line], roots: Mapping[str, str], remarks: Remarks, words: Words
) -> Iterator[Row]:
    for number, (root, told) in enumerate(_by_source(lines, roots).items(), 1):
        for line in told:
            claim, is_copy = line.claim, line.article.id != root
            stance, evidence = stance_of(claim, event), remarks.evidence.get(claim.id, ())
            cells = (
                words.number(number) if line is told[0] else "",
                words.date(line.article.published),
                f"{cite(line.article, words)} {words.phrase('is_copy')}" if is_copy else cite(line.article, words),
                words.speakers(claim) if claim.speaker or claim.medium else words.phrase("itself"),
                words.labels.stance[stance],
                ", ".join(words.labels.evidence[kind] for kind in evidence) or words.phrase("nobody"),
                words.date(claim.when),
                claim.sentence_text,
                claim_ref(claim),
            )
            added: dict[str, Value] = {
                "event": event.id,
                "source_number": number,
                "root": root,
                "stance": stance,
                "evidence": list(evidence),
            }
            yield Row(cells=cells, record={**added, **line_record(line)})


def _by_source(lines: Sequence[Line], roots: Mapping[str, str]) -> dict[str, list[Line]]:
    """The claims of each source, those of the first of its copies first."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(roots.get(line.article.id, line.article.id), []).append(line)
    return {root: sorted(told, key=lambda line: line.article.id != root) for root, told in found.items()}
