"""Help and what is said of wrong use, in Indonesian: nothing of it is left in English."""

import inspect
import re

import pytest
import typer.core
import typer.main

from pasut.show.cli import COMMANDS, app, run
from pasut.show.words import words_in


def _told() -> list[str]:
    """Every paragraph that the program, its commands and their options say of themselves, in English."""
    program = typer.main.get_command(app)
    assert isinstance(program, typer.core.TyperGroup)
    found: list[str | None] = []
    for command in (program, *(program.commands[name] for name in COMMANDS)):
        found += [command.help, *(getattr(each, "help", None) for each in command.params)]
    paragraphs = (re.split(r"\n\s*\n", inspect.cleandoc(each)) for each in found if each)
    return sorted({" ".join(each.split()) for several in paragraphs for each in several})


def test_all_help_has_its_words_in_indonesian() -> None:
    words = words_in("id")
    assert not [text for text in _told() if words.prose("help", text) == text and "Shoigu" not in text]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_indonesian_leaves_no_word_of_typer_in_english(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASUT_LANG", "id")
    assert run([*filter(None, [command]), "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Pakai: pasut")
    assert not re.findall(r"Usage|Options|Commands|Arguments|OPTIONS|\bdefault\b|required|Show ", shown)


def test_the_language_of_the_labels_is_that_of_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    run(["events", "--lang", "id", "--help"])
    assert "[wajib]" in capsys.readouterr().out
    run(["events", "--help"])
    assert "[required]" in capsys.readouterr().out


def test_the_list_of_commands_cuts_no_sentence_short(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("evens", "tidak ada perintah 'evens'; apakah maksudnya"),
        ("events", "argumen 'a' belum diberikan"),
        ("events a b c", "ada argumen yang berlebih: c"),
        ("events a --stor x", "tidak ada pilihan --stor; apakah maksudnya"),
        ("events a --from", "pilihan '--from' memerlukan nilai"),
        ("events a b --status x", "nilai untuk '--status' salah: 'x' bukan salah satu dari"),
        ("export", "pilihan '--format' belum diberikan; pilih dari scoring"),
    ],
)
def test_wrong_use_is_told_in_indonesian(
    typed: str, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASUT_LANG", "id")
    assert run(typed.split()) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.endswith("; lihat `pasut --help`\n")
