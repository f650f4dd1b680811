"""Claims that something is planned, light: of each only who foresees it, for when, and in an article of which day."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from pasut.measure.announced import Announced
from pasut.store import find
from pasut.store.schema import articles, block_claims, claims
from pasut.store.tellings import within_pair

_PLANNED = sa.literal_column("claims.status = 'planned'", sa.Boolean)
"""Written out, since an index of some rows serves only a query that says which."""
_WORDS = msgspec.json.Decoder(tuple[str, ...])


def find_planned(connection: sa.Connection, dyad: tuple[str, str]) -> frozenset[str]:
    """The ids of the claims that something is planned between the states of two actors."""
    # Left alone SQLite would read all claims of the pair, each with its sentence.
    # With + before it a column is no reason to use its index, by which it would go through the plans of all pairs.
    is_same = claims.c.id == sa.literal_column("+block_claims.claim", sa.Text)
    query = sa.select(claims.c.id).select_from(block_claims.join(claims, is_same)).distinct()
    query = query.with_hint(claims, "INDEXED BY claims_planned", "sqlite")
    return frozenset(connection.execute(query.where(within_pair(block_claims.c.block, dyad), _PLANNED)).scalars())


def find_announced(connection: sa.Connection, claim_ids: Sequence[str]) -> dict[str, Announced]:
    """Those of some claims that tell of something planned, by id."""
    out: dict[str, Announced] = {}
    dates = [table.c[f"{name}_{part}"] for table, name in ((claims, "date"), (articles, "published")) for part in _WHEN]
    for start in range(0, len(claim_ids), find.BATCH):
        query = sa.select(claims.c.id, claims.c.speaker, *dates).join(articles)
        query = query.with_hint(claims, "INDEXED BY claims_planned", "sqlite")  # both hold all that is asked
        query = query.with_hint(articles, "INDEXED BY articles_published", "sqlite")
        query = query.where(claims.c.id.in_(claim_ids[start : start + find.BATCH]), _PLANNED)
        for name, speaker, *when in connection.execute(query).all():
            out[name] = Announced(
                speaker=_WORDS.decode(speaker), when=find.when_of(*when[:3]), published=find.when_of(*when[3:])
            )
    return out


_WHEN = ("first", "last", "basis")
