"""Sentences found by their words, and by what was coded from them."""

import datetime as dt
import pathlib

import pytest

from makers import day, make_article, make_claim
from pasut.asking import search_news
from pasut.pipeline import Kit, sentences_of
from pasut.records import Article, Coding
from pasut.store import Hit, Store, open_store, search

KIT = Kit()
SENT = "Pyongyang mengirimkan peluru ke Moskwa."
OTHER = "Beijing menolak sanksi itu."


def add(store: Store, name: str, text: str, **more: object) -> Article:
    """Store an article whose first body sentence gives a claim, PRK giving arms to RUS."""
    article = make_article(name, text, **more)
    first = next(each.span for each in sentences_of(article, KIT) if article.text[each.span.start :].startswith(text))
    claim = make_claim(article, sentence=first, sentence_text=text)
    store.add(article, Coding(article=article.id, claims=(claim,)), None, sentences_of(article, KIT))
    return article


def texts(hits: list[Hit]) -> list[str]:
    return [hit.text for hit in hits]


def test_a_root_finds_all_its_forms(fresh_store: Store) -> None:
    add(fresh_store, "one", SENT, title=None)
    assert texts(search_news(fresh_store, "kiriman", KIT)) == [SENT]
    assert texts(search_news(fresh_store, "pengiriman peluru", KIT)) == [SENT]
    assert search_news(fresh_store, "kirim sanksi", KIT) == []


def test_titles_are_found_too(fresh_store: Store) -> None:
    add(fresh_store, "one", OTHER, title="Erdoğan tiba di Kairo")
    (hit,) = search_news(fresh_store, "erdogan", KIT)
    assert (hit.text, hit.claims) == ("Erdoğan tiba di Kairo", ())


def test_a_hit_names_the_claims_of_its_sentence(fresh_store: Store) -> None:
    article = add(fresh_store, "one", SENT, title=None)
    (hit,) = search_news(fresh_store, "peluru", KIT)
    assert hit.claims == tuple(claim.id for claim in fresh_store.coding(article.id).claims)


@pytest.mark.parametrize(
    "criteria",
    [
        {"dyad": ("RUS", "PRK")}, {"actor": "RUS"}, {"type": "AID"}, {"type": "AID.arms", "status": "alleged"},
        {"publisher": "kabar contoh"}, {"since": dt.date(2024, 6, 20)}, {"until": dt.date(2024, 6, 20)},
        {"language": "id"},
    ],
)  # fmt: skip
def test_filters_that_fit(fresh_store: Store, criteria: dict[str, object]) -> None:
    add(fresh_store, "one", SENT, title=None)
    assert len(search_news(fresh_store, "peluru", KIT, **criteria)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "criteria",
    [
        {"dyad": ("RUS", "CHN")}, {"actor": "CHN"}, {"type": "ASSAULT"}, {"status": "denied"}, {"publisher": "Lain"},
        {"since": dt.date(2024, 6, 21)}, {"until": dt.date(2024, 6, 19)}, {"language": "en"},
    ],
)  # fmt: skip
def test_filters_that_do_not_fit(fresh_store: Store, criteria: dict[str, object]) -> None:
    add(fresh_store, "one", SENT, title=None)
    assert search_news(fresh_store, "peluru", KIT, **criteria) == []  # type: ignore[arg-type]


def test_reading_an_article_again_finds_it_once(fresh_store: Store) -> None:
    for _ in range(2):
        add(fresh_store, "one", SENT, title=None)
    assert len(search_news(fresh_store, "peluru", KIT)) == 1


def test_limit(fresh_store: Store) -> None:
    for number in range(3):
        add(fresh_store, str(number), f"{SENT} Artikel {number}.", title=None, published=day(2024, 6, number + 1))
    assert len(search_news(fresh_store, "peluru", KIT, limit=2)) == 2


def test_articles_stored_without_sentences_become_searchable(fresh_store: Store) -> None:
    article = make_article("old", SENT, title=None)
    fresh_store.add(article, Coding(article=article.id))
    assert texts(search_news(fresh_store, "peluru", KIT)) == [SENT]


def test_a_store_that_may_not_be_written_to_is_searched_as_it_is(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "old.sqlite"
    article = make_article("old", SENT, title=None)
    with open_store(place) as store:
        store.add(article, Coding(article=article.id))
    with open_store(place, readonly=True) as store:
        assert search_news(store, "peluru", KIT) == []


def test_of_words_that_are_everywhere_what_was_read_last_comes_first(
    fresh_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "COMMON", 2)
    for number in range(4):
        add(fresh_store, str(number), SENT, title=None, published=day(2024, 6, 9 - number))
    found = fresh_store.search('"peluru"')
    assert [hit.article.key for hit in found] == ["3", "2", "1", "0"]
    assert fresh_store.count_matches('"peluru"') == 3
