"""The page of search: hits marked, narrowed, paged; names and ids lead at once; wrong queries get a plain answer."""

import pytest
from starlette.testclient import TestClient

from makers import make_article, make_claim
from pasut.pipeline import Kit, sentences_of
from pasut.records import Coding
from pasut.show.web.pages.search import pairs_in
from pasut.show.web.site import Site
from pasut.store import search as store_search


def test_the_words_that_were_found_are_marked_in_their_forms(client: TestClient) -> None:
    page = client.get("/search?q=kirim").text
    assert '<mark class="mk-hit">mengirim' in page
    assert page.count('<li><p class="told">') == len(
        client.get("/search.json?q=kirim").json()["sections"]["sentences"]["rows"]
    )


def test_a_hit_leads_to_its_article_and_its_claims(client: TestClient) -> None:
    rows = client.get("/search.json?q=kirim").json()["sections"]["sentences"]["rows"]
    row = next(row for row in rows if row["claims"])
    page = client.get("/search?q=kirim").text
    assert f'href="/articles/{row["article"]}"' in page
    assert f'href="/claims/{row["claims"][0]}"' in page


@pytest.mark.parametrize(
    "narrowed",
    [
        "a=PRK&b=RUS",
        "actor=Rusia",
        "type=AID",
        "type=AID.arms",
        "status=alleged",
        "from=2024",
        "publisher=Kabar Pasut",
    ],
)
def test_filters_leave_fewer_sentences(client: TestClient, narrowed: str) -> None:
    every = client.get("/search.json?q=korut&_size=1000").json()["sections"]["sentences"]
    some = client.get(f"/search.json?q=korut&_size=1000&{narrowed}").json()["sections"]["sentences"]
    assert 0 < some["total"] == len(some["rows"]) < every["total"]


def test_one_actor_of_a_dyad_alone_is_wrong_use(client: TestClient) -> None:
    assert client.get("/search.json?q=korut&b=rusia").status_code == 400


def test_pages_follow_each_other_without_a_gap(client: TestClient) -> None:
    whole = client.get("/search.json?q=korut&_size=1000").json()["sections"]["sentences"]["rows"]
    found, url = [], "/search.json?q=korut&_size=5"
    while url:
        part = client.get(url).json()["sections"]["sentences"]
        found += part["rows"]
        url = part["next"]
    assert found == whole
    assert len(found) > 10


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("korut rusia", "/dyad/PRK/RUS"),
        ("PRK RUS", "/dyad/PRK/RUS"),
        ("rusia dan korea utara", "/dyad/PRK/RUS"),
        ("Korea Utara", "/actors/PRK"),
        ("North Korea – Russia", "/dyad/PRK/RUS"),
    ],
)
def test_the_name_of_an_actor_or_of_two_leads_straight_to_their_page(client: TestClient, said: str, url: str) -> None:
    assert f'Straight to <a href="{url}">' in client.get("/search", params={"q": said}).text


@pytest.mark.parametrize("said", ["rudal", "rusia rusia", "kirim rudal ke rusia", "", "a b c d e f g h i j k l m"])
def test_what_names_no_pair_offers_none(shown: Site, said: str) -> None:
    assert list(pairs_in(said, shown.names)) == []


def test_an_id_leads_to_what_it_is_the_id_of(client: TestClient, shown: Site) -> None:
    event = next(shown.store.events())
    proposition = next(shown.store.propositions())
    wanted = {
        event.claims[0]: "claims", event.claims[0][:10]: "claims", event.id: "events", event.articles[0]: "articles",
        proposition.id.upper(): "ledger",
    }  # fmt: skip
    for said, kind in wanted.items():
        response = client.get("/search", params={"q": said}, follow_redirects=False)
        assert response.status_code == 307
        assert response.headers["location"].startswith(f"/{kind}/{said.lower()}")


@pytest.mark.parametrize("said", ["-rudal", '""', "!!!", "OR"])
def test_a_query_without_words_is_told_so(client: TestClient, said: str) -> None:
    page = client.get("/search", params={"q": said})
    assert page.status_code == 400
    assert "There is no word to look for" in page.text
    assert "nothing to look for" in client.get("/search.json", params={"q": said}).json()["error"]["detail"]


def test_no_query_is_an_empty_form(client: TestClient) -> None:
    page = client.get("/search")
    assert page.status_code == 200
    assert 'name="q"' in page.text


@pytest.mark.parametrize(
    "said", ['"><script>alert(1)</script>', "{{7*7}}", "a" * 299, 'x" OR roots:', "\u202ekorut", "NEAR(a b)"]
)
def test_no_query_breaks_the_page_or_comes_back_alive(client: TestClient, said: str) -> None:
    page = client.get("/search", params={"q": said})
    assert page.status_code in (200, 400)
    assert "<script>alert" not in page.text


def test_markup_in_a_sentence_is_inert_and_still_marked(writer: TestClient, own_site: Site) -> None:
    article = make_article("bad", "Rudal <b onclick=alert(1)>jelajah</b> dikirim & dicoba.", title=None)
    claim = make_claim(article)
    own_site.store.add(article, Coding(article=article.id, claims=(claim,)), None, sentences_of(article, Kit()))
    page = writer.get("/search?q=jelajah").text
    assert '&lt;b onclick=alert(1)&gt;<mark class="mk-hit">jelajah</mark>&lt;/b&gt;' in page


def test_words_that_are_everywhere_are_told_of_by_the_sentences_read_last(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_search, "COMMON", 3)
    monkeypatch.setattr("pasut.asking.COMMON", 3)
    assert "Very many sentences hold these words" in client.get("/search?q=korut").text
    part = client.get("/search.json?q=korut&_size=5").json()["sections"]["sentences"]
    assert (part["next"] is not None, len(part["rows"])) == (True, 5)
