"""The page of an article: all of its text, with every claim of it marked; nothing that it says is taken for markup."""

import html
import re

import pytest
from starlette.testclient import TestClient

from makers import make_article, make_coding
from pasut.records import Article
from pasut.show.web.site import Site

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}'


@pytest.fixture
def hostile(own_site: Site) -> Article:
    """An article whose every field tries to be more than text."""
    article = make_article(
        "bad", HOSTILE + " " * 99, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(3)", byline=HOSTILE,
        wire=HOSTILE, dateline=HOSTILE, key=HOSTILE,
    )  # fmt: skip
    own_site.store.add(article, make_coding(article))
    return article


def test_the_whole_text_stands_on_the_page(client: TestClient, shown: Site) -> None:
    article = shown.store.article(next(shown.store.keys())[1])
    page = client.get(f"/articles/{article.id}").text
    body = page[page.index('<div class="text"') : page.index("</div>", page.index('<div class="text"'))]
    body = re.sub(r'<sup class="refs">.*?</sup>', "", body)
    paragraphs = [html.unescape(re.sub(r"<[^>]+>", "", each)) for each in re.findall(r"<p[^>]*>(.*?)</p>", body)]
    assert paragraphs == ([article.title] if article.title else []) + list(article.paragraphs)


def test_every_claim_is_marked_and_leads_to_its_page(client: TestClient, shown: Site) -> None:
    claim = next(shown.store.claims())
    page = client.get(f"/articles/{claim.article}").text
    for each in shown.store.coding(claim.article).claims:
        assert re.search(rf'<sup class="refs">.*?<a href="/claims/{each.id}"', page)
        assert f'<span id="s{each.sentence.start}"></span>' in page


@pytest.mark.parametrize("name", ["claims", "dating", "cut"])
def test_programs_get_what_was_coded_cut_and_how_it_was_dated(client: TestClient, shown: Site, name: str) -> None:
    article = next(shown.store.lines()).article
    assert name in client.get(f"/articles/{article.id}.json").json()["sections"]


def test_an_article_is_found_by_its_key(client: TestClient, shown: Site) -> None:
    key, id_ = next(shown.store.keys())
    response = client.get(f"/articles/{key}", follow_redirects=False)
    assert response.headers["location"] == f"/articles/{id_}"


def test_what_an_article_says_is_never_markup(writer: TestClient, hostile: Article) -> None:
    claim = make_coding(hostile).claims[0]
    for url in (f"/articles/{hostile.id}", f"/claims/{claim.id}"):
        page = writer.get(url).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert 'href="javascript:' not in page


def test_an_address_of_the_web_is_led_to_without_telling_where_from(writer: TestClient, own_site: Site) -> None:
    article = make_article("good", url="https://example.org/a?b=1&c=2")
    own_site.store.add(article, make_coding(article))
    page = writer.get(f"/articles/{article.id}").text
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">' in page


def test_the_folder_that_it_was_read_from_is_not_told(writer: TestClient, own_site: Site) -> None:
    article = make_article("own", source="/home/ani/private/own.txt")
    own_site.store.add(article, make_coding(article))
    page = writer.get(f"/articles/{article.id}").text
    assert "private" not in page
