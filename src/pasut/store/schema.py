"""The tables of a store, as SQLAlchemy Core sees them; `migrations/` makes and changes them in files.

Lists that nobody filters by are JSON in a text column. Dates are two columns, an open end being NULL; a NULL basis
means that there is no date at all.
"""

import sqlalchemy as sa

metadata = sa.MetaData()

UNDATED = "undated"
"""What stands for the day of an event without one: it sorts after all days."""


def _date_columns(name: str) -> list[sa.Column[object]]:
    return [
        sa.Column(f"{name}_first", sa.Date),
        sa.Column(f"{name}_last", sa.Date),
        sa.Column(f"{name}_basis", sa.Text),
    ]


def _place_columns() -> list[sa.Column[object]]:
    """Where a claim or assessment stands in its article, and what made it."""
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


articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, nullable=False, index=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("url", sa.Text),
    *_date_columns("published"),
    sa.Column("dateline", sa.Text),
    sa.Column("wire", sa.Text),
    sa.Column("byline", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("headline", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("cut", sa.Text, nullable=False),
    sa.Column("dating", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("line", sa.Integer),
    sa.Column("recorded_at", sa.Text, nullable=False),
    sa.Column("coder_version", sa.Text, nullable=False),
    sa.Index("articles_by_day", "published_first"),
    sa.Index("articles_published", "id", "published_first", "published_last", "published_basis"),
    sa.Index("articles_by_publisher", "publisher", "published_first", "id"),
)

pages = sa.Table(
    "pages",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    # Deferred, so that an article can be coded anew (deleted and written again) in one transaction.
    sa.Column(
        "article",
        sa.Text,
        sa.ForeignKey("articles.id", deferrable=True, initially="DEFERRED"),
        nullable=False,
        index=True,
    ),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("line", sa.Integer),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    *_place_columns(),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("mode", sa.Text),
    sa.Column("status", sa.Text, nullable=False),
    *_date_columns("date"),
    sa.Column("contexts", sa.Text, nullable=False),
    sa.Column("speaker", sa.Text, nullable=False),
    sa.Column("medium", sa.Text, nullable=False),
    sa.Column("object", sa.Text),
    sa.Column("quantity", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("refers_to", sa.Text),
    sa.Column("steps", sa.Text, nullable=False),
    sa.Column("overrides", sa.Text, nullable=False, server_default="[]"),
    sa.Index("claims_by_article", "article", "position"),
    sa.Index("claims_by_date", "date_first", "date_last"),
    sa.Index("claims_by_type", "type", "mode", "status"),
    sa.Index(
        "claims_planned",
        *("id", "article", "speaker", "date_first", "date_last", "date_basis"),
        sqlite_where=sa.literal_column("status = 'planned'"),
    ),
)

claim_actors = sa.Table(
    "claim_actors",
    metadata,
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
    sa.Index("claim_actors_by_code", "code", "role", "claim"),
    sa.Index(
        "claim_actors_by_person",
        *("code", "person", "office", "grp", "claim"),
        sqlite_where=sa.literal_column("person IS NOT NULL"),
    ),
)

assessments = sa.Table(
    "assessments",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    *_place_columns(),
    sa.Column("actor_a", sa.Text, nullable=False),
    sa.Column("actor_b", sa.Text, nullable=False),
    sa.Column("direction", sa.Text, nullable=False),
    sa.Column("speaker", sa.Text, nullable=False),
    *_date_columns("date"),
    sa.Index("assessments_by_article", "article", "position"),
    sa.Index("assessments_by_dyad", "actor_a", "actor_b", "date_first"),
)

sentences = sa.Table(
    "sentences",
    metadata,
    sa.Column("rowid", sa.Integer, primary_key=True),
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Index("sentences_by_article", "article", "start"),
)
"""Where each sentence stands in its article; the full-text table `sentence_roots` holds their words by rowid."""

sentence_roots = sa.table("sentence_roots", sa.column("rowid"), sa.column("roots"))
"""The full-text table. Not in `metadata`: a virtual table is SQLite's own, and the script 0002 makes it."""

problems = sa.Table(
    "problems",
    metadata,
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("stage", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
)

overrides = sa.Table(
    "overrides",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("article", sa.Text, nullable=False, index=True),
    sa.Column("action", sa.Text, nullable=False, index=True),
    sa.Column("record", sa.Text, nullable=False),
)
"""The log of corrections, in the order they were made. It refers to articles by id alone, so that it outlives them."""

coded_claims = sa.Table(
    "coded_claims",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
)
"""Claims as they were coded, where a correction has changed or rejected them; all others stand in `claims` as coded."""

unmerged = sa.Table(
    "unmerged",
    metadata,
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
)
"""Articles whose claims no event knows yet. Written with the article, so that a stop at any point forgets none."""

changes = sa.Table(
    "changes",
    metadata,
    sa.Column("store", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
"""One row: a name that no other store has, and how many transactions have changed something."""

stale_blocks = sa.Table("stale_blocks", metadata, sa.Column("block", sa.Text, primary_key=True))
"""Blocks whose events must be made anew."""

block_claims = sa.Table(
    "block_claims",
    metadata,
    sa.Column("block", sa.Text, primary_key=True),
    sa.Column("claim", sa.Text, sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("about", sa.Text, nullable=False),
    sa.Index("block_claims_by_claim", "claim"),
)

copy_bands = sa.Table(
    "copy_bands",
    metadata,
    sa.Column("band", sa.Integer, primary_key=True),
    sa.Column("rank", sa.Text, primary_key=True),
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    sa.Index("copy_bands_by_article", "article"),
    sqlite_with_rowid=False,
)
"""Where texts that may be copies meet, those that came first first."""

copies = sa.Table(
    "copies",
    metadata,
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("original", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("root", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("likeness", sa.Float, nullable=False),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("block", sa.Text, nullable=False, index=True),
    sa.Column("pair", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("mode", sa.Text),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("standing", sa.Text, nullable=False),
    *_date_columns("date"),
    *_date_columns("reported"),
    sa.Column("sources", sa.Integer, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("day", sa.Text, nullable=False, server_default=UNDATED),
    sa.Column("told_by", sa.Text),
    sa.Column("sentence", sa.Text),
    sa.Index(
        "events_by_pair",
        *("pair", "day", "id", "type", "mode", "status", "standing", "date_first", "date_last", "sources"),
    ),
    sa.Index("events_by_day", "day", "id", "pair"),
    sa.Index("events_by_type", "type", "mode", "status", "date_first", "date_last"),
    sa.Index("events_by_status", "status", "day", "id", "date_first", "date_last"),
)
"""What one can filter by, and the whole record as JSON. `day` sorts them: the first day that is known, else UNDATED.

`sentence`, of the claim `told_by`, tells it most plainly; it stands here, so that a list needs no claims. The index by
pair has all that a timeline is filtered and counted by, so that only the events of the page shown are read.
"""

event_publishers = sa.Table(
    "event_publishers",
    metadata,
    sa.Column("event", sa.Text, sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("publisher", sa.Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Whose articles tell an event."""

dyads = sa.Table(
    "dyads",
    metadata,
    sa.Column("pair", sa.Text, primary_key=True),
    sa.Column("events", sa.Integer, nullable=False),
    sa.Column("last_day", sa.Date),
    sa.Column("formula", sa.Text, nullable=False, index=True),
    sa.Column("tail_from", sa.Date, nullable=False),
    sa.Column("tail", sa.LargeBinary, nullable=False),
    sa.Column("course", sa.LargeBinary, nullable=False),
    sa.Column("mark", sa.Integer, nullable=False, server_default="0"),
    sa.Column("outline", sa.LargeBinary),
)
"""Of each pair of actors: number of events, day of the last that was done, its index as `Course.pack` packs it.

The tail, much shorter, tells all of the days since `tail_from`. The outline, as `Outline.pack` packs it, is of all its
events, and NULL while they have changed. The mark is the number of the change that last touched the pair.
"""

stale_dyads = sa.Table("stale_dyads", metadata, sa.Column("pair", sa.Text, primary_key=True))
"""Pairs whose row in `dyads` must be made anew."""

event_actors = sa.Table(
    "event_actors",
    metadata,
    sa.Column("event", sa.Text, sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("grp", sa.Text),
    sa.Index("event_actors_by_code", "code", "role", "event"),
    sa.Index("event_actors_groups", "code", "grp", "event", sqlite_where=sa.literal_column("grp IS NOT NULL")),
)

event_redirects = sa.Table(
    "event_redirects",
    metadata,
    sa.Column("old", sa.Text, primary_key=True),
    sa.Column("new", sa.Text, nullable=False, index=True),
)
"""Ids that an event had before it was joined with another, split, or told with another date."""

propositions = sa.Table(
    "propositions",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("block", sa.Text, nullable=False, index=True),
    sa.Column("pair", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("mode", sa.Text),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("standing", sa.Text, nullable=False, index=True),
    sa.Column("said_first", sa.Date),
    sa.Column("record", sa.Text, nullable=False),
    sa.Index("propositions_by_pair", "pair", "standing", "said_first", "id"),
)
"""What is alleged, denied or said by somebody; several codes of one side are joined by `+`."""

contradictions = sa.Table(
    "contradictions",
    metadata,
    sa.Column("block", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("is_slip", sa.Boolean, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
)
