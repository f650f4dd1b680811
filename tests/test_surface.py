"""The public names are exactly these, and each says what it is."""

import subprocess
import sys
import types

import pasut


def test_the_public_names_are_sorted_and_there() -> None:
    assert pasut.__all__ == sorted(pasut.__all__)
    assert all(hasattr(pasut, name) for name in pasut.__all__)


def test_nothing_else_is_public() -> None:
    own = {
        name
        for name, value in vars(pasut).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert own == set(pasut.__all__)


def test_every_public_name_has_a_docstring() -> None:
    assert all(getattr(pasut, name).__doc__ for name in pasut.__all__)


WATCHED_IMPORT = """
import sys

def watch(event, arguments):
    if event == "open" and str(arguments[0]).endswith((".tsv", ".toml", ".sqlite")):
        sys.exit(3)

sys.addaudithook(watch)
import pasut
"""


def test_importing_opens_and_reads_nothing() -> None:
    assert subprocess.run([sys.executable, "-c", WATCHED_IMPORT], check=False).returncode == 0
