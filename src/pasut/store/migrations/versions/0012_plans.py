"""Plans are found among the claims of a pair, armed groups among all actors; outlines count plans, and wait."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the indexes; all pairs wait to be made anew."""
    op.execute("CREATE INDEX claims_planned ON claims (id) WHERE status = 'planned'")
    op.execute("CREATE INDEX event_actors_groups ON event_actors (code, grp, event) WHERE grp IS NOT NULL")
    op.execute("UPDATE dyads SET outline = NULL")
    op.execute("INSERT OR IGNORE INTO stale_dyads (pair) SELECT pair FROM dyads")
