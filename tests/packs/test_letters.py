"""The letter words of every pack: read strictly, and found as whole words, the longest first."""

import pathlib

import pytest

from pasut.errors import DataError
from pasut.packs.letters import FOLDER, Phrases, load_letter_words

LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/letters.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_occasions_and_epithets(language: str) -> None:
    mine, first = load_letter_words(language), load_letter_words(LANGUAGES[0])
    assert mine.occasions.kinds == first.occasions.kinds
    assert mine.epithets.kinds == first.epithets.kinds


def test_the_longest_phrase_wins_and_words_are_whole() -> None:
    phrases = Phrases({"warm": ["kawan", "kawan seperjuangan"], "cool": ["stabil"]})
    assert phrases.find("Kawan seperjuangan, kawanan yang stabil") == [
        ("warm", "kawan seperjuangan"),
        ("cool", "stabil"),
    ]
    assert phrases.first("tidak ada") is None


def test_a_wrong_key_is_named(tmp_path: pathlib.Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "letters.toml").write_text('version = "1"\nnoun = []\n')
    with pytest.raises(DataError, match=r"xx/letters\.toml"):
        load_letter_words("xx", tmp_path)
