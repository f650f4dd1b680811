"""Load the world's tables into one immutable World; every row is checked, and a wrong one is named with its line."""

import calendar
import datetime as dt
import pathlib
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from pasut.errors import DataError
from pasut.records import Record
from pasut.tables import cell_list, read_table

FOLDER = pathlib.Path(__file__).parent


class State(Record, frozen=True):
    """A state, dependency or partially recognised entity, under its ISO 3166 alpha-3 code."""

    code: str
    alpha2: str
    cow: str
    name_en: str
    kind: str
    sovereign: str
    capital_en: str


class Body(Record, frozen=True):
    """An international body (kind `body`) or an armed group (kind `group`, code `STATE:Group`)."""

    code: str
    name_en: str
    kind: str


class Term(Record, frozen=True):
    """One term of office of a person; an empty `last` means still in office when last checked."""

    state: str
    office: str
    first: dt.date | None
    last: dt.date | None


class Person(Record, frozen=True):
    """A public person, the names the news uses, and the offices held."""

    id: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    unique: tuple[str, ...]
    born: dt.date | None
    terms: tuple[Term, ...]

    def state_on(self, day: dt.date | None) -> str:
        """The actor code the person stands for on a day: the term that holds then, else the nearest one."""
        return self.term_on(day).state

    def days_off(self, day: dt.date | None) -> int:
        """How far `day` lies outside this person's time in public office, in days (0 inside, or when unknown)."""
        return 0 if day is None else min(_days_outside(term, day) for term in self.terms)

    def term_on(self, day: dt.date | None) -> Term:
        """The term that holds on `day` (the latest, when several do or the day is unknown), else the nearest one."""
        if day is None:
            return self.terms[-1]
        return min(reversed(self.terms), key=lambda term: _days_outside(term, day))


