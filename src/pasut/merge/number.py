"""Numbers that a claim gives with what is counted: `lebih dari 1.000 kontainer amunisi` is 1,000 of `kontainer`."""

import re

from pasut.records import Claim, Record


class Amount(Record, frozen=True):
    """How many of what."""

    value: float
    unit: str
    """The word after the number, case folded."""
    text: str


_NUMBER = re.compile(r"(?<![\w.,-])(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s+([^\W\d_]{3,})")


def amounts_of(claim: Claim) -> tuple[Amount, ...]:
    """The numbers in a claim's quantity and object.

    A stop or comma before three digits parts thousands, as both languages write them; before fewer, decimals.
    """
    said = " ; ".join(part for part in (claim.quantity, claim.object) if part)
    return tuple(
        Amount(value=_value(match[1]), unit=match[2].casefold(), text=match[0]) for match in _NUMBER.finditer(said)
    )


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    return float(digits.replace(",", "."))
