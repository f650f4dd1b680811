"""Sentences for a list of events: of each claim only what chooses the one to show, not its actors and steps."""

from collections.abc import Sequence

import sqlalchemy as sa

from pasut.merge.quote import Quote
from pasut.records import INFERRED_BASES, Record, Span
from pasut.store.find import BATCH
from pasut.store.schema import claims


class SaidIn(Record, frozen=True):
    """A sentence in which something is told, and where in its article."""

    sentence_text: str
    sentence: Span
    trigger: Span


def find_sayings(connection: sa.Connection, claim_ids: Sequence[str]) -> dict[str, SaidIn]:
    """The sentences of claims with the place of what told each, by the claim's id."""
    out: dict[str, SaidIn] = {}
    columns = claims.c.id, claims.c.sentence, *(claims.c[name] for name in _PLACES)
    for start in range(0, len(claim_ids), BATCH):
        query = sa.select(*columns).where(claims.c.id.in_(claim_ids[start : start + BATCH]))
        for name, sentence, *places in connection.execute(query).all():
            first, last, begin, end = places
            span, trigger = Span(start=first, end=last), Span(start=begin, end=end)
            out[name] = SaidIn(sentence_text=sentence, sentence=span, trigger=trigger)
    return out


_PLACES = ("sentence_start", "sentence_end", "trigger_start", "trigger_end")


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
