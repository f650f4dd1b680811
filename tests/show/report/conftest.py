"""What a report on North Korea and Russia is written from."""

import pathlib
from collections.abc import Iterator

import pytest

from pasut.pipeline import Kit
from pasut.show.names import Names
from pasut.show.report.document import Document
from pasut.show.report.material import gather_material
from pasut.show.report.writer import write_report
from pasut.show.words import words_in
from pasut.store import Store, open_store


@pytest.fixture(scope="session")
def kit() -> Kit:
    return Kit()


@pytest.fixture(scope="session")
def opened(examples: pathlib.Path) -> Iterator[Store]:
    with open_store(examples) as store:
        yield store


@pytest.fixture(scope="session", params=["id", "en"])
def document(request: pytest.FixtureRequest, opened: Store, kit: Kit) -> Document:
    words = words_in(request.param)
    material = gather_material(opened, ("PRK", "RUS"), kit, words)
    return write_report(material, Names(kit), words)
