"""What all pages share: the store as readers see it, the packs, the names, who may write."""

import contextlib
import functools
import hashlib
import pathlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, TypeVar

from pasut.errors import StoreError
from pasut.pipeline import Kit
from pasut.settings import version
from pasut.show.names import Names
from pasut.show.web.answers import Answers
from pasut.store import Store, open_store

T = TypeVar("T")

KEPT = 32
"""Results that are kept in memory while the store stays the same."""
ANSWER_BYTES = 32 * 2**20
KEPT_SMALL = 1000
"""Small results that are kept beside: a tenth of a megabyte each."""
MERGING_PAUSE = 0.15
"""Seconds between the steps of merging: a program that waits to write looks each tenth of a second."""
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
        self.answers = Answers(ANSWER_BYTES)
        """Pages as they were sent, by their marks."""
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._small: OrderedDict[Hashable, Any] = OrderedDict()
        self._gates: dict[Hashable, threading.Lock] = {}
        """What is being made, so that it is made once."""
        self._making: set[Hashable] = set()
        self._lock = threading.Lock()
        self._turn = threading.local()
        self._stop = threading.Event()

    def stamp(self) -> str:
        """What changes whenever something was written to the store, by this program or another."""
        kept: str | None = getattr(self._turn, "stamp", None)
        found = kept or f"{version()}-{self.store.stamp()}"
        if kept is not None:  # one answer asks for it some thirty times
            self._turn.stamp = found
        return found

    def remember(self, key: Hashable, make: Callable[[], T], *, is_small: Callable[[T], bool] | None = None) -> T:
        """What `make` gives, kept as long as nothing is written; `key` says what it is of.

        What `is_small` finds small is kept among many more of its like, and pushes out nothing large. Of many who ask
        at once, one makes it, and the others wait: fifty readers need the memory of one.
        """
        whole = (self.stamp(), key)
        with self._lock:
            for kept in (self._kept, self._small):
                if whole in kept:
                    kept.move_to_end(whole)
                    found: T = kept[whole]
                    return found
            gate = self._gates.setdefault(whole, threading.Lock())
        with gate:
            with self._lock:
                for kept in (self._kept, self._small):
                    if whole in kept:
                        there: T = kept[whole]
                        return there
            try:
                made = make()
                kept, most = (self._small, KEPT_SMALL) if is_small and is_small(made) else (self._kept, KEPT)
                with self._lock:
                    kept[whole] = made
                    while len(kept) > most:
                        kept.popitem(last=False)
            finally:
                with self._lock:
                    self._gates.pop(whole, None)
        return made

    def at_hand(self, key: Hashable, make: Callable[[], T]) -> T | None:
        """What is remembered; else None, while it is made in the background for those who come later."""
        whole = (self.stamp(), key)
        with self._lock:
            if whole in self._kept:
                found: T = self._kept[whole]
                return found
            self._turn.is_partial = True
            if whole in self._making:
                return None
            self._making.add(whole)

        def work() -> None:
            try:
                self.remember(key, make)
            except StoreError:
                pass  # the store is closed, or cannot be read now: the next who comes tries again
            finally:
                with self._lock:
                    self._making.discard(whole)

        threading.Thread(target=work, name="making", daemon=True).start()
        return None

    @contextlib.contextmanager
    def answering(self) -> Iterator[None]:
        """An answer in this thread: it is whole until something is not at hand, and of the store as it began."""
        self._turn.is_partial = False
        self._turn.stamp = ""
        try:
            yield
        finally:
            self._turn.stamp = None

    @property
    def is_partial(self) -> bool:
        """Whether this thread's answer lacks something that was not at hand: soon it would be another."""
        return bool(self._turn.is_partial)

    def merge(self) -> None:
        """Make the events of what was read since; a store that another program is writing is left for later."""
        if self.store.is_writable:
            self.store.merge(pause=MERGING_PAUSE)

    def merge_soon(self) -> None:
        """Merge now if that can be, so that what was just written shows; else the next round does."""
        with contextlib.suppress(StoreError):
            self.merge()

    def keep_merged(self, warmers: Sequence[Callable[["Site"], object]] = ()) -> None:
        """Merge whenever nobody has written for a round, until the site is closed: pages never wait for it.

        Then `warmers` make what readers are most likely to ask for.
        """

        def work() -> None:
            self._warm()
            before = warmed = ""
            while not self._stop.is_set():
                try:
                    now = self.stamp()
                    if now == (before or now):
                        self.merge()
                        now = self.stamp()
                        if now != warmed:
                            for warm in warmers:
                                warm(self)
                            warmed = now
                    before = now
                except StoreError:
                    pass  # somebody else is writing: the next round finds it
                self._stop.wait(MERGING_SECONDS)

        threading.Thread(target=work, name="merging", daemon=True).start()

    def _warm(self) -> None:
        """Load what the first search and the first claim would else wait for: the packs, and the roots of words."""
        for language in self.kit.languages:
            self.kit.roots(language).root("a")

    def close(self) -> None:
        """Let go of the store."""
        self._stop.set()
        self.store.close()


@functools.cache
def digest(data: bytes) -> str:
    """A short name of some bytes, for addresses that may be kept for ever."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()
