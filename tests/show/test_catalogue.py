"""Whatever the program writes in English has its words in Indonesian: read from the source and the packs themselves."""

import ast
import itertools
import pathlib
import re
import tomllib
from collections.abc import Callable, Iterator

import pytest

import pasut
from pasut.packs.load import available
from pasut.show.catalogue import load_catalogue
from pasut.show.words import words_in
from pasut.tables import read_table
from pasut.world.cameo import load_cameo
from pasut.world.load import load_world
from pasut.world.scale import load_scale

HOME = pathlib.Path(pasut.__file__).parent
ERRORS = ("UsageError", "NotFoundError", "StoreError", "ReportError", "PasutError", "HTTPException")
TABLES = tomllib.loads((HOME / "show" / "catalogue.toml").read_text(encoding="utf-8"))["id"]
ENGLISH = re.compile(r"\b(the|of|and|with|from|was|is|not|by|no|it|to|so)\b")


def _as_is(table: str, value: str) -> str:
    return value


def _nodes(folder: str = "") -> Iterator[ast.AST]:
    for file in sorted((HOME / folder).rglob("*.py")):
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def _calls(*names: str, folder: str = "") -> Iterator[ast.Call]:
    for node in _nodes(folder):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def _keyword(name: str, calls: Iterator[ast.Call]) -> Iterator[ast.expr]:
    return (word.value for call in calls for word in call.keywords if word.arg == name)


