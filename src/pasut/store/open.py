"""Open a store, and what can be done to it."""

import contextlib
import datetime as dt
import os
import pathlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Unpack

import sqlalchemy as sa

from pasut.errors import StoreError
from pasut.records import (
    Action,
    Article,
    Coding,
    Override,
    Page,
    Sentence,
)
from pasut.settings import load_settings, now, version
from pasut.store import (
    merging,
    overriding,
    search,
    write,
)
from pasut.store.connection import immediate, make_engine, may_write, plain_errors
from pasut.store.migrate import migrate
from pasut.store.telling import Teller


class Store(Teller):
    """One file of articles, claims and assessments. Made by `open_store`; close it, or use it in a `with` block."""

    def __init__(
        self,
        path: pathlib.Path,
        engine: sa.Engine,
        clock: Callable[[], dt.datetime],
        *,
        is_writable: bool = True,
        waits_for_merging: bool = True,
    ) -> None:
        super().__init__(path, engine)
        self.is_writable = is_writable
        self._waits_for_merging = waits_for_merging
        self._clock = clock

    def add(
        self,
        article: Article,
        coding: Coding,
        pages: dict[str, Page] | None = None,
        sentences: Sequence[Sentence] = (),
    ) -> None:
        """Store an article and its coding in one transaction, with the pages (by id) that gave it.

        An article of the same id is replaced. `sentences` are what a search finds of it.
        """
        with self._writing() as connection:
            log = overriding.read_log(connection, article.id)
            write.write_article(connection, article, coding, write.stamp(self._clock(), version()), log)
            search.write_sentences(connection, article.id, sentences)
            for page_id, page in (pages or {}).items():
                write.write_page(connection, page_id, page, article.id)

    def add_page(self, page_id: str, page: Page, article_id: str) -> None:
        """Remember that a page gave an article that is already stored."""
        with self._writing() as connection:
            write.write_page(connection, page_id, page, article_id)

    def correct(self, action: Action, reference: str, *, by: str, **said: Unpack[overriding.Correction]) -> Override:
        """Append a correction to the log and apply it: `store.correct("reject", claim, by="ani")`.

        `reference` is the id of a claim, or its beginning; to withdraw a correction, its id. Raises UsageError where
        there is no such thing, or the value cannot be.
        """
        at = self._clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._writing() as connection:
            override = overriding.make_override(connection, action, reference, said, by=by, at=at)
            overriding.append(connection, override)
        return override

    def add_overrides(self, log: Iterable[Override]) -> int:
        """Append corrections from another store, in their order; gives how many were new."""
        with self._writing() as connection:
            return sum(overriding.append(connection, override) for override in log)

    def merge(self, *, pause: Callable[[], None] | None = None) -> int:
        """Make the events of all that was stored since the last merging; gives the number of blocks made anew.

        It happens by itself before events are found. A stop at any point loses nothing. With a pause it is done in
        small steps, between which `pause` waits and other programs write.
        """
        return 0 if self.is_merged() else merging.merge_all(self._reading, self._writing, pause=pause)

    def add_sentences(self, article_id: str, sentences: Sequence[Sentence]) -> None:
        """Make an article that is stored searchable."""
        with self._writing() as connection:
            search.write_sentences(connection, article_id, sentences)

    def _merge_first(self) -> None:
        if self._waits_for_merging:
            self.merge()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with plain_errors(self.path), immediate(self._engine) as connection:
            yield connection


def open_store(
    path: str | os.PathLike[str] | None = None,
    *,
    readonly: bool = False,
    must_exist: bool = False,
    waits_for_merging: bool = True,
    clock: Callable[[], dt.datetime] = now,
) -> Store:
    """Open the store at `path` (the XDG data folder's when None), making it where it does not exist yet.

    A file or folder that may not be written to is opened for reading. A store that does not wait for merging gives the
    events of the last one, while somebody else may be merging. Raises StoreError when it is no store, or one
    that a newer version wrote.
    """
    place = pathlib.Path(path) if path is not None else load_settings().store
    if not place.exists():
        if readonly or must_exist:
            raise StoreError(f"{place}: there is no store; make one with `pasut read PATH...`, or name another")
        _make_folder(place, given=path is not None)
    readonly = readonly or not may_write(place)
    with plain_errors(place):
        engine = make_engine(place, readonly=readonly)
        try:
            migrate(engine, place, readonly=readonly)
        except BaseException:
            engine.dispose()
            raise
    return Store(place, engine, clock, is_writable=not readonly, waits_for_merging=waits_for_merging)


def _make_folder(place: pathlib.Path, *, given: bool) -> None:
    if given and not place.parent.is_dir():
        raise StoreError(f"{place}: the folder {place.parent} is not there; make it, or name another store")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{place}: the folder cannot be made ({error.strerror}); name another store") from error
