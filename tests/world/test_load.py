"""The world's tables: they load, fit together, and a wrong row stops with file and line."""

import datetime as dt
import pathlib
import shutil

import pytest

from pasut.errors import DataError
from pasut.world.load import FOLDER, World, load_world

TABLES = ("states.tsv", "bodies.tsv", "groups.tsv", "persons.tsv", "person_names.tsv", "wars.tsv")


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.fixture
def tables(tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of the tables to break."""
    for name in TABLES:
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


def test_all_states_of_the_world_are_there(world: World) -> None:
    assert {"PRK", "RUS", "CHN", "USA", "IDN", "PSE", "TWN", "HKG", "XKX", "SSD", "TLS"} <= set(world.states)
    assert len([state for state in world.states.values() if state.kind == "state"]) >= 190


def test_codes_of_states_bodies_and_groups_are_distinct(world: World) -> None:
    assert len({*world.states, *world.bodies, *world.groups}) == sum(
        map(len, (world.states, world.bodies, world.groups))
    )
    assert len({state.alpha2 for state in world.states.values()}) == len(world.states)


def test_a_group_belongs_to_a_state(world: World) -> None:
    assert all(code.partition(":")[0] in world.states and ":" in code for code in world.groups)


def test_a_dependency_names_its_sovereign(world: World) -> None:
    for state in world.states.values():
        assert state.kind in ("state", "dependency", "partial")
        assert not state.sovereign or state.sovereign in world.states


def test_sides_of_wars_are_known_and_wars_begin_before_they_end(world: World) -> None:
    for war in world.wars:
        assert war.first is not None and (war.last is None or war.first <= war.last), war.id
        assert {*war.attackers, *war.defenders} <= {*world.states, *world.bodies, *world.groups}, war.id


def test_a_person_stands_for_the_state_of_the_term(world: World) -> None:
    putin = next(person for person in world.persons.values() if "Vladimir Putin" in person.names)
    assert putin.state_on(dt.date(2024, 6, 19)) == "RUS"
    assert putin.days_off(dt.date(2024, 6, 19)) == 0


def test_holders_of_an_office_are_all_who_ever_had_a_term_of_it(world: World) -> None:
    terms = [term for person in world.persons.values() for term in person.terms]
    assert world.holders.keys() == {(term.office, term.state) for term in terms}
    for (office, state), held in world.holders.items():
        assert [term for _, term in held] == [term for term in terms if (term.office, term.state) == (office, state)]
        assert all(term in person.terms for person, term in held)


def test_terms_begin_before_they_end_and_names_are_given(world: World) -> None:
    for person in world.persons.values():
        assert person.names and person.terms, person.id
        for term in person.terms:
            assert not (term.first and term.last) or term.first <= term.last, person.id


def test_a_code_in_no_table_is_its_own_name(world: World) -> None:
    assert world.name_en("QQQ") == "QQQ"
    assert world.name_en("JPN") == "Japan"


@pytest.mark.parametrize(
    ("name", "row", "complaint"),
    [
        ("states.tsv", "ABCD\tAB\t\tAbcdia\tstate\t\t", "of three letters"),
        ("states.tsv", "JPN\tJP\t\tJapan\tstate\t\tTokyo", "repeated"),
        ("states.tsv", "A\tB\tC\tD\tE\tF\tG\tH", "8 cells, write 7"),
        ("bodies.tsv", "UN\tUnited Nations\tbody", "repeated"),
        ("persons.tsv", "nobody\tNo Body\tQQQ\tleader\t2020\t\tnone", "'QQQ' is no code"),
        ("persons.tsv", "nobody\tNo Body\tJPN\tleader\t2020-13\t\tnone", "'2020-13' is no date"),
        ("persons.tsv", "nobody\tNo Body\tJPN\tleader\tsoon\t\tnone", "'soon' is no date"),
        ("person_names.tsv", "stranger\tStranger\t\t\t", "no term in persons.tsv"),
        ("wars.tsv", "w\tWar\t2020-02-30\t\tRUS\tUKR", "is no date"),
    ],
)
def test_a_wrong_row_stops_with_file_and_line(tables: pathlib.Path, name: str, row: str, complaint: str) -> None:
    path = tables / name
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    path.write_text("\n".join([*lines, row]) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=complaint) as caught:
        load_world(tables)
    assert str(caught.value).startswith(f"{name}:{len(lines) + 1}: ")


def test_a_person_without_names_stops(tables: pathlib.Path) -> None:
    with (tables / "persons.tsv").open("a", encoding="utf-8") as file:
        file.write("nobody\tNo Body\tJPN\tleader\t2020\t\tnone\n")
    with pytest.raises(DataError, match="no names for nobody"):
        load_world(tables)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_with_another_header_stops(tables: pathlib.Path, name: str) -> None:
    path = tables / name
    path.write_text("one\ttwo\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"{name}:1: header is"):
        load_world(tables)


def test_an_empty_table_stops(tables: pathlib.Path) -> None:
    (tables / "wars.tsv").write_text("", encoding="utf-8")
    with pytest.raises(DataError, match=r"wars\.tsv: empty"):
        load_world(tables)
