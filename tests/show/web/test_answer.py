"""A page as HTML: what is done to its text."""

import re

import pytest
from starlette.testclient import TestClient

from pasut.show.web.answer import NO_BREAK, tidy


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("21 September 2025", "21~September 2025"),
        ("pita 90 %", "pita 90~%"),
        ("+1,0 sampai +3,6", "+1,0~sampai~+3,6"),
        ("+2.3 ±3.4", "+2.3~±3.4"),
        ("PRK → RUS", "PRK~→~RUS"),
        ("Korea Utara dan Rusia", "Korea Utara dan Rusia"),
        ("", ""),
    ],
)
def test_numbers_stay_with_what_they_count(text: str, shown: str) -> None:
    assert tidy(text) == shown.replace("~", NO_BREAK)


def test_a_sentence_of_an_article_is_shown_as_it_is(client: TestClient) -> None:
    page = client.get("/dyad/PRK/RUS/events").text
    assert NO_BREAK in page
    assert not any(NO_BREAK in cell for cell in re.findall(r'<td class="long"[^>]*>(.*?)</td>', page))


def test_a_page_that_is_not_there_says_so_in_the_language_asked_for(client: TestClient) -> None:
    assert "Halaman ini tidak ada" in client.get("/nowhere?_lang=id").text
    assert "Not Found" in client.get("/nowhere?_lang=en").text
