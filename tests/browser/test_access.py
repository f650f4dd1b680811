"""Every kind of page is for everybody: the rules of WCAG 2.2 AA, narrow screens, no scripts, a keyboard alone."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import NARROW, Open
from browser.site_pages import DYAD, PAGES, ids_of

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
DARK_RULES = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All that can change with the colours."""
HEADINGS = "[...document.querySelectorAll('main h1, main h2, main h3, main h4')].map((each) => each.tagName[1])"


@pytest.fixture(scope="session")
def ids(address: str) -> dict[str, str]:
    return ids_of(address)


@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing_wrong_and_headings_stand_in_order(open_page: Open, ids: dict[str, str], url: str) -> None:
    page = open_page(url.format(**ids))
    _wait_for_charts(page)
    _unfold(page)
    assert not _violations(page, RULES)
    page.emulate_media(color_scheme="dark")
    assert not _violations(page, DARK_RULES)
    levels = _levels(page)
    assert levels[0] == levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("url", PAGES)
def test_a_narrow_page_fits_and_says_the_same_without_scripts(
    open_page: Open, picture: Callable[..., None], ids: dict[str, str], url: str
) -> None:
    address = url.format(**ids)
    page, plain = open_page(address, size=NARROW), open_page(address, size=NARROW, scripts=False)
    _wait_for_charts(page)
    picture(page)
    assert _width(page) <= NARROW["width"]
    assert _said(page) == _said(plain)


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
    expect(page.locator("tr.chosen a").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_enter_opens_the_chosen_row_and_g_leads_home(open_page: Open, address: str) -> None:
    page = open_page("/")
    page.keyboard.press("j")
    there = page.locator("tr.chosen a").first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{there}")
    page.wait_for_load_state()  # until then its keys do nothing
    page.keyboard.press("g")
    expect(page).to_have_url(f"{address}/")


def test_the_first_key_skips_to_the_content_and_focus_is_seen(open_page: Open) -> None:
    page = open_page(DYAD)
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def _wait_for_charts(page: Page) -> None:
    for figure in page.locator("figure[data-chart]").all():
        expect(figure).to_have_class("chart drawn")


def _unfold(page: Page) -> None:
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def _violations(page: Page, rules: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    found = Axe().run(page, options=rules).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found]


def _width(page: Page) -> int:
    return int(page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"))


def _said(page: Page) -> tuple[str, int]:
    """The title, and how many rows there are."""
    return page.locator("main h1").inner_text(), page.locator("main tbody tr").count()


def _levels(page: Page) -> list[int]:
    return [int(each) for each in page.evaluate(HEADINGS)]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_narrow_screen_opens_and_leads_on_with_the_keyboard_alone(
    open_page: Open, address: str, scripts: bool
) -> None:
    page = open_page("/", size=NARROW, scripts=scripts)
    menu = page.locator("details.menu")
    expect(menu.get_by_role("link", name="Exports")).to_be_hidden()
    menu.locator("summary").press("Enter")
    expect(menu.get_by_role("link", name="Actors")).to_be_visible()
    menu.get_by_role("link", name="Exports").press("Enter")
    expect(page).to_have_url(f"{address}/exports")


def test_the_menu_closes_when_something_else_is_asked_for(open_page: Open) -> None:
    page = open_page("/")
    menu = page.locator("details.menu")
    menu.locator("summary").press("Enter")
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="Exports")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    page.get_by_role("heading", level=1).click()
    expect(menu.get_by_role("link", name="Exports")).to_be_hidden()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_head_of_a_page_is_one_row(open_page: Open, language: str) -> None:
    page = open_page("/actors", language=language)
    tops = page.evaluate(
        "[...document.querySelectorAll('.brand, .main-menu a, .find input, .sign')].map((each) => "
        "{ const box = each.getBoundingClientRect(); return box.top + box.height / 2; })"
    )
    assert max(tops) - min(tops) < 12
