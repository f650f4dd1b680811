"""Sentences for a list of events: of each claim only what chooses the one to show, not its actors and steps."""

from collections.abc import Sequence

import sqlalchemy as sa

from pasut.merge.quote import Quote
from pasut.records import INFERRED_BASES
from pasut.store.find import BATCH
from pasut.store.schema import claims


def find_quotes(connection: sa.Connection, claim_ids: Sequence[str]) -> dict[str, Quote]:
    """The sentences of claims, by the claim's id; an id that is not there is left out."""
    out: dict[str, Quote] = {}
    columns = claims.c.id, claims.c.sentence, claims.c.status, claims.c.date_basis
    for start in range(0, len(claim_ids), BATCH):
        query = sa.select(*columns).where(claims.c.id.in_(claim_ids[start : start + BATCH]))
        for name, sentence, status, basis in connection.execute(query).all():
            is_dated = basis is not None and basis not in INFERRED_BASES
            out[name] = Quote(claim=name, sentence=sentence, status=status, is_dated=is_dated)
    return out
