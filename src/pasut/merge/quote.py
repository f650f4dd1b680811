"""The sentence that tells an event most plainly, of those of its claims."""

from collections.abc import Iterable

from pasut.records import Claim, Event, Record, Status


class Quote(Record, frozen=True):
    """The sentence of a claim, with what chooses the one to show."""

    claim: str
    """Id of the claim."""
    sentence: str
    status: Status
    is_dated: bool
    """Whether the sentence itself gives the claim a day."""


def quote_of(claim: Claim) -> Quote:
    """The sentence of a claim that is at hand."""
    is_dated = claim.when is not None and not claim.when.is_inferred
    return Quote(claim=claim.id, sentence=claim.sentence_text, status=claim.status, is_dated=is_dated)


def plainest(event: Event, quotes: Iterable[Quote]) -> Quote | None:
    """The first sentence that tells it as the event has it, if possible with a day of its own; None where none does."""
    firm = [quote for quote in quotes if quote.status == event.status]
    return next((quote for quote in firm if quote.is_dated), firm[0] if firm else None)
