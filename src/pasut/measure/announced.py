"""What a claim says of a plan. A module of its own, since who stores claims needs nothing else of measuring."""

from pasut.records import Record, When


class Announced(Record, frozen=True):
    """What a claim says of a plan, with the date of its article."""

    speaker: tuple[str, ...]
    """Who foresees it; empty where the article tells it itself."""
    when: When | None
    """When it is to be."""
    published: When | None
