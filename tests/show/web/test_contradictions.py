"""Contradictions: both sides with their sentences, slips apart."""

from starlette.testclient import TestClient

from pasut.asking import contradictions_of
from pasut.show.web.site import Site


def test_disputes_and_slips_stand_apart_and_none_is_lost(client: TestClient, shown: Site) -> None:
    found = contradictions_of(shown.store, shown.kit)
    sections = client.get("/contradictions.json?_size=1000").json()["sections"]
    slips = client.get("/contradictions.json?slips=1&_size=1000").json()["sections"]["slips"]["rows"]
    disputes = sections["disputes"]["rows"]
    assert {row["is_slip"] for row in disputes} == {"no"}
    assert len(disputes) + len(slips) == len(found)
    assert len(disputes) == sections["disputes"]["total"] > 0


def test_each_side_leads_to_its_own_claim(client: TestClient) -> None:
    row = client.get("/contradictions.json").json()["sections"]["disputes"]["rows"][0]
    page = client.get("/contradictions").text
    assert f'href="/claims/{row["claim"]}"' in page
    assert f'href="/claims/{row["other_claim"]}"' in page


def test_a_kind_or_a_dyad_narrows_them(client: TestClient) -> None:
    assert client.get("/contradictions.json?kind=place").json()["sections"]["disputes"]["rows"] == []
    assert client.get("/contradictions.json?a=PRK&b=RUS").json()["sections"]["disputes"]["total"] > 0
    assert "give two actors" in client.get("/contradictions.json?a=PRK").json()["error"]["detail"]
