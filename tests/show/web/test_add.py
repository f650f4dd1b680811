"""Adding articles in the page: pasted, uploaded, looked at only; what is wrong is said, and nothing is lost."""

import json
import sqlite3
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from pasut.show.web.adding import MOST_ARTICLES, safe_name
from pasut.show.web.app import make_app
from pasut.show.web.pages.add import MOST_LOOKED
from pasut.show.web.site import Site

HERE, TOKEN = "http://127.0.0.1:8001", "a-token-for-tests"
TEXT = "Presiden Vietnam mengunjungi Laos pada 12 Maret 2025.\r\n\r\nJepang menuduh Tiongkok melanggar perairannya.\r\n"
PASTED = {"text": TEXT, "title": "Sehari di Asia", "published": "2025-03-13", "publisher": "Kabar"}


def articles(site: Site) -> int:
    """How many articles the store holds."""
    return site.store.count("articles")[0][1]


@pytest.fixture
def stranger(own_site: Site) -> TestClient:
    """Somebody without the token."""
    return TestClient(make_app(own_site), base_url=HERE, headers={"Accept-Language": "en"})


def test_a_pasted_text_is_coded_at_once_with_its_words_marked(writer: TestClient, own_site: Site) -> None:
    before = articles(own_site)
    page = writer.post("/add", data=PASTED)
    assert page.status_code == 200
    assert "new, stored" in page.text
    assert "<mark" in page.text and "mengunjungi</mark>" in page.text
    assert articles(own_site) == before + 1
    visit = next(own_site.store.claims(source="VNM", target="LAO"))
    assert f'href="/articles/{visit.article}"' in page.text
    assert f'href="/claims/{visit.id}"' in page.text
    assert own_site.store.article(visit.article).publisher == "Kabar"


def test_the_same_text_again_is_known_already(writer: TestClient, own_site: Site) -> None:
    writer.post("/add", data=PASTED)
    before = articles(own_site)
    assert "known already" in writer.post("/add", data=PASTED).text
    assert "known already" in writer.post("/add", data=PASTED | {"url": "https://kabar.example/1"}).text
    assert articles(own_site) == before


def test_files_are_added_and_a_bad_one_is_said_by_its_name(writer: TestClient, own_site: Site) -> None:
    before = articles(own_site)
    line = json.dumps({"id": "one", "text": TEXT, "title": "Dari JSONL", "published": "2025-03-13"})
    files = [
        ("files", ("berita satu.txt", TEXT.replace("Laos", "Kamboja").encode())),
        ("files", ("dua.md", f"---\ntitle: Dua\n---\n{TEXT.replace('Laos', 'Thailand')}".encode())),
        ("files", ("tiga.jsonl", f"{line}\nnot json\n".encode())),
        ("files", ("foto.png", b"\x89PNG\r\n\x00\x00")),
        ("files", ("kosong.txt", b"")),
    ]
    page = writer.post("/add", files=files).text
    assert articles(own_site) == before + 3
    assert "tiga.jsonl:2" in page
    assert "files ending in .png are not read" in page
    assert "kosong.txt" in page
    assert "/tmp" not in page


@pytest.mark.parametrize(
    ("said", "safe"),
    [
        ("../../etc/passwd", "file.passwd"), ("C:\\berita\\a.txt", "a.txt"), ("..", "file.none"), ("", "file.none"),
        (".htaccess", "file.htaccess"), ("berita <b>.txt", "berita _b_.txt"), ("a" * 300 + ".txt", "a" * 80 + ".txt"),
    ],
)  # fmt: skip
def test_a_file_s_name_leads_nowhere(said: str, safe: str) -> None:
    assert safe_name(said) == safe


def test_more_articles_than_a_form_may_hold_are_left_out_and_said(writer: TestClient, own_site: Site) -> None:
    before = articles(own_site)
    lines = "\n".join(json.dumps({"id": str(n), "text": "Hujan."}) for n in range(MOST_ARTICLES + 5))
    page = writer.post("/add", files=[("files", ("banyak.jsonl", lines.encode()))]).text
    assert f"more than {MOST_ARTICLES} articles" in page
    assert articles(own_site) - before <= MOST_ARTICLES


def test_looking_keeps_nothing_and_needs_no_token(stranger: TestClient, own_site: Site) -> None:
    before = own_site.store.stamp()
    page = stranger.post("/add", data=PASTED | {"look": "1"}).text
    assert "Claims found" in page
    assert "mengunjungi</mark>" in page
    assert 'href="/claims/' not in page
    assert own_site.store.stamp() == before


def test_adding_without_the_token_is_refused(stranger: TestClient, own_site: Site) -> None:
    before = articles(own_site)
    assert stranger.post("/add", data=PASTED).status_code == 403
    stranger.cookies.set("pasut_token", TOKEN)
    assert stranger.post("/add", data=PASTED).status_code == 403  # no origin: it may be any program's
    assert stranger.post("/add", data=PASTED, headers={"Origin": "https://evil.example"}).status_code == 403
    assert stranger.post("/add", data=PASTED, headers={"Origin": "null"}).status_code == 403
    assert articles(own_site) == before
    assert stranger.post("/add", data=PASTED, headers={"Origin": HERE}).status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": " "}, "there is nothing to add"),
        ({"published": "Juni"}, "is no date"),
        ({"language": "xx"}, "is no language"),
        ({"text": "a " * MOST_LOOKED, "look": "1"}, "longer than"),
    ],
)
def test_what_cannot_be_is_said_and_the_form_keeps_what_was_pasted(
    writer: TestClient, changed: dict[str, str], said: str
) -> None:
    page = writer.post("/add", data=PASTED | changed)
    assert page.status_code == 400
    assert said in page.text
    assert 'value="Sehari di Asia"' in page.text


@pytest.fixture
def busy(own_site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another program writes to the store for a long time, and nobody waits for it as long as people would."""
    monkeypatch.setattr("pasut.store.connection.BUSY_SECONDS", 0)
    own_site.store.close()
    other = sqlite3.connect(own_site.store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


def test_a_store_that_another_program_writes_is_said_to_be_busy(busy: None, writer: TestClient, own_site: Site) -> None:
    page = writer.post("/add", data=PASTED)
    assert page.status_code == 503
    assert "another program is writing" in page.text
    assert "mengunjungi Laos" in page.text
    claim = next(own_site.store.claims())
    response = writer.post(f"/claims/{claim.id}/correct", data={"by": "ani", "action": "reject"})
    assert response.status_code == 503
    assert own_site.store.overrides() == []


def test_what_is_wrong_with_a_form_is_said_in_the_language_of_the_page(writer: TestClient) -> None:
    sent = writer.post("/add", data={"text": "", "look": "1"}, headers={"Accept-Language": "id"})
    assert sent.status_code == 400
    assert "there is no text" not in sent.text
