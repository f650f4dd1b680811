"""Typed registers: visits, agreements, transfers, sanctions, weapons tests, links, and what people judge.

Each is a view over events with its own columns. Comes in: events with their claims. Goes out: one record an event, by
date. Nothing is added that the events and their claims do not hold.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, TypeVar

from pasut.measure.ending import MEASURES, Ending, How, key_of
from pasut.records import ActorCode, Assessment, Claim, Event, Record, Standing, Status, When

Told = tuple[Event, Sequence[Claim]]
"""An event with its claims."""
RANKS = (
    "head_of_state", "supreme_leader", "leader", "head_of_government", "crown_prince", "vice_president", "party_chief",
    "foreign_minister", "defence_minister", "security_secretary", "finance_minister", "trade_minister",
    "interior_minister", "chief_of_staff", "intelligence_chief", "deputy_foreign_minister", "special_envoy",
    "ambassador", "un_envoy", "secretary_general", "legislator", "spokesperson", "other",
)  # fmt: skip
"""Offices from the highest rank down: a visit has the rank of the highest who travels."""


class Entry(Record, frozen=True):
    """What all registers have: the event it is of, when, who says so."""

    event: str
    """Id of the event."""
    when: When | None
    source: tuple[ActorCode, ...]
    target: tuple[ActorCode, ...]
    status: Status
    standing: Standing
    sources: int
    """Independent sources."""
    affirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    sentence: str
    """The sentence of its first claim."""


class Visit(Entry, frozen=True):
    """Who travelled to whom."""

    visitors: tuple[str, ...]
    """Ids of persons who travelled, the highest office first."""
    rank: str | None
    """The highest office among them, one of RANKS; None where no office is told."""
    hosts: tuple[str, ...]
    """Ids of persons whom they met or who received them."""
    purpose: str | None
    planned: bool
    """Whether it is only announced."""


class Lasting(Entry, frozen=True):
    """What may go on until another event ends it."""

    lasts: bool
    """Whether it is of a kind that goes on: a treaty, a sanction; not a pledge, a vote or a veto."""
    ended: When | None
    """When it ended, or was eased or suspended; None where no end is known, which does not say that there was none."""
    ended_by: str | None
    """Id of the event that ended it."""
    ending: How | None
    """lifted, eased, expired, resumed, withdrawn, suspended, ended or replaced; eased and suspended end it in part."""


class Agreement(Lasting, frozen=True):
    """A treaty, an agreement, a pledge or an offer."""

    kind: Literal["signed", "agreed", "pledged"]
    subject: str | None
    in_force: bool
    """Whether a sentence tells that it was ratified or is in force; False where none does."""


class Transfer(Entry, frozen=True):
    """What one side gives the other, and how much."""

    goods: str
    """arms, fuel, food, money, technology, personnel, labour, or aid where that is not told."""
    what: str | None
    quantity: str | None


class Sanction(Lasting, frozen=True):
    """A sanction, a cut in relations, a veto or a vote."""

    measure: str
    """sanction, blockade, recall, expel, halt, veto, vote, or cut where that is not told."""
    subject: str | None


class Test(Entry, frozen=True):
    """A weapon tried, or a satellite launched."""

    weapon: Literal["missile_test", "nuclear_test", "satellite_launch"]
    what: str | None
    quantity: str | None
    place: str | None


class Link(Entry, frozen=True):
    """Trade, transport and other things done together."""

    kind: str
    """trade, transport, labour, technology, intelligence, exercise, or other."""
    what: str | None
    quantity: str | None


class Judgement(Record, frozen=True):
    """What somebody judges of a relation."""

    assessment: str
    """Id of the assessment."""
    when: When | None
    speaker: tuple[str, ...]
    is_expert: bool
    dyad: tuple[ActorCode, ActorCode]
    direction: str
    sentence: str


E = TypeVar("E", bound=Entry)


Endings = Mapping[str, Ending]
"""The ends that are known, by the id of the event that began what ended."""
NO_ENDINGS: Endings = MappingProxyType({})

OfficeOn = Callable[[str, dt.date | None], str | None]
"""The office that a person held on a day, as the world's table knows; None for nobody it holds."""


def list_visits(told: Iterable[Told], office_on: OfficeOn) -> tuple[Visit, ...]:
    """Visits, made and planned. A person's rank is the office held on that day, else the one that is told."""
    return _listed(told, lambda event, claims: _visit(event, claims, office_on))


def list_agreements(
    told: Iterable[Told], in_force: Callable[[str], bool], endings: Endings = NO_ENDINGS
) -> tuple[Agreement, ...]:
    """Treaties, agreements and pledges; `in_force` says whether a sentence tells that one has taken effect."""
    return _listed(told, lambda event, claims: _agreement(event, claims, in_force, endings))


def list_transfers(told: Iterable[Told]) -> tuple[Transfer, ...]:
    """Arms, fuel, food, money, know-how and people, in both directions."""
    return _listed(told, _transfer)


def list_sanctions(told: Iterable[Told], endings: Endings = NO_ENDINGS) -> tuple[Sanction, ...]:
    """Sanctions, cuts in relations, vetoes and votes."""
    return _listed(told, lambda event, claims: _sanction(event, claims, endings))


def list_tests(told: Iterable[Told]) -> tuple[Test, ...]:
    """Tests of missiles and nuclear devices, launches of satellites."""
    return _listed(told, _test)


def list_links(told: Iterable[Told]) -> tuple[Link, ...]:
    """Trade, transport and other cooperation."""
    return _listed(told, _link)


