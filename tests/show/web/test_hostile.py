"""Nothing that an article or an address says runs, breaks the site, or shows what is not in the store."""

import pathlib
from collections import deque
from collections.abc import Iterator

import msgspec.structs
import pytest
from starlette.testclient import TestClient

from makers import make_article, make_claim
from pasut.pipeline import Kit
from pasut.records import Actor, ActorCode, Coding, Sentence, Span, Status, When
from pasut.show.web.app import make_app
from pasut.show.web.routes import ROUTES
from pasut.show.web.site import Site
from pasut.store import open_store
from show.web.hostile import ATTACKS, attacks_on, check_page

MOST_PAGES = 120
EVIL = "".join(ATTACKS[:5])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A store of an article that attacks wherever it can, and one that it denies."""
    place = tmp_path_factory.mktemp("hostile") / "store.sqlite"
    with open_store(place) as store:
        statuses: tuple[Status, ...] = ("alleged", "denied")
        for number, status in enumerate(statuses):
            text = f"{EVIL} Rusia mengirim {EVIL} {number}."
            article = msgspec.structs.replace(
                make_article(f"../{EVIL}{number}", text, title=EVIL, publisher=EVIL),
                url="javascript:alert(1)", byline=EVIL, dateline=EVIL, wire=EVIL, source=f"/etc/{EVIL}",
            )  # fmt: skip
            claim = make_claim(
                article, status=status, sentence_text=text, speaker=(f"expert:{EVIL}",), medium=(EVIL,), object=EVIL,
                quantity=EVIL, place=EVIL, source=(Actor(code=ActorCode("RUS"), person=EVIL, office=EVIL),),
                target=(Actor(code=ActorCode(f"PRK:{EVIL}")),), rule=EVIL, mode="arms",
                when=When(first=None, last=None, basis=EVIL),
            )  # fmt: skip
            known = msgspec.structs.replace(claim, id=claim.id[::-1], target=(Actor(code=ActorCode("PRK")),))
            sentence = Sentence(span=Span(start=0, end=len(text)), roots=EVIL)
            store.add(article, Coding(article=article.id, claims=(claim, known)), sentences=[sentence])
    site = Site(place, token="t", kit=Kit())
    site.merge()
    yield site
    site.close()


def test_every_page_of_a_hostile_store_is_inert_and_leads_to_pages_that_are_there(hostile: Site) -> None:
    client = TestClient(make_app(hostile), base_url="http://127.0.0.1", headers={"Authorization": "Bearer t"})
    waiting, seen, wrong = deque(["/"]), {"/"}, []
    for _ in range(MOST_PAGES):
        if not waiting:
            break
        url = waiting.popleft()
        response = client.get(url)
        wrong += [f"{url}: status {response.status_code}"] if response.status_code != 200 else []
        if not response.headers["content-type"].startswith("text/html"):
            continue
        page = check_page(response.text)
        wrong += [f"{url}: {each}" for each in page.wrong]
        for link in page.links:
            bare = link.partition("#")[0]
            if bare.startswith("/") and bare not in seen:
                seen.add(bare)
                waiting.append(bare)
    assert not wrong
    kinds = {url.split("/")[1] for url in seen}
    assert kinds >= {"dyad", "events", "claims", "articles", "ledger", "actors", "add"}


@pytest.mark.parametrize("path", sorted({route.path for route in ROUTES}))
def test_no_attack_in_an_address_breaks_a_page_or_comes_back_alive(shown: Site, path: str) -> None:
    client = TestClient(make_app(shown), base_url="http://127.0.0.1", raise_server_exceptions=False)
    for route in (each for each in ROUTES if each.path == path):
        for url in attacks_on(route):
            response = client.get(url, follow_redirects=False)
            assert response.status_code < 500, url
            assert "root:" not in response.text and "set-cookie" not in response.headers, url
            if response.headers.get("content-type", "").startswith("text/html"):
                assert not check_page(response.text).wrong, url


def test_the_reader_of_pages_sees_what_is_wrong() -> None:
    assert check_page("<script>x</script>").wrong
    assert check_page("<p onclick='x'>").wrong
    assert check_page("<a href='javascript:x'>").wrong
    assert check_page("<img src='http://elsewhere.example/x.png'>").wrong
    assert not check_page("<a href='https://elsewhere.example/'>x</a><script src='/static/pasut.js'></script>").wrong


def test_the_store_is_as_it_was(hostile: Site) -> None:
    assert pathlib.Path(hostile.store.path).exists()
    assert hostile.store.count("claims")[0][1] == 4
