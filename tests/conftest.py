"""Fixtures for all tests: few, and boringly named."""

import datetime as dt
import pathlib
from collections.abc import Iterator

import hypothesis
import pytest

import pasut.pipeline
from makers import coded_page
from pasut.store import Store, open_store

hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make golden` gives --golden: rewrite expected output instead of comparing with it."""
    parser.addoption("--golden", action="store_true", help="rewrite the expected output")


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    """No test meets the user's own store, language, colours or clock."""
    for name in ("PASUT_STORE", "PASUT_DEBUG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("PASUT_LANG", "en")


@pytest.fixture
def fixed_clock() -> dt.datetime:
    """A moment that never passes."""
    return dt.datetime(2025, 3, 1, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def fresh_store(tmp_path: pathlib.Path, fixed_clock: dt.datetime) -> Iterator[Store]:
    """An empty store in a file of its own."""
    with open_store(tmp_path / "fresh.sqlite", clock=lambda: fixed_clock) as store:
        yield store


@pytest.fixture
def simple_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for clean and code: the first sentence of every page is one claim, PRK giving arms to RUS."""
    monkeypatch.setattr(pasut.pipeline, "code_page", coded_page)
