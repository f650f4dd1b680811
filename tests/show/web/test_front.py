"""The front page: what changed, what is told of most, and the way to any two actors."""

import pytest
from starlette.testclient import TestClient


def test_each_dyad_has_its_standing_for_programs(client: TestClient) -> None:
    rows = client.get("/index.json").json()["sections"]["dyads"]["rows"]
    first = next(row for row in rows if (row["a"], row["b"]) == ("PRK", "RUS"))
    assert first["low"] < first["index"] < first["high"]
    assert first["events"] >= first["recent"] >= 0
    assert [row["recent"] for row in rows] == sorted((row["recent"] for row in rows), reverse=True)


def test_what_changed_is_ranked_by_sureness_and_size(client: TestClient) -> None:
    rows = client.get("/index.json").json()["sections"]["changed"]["rows"]
    ranks = [(row["trend"] == "unclear", -abs(row["change"])) for row in rows]
    assert rows and ranks == sorted(ranks)
    assert not any(row["is_stale"] for row in rows)


def test_a_line_shows_the_course_of_each_and_says_it_in_words(client: TestClient) -> None:
    page = client.get("/").text
    assert 'aria-label="Index of North Korea and Russia over the last year, now +2.8"' in page


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        ("a=korut&b=Rusia", "/dyad/PRK/RUS"),
        ("a=North Korea&b=", "/actors/PRK"),
        ("a=PSE:Hamas&b=ISR", "/dyad/PSE%3AHamas/ISR"),
    ],
)
def test_the_actors_that_were_typed_lead_to_their_page(client: TestClient, query: str, leads: str) -> None:
    response = client.get(f"/dyad?{query}", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, leads)


@pytest.mark.parametrize(("query", "status", "said"), [("a=Xyzzy&b=RUS", 404, "no actor"), ("a=&b=", 400, "give two")])
def test_a_name_that_leads_nowhere_is_told_as_a_page(client: TestClient, query: str, status: int, said: str) -> None:
    response = client.get(f"/dyad?{query}", follow_redirects=False)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert said in response.text
