"""Propositions: what is alleged, denied or said by somebody, one line each, those in dispute first."""

from collections.abc import Iterable, Sequence

from pasut.records import Proposition
from pasut.show.line import between
from pasut.show.table import Row, Value, View
from pasut.show.words import Words
from pasut.store import Line

FIELDS = (
    "id", "type", "mode", "source", "target", "standing", "affirmed_by", "denied_by", "sources", "said_first",
    "said_last", "date", "course", "events", "claims", "sentence",
)  # fmt: skip
HEADINGS = ("proposition", "standing", "says_so", "denies", "sources", "said", "sentence", "id")
FIRST = ("disputed", "denied", "admitted", "withdrawn", "unanswered", "corroborated", "asserted")
"""Standings in the order in which people read of them."""


def claims_view(
    told: Iterable[tuple[Proposition, Sequence[Line]]], names: tuple[str, str] | None, words: Words
) -> View:
    """Propositions with the claims about them (the first is enough), those in dispute first, then by first telling."""
    title = words.phrase("claims", a=names[0], b=names[1]) if names else words.phrase("claims_all")
    listed = sorted(told, key=lambda each: FIRST.index(each[0].standing))
    return View(
        title=title,
        headings=words.headings(*HEADINGS),
        rows=tuple(_row(proposition, lines, words) for proposition, lines in listed),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def act_of(found: Proposition, words: Words) -> str:
    """`PRK → RUS: gives arms`."""
    return f"{between([*map(str, found.source)], [*map(str, found.target)])}: {words.act(found.type, found.mode)}"


def speakers_of(codes: Iterable[str], words: Words) -> str:
    """Speakers, or a dash for none."""
    return ", ".join(words.speaker(code) for code in codes) or words.phrase("nobody")


def proposition_record(found: Proposition, sentence: str | None) -> dict[str, Value]:
    """All that a program may want of a proposition, flat, in the order of FIELDS."""
    said = found.said
    return {
        "id": found.id,
        "type": found.type,
        "mode": found.mode,
        "source": [str(code) for code in found.source],
        "target": [str(code) for code in found.target],
        "standing": found.standing,
        "affirmed_by": list(found.affirmed_by),
        "denied_by": list(found.denied_by),
        "sources": found.sources,
        "said_first": said.first.isoformat() if said and said.first else None,
        "said_last": said.last.isoformat() if said and said.last else None,
        "date": found.when.text() if found.when else None,
        "course": [f"{day.isoformat()} {standing}" for day, standing in found.course],
        "events": list(found.events),
        "claims": list(found.claims),
        "sentence": sentence,
    }


def _row(found: Proposition, lines: Sequence[Line], words: Words) -> Row:
    sentence = lines[0].claim.sentence_text if lines else ""
    cells = (
        act_of(found, words),
        words.labels.standing[found.standing],
        speakers_of(found.affirmed_by, words),
        speakers_of(found.denied_by, words),
        words.number(found.sources),
        words.date(found.said) if found.said else words.date(None),
        sentence,
        found.id,
    )
    return Row(cells=cells, record=proposition_record(found, sentence or None))
