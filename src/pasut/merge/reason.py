"""One step of a comparison as a value: which reason, how much it weighs, and what fills its blanks, in no language."""

from collections.abc import Mapping
from typing import Literal

from pasut.records import Record, When

Blank = str | int | When | tuple[str, ...]
"""A code, a number, an interval of days, or several words, ids or codes."""

ReasonKey = Literal[
    "reversed", "no_days", "no_day", "days_apart", "too_long", "days_held", "same_days", "days_near", "other_side",
    "mode_unsaid", "same_mode", "other_mode", "same_persons", "other_persons", "shared", "not_shared", "polarity",
    "answer", "joined", "joined_along", "split", "none",
]  # fmt: skip
"""What a reason says: an entry of the table `reason` of `show/words.toml`."""

VETO = -100.0
"""Weight of a reason that settles it by itself."""


class Reason(Record, frozen=True):
    """One step of a comparison."""

    what: str
    """`days`, `persons`, `mode`, `things`, `names`, `about`, `direction`, `side`, `polarity`, `answer`, `person`."""
    weight: float
    """What it adds to the score; VETO where it settles it."""
    key: ReasonKey
    blanks: Mapping[str, Blank] = {}
    """What fills the blanks of its words: `here` is of the report, `there` of the event."""
