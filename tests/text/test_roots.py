"""Words by their roots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.pipeline import Kit
from pasut.text.roots import Roots, fold


@pytest.fixture(scope="module")
def indonesian() -> Roots:
    return Kit().roots("id")


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("kirim", "kirim mengirim mengirimkan dikirim dikirimkan pengiriman kiriman"),
        ("kunjung", "kunjungan mengunjungi dikunjungi berkunjung"),
        ("kuat", "kekuatan memperkuat diperkuat"),
        ("tuduh", "tuduhan menuduh dituduh"),
    ],
)
def test_all_forms_of_a_word_have_one_root(indonesian: Roots, root: str, forms: str) -> None:
    assert {indonesian.root(form) for form in forms.split()} == {root}


def test_names_keep_their_form(indonesian: Roots) -> None:
    assert indonesian.root("Pyongyang") == "pyongyang"


def test_accents_and_case_do_not_count(indonesian: Roots) -> None:
    assert indonesian.line("ERDOĞAN, São!") == indonesian.line("erdogan sao")


def test_a_language_without_tables_gives_the_words_as_they_are() -> None:
    assert Roots("xx", {}).line("Los misiles") == "los misiles"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
