"""The side file of a foreign layout: which event each of its rows is, and what the layout has no field for."""

from collections.abc import Iterable, Iterator

from pasut.show.export.acts import Act
from pasut.show.export.rows import csv_lines

FIELDS = ("row", "event", "type", "mode", "status", "standing", "affirmed_by", "denied_by", "claims")


def id_lines(rows: Iterable[tuple[str, Act]]) -> Iterator[str]:
    """CSV: the row's own id, our event's id, who affirms and denies it, and the ids of its claims."""
    return csv_lines(
        FIELDS,
        (
            {
                "row": row,
                "event": act.event.id,
                "type": act.event.type,
                "mode": act.event.mode,
                "status": act.event.status,
                "standing": act.event.standing,
                "affirmed_by": list(act.event.affirmed_by),
                "denied_by": list(act.event.denied_by),
                "claims": list(act.event.claims),
            }
            for row, act in rows
        ),
    )
