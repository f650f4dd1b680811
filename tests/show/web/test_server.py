"""What the server does before it serves."""

import ctypes

import pytest

from pasut.show.web.server import share_arenas


class Library:
    """A C library that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def mallopt(self, name: int, value: int) -> int:
        """Note it."""
        self.told.append((name, value))
        return 1


class Another:
    """A C library that has no such setting, and notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> object:
        self.asked.append(name)
        raise AttributeError(name)


def test_threads_take_memory_from_few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    share_arenas()
    assert library.told == [(-8, 2)]


def test_another_c_library_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Another()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    share_arenas()
    assert library.asked == ["mallopt"]
