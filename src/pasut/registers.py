"""The typed registers of a store: visits, agreements, transfers, sanctions, weapons tests, links between states.

Each function gives its rows by date. Without a dyad they are of all actors.
"""

import datetime as dt
from collections.abc import Iterator
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
from pasut.store import Store


class Scope(TypedDict, total=False):
    """What the rows of a register are of; what is left out or None asks nothing."""

    dyad: tuple[str, str] | None
    source: str | None
    """Actor code of who acts."""
    since: dt.date | None
    until: dt.date | None
    as_of: dt.date | None
    """Answer by the articles published by this day."""


def visits_of(store: Store, kit: Kit | None = None, **scope: Unpack[Scope]) -> tuple[Visit, ...]:
    """Visits, made and planned: `visits_of(store, dyad=("PRK", "RUS"))`."""
    return list_visits(_told(store, ("CONSULT.visit",), scope), (kit or Kit()).world.office_on)


def agreements_of(store: Store, kit: Kit | None = None, **scope: Unpack[Scope]) -> tuple[Agreement, ...]:
    """Treaties, agreements and pledges."""
    return list_agreements(_told(store, ("SUPPORT.treaty", "AGREE"), scope), (kit or Kit()).tells_in_force)


def transfers_of(store: Store, **scope: Unpack[Scope]) -> tuple[Transfer, ...]:
    """Arms, fuel, food, money, know-how and people, in both directions."""
    return list_transfers(_told(store, ("AID", "COOPERATE.labour", "COOPERATE.technology"), scope))


def sanctions_of(store: Store, **scope: Unpack[Scope]) -> tuple[Sanction, ...]:
    """Sanctions, cuts in relations, vetoes and votes."""
    kinds = ("COERCE.sanction", "COERCE.blockade", "SANCTION", "REJECT.veto", "SUPPORT.vote")
    return list_sanctions(_told(store, kinds, scope))


def tests_of(store: Store, **scope: Unpack[Scope]) -> tuple[Test, ...]:
    """Tests of missiles and nuclear devices, launches of satellites."""
    kinds = ("MOBILIZE.missile_test", "MOBILIZE.nuclear_test", "MOBILIZE.satellite_launch")
    return list_tests(_told(store, kinds, scope))


def links_of(store: Store, **scope: Unpack[Scope]) -> tuple[Link, ...]:
    """Trade, transport and other cooperation."""
    return list_links(_told(store, ("COOPERATE",), scope))


def _told(store: Store, kinds: tuple[str, ...], scope: Scope) -> Iterator[Told]:
    for kind in kinds:
        found = store.events(
            type=kind, dyad=scope.get("dyad"), source=scope.get("source"),
            since=scope.get("since"), until=scope.get("until"), as_of=scope.get("as_of"),
        )  # fmt: skip
        for event in list(found):
            yield event, [line.claim for line in store.lines_of(event)]
