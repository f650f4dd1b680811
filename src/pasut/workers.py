"""Processes that work ahead: what is asked of them is given back when it is called for, in whatever order."""

import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Self, TypeVar

from pasut.errors import WorkerError

_A = TypeVar("_A")
_B = TypeVar("_B")


class Workers:
    """`count` processes; use it in a `with` block, at whose end they stop, whatever was asked and not called for."""

    def __init__(self, count: int) -> None:
        # Started afresh, not forked: a copy of a process that has threads (the progress bar is one) may hang.
        self._pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_ignore_interrupts)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def ask(self, call: Callable[[_A], _B], item: _A) -> Callable[[], _B]:
        """Have a process call a module's function; the call returned waits for what it gave."""
        try:
            future = self._pool.submit(call, item)
        except BrokenProcessPool as error:
            raise _ended() from error
        return lambda: _wait_for(future)


def _wait_for(future: Future[_B]) -> _B:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise _ended() from error


def _ended() -> WorkerError:
    return WorkerError(
        "a process that codes articles has ended, perhaps for want of memory; what was read before is kept: "
        "read again with fewer --jobs"
    )


def _ignore_interrupts() -> None:
    """Ctrl-C goes to all processes of a terminal; the one that was started decides what to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
