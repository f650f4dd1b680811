"""What is expected between two actors, by whom, and what became of it."""

from collections.abc import Sequence

from pasut.measure.expected import Expectation
from pasut.records import When
from pasut.show.line import SHORT_ID
from pasut.show.measured import act_record, first_sentences, who_did
from pasut.show.table import Row, Value, View
from pasut.show.words import Words
from pasut.store import Store

HEADINGS = ("date", "who", "what", "expected_by", "since", "outcome", "sentence", "id")
FIELDS = (
    "id", "date", "type", "mode", "source", "target", "expected_by", "since", "outcome", "seen_as", "sentence",
)  # fmt: skip


def expected_view(store: Store, found: Sequence[Expectation], names: tuple[str, str], words: Words) -> View:
    """Expected acts by the day for which they were expected."""
    told = first_sentences(store, (each.event for each in found))
    return View(
        title=words.phrase("expected", a=names[0], b=names[1], n=len(found)),
        headings=words.headings(*HEADINGS),
        rows=tuple(_row(each, told.get(each.event.id, ""), words) for each in found),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _row(each: Expectation, sentence: str, words: Words) -> Row:
    event = each.event
    cells = (
        words.date(each.when),
        who_did(event),
        words.act(event.type, event.mode),
        ", ".join(map(words.speaker, each.by)) or words.phrase("itself"),
        words.date(When(first=each.since, last=each.since, basis="report") if each.since else None),
        words.labels.outcome[each.outcome],
        sentence,
        event.id[:SHORT_ID],
    )
    record: dict[str, Value] = {
        "date": each.when.text() if each.when else None,
        "expected_by": list(each.by),
        "since": each.since.isoformat() if each.since else None,
        "outcome": each.outcome,
        "seen_as": each.seen_as.id if each.seen_as else None,
    }
    return Row(cells=cells, record=act_record(event, sentence) | record)
