"""Every kind of page is for everybody: the rules of WCAG 2.2 AA, narrow screens, no scripts, a keyboard alone."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import NARROW, Open

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PAGES = ("/", "/dyad/PRK/RUS", "/cite?url=/dyad/PRK/RUS", "/nowhere")
"""One of each kind."""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing_wrong(open_page: Open, url: str, theme: str) -> None:
    page = open_page(url, theme=theme)
    _wait_for_charts(page)
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found]


@pytest.mark.parametrize("url", PAGES)
def test_a_narrow_screen_needs_no_scrolling_sideways(open_page: Open, picture: Callable[..., None], url: str) -> None:
    page = open_page(url, size=NARROW)
    _wait_for_charts(page)
    picture(page)
    width = page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
    assert width <= NARROW["width"]


@pytest.mark.parametrize("url", PAGES)
def test_a_page_says_the_same_without_scripts(open_page: Open, url: str) -> None:
    with_scripts, without = open_page(url), open_page(url, scripts=False)
    assert with_scripts.locator("main h1").inner_text() == without.locator("main h1").inner_text()
    assert with_scripts.locator("main tbody tr").count() == without.locator("main tbody tr").count()


def test_the_keyboard_reaches_search_rows_and_help(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("j")
    expect(page.locator("tr.chosen")).to_have_count(1)
    first = page.locator("tr.chosen a").first.get_attribute("href")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator("tr.chosen a").first.get_attribute("href") == first
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def _wait_for_charts(page: Page) -> None:
    for figure in page.locator("figure.chart").all():
        expect(figure).to_have_class("chart drawn")
