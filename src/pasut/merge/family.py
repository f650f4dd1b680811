"""Families: the types and modes that may tell one happening, and how far apart their days may lie."""

from pasut.records import Record


class Family(Record, frozen=True):
    """Acts that one happening may be told as."""

    name: str
    spread: int = 1
    """Days that two reports of one happening may lie apart when both give a day: time zones and late printing. What is
    said is said anew each day."""
    lasts: bool = False
    """It is done over months, again and again: without a day of its own, a report tells of the whole."""
    spans: bool = False
    """It takes several days, and each report may tell of one of them."""
    two_way: bool = False
    """Told as one side's act or as both sides' (`Putin visits Kim`, `Putin and Kim meet`), it is the same."""


_FAMILIES = {
    family.name: family
    for family in (
        Family(name="encounter", spread=1, two_way=True, spans=True),
        Family(name="message", spread=3),
        Family(name="pact", spread=1, two_way=True),
        Family(name="CONSULT.phone", two_way=True),
        Family(name="CONSULT.invite"),
        Family(name="CONSULT.mediate", two_way=True),
        Family(name="AGREE", spread=0),
        Family(name="SUPPORT", spread=0),
        Family(name="CONCEDE", spread=0),
        Family(name="COOPERATE", lasts=True, two_way=True),
        Family(name="AID", lasts=True),
        Family(name="RETREAT"),
        Family(name="REQUEST", spread=0),
        Family(name="ACCUSE", spread=0),
        Family(name="REJECT", spread=0),
        Family(name="THREATEN", spread=0),
        Family(name="PROTEST", spread=0),
        Family(name="SANCTION"),
        Family(name="MOBILIZE", spread=0),
        Family(name="MOBILIZE.lasting", lasts=True),
        Family(name="COERCE"),
        Family(name="ASSAULT", spread=0),
    )
}

_ENCOUNTERS = frozenset((None, "visit", "meet", "negotiate", "multilateral"))


def family_of(type_: str, mode: str | None, *, mutual: bool) -> Family:
    """The family of an act.

    >>> family_of("CONSULT", "visit", mutual=False) == family_of("CONSULT", "meet", mutual=True)
    True
    """
    return _FAMILIES[_name(type_, mode, mutual=mutual)]


def _name(type_: str, mode: str | None, *, mutual: bool) -> str:
    if type_ == "CONSULT" and mode in _ENCOUNTERS:
        return "encounter"
    if mode == "letter":
        return "message"
    if (type_, mode) == ("SUPPORT", "treaty") or (type_ == "AGREE" and mutual):
        return "pact"
    if (type_, mode) == ("MOBILIZE", "deploy"):
        return "MOBILIZE.lasting"
    full = f"{type_}.{mode}"
    return full if full in _FAMILIES else type_ if type_ in _FAMILIES else "encounter"
