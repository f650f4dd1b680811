"""Where the claims of one event cannot all be right, and where a claim gives a person an office not held."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from pasut.merge.family import family_of
from pasut.merge.number import Amount, amounts_of, differ
from pasut.merge.report import Telling, published_by
from pasut.records import Actor, Claim, Conflict, Contradiction, Event, When
from pasut.world.load import Person

_FEW_DAYS = 3
"""Days between two articles within which a count of what goes on cannot well have changed."""
_MOST = 50
"""Different values looked at; an event with more is told so loosely that one conflict says it all."""
_HANDOVER = 60
"""Days around a term of office in which news may still, or already, call a person by it."""
_SAME_OFFICE = (
    frozenset(("leader", "head_of_state", "supreme_leader", "party_chief", "other")),
    frozenset(("leader", "head_of_government", "other")),
    frozenset(("leader", "crown_prince", "head_of_government", "other")),
)
"""Offices that the news uses for each other."""


def find_contradictions(event: Event, told: Sequence[Telling]) -> tuple[Contradiction, ...]:
    """The conflicts among the claims of one event, at most one of a kind, the first two sides of it."""
    steps: tuple[tuple[Conflict, _Finder], ...] = (
        ("happening", _happening),
        ("number", _number),
        ("date", _date),
        ("place", _place),
        ("office", _office),
    )
    out = []
    for kind, step in steps:
        if found := step(event, told):
            one, other, values, is_slip = found
            claims = (one.claim.id, other.claim.id)
            out.append(Contradiction(kind=kind, is_slip=is_slip, values=values, claims=claims, event=event.id))
    return tuple(out)


def find_opposites(events: Sequence[Event], told: Mapping[str, Telling]) -> tuple[Contradiction, ...]:
    """Attacks of one day that each side is said to have made on the other."""
    out = []
    days: dict[object, list[Event]] = {}
    for event in events:
        if event.type in ("ASSAULT", "COERCE") and event.status == "alleged" and event.when and not event.is_mutual:
            days.setdefault((event.type, event.when.first, event.when.last), []).append(event)
    for group in days.values():
        for one, other in combinations(group, 2):
            if one.source == other.target and one.target == other.source:
                values = f"{one.source[0]} > {one.target[0]}", f"{other.source[0]} > {other.target[0]}"
                claims = one.claims[0], other.claims[0]
                out.append(Contradiction(kind="actor", is_slip=False, values=values, claims=claims, event=one.id))
    return tuple(out)


def find_wrong_offices(claims: Iterable[Claim], persons: Mapping[str, Person]) -> tuple[Contradiction, ...]:
    """Claims that give a person an office that the world's tables do not know the person to have held at the time."""
    out = []
    for claim in claims:
        for actor in {(each.person, each.office): each for each in (*claim.source, *claim.target)}.values():
            held = _held(actor, persons, claim.when)
            if held and actor.office:
                values = actor.office, held
                out.append(Contradiction(kind="office", is_slip=True, values=values, claims=(claim.id,)))
    return tuple(out)


def is_same_office(one: str, other: str) -> bool:
    """Whether two offices are used for each other."""
    return one == other or "other" in (one, other) or any({one, other} <= kin for kin in _SAME_OFFICE)


_Found = tuple[Telling, Telling, tuple[str, str], bool]
_Finder = Callable[[Event, Sequence[Telling]], _Found | None]


def _happening(event: Event, told: Sequence[Telling]) -> _Found | None:
    says = [each for each in told if each.claim.status in ("happened", "alleged")]
    nots = [each for each in told if each.claim.status in ("denied", "not_happened")]
    if not says or not nots:
        return None
    return says[0], nots[0], (says[0].claim.status, nots[0].claim.status), False


def _number(event: Event, told: Sequence[Telling]) -> _Found | None:
    seen: dict[str, dict[tuple[float, str], tuple[Telling, Amount]]] = {}
    for each in told:
        for amount in amounts_of(each.claim):
            values = seen.setdefault(amount.unit, {})
            for other, known in values.values():
                if differ(known, amount) and _comparable(event, other, each):
                    return other, each, (known.text, amount.text), False
            if len(values) < _MOST:
                values.setdefault((amount.value, amount.bound), (each, amount))
    return None


def _comparable(event: Event, one: Telling, other: Telling) -> bool:
    """Two articles, of one source only when it tells both; and of what goes on, not months apart."""
    if one.root == other.root and one.claim.article != other.claim.article:
        return False
    if not family_of(event.type, event.mode, mutual=event.is_mutual).lasts:
        return True
    days = published_by(one.published), published_by(other.published)
    return all(days) and abs((days[0] - days[1]).days) <= _FEW_DAYS  # type: ignore[operator]


def _date(event: Event, told: Sequence[Telling]) -> _Found | None:
    """Two days given outright for what is done on one day."""
    if event.mode in ("visit", "letter", "negotiate", "multilateral"):
        return None
    days: dict[dt.date, Telling] = {}
    for each in told:
        when = each.claim.when
        is_told = when and not when.is_inferred and each.claim.status == "happened" and each.claim.mode == event.mode
        if is_told and when and when.first and when.first == when.last:
            days.setdefault(when.first, each)
    for (day, one), (later, other) in combinations(days.items(), 2):
        if one.claim.article != other.claim.article:
            return one, other, (day.isoformat(), later.isoformat()), abs((later - day).days) == 1
    return None


def _place(event: Event, told: Sequence[Telling]) -> _Found | None:
    when = event.when
    if when is None or when.first != when.last or event.mode == "visit":
        return None
    placed: dict[str, Telling] = {}
    for each in told:
        if each.claim.place and len(placed) < _MOST:
            placed.setdefault(each.claim.place, each)
    for (here, one), (there, other) in combinations(placed.items(), 2):
        if not _within(here, there) and one.claim.article != other.claim.article:
            return one, other, (here, there), False
    return None


def _within(here: str, there: str) -> bool:
    one, other = here.casefold(), there.casefold()
    return one in other or other in one


def _office(event: Event, told: Sequence[Telling]) -> _Found | None:
    """Two articles call one person by two offices; the world's tables tell elsewhere which is wrong."""
    seen: dict[str, tuple[Telling, str]] = {}
    for each in told:
        for actor in (*each.claim.source, *each.claim.target):
            if not actor.person or not actor.office:
                continue
            other, office = seen.setdefault(actor.person, (each, actor.office))
            if other.claim.article != each.claim.article and not is_same_office(office, actor.office):
                return other, each, (office, actor.office), True
    return None


def _held(actor: Actor, persons: Mapping[str, Person], when: When | None) -> str | None:
    """The office that a person held then, where it is another than the one given; None where all is well or unknown."""
    person = persons.get(actor.person or "")
    if person is None or not actor.office or actor.office == "other":
        return None
    own = [term for term in person.terms if is_same_office(term.office, actor.office)]
    told = (when.last or when.first) if when else None
    if not own:
        return person.term_on(told).office  # never held: the day, inferred or not, only says which one it was
    day = told if when and not when.is_inferred else None
    if day is None or any(_days_outside(term.first, term.last, day) <= _HANDOVER for term in own):
        return None
    now = person.term_on(day)
    return now.office if _days_outside(now.first, now.last, day) == 0 else None


def _days_outside(first: dt.date | None, last: dt.date | None, day: dt.date) -> int:
    if first and day < first:
        return (first - day).days
    return (day - last).days if last and day > last else 0
