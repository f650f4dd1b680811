"""Processes that work ahead: what they give, what they send back when they fail, and how they end."""

import os

import pytest

from pasut.errors import WorkerError
from pasut.workers import Workers


def test_what_was_asked_comes_back_when_called_for() -> None:
    with Workers(2) as workers:
        calls = [workers.ask(abs, -number) for number in range(5)]
        assert [call() for call in reversed(calls)] == [4, 3, 2, 1, 0]


def test_an_error_is_raised_where_the_answer_is_called_for() -> None:
    with Workers(1) as workers:
        wrong, right = workers.ask(int, "x"), workers.ask(int, "7")
        with pytest.raises(ValueError, match="invalid literal"):
            wrong()
        assert right() == 7


def test_a_process_that_dies_says_what_to_do() -> None:
    with Workers(1) as workers:
        call = workers.ask(os._exit, 3)
        with pytest.raises(WorkerError, match="fewer --jobs"):
            call()
        with pytest.raises(WorkerError, match="fewer --jobs"):
            workers.ask(abs, 1)()
