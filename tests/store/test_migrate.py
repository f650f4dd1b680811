"""The scripts, the tables and the newest revision agree."""

import pathlib

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from pasut.store import open_store
from pasut.store.migrate import HEAD, alembic_config
from pasut.store.schema import metadata


def test_head_is_the_newest_script() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == HEAD


def test_scripts_make_the_tables_that_the_schema_describes(tmp_path: pathlib.Path) -> None:
    with open_store(tmp_path / "new.sqlite") as store, store._reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ordinary})
        assert compare_metadata(context, metadata) == []


def _is_ordinary(name: str | None, kind: str, _: object) -> bool:
    """A full-text table and the tables that SQLite makes for it cannot be described in the schema."""
    return kind != "table" or not (name or "").startswith("sentence_roots")


def test_opening_again_changes_nothing(tmp_path: pathlib.Path) -> None:
    place = tmp_path / "new.sqlite"
    open_store(place).close()
    before = place.read_bytes()
    open_store(place).close()
    assert place.read_bytes() == before
