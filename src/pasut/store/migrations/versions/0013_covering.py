"""All that is asked of planned claims stands in indexes: who foresees it, when, and when their articles came out."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the one index anew, and another of the days of publication."""
    op.drop_index("claims_planned", "claims")
    asked = "id, article, speaker, date_first, date_last, date_basis"
    op.execute(f"CREATE INDEX claims_planned ON claims ({asked}) WHERE status = 'planned'")
    op.create_index("articles_published", "articles", ["id", "published_first", "published_last", "published_basis"])
