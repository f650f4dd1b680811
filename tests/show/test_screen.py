"""What a page says cannot steer the terminal it is shown on."""

import pytest

from pasut.show.screen import clean


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("satu\n dua\t tiga ", "satu dua tiga"),
        ("\x1b[31mmerah\x1b[0m", "[31mmerah[0m"),
        ("a\x07b\x9bc\x00", "abc"),
        ("kiri\u202eknalab", "kiriknalab"),
        ("Zelenskyy – “ya”", "Zelenskyy – “ya”"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown
