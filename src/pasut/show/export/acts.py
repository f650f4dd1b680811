"""Events as the layouts of POLECAT and GDELT can hold them: acts told as done, with PLOVER's type and mode.

Neither layout has a field for who says so, for denial or for doubt. So acts that are only possible, denied or said not
to have been are left out, and planned ones follow the PLOVER manual: what will be done is agreed to, or conceded.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from pasut.records import Event, Record
from pasut.show.export.told import Told

LONGEST = 21
"""Days of an act: a longer interval is a month or an open time, of which no day can be named."""
COUNTED = ("happened", "alleged")
"""Statuses of what is told as done."""
_PROMISED = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "AGREE": "AGREE",
    "RETREAT": "CONCEDE", "CONCEDE": "CONCEDE",
}  # fmt: skip
"""What a planned act is (PLOVER manual, draft 2.0); other planned acts are left out."""


class Act(Record, frozen=True):
    """An event under the type and mode that it has there."""

    told: Told
    type: str
    mode: str | None

    @property
    def event(self) -> Event:
        """The event."""
        return self.told.event


def acts_of(told: Iterable[Told]) -> Iterator[Act]:
    """The acts among events."""
    for each in told:
        event = each.event
        if event.status in COUNTED:
            yield Act(told=each, type=event.type, mode=event.mode)
        elif event.status == "planned" and event.type in _PROMISED:
            promised = _PROMISED[event.type]
            yield Act(told=each, type=promised, mode=event.mode if promised == event.type else None)


def first_day(event: Event) -> dt.date | None:
    """The day of an act, the first of several; None where only a month or an open time is known."""
    when = event.when
    if when is None or when.first is None or when.last is None or (when.last - when.first).days > LONGEST:
        return None
    return when.first
