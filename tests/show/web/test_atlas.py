"""Maps of a state's relations."""

import pytest
from starlette.testclient import TestClient

from pasut.show.web.site import Site


def test_every_state_stands_in_a_table_with_the_index_of_its_dyad(client: TestClient, shown: Site) -> None:
    sections = client.get("/map/PRK.json").json()["sections"]
    told = {row["code"]: row for row in sections["states"]["rows"]}
    silent = {row["code"] for row in sections["silent"]["rows"]}
    assert {*told, *silent, "PRK"} >= set(shown.kit.world.states)
    assert not {*told} & silent
    state = client.get("/actors/PRK.json").json()["sections"]["dyads"]["rows"][0]
    assert told["RUS"]["index"] == state["index"]


def test_the_map_shades_states_and_says_how_disputed_areas_are_drawn(client: TestClient) -> None:
    page = client.get("/map/PRK").text
    assert '<a href="/dyad/PRK/RUS">' in page
    assert 'class="l-self"' in page
    for name in ("Crimea", "Kosovo", "Taiwan", "Palestine", "Western Sahara", "no position is taken"):
        assert name in page
    assert "style=" not in page
    assert len(page) < 300_000


def test_a_map_is_of_the_day_asked_for(client: TestClient) -> None:
    now, then = (
        client.get(f"/map/PRK.json{query}").json()["sections"]["states"]["rows"] for query in ("", "?day=2024-06-20")
    )
    assert now != then


def test_the_form_finds_a_state_by_name(client: TestClient) -> None:
    assert "Map of the relations of Russia" in client.get("/map?of=rusia").text
    assert "<svg viewBox" in client.get("/map").text  # the mark of the site alone: no map is asked for


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<svg "), ("png", b"\x89PNG")])
def test_a_map_is_a_picture_too(client: TestClient, ending: str, begins: bytes) -> None:
    assert client.get(f"/map/RUS.{ending}").content.startswith(begins)


def test_a_body_has_no_place_on_a_map(client: TestClient) -> None:
    response = client.get("/map/UN.json")
    assert response.status_code == 404
    assert "/actors/UN" in response.json()["error"]["detail"]
