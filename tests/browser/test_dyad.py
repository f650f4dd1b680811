"""The curve of a dyad under a mouse: days are brushed, a day is clicked, and both lead to sentences."""

import re

from playwright.sync_api import Page, expect

from browser.conftest import Open

HERE = "/dyad/PRK/RUS"


def test_a_point_of_the_curve_leads_to_a_sentence(open_page: Open) -> None:
    page = open_page("/")
    page.get_by_label("One actor").fill("North Korea")
    page.get_by_label("The other").fill("rusia")
    page.get_by_role("button", name="Open").click()
    expect(page).to_have_url(re.compile(f"{HERE}$"))
    page.mouse.click(*point(page, 0.9))
    expect(page.locator("h1")).to_contain_text("why the index was so on")
    page.locator("#acts tbody a").first.click()
    expect(page).to_have_url(re.compile("/events/"))


def test_brushed_days_are_listed_and_stand_in_the_address(open_page: Open) -> None:
    page = open_page(HERE)
    whole = page.locator("#events h2 .count").inner_text()
    page.mouse.move(*point(page, 0.8))
    page.mouse.down()
    page.mouse.move(*point(page, 0.9), steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to="))
    expect(page.locator("#events h2 .count")).not_to_have_text(whole)
    expect(page.locator("#events input[name=from]")).to_have_value(re.compile(r"\d{4}-\d\d-\d\d"))
    page.reload()
    expect(page.locator("#events h2 .count")).not_to_have_text(whole)
    page.mouse.click(*point(page, 0.2))  # beside what is brushed: it is taken back
    expect(page.locator("#events h2 .count")).to_have_text(whole)
    expect(page).to_have_url(re.compile(f"{HERE}$"))


def test_a_line_says_what_the_index_was_under_the_pointer(open_page: Open) -> None:
    page = open_page(HERE)
    page.mouse.move(*point(page, 0.5))
    expect(page.locator("figure output")).to_have_text(re.compile(r"\d{4}: [+−]\d+\.\d \(.* … .*\)"))


def point(page: Page, part: float) -> tuple[float, float]:
    """A place on the curve, so far along its axis of time."""
    expect(page.locator("figure.drawn")).to_have_count(1)
    plot = page.locator(".index_group path.background").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box
    return box["x"] + part * box["width"], box["y"] + box["height"] / 2
