"""Plain characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.clean.normalise import normalise


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Tidak,” kata dia", '"Tidak," kata dia'),
        ("''kerusakan minimum''.", '"kerusakan minimum".'),
        ("Ka‘bah dan O’Carroll", "Ka'bah dan O'Carroll"),
        ("Korea\u00a0Utara", "Korea Utara"),
        ("per\u00adjan\u200bjian", "perjanjian"),
        ("Rusia &amp; China &quot;erat&quot;", 'Rusia & China "erat"'),
        ("â€œTidakâ€\u009d", '"Tidak"'),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a \t  b", "a b"),
    ],
)
def test_odd_characters_become_plain(text: str, plain: str) -> None:
    assert normalise(text) == plain


@given(st.text(alphabet="a'\"&amp;lt;quot \u00a0“”’\r\n", max_size=40))
def test_lines_keep_their_number(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert normalise(text).count("\n") == lines
