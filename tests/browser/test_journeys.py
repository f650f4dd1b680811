"""What people come for, from the first click to the last."""

import csv
import io
import json
import pathlib
import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from browser.conftest import Open
from browser.site_pages import DYAD

Picture = Callable[..., None]
NEWS = """Menlu Jepang Kecam Uji Coba Rudal Korea Utara

Tokyo, 14 Mei 2025 - Menteri Luar Negeri Jepang mengecam uji coba rudal Korea Utara pada Rabu.
Korea Selatan menuduh Korea Utara melanggar perjanjian militer. Putin mengirim surat kepada Presiden Tiongkok.
"""


def test_follow_a_day_of_the_curve_to_a_sentence_in_its_article(open_page: Open, picture: Picture) -> None:
    page = open_page("/")
    picture(page, "1-front")
    page.get_by_label("One actor").fill("Korut")
    page.get_by_label("The other").fill("Russia")
    page.get_by_role("button", name="Open").click()
    expect(page).to_have_url(re.compile(f"{DYAD}$"))
    expect(page.locator("figure.drawn")).to_have_count(1)
    picture(page, "2-dyad")
    page.get_by_label("Why the index was so on").fill("2024-06-20")
    page.get_by_role("button", name="Explain").press("Enter")
    expect(page).to_have_url(re.compile(f"{DYAD}/index/2024-06-20"))
    picture(page, "3-day")
    page.locator("#acts tbody a").first.click()
    expect(page).to_have_url(re.compile("/events/"))
    picture(page, "4-event")
    page.locator("main a[href^='/claims/']").first.click()
    expect(page.locator("#sentence mark.mk-trigger").first).to_be_visible()
    picture(page, "5-claim")
    page.locator("figcaption a").first.click()
    expect(page).to_have_url(re.compile(r"/articles/.*#s\d+$"))
    expect(page.locator(page.url[page.url.index("#") :])).to_be_in_viewport()
    expect(page.locator(".text mark").first).to_be_visible()
    picture(page, "6-article")


def test_look_at_how_an_article_is_coded_then_add_it(open_page: Open, picture: Picture) -> None:
    page = open_page("/add", writes=True)
    page.get_by_label("Text of the article").fill(NEWS)
    page.get_by_label("Publisher").fill("Kabar Uji")
    picture(page, "1-form")
    page.get_by_role("button", name="Only look").click()
    expect(page.locator(".text mark").first).to_be_visible()
    expect(page.locator(".text")).to_contain_text("mengecam")
    picture(page, "2-looked")
    page.get_by_role("button", name="Add").click()
    expect(page.locator("h1")).to_contain_text("New articles: 1")
    picture(page, "3-added")
    page.locator("h2 a[href^='/articles/']").click()
    expect(page.locator(".text mark").first).to_be_visible()


def test_a_reader_without_the_token_may_look_only(open_page: Open) -> None:
    page = open_page("/add")
    expect(page.get_by_role("button", name="Add", exact=True)).to_have_count(0)
    page.get_by_label("Text of the article").fill(NEWS)
    page.get_by_role("button", name="Only look").click()
    expect(page.locator(".text mark").first).to_be_visible()


def test_correct_a_claim_and_take_it_back(open_page: Open, picture: Picture) -> None:
    page = open_page(f"{DYAD}/claims", writes=True)
    page.locator("tbody a[href^='/claims/']").first.click()
    _correct(page).get_by_label("Place").fill("Vladivostok")
    picture(page, "1-form")
    page.get_by_role("button", name="Save changes").click()
    expect(page.locator("main")).to_contain_text("Vladivostok")
    picture(page, "2-set")
    _correct(page)
    page.get_by_role("button", name="Reject: the text").click()
    expect(page.locator(".warned")).to_be_visible()
    picture(page, "3-rejected")
    for left in (1, 0):
        page.get_by_role("button", name="Take back").first.click()
        expect(page.get_by_role("button", name="Take back")).to_have_count(left)
    expect(page.locator(".warned")).to_have_count(0)
    page.goto("/overrides")
    expect(page.locator("tbody tr")).not_to_have_count(0)
    picture(page, "4-log")


def _correct(page: Page) -> Locator:
    """The form, unfolded and signed."""
    form = page.locator("details.correct")
    form.locator("summary").click()
    form.get_by_label("Your name").fill("A reader")
    return form


def test_downloads_are_what_they_say(open_page: Open, picture: Picture) -> None:
    page = open_page(f"{DYAD}/events")
    rows = list(
        csv.DictReader(io.StringIO(_downloaded(page, page.get_by_role("link", name="CSV")).decode("utf-8-sig")))
    )
    assert rows and all(row["id"] and row["type"] for row in rows)
    page.goto(DYAD)
    svg = _downloaded(page, page.get_by_role("link", name="SVG"))
    assert svg.startswith(b"<svg") and b"</svg>" in svg
    assert _downloaded(page, page.get_by_role("link", name="PNG")).startswith(b"\x89PNG\r\n\x1a\n")
    page.goto("/exports")
    picture(page)
    told = _downloaded(page, page.locator("a[href='/export/jsonl']").first).decode().splitlines()
    assert told and all(json.loads(line) for line in told)


def _downloaded(page: Page, link: Locator) -> bytes:
    """What a link gives, whether the browser would show it or keep it."""
    link.evaluate("(each) => each.setAttribute('download', '')")
    with page.expect_download() as download:
        link.click()
    return pathlib.Path(download.value.path()).read_bytes()


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
