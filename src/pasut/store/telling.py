"""What can be asked of the events and propositions that the claims in a store were merged into."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Unpack

from pasut.errors import UsageError
from pasut.measure.announced import Announced
from pasut.merge.explain import Explanation, explain_event
from pasut.merge.quote import Quote
from pasut.records import (
    Claim,
    Contradiction,
    Event,
    Proposition,
)
from pasut.store import (
    about,
    copying,
    counting,
    dispute,
    dyads,
    events,
    find,
    latest,
    ledger,
    merging,
    overriding,
    plans,
    tellings,
    timeline,
)
from pasut.store.events import EventCriteria
from pasut.store.quote import SaidIn, find_quotes, find_sayings
from pasut.store.reading import Reader

if TYPE_CHECKING:
    from pasut.measure.outline import Outline


class Teller(Reader):
    """A store that tells what happened, who says so and who denies it."""

    def events(self, *, as_of: dt.date | None = None, **criteria: Unpack[EventCriteria]) -> Iterator[Event]:
        """Events that fulfil all criteria, by date: `store.events(dyad=("PRK", "RUS"), type="CONSULT.visit")`.

        `as_of` gives what the articles published by that day told. Raises StoreError when there is something to merge
        and the store may not be written to.
        """
        self._merge_first()
        with self._reading() as connection:
            if as_of is None:
                yield from events.find_events(connection, criteria)
            else:
                yield from events.find_events_as_of(connection, criteria, as_of)

    def entries(self, *, as_of: dt.date | None = None, **criteria: Unpack[EventCriteria]) -> Iterator[timeline.Entry]:
        """The same events, each with the sentence that tells it most plainly."""
        self._merge_first()
        with self._reading() as connection:
            yield from timeline.find_entries(connection, criteria, as_of)

    def page(self, turn: timeline.Turn = timeline.FIRST, **criteria: Unpack[EventCriteria]) -> timeline.TimelinePage:
        """Some of these entries, newest first: `store.page(Turn(limit=20, after=page.after), dyad=("PRK", "RUS"))`.

        Raises UsageError for a cursor that no page has given.
        """
        self._merge_first()
        with self._reading() as connection:
            return timeline.find_page(connection, criteria, turn)

    def count_events(self, **criteria: Unpack[EventCriteria]) -> int:
        """How many events fulfil all criteria."""
        self._merge_first()
        with self._reading() as connection:
            return timeline.count_events(connection, criteria)

    def facets(self, **criteria: Unpack[EventCriteria]) -> timeline.Facets:
        """How many events have each type, status, standing, publisher and year, for choosing the next criterion."""
        self._merge_first()
        with self._reading() as connection:
            return timeline.find_facets(connection, criteria)

    def dyads(self, since: dt.date | None = None) -> list[dyads.DyadRow]:
        """All pairs with events, by name, with the course of the index of each, which `ranking.rank_dyads` reads."""
        self._merge_first()
        with self._reading() as connection:
            return dyads.find_dyads(connection, since)

    def first_events(self, limit: int, **criteria: Unpack[EventCriteria]) -> tuple[int, list[Event]]:
        """How many events fulfil all criteria, and the first so many of them, by date."""
        self._merge_first()
        with self._reading() as connection:
            return events.find_first(connection, criteria, limit)

    def outline(self, dyad: tuple[str, str]) -> "Outline":
        """All events of two actors as columns: a hundredth of what it takes to read them."""
        self._merge_first()
        with self._reading() as connection:
            return dyads.find_outline(connection, dyad)

    def mark(self, dyad: tuple[str, str]) -> int:
        """What is another number whenever something about two actors has changed, but not when others were written of.

        What is new but not merged yet has not changed anything.
        """
        with self._reading() as connection:
            return dyads.find_mark(connection, dyad)

    def events_by_id(self, ids: Sequence[str]) -> list[Event]:
        """The events of some ids, in their order. Raises ChangedError where one has gone since the ids were read."""
        with self._reading() as connection:
            return events.find_events_by_id(connection, ids)

    def planned(self, dyad: tuple[str, str]) -> frozenset[str]:
        """The ids of the claims that something is planned between the states of two actors."""
        with self._reading() as connection:
            return plans.find_planned(connection, dyad)

    def announced(self, claims: Sequence[str]) -> dict[str, Announced]:
        """Who told of what is planned, and when: those of these claims that tell of something planned, by id."""
        with self._reading() as connection:
            return plans.find_announced(connection, claims)

    def count_recent(self, first: dt.date, last: dt.date) -> dict[tuple[str, str], int]:
        """Events of each pair between two days."""
        self._merge_first()
        with self._reading() as connection:
            return dyads.count_recent(connection, first, last)

    def event(self, reference: str) -> Event:
        """The event of this id, or of the only id that begins so, now or before events were joined or split.

        Raises UsageError when there is none.
        """
        self._merge_first()
        with self._reading() as connection:
            return events.find_event(connection, reference)

    def explain(self, event: Event) -> Explanation:
        """Why the claims of an event are one, and why the nearest other event is another."""
        with self._reading() as connection:
            block, log = events.block_of(connection, event.id), overriding.read_log(connection)
            for among in (about.find_claims_near(connection, event, block), None):
                found = explain_event(block, tellings.tellings_of(connection, block, among=among), event.id, log)
                if found is not None and set(found.event.claims) == set(event.claims):
                    return found  # else what stands further off has a say in what is one
        return found or Explanation(event=event, links=())

    def propositions(
        self, *, as_of: dt.date | None = None, **criteria: Unpack[ledger.LedgerCriteria]
    ) -> Iterator[Proposition]:
        """What is alleged, denied or said by somebody: `store.propositions(dyad=("PRK", "RUS"), type="AID.arms")`."""
        self._merge_first()
        with self._reading() as connection:
            yield from ledger.find_propositions(connection, criteria, as_of)

    def disputes(
        self, standings: Sequence[str], *, limit: int, offset: int = 0, **criteria: Unpack[ledger.LedgerCriteria]
    ) -> dispute.DisputePage:
        """Propositions of these standings, a page at a time, with how many have each."""
        self._merge_first()
        with self._reading() as connection:
            return dispute.find_disputes(connection, criteria, standings, limit=limit, offset=offset)

    def first_propositions(
        self, standings: Sequence[str], limit: int, **criteria: Unpack[ledger.LedgerCriteria]
    ) -> dispute.DisputePage:
        """The first few propositions of these standings, in their order, with how many have each."""
        self._merge_first()
        with self._reading() as connection:
            return dispute.find_first(connection, criteria, standings, limit)

    def proposition(self, reference: str, *, as_of: dt.date | None = None) -> Proposition:
        """The proposition of this id, or of the only id that begins so. Raises UsageError when there is none."""
        self._merge_first()
        with self._reading() as connection:
            return ledger.find_proposition(connection, reference, as_of)

    def contradictions(
        self, *, dyad: tuple[str, str] | None = None, as_of: dt.date | None = None
    ) -> Iterator[Contradiction]:
        """Where claims about one event cannot all be right."""
        self._merge_first()
        with self._reading() as connection:
            yield from ledger.find_contradictions(connection, dyad, as_of)

    def copies(
        self, articles: Sequence[str] | None = None
    ) -> list[tuple[find.Headline, find.Headline, find.Headline, float]]:
        """(copy, original, root, likeness) of every article that copies another; or of those that these are among."""
        self._merge_first()
        with self._reading() as connection:
            return copying.find_copies(connection, articles)

    def events_of(self, claim: str) -> list[Event]:
        """The events that the claim of this id tells of: one for each pair of its actors."""
        self._merge_first()
        with self._reading() as connection:
            return about.find_events_of(connection, claim)

    def propositions_of(self, claim: str) -> list[Proposition]:
        """The propositions that the claim of this id says, denies or repeats."""
        self._merge_first()
        with self._reading() as connection:
            return about.find_propositions_of(connection, claim)

    def contradictions_in(self, event: str) -> list[Contradiction]:
        """Where the claims of the event of this id cannot all be right."""
        with self._reading() as connection:
            return about.find_contradictions_in(connection, event)

    def around(self, event: Event, dyad: tuple[str, str]) -> tuple[Event | None, Event | None]:
        """The events of a dyad before and after one of them, those without a date last."""
        with self._reading() as connection:
            return about.find_around(connection, event, dyad)

    def claim_or_event(self, reference: str) -> Claim | Event:
        """The claim or event of this id, or of the only id that begins so. Raises UsageError when there is none."""
        try:
            return self.claim(reference)
        except UsageError as error:
            try:
                return self.event(reference)
            except UsageError:
                raise error from None

    def first_lines(self, events: Iterable[Event]) -> dict[str, find.Line]:
        """The first claim of each event, with its article, by the event's id."""
        first = {event.claims[0]: event.id for event in events if event.claims}
        with self._reading() as connection:
            return {first[line.claim.id]: line for line in find.find_lines_of(connection, list(first))}

    def sayings(self, claims: Sequence[str]) -> dict[str, SaidIn]:
        """The sentences of the claims of these ids, each with the place of what tells it."""
        with self._reading() as connection:
            return find_sayings(connection, claims)

    def quotes_of(self, events: Iterable[Event], most: int = 12) -> dict[str, Quote]:
        """The sentences of the first claims of each event, by the claim's id."""
        with self._reading() as connection:
            return find_quotes(connection, [claim for event in events for claim in event.claims[:most]])

    def count_pairs(self, *, since: dt.date | None = None, until: dt.date | None = None) -> list[counting.PairCount]:
        """How many events there are of each pair of actors, the most told of first."""
        self._merge_first()
        with self._reading() as connection:
            return counting.count_pairs(connection, since=since, until=until)

    def count_sources(
        self, dyads: Sequence[tuple[str, str]], first: dt.date, last: dt.date
    ) -> dict[tuple[str, str], int]:
        """Independent sources of all events of some pairs between two days, added up."""
        self._merge_first()
        with self._reading() as connection:
            return counting.count_sources(connection, dyads, first, last)

    def latest(self, code: str, until: dt.date, limit: int) -> list[timeline.Entry]:
        """Events of a state or body up to a day, the latest first, each with its sentence."""
        self._merge_first()
        with self._reading() as connection:
            return latest.find_latest(connection, code, until, limit)

    def count_groups(self) -> list[tuple[str, int]]:
        """(code, events) of every armed group, the most told of first."""
        self._merge_first()
        with self._reading() as connection:
            return counting.count_groups(connection)

    def count_months(self, **criteria: Unpack[EventCriteria]) -> list[tuple[str, int]]:
        """(month, events that begin in it) for each month that has any: `("2024-06", 12)`."""
        with self._reading() as connection:
            return events.count_months(connection, criteria)

    def is_merged(self) -> bool:
        """Whether the events are those of all that is stored."""
        with self._reading() as connection:
            return merging.is_merged(connection)

    def _merge_first(self) -> None:
        """What comes before events are found: nothing, where the store is only read."""
