"""The page of the network of a period."""

import xml.etree.ElementTree as ET

import pytest
from starlette.testclient import TestClient

from pasut.show.web.drawing import Line, Node, draw_network

SVG = "{http://www.w3.org/2000/svg}"


def ties(client: TestClient, query: str = "") -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(f"/network.json{query}").json()["sections"]["ties"]["rows"]
    return found


def test_the_ties_of_a_period_have_their_sign_events_and_sources(client: TestClient) -> None:
    first = ties(client, "?from=2023&to=2025")[0]
    assert (first["a"], first["b"], first["sign"]) == ("PRK", "RUS", 1)
    assert int(str(first["sources"])) >= int(str(first["events"])) > 10


def test_only_what_happened_in_the_period_is_tied(client: TestClient) -> None:
    assert ties(client, "?from=1990&to=1990") == []
    assert "There are no events in this period" in client.get("/network?from=1990&to=1990").text


def test_the_network_of_one_actor_is_of_its_partners_alone(client: TestClient) -> None:
    found = ties(client, "?from=2000&to=2025&actor=rusia&_size=1000")
    partners = {code for row in found for code in (row["a"], row["b"]) if "RUS" in (row["a"], row["b"])}
    assert {row["a"] for row in found} | {row["b"] for row in found} <= partners


def test_the_page_draws_the_ties_and_says_what_its_lines_mean(client: TestClient) -> None:
    page = client.get("/network?from=2000&to=2025").text
    assert '<a href="/dyad/PRK/RUS"><title>' in page
    assert "dashed ones (−) hostile" in page
    assert "style=" not in page


def test_a_period_that_ends_before_it_begins_is_refused(client: TestClient) -> None:
    assert client.get("/network.json?from=2025&to=2024").status_code == 400


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<svg "), ("png", b"\x89PNG")])
def test_a_network_is_a_picture_too(client: TestClient, ending: str, begins: bytes) -> None:
    assert client.get(f"/network.{ending}?from=2000").content.startswith(begins)


@pytest.mark.parametrize(("sign", "mark", "dashes"), [(1, "+", None), (-1, "−", "9 6"), (0, "±", "2 5")])
def test_a_line_tells_its_sign_by_mark_and_dashes(sign: int, mark: str, dashes: str | None) -> None:
    nodes = [Node(code=code, title=code, weight=1, url="/x") for code in ("A", "B")]
    line = Line(one=0, other=1, sign=sign, title="<b>", weight=1, url="/y")
    picture = ET.fromstring(draw_network(nodes, [line], "title"))
    drawn = picture.find(f".//{SVG}line")
    assert drawn is not None
    assert drawn.get("stroke-dasharray") == dashes
    assert mark in [each.text for each in picture.iter(f"{SVG}text")]
