"""What a person's corrections make of the claims of an article. Pure: the log is replayed over whatever was coded.

A correction finds its claim by id, or, when the article was coded anew and ids changed, by its sentence, type and
actors. One that finds none changes nothing and is named as such.
"""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from typing import get_args

import msgspec

from pasut.errors import UsageError
from pasut.records import FIXABLE, Actor, ActorCode, Anchor, Claim, EventType, Override, Record, Status, When

BASIS = "set by a person"
"""What a date rests on that a person has set."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Corrected(Record, frozen=True):
    """The claims of an article after its corrections."""

    claims: tuple[Claim, ...]
    """Those that stand, in their order."""
    coded: tuple[tuple[int, Claim], ...]
    """(position, claim as coded) of each that was changed or rejected."""
    lost: tuple[str, ...]
    """Ids of corrections that find no claim any more."""


def correct_claims(claims: Sequence[Claim], log: Sequence[Override]) -> Corrected:
    """Replay a log over claims as they were coded."""
    active = active_overrides(log)
    lost: list[str] = []
    chosen: dict[str, list[Override]] = {}
    for override in active:
        found = find_anchored(claims, override.anchor) if override.anchor else None
        if found is None:
            lost.append(override.id)
        else:
            chosen.setdefault(found.id, []).append(override)
    out: list[Claim] = []
    coded: list[tuple[int, Claim]] = []
    for position, claim in enumerate(claims):
        mine = chosen.get(claim.id, [])
        if mine:
            coded.append((position, claim))
        if all(override.action != "reject" for override in mine):
            out.append(_changed(claim, mine))
    return Corrected(claims=tuple(out), coded=tuple(coded), lost=tuple(lost))


def active_overrides(log: Sequence[Override]) -> list[Override]:
    """The entries that have not been withdrawn, in their order, without the withdrawals."""
    withdrawn = {override.withdraws for override in log if override.action == "withdraw"}
    return [override for override in log if override.action != "withdraw" and override.id not in withdrawn]


def anchor_of(claim: Claim) -> Anchor:
    """By what a claim is found again."""
    return Anchor(
        claim=claim.id,
        article=claim.article,
        sentence=claim.sentence.start,
        type=claim.type,
        source=_codes(claim.source),
        target=_codes(claim.target),
    )


def find_anchored(claims: Sequence[Claim], anchor: Anchor) -> Claim | None:
    """The claim that an anchor is of; None where none, or more than one, fits."""
    for claim in claims:
        if claim.id == anchor.claim:
            return claim
    wanted = anchor.sentence, anchor.type, anchor.source, anchor.target
    fits = [c for c in claims if (c.sentence.start, c.type, _codes(c.source), _codes(c.target)) == wanted]
    return fits[0] if len(fits) == 1 else None


def check_value(field: str, value: str) -> None:
    """Raises UsageError where a field may not be set, or not to this value."""
    if field not in FIXABLE:
        raise UsageError(f"{field!r} cannot be set; what can is {', '.join(FIXABLE)}")
    if field == "type" and value.upper() not in get_args(EventType):
        raise UsageError(f"no type is called {value!r}; the types are {', '.join(get_args(EventType))}")
    if field == "status" and value not in get_args(Status):
        raise UsageError(f"no status is called {value!r}; they are {', '.join(get_args(Status))}")
    if field == "date" and value:
        _when(value)
    if field == "source" and not _listed(value):
        raise UsageError("a claim needs a source; give one or more codes, separated by commas")


def _changed(claim: Claim, overrides: Sequence[Override]) -> Claim:
    changes: dict[str, object] = {}
    for override in overrides:
        if override.action == "set" and override.field:
            changes |= _change(claim, override.field, override.value or "")
    if not overrides:
        return claim
    return msgspec.structs.replace(claim, overrides=tuple(each.id for each in overrides), **changes)


def _change(claim: Claim, field: str, value: str) -> dict[str, object]:
    if field in ("source", "target"):
        known = {actor.code: actor for actor in (*claim.source, *claim.target)}
        codes = [ActorCode(code) for code in _listed(value)]
        return {field: tuple(known.get(code) or Actor(code=code, via="override") for code in codes)}
    if field == "speaker":
        return {field: tuple(_listed(value))}
    if field == "date":
        return {"when": _when(value) if value else None}
    if field == "type":
        return {field: value.upper()}
    return {field: value or None}


def _listed(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _when(value: str) -> When:
    """A date or interval as the codebook writes it. Raises UsageError for anything else."""
    first, slash, last = value.partition("/")
    ends = _end(first, last=False), _end(last if slash else first, last=True)
    if ends[0] and ends[1] and ends[0] > ends[1]:
        raise UsageError(f"{value!r} ends before it begins")
    return When(first=ends[0], last=ends[1], basis=BASIS)


def _end(text: str, *, last: bool) -> dt.date | None:
    if text in ("", ".."):
        return None
    found = _DATE.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else 0 for part in found.groups())
        month = month or (12 if last else 1)
        return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise UsageError(f"{text!r} is no date; write 2024, 2024-06, 2024-06-19 or 2023-09-12/2023-09-17") from error


def _codes(actors: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(sorted(str(actor.code) for actor in actors))
