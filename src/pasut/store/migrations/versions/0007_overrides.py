"""The log of corrections, and the claims as they were coded before."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make overrides and coded_claims; claims say which corrections changed them."""
    op.add_column("claims", sa.Column("overrides", sa.Text, nullable=False, server_default="[]"))
    op.create_table(
        "overrides",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_overrides_article", "overrides", ["article"])
    op.create_index("ix_overrides_action", "overrides", ["action"])
    op.create_table(
        "coded_claims",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_coded_claims_article", "coded_claims", ["article"])
