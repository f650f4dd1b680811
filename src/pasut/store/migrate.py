"""Bring a store's tables to this version, with Alembic and the scripts in `migrations/`."""

import pathlib
from typing import TYPE_CHECKING

import sqlalchemy as sa

from pasut.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0013"
"""The newest script; a store that has it needs no Alembic, which takes a fifth of a second to import."""

FOLDER = pathlib.Path(__file__).parent / "migrations"


def migrate(engine: sa.Engine, place: pathlib.Path, *, readonly: bool) -> None:
    """Make or upgrade the tables. Raises StoreError when the file is not ours, too new, or old and read-only."""
    with engine.connect() as connection:
        revision = _revision(connection, place)
    if revision == HEAD:
        return
    from alembic import command

    config = alembic_config()
    if revision is not None and revision not in _known(config):
        raise StoreError(
            f"{place}: a newer pasut wrote this store (revision {revision}); update pasut, or name another store"
        )
    if readonly:
        raise StoreError(f"{place}: the store needs new tables but is read-only; open it once where it can be written")
    with engine.connect().execution_options(pasut_writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)


def alembic_config() -> "Config":
    """Alembic's settings, without an ini file: the scripts lie in the package."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _revision(connection: sa.Connection, place: pathlib.Path) -> str | None:
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not tables:
        return None
    if not {"alembic_version", "articles", "claims"} <= tables:
        raise StoreError(f"{place}: this SQLite file belongs to another program; name another store with --store")
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


def _known(config: "Config") -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