def _forms(node: ast.expr) -> list[str]:
    """The text of a literal, with {} for each blank; nothing for what is no literal."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and node.value else []
    if isinstance(node, ast.IfExp):
        return _forms(node.body) + _forms(node.orelse)
    if isinstance(node, ast.JoinedStr):
        parts = [[str(piece.value)] if isinstance(piece, ast.Constant) else ["{}"] for piece in node.values]
        return ["".join(each) for each in itertools.product(*parts)]
    return []


def _entries(part: str) -> set[str]:
    return {re.sub(r"\{\w+\}", "{}", text) for text in TABLES[part]}


def _missing(part: str, nodes: Iterator[ast.expr]) -> set[str]:
    return {form for node in nodes for form in _forms(node) if form != "{}"} - _entries(part)


def test_every_message_of_an_error_is_in_the_catalogue() -> None:
    assert not _missing("error", (call.args[-1] for call in _calls(*ERRORS) if call.args)) - {"{}: {}"}


def test_every_basis_of_a_date_is_in_the_catalogue() -> None:
    shown = {"band", "day", "report", "month"}  # of days that are shown without their basis
    found = _missing("basis", _keyword("basis", _calls("When", "_replace")))
    positional = _missing("basis", (call.args[3] for call in _calls("Value", folder="text") if len(call.args) > 3))
    assigned = {
        form
        for node in _nodes("text")
        if isinstance(node, ast.Assign) and "basis" in ast.unparse(node.targets[0])
        for value in (node.value.elts if isinstance(node.value, ast.Tuple) else [node.value])
        for form in _forms(value)
    }
    assert not (found | positional | (assigned - _entries("basis"))) - shown


def test_every_problem_is_in_the_catalogue() -> None:
    said = _missing("problem", _keyword("what", _calls("Problem", folder="read")))
    assert not said


NOTES = (
    "The latest day printed in full is 2024-06-19 (month before day, as the weekday shows), and 'Rabu' is named after "
    "it; news appears that day or within three.",
    "The latest day printed in full is 2024-06-19, the day of the report that is credited; news appears that day or "
    "the next.",
    "The latest day printed in full is 2024-06-19, told as past; news appears within days. Not used: surer clues "
    "contradict it.",
    "It looks ahead to '9 Mei' with no year, so it was written not long before. What it calls this month is another.",
    "It tells of '9 Mei' with no year, so it was written soon after.",
    "It speaks of year 3 of the war that began on 2022-02-24.",
    "It speaks of more than 2 years of the war that began on 2022-02-24.",
    "Kim held this office from 2011-12-17 to 2012-01-01 and 2013-01-01 to today.",
)


@pytest.mark.parametrize("note", NOTES)
def test_composed_notes_are_said_in_indonesian(note: str) -> None:
    assert not ENGLISH.findall(words_in("id").prose("clue", note))


def test_every_note_written_in_one_piece_is_in_the_catalogue() -> None:
    guesses = (call.args[4] for call in _calls("Guess", folder="clean") if len(call.args) > 4)
    assigned = (
        node.value
        for node in _nodes("clean")
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "note"
    )
    notes = itertools.chain(guesses, assigned, _keyword("note", _calls("Clue")))
    whole = {form for node in notes for form in _forms(node) if form.endswith(".")}
    composed = {"It {} {} with no year, so it was written {}.", "{} Not used: surer clues contradict it."}
    assert whole > composed
    assert not whole - composed - _entries("clue")


@pytest.mark.parametrize(("part", "text"), [(part, text) for part, texts in TABLES.items() for text in texts])
def test_a_sentence_keeps_its_blanks(part: str, text: str) -> None:
    blank = re.compile(r"\{(\w+)\}")
    assert set(blank.findall(TABLES[part][text])) <= set(blank.findall(text))
    assert load_catalogue("id").said(part, text, _as_is) != text or text == TABLES[part][text]


def test_a_sentence_without_an_entry_is_shown_as_it_is() -> None:
    assert words_in("id").prose("error", "something new") == "something new"
    assert words_in("en").prose("basis", "publication date") == "publication date"


def test_blanks_are_said_in_the_language_too() -> None:
    told = "told earlier in the article (since the war's own dates (Korean War))"
    assert words_in("id").prose("basis", told) == (
        "disebut lebih dulu dalam artikel (sejak tanggal perang itu sendiri (Perang Korea))"
    )


def test_every_war_has_its_name() -> None:
    assert {war.name_en for war in load_world().wars} <= set(TABLES["war"])


# -- labels of values ----------------------------------------------------------------------------------------------


def _strings(folder: str, call: str, word: str, place: int = -1) -> set[str]:
    nodes = [*_keyword(word, _calls(call, folder=folder))]
    nodes += [each.args[place] for each in _calls(call, folder=folder) if 0 <= place < len(each.args)]
    return {form for node in nodes for form in _forms(node)}


def _column(name: str, column: int, columns: tuple[str, ...]) -> set[str]:
    files = [HOME / "packs" / language / name for language in available()]
    return {cells[column] for file in files for _, cells in read_table(file, columns)}


def _contexts() -> set[str]:
    tables = tomllib.loads((HOME / "packs" / "contexts.toml").read_text(encoding="utf-8"))
    found = {each for table in ("always", "otherwise", "classes") for row in tables[table].values() for each in row}
    for language in available():
        found |= set(
            tomllib.loads((HOME / "packs" / language / "details.toml").read_text(encoding="utf-8"))["contexts"]
        )
    return found


def _ways() -> set[str]:
    carried = {form for call in _calls("carried", folder="coder") for arg in call.args[1:] for form in _forms(arg)}
    named = _column("names.tsv", 2, ("alias", "code", "kind"))
    return (
        named | carried | {"person", "pronoun", "nationals", "adjective", "media"} | _strings("merge", "Actor", "via")
    )


def _cut_rules() -> set[str]:
    files = HOME.glob("packs/*/clean.toml")
    rules = {rule["id"] for file in files for rule in tomllib.loads(file.read_text(encoding="utf-8"))["rules"]}
    return rules | {form for form in _strings("clean", "Cut", "reason") if form} | RELATED


RELATED = {"related.unlabelled", "related.tail", "repeated.title", "repeated.paragraph"}


def _offices() -> set[str]:
    return {term.office for person in load_world().persons.values() for term in person.terms} | _column(
        "titles.tsv", 2, ("phrase", "kind", "office")
    ) - {""}


def _clues() -> set[str]:
    return _strings("clean", "Clue", "kind") | _strings("clean", "Guess", "kind", 1)


WALKED: dict[str, Callable[[], set[str]]] = {
    "context": _contexts,
    "via": _ways,
    "cut": _cut_rules,
    "rank": _offices,
    "clue": _clues,
    "stage": lambda: _strings("coder", "Step", "stage"),
    "problem": lambda: _strings("", "Problem", "kind") | {"failed"},
}


@pytest.mark.parametrize("table", WALKED)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_value_that_can_occur_has_a_label(table: str, language: str) -> None:
    values = WALKED[table]()
    assert len(values) > 2
    assert not values - set(getattr(words_in(language).labels, table))


def _modes(node: object, type_: str | None = None) -> Iterator[str]:
    if isinstance(node, dict):
        type_ = node["type"] if isinstance(node.get("type"), str) else type_
        if isinstance(node.get("mode"), str):
            yield f"{type_}.{node['mode']}"
        for each in node.values():
            yield from _modes(each, type_)
    elif isinstance(node, list):
        for each in node:
            yield from _modes(each, type_)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_mode_that_a_pack_or_a_table_of_the_world_knows_has_a_label(language: str) -> None:
    acts = {f"{type_}.{mode}" for type_, mode in (*load_scale().scores, *load_cameo()) if mode}
    for file in HOME.glob("packs/*/frames_*.toml"):
        acts |= set(_modes(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert len(acts) > 90
    assert not acts - set(words_in(language).labels.type)


def test_a_known_event_is_called_by_its_indonesian_name() -> None:
    note = "It names that day of a known event: Kim Jong Un in Russia (2019-04, 2023-09)."
    assert "Kim Jong Un di Rusia (2019-04, 2023-09)" in words_in("id").prose("clue", note)
    assert words_in("en").prose("clue", note) == note


def test_guesses_at_an_actor_are_called_by_their_indonesian_names() -> None:
    asked = "no actor is called 'jerma'; did you mean Germany (DEU) or Myanmar (MMR)?"
    assert words_in("id").prose("error", asked).endswith("apakah maksudnya Jerman (DEU) atau Myanmar (MMR)?")
