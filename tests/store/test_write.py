"""What is stored is found again, whole."""

import datetime as dt
import sqlite3

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makers import make_article, make_assessment, make_claim, make_coding
from pasut.records import Actor, ActorCode, Coding, Page, Problem, When
from pasut.store import Store

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
WHENS = st.none() | st.builds(When, first=st.none() | DAYS, last=st.none() | DAYS, basis=st.text(max_size=5))
CODES = st.sampled_from(["PRK", "RUS", "PSE:Hamas", "UN"]).map(ActorCode)
ACTORS = st.lists(st.builds(Actor, code=CODES, person=st.none() | st.text()), max_size=3).map(tuple)


def test_an_article_comes_back_as_it_went_in(fresh_store: Store) -> None:
    article = make_article(problems=(Problem(where="one.txt", what="glued words were parted", kind="note"),))
    fresh_store.add(article, make_coding(article))
    assert fresh_store.article(article.id) == article
    assert fresh_store.coding(article.id) == make_coding(article)


def test_an_article_without_title_keeps_its_paragraphs(fresh_store: Store) -> None:
    article = make_article(title=None, published=None, line=3)
    fresh_store.add(article, Coding(article=article.id))
    assert fresh_store.article(article.id) == article


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(when=WHENS, source=ACTORS, target=ACTORS, speaker=st.lists(st.text(), max_size=2).map(tuple))
def test_any_claim_comes_back_as_it_went_in(
    fresh_store: Store,
    when: When | None,
    source: tuple[Actor, ...],
    target: tuple[Actor, ...],
    speaker: tuple[str, ...],
) -> None:
    article = make_article()
    claim = make_claim(article, when=when, source=source, target=target, speaker=speaker)
    fresh_store.add(article, Coding(article=article.id, claims=(claim,)))
    assert fresh_store.claim(claim.id) == claim


def test_adding_again_replaces(fresh_store: Store) -> None:
    article = make_article()
    page = Page(key="one", text="text", source="one.txt")
    fresh_store.add(article, make_coding(article), {"p": page})
    fresh_store.add(article, Coding(article=article.id, assessments=(make_assessment(article),)), {"p": page})
    assert list(fresh_store.claims()) == []
    assert fresh_store.count("claim_actors") == [((), 0)]
    assert fresh_store.knows_page("p")


def test_an_article_that_cannot_be_stored_leaves_nothing(fresh_store: Store) -> None:
    article = make_article()
    twice = make_claim(article)
    with pytest.raises(sa.exc.IntegrityError):
        fresh_store.add(article, Coding(article=article.id, claims=(twice, twice)))
    assert not fresh_store.knows_article(article.id)


def test_the_clock_is_written_in_utc(fresh_store: Store) -> None:
    article = make_article()
    fresh_store.add(article, make_coding(article))
    with sqlite3.connect(fresh_store.path) as connection:
        rows = connection.execute("SELECT recorded_at, coder_version FROM articles").fetchall()
    connection.close()
    assert [row[0] for row in rows] == ["2025-03-01T12:00:00Z"]
    assert rows[0][1]
