"""The file of a store: how it is opened, and what the disk refuses."""

import pathlib
import sqlite3
import subprocess
import sys

import pytest
import sqlalchemy as sa

from makers import make_article, make_coding
from pasut.errors import StoreError
from pasut.store import Store, open_store


def test_a_new_store_has_foreign_keys_and_a_write_ahead_log(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "new.sqlite"
    with open_store(place) as store, store._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_full_disk_is_said_and_what_was_stored_stays(fresh_store: Store) -> None:
    first, second = make_article("first"), make_article("second", text="kata " * 20_000)
    fresh_store.add(first, make_coding(first))
    _limit_pages(fresh_store)
    with pytest.raises(StoreError, match="disk full; free some space"):
        fresh_store.add(second, make_coding(second))
    assert fresh_store.knows_article(first.id)
    assert not fresh_store.knows_article(second.id)


def test_a_busy_store_is_said(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pasut.store.connection.BUSY_SECONDS", 0.05)
    place = tmp_path / "busy.sqlite"
    article = make_article()
    with open_store(place) as store:
        other = sqlite3.connect(place, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing"):
            store.add(article, make_coding(article))
        other.close()


WRITER = """
import sys
from pasut.store import open_store
with open_store(sys.argv[1]) as store, store._writing() as connection:
    connection.exec_driver_sql("DELETE FROM events")
    print("begun", flush=True)
    sys.stdin.readline()
"""


def test_a_reader_does_not_wait_for_a_writer_and_sees_what_it_has_committed(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pasut.store.connection.BUSY_SECONDS", 0)  # to wait at all is an error
    place = tmp_path / "shared.sqlite"
    article = make_article()
    with open_store(place) as store:
        store.add(article, make_coding(article))
        store.merge()
    with open_store(place, readonly=True, waits_for_merging=False) as reader:
        before, stamp = reader.facets(), reader.stamp()
        assert before.total > 0
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, place], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "begun\n"
            assert (reader.facets(), reader.stamp()) == (before, stamp)
            writer.communicate("commit\n")
        assert reader.count_events() == 0
        assert reader.stamp() != stamp


def test_a_reader_is_barred_from_writing_where_it_could(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "kept.sqlite"
    open_store(place).close()
    with open_store(place, readonly=True) as reader, pytest.raises(StoreError, match="read-only"):
        reader.add(make_article(), make_coding(make_article()))


def _limit_pages(store: Store) -> None:
    @sa.event.listens_for(store._engine, "checkout")
    def _limit(connection: sqlite3.Connection, *_: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
