"""Of each pair of actors what a front page ranks them by, kept up by merging."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make dyads; all of them wait to be made. The last day of publication is found by an index."""
    op.create_index("articles_by_day", "articles", ["published_first"])
    op.create_table(
        "dyads",
        sa.Column("pair", sa.Text, primary_key=True),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("last_day", sa.Date),
        sa.Column("formula", sa.Text, nullable=False),
        sa.Column("tail_from", sa.Date, nullable=False),
        sa.Column("tail", sa.LargeBinary, nullable=False),
        sa.Column("course", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_dyads_formula", "dyads", ["formula"])
    op.create_table("stale_dyads", sa.Column("pair", sa.Text, primary_key=True))
    op.execute("INSERT INTO stale_dyads (pair) SELECT DISTINCT pair FROM events")
