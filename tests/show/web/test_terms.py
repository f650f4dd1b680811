"""The page speaks both languages wholly, and says nothing it has no words for."""

import importlib.resources
import pathlib
import re
from string import Formatter

import pytest

from pasut.show.web.answer import environment
from pasut.show.web.terms import load_terms

WEB = importlib.resources.files("pasut.show.web")
USED = re.compile(r"""\b(?:t|terms)\(\s*f?["']([a-z_]+\.[a-z_0-9]+)["']""")
STARTS = re.compile(r"""\b(?:t|terms)\(\s*(?:["']([a-z_]+\.[a-z_0-9]*_)["']\s*~|f["']([a-z_]+\.[a-z_0-9]*){)""")


def sources() -> str:
    files = [file for file in sorted(pathlib.Path(str(WEB)).rglob("*")) if file.suffix in (".py", ".jinja")]
    return "\n".join(file.read_text() for file in files)


def test_both_languages_have_the_same_terms_in_the_same_order() -> None:
    terms = load_terms()
    assert list(terms["id"]) == list(terms["en"])


@pytest.mark.parametrize("name", load_terms()["en"])
def test_a_term_has_the_same_blanks_in_both_languages(name: str) -> None:
    blanks = [{field for _, field, _, _ in Formatter().parse(load_terms()[each][name])} for each in ("id", "en")]
    assert blanks[0] == blanks[1]


def test_every_term_that_is_used_is_there() -> None:
    assert {name for name in USED.findall(sources()) if not name.endswith("_")} <= set(load_terms()["en"])


def test_every_term_that_is_there_is_used() -> None:
    source = sources()
    used, starts = set(USED.findall(source)), {a or b for a, b in STARTS.findall(source)}
    unused = {name for name in load_terms()["en"] if name not in used and not name.startswith(tuple(starts))}
    assert not unused


def test_every_template_compiles() -> None:
    made = environment()
    assert [made.get_template(name) for name in made.list_templates()]
