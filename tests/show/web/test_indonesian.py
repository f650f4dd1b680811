"""An Indonesian reader finds no English in the pages, but for ids, codes, names of fields and what articles say."""

import html.parser
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from pasut.show.web.app import make_app
from pasut.show.web.site import Site

HERE = "http://127.0.0.1:8001"
TELLTALE = re.compile(
    r"\b(the|of|and|with|from|was|were|is|are|not|for|which|that|this|by|no|told|since|until|unknown|weekday|military|"
    r"economic|diplomatic|pronoun|capital|adjective|foreign|minister|publication)\b"
)
OPTION = re.compile(r"--\w+|`[^`]*`")
"""Options of the command line, which stand in some hints."""
VOID = frozenset(("meta", "link", "input", "br", "hr", "img", "wbr", "source", "col"))
OURS_NOT = frozenset(("script", "style", "code", "pre", "q", "blockquote", "svg", "kbd", "samp"))
"""Elements whose text is data, an address, or what an article says."""
MOST_OF_A_KIND = 2
MOST = 120


class Reader(html.parser.HTMLParser):
    """The page's own text, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        self.texts += [str(given[name]) for name in ("title", "aria-label", "placeholder") if given.get(name)]
        if tag not in VOID:
            self.open.append("code" if given.get("lang") == "en" else tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not OURS_NOT.intersection(self.open):
            self.texts.append(" ".join(data.split()))


@pytest.fixture
def reader(shown: Site) -> TestClient:
    return TestClient(make_app(shown), base_url=HERE, headers={"Accept-Language": "id"})


def _kind(link: str) -> str:
    """Pages of one kind: the address with its names and values left out."""
    path = re.sub(r"/[^/]*[A-Z0-9][^/]*", "/*", link.partition("?")[0])
    return path + "?" + ",".join(sorted(re.findall(r"[?&](\w+)=", link)))


def _crawl(reader: TestClient) -> Iterator[tuple[str, Reader]]:
    seen: dict[str, int] = {}
    waiting, known = ["/"], {"/"}
    while waiting and sum(seen.values()) < MOST:
        link = waiting.pop(0)
        kind = _kind(link)
        if seen.get(kind, 0) >= MOST_OF_A_KIND:
            continue
        answer = reader.get(link)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        seen[kind] = seen.get(kind, 0) + 1
        page = Reader()
        page.feed(answer.text)
        yield link, page
        fresh = [each.partition("#")[0] for each in page.links if each.startswith("/") and "/settings" not in each]
        waiting += [each for each in dict.fromkeys(fresh) if each and each not in known]
        known |= set(fresh)


def _ids(site: Site) -> list[str]:
    return [each.article.id for each in site.store.shelf(limit=500).articles]


def test_no_english_in_indonesian_pages(reader: TestClient, shown: Site) -> None:
    articles = " ".join(" ".join(f"{each.title} {each.text}".split()) for each in map(shown.store.article, _ids(shown)))
    pages, found = 0, []
    for link, page in _crawl(reader):
        pages += 1
        for text in page.texts:
            if TELLTALE.search(OPTION.sub("", text)) and text not in articles:
                found.append((link, text[:160]))
    assert pages > 40
    assert not found, "\n".join(f"{link}: {text}" for link, text in found[:30])


ERRORS = (
    ("/actors/Wakandia", "tidak ada aktor bernama"),
    ("/claims/0000000000", "tidak ada klaim"),
    ("/events/0000000000", "tidak ada peristiwa"),
    ("/articles/0000000000", "tidak ada artikel"),
    ("/dyad/PRK/RUS?as_of=besok", "bukan tanggal"),
    ("/dyad/PRK/RUS?warna=1", "parameter 'warna' tidak dikenal"),
    ("/dyad/PRK/PRK", "kedua aktor sama"),
    ("/dyad/PRK/RUS/events?_next=zzz", "tidak ada halaman yang mulai pada"),
    ("/articles?_size=0", "bilangan bulat"),
    ("/nowhere", "Halaman ini tidak ada"),
)


@pytest.mark.parametrize(("link", "said"), ERRORS)
def test_errors_are_said_in_indonesian(reader: TestClient, link: str, said: str) -> None:
    page = Reader()
    page.feed(reader.get(link).text)
    text = " ".join(page.texts)
    assert said in text
    assert not TELLTALE.search(text.replace(" from,", ""))  # a parameter's name


def test_programs_get_errors_in_english_whatever_the_language(reader: TestClient) -> None:
    assert "no actor is called" in reader.get("/actors/Wakandia.json").json()["error"]["detail"]
