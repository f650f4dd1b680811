"""Pages that are kept in memory are bounded, the last one asked for stays longest, and none is kept half made."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from pasut.measure.outline import PackedIds
from pasut.records import Record
from pasut.show.web.app import make_app
from pasut.show.web.cache import Cache, weigh
from pasut.show.web.site import Site


class Rows(Record, frozen=True):
    """A record that holds much."""

    rows: tuple[str, ...]


@given(bodies=st.lists(st.tuples(st.integers(0, 9), st.sampled_from("ab"), st.binary(max_size=40))))
def test_no_more_is_kept_than_was_agreed_and_nothing_but_what_was_put(bodies: list[tuple[int, str, bytes]]) -> None:
    cache: Cache[bytes] = Cache(100, len)
    put = {}
    for key, mark, body in bodies:
        cache.put(key, mark, body)
        put[key] = (mark, body)
        assert cache.get(key, mark) == (body,)
        assert cache.get(key, "another") is None
    held = {key: cache.get(key, mark) for key, (mark, _) in put.items()}
    assert all(found in (None, (put[key][1],)) for key, found in held.items())
    assert cache.weight == sum(len(found[0]) for found in held.values() if found) <= 100


def test_what_was_asked_for_last_outlives_what_was_not() -> None:
    cache: Cache[bytes] = Cache(2, len)
    cache.put("old", "", b"1")
    cache.put("older", "", b"2")
    cache.get("old", "")
    cache.put("new", "", b"3")
    assert [cache.get(key, "") for key in ("old", "older", "new")] == [(b"1",), None, (b"3",)]


def test_what_is_too_heavy_is_not_kept_and_pushes_nothing_out() -> None:
    cache: Cache[bytes] = Cache(2, len)
    cache.put("light", "", b"1")
    cache.put("heavy", "", b"123")
    assert (cache.get("light", ""), cache.get("heavy", "")) == ((b"1",), None)


@pytest.mark.parametrize(
    "value",
    [
        b"a" * 10_000,
        np.zeros(1250),
        [b"a" * 1000] * 10,
        {number: "a" * 100 for number in range(100)},
        tuple("a" * 10 + str(number) for number in range(200)),
        msgspec.Raw(b"a" * 10_000),
        Rows(rows=("a" * 5000, "b" * 5000)),
        PackedIds(bytes(10_000)),
    ],
)
def test_what_something_weighs_is_about_the_memory_that_it_takes(value: object) -> None:
    assert 10_000 <= weigh(value) < 30_000


def test_a_page_that_lacks_what_was_not_at_hand_is_asked_for_again(own_site: Site) -> None:
    client = TestClient(make_app(own_site), base_url="http://127.0.0.1")
    first = client.get("/dyad/PRK/RUS/events")
    assert "etag" not in first.headers
    while "etag" not in (second := client.get("/dyad/PRK/RUS/events")).headers:
        assert second.status_code == 200
    assert len(second.text) > len(first.text)
    assert client.get("/dyad/PRK/RUS/events").text == second.text


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_page_that_was_kept_packed_is_what_it_was(own_site: Site, encoding: str) -> None:
    client = TestClient(make_app(own_site), base_url="http://127.0.0.1", headers={"Accept-Encoding": encoding})
    first = client.get("/methodology")
    assert own_site.answers.weight < len(first.content) / 2
    again = client.get("/methodology")
    assert again.content == first.content
    assert again.headers.get("content-encoding", "identity") == encoding
    assert again.headers["etag"] == first.headers["etag"]


def test_who_corrects_sees_his_own_name_and_not_another_s(writer: TestClient, own_site: Site) -> None:
    claim = next(own_site.store.claims()).id
    pages = []
    for name in ("ani", "budi"):
        writer.cookies.set("by", name)
        pages.append(writer.get(f"/claims/{claim}").text)
    assert "budi" in pages[1]
    assert "budi" not in pages[0]
