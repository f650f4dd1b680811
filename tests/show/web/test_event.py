"""The page of an event: its claims by source, its reasons, its neighbours; ids of before lead to what they are now."""

import sqlite3

import pytest
from starlette.testclient import TestClient

from pasut.records import Event
from pasut.show.web.site import Site


@pytest.fixture
def told(shown: Site) -> Event:
    """The most told of events of the packaged examples."""
    return max(shown.store.events(dyad=("PRK", "RUS")), key=lambda event: (len(event.claims), event.id))


def test_every_claim_leads_to_its_page_and_its_article(client: TestClient, told: Event) -> None:
    page = client.get(f"/events/{told.id}").text
    assert all(f'href="/claims/{claim}"' in page for claim in told.claims)
    assert all(f'href="/articles/{article}"' in page for article in told.articles)


def test_claims_are_numbered_by_independent_source(client: TestClient, told: Event) -> None:
    rows = client.get(f"/events/{told.id}.json").json()["sections"]["claims"]["rows"]
    numbers = [row["source_number"] for row in rows]
    assert numbers == sorted(numbers)
    assert numbers[-1] == told.sources


def test_copies_are_one_source_with_what_they_copy(client: TestClient, shown: Site) -> None:
    copied = {copy.id: root.id for copy, _, root, _ in shown.store.copies()}
    event = next(event for event in shown.store.events() if len({*event.articles} & {*copied, *copied.values()}) > 1)
    sections = client.get(f"/events/{event.id}.json").json()["sections"]
    roots = {row["article"]: row["root"] for row in sections["claims"]["rows"]}
    assert any(article != root for article, root in roots.items())
    assert {row["article"] for row in sections["copies"]["rows"]} <= set(event.articles)


def test_an_event_leads_to_its_dyad_actors_proposition_and_place_in_time(client: TestClient, shown: Site) -> None:
    event = next(event for event in shown.store.events(dyad=("PRK", "RUS"), type="AID.arms") if event.proposition)
    page = client.get(f"/events/{event.id}").text
    for url in ("/dyad/PRK/RUS", "/actors/PRK", f"/ledger/{event.proposition}", "/dyad/PRK/RUS/events"):
        assert f'href="{url}' in page


def test_reasons_say_why_claims_are_one_and_the_nearest_event_another(client: TestClient, told: Event) -> None:
    body = client.get(f"/events/{told.id}.json").json()
    assert {row["claim"] for row in body["sections"]["why_one"]["rows"]} == set(told.claims)
    assert body["record"]["nearest"]["id"] != told.id
    assert "It is another, since:" in client.get(f"/events/{told.id}").text


def test_the_beginning_of_an_id_leads_to_the_event(client: TestClient, told: Event) -> None:
    response = client.get(f"/events/{told.id[:10]}.json?_lang=id", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (307, f"/events/{told.id}.json?_lang=id")


def test_an_id_of_before_leads_for_ever_to_the_event_it_has_become(writer: TestClient, own_site: Site) -> None:
    event = next(own_site.store.events())
    with sqlite3.connect(own_site.store.path) as connection:
        connection.execute("INSERT INTO event_redirects VALUES ('0ld1d', ?)", (event.id,))
    response = writer.get("/events/0ld1d", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (308, f"/events/{event.id}")


def test_an_unknown_event_is_not_found(client: TestClient) -> None:
    assert client.get("/events/nowhere.json").status_code == 404


def test_a_correction_stands_on_the_page_of_its_event(writer: TestClient, own_site: Site) -> None:
    event = next(own_site.store.events(dyad=("PRK", "RUS")))
    own_site.store.correct("note", event.claims[0], by="ani", note="seen on the film")
    own_site.merge()
    rows = writer.get(f"/events/{event.id}.json").json()["sections"]["corrections"]["rows"]
    assert rows[0]["note"] == "seen on the film"


def test_a_contradiction_stands_on_the_page_of_its_event(client: TestClient, shown: Site) -> None:
    found = next(each for each in shown.store.contradictions() if each.event)
    sections = client.get(f"/events/{found.event}.json").json()["sections"]
    assert found.kind in [row["kind"] for row in sections["contradictions"]["rows"]]


def test_many_claims_come_a_page_at_a_time_each_with_its_reasons(client: TestClient, told: Event) -> None:
    found, url = [], f"/events/{told.id}.json?_size=4"
    while url:
        sections = client.get(url).json()["sections"]
        found += [row["id"] for row in sections["claims"]["rows"]]
        assert {row["claim"] for row in sections["why_one"]["rows"]} == set(found[-len(sections["claims"]["rows"]) :])
        url = sections["claims"]["next"]
    assert sorted(found) == sorted(told.claims)


def test_an_event_is_cited_by_the_beginning_of_its_id_too(client: TestClient, told: Event) -> None:
    page = client.get("/cite", params={"url": f"/events/{told.id[:12]}"}, follow_redirects=False)
    assert page.status_code == 200
    assert "gives arms" in page.text


def test_the_sentence_that_tells_it_most_plainly_leads_to_its_claim(client: TestClient, told: Event) -> None:
    page = client.get(f"/events/{told.id}").text
    quoted = page[page.index('<blockquote class="plainest">') : page.index("</blockquote>")]
    assert any(f'<a href="/claims/{claim}">' in quoted for claim in told.claims)
