"""Events as GeoJSON (RFC 7946), for maps: each at the point of a state, with the reason why it stands there.

The program knows the points of states and not of places in them, so that a place that is no state and no name for one
is not looked for: such an event stands at the point of the state that it was done to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from pasut.records import Event
from pasut.show.events import event_record
from pasut.show.export.told import Told
from pasut.world.outlines import Point

Basis = Literal["place", "target", "source"]
Find = Callable[[str], str | None]
"""The code of what somebody or something is called, in either language; None where it is not known."""


def geojson_lines(told: Iterable[Told], points: Mapping[str, Point], find: Find) -> Iterator[str]:
    """The file, a line for each event; one that no point can be given has none."""
    yield '{"type":"FeatureCollection","features":[\n'
    between = ""
    for each in told:
        yield between + msgspec.json.encode(_feature(each, points, find)).decode()
        between = ",\n"
    yield "\n]}\n"


def _feature(told: Told, points: Mapping[str, Point], find: Find) -> dict[str, object]:
    found = place_of(told.event, points, find)
    geometry: dict[str, object] | None = None
    why: dict[str, str | None] = {"basis": None, "point_of": None, "point_basis": None}
    if found:
        basis, code = found
        point = points[code]
        geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]}
        why = {"basis": basis, "point_of": code, "point_basis": point.basis}
    properties = {**event_record(told.event, told.sentence), **why}
    return {"type": "Feature", "id": told.event.id, "geometry": geometry, "properties": properties}


def place_of(event: Event, points: Mapping[str, Point], find: Find) -> tuple[Basis, str] | None:
    """(why there, whose point it is): where it happened, else to whom it was done, else who did it."""
    named = find(event.place) if event.place else None
    sides: tuple[tuple[Basis, Iterable[str]], ...] = (
        ("place", [named] if named else []),
        ("target", event.target),
        ("source", event.source),
    )
    for basis, codes in sides:
        for code in codes:
            state = code.partition(":")[0]
            if state in points:
                return basis, state
    return None
