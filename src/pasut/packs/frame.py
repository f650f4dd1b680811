"""What verbs and event nouns mean: frames and their senses, as the coder reads them.

Plain classes, for the reason told in `pasut.packs.entry`; the strict shape of the files is in `pasut.packs.lexicon`.
"""

import dataclasses
from typing import Literal

from pasut.records import EventType

Role = Literal[
    "source", "target", "theme", "partner", "place", "topic", "content", "speaker", "beneficiary", "origin",
    "instrument", "ignore",
]  # fmt: skip
Kind = Literal["event", "light", "speech", "control", "demand", "accuse", "deny", "phase", "none"]
Bare = Literal["agent", "patient", "participant"]


@dataclasses.dataclass(eq=False)
class Sense:
    """One reading of a frame: the conditions that must all hold, and what it then means."""

    object: tuple[str, ...] = ()
    """Classes of things.tsv, one of which the object must hold."""
    event: tuple[str, ...] = ()
    """Event types, one of which the governed event noun or verb must have."""
    purpose: tuple[str, ...] = ()
    """Event types, one of which the purpose clause that follows must have (`untuk membantu ...`)."""
    to: bool | None = None
    """Whether a target must be (True) or must not be (False) reached by preposition."""
    body: bool | None = None
    """Whether an international body must be (True) or must not be (False) among those reached."""
    type: EventType | None = None
    mode: str = ""
    kind: Kind | None = None
    status: str = ""
    subject: Role | None = None
    object_role: Role | None = None
    mutual: bool | None = None
    owned: bool | None = None
    """Whether what it is done to is somebody's: `sought U.S. support`."""
    alone: bool = False
    """Whether no second object and no clause may follow the object: `called Putin`, not `called Putin a liar`."""


@dataclasses.dataclass(eq=False)
class Frame:
    """Who fills which role of an event, whatever the word order: the voice and the prepositions decide."""

    kind: Kind = "event"
    type: EventType | None = None
    mode: str = ""
    subject: Role = "source"
    object: Role = "target"
    prep: dict[str, Role] = dataclasses.field(default_factory=dict)
    mutual: bool = False
    bare: Bare = "agent"
    object_state_only: bool = False
    ahead: bool = False
    """Whether it counts only where what it tells of is still to come or only possible."""
    bidding: bool = False
    """Whether it counts only where what somebody is to do follows him: `told X to leave`, `insisted that X leave`."""
    runs_out: bool = False
    """Whether its subject is what comes to its end, as that of a passive is: `the sanctions expired`."""
    status: str = ""
    senses: tuple[Sense, ...] = ()
    name: str = ""

    def mode_in(self, sense: Sense | None) -> str:
        """The mode of an act read in a sense: one with a type of its own does not inherit the frame's."""
        inherited = "" if sense and sense.type else self.mode
        return (sense.mode if sense else "") or inherited
