"""Work in the background lets answers go first, and goes on where an answer waits for it."""

import threading
import time

from pasut.show.web.turns import Turns

SOON = 0.02
"""Seconds after which what does not wait would have happened."""


def in_background(turns: Turns) -> tuple[threading.Thread, threading.Event]:
    """A thread that gives way once, and what it sets after that."""
    done = threading.Event()

    def work() -> None:
        with turns.in_background():
            turns.give_way()
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    return thread, done


def test_background_work_waits_until_no_answer_is_at_work() -> None:
    turns = Turns()
    with turns.answering():
        with turns.answering():
            thread, done = in_background(turns)
            assert not done.wait(SOON)
        assert not done.wait(SOON)
    assert done.wait(10)
    thread.join()


def test_background_work_goes_on_where_an_answer_waits_for_it() -> None:
    turns = Turns()
    with turns.answering():
        thread, done = in_background(turns)
        assert not done.wait(SOON)
        with turns.waiting():
            assert done.wait(10)
    thread.join()


def test_background_work_has_no_endless_patience() -> None:
    turns = Turns()
    begun = time.monotonic()
    with turns.answering(), turns.in_background():
        turns.give_way(SOON)
    assert time.monotonic() - begun >= SOON  # it did wait, and came back though the answer is still at work


def test_an_answer_gives_way_to_nobody() -> None:
    turns, done = Turns(), threading.Event()

    def answer() -> None:
        with turns.answering():
            turns.give_way()
            done.set()

    with turns.answering():
        thread = threading.Thread(target=answer)
        thread.start()
        assert done.wait(10)
    thread.join()


def test_what_takes_long_waits_for_quiet() -> None:
    turns = Turns()
    with turns.answering():
        pass
    begun = time.monotonic()
    with turns.in_background():
        turns.give_way(quiet=SOON)
        turns.give_way(most=0.0, quiet=3600.0)
    assert time.monotonic() - begun > SOON / 2
