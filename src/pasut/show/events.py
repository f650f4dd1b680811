"""Events, each with the number of independent sources that tell it and the sentence of the first."""

from collections.abc import Iterable

from pasut.records import Event
from pasut.show.line import SHORT_ID, between
from pasut.show.table import Row, Value, View
from pasut.show.words import Words
from pasut.store import Entry

FIELDS = (
    "id", "date", "date_first", "date_last", "date_basis", "type", "mode", "status", "standing", "source", "target",
    "others", "persons", "affirmed_by", "denied_by", "object", "quantity", "place", "contexts", "sources",
    "reported_first", "reported_last", "claims", "articles", "sentence",
)  # fmt: skip
HEADINGS = ("date", "who", "what", "status", "standing", "sources", "sentence", "id")


def entries_view(entries: Iterable[Entry], names: tuple[str, ...], words: Words) -> View:
    """Events in the order they come, each with a sentence; `names`: the actor, or the two, asked for."""
    rows = tuple(_row(entry.event, entry.sentence or "", words) for entry in entries)
    who = words.phrase("pair", a=names[0], b=names[1]) if len(names) > 1 else names[0]
    title = words.phrase("events_one" if len(rows) == 1 else "events", who=who, n=len(rows))
    return View(
        title=title,
        headings=words.headings(*HEADINGS),
        rows=rows,
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def event_record(event: Event, sentence: str | None) -> dict[str, Value]:
    """All that a program may want of an event, flat, in the order of FIELDS."""
    when, reported = event.when, event.reported
    return {
        "id": event.id,
        "date": when.text() if when else None,
        "date_first": when.first.isoformat() if when and when.first else None,
        "date_last": when.last.isoformat() if when and when.last else None,
        "date_basis": when.basis if when else None,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "standing": event.standing,
        "source": [str(code) for code in event.source],
        "target": [str(code) for code in event.target],
        "others": [str(code) for code in event.others],
        "persons": list(event.persons),
        "affirmed_by": list(event.affirmed_by),
        "denied_by": list(event.denied_by),
        "object": event.object,
        "quantity": event.quantity,
        "place": event.place,
        "contexts": list(event.contexts),
        "sources": event.sources,
        "reported_first": reported.first.isoformat() if reported and reported.first else None,
        "reported_last": reported.last.isoformat() if reported and reported.last else None,
        "claims": list(event.claims),
        "articles": list(event.articles),
        "sentence": sentence,
    }


def _row(event: Event, sentence: str, words: Words) -> Row:
    cells = (
        words.date(event.when),
        between([*map(str, event.source)], [*map(str, event.target)]),
        words.act(event.type, event.mode),
        words.labels.status[event.status],
        words.labels.standing[event.standing],
        words.number(event.sources),
        sentence,
        event.id[:SHORT_ID],
    )
    return Row(cells=cells, record=event_record(event, sentence or None))
