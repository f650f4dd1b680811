"""Who a free string of words means on a day: the state, body or group it stands for, and its sector.

`Russian Defense Minister Shoigu` in 2020 is RUS, government and armed forces; `a former White House official` is USA,
elite. Names come from the language pack, persons and their offices from the world's tables, sectors from sectors.tsv
and the titles of the pack.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pasut.packs.entry import Entry
from pasut.packs.pack import Pack
from pasut.packs.sectors import SectorFind, Sectors
from pasut.records import Record
from pasut.tokens import Token, split_enclitics, tokenize
from pasut.world.load import Person, World
from pasut.world.standing import Standing

_JOINED: Final = re.compile(
    r"(?<=[A-Za-z])-(?=(?:led|backed|based|funded|held|controlled|run|owned|aligned|trained)\b)"
)
_BORROWED: Final = frozenset(("led", "backed", "funded", "aligned", "trained"))
"""`Kurdish-led Syrian forces` are Syrian, not Kurdish."""
_INSIDE: Final = frozenset(("in", "of", "from", "at", "di", "dari"))
_OFFICES: Final[Mapping[str, tuple[str, ...]]] = {
    "legislator": ("LEG",), "chief_of_staff": ("MIL",), "intelligence_chief": ("SPY",), "party_chief": ("PTY",),
    "defence_minister": ("GOV", "MIL"), "leader": ("GOV",),
}  # fmt: skip
_TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "organ": ("GOV",),
    "force": ("MIL",),
    "people": ("CVL",),
    "company": ("BUS",),
}
_PLACES: Final[Mapping[str, tuple[str, ...]]] = {
    "capital": ("GOV",), "palace": ("GOV",), "institution": ("GOV",), "city": ("CVL",),
}  # fmt: skip
_RULING: Final = frozenset(
    ("supreme_leader", "head_of_state", "head_of_government", "vice_president", "foreign_minister")
)
_NOWHERE: Final = frozenset(("place", "sea", "war", "treaty", "currency", "event"))
"""Kinds of blocked phrases that hold a state's name and stand for nobody; `Ethiopian Airlines` is of Ethiopia."""
_SOON: Final = 400
"""Days before or after a term of office at which a bare surname may still mean its holder."""


class Who(Record, frozen=True):
    """What a string of words was taken to mean."""

    said: str
    code: str
    """Actor code; empty where no state, body or group is named."""
    sectors: tuple[str, ...]
    """The PLOVER sectors, the first the main one; empty where only a state is named, or nothing is known."""
    person: str = ""
    """Id of the person meant, where the world's tables know one."""


class _Name(NamedTuple):
    first: int
    last: int
    code: str
    via: str
    person: str = ""


def who_is(
    said: str, day: dt.date | None, pack: Pack, world: World, sectors: Sectors, standings: Sequence[Standing] = ()
) -> Who:
    """The actor that `said` means on `day`; where the day is unknown, what was last known holds."""
    tokens = split_enclitics(tokenize(_JOINED.sub(" ", said)), pack.syntax.enclitics)
    names = list(_names(tokens, day, pack, world))
    name = _best(names, tokens)
    inside = [each for each in names if each.via in ("name", "short", "former")]
    found = [
        each
        for each in sectors.find(tokens)
        if not any(state.first <= each.first and each.last <= state.last for state in inside)
    ]  # `People's Republic of China` names no people
    told = _sectors(tokens, found)
    if name is None:
        code = next((each.kind.code for each in found if each.kind.code), "")
        return Who(said=said, code=code, sectors=told or _by_title(tokens, pack))
    former = any("ELI" in each.kind.sectors for each in found)
    if name.person and not former:
        return Who(
            said=said, code=name.code, person=name.person, sectors=_office(world.persons[name.person], day, told)
        )
    if ":" in name.code and not former:
        return Who(said=said, code=name.code, sectors=_standing(name.code, day, standings))
    named = name.first == 0 and name.last == len(tokens)
    own = told or (() if named else _by_title(tokens, pack)) or _PLACES.get(name.via, ())
    if name.via == "media":
        own = ("GOV", "JRN")
    return Who(said=said, code=name.code, person=name.person, sectors=own)


def _names(tokens: Sequence[Token], day: dt.date | None, pack: Pack, world: World) -> Iterator[_Name]:
    """The names of states, bodies, groups, media and persons in the tokens, the longest at each place."""
    at = 0
    while at < len(tokens):
        found = _name_at(tokens, at, day, pack, world) if _is_name(tokens[at].text) else None
        if found is not None and found.code and not _goes_on(found, tokens, pack):
            yield found
        at = found.last if found is not None else at + 1


def _is_name(text: str) -> bool:
    """A capital, also after an article: `al-Shabaab`."""
    return text[:1].isupper() or text.partition("-")[2][:1].isupper()


def _goes_on(name: _Name, tokens: Sequence[Token], pack: Pack) -> bool:
    """`Juan Carlos Jobet` is not the Juan Carlos whom we know."""
    after = tokens[name.last] if name.last < len(tokens) else None
    return name.via == "person" and after is not None and after.text[0].isupper() and after.low not in pack.lexicon


