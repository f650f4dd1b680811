"""The file of judging phrases: what it is written out to, and what is wrong in one."""

import pathlib

import pytest

from pasut.errors import DataError
from pasut.packs.judging import load_judging

PARTIES = """[parties]
nouns = ["hubungan"]
partners = []
between = []
with = []
whose = []
wishes = []
negators = []
"""


def written(folder: pathlib.Path, text: str) -> pathlib.Path:
    path = folder / "assess.toml"
    path.write_text(PARTIES + text, encoding="utf-8")
    return path


def test_a_phrase_is_written_out_for_each_word_in_its_place(tmp_path: pathlib.Path) -> None:
    text = '[words]\nmore = ["makin", "kian"]\n[[rule]]\nid = "x"\ndirection = "warm"\nphrases = ["{more} erat"]\n'
    rules, _ = load_judging(written(tmp_path, text))
    assert rules[0].phrases == ("makin erat", "kian erat")


def test_a_place_without_words_is_an_error_that_names_the_rule(tmp_path: pathlib.Path) -> None:
    text = '[[rule]]\nid = "x"\ndirection = "warm"\nphrases = ["{more} erat"]\n'
    with pytest.raises(DataError, match=r"assess\.toml: rule 'x' uses \{more\}"):
        load_judging(written(tmp_path, text))
