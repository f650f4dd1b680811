"""What people come for, from the first click to the last."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from browser.conftest import Open


def test_switch_language_and_theme(open_page: Open, picture: Callable[..., None]) -> None:
    page = open_page("/dyad/PRK/RUS")
    expect(page.locator("h1")).to_have_text("North Korea and Russia")
    page.get_by_role("button", name="Indonesia").click()
    expect(page.locator("h1")).to_have_text("Korea Utara dan Rusia")
    expect(page).to_have_url(re.compile("/dyad/PRK/RUS$"))
    light = page.evaluate("getComputedStyle(document.body).color")
    page.get_by_role("button", name="gelap").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).color") != light
    picture(page)
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "id")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
