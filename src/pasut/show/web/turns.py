"""Who works when: what is made ahead gives way to answers that people wait for, as Python runs one thread at once."""

import contextlib
import threading
import time
from collections.abc import Iterator


class Turns:
    """Answers at work, and threads in the background that let them go first."""

    def __init__(self) -> None:
        self._answers = 0
        self._waiting = 0
        self._quiet_since = time.monotonic()
        self._changed = threading.Condition()
        self._own = threading.local()

    @contextlib.contextmanager
    def answering(self) -> Iterator[None]:
        """This thread works on an answer."""
        self._count(1, 0)
        try:
            yield
        finally:
            self._count(-1, 0)

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """This thread waits for what another makes, which may be one in the background: that one must go on."""
        self._count(0, 1)
        try:
            yield
        finally:
            self._count(0, -1)

    @contextlib.contextmanager
    def in_background(self) -> Iterator[None]:
        """Nobody waits for what this thread does."""
        self._own.is_background = True
        try:
            yield
        finally:
            self._own.is_background = False

    def give_way(self, most: float | None = None, *, quiet: float = 0.0) -> None:
        """In the background, let all answers at work be finished first, but for `most` seconds where given.

        With `quiet` none may have been at work for so many seconds.
        """
        if not getattr(self._own, "is_background", False):
            return
        end = None if most is None else time.monotonic() + most
        with self._changed:
            while not self._waiting and (self._answers or self._time_left(self._quiet_since + quiet)):
                left = None if end is None else self._time_left(end)
                if left == 0.0:
                    return
                rest = None if self._answers else self._time_left(self._quiet_since + quiet)
                self._changed.wait(min((each for each in (left, rest) if each is not None), default=None))

    @staticmethod
    def _time_left(end: float) -> float:
        return max(0.0, end - time.monotonic())

    def _count(self, answers: int, waiting: int) -> None:
        with self._changed:
            self._answers += answers
            self._waiting += waiting
            if answers < 0:
                self._quiet_since = time.monotonic()
            self._changed.notify_all()
