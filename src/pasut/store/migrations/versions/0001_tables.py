"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make articles, pages, claims, claim_actors, assessments and problems."""
    _articles()
    _claims()
    _assessments()
    _problems()


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published_first", sa.Date),
        sa.Column("published_last", sa.Date),
        sa.Column("published_basis", sa.Text),
        sa.Column("dateline", sa.Text),
        sa.Column("wire", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("cut", sa.Text, nullable=False),
        sa.Column("dating", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("line", sa.Integer),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("coder_version", sa.Text, nullable=False),
    )
    op.create_index("ix_articles_key", "articles", ["key"])
    article = sa.ForeignKey("articles.id", deferrable=True, initially="DEFERRED")
    op.create_table(
        "pages",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("article", sa.Text, article, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("line", sa.Integer),
    )
    op.create_index("ix_pages_article", "pages", ["article"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, primary_key=True),
        *_place(),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("date_first", sa.Date),
        sa.Column("date_last", sa.Date),
        sa.Column("date_basis", sa.Text),
        sa.Column("contexts", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("medium", sa.Text, nullable=False),
        sa.Column("object", sa.Text),
        sa.Column("quantity", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("refers_to", sa.Text),
        sa.Column("steps", sa.Text, nullable=False),
    )
    op.create_index("claims_by_article", "claims", ["article", "position"])
    op.create_index("claims_by_date", "claims", ["date_first", "date_last"])
    op.create_index("claims_by_type", "claims", ["type", "mode", "status"])
    op.create_table(
        "claim_actors",
        sa.Column("claim", sa.Text, sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("grp", sa.Text),
        sa.Column("person", sa.Text),
        sa.Column("office", sa.Text),
        sa.Column("via", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer),
        sa.Column("span_end", sa.Integer),
    )
    op.create_index("claim_actors_by_code", "claim_actors", ["code", "role", "claim"])


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.Text, primary_key=True),
        *_place(),
        sa.Column("actor_a", sa.Text, nullable=False),
        sa.Column("actor_b", sa.Text, nullable=False),
        sa.Column("direction", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("date_first", sa.Date),
        sa.Column("date_last", sa.Date),
        sa.Column("date_basis", sa.Text),
    )
    op.create_index("assessments_by_article", "assessments", ["article", "position"])
    op.create_index("assessments_by_dyad", "assessments", ["actor_a", "actor_b", "date_first"])


def _problems() -> None:
    op.create_table(
        "problems",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("stage", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
    )


def _place() -> list[sa.Column[object]]:
    return [
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("trigger_start", sa.Integer, nullable=False),
        sa.Column("trigger_end", sa.Integer, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
    ]
