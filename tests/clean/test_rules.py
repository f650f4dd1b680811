"""clean.toml and outlets.tsv are read strictly, and errors name the place."""

import pathlib

import pytest

from cleaning import outlets, rules
from pasut.errors import DataError
from pasut.packs.clean_rules import load_clean_rules
from pasut.world.outlets import load_outlets

TAIL = """
abbreviations = []
not_cities = []
cities = []
title_small = []
speech_words = []
[glue]
strong = []
weak = []
heads = []
keep = []
bound = []
name_heads = []
[fields]
"""


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("[[rules]]\nid = 'a'\nat = 'line'\npatterns = ['x']\ncolour = 1\n", "colour"),
        ("[[rules]]\nid = 'a'\nat = 'line'\npatterns = ['(']\n", "rule 'a'"),
        ("[[rules]]\nid = 'a'\nat = 'tail'\npatterns = ['x']\n", "hints"),
        ("[[rules]]\nid = 'a'\nat = 'line'\npatterns = []\n", "no patterns"),
        ("[[rules]]\nid = 'a'\nat = 'middle'\npatterns = ['x']\n", "middle"),
    ],
)
def test_a_wrong_rule_stops_with_its_name(tmp_path: pathlib.Path, rule: str, says: str) -> None:
    path = tmp_path / "clean.toml"
    path.write_text(TAIL.replace("[glue]", rule + "[glue]"))
    with pytest.raises(DataError, match=says):
        load_clean_rules(path)


def test_a_missing_file_is_a_data_error(tmp_path: pathlib.Path) -> None:
    with pytest.raises(DataError, match=r"clean\.toml"):
        load_clean_rules(tmp_path / "clean.toml")


def test_a_field_pattern_needs_its_group(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "clean.toml"
    path.write_text("rules = []\n" + TAIL + "author = ['x']\n")
    with pytest.raises(DataError, match="name"):
        load_clean_rules(path)


def test_rules_have_ids_that_name_their_family() -> None:
    found = rules()
    assert all(
        rule.id.replace(".", "").replace("-", "").isalpha() for rule in (*found.line, *found.tail, *found.inline)
    )


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.detik.com/internasional/d-1/x", "detik"),
        ("http://www.liputan6.com/global/read/1", "Liputan6"),
        ("https://www.bbc.com/indonesia/dunia-1", "BBC Indonesia"),
        ("https://www.bbc.com/news/1", "BBC"),
        ("https://m.tribunnews.com:443/x", "Tribunnews"),
        ("https://contoh.example/x", None),
        ("bukan alamat", None),
    ],
)
def test_an_address_tells_its_outlet(url: str, name: str | None) -> None:
    found = outlets().of_url(url)
    assert (found.name if found else None) == name


def test_an_alias_of_two_outlets_stops(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "outlets.tsv"
    path.write_text("name\tkind\taliases\tdomains\nSatu\toutlet\tKabar\t\nDua\toutlet\tKABAR\t\n")
    with pytest.raises(DataError, match=r"outlets\.tsv:3"):
        load_outlets(path)
