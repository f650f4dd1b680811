"""Sentences and their full-text index; whether an article carries its title as a headline."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make sentences, the full-text table sentence_roots, and the trigger that keeps the two in step."""
    # Not as a batch: that would drop the old table, and with it every claim that refers to it.
    op.add_column("articles", sa.Column("headline", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "sentences",
        sa.Column("rowid", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_index("sentences_by_article", "sentences", ["article", "start"])
    op.execute("CREATE VIRTUAL TABLE sentence_roots USING fts5 (roots, tokenize = 'unicode61 remove_diacritics 2')")
    op.execute(
        "CREATE TRIGGER sentence_roots_follow AFTER DELETE ON sentences"
        " BEGIN DELETE FROM sentence_roots WHERE rowid = old.rowid; END"
    )
