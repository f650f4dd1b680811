"""The calendar of visits, past and planned: who travelled to whom, and in which person."""

from collections.abc import Iterable

from pasut.records import Claim
from pasut.show.line import FIELDS, SHORT_ID, line_record, who
from pasut.show.names import Names
from pasut.show.table import Row, View
from pasut.show.words import Words
from pasut.store import Line

HEADINGS = ("date", "who", "person", "status", "says", "sentence", "id")


def visits_view(lines: Iterable[Line], dyad: tuple[str, str] | None, names: Names, words: Words) -> View:
    """The lines that tell of visits, between two actors where only two are wanted."""
    a, b = (names.name(code, words.language) for code in dyad) if dyad else ("", "")
    title = words.phrase("visits", a=a, b=b) if dyad else words.phrase("visits_all")
    return View(
        title=title,
        headings=words.headings(*HEADINGS),
        rows=tuple(_row(line, names, words) for line in lines),
        fields=(*FIELDS, "persons"),
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _row(line: Line, names: Names, words: Words) -> Row:
    claim = line.claim
    persons = _persons(claim, names)
    cells = (
        words.date(claim.when),
        who(claim),
        ", ".join(persons) or words.phrase("nobody"),
        words.labels.status[claim.status],
        words.speakers(claim),
        claim.sentence_text,
        claim.id[:SHORT_ID],
    )
    return Row(cells=cells, record={**line_record(line), "persons": persons})


def _persons(claim: Claim, names: Names) -> list[str]:
    """Who travelled, by name or else by office."""
    said = (names.person(actor.person or (actor.office or "").replace("_", " ")) for actor in claim.source)
    return [name for name in dict.fromkeys(said) if name]
