"""Opening a store: made, upgraded, refused."""

import os
import pathlib
import sqlite3

import pytest

from makers import make_article, make_coding
from pasut.errors import StoreError
from pasut.store import open_store


def test_the_default_place_is_the_data_folder(tmp_path: pathlib.Path) -> None:
    with open_store() as store:
        assert store.path == tmp_path / "data" / "pasut" / "pasut.sqlite"


def test_a_folder_that_is_not_there_is_named(tmp_path: pathlib.Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere.*is not there; make it"):
        open_store(tmp_path / "nowhere" / "x.sqlite")


def test_reading_commands_make_no_store(tmp_path: pathlib.Path) -> None:
    with pytest.raises(StoreError, match="there is no store; make one"):
        open_store(tmp_path / "x.sqlite", must_exist=True)
    assert not (tmp_path / "x.sqlite").exists()


def test_a_store_of_a_newer_version_is_refused(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "newer.sqlite"
    open_store(place).close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match=r"newer pasut wrote this store \(revision 9999\); update pasut"):
        open_store(place)


def test_a_file_that_is_no_database_is_refused(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_text("these are notes, and more than a hundred bytes of them " * 10)
    with pytest.raises(StoreError, match="no SQLite file"):
        open_store(place)
    assert place.read_text().startswith("these are notes")


def test_a_folder_is_no_store(tmp_path: pathlib.Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)


def test_a_database_of_another_program_is_left_alone(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "other.sqlite"
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="belongs to another program"):
        open_store(place)


def test_a_read_only_store_is_found_in_but_not_written(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "kept.sqlite"
    article = make_article()
    with open_store(place) as store:
        store.add(article, make_coding(article))
    with open_store(place, readonly=True) as store:
        assert len(list(store.claims())) == 2
        with pytest.raises(StoreError, match="read-only; copy it"):
            store.add(article, make_coding(article))


def test_a_store_that_may_not_be_written_opens_for_reading(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "kept.sqlite"
    open_store(place).close()
    # The superuser may write anywhere, so the refusal is played.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with open_store(place) as store, pytest.raises(StoreError, match="read-only"):
        store.add(make_article(), make_coding(make_article()))
