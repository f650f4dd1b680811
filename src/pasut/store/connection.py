"""The file of a store as SQLite sees it: who may write, what a transaction is, what the disk refuses, said plainly."""

import contextlib
import os
import pathlib
import sqlite3
from collections.abc import Iterator

import sqlalchemy as sa

from pasut.errors import StoreError

BUSY_SECONDS = 10
"""How long a writer waits for another: far more than one article's transaction takes."""

CACHE_KIB = 4 * 1024
"""Memory of a connection for pages of the file: with it the pages of the busiest pair of 100,000 articles are about as
quick as with twice as much, and eight requests are answered at a time."""


def may_write(place: pathlib.Path) -> bool:
    """SQLite also writes files beside the store, so the folder counts too."""
    return os.access(place.parent, os.W_OK) and (not place.exists() or os.access(place, os.W_OK))


def make_engine(place: pathlib.Path, *, readonly: bool) -> sa.Engine:
    """Connections to the file, each set up alike; a transaction begins with the first statement.

    With a write-ahead log readers see what was committed when they began, and never wait for who is writing.
    """
    uri = place.absolute().as_uri()
    if readonly and not may_write(place):
        # Without a write-ahead log beside it nobody is writing, and an immutable file needs no folder to lock in.
        alone = not place.with_name(place.name + "-wal").exists()
        uri += "?mode=ro&immutable=1" if alone else "?mode=ro"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
        connection.isolation_level = (
            None  # SQLAlchemy's events below begin transactions, so that they cover all statements
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if not readonly and connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        # A reader opens the file as writers do, since all of them keep the log's index; it is only barred from writing.
        connection.execute(f"PRAGMA query_only = {int(readonly)}")
        return connection

    # As many connections as there are readers at a time: none of them waits for another.
    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.QueuePool, max_overflow=-1)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    # A deferred transaction that reads first and writes later fails at once when another process wrote in between.
    writes = connection.get_execution_options().get("pasut_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextlib.contextmanager
def immediate(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that holds the right to write from its beginning, and is counted where it changes something."""
    with engine.connect().execution_options(pasut_writes=True) as connection, connection.begin():
        before = _rows_changed(connection)
        yield connection
        if _rows_changed(connection) != before:
            connection.exec_driver_sql("UPDATE changes SET number = number + 1")


def _rows_changed(connection: sa.Connection) -> int:
    """Rows written and removed on this connection since it was opened."""
    inner = connection.connection.dbapi_connection
    assert isinstance(inner, sqlite3.Connection)
    return inner.total_changes


def copy_file(place: pathlib.Path, to: pathlib.Path) -> None:
    """Copy a database as it stands at one moment; readers and writers go on."""
    uri = place.absolute().as_uri() + "?mode=ro"
    with contextlib.closing(sqlite3.connect(uri, uri=True)) as source, contextlib.closing(sqlite3.connect(to)) as copy:
        source.backup(copy)


@contextlib.contextmanager
def plain_errors(place: pathlib.Path) -> Iterator[None]:
    """Say what the database refuses in words that help; a broken rule of the schema stays what it is."""
    try:
        yield
    except sa.exc.IntegrityError:
        raise
    except sa.exc.DBAPIError as error:
        raise StoreError(f"{place}: {_meaning(error.orig)}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{place}: {_meaning(error)}") from error


_MEANINGS = {
    "SQLITE_FULL": "disk full; free some space and run again: what was stored before stays",
    "SQLITE_READONLY": "the store is read-only; copy it to a folder you may write to, or name another with --store",
    "SQLITE_CANTOPEN": "the store cannot be opened; check that the folder is there and that you may write to it",
    "SQLITE_NOTADB": "this is no SQLite file; name another store with --store",
    "SQLITE_CORRUPT": "the store is damaged; restore a copy, or read the articles into a new one",
    "SQLITE_BUSY": "another program is writing to the store; try again when it has finished",
    "SQLITE_IOERR": "the disk cannot be read or written; check it, then run again",
}


def _meaning(error: BaseException | None) -> str:
    name = getattr(error, "sqlite_errorname", "")
    for start, meaning in _MEANINGS.items():
        if name.startswith(start):
            return meaning
    return f"the database says: {error}; run again with PASUT_DEBUG=1 to see where"
