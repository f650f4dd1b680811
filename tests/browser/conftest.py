"""`pasut serve` in a process of its own, over the packaged examples, and Debian's Chromium looking at it.

Every page that a test opens is watched: an error on the console, a script that fails, or a request to another host
fails the test. Pictures are kept in build/screenshots.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize, sync_playwright

ROOT = pathlib.Path(__file__).parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
TOKEN = "a-token-for-tests"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""As root Chromium has no sandbox to offer; the others keep it from asking its maker's hosts for anything."""
WIDE: ViewportSize = {"width": 1200, "height": 900}
NARROW: ViewportSize = {"width": 360, "height": 740}
PATIENCE = 20.0
"""Seconds that the server may take to start on a busy machine."""

Open = Callable[..., Page]
Theme = Literal["light", "dark"]


def browser_path() -> str | None:
    """Where Chromium is; None where it is not."""
    return os.environ.get("PASUT_BROWSER") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these tests are skipped, and say how to get one; CI insists on it."""
    if browser_path() or os.environ.get("PASUT_BROWSER_TESTS") == "required":
        return
    skip = pytest.mark.skip(reason="there is no Chromium here: run `make browser` as root, or set PASUT_BROWSER")
    for item in items:
        if "browser" in pathlib.Path(item.fspath).parts:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=browser_path(), args=[*FLAGS])
        yield made
        made.close()


@pytest.fixture(scope="session")
def address(examples: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site answers."""
    place = tmp_path_factory.mktemp("served") / "store.sqlite"
    shutil.copy(examples, place)
    command = [sys.executable, "-m", "pasut", "serve", "--store", str(place), "--port", "0", "--token", TOKEN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PASUT_LANG": "en"}) as served:
        assert served.stdout
        url = served.stdout.readline().split()[-1]
        _wait_for(url)
        yield url.rstrip("/")
        served.terminate()


def _wait_for(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(url).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@pytest.fixture(scope="session")
def rooms(browser: Browser, address: str) -> Callable[..., BrowserContext]:
    """Rooms of the browser by what they are like; each is made once, for what it costs."""
    made: dict[tuple[object, ...], BrowserContext] = {}

    def room(size: ViewportSize, language: str, theme: Theme, scripts: bool) -> BrowserContext:
        key = (size["width"], language, theme, scripts)
        if key not in made:
            made[key] = browser.new_context(
                viewport=size, locale=language, java_script_enabled=scripts, base_url=address, accept_downloads=True,
                color_scheme=theme, reduced_motion="reduce",
            )  # fmt: skip
        return made[key]

    return room


@pytest.fixture
def open_page(rooms: Callable[..., BrowserContext], address: str) -> Iterator[Open]:
    """Open an address of the site, without cookies of an earlier test: `open_page("/", size=NARROW, theme="dark")`."""
    pages: list[Page] = []
    wrong: list[str] = []

    def refuse_strangers(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != urlsplit(address).netloc:
            wrong.append(f"asked another host: {request.url}")

    def look(url: str, *, size: ViewportSize = WIDE, language: str = "en", theme: Theme = "light",
             scripts: bool = True, writes: bool = False) -> Page:  # fmt: skip
        page = rooms(size, language, theme, scripts).new_page()
        pages.append(page)
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if _is_wrong(said) else None)
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("request", refuse_strangers)
        if writes:
            page.goto(f"/token?token={TOKEN}")
        page.goto(url)
        return page

    yield look
    for page in pages:
        page.context.clear_cookies()
        page.close()
    assert not wrong


def _is_wrong(said: ConsoleMessage) -> bool:
    """A page that is not there is no fault of the page; Chromium calls it an error all the same."""
    return said.type == "error" and "the server responded with a status of 404" not in said.text


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keep a picture of a page, under the name of the test."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str = "") -> None:
        stem = re.sub(r"\W+", "-", request.node.name.removeprefix("test_")).strip("-")
        page.screenshot(path=SCREENSHOTS / f"{stem}{'-' + name if name else ''}.png", full_page=True)

    return take
