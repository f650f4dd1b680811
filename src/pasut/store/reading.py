"""What can be asked of the articles in a store, of what was coded from them, and of the corrections."""

import contextlib
import datetime as dt
import pathlib
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self, Unpack

import sqlalchemy as sa

from pasut.records import (
    Article,
    Assessment,
    Claim,
    Coding,
    Event,
    Override,
    Proposition,
)
from pasut.store import (
    about,
    counting,
    find,
    overriding,
    search,
)
from pasut.store.connection import copy_file, plain_errors
from pasut.store.shelf import ArticleCriteria, Shelf, count_articles, find_shelf


class Reader:
    """One file of articles, claims and assessments, to be read; close it, or use it in a `with` block."""

    def __init__(self, path: pathlib.Path, engine: sa.Engine) -> None:
        self.path = path
        self._engine = engine

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

    def copy_to(self, place: pathlib.Path) -> None:
        """Write a copy of the whole file as it stands at one moment, also while somebody is writing to it."""
        with plain_errors(self.path):
            copy_file(self.path, place)

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

    def stamp(self) -> str:
        """What is another one whenever anything in the store has changed, by this program or another."""
        with self._reading() as connection:
            return find.find_stamp(connection)

    def lines_of(self, told: Event | Proposition | Sequence[str]) -> list[find.Line]:
        """The claims of an event, of a proposition, or of these ids, each with its article, in their order."""
        claims = told.claims if isinstance(told, Event | Proposition) else told
        with self._reading() as connection:
            return find.find_lines_of(connection, claims)

    def articles_of(self, claims: Sequence[str]) -> dict[str, str]:
        """The id of the article that each of these claims stands in, by the claim's id."""
        with self._reading() as connection:
            return about.find_articles_of(connection, claims)

    def coded_claim(self, reference: str) -> Claim:
        """The claim of this id as it was coded, before any correction, also where one has rejected it."""
        with self._reading() as connection:
            return overriding.find_coded(connection, reference)

    def with_offices(self, **criteria: Unpack[find.Criteria]) -> Iterator[find.Line]:
        """Claims that fulfil all criteria and name a person in an office, each with its article."""
        with self._reading() as connection:
            yield from find.find_lines(connection, criteria, with_offices=True)

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

    def count_persons(self, code: str) -> list[counting.PersonCount]:
        """Who acts for an actor in the claims, by person, office and year."""
        with self._reading() as connection:
            return counting.count_persons(connection, code)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with plain_errors(self.path), self._engine.connect() as connection:
            yield connection
