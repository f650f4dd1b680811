"""The events of a block, from its claims: grouped, made, named, in order of time. The door of merging."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from pasut.merge.cluster import group_reports
from pasut.merge.event import fingerprint, make_event, order_of
from pasut.merge.report import Telling, blocks_of, report_in
from pasut.records import Event


def merge_block(block: str, tellings: Iterable[Telling]) -> tuple[Event, ...]:
    """The events that the claims of one block tell."""
    groups = group_reports([report_in(block, telling) for telling in tellings])
    return tuple(sorted(_told_apart([make_event(block, group) for group in groups]), key=order_of))


def merge_claims(tellings: Iterable[Telling]) -> tuple[Event, ...]:
    """The events that any claims tell, block by block."""
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for block in blocks_of(telling.claim):
            blocks[block].append(telling)
    return tuple(event for block in sorted(blocks) for event in merge_block(block, blocks[block]))


def _told_apart(events: list[Event]) -> list[Event]:
    """Events that would have one id get it with what tells them apart: their persons, else their first claim."""
    for more in (_by_person, _by_claim):
        same: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            same[event.id].append(event)
        events = [event if len(same[event.id]) == 1 else more(event) for event in events]
    return events


def _by_person(event: Event) -> Event:
    return msgspec.structs.replace(event, id=fingerprint(event.id, *event.persons[:1]))


def _by_claim(event: Event) -> Event:
    return msgspec.structs.replace(event, id=fingerprint(event.id, *event.claims[:1]))
