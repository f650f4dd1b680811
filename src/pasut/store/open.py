"""Open a store, and what can be asked of it and done to it."""

import contextlib
import datetime as dt
import os
import pathlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self, Unpack

import sqlalchemy as sa

from pasut.errors import StoreError, UsageError
from pasut.merge.explain import Explanation, explain_event
from pasut.merge.quote import Quote
from pasut.records import (
    Action,
    Article,
    Assessment,
    Claim,
    Coding,
    Contradiction,
    Event,
    Override,
    Page,
    Proposition,
    Sentence,
)
from pasut.settings import load_settings, now, version
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
    search,
    tellings,
    timeline,
    write,
)
from pasut.store.connection import copy_file, immediate, make_engine, may_write, plain_errors
from pasut.store.events import EventCriteria
from pasut.store.migrate import migrate
from pasut.store.quote import find_quotes
from pasut.store.shelf import ArticleCriteria, Shelf, count_articles, find_shelf


class Store:
    """One file of articles, claims and assessments. Made by `open_store`; close it, or use it in a `with` block."""

    def __init__(
        self,
        path: pathlib.Path,
        engine: sa.Engine,
        clock: Callable[[], dt.datetime],
        *,
        is_writable: bool = True,
        waits_for_merging: bool = True,
    ) -> None:
        self.path = path
        self.is_writable = is_writable
        self._waits_for_merging = waits_for_merging
        self._engine = engine
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was committed is in it."""
        with plain_errors(self.path):
            self._engine.dispose()

    def add(
        self,
        article: Article,
        coding: Coding,
        pages: dict[str, Page] | None = None,
        sentences: Sequence[Sentence] = (),
    ) -> None:
        """Store an article and its coding in one transaction, with the pages (by id) that gave it.

        An article of the same id is replaced. `sentences` are what a search finds of it.
        """
        with self._writing() as connection:
            log = overriding.read_log(connection, article.id)
            write.write_article(connection, article, coding, write.stamp(self._clock(), version()), log)
            search.write_sentences(connection, article.id, sentences)
            for page_id, page in (pages or {}).items():
                write.write_page(connection, page_id, page, article.id)

    def add_page(self, page_id: str, page: Page, article_id: str) -> None:
        """Remember that a page gave an article that is already stored."""
        with self._writing() as connection:
            write.write_page(connection, page_id, page, article_id)

    def knows_page(self, page_id: str) -> bool:
        """Whether this page, as it stands, has been read before."""
        with self._reading() as connection:
            return find.is_known_page(connection, page_id)

    def article_of_page(self, page_id: str) -> str | None:
        """Id of the article that a page, as it stands, has given; None where it has not been read."""
        with self._reading() as connection:
            return find.find_page_article(connection, page_id)

    def knows_article(self, article_id: str) -> bool:
        """Whether an article of this id is stored."""
        with self._reading() as connection:
            return find.is_known_article(connection, article_id)

    def claims(self, **criteria: Unpack[find.Criteria]) -> Iterator[Claim]:
        """Claims that fulfil all criteria, by date: `store.claims(source="PRK", target="RUS", status="denied")`."""
        return (line.claim for line in self.lines(**criteria))

    def lines(self, **criteria: Unpack[find.Criteria]) -> Iterator[find.Line]:
        """The same claims, each with the article that tells it."""
        with self._reading() as connection:
            yield from find.find_lines(connection, criteria)

    def correct(self, action: Action, reference: str, *, by: str, **said: Unpack[overriding.Correction]) -> Override:
        """Append a correction to the log and apply it: `store.correct("reject", claim, by="ani")`.

        `reference` is the id of a claim, or its beginning; to withdraw a correction, its id. Raises UsageError where
        there is no such thing, or the value cannot be.
        """
        at = self._clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._writing() as connection:
            override = overriding.make_override(connection, action, reference, said, by=by, at=at)
            overriding.append(connection, override)
        return override

    def add_overrides(self, log: Iterable[Override]) -> int:
        """Append corrections from another store, in their order; gives how many were new."""
        with self._writing() as connection:
            return sum(overriding.append(connection, override) for override in log)

    def copy_to(self, place: pathlib.Path) -> None:
        """Write a copy of the whole file as it stands at one moment, also while somebody is writing to it."""
        with plain_errors(self.path):
            copy_file(self.path, place)

    def overrides(self) -> list[Override]:
        """The log of corrections, in the order they were made."""
        with self._reading() as connection:
            return overriding.read_log(connection)

    def lost_overrides(self) -> set[str]:
        """Ids of corrections whose claim is not in the store, or not any more."""
        with self._reading() as connection:
            return overriding.lost_overrides(connection, overriding.read_log(connection))

    def coded_claims(self, article_id: str) -> list[Claim]:
        """The claims of an article as they were coded, before any correction."""
        with self._reading() as connection:
            return overriding.coded_claims(connection, article_id)

    def merge(self) -> int:
        """Make the events of all that was stored since the last merging; gives the number of blocks made anew.

        It happens by itself before events are found. A stop at any point loses nothing.
        """
        return 0 if self.is_merged() else merging.merge_all(self._reading, self._writing)

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

    def count_recent(self, first: dt.date, last: dt.date) -> dict[tuple[str, str], int]:
        """Events of each pair between two days."""
        self._merge_first()
        with self._reading() as connection:
            return dyads.count_recent(connection, first, last)

    def stamp(self) -> str:
        """What is another one whenever anything in the store has changed, by this program or another."""
        with self._reading() as connection:
            return find.find_stamp(connection)

    def event(self, reference: str) -> Event:
        """The event of this id, or of the only id that begins so, now or before events were joined or split.

        Raises UsageError when there is none.
        """
        self._merge_first()
        with self._reading() as connection:
            return events.find_event(connection, reference)

    def lines_of(self, told: Event | Proposition | Sequence[str]) -> list[find.Line]:
        """The claims of an event, of a proposition, or of these ids, each with its article, in their order."""
        claims = told.claims if isinstance(told, Event | Proposition) else told
        with self._reading() as connection:
            return find.find_lines_of(connection, claims)

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

    def articles_of(self, claims: Sequence[str]) -> dict[str, str]:
        """The id of the article that each of these claims stands in, by the claim's id."""
        with self._reading() as connection:
            return about.find_articles_of(connection, claims)

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

    def coded_claim(self, reference: str) -> Claim:
        """The claim of this id as it was coded, before any correction, also where one has rejected it."""
        with self._reading() as connection:
            return overriding.find_coded(connection, reference)

    def claim_or_event(self, reference: str) -> Claim | Event:
        """The claim or event of this id, or of the only id that begins so. Raises UsageError when there is none."""
        try:
            return self.claim(reference)
        except UsageError as error:
            try:
                return self.event(reference)
            except UsageError:
                raise error from None

    def with_offices(self, **criteria: Unpack[find.Criteria]) -> Iterator[find.Line]:
        """Claims that fulfil all criteria and name a person in an office, each with its article."""
        with self._reading() as connection:
            yield from find.find_lines(connection, criteria, with_offices=True)

    def first_lines(self, events: Iterable[Event]) -> dict[str, find.Line]:
        """The first claim of each event, with its article, by the event's id."""
        first = {event.claims[0]: event.id for event in events if event.claims}
        with self._reading() as connection:
            return {first[line.claim.id]: line for line in find.find_lines_of(connection, list(first))}

    def quotes_of(self, events: Iterable[Event], most: int = 12) -> dict[str, Quote]:
        """The sentences of the first claims of each event, by the claim's id."""
        with self._reading() as connection:
            return find_quotes(connection, [claim for event in events for claim in event.claims[:most]])

    def claim(self, reference: str) -> Claim:
        """The claim of this id, or of the only id that begins so. Raises UsageError when there is none."""
        with self._reading() as connection:
            overriding.refuse_rejected(connection, reference)
            return find.find_claim(connection, reference)

    def article(self, reference: str) -> Article:
        """The article of this id, beginning of an id, or key. Raises UsageError when there is none."""
        with self._reading() as connection:
            return find.find_article(connection, reference)

    def coding(self, article_id: str) -> Coding:
        """All that was coded from one article, in reading order."""
        with self._reading() as connection:
            return find.find_coding(connection, article_id)

    def assessments(self, dyad: tuple[str, str] | None = None) -> Iterator[Assessment]:
        """Assessments of a dyad, or all, by date."""
        with self._reading() as connection:
            yield from find.find_assessments(connection, dyad)

    def search(
        self, expression: str, *, limit: int = 50, offset: int = 0, **criteria: Unpack[search.SearchCriteria]
    ) -> list[search.Hit]:
        """Sentences that match an FTS5 expression over roots (`text.query.match_expression`), best first."""
        with self._reading() as connection:
            return list(search.find_sentences(connection, expression, criteria, limit=limit, offset=offset))

    def count_matches(self, expression: str) -> int:
        """How many sentences match an FTS5 expression, counted to one more than `store.search.COMMON`."""
        with self._reading() as connection:
            return search.count_matches(connection, expression)

    def shelf(
        self,
        *,
        limit: int = 50,
        after: str | None = None,
        before: str | None = None,
        **criteria: Unpack[ArticleCriteria],
    ) -> Shelf:
        """Some articles, the newest first: `store.shelf(after=shelf.after, publisher="Antara")`.

        Raises UsageError for a cursor that no page has given.
        """
        with self._reading() as connection:
            return find_shelf(connection, criteria, limit=limit, after=after, before=before)

    def count_articles(self, **criteria: Unpack[ArticleCriteria]) -> int:
        """How many articles fulfil all criteria."""
        with self._reading() as connection:
            return count_articles(connection, criteria)

    def unsearchable(self) -> list[str]:
        """Ids of the articles that an older pasut stored without their sentences."""
        with self._reading() as connection:
            return search.unsearchable(connection)

    def add_sentences(self, article_id: str, sentences: Sequence[Sentence]) -> None:
        """Make an article that is stored searchable."""
        with self._writing() as connection:
            search.write_sentences(connection, article_id, sentences)

    def last_day(self) -> dt.date | None:
        """The latest day on which an article was surely published; None where no article has a date."""
        with self._reading() as connection:
            return find.find_last_day(connection)

    def keys(self) -> Iterator[tuple[str, str]]:
        """(key, article id) of every page read, by key."""
        with self._reading() as connection:
            yield from find.find_keys(connection)

    def count(self, table: str, *columns: str) -> list[tuple[tuple[str | None, ...], int]]:
        """((value, ...), rows) for each combination of values; without columns, one pair of () and all rows."""
        with self._reading() as connection:
            if not columns:
                return [((), find.count_rows(connection, table))]
            return find.count_by(connection, table, *columns)

    def count_dyads(self) -> list[tuple[tuple[str, str], int]]:
        """((code, code), claims) for each pair of actors, the most frequent first."""
        with self._reading() as connection:
            return find.count_dyads(connection)

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

    def count_persons(self, code: str) -> list[counting.PersonCount]:
        """Who acts for an actor in the claims, by person, office and year."""
        with self._reading() as connection:
            return counting.count_persons(connection, code)

    def count_months(self, **criteria: Unpack[EventCriteria]) -> list[tuple[str, int]]:
        """(month, events that begin in it) for each month that has any: `("2024-06", 12)`."""
        with self._reading() as connection:
            return events.count_months(connection, criteria)

    def is_merged(self) -> bool:
        """Whether the events are those of all that is stored."""
        with self._reading() as connection:
            return merging.is_merged(connection)

    def _merge_first(self) -> None:
        if self._waits_for_merging:
            self.merge()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with plain_errors(self.path), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with plain_errors(self.path), immediate(self._engine) as connection:
            yield connection


