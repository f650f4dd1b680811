"""What a page costs and carries: its weight, its charts with all that belongs to them, no code or style in its text."""

import re

import pytest
from playwright.sync_api import Response, expect

from browser.conftest import Open
from browser.site_pages import DYAD

BUDGET = 300_000
"""Bytes of a dyad's page with all it loads, without the bundle that draws charts."""
SPEC = re.compile(r"<script type=.application/json.*?</script>", re.DOTALL)
"""What a chart shows: data, which no browser runs."""
CODE = re.compile(r"<style|<[^>]+\s(style|on[a-z]+)=\"")
CHARTED = (DYAD, "/map/PRK", "/network", "/triangle/CHN/PRK/RUS", "/hedge/PRK/CHN/RUS")


def test_a_dyad_weighs_little(open_page: Open) -> None:
    page = open_page("about:blank")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(DYAD)
    expect(page.locator("figure.drawn")).to_have_count(1)
    weights = {each.url: len(each.body()) for each in answers if "vega" not in each.url}
    assert len(weights) >= 4
    assert sum(weights.values()) < BUDGET, weights


@pytest.mark.parametrize("url", CHARTED)
def test_a_chart_has_a_caption_a_table_and_pictures(open_page: Open, url: str) -> None:
    page = open_page(url, scripts=False)
    figures = page.locator("figure.chart").all()
    assert figures
    for figure in figures:
        expect(figure.locator("figcaption")).to_contain_text(re.compile(r"\w{3}"))
        table, svg, png = (each.get_attribute("href") or "" for each in figure.locator("figcaption .links a").all())
        assert page.locator(f"{table} tbody tr").count()
        for picture, media in ((svg, "image/svg+xml"), (png, "image/png")):
            answer = page.request.get(picture)
            assert answer.ok and answer.headers["content-type"].startswith(media)


@pytest.mark.parametrize("url", ["/", "/methodology", "/add", *CHARTED])
def test_no_code_and_no_style_stands_in_the_text(open_page: Open, url: str) -> None:
    text = SPEC.sub("", open_page("about:blank").request.get(url).text())
    assert not CODE.search(text)
    assert all(" src=" in each for each in re.findall("<script[^>]*>", text))
