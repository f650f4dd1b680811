"""Fixtures for all tests: few, and boringly named."""

import datetime as dt
import functools
import gc
import pathlib
import shutil
from collections.abc import Iterator

import hypothesis
import pytest

import pasut.pipeline
from makers import EXAMPLES, coded_page
from pasut.packs.load import load_pack
from pasut.packs.names import ActorNames, load_actor_names
from pasut.packs.pack import Pack
from pasut.store import Store, open_store
from pasut.world.load import World, load_world

# A busy machine is no failure, hence no deadline. Everybody waits for the suite, hence half of the usual examples;
# `pytest --hypothesis-profile=thorough` tries more.
hypothesis.settings.register_profile("quick", deadline=None, max_examples=50)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=500)
hypothesis.settings.load_profile("quick")


def pytest_configure() -> None:
    """Let every kit of one run share its packs and world: they are never changed, and dear to load.

    `tests/packs` and `tests/world` load their own.
    """
    gc.set_threshold(50_000, 20, 50)  # packs are a million objects that stay, and each full collection walks them all
    shared = pytest.MonkeyPatch()
    shared.setattr("pasut.pipeline.load_world", _world)
    shared.setattr("pasut.pipeline.load_pack", lambda language, *_: _pack(language))
    shared.setattr("pasut.pipeline.load_actor_names", lambda language, *_: _actor_names(language))


@functools.cache
def _world() -> World:
    return load_world()


@functools.cache
def _pack(language: str) -> Pack:
    return load_pack(language, _world())


@functools.cache
def _actor_names(language: str) -> ActorNames:
    return load_actor_names(language, _world())


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make golden` gives --golden: rewrite expected output instead of comparing with it."""
    parser.addoption("--golden", action="store_true", help="rewrite the expected output")


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    """No test meets the user's own store, language, colours or clock."""
    for name in ("PASUT_STORE", "PASUT_DEBUG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PASUT_LANG", "en")


@pytest.fixture
def fixed_clock() -> dt.datetime:
    """A moment that never passes."""
    return dt.datetime(2025, 3, 1, 12, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A store with nothing in it, to copy: to make the tables takes longer than most tests."""
    place = tmp_path_factory.mktemp("empty") / "empty.sqlite"
    open_store(place).close()
    return place


@pytest.fixture
def fresh_store(empty: pathlib.Path, tmp_path: pathlib.Path, fixed_clock: dt.datetime) -> Iterator[Store]:
    """An empty store in a file of its own."""
    with open_store(shutil.copy(empty, tmp_path / "fresh.sqlite"), clock=lambda: fixed_clock) as store:
        yield store


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A store of all packaged examples, read once; a test that writes takes `examples_copy`."""
    place = tmp_path_factory.mktemp("examples") / "case.sqlite"
    with open_store(place) as store:
        pasut.pipeline.read_news([EXAMPLES], store=store)
    return place


@pytest.fixture
def examples_copy(examples: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    """A store of all packaged examples, to write in."""
    return pathlib.Path(shutil.copy(examples, tmp_path / "case.sqlite"))


@pytest.fixture
def simple_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for clean and code: the first sentence of every page is one claim, PRK giving arms to RUS."""
    monkeypatch.setattr(pasut.pipeline, "code_page", coded_page)
