"""English articles without a date: what they tell of dates them, as it does Indonesian ones."""

import pytest

from pasut.pipeline import Kit, prepare_article
from pasut.records import Page

KIT = Kit()


def dated(text: str) -> str | None:
    article = prepare_article(Page(key="a", text=text, source="a.txt", language="en"), KIT)
    return article.published.text() if article.published else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("China destroyed one of its old satellites on Jan. 11, a spokesman conceded.", "2007-01-11/2007-02-01"),
        ("Chinese Premier Wen Jiabao arrived in Tokyo on Wednesday. He last came in 2005.", "2007-04-11/2007-04-12"),
        ("Russia said it stood by what was agreed at the Anchorage meeting of Trump and Putin.", "2025-08-15/.."),
        ("Iran freed the 15 British sailors on Wednesday.", "2007-04-04/2007-04-05"),
    ],
)
def test_a_known_event_in_english_words_dates_what_tells_of_it(text: str, days: str) -> None:
    assert dated(text) == days


def test_the_day_of_the_words_is_not_the_day_of_the_known_event() -> None:
    assert dated("Iran seized 15 British sailors at sea, its navy said on Friday.") == "2007-03-23/.."


def test_a_week_that_begins_on_sunday_holds_its_sunday() -> None:
    text = "The bombs on the train between India and Pakistan killed dozens this week."
    assert dated(text) == "2007-02-18/2007-02-25"


@pytest.mark.parametrize("event", ["presidential election", "general election", "Olympic Games"])
def test_what_is_named_by_its_date_before_it_comes_tells_no_day(event: str) -> None:
    text = f"Bush met his advisers. The party chose no candidate for the December 2007 {event}. He was born in 1946."
    assert dated(text) == dated("Bush met his advisers. The party chose no candidate. He was born in 1946.")


def test_a_former_office_with_a_nationality_bounds_nothing() -> None:
    assert dated("Ties cooled under the former Japanese prime minister Junichiro Koizumi.") is None
    assert dated("Ties cooled under Japanese prime minister Junichiro Koizumi.") is not None