def open_store(
    path: str | os.PathLike[str] | None = None,
    *,
    readonly: bool = False,
    must_exist: bool = False,
    waits_for_merging: bool = True,
    clock: Callable[[], dt.datetime] = now,
) -> Store:
    """Open the store at `path` (the XDG data folder's when None), making it where it does not exist yet.

    A file or folder that may not be written to is opened for reading. A store that does not wait for merging gives the
    events of the last one, while somebody else may be merging. Raises StoreError when it is no store, or one
    that a newer version wrote.
    """
    place = pathlib.Path(path) if path is not None else load_settings().store
    if not place.exists():
        if readonly or must_exist:
            raise StoreError(f"{place}: there is no store; make one with `pasut read PATH...`, or name another")
        _make_folder(place, given=path is not None)
    readonly = readonly or not may_write(place)
    with plain_errors(place):
        engine = make_engine(place, readonly=readonly)
        try:
            migrate(engine, place, readonly=readonly)
        except BaseException:
            engine.dispose()
            raise
    return Store(place, engine, clock, is_writable=not readonly, waits_for_merging=waits_for_merging)


def _make_folder(place: pathlib.Path, *, given: bool) -> None:
    if given and not place.parent.is_dir():
        raise StoreError(f"{place}: the folder {place.parent} is not there; make it, or name another store")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{place}: the folder cannot be made ({error.strerror}); name another store") from error
