"""What a person types, as an FTS5 expression that is never an error of syntax."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.errors import UsageError
from pasut.text.query import match_expression
from pasut.text.roots import Roots

PLAIN = [Roots("xx", {})]


@pytest.mark.parametrize(
    ("said", "expression"),
    [
        ("korea utara", '"korea" AND "utara"'),
        ('"dewan keamanan" veto', '"dewan keamanan" AND "veto"'),
        ("rudal OR roket", '("rudal" OR "roket")'),
        ("rudal ATAU roket ATAU bom", '(("rudal" OR "roket") OR "bom")'),
        ("rudal -uji", '"rudal" NOT "uji"'),
        ("rudal BUKAN uji", '"rudal" NOT "uji"'),
        ("artil*", '"artil"*'),
        ("rudal-balistik", '"rudal-balistik"'),
        ("a & b", '"a" AND "b"'),
    ],
)
def test_signs(said: str, expression: str) -> None:
    assert match_expression(said, PLAIN) == expression


@pytest.mark.parametrize("said", ["", "  ", "-veto", '""', "!!!", "OR", "*"])
def test_nothing_to_look_for_is_wrong_use(said: str) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        match_expression(said, PLAIN)


@given(st.text(max_size=60))
def test_no_input_is_an_error_for_the_database(said: str) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5 (roots)")
    try:
        expression = match_expression(said, PLAIN)
    except UsageError:
        return
    try:
        assert database.execute("SELECT count(*) FROM t WHERE t MATCH ?", [expression]).fetchone() == (0,)
    finally:
        database.close()
