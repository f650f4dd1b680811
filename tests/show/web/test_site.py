"""What pages share: what is remembered, and for how long."""

import threading
from collections.abc import Sequence

import pytest
from starlette.testclient import TestClient

from pasut.errors import ChangedError
from pasut.records import Claim, Event
from pasut.show.web.site import Site


def test_what_is_remembered_is_made_once_until_something_is_written(own_site: Site) -> None:
    made: list[int] = []
    for _ in range(2):
        own_site.remember("key", lambda: made.append(1))
    own_site.store.correct("note", next(own_site.store.claims()).id, by="ani", note="checked")
    own_site.remember("key", lambda: made.append(2))
    assert made == [1, 2]


def test_what_is_of_two_actors_outlives_what_is_written_of_others(own_site: Site) -> None:
    made: list[str] = []

    def ask(name: str) -> None:
        own_site.remember("key", lambda: made.append(name), of=("PRK", "RUS"))

    ask("first")
    of_others = next(claim for claim in own_site.store.claims() if not {"PRK", "RUS"} & codes_of(claim))
    own_site.store.correct("reject", of_others.id, by="ani")
    own_site.merge()
    ask("after others")
    own = next(own_site.store.claims(dyad=("PRK", "RUS")))
    own_site.store.correct("set", own.id, by="ani", field="status", value="denied")
    own_site.merge()
    ask("after their own")
    assert made == ["first", "after their own"]


def codes_of(claim: Claim) -> set[str]:
    return {actor.code.partition(":")[0] for actor in (*claim.source, *claim.target)}


def test_an_answer_is_begun_anew_where_the_store_has_changed_meanwhile(
    own_site: Site, writer: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, calls = own_site.store.events_by_id, []

    def change_once(ids: Sequence[str]) -> list[Event]:
        calls.append(ids)
        if len(calls) == 1:
            raise ChangedError("the store has changed")
        return read(ids)

    monkeypatch.setattr(own_site.store, "events_by_id", change_once)
    assert writer.get("/dyad/PRK/RUS").status_code == 200
    assert len(calls) > 1


def test_a_store_that_never_stays_the_same_is_said_to_be_so(
    own_site: Site, writer: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(ids: Sequence[str]) -> list[Event]:
        raise ChangedError("the store has changed")

    monkeypatch.setattr(own_site.store, "events_by_id", change)
    assert writer.get("/dyad/PRK/RUS").status_code == 503


def test_what_takes_long_is_made_in_the_background_for_the_next_who_asks(own_site: Site) -> None:
    done = threading.Event()

    def make() -> str:
        done.wait(10)
        return "made"

    assert own_site.at_hand("key", make) is None
    assert own_site.at_hand("key", make) is None
    done.set()
    for thread in threading.enumerate():
        if thread.name == "making":
            thread.join(10)
    assert own_site.at_hand("key", make) == "made"


def test_of_many_who_ask_at_once_one_makes_it(own_site: Site) -> None:
    made: list[int] = []
    began, go = threading.Event(), threading.Event()

    def make() -> str:
        made.append(1)
        began.set()
        go.wait(10)
        return "made"

    found: list[str] = []
    readers = [threading.Thread(target=lambda: found.append(own_site.remember("key", make))) for _ in range(5)]
    for reader in readers:
        reader.start()
    began.wait(10)
    go.set()
    for reader in readers:
        reader.join(10)
    assert (made, found) == ([1], ["made"] * 5)


def test_what_could_not_be_made_is_tried_again(own_site: Site) -> None:
    def fail() -> str:
        raise ValueError

    with pytest.raises(ValueError):
        own_site.remember("key", fail)
    assert own_site.remember("key", lambda: "made") == "made"


def test_an_answer_is_of_the_store_as_it_began(own_site: Site) -> None:
    with own_site.answering():
        before = own_site.stamp()
        own_site.store.correct("note", next(own_site.store.claims()).id, by="ani", note="checked")
        assert own_site.stamp() == before
    assert own_site.stamp() != before
