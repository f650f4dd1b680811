"""Events of a store: merged by themselves, found by actors, dates and standing, and as of a day."""

import datetime as dt
import random

import pytest
import sqlalchemy as sa

from makers import day, make_article, make_telling
from pasut.errors import StoreError, UsageError
from pasut.records import Article, Claim, Coding, Event, When
from pasut.store import Store, open_store
from pasut.store.merging import prepare_articles
from pasut.store.schema import event_redirects

JUNE = When(first=dt.date(2024, 6, 1), last=dt.date(2024, 6, 30), basis="month and year of the text")


def _story(name: str, published: When, acts: str = "RUS > PRK CONSULT.visit", **more: object) -> tuple[Article, Coding]:
    article = make_article(name, " ".join(f"{name}{n}" for n in range(40)), published=published)
    claim = make_telling(article.id, acts, **more).claim  # type: ignore[arg-type]
    return article, Coding(article=article.id, claims=(claim,))


FIRST = _story("satu", day(2024, 6, 20), when=day(2024, 6, 19), persons="RUS:vladimir-putin")
LATER = _story("dua", day(2024, 10, 8), when=JUNE, persons="RUS:vladimir-putin")
ARMS = _story("tiga", day(2024, 9, 1), "PRK > RUS AID.arms", status="alleged", speaker=("USA",))
DENIED = _story("empat", day(2024, 9, 3), "PRK > RUS AID.arms", status="denied", speaker=("RUS",))
ALL = (FIRST, LATER, ARMS, DENIED)


@pytest.fixture
def store(fresh_store: Store) -> Store:
    for article, coding in ALL:
        fresh_store.add(article, coding)
    return fresh_store


def test_events_are_found_by_dyad_either_way(store: Store) -> None:
    assert len(list(store.events(dyad=("RUS", "PRK")))) == 2
    assert len(list(store.events(dyad=("PRK", "RUS")))) == 2
    assert list(store.events(dyad=("PRK", "CHN"))) == []


@pytest.mark.parametrize(
    ("criteria", "number"),
    [
        ({"source": "RUS"}, 1),
        ({"target": "RUS"}, 1),
        ({"actor": "RUS"}, 2),
        ({"actor": "CHN"}, 0),
        ({"type": "AID.arms"}, 1),
        ({"type": "CONSULT"}, 1),
        ({"standing": "disputed"}, 1),
        ({"status": "happened"}, 1),
        ({"since": dt.date(2024, 6, 19)}, 1),
        ({"since": dt.date(2024, 6, 20)}, 0),
        ({"until": dt.date(2024, 6, 18)}, 0),
    ],
)
def test_events_are_found_by(store: Store, criteria: dict[str, object], number: int) -> None:
    assert len(list(store.events(**criteria))) == number  # type: ignore[arg-type]
    assert len(list(store.events(as_of=dt.date(2025, 1, 1), **criteria))) == number  # type: ignore[arg-type]


def test_the_visit_is_told_by_both_articles(store: Store) -> None:
    (event,) = store.events(type="CONSULT")
    assert (event.sources, event.standing) == (2, "corroborated")
    assert [line.claim.id for line in store.lines_of(event.claims)] == list(event.claims)


def test_as_of_a_day_only_what_was_published_counts(store: Store) -> None:
    (then,) = store.events(as_of=dt.date(2024, 9, 2), type="AID")
    (now,) = store.events(type="AID")
    assert (then.standing, now.standing) == ("unanswered", "disputed")
    assert list(store.events(as_of=dt.date(2024, 6, 19))) == []


def test_one_by_one_gives_the_same_as_all_at_once(store: Store, tmp_path: object) -> None:
    expected = list(store.events())
    for seed in range(3):
        with open_store(store.path.with_name(f"{seed}.sqlite")) as other:
            for article, coding in random.Random(seed).sample(ALL, len(ALL)):
                other.add(article, coding)
                other.merge()
            assert list(other.events()) == expected


def test_adding_again_changes_nothing(store: Store) -> None:
    before = list(store.events())
    for article, coding in ALL:
        store.add(article, coding)
    assert list(store.events()) == before


def test_an_article_that_is_coded_anew_takes_its_old_events_away(store: Store) -> None:
    list(store.events())
    store.add(FIRST[0], Coding(article=FIRST[0].id))
    (event,) = store.events(type="CONSULT")
    assert event.articles == (LATER[0].id,)


def test_an_old_id_leads_to_the_event_that_took_its_claims(fresh_store: Store) -> None:
    fresh_store.add(*LATER)
    (vague,) = fresh_store.events()
    fresh_store.add(*FIRST)
    (joined,) = fresh_store.events()
    assert vague.id != joined.id
    assert fresh_store.event(vague.id) == fresh_store.event(vague.id[:12]) == joined


def test_an_id_that_comes_back_leads_nowhere_else(fresh_store: Store) -> None:
    fresh_store.add(*LATER)
    (vague,) = fresh_store.events()
    fresh_store.add(*FIRST)
    list(fresh_store.events())
    fresh_store.add(FIRST[0], Coding(article=FIRST[0].id))
    assert fresh_store.event(vague.id) == vague
    with fresh_store._reading() as connection:
        assert vague.id not in connection.execute(sa.select(event_redirects.c.old)).scalars().all()


def test_an_unknown_event_is_said(store: Store) -> None:
    with pytest.raises(UsageError, match="no event 'zzz' in this store"):
        store.event("zzz")


def test_a_store_that_is_not_merged_and_may_not_be_written_says_so(store: Store) -> None:
    store.close()
    with open_store(store.path, readonly=True) as closed, pytest.raises(StoreError, match="read-only"):
        list(closed.events())


def test_an_article_that_another_process_has_merged_or_removed_is_passed_over(store: Store) -> None:
    with store._writing() as connection:
        prepare_articles(connection, ["gone", FIRST[0].id])
        prepare_articles(connection, [FIRST[0].id])
    assert len(list(store.events())) == 2


def test_near_copies_are_one_source(fresh_store: Store) -> None:
    words = (
        "Presiden Rusia tiba di Pyongyang pada Rabu dini hari dan disambut di bandara oleh pemimpin negara itu sebelum"
    )
    text = f"{words} kedua pihak berunding selama dua jam lalu menandatangani sebuah naskah di depan para wartawan."
    for name, more in (("asli", ""), ("salinan", " Laporan ini disunting.")):
        article = make_article(name, text + more, title=f"Judul {name}", published=day(2024, 6, 20))
        fresh_store.add(article, Coding(article=article.id, claims=(_visit(article),)))
    (event,) = fresh_store.events()
    assert (event.sources, len(event.articles), event.standing) == (1, 2, "asserted")
    assert fresh_store.count("copies") == [((), 1)]


def _visit(article: Article) -> Claim:
    return make_telling(article.id, when=day(2024, 6, 19)).claim


def test_events_are_written_as_they_are_found(store: Store) -> None:
    assert all(isinstance(event, Event) and store.event(event.id) == event for event in store.events())