class War(Record, frozen=True, dict=True, gc=True):
    """A known war with its dates and sides."""

    id: str
    name_en: str
    first: dt.date | None
    last: dt.date | None
    attackers: tuple[str, ...]
    defenders: tuple[str, ...]

    @cached_property
    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The states of the attackers and of the defenders; an armed group counts as its state."""
        attackers, defenders = (
            frozenset(code.split(":")[0] for code in side) for side in (self.attackers, self.defenders)
        )
        return attackers, defenders


class World(Record, frozen=True, dict=True, gc=True):
    """All of it, by code or id."""

    states: Mapping[str, State]
    bodies: Mapping[str, Body]
    groups: Mapping[str, Body]
    persons: Mapping[str, Person]
    wars: tuple[War, ...]

    @cached_property
    def holders(self) -> Mapping[tuple[str, str], tuple[tuple[Person, Term], ...]]:
        """Who ever held an office of a state, with the term: by office and state."""
        found: dict[tuple[str, str], list[tuple[Person, Term]]] = {}
        for person in self.persons.values():
            for term in person.terms:
                found.setdefault((term.office, term.state), []).append((person, term))
        return {key: tuple(held) for key, held in found.items()}

    def name_en(self, code: str) -> str:
        """The English name of an actor code, or the code itself when it is in no table."""
        found = self.states.get(code) or self.bodies.get(code) or self.groups.get(code)
        return found.name_en if found else code

    def office_on(self, person_id: str, day: dt.date | None) -> str | None:
        """The office that a person held on a day; None on a day out of office, without a day, or for anybody else."""
        found = self.persons.get(person_id)
        if found is None or day is None:
            return None
        term = found.term_on(day)
        return term.office if _days_outside(term, day) == 0 else None


def load_world(folder: pathlib.Path = FOLDER) -> World:
    """Read every table of the world. Raises DataError with file and line when one is wrong."""
    states = _states(folder / "states.tsv")
    bodies = _bodies(folder / "bodies.tsv", ("code", "name_en", "kind"), "body")
    groups = _bodies(folder / "groups.tsv", ("code", "name_en"), "group")
    persons = _persons(folder / "person_names.tsv", _terms(folder / "persons.tsv", states, bodies, groups))
    return World(
        states=MappingProxyType(states),
        bodies=MappingProxyType(bodies),
        groups=MappingProxyType(groups),
        persons=MappingProxyType(persons),
        wars=_wars(folder / "wars.tsv"),
    )


def _states(path: pathlib.Path) -> dict[str, State]:
    columns = ("code", "alpha2", "cow", "name_en", "kind", "sovereign", "capital_en")
    out: dict[str, State] = {}
    for number, cells in read_table(path, columns):
        state = State(**dict(zip(columns, cells, strict=True)))
        if state.code in out or len(state.code) != 3:
            raise DataError(f"{path.name}:{number}: state code {state.code!r} is repeated or not of three letters")
        out[state.code] = state
    return out


def _bodies(path: pathlib.Path, columns: tuple[str, ...], kind: str) -> dict[str, Body]:
    out: dict[str, Body] = {}
    for number, cells in read_table(path, columns):
        code, name = cells[0], cells[1]
        if code in out:
            raise DataError(f"{path.name}:{number}: code {code!r} is repeated")
        out[code] = Body(code=code, name_en=name, kind=kind)
    return out


def _terms(path: pathlib.Path, *known: Mapping[str, object]) -> dict[str, list[Term]]:
    columns = ("id", "name", "state", "office", "from", "to", "source")
    out: dict[str, list[Term]] = {}
    for number, (person, _, state, office, first, last, _) in read_table(path, columns):
        if not any(state in table for table in known):
            raise DataError(f"{path.name}:{number}: {state!r} is no code of states.tsv, bodies.tsv or groups.tsv")
        where = f"{path.name}:{number}"
        term = Term(state=state, office=office, first=read_day(first, where), last=read_day(last, where, end=True))
        out.setdefault(person, []).append(term)
    return out


def _persons(path: pathlib.Path, terms: Mapping[str, list[Term]]) -> dict[str, Person]:
    out: dict[str, Person] = {}
    for number, (person, names, short, unique, born) in read_table(path, ("id", "names", "short", "unique", "born")):
        if person not in terms:
            raise DataError(f"{path.name}:{number}: person {person!r} has no term in persons.tsv")
        out[person] = Person(
            id=person,
            names=cell_list(names),
            short=cell_list(short),
            unique=cell_list(unique),
            born=read_day(born, f"{path.name}:{number}"),
            terms=tuple(sorted(terms[person], key=lambda term: term.first or dt.date.min)),
        )
    missing = sorted(set(terms) - set(out))
    if missing:
        raise DataError(f"{path.name}: no names for {', '.join(missing[:5])}; add a row for each person of persons.tsv")
    return out


def _wars(path: pathlib.Path) -> tuple[War, ...]:
    columns = ("id", "name_en", "start", "end", "attackers", "defenders")
    return tuple(
        War(
            id=war,
            name_en=name,
            first=read_day(start, f"{path.name}:{number}"),
            last=read_day(end, f"{path.name}:{number}", end=True),
            attackers=cell_list(attackers),
            defenders=cell_list(defenders),
        )
        for number, (war, name, start, end, attackers, defenders) in read_table(path, columns)
    )


def read_day(text: str, where: str, *, end: bool = False) -> dt.date | None:
    """`2024`, `2024-05` or `2024-05-12` as the first (or last) day it covers; empty is None."""
    if not text:
        return None
    try:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return dt.date(parts[0], 12, 31) if end else dt.date(parts[0], 1, 1)
        if len(parts) == 2:
            return dt.date(parts[0], parts[1], calendar.monthrange(*parts)[1] if end else 1)
        return dt.date(parts[0], parts[1], parts[2])
    except (ValueError, IndexError, TypeError) as error:
        raise DataError(f"{where}: {text!r} is no date, write YYYY, YYYY-MM or YYYY-MM-DD") from error


def _days_outside(term: Term, day: dt.date) -> int:
    if term.first and day < term.first:
        return (term.first - day).days
    if term.last and day > term.last:
        return (day - term.last).days
    return 0
