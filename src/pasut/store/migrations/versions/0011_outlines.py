"""Of each pair of actors the outline of its events, and a mark that is another one when something about it changed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the columns; all pairs wait to be made anew, which fills them."""
    op.add_column("dyads", sa.Column("mark", sa.Integer, nullable=False, server_default="0"))
    op.add_column("dyads", sa.Column("outline", sa.LargeBinary))
    op.execute("INSERT OR IGNORE INTO stale_dyads (pair) SELECT pair FROM dyads")
