"""The packaged examples, read once, and what a report on North Korea and Russia is written from."""

import pathlib
from collections.abc import Iterator

import pytest

from pasut.pipeline import Kit, read_news
from pasut.show.names import Names
from pasut.show.report.document import Document
from pasut.show.report.material import gather_material
from pasut.show.report.writer import write_report
from pasut.show.words import words_in
from pasut.store import Store, open_store

EXAMPLES = pathlib.Path(__file__).parents[3] / "src" / "pasut" / "examples"


@pytest.fixture(scope="session")
def kit() -> Kit:
    return Kit()


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("report") / "examples.sqlite") as store:
        read_news([EXAMPLES], store=store)
        yield store


@pytest.fixture(scope="session", params=["id", "en"])
def document(request: pytest.FixtureRequest, examples: Store, kit: Kit) -> Document:
    words = words_in(request.param)
    material = gather_material(examples, ("PRK", "RUS"), kit, words)
    return write_report(material, Names(kit), words)
