"""Draw the pictures in README.md: the relation of North Korea and Russia, as the packaged examples tell it.

`python quality/picture.py` writes docs/picture.svg, and docs/page.png where there is a Chromium (see `make browser`).
Run it when the index, the page or the examples have changed.
"""

import pathlib
import shutil
import tempfile
import threading

from playwright.sync_api import sync_playwright

from pasut.pipeline import Kit, read_news
from pasut.show.report.chart import curve_spec
from pasut.show.report.material import gather_material
from pasut.show.report.render import chart_svg
from pasut.show.web.server import run_server, server_socket
from pasut.show.words import words_in
from pasut.store import open_store

ROOT = pathlib.Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "picture.svg"
PAGE = ROOT / "docs" / "page.png"
EXAMPLES = ROOT / "src" / "pasut" / "examples"


def main() -> None:
    """Read the examples into a store of their own, measure, draw."""
    with tempfile.TemporaryDirectory() as folder, open_store(pathlib.Path(folder) / "examples.sqlite") as store:
        read_news([EXAMPLES], store=store)
        material = gather_material(store, ("PRK", "RUS"), Kit(), words_in("en"))
        spec = curve_spec(material.relation, title="points of the PLOVER scale", language="en", width=760)
        PICTURE.write_text(chart_svg(spec) + "\n", encoding="utf-8")
        store.merge()
        if browser := shutil.which("chromium"):
            photograph(store.path, browser)


def photograph(place: pathlib.Path, browser: str) -> None:
    """Take the picture of a dyad's page, as a reader first sees it."""
    with server_socket("127.0.0.1", 0) as listening:
        serving = threading.Thread(
            target=run_server, args=(place, listening), kwargs={"token": None, "hosts": ()}, daemon=True
        )
        serving.start()
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
            page = opened.new_page(viewport={"width": 1180, "height": 860})
            page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}/dyad/PRK/RUS")
            page.wait_for_selector("figure.drawn")
            page.screenshot(path=PAGE)
            opened.close()


if __name__ == "__main__":
    main()
