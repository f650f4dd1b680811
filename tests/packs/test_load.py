"""Packs: every one loads and wastes nothing, and a wrong file stops with its name and line."""

import pathlib
import re
import shutil

import pytest

from pasut.errors import DataError
from pasut.packs.lexicon import read_forms, read_frames
from pasut.packs.load import FOLDER, available, load_pack, read_header
from pasut.packs.pack import Pack
from pasut.world.load import World, load_world

LANGUAGES = available()
ROWS = 30
"""Lines of a table that are enough to load it."""


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.fixture(scope="module")
def pack(world: World) -> Pack:
    return load_pack("id", world)


@pytest.fixture
def copies(tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder with a copy of the Indonesian pack, to break; its tables are cut short, for each test loads it anew."""
    shutil.copytree(FOLDER / "id", tmp_path / "id", ignore=shutil.ignore_patterns("cases.jsonl"))
    for table in (tmp_path / "id").glob("*.tsv"):
        if table.name != "names.tsv":
            lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
            table.write_text("".join(lines[:ROWS]), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_loads_and_says_what_it_is(language: str, world: World) -> None:
    pack = load_pack(language, world)
    assert pack.language == language
    assert pack.name and pack.version
    assert pack.lexicon and pack.aliases and pack.assess


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_frame_is_used_by_a_word(language: str) -> None:
    home = FOLDER / language
    frames = read_frames(sorted(home.glob("frames_*.toml")))
    used = {form.frame.name for _, form in read_forms(home, language, frames, read_header(home).forms)}
    assert sorted(set(frames) - used) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_that_a_frame_asks_for_has_things(language: str) -> None:
    home = FOLDER / language
    things = (home / "things.tsv").read_text(encoding="utf-8").splitlines()
    classes = {name for row in things if "\t" in row for name in row.split("\t")[1].split("|")}
    frames = read_frames(sorted(home.glob("frames_*.toml"))).values()
    asked = {name for frame in frames for sense in frame.senses for name in sense.object}
    assert sorted(asked - classes) == []


def test_entries_stand_under_their_first_words_longest_first(pack: Pack) -> None:
    for word, lexeme in pack.lexicon.items():
        assert lexeme.single is None or lexeme.single.words == (word,)
        for second, entries in lexeme.longer.items():
            lengths = [len(entry.words) for entry in entries]
            assert lengths == sorted(lengths, reverse=True)
            assert all(entry.words[:2] == (word, second) for entry in entries)


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("korea utara", "PRK"),
        ("korut", "PRK"),
        ("rusia", "RUS"),
        ("tiongkok", "CHN"),
        ("as", "USA"),
        ("pbb", "UN"),
        ("palestina", "PSE"),
        ("japan", "JPN"),
        ("jpn", "JPN"),
    ],
)
def test_names_in_any_case_lead_to_their_codes(pack: Pack, alias: str, code: str) -> None:
    assert pack.aliases[alias] == code


def test_states_are_shown_by_a_name_that_leads_back_to_them(pack: Pack) -> None:
    assert pack.display["JPN"] == "Jepang"
    assert all(pack.aliases[name.casefold()] == code for code, name in pack.display.items())


def test_a_language_without_a_pack_is_refused(world: World) -> None:
    with pytest.raises(DataError, match="no pack for language 'xx'; there are"):
        load_pack("xx", world)


TABLES = {
    "names.tsv": "alias\tcode\tkind",
    "titles.tsv": "phrase\tkind\toffice",
    "blocked.tsv": "phrase\tkind",
    "media.tsv": "alias\tname\tkind\tstate",
    "things.tsv": "phrase\tclass",
    "verbs_conflict.tsv": "root\tshapes\tnouns\tframe",
    "nouns_conflict.tsv": "noun\tframe\tbare",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_with_another_header_stops_with_file_and_line(copies: pathlib.Path, world: World, name: str) -> None:
    (copies / "id" / name).write_text("# nothing\none\ttwo\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"^{name}:2: header is"):
        load_pack("id", world, copies)


@pytest.mark.parametrize("name", TABLES)
def test_a_row_of_too_many_cells_stops_with_file_and_line(copies: pathlib.Path, world: World, name: str) -> None:
    line = _add(copies / "id" / name, "\t".join("abcdefg"))
    with pytest.raises(DataError, match=f"^{name}:{line}: .*7 cells"):
        load_pack("id", world, copies)


@pytest.mark.parametrize(
    ("name", "row", "complaint"),
    [
        ("names.tsv", "Negeri Antah\tQQQ\tname", "'QQQ' is no code"),
        ("names.tsv", "Jepang\tCHN\tname", "'Jepang' stands for JPN already"),
        ("verbs_conflict.tsv", "serbaguna\tme\t\tno_such_frame", "frame 'no_such_frame' is in no frames file"),
        ("nouns_conflict.tsv", "serbaguna\tno_such_frame\tagent", "frame 'no_such_frame' is in no frames file"),
    ],
)
def test_a_wrong_row_stops_with_file_and_line(
    copies: pathlib.Path, world: World, name: str, row: str, complaint: str
) -> None:
    line = _add(copies / "id" / name, row)
    with pytest.raises(DataError, match=f"^{name}:{line}: .*{re.escape(complaint)}"):
        load_pack("id", world, copies)


@pytest.mark.parametrize(
    ("name", "more", "complaint"),
    [
        ("frames_conflict.toml", "[x]\nkind = 'no_kind'\n", "Invalid enum value 'no_kind'"),
        ("frames_conflict.toml", "[x]\ntype = 'FIGHT'\n", "Invalid enum value 'FIGHT'"),
        ("frames_conflict.toml", "[x]\nsubjekt = 'source'\n", "unknown field `subjekt`"),
        ("frames_conflict.toml", "[x]\nprep = { ke = 'goal' }\n", "Invalid enum value 'goal'"),
        ("frames_conflict.toml", "[x]\n[[x.senses]]\nobjekt = ['arms']\n", "unknown field `objekt`"),
        ("frames_conflict.toml", "[x\n", "frames_conflict.toml: "),
        ("words.toml", "[more]\nwords = []\n", "unknown field `more`"),
        ("assess.toml", "[[rule]]\nid = 'x'\n", "missing required field `direction`"),
        ("pack.toml", "colour = 'blue'\n", "unknown field `colour`"),
    ],
)
def test_a_wrong_key_or_value_stops_with_the_file(
    copies: pathlib.Path, world: World, name: str, more: str, complaint: str
) -> None:
    path = copies / "id" / name
    path.write_text(path.read_text(encoding="utf-8") + "\n" + more, encoding="utf-8")
    with pytest.raises(DataError, match=complaint) as caught:
        load_pack("id", world, copies)
    assert str(caught.value).startswith(name)


def test_a_frame_told_twice_stops(copies: pathlib.Path, world: World) -> None:
    path = copies / "id" / "frames_cooperation.toml"
    with path.open("a", encoding="utf-8") as file:
        file.write("\n[attack]\ntype = 'ASSAULT'\n")
    with pytest.raises(DataError, match=r"frames_co\w+.toml: frame 'attack' is defined twice"):
        load_pack("id", world, copies)


def test_a_missing_file_stops_with_its_name(copies: pathlib.Path, world: World) -> None:
    (copies / "id" / "assess.toml").unlink()
    with pytest.raises(DataError, match=r"assess\.toml"):
        load_pack("id", world, copies)


def _add(path: pathlib.Path, row: str) -> int:
    """Put a row at the end of a table; gives the number of its line."""
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    path.write_text("\n".join([*lines, row]) + "\n", encoding="utf-8")
    return len(lines) + 1
