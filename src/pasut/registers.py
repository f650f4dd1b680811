"""The typed registers of a store: visits, agreements, transfers, sanctions, weapons tests, links between states.

Each function gives its rows by date. Without a dyad they are of all actors.
"""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from typing import TypedDict, Unpack

from pasut.measure.register import (
    Agreement,
    Link,
    Sanction,
    Test,
    Told,
    Transfer,
    Visit,
    list_agreements,
    list_links,
    list_sanctions,
    list_tests,
    list_transfers,
    list_visits,
)
from pasut.pipeline import Kit
from pasut.records import Event
from pasut.store import Store

VISITS = ("CONSULT.visit",)
AGREEMENTS = ("SUPPORT.treaty", "AGREE")
TRANSFERS = ("AID", "COOPERATE.labour", "COOPERATE.technology")
SANCTIONS = ("COERCE.sanction", "COERCE.blockade", "SANCTION", "REJECT.veto", "SUPPORT.vote")
TESTS = ("MOBILIZE.missile_test", "MOBILIZE.nuclear_test", "MOBILIZE.satellite_launch")
LINKS = ("COOPERATE",)
"""Types, or types and modes, of the events that each register holds."""
BATCH = 200
"""Events whose claims are fetched together."""


class Scope(TypedDict, total=False):
    """What the rows of a register are of; what is left out or None asks nothing."""

    dyad: tuple[str, str] | None
    source: str | None
    """Actor code of who acts."""
    actor: str | None
    """Actor code on either side."""
    since: dt.date | None
    until: dt.date | None
    as_of: dt.date | None
    """Answer by the articles published by this day."""


def visits_of(store: Store, kit: Kit | None = None, **scope: Unpack[Scope]) -> tuple[Visit, ...]:
    """Visits, made and planned: `visits_of(store, dyad=("PRK", "RUS"))`."""
    return list_visits(_told(store, VISITS, scope), (kit or Kit()).world.office_on)


def agreements_of(store: Store, kit: Kit | None = None, **scope: Unpack[Scope]) -> tuple[Agreement, ...]:
    """Treaties, agreements and pledges."""
    return list_agreements(_told(store, AGREEMENTS, scope), (kit or Kit()).tells_in_force)


def transfers_of(store: Store, **scope: Unpack[Scope]) -> tuple[Transfer, ...]:
    """Arms, fuel, food, money, know-how and people, in both directions."""
    return list_transfers(_told(store, TRANSFERS, scope))


def sanctions_of(store: Store, **scope: Unpack[Scope]) -> tuple[Sanction, ...]:
    """Sanctions, cuts in relations, vetoes and votes."""
    return list_sanctions(_told(store, SANCTIONS, scope))


def tests_of(store: Store, **scope: Unpack[Scope]) -> tuple[Test, ...]:
    """Tests of missiles and nuclear devices, launches of satellites."""
    return list_tests(_told(store, TESTS, scope))


def links_of(store: Store, **scope: Unpack[Scope]) -> tuple[Link, ...]:
    """Trade, transport and other cooperation."""
    return list_links(_told(store, LINKS, scope))


def told_of(store: Store, events: Iterable[Event]) -> Iterator[Told]:
    """Events with their claims, in the order they come."""
    rest = iter(events)
    while batch := list(itertools.islice(rest, BATCH)):
        lines = store.lines_of([claim for event in batch for claim in event.claims])
        claims = {line.claim.id: line.claim for line in lines}
        for event in batch:
            yield event, [claims[each] for each in event.claims if each in claims]


def _told(store: Store, kinds: tuple[str, ...], scope: Scope) -> Iterator[Told]:
    for kind in kinds:
        found = store.events(
            type=kind, dyad=scope.get("dyad"), source=scope.get("source"), actor=scope.get("actor"),
            since=scope.get("since"), until=scope.get("until"), as_of=scope.get("as_of"),
        )  # fmt: skip
        yield from told_of(store, list(found))
