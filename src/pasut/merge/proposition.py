"""Propositions: what is alleged, denied or said by somebody, with everything said about it.

What is done once (a visit, a test, an attack) is a proposition of its own. What goes on for months (arms to a state at
war) is one proposition, whatever dates the claims about it give.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from pasut.merge.family import family_of
from pasut.merge.fingerprint import fingerprint
from pasut.merge.report import Telling, published_by, telling_order
from pasut.merge.standing import SAYS_NOT, SAYS_SO, standing_of
from pasut.records import Event, Proposition, Standing, When

_HASH = 8
"""Characters of a hash in an id: enough to tell apart the propositions of one slug."""


def find_propositions(
    events: Sequence[Event], tellings: Iterable[Telling]
) -> tuple[tuple[Event, ...], tuple[Proposition, ...]]:
    """The events, each with the id of its proposition, and the propositions, by first day of publication."""
    by_claim = {telling.claim.id: telling for telling in tellings}
    together: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        together[_key(event)].append(event)
    found = {}
    for key, group in together.items():
        told = [by_claim[claim] for event in group for claim in event.claims]
        if any(_is_cited(telling) for telling in told):
            found[key] = _proposition(key, group, told)
    named = tuple(
        msgspec.structs.replace(event, proposition=found[key].id) if (key := _key(event)) in found else event
        for event in events
    )
    return named, tuple(sorted(found.values(), key=_order))


def _key(event: Event) -> str:
    """What makes two events one proposition."""
    act = [event.type, event.mode or "", "+".join(event.source), "+".join(event.target)]
    return fingerprint(*act) if _lasts(event) else event.id


def _lasts(event: Event) -> bool:
    return family_of(event.type, event.mode, mutual=event.is_mutual).lasts


def _is_cited(telling: Telling) -> bool:
    claim = telling.claim
    return bool(claim.speaker) or claim.status in ("alleged", "denied")


def _proposition(key: str, events: Sequence[Event], told: Sequence[Telling]) -> Proposition:
    first = events[0]
    told = sorted(told, key=telling_order)
    days = [day for telling in told if (day := published_by(telling.published))]
    return Proposition(
        id=f"{_slug(first)}-{key[:_HASH]}",
        type=first.type,
        mode=first.mode,
        source=first.source,
        target=first.target,
        standing=standing_of(told),
        when=None if _lasts(first) else first.when,
        events=tuple(event.id for event in events),
        claims=tuple(telling.claim.id for telling in told),
        sources=len({telling.root for telling in told}),
        affirmed_by=_speakers(told, SAYS_SO),
        denied_by=_speakers(told, SAYS_NOT),
        said=When(first=min(days), last=max(days), basis="publication of its articles") if days else None,
        course=_course(told),
    )


def _slug(event: Event) -> str:
    parties = event.source if event.is_mutual else (*event.source, *event.target)
    day = event.when.first.isoformat() if event.when and event.when.first and not _lasts(event) else ""
    parts = [*(code.replace(":", "-") for code in parties), event.type, event.mode or "", day]
    return "-".join(part.lower().replace("_", "-") for part in parts if part)


def _speakers(told: Sequence[Telling], statuses: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({who for each in told if each.claim.status in statuses for who in each.claim.speaker}))


def _course(told: Sequence[Telling]) -> tuple[tuple[dt.date, Standing], ...]:
    """The standing after each day's articles, where it changed."""
    days = sorted({day for telling in told if (day := published_by(telling.published))})
    out: list[tuple[dt.date, Standing]] = []
    for day in days[:_STEPS]:
        known = [each for each in told if (when := published_by(each.published)) and when <= day]
        standing = standing_of(known)
        if not out or out[-1][1] != standing:
            out.append((day, standing))
    return tuple(out)


_STEPS = 60
"""Days looked at for changes; after so many an old proposition hardly changes, and each costs its whole history."""


def _order(proposition: Proposition) -> tuple[object, ...]:
    said = proposition.said
    return (said.first if said else None) or dt.date.max, proposition.id
