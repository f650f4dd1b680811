"""What all pages share: the store as readers see it, the packs, the names, who may write."""

import contextlib
import functools
import hashlib
import pathlib
import threading
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, TypeVar

from pasut.errors import StoreError
from pasut.pipeline import Kit
from pasut.settings import version
from pasut.show.names import Names
from pasut.show.web.cache import Cache, weigh
from pasut.show.web.turns import Turns
from pasut.store import Store, open_store

T = TypeVar("T")

KEPT_BYTES = 48 * 2**20
"""Memory for what pages are made of, while nothing about it is written: that of fifty pairs of actors."""
ANSWER_BYTES = 16 * 2**20
"""Memory for pages as they were sent, packed: some hundreds of dyads."""
MERGING_PAUSE = 0.15
"""Seconds between the steps of merging: a program that waits to write looks each tenth of a second."""
MERGING_PATIENCE = 0.5
"""Seconds that a step of merging waits for answers at work: many readers make it slow, but do not stop it."""
MERGING_SECONDS = 5.0
"""How often the site looks whether somebody has read articles in, so that it may merge them."""


class Site:
    """One store and what its pages need. Close it when the last request is answered."""

    def __init__(self, path: pathlib.Path | None, *, token: str | None = None, kit: Kit | None = None) -> None:
        """Open the store at `path`, made where it does not exist. Without a `token` nobody may write."""
        self.store: Store = open_store(path, waits_for_merging=False)
        self.token = token if self.store.is_writable else None
        self.kit = kit or Kit()
        self.names = Names(self.kit)
        self.routes: tuple[Any, ...] = ()
        """The table of addresses that it is served by."""
        self.navigation: tuple[tuple[str, str], ...] = ()
        """(term, address) of what stands at the top of every page."""
        self.answers: Cache[bytes] = Cache(ANSWER_BYTES, len)
        """Pages as they were sent, packed, by the question."""
        self.turns = Turns()
        self._kept: Cache[Any] = Cache(KEPT_BYTES, weigh)
        self._gates: dict[Hashable, threading.Lock] = {}
        """What is being made, so that it is made once."""
        self._making: set[Hashable] = set()
        self._lock = threading.Lock()
        self._turn = threading.local()
        self._stop = threading.Event()

    def stamp(self) -> str:
        """What changes whenever something was written to the store, by this program or another."""
        return self._as_it_began("", lambda: f"{version()}-{self.store.stamp()}")

    def mark(self, dyad: tuple[str, str]) -> str:
        """What changes whenever something that is told of two actors has changed, or the last day of the store has."""

        def find() -> str:
            return f"{version()}-{self.store.mark(dyad)}-{self.store.last_day()}"

        return self._as_it_began("|".join(sorted(dyad)), find)

    def _as_it_began(self, name: str, find: Callable[[], str]) -> str:
        """A mark as an answer in this thread has found it first: it asks for it some thirty times."""
        known: dict[str, str] | None = getattr(self._turn, "marks", None)
        found = (known or {}).get(name) or find()
        if known is not None:
            known[name] = found
        return found

    def remember(self, key: Hashable, make: Callable[[], T], *, of: tuple[str, str] | None = None) -> T:
        """What `make` gives, kept as long as nothing is written, or nothing `of` two actors; `key` says what it is.

        Of many who ask at once, one makes it, and the others wait: fifty readers need the memory of one.
        """
        mark = self.mark(of) if of else self.stamp()
        if kept := self._kept.get(key, mark):
            return kept[0]  # type: ignore[no-any-return]
        self.turns.give_way()
        with self._lock:
            gate = self._gates.setdefault((mark, key), threading.Lock())
        with self._through(gate):
            if kept := self._kept.get(key, mark):
                return kept[0]  # type: ignore[no-any-return]
            try:
                made = make()
                self._kept.put(key, mark, made)
            finally:
                with self._lock:
                    self._gates.pop((mark, key), None)
        return made

    @contextlib.contextmanager
    def _through(self, gate: threading.Lock) -> Iterator[None]:
        if not gate.acquire(blocking=False):
            with self.turns.waiting():
                gate.acquire()
        try:
            yield
        finally:
            gate.release()

    def at_hand(self, key: Hashable, make: Callable[[], T], *, of: tuple[str, str] | None = None) -> T | None:
        """What is remembered; else None, while it is made in the background for those who come later."""
        mark = self.mark(of) if of else self.stamp()
        if kept := self._kept.get(key, mark):
            return kept[0]  # type: ignore[no-any-return]
        with self._lock:
            self._turn.is_partial = True
            if (mark, key) in self._making:
                return None
            self._making.add((mark, key))

        def work() -> None:
            try:
                with self.turns.in_background():
                    self.remember(key, make, of=of)
            except StoreError:
                pass  # the store is closed, or cannot be read now: the next who comes tries again
            finally:
                with self._lock:
                    self._making.discard((mark, key))

        threading.Thread(target=work, name="making", daemon=True).start()
        return None

    @contextlib.contextmanager
    def answering(self) -> Iterator[None]:
        """An answer in this thread: it is whole until something is not at hand, and of the store as it began."""
        self._turn.is_partial = False
        self._turn.marks = {}
        try:
            with self.turns.answering():
                yield
        finally:
            self._turn.marks = None

    @property
    def is_partial(self) -> bool:
        """Whether this thread's answer lacks something that was not at hand: soon it would be another."""
        return bool(self._turn.is_partial)

    def merge(self) -> None:
        """Make the events of what was read since; a store that another program is writing is left for later."""
        if self.store.is_writable:
            self.store.merge(pause=self._pause)

    def _pause(self) -> None:
        """Between two steps of merging: others may write, and answers at work are finished first."""
        time.sleep(MERGING_PAUSE)
        self.turns.give_way(MERGING_PATIENCE)

    def merge_soon(self) -> None:
        """Merge now if that can be, so that what was just written shows; else the next round does."""
        with contextlib.suppress(StoreError):
            self.merge()

    def keep_merged(self, warmers: Sequence[Callable[["Site"], object]] = ()) -> None:
        """Merge whenever nobody has written for a round, until the site is closed: pages never wait for it.

        Then `warmers` make what readers are most likely to ask for.
        """

        def work() -> None:
            before = warmed = ""
            while not self._stop.is_set():
                with contextlib.suppress(StoreError):  # somebody else is writing: the next round finds it
                    now = self.stamp()
                    if now == (before or now):
                        self.merge()
                        now = self.stamp()
                        if now != warmed:
                            for warm in warmers:
                                warm(self)
                            warmed = now
                    before = now
                self._stop.wait(MERGING_SECONDS)

        def keep() -> None:
            with self.turns.in_background():
                work()

        threading.Thread(target=keep, name="merging", daemon=True).start()

    def close(self) -> None:
        """Let go of the store."""
        self._stop.set()
        self.store.close()


@functools.cache
def digest(data: bytes) -> str:
    """A short name of some bytes, for addresses that may be kept for ever."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()