def _name_at(tokens: Sequence[Token], at: int, day: dt.date | None, pack: Pack, world: World) -> _Name | None:
    for entry in _entries(tokens, at, pack):
        name = _read(entry, at, at + len(entry.words), tokens[at], day, world)
        if name is not None:
            return name
    return _surname(tokens[at], at, day, pack, world)


def _entries(tokens: Sequence[Token], at: int, pack: Pack) -> Iterator[Entry]:
    """The entries of the lexicon that stand at a place, the longest first."""
    lexeme = pack.lexicon.get(tokens[at].low)
    if lexeme is None:
        return
    if at + 1 < len(tokens):
        for entry in lexeme.longer.get(tokens[at + 1].low, ()):
            if tuple(token.low for token in tokens[at : at + len(entry.words)]) == entry.words:
                yield entry
    if lexeme.single is not None:
        yield lexeme.single


def _read(entry: Entry, first: int, last: int, token: Token, day: dt.date | None, world: World) -> _Name | None:
    """What an entry of the lexicon names; a blocked phrase names nobody, and so takes its words away."""
    if entry.blocked in _NOWHERE and not entry.media:
        return _Name(first, last, "", "blocked")
    if entry.code and not (entry.functions and not token.text.isupper()):
        return _Name(first, last, entry.code, entry.alias_kind)
    if entry.persons:
        held = min((world.persons[name] for name in entry.persons), key=lambda person: person.days_off(day))
        return _Name(first, last, held.state_on(day), "person", held.id)
    if entry.media and entry.media.state:
        return _Name(first, last, entry.media.state, "media")
    return None


def _surname(token: Token, at: int, day: dt.date | None, pack: Pack, world: World) -> _Name | None:
    """A bare surname: whoever bears it and was in office about that day; the only bearer where the day is unknown."""
    bearers = [world.persons[name] for name in pack.shorts.get(token.text, ())]
    near = [person for person in bearers if person.days_off(day) <= _SOON] if day else bearers[:1] * (len(bearers) == 1)
    if not near:
        return None
    held = min(near, key=lambda person: person.days_off(day))
    return _Name(at, at + 1, held.state_on(day), "person", held.id)


def _best(names: Sequence[_Name], tokens: Sequence[Token]) -> _Name | None:
    """A person before a group, body or institution, these before a state, a state before who only backs it."""
    own = [name for name in names if not (name.last < len(tokens) and tokens[name.last].low in _BORROWED)]
    ranked = sorted(own or names, key=lambda name: (_rank(name), name.first))
    if len(ranked) > 1 and ranked[0].via == "person":
        states = {name.code for name in ranked if name.via != "person"}
        return next((name for name in ranked if name.via == "person" and name.code in states), ranked[0])
    return ranked[0] if ranked else None


def _rank(name: _Name) -> int:
    if name.via == "person":
        return 0
    return 1 if name.via in ("group", "body", "institution", "palace") else 2


def _sectors(tokens: Sequence[Token], found: Sequence[SectorFind]) -> tuple[str, ...]:
    """The sector told by the words: of what somebody was or heads, else of the last word before `in` or `of`."""
    plain = [each for each in found if "ELI" not in each.kind.sectors]
    if len(plain) < len(found):
        return ("ELI",)
    if not plain:
        return ()
    cut = next((at for at, token in enumerate(tokens) if token.low in _INSIDE and at > plain[0].first), len(tokens))
    after = [each for each in plain if each.first > cut and tokens[cut].low == "of"]
    before = [each for each in plain if each.first < cut]
    double = next((each for each in before if len(each.kind.sectors) > 1), None)
    headed = after[0] if after and plain[0].kind.sectors[0] in ("GOV", "LEG", "MIL", "CVL", "UNK") else None
    chosen = double or headed or (before or plain)[-1]
    if chosen.kind.sectors == ("UNK",) and len(plain) > 1:
        chosen = next((each for each in plain if each.kind.sectors != ("UNK",)), chosen)
    return chosen.kind.sectors


def _office(person: Person, day: dt.date | None, told: tuple[str, ...]) -> tuple[str, ...]:
    """The sector of the office held on the day, of government first; whoever held one before is of the elite."""
    term = person.term_on(day)
    if (day is None and term.last is not None) or (day is not None and term.last is not None and day > term.last):
        return told or ("ELI",)
    held = [each for each in person.terms if day and (each.first or day) <= day <= (each.last or day)] or [term]
    return next((("GOV",) for each in held if each.office in _RULING), _OFFICES.get(term.office, ("GOV",)))


def _standing(code: str, day: dt.date | None, standings: Sequence[Standing]) -> tuple[str, ...]:
    return next(((each.sector,) for each in standings if each.code == code and each.holds(day)), ("REB",))


def _by_title(tokens: Sequence[Token], pack: Pack) -> tuple[str, ...]:
    """The sector of the first title of the pack in the words."""
    for at in range(len(tokens)):
        for entry in _entries(tokens, at, pack):
            if entry.title:
                return _OFFICES.get(entry.office) or (("GOV",) if entry.office else _TITLES.get(entry.title, ()))
    return ()
