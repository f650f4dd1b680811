"""Claims are found by actors, dates, type and status; articles and claims by the beginning of an id."""

import datetime as dt

import pytest

from makers import day, make_article, make_claim, make_coding, month
from pasut.errors import UsageError
from pasut.records import Actor, ActorCode, Claim, Coding, Page, When
from pasut.store import Criteria, Store

HAMAS = (Actor(code=ActorCode("PSE:Hamas")),)
USA = (Actor(code=ActorCode("USA")),)
FOUND: list[tuple[Criteria, set[int]]] = [
    ({}, {0, 1, 2, 3}),
    ({"source": "PRK"}, {0, 1}),
    ({"source": "PSE"}, {2}),
    ({"source": "PSE:Hamas"}, {2}),
    ({"source": "PSE:Fatah"}, set()),
    ({"dyad": ("PRK", "RUS")}, {0, 1}),
    ({"dyad": ("RUS", "PRK")}, {0, 1}),
    ({"dyad": ("PRK", "USA")}, set()),
    ({"type": "AID"}, {0, 1}),
    ({"type": "AID.arms"}, {0}),
    ({"status": "denied"}, {1}),
    ({"since": dt.date(2024, 6, 15)}, {0, 2}),
    ({"until": dt.date(2023, 12, 31)}, {1, 2}),
    ({"since": dt.date(2023, 1, 1), "until": dt.date(2023, 12, 31)}, {1, 2}),
    ({"source": None, "since": None, "status": None}, {0, 1, 2, 3}),
]


@pytest.fixture
def claims(fresh_store: Store) -> list[Claim]:
    article = make_article()
    made = [
        make_claim(article, 0, when=month(2024, 6)),
        make_claim(article, 1, "denied", mode=None, when=day(2023, 5, 5)),
        make_claim(
            article, 2, source=HAMAS, target=USA, type="ASSAULT", when=When(first=dt.date(2022, 1, 1), last=None)
        ),
        make_claim(article, 3, source=USA, target=HAMAS, type="ACCUSE", when=None),
    ]
    fresh_store.add(article, Coding(article=article.id, claims=tuple(made)))
    return made


@pytest.mark.parametrize(("criteria", "expected"), FOUND)
def test_criteria(fresh_store: Store, claims: list[Claim], criteria: Criteria, expected: set[int]) -> None:
    assert {claims.index(claim) for claim in fresh_store.claims(**criteria)} == expected


def test_claims_come_by_date_and_undated_ones_by_their_article(fresh_store: Store, claims: list[Claim]) -> None:
    assert [claims.index(claim) for claim in fresh_store.claims()] == [2, 1, 0, 3]


def test_more_claims_than_one_batch_keep_their_actors(fresh_store: Store) -> None:
    article = make_article()
    many = tuple(make_claim(article, number) for number in range(1000))
    fresh_store.add(article, Coding(article=article.id, claims=many))
    assert sorted(claim.id for claim in fresh_store.claims(dyad=("PRK", "RUS"))) == sorted(claim.id for claim in many)
    assert all(claim.source and claim.target for claim in fresh_store.claims())


def test_an_article_is_found_by_key_id_and_beginning(fresh_store: Store) -> None:
    article = make_article()
    fresh_store.add(article, make_coding(article), {"p": Page(key="one", text="", source="one.txt")})
    for reference in ("one", article.id, article.id[:6]):
        assert fresh_store.article(reference) == article


def test_an_unknown_or_ambiguous_id_is_said(fresh_store: Store, claims: list[Claim]) -> None:
    with pytest.raises(UsageError, match="no claim 'zzz' in this store"):
        fresh_store.claim("zzz")
    with pytest.raises(UsageError, match="begins the ids of several claims"):
        fresh_store.claim("")


def test_a_key_of_several_articles_is_said(fresh_store: Store) -> None:
    for name in ("one", "two"):
        article = make_article(name)
        fresh_store.add(article, make_coding(article), {name: Page(key="same", text="", source=f"{name}.txt")})
    with pytest.raises(UsageError, match="several articles have the key 'same'"):
        fresh_store.article("same")


def test_assessments_are_found_either_way_round(fresh_store: Store) -> None:
    article = make_article()
    fresh_store.add(article, make_coding(article))
    assert len(list(fresh_store.assessments(("RUS", "PRK")))) == 1
    assert len(list(fresh_store.assessments())) == 1
    assert list(fresh_store.assessments(("RUS", "CHN"))) == []


def test_counts(fresh_store: Store, claims: list[Claim]) -> None:
    assert fresh_store.count("claims") == [((), 4)]
    assert fresh_store.count("claims", "status") == [(("alleged",), 3), (("denied",), 1)]
    assert fresh_store.count_dyads() == [(("PRK", "RUS"), 2), (("PSE", "USA"), 2)]
