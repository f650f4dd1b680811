"""The claims of an event by independent source: copies stand under what they copy."""

from hypothesis import given
from hypothesis import strategies as st

from pasut.show.tellings import by_source

ARTICLES = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.sampled_from("XYZ"), max_size=8)
ROOTS = st.dictionaries(st.sampled_from("YZ"), st.just("X"))


@given(ARTICLES, ROOTS)
def test_every_claim_comes_once_and_each_source_together(articles: dict[str, str], roots: dict[str, str]) -> None:
    told = by_source(list(articles), articles, roots)
    assert sorted(each.claim for each in told) == sorted(articles)
    assert [each.number for each in told] == sorted(each.number for each in told)
    assert len({each.number for each in told}) == len({roots.get(each, each) for each in articles.values()})


def test_the_claims_of_the_first_article_stand_before_those_of_its_copies() -> None:
    articles = {"c1": "copy", "o1": "first", "b1": "other", "c2": "copy", "o2": "first"}
    told = by_source(list(articles), articles, {"copy": "first"})
    assert [each.claim for each in told] == ["o1", "o2", "c1", "c2", "b1"]
