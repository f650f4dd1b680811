"""What pages share: what is remembered, and for how long."""

import threading

from pasut.show.web.site import Site


def test_what_is_remembered_is_made_once_until_something_is_written(own_site: Site) -> None:
    made: list[int] = []
    for _ in range(2):
        own_site.remember("key", lambda: made.append(1))
    own_site.store.correct("note", next(own_site.store.claims()).id, by="ani", note="checked")
    own_site.remember("key", lambda: made.append(2))
    assert made == [1, 2]


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
