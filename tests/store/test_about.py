"""What a claim is part of, found from the claim."""

import pathlib

import pytest

from pasut.store import about, open_store


def test_every_claim_leads_to_the_events_and_propositions_that_have_it(examples: pathlib.Path) -> None:
    with open_store(examples) as store:
        events, propositions = list(store.events()), list(store.propositions())
        for claim in list(store.claims())[::10]:
            assert store.events_of(claim.id) == sorted(
                (event for event in events if claim.id in event.claims), key=lambda event: event.id
            )
            assert {each.id for each in store.propositions_of(claim.id)} == {
                each.id for each in propositions if claim.id in each.claims
            }


def test_an_event_has_its_own_contradictions(examples: pathlib.Path) -> None:
    with open_store(examples) as store:
        found = [each for each in store.contradictions() if each.event]
        by_event = {event: store.contradictions_in(event) for event in {each.event for each in found} if event}
    assert sorted(map(repr, found)) == sorted(repr(each) for listed in by_event.values() for each in listed)


def test_the_copies_of_an_article_are_those_of_its_chain(examples: pathlib.Path) -> None:
    with open_store(examples) as store:
        for each in store.copies():
            assert each in store.copies([each[0].id])
            assert each in store.copies([each[2].id])
        assert store.copies([]) == []


def test_an_event_is_explained_by_what_is_near_as_by_all_of_its_block(
    examples: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(examples) as store:
        events = list(store.events(dyad=("PRK", "RUS")))
        whole = [store.explain(event) for event in events]
        monkeypatch.setattr(about, "NEAR", 3)
        near = [store.explain(event) for event in events]
    assert [each.links for each in near] == [each.links for each in whole]
    assert [bool(each.nearest) for each in near] == [bool(each.nearest) for each in whole]
