"""Propositions and contradictions of a store, and copies as people see them."""

import datetime as dt

import pytest

from makers import day, make_article, make_coding, make_telling
from pasut.errors import UsageError
from pasut.records import Coding
from pasut.store import Store


@pytest.fixture
def store(fresh_store: Store) -> Store:
    first = make_article("one")
    fresh_store.add(first, make_coding(first))
    later = make_article("two", "Seoul juga menuduh hal yang sama beberapa bulan kemudian.", published=day(2024, 9, 1))
    claim = make_telling(later.id, "PRK > RUS AID.arms", status="alleged", speaker=("KOR",)).claim
    fresh_store.add(later, Coding(article=later.id, claims=(claim,)))
    return fresh_store


def test_one_proposition_has_all_that_is_said_of_it(store: Store) -> None:
    (found,) = store.propositions(dyad=("RUS", "PRK"))
    assert found.id.startswith("prk-rus-aid-arms-")
    assert (found.standing, found.sources) == ("disputed", 2)
    assert (found.affirmed_by, found.denied_by) == (("KOR", "USA"), ("RUS",))
    assert [line.claim.speaker for line in store.lines_of(found.claims)] == [("USA",), ("RUS",), ("KOR",)]


@pytest.mark.parametrize(
    ("criteria", "number"),
    [
        ({"source": "PRK", "target": "RUS"}, 1),
        ({"source": "RUS"}, 0),
        ({"type": "AID.arms", "standing": "disputed"}, 1),
        ({"type": "AID.food"}, 0),
        ({"standing": "denied"}, 0),
        ({"since": dt.date(2024, 8, 1)}, 1),
        ({"since": dt.date(2025, 1, 1)}, 0),
        ({"until": dt.date(2024, 6, 1)}, 0),
    ],
)
def test_propositions_are_found_by(store: Store, criteria: dict[str, object], number: int) -> None:
    assert len(list(store.propositions(**criteria))) == number  # type: ignore[arg-type]
    assert len(list(store.propositions(as_of=dt.date(2025, 1, 1), **criteria))) == number  # type: ignore[arg-type]


def test_as_of_a_day_only_what_was_said_by_then_counts(store: Store) -> None:
    then = store.proposition("prk-rus", as_of=dt.date(2024, 7, 1))
    assert (then.affirmed_by, then.sources) == (("USA",), 1)
    assert store.proposition("PRK-RUS-AID").sources == 2
    with pytest.raises(UsageError, match="by 2024-01-01; give a later day"):
        store.proposition("prk-rus", as_of=dt.date(2024, 1, 1))


def test_contradictions_are_of_a_dyad_or_of_all(store: Store) -> None:
    kinds = [each.kind for each in store.contradictions()]
    assert "happening" in kinds
    assert [each.kind for each in store.contradictions(dyad=("PRK", "RUS"))] == kinds
    assert list(store.contradictions(dyad=("PRK", "CHN"))) == []
    assert list(store.contradictions(as_of=dt.date(2024, 1, 1))) == []


def test_what_an_article_that_is_coded_anew_no_longer_says_is_gone(store: Store) -> None:
    assert list(store.propositions())
    article = make_article("one")
    store.add(article, Coding(article=article.id))
    assert [each.affirmed_by for each in store.propositions()] == [("KOR",)]
    assert list(store.contradictions()) == []


def test_copies_are_named_with_original_and_root(fresh_store: Store) -> None:
    text = " ".join(f"kata{n}" for n in range(60))
    for name, published in (("asli", day(2024, 6, 20)), ("salinan", day(2024, 6, 21))):
        article = make_article(name, f"{text} {name}", published=published)
        fresh_store.add(article, Coding(article=article.id))
    ((copy, original, root, likeness),) = fresh_store.copies()
    assert (copy.key, original.key, root.key) == ("salinan", "asli", "asli")
    assert likeness > 0.9


def test_the_first_of_each_standing_come_with_their_numbers(store: Store) -> None:
    every = list(store.propositions(dyad=("PRK", "RUS")))
    standings = ("asserted", "disputed")
    page = store.first_propositions(standings, 1, dyad=("PRK", "RUS"))
    assert sum(page.counts.values()) == len(every)
    assert page.propositions == tuple(sorted(every, key=lambda each: standings.index(each.standing)))[:1]
    assert store.first_propositions(("denied",), 1, dyad=("PRK", "RUS")).propositions == ()
