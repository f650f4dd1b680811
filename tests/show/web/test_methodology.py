"""The page of methods says what computes: parameters, scale and accuracy are those of the program."""

from starlette.testclient import TestClient

from pasut.measure.parameters import DEFAULT
from pasut.show.accuracy import load_accuracy
from pasut.world.scale import load_scale


def test_parameters_and_scale_are_those_that_compute(client: TestClient) -> None:
    sections = client.get("/methodology.json").json()["sections"]
    assert [(row["parameter"], row["value"]) for row in sections["parameters"]["rows"]] == list(DEFAULT.listed())
    scores = {(row["type"], row["mode"]): row["score"] for row in sections["scale"]["rows"]}
    assert scores == dict(load_scale().scores)


def test_accuracy_is_shown_with_the_counts_it_rests_on(client: TestClient) -> None:
    rows = client.get("/methodology.json").json()["sections"]["accuracy"]["rows"]
    assert {row["set"] for row in rows} == set(load_accuracy())
    for row in rows:
        assert row["precision"] == round(row["right"] / row["coded"], 4)
        assert row["recall"] == round(row["right"] / row["gold"], 4)


def test_the_page_speaks_both_languages(client: TestClient) -> None:
    assert "What it cannot tell" in client.get("/methodology").text
    assert "Yang tidak dapat dikatakannya" in client.get("/methodology?_lang=id").text
