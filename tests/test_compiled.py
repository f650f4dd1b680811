"""The coder compiled to C says what the plain one says. Runs where the compiled one is imported: `make compiled`."""

import os
import pathlib
import subprocess
import sys

import msgspec
import pytest

from pasut.coder import code
from pasut.pipeline import Kit, code_page
from pasut.read.file import read_paths
from pasut.records import Page

ROOT = pathlib.Path(__file__).parents[1]
ARTICLES = (ROOT / "src" / "pasut" / "examples", ROOT / "benchmarks" / "articles_en.jsonl")
CODE_EXAMPLES = f"import sys; sys.path.insert(0, {str(pathlib.Path(__file__).parent)!r}); import test_compiled as t"
COMPILED = not code.__file__.endswith(".py")


def code_examples() -> bytes:
    """Every packaged article and every English one of the benchmark, coded; as JSON."""
    kit = Kit()
    pages = [page for page in read_paths(ARTICLES) if isinstance(page, Page)]
    return msgspec.json.encode([code_page(page, kit)[1] for page in pages])


def test_the_compiled_coder_is_the_one_under_test_where_it_must_be() -> None:
    assert COMPILED or os.environ.get("PASUT_COMPILED") != "must"


@pytest.mark.skipif(not COMPILED, reason="the plain coder is imported; `make compiled` asks the compiled one")
def test_compiled_and_plain_coder_give_the_same_records() -> None:
    plain = subprocess.run(
        [sys.executable, "-c", f"{CODE_EXAMPLES}; assert not t.COMPILED; sys.stdout.buffer.write(t.code_examples())"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        check=True,
    )
    compiled = code_examples()
    assert compiled.count(b'"source"') > 400
    assert compiled == plain.stdout
