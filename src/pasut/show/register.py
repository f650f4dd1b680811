"""Registers as tables: each kind of entry with its own columns, and as flat records for programs."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

from pasut.measure.register import Agreement, Entry, Judgement, Lasting, Link, Sanction, Test, Transfer, Visit
from pasut.records import When
from pasut.show.line import SHORT_ID, between
from pasut.show.names import Names
from pasut.show.table import Row, Value, View
from pasut.show.words import Words

R = TypeVar("R", Agreement, Judgement, Link, Sanction, Test, Transfer, Visit)
Cell = Callable[[R, Names, Words], str]


class Register(msgspec.Struct, Generic[R], frozen=True):
    """A kind of register: its name, which is also its title's, and its columns."""

    name: str
    columns: Sequence[tuple[str, Cell[R]]]
    """(heading of words.toml, what stands in the cell)."""


def _date(row: Entry | Judgement, _: Names, words: Words) -> str:
    return words.date(row.when)


def _way(row: Entry, _: Names, __: Words) -> str:
    return between([*map(str, row.source)], [*map(str, row.target)])


def _status(row: Entry, _: Names, words: Words) -> str:
    return words.labels.status[row.status]


def _standing(row: Entry, _: Names, words: Words) -> str:
    return words.labels.standing[row.standing]


def _sources(row: Entry, _: Names, words: Words) -> str:
    return words.number(row.sources)


def _sentence(row: Entry | Judgement, _: Names, __: Words) -> str:
    return row.sentence


def _id(row: Entry, _: Names, __: Words) -> str:
    return row.event[:SHORT_ID]


def _says(row: Entry, _: Names, words: Words) -> str:
    return words.listed_speakers(row.affirmed_by)


def _denies(row: Entry, _: Names, words: Words) -> str:
    return words.listed_speakers(row.denied_by)


def end_text(row: Lasting, words: Words) -> str:
    """When and how it ended, and by which event; `no end known` of what may go on; nothing of what does not."""
    if row.ending is None:
        return words.phrase("no_end") if row.lasts else ""
    how, event = words.labels.ending[row.ending], (row.ended_by or "")[:SHORT_ID]
    return words.phrase("ended_so", how=how, day=words.date(row.ended), event=event)


def _ended(row: Lasting, _: Names, words: Words) -> str:
    return end_text(row, words)


def _named(persons: Iterable[str], names: Names) -> str:
    return ", ".join(names.person(each) for each in persons)


_END: tuple[tuple[str, Cell[Entry]], ...] = (("sources", _sources), ("sentence", _sentence), ("id", _id))  # type: ignore[type-var]

VISITS: Register[Visit] = Register("visits", (
    ("date", _date), ("who", _way), ("visitors", lambda row, names, _: _named(row.visitors, names)),
    ("rank", lambda row, _, words: words.labels.rank[row.rank] if row.rank else ""),
    ("hosts", lambda row, names, _: _named(row.hosts, names)), ("status", _status), *_END,
))  # fmt: skip
AGREEMENTS: Register[Agreement] = Register("agreements", (
    ("date", _date), ("parties", _way), ("kind", lambda row, _, words: words.labels.kind[row.kind]),
    ("subject", lambda row, _, __: row.subject or ""),
    ("in_force", lambda row, _, words: words.phrase("yes") if row.in_force else ""), ("ended", _ended),
    ("status", _status), *_END,
))  # fmt: skip
TRANSFERS: Register[Transfer] = Register("transfers", (
    ("date", _date), ("who", _way), ("goods", lambda row, _, words: words.labels.kind[row.goods]),
    ("object", lambda row, _, __: row.what or ""), ("quantity", lambda row, _, __: row.quantity or ""),
    ("status", _status), ("standing", _standing), ("says", _says), ("denies", _denies), *_END,
))  # fmt: skip
SANCTIONS: Register[Sanction] = Register("sanctions", (
    ("date", _date), ("who", _way), ("measure", lambda row, _, words: words.labels.kind[row.measure]),
    ("subject", lambda row, _, __: row.subject or ""), ("ended", _ended), ("status", _status), *_END,
))  # fmt: skip
TESTS: Register[Test] = Register("tests", (
    ("date", _date), ("who", _way), ("weapon", lambda row, _, words: words.labels.kind[row.weapon]),
    ("object", lambda row, _, __: row.what or ""), ("quantity", lambda row, _, __: row.quantity or ""),
    ("place", lambda row, _, __: row.place or ""), ("status", _status), *_END,
))  # fmt: skip
LINKS: Register[Link] = Register("links", (
    ("date", _date), ("parties", _way), ("kind", lambda row, _, words: words.labels.kind[row.kind]),
    ("object", lambda row, _, __: row.what or ""), ("quantity", lambda row, _, __: row.quantity or ""),
    ("status", _status), *_END,
))  # fmt: skip
JUDGEMENTS: Register[Judgement] = Register("judgements", (
    ("date", _date), ("parties", lambda row, _, __: " – ".join(row.dyad)),
    ("judgement", lambda row, _, words: words.labels.direction[row.direction]),
    ("judge", lambda row, _, words: words.listed_speakers(row.speaker)), ("sentence", _sentence),
    ("id", lambda row, _, __: row.assessment[:SHORT_ID]),
))  # fmt: skip


def register_view(
    register: Register[R], rows: Sequence[R], kind: type[R], dyad: tuple[str, str] | None, names: Names, words: Words
) -> View:
    """A register as a table; `kind` gives programs their fields even where there are no rows."""
    a, b = (names.name(code, words.language) for code in dyad) if dyad else ("", "")
    headings = [heading for heading, _ in register.columns]
    return View(
        title=words.phrase(register.name, a=a, b=b) if dyad else words.phrase(f"{register.name}_all"),
        headings=words.headings(*headings),
        rows=tuple(
            Row(cells=tuple(cell(row, names, words) for _, cell in register.columns), record=entry_record(row))
            for row in rows
        ),
        fields=fields_of(kind),
        long=headings.index("sentence"),
        empty=words.phrase("nothing"),
    )


def fields_of(kind: type[R]) -> tuple[str, ...]:
    """The keys of the flat record of an entry: `when` becomes date, date_first and date_last."""
    out: list[str] = []
    for name in kind.__struct_fields__:
        out += ["date", "date_first", "date_last"] if name == "when" else [name]
    return tuple(out)


def entry_record(row: R) -> dict[str, Value]:
    """All of an entry, flat."""
    out: dict[str, Value] = {}
    for name in row.__struct_fields__:
        value = getattr(row, name)
        if name == "when":
            out |= _dates(value)
        elif isinstance(value, bool):
            out[name] = "yes" if value else "no"
        elif isinstance(value, When):
            out[name] = value.text()
        else:
            out[name] = [str(each) for each in value] if isinstance(value, tuple) else value
    return out


def _dates(when: When | None) -> dict[str, Value]:
    return {
        "date": when.text() if when else None,
        "date_first": when.first.isoformat() if when and when.first else None,
        "date_last": when.last.isoformat() if when and when.last else None,
    }
