"""Where output goes: a terminal gets colour and wraps, a pipe gets plain whole lines."""

import io
import os
import sys
import unicodedata

from rich.console import Console, RenderableType

PIPE_WIDTH = 100_000
"""Wide enough that no table is ever cut off or wrapped on its way into another program."""


class Screen:
    """Standard output, as a terminal or a pipe."""

    def __init__(self) -> None:
        self._console = Console(highlight=False, emoji=False, markup=False)
        self.is_terminal = self._console.is_terminal
        self.has_colour = self._console.color_system is not None and not self._console.no_color
        self.width = self._console.width if self.is_terminal else PIPE_WIDTH

    def print(self, what: RenderableType = "") -> None:
        """Print something of rich's; in a pipe without colour, padding or line breaks of its own."""
        if self.is_terminal:
            self._console.print(what)
            return
        plain = io.StringIO()
        Console(file=plain, width=PIPE_WIDTH, highlight=False, emoji=False, markup=False, color_system=None).print(what)
        self.write("".join(line.rstrip() + "\n" for line in plain.getvalue().splitlines()))

    def write(self, text: str) -> None:
        """Write text as it is."""
        sys.stdout.write(text)
        sys.stdout.flush()


def complain(message: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"pasut: {clean(message)}\n")
    sys.stderr.flush()


def progress_console() -> Console | None:
    """The console of a progress bar: standard error, when it is a terminal that can draw one."""
    console = Console(stderr=True)
    return console if console.is_terminal and os.environ.get("TERM") != "dumb" else None


def clean(text: str) -> str:
    """Text on one line, without the control characters by which a scraped page could steer a terminal."""
    spaced = " ".join(text.split())
    return "".join(char for char in spaced if unicodedata.category(char) != "Cc" and char not in _TURNS)


_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of writing, and with it what a reader takes a line to say."""
