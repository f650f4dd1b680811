"""The log of corrections as a table, and as a file that another store can take."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from pasut.errors import InputError
from pasut.records import Anchor, Override
from pasut.show.line import SHORT_ID, between
from pasut.show.table import Row, Value, View
from pasut.show.words import Words

HEADINGS = ("at", "by", "action", "claim", "set_to", "note", "state", "id")
FIELDS = (
    "id", "at", "by", "action", "claim", "article", "sentence", "field", "value", "other", "note", "withdraws", "state",
)  # fmt: skip


def overrides_view(log: Sequence[Override], lost: Collection[str], words: Words) -> View:
    """Every entry in its order, and whether it has an effect: applied, withdrawn, or its claim not found."""
    withdrawn = {entry.withdraws for entry in log if entry.withdraws}
    rows = tuple(_row(entry, _state(entry, withdrawn, lost), words) for entry in log)
    return View(
        title=words.phrase("overrides", n=len(rows)),
        headings=words.headings(*HEADINGS),
        rows=rows,
        fields=FIELDS,
        long=HEADINGS.index("note"),
        empty=words.phrase("no_overrides"),
    )


def log_lines(log: Iterable[Override]) -> str:
    """The log as JSON lines."""
    return "".join(msgspec.json.encode(entry).decode() + "\n" for entry in log)


def read_log_lines(text: str, name: str) -> list[Override]:
    """The entries of a file that `log_lines` wrote. Raises InputError that names the line that is none."""
    out = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                out.append(msgspec.json.decode(line, type=Override))
            except msgspec.DecodeError as error:
                raise InputError(f"{name}:{number}: this is no correction ({error}); nothing was taken") from error
    return out


def _state(entry: Override, withdrawn: Collection[str | None], lost: Collection[str]) -> str:
    if entry.id in withdrawn:
        return "withdrawn"
    return "lost" if entry.id in lost else "applied"


def _row(entry: Override, state: str, words: Words) -> Row:
    anchor = entry.anchor
    about = anchor.claim[:SHORT_ID] if anchor else (entry.withdraws or "")[:SHORT_ID]
    cells = (
        entry.at.replace("T", " ").rstrip("Z"),
        entry.by,
        words.labels.override[entry.action],
        about,
        _change(entry, words),
        entry.note or "",
        words.labels.override[state],
        entry.id[:SHORT_ID],
    )
    return Row(cells=cells, record=_record(entry, state))


def _change(entry: Override, words: Words) -> str:
    if entry.field:
        return words.correction(entry.field, entry.value)
    if entry.other:
        return entry.other.claim[:SHORT_ID]
    return _gist(entry.anchor) if entry.anchor else ""


def _gist(anchor: Anchor) -> str:
    return f"{anchor.type} {between(list(anchor.source), list(anchor.target))}"


def _record(entry: Override, state: str) -> dict[str, Value]:
    return {
        "id": entry.id,
        "at": entry.at,
        "by": entry.by,
        "action": entry.action,
        "claim": entry.anchor.claim if entry.anchor else None,
        "article": entry.anchor.article if entry.anchor else None,
        "sentence": entry.anchor.sentence if entry.anchor else None,
        "field": entry.field,
        "value": entry.value,
        "other": entry.other.claim if entry.other else None,
        "note": entry.note,
        "withdraws": entry.withdraws,
        "state": state,
    }
