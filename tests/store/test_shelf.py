"""Articles a page at a time: none is left out, none comes twice, whichever way one leafs."""

import pathlib
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makers import day, make_article
from pasut.errors import UsageError
from pasut.records import Coding, When
from pasut.store import Store, open_store

DAYS = st.lists(st.sampled_from([None, 1, 2, 2, 3]), max_size=9)


def fill(store: Store, days: list[int | None]) -> list[str]:
    """Articles of some days; gives their ids, the newest first."""
    found = []
    for number, each in enumerate(days):
        published: When | None = None if each is None else day(2024, 6, each)
        article = make_article(str(number), id=f"a{number}", published=published)
        store.add(article, Coding(article=article.id))
        found.append((each is not None, each or 0, article.id))
    return [id_ for _, _, id_ in sorted(found, reverse=True)]


@given(days=DAYS, limit=st.integers(1, 4))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_follow_each_other_forth_and_back(
    days: list[int | None], limit: int, empty: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    with open_store(shutil.copy(empty, tmp_path / "shelf.sqlite")) as store:
        expected = fill(store, days)
        pages = [store.shelf(limit=limit)]
        while pages[-1].after:
            pages.append(store.shelf(limit=limit, after=pages[-1].after))
        assert [each.article.id for page in pages for each in page.articles] == expected
        back = [pages[-1]]
        while back[-1].before:
            back.append(store.shelf(limit=limit, before=back[-1].before))
        assert [each.article.id for page in reversed(back) for each in page.articles] == expected
    assert pages[0].before is None


def test_articles_are_found_by_publisher_language_and_days(fresh_store: Store) -> None:
    for name, more in (("a", {"publisher": "Satu"}), ("b", {"language": "en"}), ("c", {"published": None})):
        article = make_article(name, id=name, **more)
        fresh_store.add(article, Coding(article=name))
    assert [each.article.id for each in fresh_store.shelf(publisher="Satu").articles] == ["a"]
    assert [each.article.id for each in fresh_store.shelf(language="en").articles] == ["b"]
    first = day(2024, 6, 20).first
    assert [each.article.id for each in fresh_store.shelf(since=first, until=first).articles] == ["b", "a"]
    assert fresh_store.count_articles(since=first) == 2


@pytest.mark.parametrize("cursor", ["x", "2024-13-01~a", "2024-06-01", "undated~a/b", ""])
def test_a_cursor_that_no_page_gave_is_wrong_use(fresh_store: Store, cursor: str) -> None:
    with pytest.raises(UsageError, match="no page begins"):
        fresh_store.shelf(after=cursor)
