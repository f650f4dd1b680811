"""The claims of an event by independent source: near copies of an article under it, since they are one source."""

from collections.abc import Iterator, Mapping, Sequence

from pasut.records import Event, Record
from pasut.show.ledger import stance_of
from pasut.show.line import FIELDS as LINE_FIELDS
from pasut.show.line import cite, claim_ref, line_record
from pasut.show.table import Row, Value, View
from pasut.show.words import Words
from pasut.store import Line

HEADINGS = ("number", "article", "says", "stance", "evidence", "date", "sentence", "id")
FIELDS = ("event", "source_number", "root", "stance", "evidence", *LINE_FIELDS)


class Telling(Record, frozen=True):
    """A claim and the independent source that it comes from."""

    claim: str
    number: int
    """Of the source: 1 for the first that told it."""
    root: str
    """The first of the copies that its article belongs to; the article itself where it is no copy."""


def by_source(claims: Sequence[str], articles: Mapping[str, str], roots: Mapping[str, str]) -> tuple[Telling, ...]:
    """The claims of each source together, those of the first of its copies first.

    `articles` gives the article of a claim, `roots` what an article that is a copy goes back to.
    """
    found: dict[str, list[str]] = {}
    for claim in claims:
        article = articles[claim]
        found.setdefault(roots.get(article, article), []).append(claim)
    return tuple(
        Telling(claim=claim, number=number, root=root)
        for number, (root, told) in enumerate(found.items(), 1)
        for claim in sorted(told, key=lambda claim: articles[claim] != root)
    )


def tellings_view(
    event: Event,
    told: Sequence[tuple[Telling, Line]],
    evidence: Mapping[str, Sequence[str]],
    words: Words,
) -> View:
    """Claims of an event, numbered by source; `evidence` gives the kinds that a claim's sentence names."""
    return View(
        title=words.phrase("tellings", claims=len(event.claims), sources=event.sources),
        headings=words.headings(*HEADINGS),
        rows=tuple(_rows(event, told, evidence, words)),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _rows(
    event: Event, told: Sequence[tuple[Telling, Line]], evidence: Mapping[str, Sequence[str]], words: Words
) -> Iterator[Row]:
    last = 0
    for telling, line in told:
        claim, is_copy = line.claim, line.article.id != telling.root
        stance, kinds = stance_of(claim, event), evidence.get(claim.id, ())
        cells = (
            words.number(telling.number) if telling.number != last else "",
            f"{cite(line.article, words)} {words.phrase('is_copy')}" if is_copy else cite(line.article, words),
            words.speakers(claim) if claim.speaker or claim.medium else words.phrase("itself"),
            words.labels.stance[stance],
            ", ".join(words.labels.evidence[kind] for kind in kinds) or words.phrase("nobody"),
            words.date(claim.when),
            claim.sentence_text,
            claim_ref(claim),
        )
        last = telling.number
        added: dict[str, Value] = {
            "event": event.id, "source_number": telling.number, "root": telling.root, "stance": stance,
            "evidence": list(kinds),
        }  # fmt: skip
        yield Row(cells=cells, record={**added, **line_record(line)})
