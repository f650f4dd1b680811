"""Copies are found among the first articles of a band, instead of among all."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Put the bands in the order of who came first; every article is looked at again."""
    op.drop_table("copy_pairs")
    op.drop_table("copy_bands")
    op.execute("DELETE FROM copies")
    op.create_table(
        "copy_bands",
        sa.Column("band", sa.Integer, primary_key=True),
        sa.Column("rank", sa.Text, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("copy_bands_by_article", "copy_bands", ["article"])
    op.execute("INSERT OR IGNORE INTO unmerged (article) SELECT id FROM articles")
