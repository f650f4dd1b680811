"""Who copies whom in a store, whatever the order in which the articles come."""

import pathlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makers import day, make_article
from pasut.records import Article, Coding
from pasut.store import Store, open_store

WORDS = [f"kata{n}" for n in range(120)]


def _article(name: str, words: list[str], published: int) -> Article:
    return make_article(name, " ".join(words), id=name, published=day(2024, 6, published))


ARTICLES = (
    _article("asli", WORDS, 20),
    _article("penuh", [*WORDS, "ditambah", "sebaris"], 21),
    _article("singkat", WORDS[:50], 21),
    _article("singkat-lagi", WORDS[:45], 22),
    _article("disunting", [word if n % 9 else "lain" for n, word in enumerate(WORDS)], 23),
    _article("tanpa-tanggal", WORDS[:100], 24),
    _article("lain", [f"beda{n}" for n in range(120)], 20),
)


def _chains(store: Store) -> set[tuple[str, str, str]]:
    return {(copy.id, original.id, root.id) for copy, original, root, _ in store.copies()}


def _add(store: Store, article: Article) -> None:
    store.add(article, Coding(article=article.id))


EXPECTED = {
    ("penuh", "asli", "asli"),
    ("singkat", "asli", "asli"),
    ("singkat-lagi", "singkat", "asli"),
    ("disunting", "asli", "asli"),
    ("tanpa-tanggal", "asli", "asli"),
}


def test_a_short_copy_is_a_copy_of_the_short_one_and_all_of_the_first(fresh_store: Store) -> None:
    for article in ARTICLES:
        _add(fresh_store, article)
    assert _chains(fresh_store) == EXPECTED


@given(order=st.permutations(ARTICLES), every=st.integers(1, 7))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_chains_do_not_depend_on_the_order_of_reading(order: list[Article], every: int, tmp_path: pathlib.Path) -> None:
    place = tmp_path / "mixed.sqlite"
    place.unlink(missing_ok=True)
    with open_store(place) as store:
        for number, article in enumerate(order):
            _add(store, article)
            if number % every == 0:
                store.merge()
        assert _chains(store) == EXPECTED


def test_what_a_removed_original_left_behind_is_traced_anew(fresh_store: Store) -> None:
    for article in ARTICLES:
        _add(fresh_store, article)
    fresh_store.merge()
    _add(fresh_store, ARTICLES[0])
    assert _chains(fresh_store) == EXPECTED
