"""What the program can do is documented, links lead somewhere, and the examples in the documents are true."""

import doctest
import importlib
import pathlib
import pkgutil
import re
from types import ModuleType
from typing import get_args

import pytest

import pasut
from pasut.records import Actor, Claim, Direction, EventType, Status
from pasut.show.cli import COMMANDS, run

ROOT = pathlib.Path(__file__).parents[1]
README = ROOT / "README.md"
FOLDERS = ("docs", "tests", "benchmarks", "src/pasut")
PAGES = sorted({*ROOT.glob("*.md"), *(page for name in FOLDERS for page in (ROOT / name).rglob("*.md"))})
PAGES = [page for page in PAGES if "examples" not in page.parts]  # those are articles
EXAMPLE = re.compile(r"(<!-- example: (?P<command>.+?) -->\n).*?(<!-- /example -->)", re.S)
ELLIPSIS = "[...] lines left out here"
WIDTH = 100
"""Columns of the terminal that the README shows."""
FIRST, LAST = 4, 2
"""Claims of the example that are shown from its beginning and its end."""


def modules() -> list[str]:
    """Every module of the package but the one that runs it."""
    found = pkgutil.walk_packages(pasut.__path__, "pasut.")
    return [module.name for module in found if "__main__" not in module.name and ".versions." not in module.name]


@pytest.fixture(scope="module")
def words() -> str:
    return (ROOT / "docs" / "words.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"| `pasut {command}" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", [*get_args(EventType), *get_args(Status)])
def test_every_type_and_status_is_in_the_glossary(word: str, words: str) -> None:
    assert f"| {word} |" in words


def test_every_direction_is_in_the_glossary(words: str) -> None:
    assert all(re.search(rf"\b{word}\b", words) for word in get_args(Direction))


def test_every_public_record_is_in_the_glossary(words: str) -> None:
    records = {name for name in pasut.__all__ if isinstance(getattr(pasut, name), type)} - {"PasutError"}
    missing = [name for name in records if f": {name}`" not in words]
    assert not missing


def test_every_field_of_a_claim_is_in_the_glossary(words: str) -> None:
    told = {name for cell in re.findall(r"^\| ([a-z_, ]+) \|", words, re.M) for name in cell.split(", ")}
    assert {*Claim.__struct_fields__, *Actor.__struct_fields__} <= told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: pathlib.Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        place, _, part = link.partition("#")
        target = (page.parent / place) if place else page
        assert target.exists(), f"{page.name}: {link}"
        if part:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.M)
            assert part in {heading.lower().replace(" ", "-") for heading in headings}, f"{page.name}: {link}"


def test_every_document_can_be_reached_from_the_readme() -> None:
    seen: set[pathlib.Path] = set()
    left = [README]
    while left:
        page = left.pop()
        if page in seen:
            continue
        seen.add(page)
        links = re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8"))
        left += [(page.parent / link).resolve() for link in links if "://" not in link]
    assert set((ROOT / "docs").rglob("*.md")) <= seen


@pytest.mark.parametrize("name", modules())
def test_doctests_hold(name: str) -> None:
    module: ModuleType = importlib.import_module(name)
    assert doctest.testmod(module).failed == 0


def test_there_are_doctests_and_modules_to_run() -> None:
    assert len(modules()) > 40
    sources = (ROOT / "src" / "pasut").rglob("*.py")
    assert sum(">>> " in source.read_text(encoding="utf-8") for source in sources) >= 5


def test_every_module_says_what_it_is() -> None:
    assert not [name for name in modules() if not (importlib.import_module(name).__doc__ or "").strip()]


def test_the_example_in_the_readme_is_real(
    examples: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    text = README.read_text(encoding="utf-8")
    found = EXAMPLE.search(text)
    assert found, "the README has no example"
    for name, value in {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)
    assert run([*found["command"].split(), "--store", str(examples)]) == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    shown = _shortened([line.rstrip() for line in plain.splitlines()])
    command = f"$ pasut {found['command']} --store case.sqlite"
    block = "\n".join(("```text", command, *shown, "```"))
    if request.config.getoption("--golden"):
        README.write_text(EXAMPLE.sub(lambda m: f"{m[1]}{block}\n{m[3]}", text), encoding="utf-8")
        _name_claim(shown[2].split()[-1])
    assert block in README.read_text(encoding="utf-8"), "run `make golden` and read the difference"


def _name_claim(claim: str) -> None:
    """Let the commands that explain a claim explain the first one of the example."""
    for page in (README, ROOT / "docs" / "start.md"):
        text = page.read_text(encoding="utf-8")
        named = re.sub(r"pasut (explain|correct) [0-9a-f]{10}", rf"pasut \1 {claim}", text)
        page.write_text(named, encoding="utf-8")


def _shortened(lines: list[str]) -> list[str]:
    """Title, headings, the first and the last claims; a claim's sentence stands indented under it."""
    begins = [at for at, line in enumerate(lines) if not line.startswith(" ")][2:]
    if len(begins) <= FIRST + LAST:
        return lines
    return [*lines[: begins[FIRST]], ELLIPSIS, *lines[begins[-LAST] :]]


def test_the_commands_of_the_first_steps_work(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "docs" / "start.md").read_text(encoding="utf-8")
    monkeypatch.setenv("PASUT_STORE", str(tmp_path / "case.sqlite"))
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("pasut ")]
    commands = [line for line in lines if " serve" not in line]  # which serves until somebody stops it
    assert len(commands) > 10
    for command in commands:
        words = _arguments(command, tmp_path)
        assert run(words) == 0, f"{command}: {capsys.readouterr().err}"


def _arguments(command: str, folder: pathlib.Path) -> list[str]:
    """The arguments of a command as a shell would give them, its files moved to `folder`."""
    found = re.findall(r'"([^"]*)"|(\S+)', command.partition(" > ")[0])
    words = [quoted or plain for quoted, plain in found][1:]
    moved = {"case.sqlite": str(folder / "case.sqlite"), "claims.csv": str(folder / "claims.csv")}
    return [moved.get(word, str(ROOT / word) if word.startswith("src/") else word) for word in words]
