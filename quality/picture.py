"""Draw the picture in README.md: the relation of North Korea and Russia, as the packaged examples tell it.

`python quality/picture.py` writes docs/picture.svg. Run it when the index or the examples have changed.
"""

import pathlib
import tempfile

from pasut.pipeline import Kit, read_news
from pasut.show.report.chart import curve_spec
from pasut.show.report.material import gather_material
from pasut.show.report.render import chart_svg
from pasut.show.words import words_in
from pasut.store import open_store

ROOT = pathlib.Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "picture.svg"
EXAMPLES = ROOT / "src" / "pasut" / "examples"


def main() -> None:
    """Read the examples into a store of their own, measure, draw."""
    with tempfile.TemporaryDirectory() as folder, open_store(pathlib.Path(folder) / "examples.sqlite") as store:
        read_news([EXAMPLES], store=store)
        material = gather_material(store, ("PRK", "RUS"), Kit(), words_in("en"))
        spec = curve_spec(material.relation, title="points of the PLOVER scale", width=760, height=240)
        PICTURE.write_text(chart_svg(spec) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
