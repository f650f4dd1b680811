"""Propositions and contradictions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables of the ledger; every block is merged anew, so that they are filled."""
    op.create_table(
        "propositions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("said_first", sa.Date),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_propositions_block", "propositions", ["block"])
    op.create_index("ix_propositions_standing", "propositions", ["standing"])
    op.create_table(
        "contradictions",
        sa.Column("block", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("is_slip", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.execute("INSERT OR IGNORE INTO stale_blocks (block) SELECT DISTINCT block FROM block_claims")
