"""Triangles, and one state between two others."""

import pytest
from starlette.testclient import TestClient

THREE = "PRK/RUS/CHN"


def sections(client: TestClient, url: str) -> dict[str, list[dict[str, object]]]:
    return {name: part["rows"] for name, part in client.get(url).json()["sections"].items()}


def test_a_triangle_has_its_three_relations_each_leading_to_its_dyad(client: TestClient) -> None:
    sides = sections(client, f"/triangle/{THREE}.json")["sides"]
    assert [(row["a"], row["b"]) for row in sides] == [("PRK", "RUS"), ("RUS", "CHN"), ("PRK", "CHN")]
    dyad = client.get("/actors/PRK.json").json()["sections"]["dyads"]["rows"][0]
    assert sides[0]["value"] == pytest.approx(dyad["index"], abs=0.001)
    assert '<a href="/dyad/PRK/RUS">' in client.get(f"/triangle/{THREE}").text


def test_the_probabilities_of_the_figures_fill_the_whole(client: TestClient) -> None:
    shares = sections(client, f"/triangle/{THREE}.json")["shares"]
    assert shares
    for row in shares:
        chances = [float(str(row[name])) for name in ("menage", "romantic", "marriage", "veto")]
        assert sum(chances) == pytest.approx(1, abs=0.001)
        assert row["balanced"] == pytest.approx(chances[0] + chances[2], abs=0.001)


def test_a_triangle_over_time_is_that_of_the_command_line(client: TestClient) -> None:
    course = sections(client, f"/triangle/{THREE}.json?_size=1000")["course"]
    assert course == sorted(course, key=lambda row: str(row["date"]), reverse=True)
    assert {"figure", "chance", "balanced", "side_1_error"} <= set(course[0])


def test_a_hedge_tells_tilt_and_engagement_with_their_band(client: TestClient) -> None:
    row = sections(client, "/hedge/korut/CHN/RUS.json")["course"][0]
    assert (row["state"], row["one"], row["other"]) == ("PRK", "CHN", "RUS")
    assert float(str(row["error"])) > 0
    page = client.get("/hedge/PRK/CHN/RUS").text
    assert 'data-chart="hedge"' in page
    assert "leans to CHN" in page


@pytest.mark.parametrize(
    ("form", "asked"), [("/triangle", "a=korut&b=rusia&c=cina"), ("/hedge", "state=PRK&a=China&b=Russia")]
)
def test_the_three_are_chosen_in_a_form_without_scripts(client: TestClient, form: str, asked: str) -> None:
    assert f'<form class="ask" action="{form}"' in client.get(form).text
    assert "North Korea" in client.get(f"{form}?{asked}").text.partition("</h1>")[0]


@pytest.mark.parametrize("path", [f"/triangle/{THREE}", "/hedge/PRK/CHN/RUS"])
def test_the_charts_are_pictures_too(client: TestClient, path: str) -> None:
    assert client.get(f"{path}.svg").text.startswith("<svg")
    assert client.get(f"{path}.png").content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/triangle/PRK/PRK/RUS.json", "three different actors"),
        ("/hedge/PRK/CHN/CHN.json", "three different actors"),
        (f"/triangle/{THREE}.json?from=2090", "widen `from` and `to`"),
        (f"/triangle/{THREE}.json?part=songs", "give one of all, verbal, material"),
    ],
)
def test_what_cannot_be_is_refused(client: TestClient, url: str, said: str) -> None:
    response = client.get(url)
    assert response.status_code == 400
    assert said in response.json()["error"]["detail"]


def test_three_of_whom_nothing_is_known_make_no_figure(client: TestClient) -> None:
    page = client.get("/triangle/FJI/TON/WSM")
    assert page.status_code == 200
    assert "Throughout this time one of the relations is stale." in page.text
    assert client.get("/hedge/FJI/TON/WSM").status_code == 200
