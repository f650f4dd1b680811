"""Copies of articles, events, and what is left to merge."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of merging; every article that is there waits to be merged."""
    _left()
    _copies()
    _events()
    op.execute("INSERT INTO unmerged (article) SELECT id FROM articles")


def _left() -> None:
    op.create_table("unmerged", _refers("article", "articles", primary_key=True))
    op.create_table("stale_blocks", sa.Column("block", sa.Text, primary_key=True))
    op.create_table(
        "block_claims",
        sa.Column("block", sa.Text, primary_key=True),
        _refers("claim", "claims", primary_key=True),
        sa.Column("about", sa.Text, nullable=False),
    )
    op.create_index("block_claims_by_claim", "block_claims", ["claim"])


def _copies() -> None:
    op.create_table(
        "copy_bands",
        sa.Column("band", sa.Integer, primary_key=True),
        _refers("article", "articles", primary_key=True),
    )
    op.create_index("copy_bands_by_article", "copy_bands", ["article"])
    op.create_table(
        "copy_pairs",
        _refers("one", "articles", primary_key=True),
        _refers("other", "articles", primary_key=True),
        sa.Column("likeness", sa.Float, nullable=False),
    )
    op.create_index("copy_pairs_by_other", "copy_pairs", ["other"])
    op.create_table(
        "copies",
        _refers("article", "articles", primary_key=True),
        _refers("original", "articles", nullable=False),
        _refers("root", "articles", nullable=False),
        sa.Column("likeness", sa.Float, nullable=False),
    )
    op.create_index("ix_copies_original", "copies", ["original"])
    op.create_index("ix_copies_root", "copies", ["root"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("date_first", sa.Date),
        sa.Column("date_last", sa.Date),
        sa.Column("date_basis", sa.Text),
        sa.Column("reported_first", sa.Date),
        sa.Column("reported_last", sa.Date),
        sa.Column("reported_basis", sa.Text),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("events_by_block", "events", ["block", "date_first"])
    op.create_index("events_by_date", "events", ["date_first", "date_last"])
    op.create_index("events_by_type", "events", ["type", "mode", "status"])
    op.create_table(
        "event_claims",
        _refers("event", "events", primary_key=True),
        _refers("claim", "claims", primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_index("event_claims_by_claim", "event_claims", ["claim"])
    op.create_table(
        "event_actors",
        _refers("event", "events", primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("grp", sa.Text),
    )
    op.create_index("event_actors_by_code", "event_actors", ["code", "role", "event"])
    op.create_table(
        "event_redirects", sa.Column("old", sa.Text, primary_key=True), sa.Column("new", sa.Text, nullable=False)
    )
    op.create_index("ix_event_redirects_new", "event_redirects", ["new"])


def _refers(name: str, table: str, *, primary_key: bool = False, nullable: bool = True) -> sa.Column[object]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Text, key, primary_key=primary_key, nullable=nullable and not primary_key)