def list_judgements(assessments: Iterable[Assessment], *, experts_only: bool = False) -> tuple[Judgement, ...]:
    """Judgements of relations by date; copies of a sentence are one."""
    kept = {
        (each.sentence_text, each.dyad, each.direction, each.speaker): each
        for each in sorted(assessments, key=lambda each: each.id, reverse=True)
    }
    rows = [
        Judgement(
            assessment=each.id,
            when=each.when,
            speaker=each.speaker,
            is_expert=any(who.startswith("expert:") for who in each.speaker),
            dyad=each.dyad,
            direction=each.direction,
            sentence=_flat(each.sentence_text),
        )
        for each in kept.values()
    ]
    chosen = [row for row in rows if row.is_expert or not experts_only]
    return tuple(sorted(chosen, key=lambda row: (_first(row.when), row.assessment)))


def _listed(told: Iterable[Told], make: Callable[[Event, Sequence[Claim]], E | None]) -> tuple[E, ...]:
    rows = [row for event, claims in told if (row := make(event, claims)) is not None]
    return tuple(sorted(rows, key=lambda row: (_first(row.when), row.event)))


def _common(event: Event, claims: Sequence[Claim]) -> dict[str, object]:
    return {
        "event": event.id,
        "when": event.when,
        "source": event.source,
        "target": event.target,
        "status": event.status,
        "standing": event.standing,
        "sources": event.sources,
        "affirmed_by": event.affirmed_by,
        "denied_by": event.denied_by,
        "sentence": _flat(claims[0].sentence_text) if claims else "",
    }


def _visit(event: Event, claims: Sequence[Claim], office_on: OfficeOn) -> Visit | None:
    if (event.type, event.mode) != ("CONSULT", "visit"):
        return None
    day = (event.when.first or event.when.last) if event.when else None
    travelled = [(name, office_on(name, day) or told) for name, told in _persons(claims, event.source)]
    travelled.sort(key=lambda each: _rank(each[1]))
    offices = [office for _, office in travelled if office in RANKS]
    return Visit(
        **_common(event, claims),  # type: ignore[arg-type]
        visitors=tuple(dict.fromkeys(name for name, _ in travelled if name)),
        rank=min(offices, key=RANKS.index, default=None),
        hosts=()
        if event.is_mutual
        else tuple(dict.fromkeys(name for name, _ in _persons(claims, event.target) if name)),
        purpose=event.object,
        planned=event.status in ("planned", "possible"),
    )


def _persons(claims: Sequence[Claim], codes: Sequence[str]) -> list[tuple[str, str]]:
    """(person, office) of those who act for a side, the highest office first, then the most often named."""
    found: dict[tuple[str, str], int] = {}
    for claim in claims:
        for actor in (*claim.source, *claim.target):
            if actor.code.partition(":")[0] in {code.partition(":")[0] for code in codes}:
                key = actor.person or "", actor.office or ""
                found[key] = found.get(key, 0) + 1
    order = sorted(found, key=lambda key: (_rank(key[1]), -found[key], key))
    return [key for key in order if any(key)]


def _rank(office: str) -> int:
    return RANKS.index(office) if office in RANKS else len(RANKS)


def _agreement(
    event: Event, claims: Sequence[Claim], in_force: Callable[[str], bool], endings: Endings
) -> Agreement | None:
    if (event.type, event.mode) == ("SUPPORT", "treaty"):
        kind: Literal["signed", "agreed", "pledged"] = "signed"
    elif event.type == "AGREE":
        kind = "agreed" if event.is_mutual else "pledged"
    else:
        return None
    told = any(in_force(claim.sentence_text) for claim in claims)
    return Agreement(
        **_common(event, claims),  # type: ignore[arg-type]
        **_lasting(event, kind == "signed", endings),  # type: ignore[arg-type]
        kind=kind,
        subject=event.object,
        in_force=told,
    )


def _transfer(event: Event, claims: Sequence[Claim]) -> Transfer | None:
    if event.type == "AID":
        goods = event.mode or "aid"
    elif (event.type, event.mode) in (("COOPERATE", "labour"), ("COOPERATE", "technology")):
        goods = str(event.mode)
    else:
        return None
    return Transfer(**_common(event, claims), goods=goods, what=event.object, quantity=event.quantity)  # type: ignore[arg-type]


def _sanction(event: Event, claims: Sequence[Claim], endings: Endings) -> Sanction | None:
    if event.mode not in ("veto", "vote", "sanction", "blockade") and event.type != "SANCTION":
        return None
    return Sanction(
        **_common(event, claims),  # type: ignore[arg-type]
        **_lasting(event, key_of(event) in MEASURES, endings),  # type: ignore[arg-type]
        measure=event.mode or "cut",
        subject=event.object,
    )


def _lasting(event: Event, lasts: bool, endings: Endings) -> dict[str, object]:
    end = endings.get(event.id)
    return {
        "lasts": lasts and event.status in ("happened", "alleged", "denied"),
        "ended": end.when if end else None,
        "ended_by": end.event if end else None,
        "ending": end.how if end else None,
    }


def _test(event: Event, claims: Sequence[Claim]) -> Test | None:
    if event.mode not in ("missile_test", "nuclear_test", "satellite_launch"):
        return None
    more = {"what": event.object, "quantity": event.quantity, "place": event.place}
    return Test(**_common(event, claims), weapon=event.mode, **more)  # type: ignore[arg-type]


def _link(event: Event, claims: Sequence[Claim]) -> Link | None:
    if event.type != "COOPERATE":
        return None
    kind = event.mode or "other"
    return Link(**_common(event, claims), kind=kind, what=event.object, quantity=event.quantity)  # type: ignore[arg-type]


def _first(when: When | None) -> dt.date:
    return (when and (when.first or when.last)) or dt.date.max


def _flat(text: str) -> str:
    return " ".join(text.split())
