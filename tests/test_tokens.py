"""Tokens: what stays whole, what falls apart, and where each stands."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.tokens import tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("negara-negara itu", ["negara-negara", "itu"]),
        ("Rusia-Ukraina memanas", ["Rusia-Ukraina", "memanas"]),
        ("Selasa (4/3/2025)", ["Selasa", "(", "4/3/2025", ")"]),
        ("pukul 14.30 WIB.", ["pukul", "14.30", "WIB", "."]),
        ("2,5 juta", ["2,5", "juta"]),
        ("1.250.000 orang", ["1.250.000", "orang"]),
        ("F-16 itu", ["F-16", "itu"]),
        ("Jum'at malam", ["Jum'at", "malam"]),
        ("ke-2", ["ke-2"]),
        ('"Tidak," katanya.', ['"', "Tidak", ",", '"', "katanya", "."]),
        ("AS - Iran", ["AS", "-", "Iran"]),
        ("a_b", ["a", "_", "b"]),
        ("Côte d'Ivoire", ["Côte", "d'Ivoire"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_text_falls_into_its_tokens(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens


@given(st.text(), st.integers(min_value=0, max_value=10_000))
def test_every_token_is_the_slice_it_says_and_nothing_but_space_is_lost(text: str, offset: int) -> None:
    tokens = tokenize(text, offset)
    assert all(text[token.start - offset : token.end - offset] == token.text for token in tokens)
    assert all(token.low == token.text.lower() for token in tokens)
    assert all(one.end <= two.start for one, two in itertools.pairwise(tokens))
    assert "".join(token.text for token in tokens) == "".join(text.split())
