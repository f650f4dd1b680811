"""A sentence that names both sides of an act tells it alone as it does within its article."""

import gzip
import json
import pathlib
from collections.abc import Iterator

import msgspec
import pytest

from pasut.coder import code_article
from pasut.packs.pack import Pack
from pasut.pipeline import Kit, code_page
from pasut.records import Article, Claim, Coding, Page

NEWS = pathlib.Path(__file__).resolve().parents[3] / "shared" / "bench" / "corpus" / "id_news.jsonl.gz"
STEP = 5
"""Every how manieth article is looked at, to keep the test quick."""
SHARE = 0.95
"""On all articles 98 % of the claims are told alone as well; the rest rest on surnames that the article explains."""
Told = tuple[str, frozenset[str], frozenset[str], str]


@pytest.mark.skipif(not NEWS.is_file(), reason="the news that nobody annotated does not lie beside the repository")
def test_a_sentence_that_names_both_sides_gives_the_same_claims_alone_and_in_its_article() -> None:
    kit = Kit()
    pack = kit.pack("id")
    assert pack is not None
    within = same = 0
    for article, coding in coded(kit):
        for (first, last), claims in by_sentence(coding).items():
            named = {told(claim) for claim in claims if names_both(claim) and not has_surname(claim)}
            if named:
                alone = {told(claim) for claim in code_article(cut(article, first, last), pack, kit.world).claims}
                within += len(named)
                same += len(named & alone)
    assert within > 50
    assert same >= SHARE * within, f"{same} of {within}"


def test_the_law_holds_for_a_text_of_our_own(own: tuple[Kit, Pack]) -> None:
    kit, pack = own
    lines = (
        "Rusia menyerang Ukraina pada Senin.",
        "Kedua negara saling menyalahkan.",
        "Menlu Turki bertemu Menlu Mesir di Kairo.",
        "Ia mengecam Israel.",
        "Uni Eropa menjatuhkan sanksi yang lebih keras terhadap Belarus.",
    )
    article = Article(id="own", key="own", language="id", title=None, paragraphs=(" ".join(lines),))
    coding = code_article(article, pack, kit.world)
    whole = {told(claim) for claim in coding.claims if names_both(claim)}
    alone: set[Told] = set()
    for line in lines:
        part = Article(id="own", key="own", language="id", title=None, paragraphs=(line,))
        alone |= {told(claim) for claim in code_article(part, pack, kit.world).claims}
    assert len(whole) == 3
    assert whole <= alone


@pytest.fixture(scope="module")
def own() -> tuple[Kit, Pack]:
    kit = Kit()
    pack = kit.pack("id")
    assert pack is not None
    return kit, pack


def coded(kit: Kit) -> Iterator[tuple[Article, Coding]]:
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            if number % STEP == 0:
                yield code_page(
                    Page(key=row["id"], text=row["text"], title=row["title"], source="news", language="id"), kit
                )


def by_sentence(coding: Coding) -> dict[tuple[int, int], list[Claim]]:
    found: dict[tuple[int, int], list[Claim]] = {}
    for claim in coding.claims:
        found.setdefault((claim.sentence.start, claim.sentence.end), []).append(claim)
    return found


def names_both(claim: Claim) -> bool:
    """Whether the sentence itself names every party."""
    span = claim.sentence
    actors = (*claim.source, *claim.target)
    return bool(claim.target) and all(a.span is not None and span.start <= a.span.start < span.end for a in actors)


def has_surname(claim: Claim) -> bool:
    """Whether a party is named as a person, whom the article may have explained before."""
    return any(actor.via == "person" for actor in (*claim.source, *claim.target))


def cut(article: Article, first: int, last: int) -> Article:
    """The article with nothing but one sentence in it."""
    text = article.text[first:last]
    if article.title and first == 0:
        return msgspec.structs.replace(article, title=text, paragraphs=())
    return msgspec.structs.replace(article, title=None, headline=False, paragraphs=(text,))


def told(claim: Claim) -> Told:
    source, target = (frozenset(str(actor.code) for actor in side) for side in (claim.source, claim.target))
    return str(claim.type), source, target, str(claim.status)
