"""FollowTheMoney entities."""

import json
import re

from .conftest import HOSTILE, Export

SCHEMATA = {
    "PublicBody": {"name", "country"},
    "Organization": {"name", "country"},
    "Person": {"name", "birthDate"},
    "Position": {"name", "country"},
    "Occupancy": {"holder", "post", "startDate", "endDate"},
    "Article": {"name", "title", "fileName", "publisher", "sourceUrl", "publishedAt", "language"},
    "Event": {
        "name", "keywords", "involved", "location", "summary", "description", "recordId", "date", "startDate",
        "endDate", "sourceUrl", "publisher", "proof",
    },
    "Sanction": {
        "entity", "authority", "reason", "summary", "recordId", "date", "startDate", "endDate", "sourceUrl",
        "publisher", "proof",
    },
    "Note": {"name", "entity", "description", "summary", "keywords", "sourceUrl", "publisher", "proof"},
    "UnknownLink": {"subject", "object", "role"},
}  # fmt: skip
"""Properties that each schema has, or inherits from Thing, Interval, Interest or Document."""
REFERENCES = ("involved", "proof", "entity", "holder", "post", "subject", "object")


def read(export: Export) -> list[dict[str, object]]:
    return [json.loads(text) for text in export("ftm").decode().removesuffix("\n").split("\n")]


def properties(entity: dict[str, object]) -> dict[str, list[str]]:
    found = entity["properties"]
    assert isinstance(found, dict)
    return found


def test_entities_have_the_properties_of_their_schemata(export: Export) -> None:
    entities = read(export)
    for entity in entities:
        assert set(properties(entity)) <= SCHEMATA[str(entity["schema"])]
        assert all(values and all(values) for values in properties(entity).values())
    assert {str(entity["schema"]) for entity in entities} == {*SCHEMATA} - {"Sanction"}


def test_ids_are_unique_and_what_is_referred_to_comes_before(export: Export) -> None:
    seen: set[str] = set()
    for entity in read(export):
        for name in REFERENCES:
            assert set(properties(entity).get(name, ())) <= seen
        assert entity["id"] not in seen
        assert re.fullmatch(r"[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?", str(entity["id"]))  # as followthemoney has it
        seen.add(str(entity["id"]))


def test_an_event_leads_to_its_article_and_sentence(export: Export) -> None:
    visit = next(
        each for each in map(properties, read(export)) if "visit" in each.get("keywords", ()) and "date" in each
    )
    assert visit["summary"] == [HOSTILE]
    assert visit["date"] == ["2024-06-19"]
    assert visit["sourceUrl"] == ["https://example.org/a?b=1"]
    assert visit["involved"] == ["pasut-RUS", "pasut-PRK", "pasut-person-vladimir-putin"]


def test_a_denial_is_a_note_that_says_who_denies(export: Export) -> None:
    notes = [properties(entity) for entity in read(export) if entity["schema"] == "Note"]
    assert "status: denied; says: RUS" in [note["summary"][0] for note in notes]
