"""The site as a whole: forms of a page, parameters, errors in one shape, caching, and what keeps it closed."""

import csv
import io
import json
import re

import pytest
from starlette.testclient import TestClient

from pasut.show.web.app import NAVIGATION, make_app
from pasut.show.web.page import address
from pasut.show.web.site import Site


def test_the_front_page_leads_to_each_dyad(client: TestClient) -> None:
    page = client.get("/").text
    assert '<a href="/dyad/PRK/RUS">' in page


@pytest.mark.parametrize("said", ["PRK/RUS", "korut/rusia", "North Korea/Russia"])
def test_a_dyad_is_found_by_code_and_by_name(client: TestClient, said: str) -> None:
    assert "North Korea and Russia" in client.get(f"/dyad/{said}").text


def test_a_page_has_the_same_rows_in_each_form(client: TestClient) -> None:
    rows = client.get("/index.json").json()["sections"]["dyads"]["rows"]
    lines = [json.loads(line) for line in client.get("/index.jsonl").text.splitlines()]
    cells = list(csv.DictReader(io.StringIO(client.get("/index.csv").text)))
    assert rows == lines
    assert [(row["a"], row["b"]) for row in rows] == [(row["a"], row["b"]) for row in cells]


def test_pages_of_rows_follow_each_other_without_a_gap(client: TestClient) -> None:
    whole = client.get("/index.json?_size=1000").json()["sections"]["dyads"]
    found, url = [], "/index.json?_size=3"
    while url:
        part = client.get(url).json()["sections"]["dyads"]
        found += part["rows"]
        url = part["next"]
    assert found == whole["rows"]
    assert len(found) == whole["total"] > 3


def test_rows_are_sorted_and_counted_when_asked(client: TestClient) -> None:
    part = client.get("/dyad/PRK/RUS.json?_sort=-sources&_facet=type&_size=1000").json()["sections"]["events"]
    sources = [row["sources"] for row in part["rows"]]
    assert sources == sorted(sources, reverse=True)
    assert sum(each["count"] for each in part["facets"]["type"]) == part["total"]


@pytest.mark.parametrize(
    ("url", "status", "said"),
    [
        ("/nowhere.json", 404, "Not Found"),
        ("/dyad/PRK/Xyzzy.json", 404, "no actor is called 'Xyzzy'"),
        ("/index.json?colour=red", 400, "'colour' is not known here"),
        ("/index.json?_size=0", 400, "give a whole number from 1 to 1000"),
        ("/index.json?_size=10&_size=20", 400, "given twice"),
        ("/index.json?_sort=colour", 400, "the fields are a, b, events"),
        ("/index.json?_next=x", 400, "take it from the `next`"),
        ("/dyad/PRK/RUS.json?from=June", 400, "'June' is no date"),
        ("/index.csv?_section=none", 400, "the sections are: dyads"),
    ],
)
def test_an_error_says_what_is_wrong_in_one_shape(client: TestClient, url: str, status: int, said: str) -> None:
    response = client.get(url)
    assert response.status_code == status
    assert response.json()["error"]["status"] == status
    assert said in response.json()["error"]["detail"]


def test_an_address_that_is_read_and_written_says_both_when_asked_otherwise(client: TestClient) -> None:
    response = client.put("/token")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"


def test_an_error_is_a_page_for_people_and_escapes_what_was_asked(client: TestClient) -> None:
    page = client.get("/dyad/PRK/<script>alert(1)<%2Fscript>")
    assert page.status_code == 404
    assert "<script>alert" not in page.text


def test_a_page_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    mark = client.get("/").headers["etag"]
    assert client.get("/", headers={"If-None-Match": mark}).status_code == 304
    assert client.get("/?_lang=id", headers={"If-None-Match": mark}).status_code == 200


def test_a_page_changes_its_mark_when_something_is_written(writer: TestClient, own_site: Site) -> None:
    mark = writer.get("/").headers["etag"]
    claim = next(own_site.store.claims())
    own_site.store.correct("note", claim.id, by="ani", note="checked")
    assert writer.get("/").headers["etag"] != mark


def test_the_language_is_the_reader_s_own_unless_the_address_says_otherwise(client: TestClient) -> None:
    assert 'lang="id"' in client.get("/", headers={"Accept-Language": "id-ID,id;q=0.9,en;q=0.8"}).text
    assert 'lang="id"' in client.get("/?_lang=id").text
    client.cookies.set("lang", "id")
    assert 'lang="id"' in client.get("/").text


@pytest.mark.parametrize(
    ("back", "leads"), [("/dyad/PRK/RUS?from=2024", "/dyad/PRK/RUS?from=2024"), ("//evil.example", "/"), ("x", "/")]
)
def test_settings_are_kept_and_lead_back_to_this_site_only(client: TestClient, back: str, leads: str) -> None:
    response = client.get("/settings", params={"theme": "dark", "to": back}, follow_redirects=False)
    assert response.headers["location"] == leads
    assert 'data-theme="dark"' in client.get("/").text


def test_every_answer_keeps_the_site_closed(client: TestClient) -> None:
    for url in ("/", "/nowhere", "/static/pasut.css", "/index.json"):
        headers = client.get(url).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_a_foreign_host_name_is_refused_unless_it_was_allowed(shown: Site, client: TestClient) -> None:
    assert client.get("/", headers={"Host": "rebound.example"}).status_code == 421
    open_client = TestClient(make_app(shown, hosts=("desk.example",)), base_url="http://desk.example")
    assert open_client.get("/").status_code == 200


def test_the_chart_scripts_come_from_this_machine_and_may_be_kept(client: TestClient) -> None:
    response = client.get("/static/vega.js")
    assert "vegaEmbed" in response.text
    assert "immutable" in response.headers["cache-control"]


def test_nothing_else_lies_in_the_static_folder(client: TestClient) -> None:
    for name in ("..%2Fapp.py", "../app.py", "app.py", ""):
        assert client.get(f"/static/{name}").status_code == 404


def test_an_address_quotes_what_it_is_made_of_and_is_none_without_it() -> None:
    assert address("/claims/{id}", {"id": "a/b?c"}) == "/claims/a%2Fb%3Fc"
    assert address("/claims/{id}", {"id": None}) == ""
    assert address("/claims/{id}", {}) == ""


def test_every_page_of_the_navigation_is_in_the_menu_of_narrow_screens(client: TestClient) -> None:
    page = client.get("/actors").text
    side, _, menu = page.partition('<details class="menu">')
    menu = menu.partition("</details>")[0]
    assert [path for _, path in NAVIGATION] == re.findall(r'<a href="([^"]+)"', menu)
    assert 'href="/calendar"' in side and 'href="/exports"' not in side
    assert menu.count('aria-current="page"') == 1
