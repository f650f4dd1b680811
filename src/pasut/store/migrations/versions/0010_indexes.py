"""Indexes for the pages of busy actors: the calendar, the network, persons, publishers, what is first in the ledger."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the indexes, those of events anew with what a month is found by and sources are counted by."""
    for name in ("events_by_pair", "events_by_type"):
        op.drop_index(name, "events")
    dates = ["date_first", "date_last"]
    op.create_index(
        "events_by_pair", "events", ["pair", "day", "id", "type", "mode", "status", "standing", *dates, "sources"]
    )
    op.create_index("events_by_type", "events", ["type", "mode", "status", *dates])
    op.create_index("events_by_status", "events", ["status", "day", "id", *dates])
    op.drop_index("ix_propositions_pair", "propositions")
    op.create_index("propositions_by_pair", "propositions", ["pair", "standing", "said_first", "id"])
    op.create_index("articles_by_publisher", "articles", ["publisher", "published_first", "id"])
    persons = ["code", "person", "office", "grp", "claim"]
    op.execute(f"CREATE INDEX claim_actors_by_person ON claim_actors ({', '.join(persons)}) WHERE person IS NOT NULL")
