"""The typed registers of a store: visits, agreements, transfers, sanctions, weapons tests, links between states.

Each function gives its rows by date. Without a dyad they are of all actors.
"""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from typing import TypedDict, Unpack

from pasut.measure.ending import Ending, find_endings, may_begin, may_end, sides_of
from pasut.measure.ending import Told as Said
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
CLOSING = ("COERCE.sanction", "COERCE.blockade", "SANCTION", "SUPPORT", "RETREAT")
"""Types of the events that begin what may end, and of those that may end it."""
BATCH = 100
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
    """Treaties, agreements and pledges; a treaty with its end, where one is told."""
    kit = kit or Kit()
    return list_agreements(_told(store, AGREEMENTS, scope), kit.tells_in_force, _endings(store, kit, scope))


def transfers_of(store: Store, **scope: Unpack[Scope]) -> tuple[Transfer, ...]:
    """Arms, fuel, food, money, know-how and people, in both directions."""
    return list_transfers(_told(store, TRANSFERS, scope))


def sanctions_of(store: Store, kit: Kit | None = None, **scope: Unpack[Scope]) -> tuple[Sanction, ...]:
    """Sanctions, cuts in relations, vetoes and votes; what lasts with its end, where one is told."""
    return list_sanctions(_told(store, SANCTIONS, scope), _endings(store, kit or Kit(), scope))


def tests_of(store: Store, **scope: Unpack[Scope]) -> tuple[Test, ...]:
    """Tests of missiles and nuclear devices, launches of satellites."""
    return list_tests(_told(store, TESTS, scope))


def links_of(store: Store, **scope: Unpack[Scope]) -> tuple[Link, ...]:
    """Trade, transport and other cooperation."""
    return list_links(_told(store, LINKS, scope))


def endings_among(store: Store, kit: Kit, begun: Iterable[Event], closing: Iterable[Event]) -> dict[str, Ending]:
    """The ends of treaties and sanctions, by the id of the event that began them.

    `begun` and `closing` are all that may have begun or ended one. What began is read only where something says that
    it ends, and of that only what is between the same two actors.
    """
    ends = [each for each in _said_of(store, closing) if any(map(kit.read_hows, each[1]))]
    between = {sides_of(event) for event, _ in ends}
    old = [each for each in begun if sides_of(each) in between] if ends else []
    return find_endings(_said_of(store, old), ends, kit.read_end)


def told_of(store: Store, events: Iterable[Event]) -> Iterator[Told]:
    """Events with their claims, in the order they come."""
    rest = iter(events)
    while batch := list(itertools.islice(rest, BATCH)):
        lines = store.lines_of([claim for event in batch for claim in event.claims])
        claims = {line.claim.id: line.claim for line in lines}
        for event in batch:
            yield event, [claims[each] for each in event.claims if each in claims]


def _said_of(store: Store, events: Iterable[Event]) -> Iterator[Said]:
    """Events with the sentences of their claims."""
    rest = iter(events)
    while batch := list(itertools.islice(rest, BATCH)):
        said = store.sayings([claim for event in batch for claim in event.claims])
        for event in batch:
            yield event, [said[each] for each in event.claims if each in said]


def _endings(store: Store, kit: Kit, scope: Scope) -> dict[str, Ending]:
    """An end may lie outside the days that are asked for, and so may what else it could have ended."""
    about = {key: scope.get(key) for key in ("dyad", "source", "actor", "as_of")}
    events = [event for kind in CLOSING for event in store.events(type=kind, **about)]  # type: ignore[arg-type]
    return endings_among(store, kit, filter(may_begin, events), filter(may_end, events))


def _told(store: Store, kinds: tuple[str, ...], scope: Scope) -> Iterator[Told]:
    for kind in kinds:
        found = store.events(
            type=kind, dyad=scope.get("dyad"), source=scope.get("source"), actor=scope.get("actor"),
            since=scope.get("since"), until=scope.get("until"), as_of=scope.get("as_of"),
        )  # fmt: skip
        yield from told_of(store, list(found))
