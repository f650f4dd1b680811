"""Blocks are smaller: a pair and a family of acts."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Forget what was merged by pairs alone; every article is merged again. Old ids of events stay known."""
    for table in ("events", "propositions", "contradictions", "block_claims", "stale_blocks"):
        op.execute(f"DELETE FROM {table}")
    op.drop_index("events_by_block", "events")
    op.add_column("events", sa.Column("pair", sa.Text, nullable=False, server_default=""))
    op.create_index("events_by_pair", "events", ["pair", "date_first"])
    op.create_index("ix_events_block", "events", ["block"])
    op.add_column("propositions", sa.Column("pair", sa.Text, nullable=False, server_default=""))
    op.create_index("ix_propositions_pair", "propositions", ["pair"])
    op.execute("INSERT OR IGNORE INTO unmerged (article) SELECT id FROM articles")
