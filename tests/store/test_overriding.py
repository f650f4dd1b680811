"""Corrections in a store: applied at once, replayed over coding anew, passed on to another store."""

import pathlib

import pytest

from makers import day, make_article, make_claim, make_coding
from pasut.errors import UsageError
from pasut.records import Coding
from pasut.store import Store, open_store

ARTICLE = make_article()
CODING = make_coding(ARTICLE)
ALLEGED, DENIED = CODING.claims


@pytest.fixture
def store(fresh_store: Store) -> Store:
    fresh_store.add(ARTICLE, CODING)
    return fresh_store


def test_a_rejected_claim_is_in_no_listing_and_in_no_event(store: Store) -> None:
    store.correct("reject", ALLEGED.id, by="ani")
    assert [claim.id for claim in store.claims()] == [DENIED.id]
    assert all(ALLEGED.id not in event.claims for event in store.events())


def test_asking_for_a_rejected_claim_says_who_rejected_it(store: Store) -> None:
    store.correct("reject", ALLEGED.id, by="ani")
    with pytest.raises(UsageError, match="rejected by ani on 2025-03-01"):
        store.claim(ALLEGED.id[:8])


def test_a_field_that_was_set_is_found_by_its_new_value(store: Store) -> None:
    made = store.correct("set", ALLEGED.id, by="ani", field="mode", value="fuel")
    (claim,) = store.claims(type="AID.fuel")
    assert (claim.id, claim.overrides) == (ALLEGED.id, (made.id,))
    assert list(store.claims(type="AID.arms")) == []
    assert "fuel" in {event.mode for event in store.events()}


def test_withdrawing_brings_back_what_was_coded(store: Store) -> None:
    before, events = list(store.claims()), list(store.events())
    made = store.correct("reject", ALLEGED.id, by="ani")
    store.correct("withdraw", made.id, by="budi")
    assert list(store.claims()) == before
    assert list(store.events()) == events


def test_corrections_are_replayed_when_the_article_is_coded_anew(store: Store) -> None:
    store.correct("reject", ALLEGED.id, by="ani")
    renamed = make_claim(ARTICLE, 5)
    store.add(ARTICLE, Coding(article=ARTICLE.id, claims=(renamed, DENIED)))
    assert [claim.id for claim in store.claims()] == [DENIED.id]
    assert store.coded_claims(ARTICLE.id) == [renamed, DENIED]


def test_a_correction_without_its_claim_is_named_as_lost_and_kept(store: Store) -> None:
    made = store.correct("reject", ALLEGED.id, by="ani")
    store.add(ARTICLE, Coding(article=ARTICLE.id, claims=(DENIED,)))
    assert store.lost_overrides() == {made.id}
    store.add(ARTICLE, CODING)
    assert store.lost_overrides() == set()
    assert [claim.id for claim in store.claims()] == [DENIED.id]


def test_the_log_is_in_order_and_says_who_and_when(store: Store) -> None:
    store.correct("note", ALLEGED.id, by="ani", note="satu")
    store.correct("note", ALLEGED.id, by="budi", note="dua")
    assert [(each.by, each.note, each.at) for each in store.overrides()] == [
        ("ani", "satu", "2025-03-01T12:00:00Z"), ("budi", "dua", "2025-03-01T12:00:00Z"),
    ]  # fmt: skip


def test_another_store_takes_the_log_once_before_or_after_its_articles(store: Store, tmp_path: pathlib.Path) -> None:
    store.correct("reject", ALLEGED.id, by="ani")
    log = store.overrides()
    with open_store(tmp_path / "other.sqlite") as other:
        assert (other.add_overrides(log), other.add_overrides(log)) == (1, 0)
        other.add(ARTICLE, CODING)
        assert [claim.id for claim in other.claims()] == [DENIED.id]
        assert other.overrides() == log


@pytest.mark.parametrize(("field", "value"), [("type", "HUG"), ("nothing", "x")])
def test_a_wrong_value_leaves_the_log_as_it_was(store: Store, field: str, value: str) -> None:
    with pytest.raises(UsageError):
        store.correct("set", ALLEGED.id, by="ani", field=field, value=value)
    assert store.overrides() == []


def test_correcting_what_is_not_there_is_wrong_use(store: Store) -> None:
    for action in ("reject", "withdraw"):
        with pytest.raises(UsageError):
            store.correct(action, "ffff", by="ani")


def test_coding_anew_keeps_the_time_of_the_first_recording(fresh_store: Store) -> None:
    fresh_store.add(ARTICLE, CODING)
    first = fresh_store.count("articles", "recorded_at")
    with open_store(fresh_store.path) as later:
        later.add(ARTICLE, CODING)
        assert later.count("articles", "recorded_at") == first


def two_visits(store: Store) -> tuple[str, str]:
    """Two articles on visits weeks apart: two events. Gives a claim of each."""
    ids = []
    for number, when in enumerate((day(2024, 6, 3), day(2024, 7, 29))):
        article = make_article(f"visit-{number}", f"Putin mengunjungi Pyongyang. Versi {number}.")
        claim = make_claim(article, type="CONSULT", mode="visit", status="happened", when=when, speaker=(), object=None)
        store.add(article, Coding(article=article.id, claims=(claim,)))
        ids.append(claim.id)
    return ids[0], ids[1]


def events_of(store: Store) -> list[set[str]]:
    return [set(event.claims) for event in store.events()]


def test_events_that_a_person_joins_are_one_until_it_is_taken_back(fresh_store: Store) -> None:
    one, other = two_visits(fresh_store)
    assert events_of(fresh_store) == [{one}, {other}]
    made = fresh_store.correct("join", one, by="ani", other=other)
    assert events_of(fresh_store) == [{one, other}]
    fresh_store.correct("withdraw", made.id, by="ani")
    assert events_of(fresh_store) == [{one}, {other}]


def test_an_event_that_a_person_splits_is_two(fresh_store: Store) -> None:
    one, other = two_visits(fresh_store)
    fresh_store.correct("set", other, by="ani", field="date", value="2024-06-03")
    assert events_of(fresh_store) == [{one, other}]
    fresh_store.correct("split", other, by="ani", other=one)
    assert sorted(map(sorted, events_of(fresh_store))) == sorted([[one], [other]])


def test_claims_of_other_acts_cannot_be_joined(fresh_store: Store) -> None:
    one, _ = two_visits(fresh_store)
    fresh_store.add(ARTICLE, CODING)
    with pytest.raises(UsageError, match="never one event"):
        fresh_store.correct("join", one, by="ani", other=ALLEGED.id)
    assert fresh_store.overrides() == []
