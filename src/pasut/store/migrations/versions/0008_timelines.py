"""What a page of a timeline needs stands beside its events; the store counts its changes."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Events get their day, sentence and publishers, the last two by merging all again; event_claims, which nothing
    reads, goes.
    """
    op.add_column("events", sa.Column("day", sa.Text, nullable=False, server_default="undated"))
    op.add_column("events", sa.Column("told_by", sa.Text))
    op.add_column("events", sa.Column("sentence", sa.Text))
    op.execute("UPDATE events SET day = coalesce(date_first, date_last, 'undated')")
    op.drop_table("event_claims")
    _indexes()
    op.create_table(
        "event_publishers",
        sa.Column("event", sa.Text, sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("publisher", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    changes = op.create_table(
        "changes", sa.Column("store", sa.Text, primary_key=True), sa.Column("number", sa.Integer, nullable=False)
    )
    op.bulk_insert(changes, [{"store": secrets.token_hex(8), "number": 0}])
    op.execute("INSERT OR IGNORE INTO stale_blocks (block) SELECT DISTINCT block FROM events")


def _indexes() -> None:
    op.drop_index("events_by_pair", "events")
    op.drop_index("events_by_date", "events")
    filtered = ["type", "mode", "status", "standing", "date_first", "date_last"]
    op.create_index("events_by_pair", "events", ["pair", "day", "id", *filtered])
    op.create_index("events_by_day", "events", ["day", "id", "pair"])
