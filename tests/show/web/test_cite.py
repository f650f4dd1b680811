"""A page can be cited in each form, whatever its title says."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from pasut.show.web.citation import Citation, write_citation


def cited(title: str) -> Citation:
    return Citation(
        key="pasut-1", kind="webpage", title=title, url="http://127.0.0.1:8001/dyad/PRK/RUS", author="pasut",
        accessed=dt.date(2025, 3, 1), version="pasut 0.1.0", note="Articles until 2025-02-28",
    )  # fmt: skip


def test_a_page_is_cited_in_words() -> None:
    assert write_citation(cited("Ebb and flow"), "text") == (
        "pasut. Ebb and flow. pasut 0.1.0. Articles until 2025-02-28. http://127.0.0.1:8001/dyad/PRK/RUS (2025-03-01)\n"
    )


@given(title=st.text())
def test_bibtex_stays_balanced_whatever_the_title_says(title: str) -> None:
    written = write_citation(cited(title), "bibtex").replace(r"\{", "").replace(r"\}", "")
    assert written.count("{") == written.count("}")


@given(title=st.text())
def test_ris_has_one_field_a_line_whatever_the_title_says(title: str) -> None:
    lines = write_citation(cited(title), "ris").split("\r\n")
    assert lines[-1] == ""
    assert all(line[2:6] == "  - " for line in lines[:-1])


@given(title=st.text(st.characters(exclude_categories=["Cs"])))
def test_csl_is_json_with_the_title_in_it(title: str) -> None:
    (item,) = json.loads(write_citation(cited(title), "csl"))
    assert item.get("title", "") == title


def test_the_page_leads_to_its_citation_and_the_citation_to_the_whole_view(client: TestClient) -> None:
    view = "/dyad/PRK/RUS?from=2024"
    assert "/cite?url=/dyad/PRK/RUS%3Ffrom%3D2024" in client.get(view).text
    page = client.get("/cite", params={"url": view}).text
    assert "http://127.0.0.1:8001/dyad/PRK/RUS?from=2024" in page
    assert "North Korea and Russia" in page


@pytest.mark.parametrize("ending", ["txt", "bib", "ris", "json"])
def test_a_citation_can_be_had_as_a_file(client: TestClient, ending: str) -> None:
    response = client.get(f"/cite.{ending}", params={"url": "/dyad/PRK/RUS"})
    assert "North Korea and Russia" in response.text
    assert response.headers["content-disposition"].endswith(f'.{ending}"')


@pytest.mark.parametrize(
    ("url", "status"),
    [("https://evil.example/", 400), ("//evil.example/", 400), ("/nowhere", 404), ("", 400), ("/cite?url=/", 404)],
)
def test_only_pages_of_this_site_are_cited(client: TestClient, url: str, status: int) -> None:
    assert client.get("/cite", params={"url": url}).status_code == status
