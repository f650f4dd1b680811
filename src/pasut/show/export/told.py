"""What the exports read of a store: events with their claims, batch by batch, so that no store is too large."""

import itertools
from collections.abc import Iterator, Mapping

from pasut.records import Event, Record
from pasut.store import Line, Store, plainest, quote_of

BATCH = 500
"""Events whose claims are fetched together: few thousands of claims in memory at once."""


class Told(Record, frozen=True):
    """An event with its claims, by date of publication, each with the article that tells it."""

    event: Event
    lines: tuple[Line, ...]

    @property
    def sentence(self) -> str | None:
        """The sentence that tells it most plainly."""
        quote = plainest(self.event, [quote_of(line.claim) for line in self.lines])
        return quote.sentence if quote else None


def read_told(store: Store, type_: str | None = None) -> Iterator[Told]:
    """Every event of the store, or those of a type such as `CONSULT.visit`, by date, those without one last."""
    events = store.events(type=type_)
    while batch := list(itertools.islice(events, BATCH)):
        wanted = dict.fromkeys(claim for event in batch for claim in event.claims)
        lines = {line.claim.id: line for line in store.lines_of([*wanted])}
        for event in batch:
            yield Told(event=event, lines=tuple(lines[claim] for claim in event.claims if claim in lines))


def read_languages(store: Store) -> Mapping[str, str]:
    """The language of every article, by its id."""
    rows = store.count("articles", "id", "language")
    return {values[0]: values[1] for values, _ in rows if values[0] and values[1]}
