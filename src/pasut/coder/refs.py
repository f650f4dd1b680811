"""A reference to an actor in running text."""

from collections.abc import Iterable


class Ref:
    """An actor that a phrase names: code, place in the article, and how the code was reached."""

    def __init__(self, code: str, start: int, end: int, via: str, person: str = "", office: str = "") -> None:
        self.code, self.start, self.end, self.via, self.person, self.office = code, start, end, via, person, office

    def __repr__(self) -> str:
        return f"{self.code}/{self.via}"


def unique(refs: Iterable[Ref]) -> list[Ref]:
    """The first reference to each actor code, in order."""
    out: dict[str, Ref] = {}
    for ref in refs:
        if ref.code:
            out.setdefault(ref.code, ref)
    return list(out.values())


def carried(refs: Iterable[Ref], via: str = "pronoun") -> list[Ref]:
    """The same actors, pointed back to from another place and so without a span of their own."""
    return [Ref(ref.code, -1, -1, via, ref.person, ref.office) for ref in refs]


def others_of(refs: list[Ref], besides: set[str]) -> list[Ref]:
    """`X, yang memasok Y, mendesak kedua negara`: those of `refs` who are not `besides`; a pair that is, itself."""
    found = [ref for ref in refs if ref.code not in besides]
    return found if found or len(refs) != 2 else refs
