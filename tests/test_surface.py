"""The public names are exactly these, and each says what it is."""

import pathlib
import subprocess
import sys
import types

import pytest

import pasut


def test_the_public_names_are_sorted_and_there() -> None:
    assert pasut.__all__ == sorted(pasut.__all__)
    assert all(hasattr(pasut, name) for name in pasut.__all__)


def test_nothing_else_is_public() -> None:
    own = {name for name in dir(pasut) if not name.startswith("_") and name != "TYPE_CHECKING"}
    assert {name for name in own if not isinstance(getattr(pasut, name), types.ModuleType)} == set(pasut.__all__)


def test_every_public_name_has_a_docstring() -> None:
    assert all(getattr(pasut, name).__doc__ for name in pasut.__all__)


WATCHED_IMPORT = """
import sys

def watch(event, arguments):
    if event == "open" and str(arguments[0]).endswith((".tsv", ".toml", ".sqlite")):
        sys.exit(3)

sys.addaudithook(watch)
import pasut
[getattr(pasut, name) for name in pasut.__all__]
"""


def test_importing_opens_and_reads_nothing() -> None:
    assert subprocess.run([sys.executable, "-c", WATCHED_IMPORT], check=False).returncode == 0


def test_a_name_that_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="no attribute 'tide'"):
        pasut.tide  # type: ignore[attr-defined]  # noqa: B018


# What a command imports that has no use for it: each takes as long to import as a sentence to parse, or longer.
HEAVY = {"numpy", "simplemma", "jinja2", "icalendar", "alembic", "py3langid", "pasut.show.report"}
QUICK_COMMAND = f"""
import sys
from pasut.show.cli import run

status = run(["parse", "Pyongyang mengirim peluru ke Moskwa.", "--read-as", "id"])
sys.exit(status or ", ".join({HEAVY} & sys.modules.keys()) or 0)
"""


def test_a_quick_command_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", QUICK_COMMAND], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


LONGEST = 400
"""Lines of a module at the most: what needs more says two things."""


def test_no_module_is_too_long() -> None:
    modules = pathlib.Path(pasut.__file__).parent.rglob("*.py")
    sizes = {str(module): len(module.read_text(encoding="utf-8").splitlines()) for module in modules}
    assert {name: size for name, size in sizes.items() if size > LONGEST} == {}
