"""A reference to an actor in running text."""

from collections.abc import Iterable

import msgspec


class Ref(msgspec.Struct, eq=False, gc=False):
    """An actor that a phrase names: code, place in the article, and how the code was reached."""

    code: str
    start: int
    end: int
    via: str
    person: str = ""
    office: str = ""

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
