"""What persons have corrected, a line for each: `7317ba526e and 9c01aa52d3: joined by ani on 1 March 2025: why`."""

import datetime as dt
from collections.abc import Iterable

from pasut.records import Override, When
from pasut.show.line import SHORT_ID
from pasut.show.words import Words


def corrections_said(log: Iterable[Override], words: Words) -> tuple[str, ...]:
    """Each correction with the short id of its claim, who made it, when, and why."""
    return tuple(_said(entry, words) for entry in log)


def _said(entry: Override, words: Words) -> str:
    day = dt.date.fromisoformat(entry.at[:10])
    what = words.phrase(
        f"corrected_{entry.action}",
        claim=entry.anchor.claim[:SHORT_ID] if entry.anchor else "",
        other=entry.other.claim[:SHORT_ID] if entry.other else "",
        set=words.correction(entry.field, entry.value),
        by=entry.by,
        day=words.date(When(first=day, last=day)),
    )
    return f"{what}: {entry.note}" if entry.note else what
