"""Pages of actors: the list, and each one."""

import pytest
from starlette.testclient import TestClient

from pasut.show.web.site import Site


def rows(client: TestClient, url: str, section: str = "actors") -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(url).json()["sections"][section]["rows"]
    return found


def test_every_actor_of_a_dyad_is_listed_with_its_counts(client: TestClient, shown: Site) -> None:
    found = {row["code"]: row for row in rows(client, "/actors.json?_size=1000")}
    named = {code for pair in shown.store.count_pairs() for code in (pair.a, pair.b) if code}
    assert named <= set(found)
    assert found["PRK"]["events"] == max(row["events"] for row in found.values())  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("q=korea", lambda row: "korea" in f"{row['name_en']} {row['name_id']}".casefold()),
        ("q=RUSIA", lambda row: "rusia" in row["name_id"].casefold()),
        ("kind=body", lambda row: row["kind"] == "body"),
        ("letter=n", lambda row: row["name"].startswith("N")),
    ],
)
def test_the_list_is_filtered_by_letters_kind_and_first_letter(client: TestClient, query: str, holds: object) -> None:
    found = rows(client, f"/actors.json?{query}")
    assert found
    assert all(holds(row) for row in found)  # type: ignore[operator]


def test_an_actor_has_its_relations_by_activity_with_the_index_of_the_dyad(client: TestClient) -> None:
    found = rows(client, "/actors/PRK.json", "dyads")
    assert [found[0]["a"], found[0]["b"]] == ["PRK", "RUS"]
    state = rows(client, "/dyad/PRK/RUS.json", "state")[0]
    assert found[0]["index"] == pytest.approx(state["index"], abs=0.001)


def test_an_actor_s_persons_have_their_offices_over_time(client: TestClient) -> None:
    persons = {row["person"]: row for row in rows(client, "/actors/rusia.json", "persons")}
    assert any("head of state (since 7 May 2012)" in term for term in persons["vladimir-putin"]["terms"])  # type: ignore[attr-defined]
    assert "All →" in client.get("/actors/RUS").text
    assert "Medvedev" in client.get("/actors/RUS?persons=all").text


def test_an_actor_s_page_leads_to_dyads_events_map_and_network(client: TestClient) -> None:
    page = client.get("/actors/PRK").text
    for url in ("/dyad/PRK/RUS", "/map/PRK", "/network?actor=PRK", "/events/"):
        assert f'href="{url}' in page
    assert "/map/" not in client.get("/actors/UN").text


def test_the_latest_events_come_first(client: TestClient) -> None:
    days = [str(row["date_first"]) for row in rows(client, "/actors/PRK.json", "events")]
    assert days == sorted(days, reverse=True)
    assert len(days) == 20


def test_an_actor_that_no_table_knows_is_not_found(client: TestClient) -> None:
    assert client.get("/actors/Xyzzy.json").status_code == 404
