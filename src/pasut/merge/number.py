"""Numbers that a claim gives with what is counted: `lebih dari 1.000 kontainer (> 1000)` is over 1,000 `kontainer`."""

import re

from pasut.records import Claim, Record


class Amount(Record, frozen=True):
    """How many of what."""

    value: float
    unit: str
    """A currency, or the word after the number, case folded."""
    text: str
    bound: str = "="
    """`=`, or `>`, `<`, `~` and the like, where the text gives a bound or says that it is rough."""


_QUANTITY = re.compile(r"^(?P<text>.+?) \((?P<bound>\S+) (?P<value>\d+(?:\.\d+)?)(?: (?P<currency>[A-Z]{3}))?\)$")
_NUMBER = re.compile(r"(?<![\w.,-])(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s+([^\W\d_]{3,})")
_UNIT = re.compile(r"\d\S*\s+([^\W\d_]{3,})")
_NEAR = 0.1
"""Numbers within a tenth of each other are one number, rounded."""
_ROUGHLY = 0.25


def amounts_of(claim: Claim) -> tuple[Amount, ...]:
    """The numbers of a claim: of its quantity, which the coder has read; else those written in its object.

    In an object a stop or comma before three digits parts thousands, as both languages write them; else decimals.
    """
    if claim.quantity:
        found = _QUANTITY.match(claim.quantity)
        unit = (found["currency"] or _unit(found["text"])) if found else None
        if found and unit:
            return (Amount(value=float(found["value"]), unit=unit, text=found["text"], bound=found["bound"]),)
    return tuple(
        Amount(value=_value(match[1]), unit=match[2].casefold(), text=match[0])
        for match in _NUMBER.finditer(claim.object or "")
    )


def differ(one: Amount, other: Amount) -> bool:
    """Whether two amounts of one unit cannot both be right.

    >>> differ(Amount(value=1000, unit="ton", text="", bound=">"), Amount(value=3000, unit="ton", text=""))
    False
    """
    least, most = sorted((one, other), key=lambda amount: amount.value)
    if ">" in least.bound or "≥" in least.bound or "<" in most.bound or "≤" in most.bound:
        return False
    near = _ROUGHLY if "~" in (least.bound, most.bound) else _NEAR
    return most.value - least.value > near * most.value


def _unit(text: str) -> str | None:
    found = _UNIT.search(text)
    return found[1].casefold() if found else None


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    return float(digits.replace(",", "."))
