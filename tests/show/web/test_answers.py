"""Pages that are kept in memory are bounded, the last one asked for stays longest, and none is kept half made."""

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from pasut.show.web.answers import Answers
from pasut.show.web.app import make_app
from pasut.show.web.site import Site


@given(bodies=st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=40))))
def test_no_more_is_kept_than_was_agreed_and_nothing_but_what_was_put(bodies: list[tuple[int, bytes]]) -> None:
    answers, put = Answers(100), {}
    for number, body in bodies:
        answers.put(str(number), body)
        put[str(number)] = body
        assert answers.get(str(number)) == body
    held = {mark: answers.get(mark) for mark in put}
    assert all(body in (None, put[mark]) for mark, body in held.items())
    assert sum(len(body) for body in held.values() if body) <= 100


def test_what_was_asked_for_last_outlives_what_was_not() -> None:
    answers = Answers(2)
    answers.put("old", b"1")
    answers.put("older", b"2")
    answers.get("old")
    answers.put("new", b"3")
    assert (answers.get("old"), answers.get("older"), answers.get("new")) == (b"1", None, b"3")


def test_a_page_that_lacks_what_was_not_at_hand_is_asked_for_again(own_site: Site) -> None:
    client = TestClient(make_app(own_site), base_url="http://127.0.0.1")
    first = client.get("/dyad/PRK/RUS/events")
    assert "etag" not in first.headers
    while "etag" not in (second := client.get("/dyad/PRK/RUS/events")).headers:
        assert second.status_code == 200
    assert len(second.text) > len(first.text)
    assert client.get("/dyad/PRK/RUS/events").text == second.text


def test_who_corrects_sees_his_own_name_and_not_another_s(writer: TestClient, own_site: Site) -> None:
    claim = next(own_site.store.claims()).id
    pages = []
    for name in ("ani", "budi"):
        writer.cookies.set("by", name)
        pages.append(writer.get(f"/claims/{claim}").text)
    assert "budi" in pages[1]
    assert "budi" not in pages[0]
