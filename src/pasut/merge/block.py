"""The events of a block, from its claims: grouped, made, named, in order of time. The door of merging."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from pasut.merge.cluster import group_reports
from pasut.merge.contradiction import find_contradictions, find_opposites
from pasut.merge.event import make_event, order_of
from pasut.merge.fingerprint import fingerprint
from pasut.merge.linking import link_groups
from pasut.merge.proposition import find_propositions
from pasut.merge.report import Telling, blocks_of, report_in
from pasut.merge.same_event import Group
from pasut.records import Contradiction, Event, Proposition, Record


class Merged(Record, frozen=True):
    """What the claims of a block, or of several, tell together."""

    events: tuple[Event, ...] = ()
    """By day, those without one last."""
    propositions: tuple[Proposition, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


def merge_block(block: str, tellings: Iterable[Telling]) -> Merged:
    """What the claims of one block tell."""
    told = {telling.claim.id: telling for telling in tellings}
    events = sorted((event for _, event in group_events(block, told.values())), key=order_of)
    named, propositions = find_propositions(events, told.values())
    conflicts = [
        conflict for event in named for conflict in find_contradictions(event, [told[claim] for claim in event.claims])
    ]
    return Merged(events=named, propositions=propositions, contradictions=(*conflicts, *find_opposites(named, told)))


def group_events(block: str, tellings: Iterable[Telling]) -> list[tuple[Group, Event]]:
    """The groups of reports of a block, each with the event it tells."""
    groups = link_groups(group_reports([report_in(block, telling) for telling in tellings]))
    return list(zip(groups, _told_apart([make_event(block, group) for group in groups]), strict=True))


def merge_claims(tellings: Iterable[Telling]) -> Merged:
    """What any claims tell, block by block."""
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for block in blocks_of(telling.claim):
            blocks[block].append(telling)
    merged = [merge_block(block, blocks[block]) for block in sorted(blocks)]
    return Merged(
        events=tuple(event for each in merged for event in each.events),
        propositions=tuple(proposition for each in merged for proposition in each.propositions),
        contradictions=tuple(conflict for each in merged for conflict in each.contradictions),
    )


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
