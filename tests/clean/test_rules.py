"""clean.toml and outlets.tsv are read strictly, and errors name the place."""

import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaning import outlets, rules
from pasut.errors import DataError
from pasut.packs.clean_rules import load_clean_rules, opening_words
from pasut.packs.quick import fewest, holds_any
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
    ("patterns", "words"),
    [
        ((r"(?:[Ff]rom|Source) (?P<name>\w+)", r"\bREAD ALSO\s*:"), ("from", "read also", "source")),
        ((r"(?<=[.!?])\s*(?:See|Read) more",), ("read", "see")),
        ((r"(?:see)? more",), ()),
        ((r"(?:see|) more",), ()),
        ((r"see|\d+",), ()),
        ((r"(?:[sb]ee) more",), ()),
        ((r"\d+ see", r"see"), ()),
    ],
)
def test_the_words_that_a_pattern_must_hold_are_told_only_when_sure(
    patterns: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert opening_words(patterns) == words


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=4)), st.text(alphabet="abc"))
def test_the_fewest_keys_tell_what_all_tell(keys: list[str], text: str) -> None:
    assert holds_any(text, fewest(keys)) == any(key in text for key in keys)


def test_a_line_without_a_hint_matches_no_rule_that_has_hints() -> None:
    found = rules()
    for rule in (*found.line, *found.head, *found.tail, *found.inline):
        assert all(holds_any(hint, found.hints) for hint in rule.hints)


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
