"""A store with two articles, and the command line run on it."""

import datetime as dt
import pathlib
import shutil

import pytest

from makers import Run, day, make_article, make_claim, make_coding
from pasut.records import Actor, ActorCode, Coding, Page
from pasut.show.cli import run
from pasut.store import open_store


@pytest.fixture
def filled(empty: pathlib.Path, tmp_path: pathlib.Path, fixed_clock: dt.datetime) -> pathlib.Path:
    """An allegation with its denial, and a visit that is planned."""
    place = pathlib.Path(shutil.copy(empty, tmp_path / "filled.sqlite"))
    first = make_article("one")
    second = make_article("two", "Putin akan mengunjungi Pyongyang.", title=None, publisher=None)
    visit = make_claim(
        second,
        type="CONSULT",
        mode="visit",
        status="planned",
        speaker=(),
        medium=(),
        when=day(2024, 6, 19),
        sentence_text="Putin akan mengunjungi Pyongyang.",
        source=(Actor(code=ActorCode("RUS"), person="Vladimir Putin", office="head_of_state"),),
        target=(Actor(code=ActorCode("PRK")),),
        object=None,
        steps=(),
    )
    with open_store(place, clock=lambda: fixed_clock) as store:
        store.add(first, make_coding(first), {"1": Page(key="one", text="", source="one.txt")})
        store.add(second, Coding(article=second.id, claims=(visit,)), {"2": Page(key="two", text="", source="two.txt")})
    return place


@pytest.fixture
def pasut(filled: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the filled store: exit status, output, errors."""

    def command(*arguments: str) -> tuple[int, str, str]:
        status = run([*arguments, "--store", str(filled)])
        out, err = capsys.readouterr()
        return status, out, err

    return command
