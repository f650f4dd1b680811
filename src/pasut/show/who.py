"""Who strings of words mean, as rows: the actor, its sector, the person."""

import datetime as dt
from collections.abc import Iterable

from pasut.coder.who import Who, who_is
from pasut.packs.sectors import load_sectors
from pasut.pipeline import Kit
from pasut.show.names import Names
from pasut.show.table import Row, View
from pasut.show.words import Words
from pasut.world.standing import load_standings


def find_who(said: Iterable[str], day: dt.date | None, kit: Kit) -> list[Who]:
    """What each string means, in whichever language tells most of it."""
    packs = [pack for pack in map(kit.pack, kit.languages) if pack is not None]
    sectors = {pack.language: load_sectors(pack) for pack in packs}
    standings = load_standings()
    return [
        max(
            (who_is(each, day, pack, kit.world, sectors[pack.language], standings) for pack in packs),
            key=lambda who: (bool(who.code), bool(who.person), len(who.sectors)),
        )
        for each in said
    ]


def who_view(found: Iterable[Who], names: Names, words: Words) -> View:
    """One row a string; what nobody is known to be is left empty."""
    return View(
        title=words.phrase("who_title"),
        headings=words.headings("words", "actor", "sector", "person"),
        rows=tuple(_row(who, names, words) for who in found),
        fields=("said", "code", "name", "sectors", "person"),
        empty=words.phrase("nobody"),
    )


def _row(who: Who, names: Names, words: Words) -> Row:
    name = names.name(who.code, words.language) if who.code else ""
    person = names.person(who.person) if who.person else ""
    actor = f"{who.code} ({name})" if who.code else words.phrase("nobody")
    return Row(
        cells=(who.said, actor, ", ".join(who.sectors), person),
        record={
            "said": who.said, "code": who.code, "name": name, "sectors": [*who.sectors], "person": who.person,
        },
    )  # fmt: skip
