"""details.toml and contexts.toml: they load, name things that exist, and see a number however it is written."""

import pathlib

import pytest

from pasut.errors import DataError
from pasut.packs.details import FOLDER, DetailWords, load_detail_words
from pasut.packs.load import available
from pasut.tables import cell_list, read_table

PLOVER = frozenset((
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking", "humanitarian", "democracy",
))  # fmt: skip
"""The contexts of the PLOVER manual and its table of 2021."""


@pytest.fixture(scope="module")
def words() -> DetailWords:
    found = load_detail_words("id")
    assert found is not None
    return found


def test_only_contexts_of_plover_are_given(words: DetailWords) -> None:
    rules = words.rules
    tables = (rules.always, rules.otherwise, rules.only, rules.classes)
    assert {name for table in tables for names in table.values() for name in names} | words.contexts.kinds <= PLOVER


def test_classes_with_a_context_are_classes_of_things(words: DetailWords) -> None:
    classes = {
        name
        for language in available()
        for _, (_, cell) in read_table(FOLDER / language / "things.tsv", ("phrase", "class"))
        for name in cell_list(cell)
    }
    assert set(words.rules.classes) <= classes


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("lebih dari 1.000", {"bound": "lebih dari", "digits": "1.000"}),
        ("USD 50 juta", {"before": "USD", "digits": "50", "scales": " juta"}),
        ("2,5 miliar dolar AS", {"digits": "2,5", "scales": " miliar", "after": "dolar AS"}),
        ("dua ratus ribu", {"word": "dua", "scales": " ratus ribu"}),
        ("puluhan ribu", {"vague": "puluhan ribu"}),
    ],
)
def test_a_number_is_seen_with_what_belongs_to_it(words: DetailWords, text: str, groups: dict[str, str]) -> None:
    found = words.number.fullmatch(text)
    assert found is not None
    assert {name: value for name, value in found.groupdict().items() if value} == groups


@pytest.mark.parametrize("text", ["F-16", "G7", "duapuluh", "tigapuluh-an"])
def test_a_name_with_a_digit_is_no_number(words: DetailWords, text: str) -> None:
    assert words.number.fullmatch(text) is None


def test_a_language_without_the_file_has_no_words(tmp_path: pathlib.Path) -> None:
    assert load_detail_words("id", tmp_path) is None


def test_a_wrong_key_stops_with_the_files_name(tmp_path: pathlib.Path) -> None:
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "details.toml").write_text("[context]\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"details\.toml.*context"):
        load_detail_words("id", tmp_path)
