"""Events on a map."""

import json

import pytest

from makers import day
from pasut.pipeline import Kit
from pasut.records import ActorCode, Event
from pasut.show.events import FIELDS
from pasut.show.export.geojson import place_of
from pasut.show.names import Names
from pasut.world.outlines import load_points

from .conftest import HOSTILE, Export


def event(source: str, target: str, place: str | None = None) -> Event:
    return Event(
        id="e", type="CONSULT", status="happened", standing="asserted", when=day(2024), place=place,
        source=tuple(ActorCode(code) for code in source.split()),
        target=tuple(ActorCode(code) for code in target.split()),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (event("RUS", "PRK", "Beijing"), ("place", "CHN")),
        (event("RUS", "PRK", "Vietnam"), ("place", "VNM")),
        (event("RUS", "PRK", "istana"), ("target", "PRK")),
        (event("RUS", "PSE:Hamas"), ("target", "PSE")),
        (event("RUS", "UN"), ("source", "RUS")),
        (event("PRK", ""), ("source", "PRK")),
        (event("EU", "UN"), None),
    ],
)
def test_an_event_stands_where_it_happened_else_with_its_target_else_its_source(
    told: Event, expected: tuple[str, str] | None
) -> None:
    assert place_of(told, load_points(), Names(Kit()).find) == expected


def test_each_event_is_a_feature_with_the_fields_of_the_other_exports(export: Export) -> None:
    collection = json.loads(export("geojson"))
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == len(export("events-jsonl").splitlines())
    for feature in collection["features"]:
        assert set(feature["properties"]) == {*FIELDS, "basis", "point_of", "point_basis"}
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
    visit = next(each for each in collection["features"] if each["properties"]["mode"] == "visit")
    assert visit["properties"]["sentence"] == HOSTILE
    assert visit["properties"]["basis"] == "place"
    assert visit["geometry"]["coordinates"] == [125.8, 39.0]
