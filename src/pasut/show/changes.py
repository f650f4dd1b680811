"""When a relation changed, what carries each change, and which acts were least expected."""

from collections.abc import Iterator, Mapping, Sequence

from pasut.measure.changes import Change
from pasut.measure.surprise import Surprise
from pasut.records import Event, When
from pasut.show.line import SHORT_ID
from pasut.show.measured import PLACES, act_record, first_sentences, signed, who_did
from pasut.show.table import Row, Value, View
from pasut.show.words import Words
from pasut.store import Store

HEADINGS = ("between", "level_before", "level_after", "coverage", "date", "who", "what", "sentence", "id")
FIELDS = (
    "first", "day", "last", "before", "before_error", "after", "after_error", "acts_before", "acts_after",
    "coverage_changed", "id", "date", "type", "mode", "source", "target", "sentence",
)  # fmt: skip
SURPRISE_HEADINGS = ("moved", "bits", "expected_score", "score", "date", "who", "what", "sentence", "id")
SURPRISE_FIELDS = ("id", "moved", "bits", "expected", "score", "date", "type", "mode", "source", "target", "sentence")


def changes_view(store: Store, changes: Sequence[Change], names: tuple[str, str], words: Words) -> View:
    """One row for each act that carries a change, the first with the change itself."""
    told = first_sentences(store, (event for change in changes for event in change.carried_by))
    return View(
        title=words.phrase("changes_one" if len(changes) == 1 else "changes", a=names[0], b=names[1], n=len(changes)),
        headings=words.headings(*HEADINGS),
        rows=tuple(row for change in changes for row in _rows(change, told, words)),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("no_changes"),
    )


def _rows(change: Change, sentences: Mapping[str, str], words: Words) -> Iterator[Row]:
    told = words.phrase("coverage_changed" if change.coverage_changed else "coverage_same",
                        before=change.acts_before, after=change.acts_after)  # fmt: skip
    cells = (
        words.date(When(first=change.first, last=change.last, basis="band")),
        f"{signed(change.before, words)} ±{words.number(change.before_error, 1)}",
        f"{signed(change.after, words)} ±{words.number(change.after_error, 1)}",
        told,
    )
    record: dict[str, Value] = {
        "first": change.first.isoformat(),
        "day": change.day.isoformat(),
        "last": change.last.isoformat(),
        "before": round(change.before, PLACES),
        "before_error": round(change.before_error, PLACES),
        "after": round(change.after, PLACES),
        "after_error": round(change.after_error, PLACES),
        "acts_before": change.acts_before,
        "acts_after": change.acts_after,
        "coverage_changed": change.coverage_changed,
    }
    for number, event in enumerate(change.carried_by):
        sentence = sentences.get(event.id, "")
        shown = cells if number == 0 else ("",) * len(cells)
        yield Row(cells=(*shown, *_act_cells(event, sentence, words)), record=record | act_record(event, sentence))


def surprises_view(store: Store, surprises: Sequence[Surprise], names: tuple[str, str], words: Words) -> View:
    """The acts in the order given, each with what was expected and how far it moved what is known."""
    told = first_sentences(store, (each.event for each in surprises))
    return View(
        title=words.phrase("surprises", a=names[0], b=names[1]),
        headings=words.headings(*SURPRISE_HEADINGS),
        rows=tuple(_surprise_row(each, told.get(each.event.id, ""), words) for each in surprises),
        fields=SURPRISE_FIELDS,
        long=SURPRISE_HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _surprise_row(each: Surprise, sentence: str, words: Words) -> Row:
    numbers = {"moved": each.moved, "bits": each.bits, "expected": each.expected, "score": each.score}
    cells = (
        words.number(each.moved, 2),
        words.number(each.bits, 1),
        signed(each.expected, words),
        signed(each.score, words),
        *_act_cells(each.event, sentence, words),
    )
    rounded: dict[str, Value] = {name: round(value, PLACES) for name, value in numbers.items()}
    return Row(cells=cells, record=rounded | act_record(each.event, sentence))


def _act_cells(event: Event, sentence: str, words: Words) -> tuple[str, ...]:
    return (
        words.date(event.when),
        who_did(event),
        words.act(event.type, event.mode),
        sentence,
        event.id[:SHORT_ID],
    )
