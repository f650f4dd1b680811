"""Codes and names, in any case and language, lead to actors; unknown ones to the nearest."""

import pytest

from pasut.errors import UsageError
from pasut.pipeline import Kit
from pasut.show.names import Names


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(Kit())


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("PRK", "PRK"),
        ("prk", "PRK"),
        ("korut", "PRK"),
        ("North Korea", "PRK"),
        ("korea  utara", "PRK"),
        ("RUS", "RUS"),
        ("rusia", "RUS"),
        ("Tiongkok", "CHN"),
        ("Amerika Serikat", "USA"),
        ("germany", "DEU"),
    ],
)
def test_a_code_or_name_is_resolved(names: Names, said: str, code: str) -> None:
    assert names.resolve(said) == code


def test_an_unknown_name_suggests_the_nearest(names: Names) -> None:
    with pytest.raises(UsageError, match=r"no actor is called 'Koera Utara'; did you mean .*\(PRK\)"):
        names.resolve("Koera Utara")


def test_a_hopeless_name_says_what_to_give(names: Names) -> None:
    with pytest.raises(UsageError, match="give an ISO 3166 code"):
        names.resolve("zzzzqqqq")


def test_names_are_shown_in_the_language_asked_for(names: Names) -> None:
    assert (names.name("PRK", "id"), names.name("PRK", "en")) == ("Korea Utara", "North Korea")
    assert names.name("DEU", "id") == "Jerman"
    assert names.name("XYZ", "id") == "XYZ"


@pytest.mark.parametrize(("said", "code"), [("korea  utara", "PRK"), ("Koera Utara", None), ("", None)])
def test_a_name_is_found_only_as_it_is(names: Names, said: str, code: str | None) -> None:
    assert names.find(said) == code
