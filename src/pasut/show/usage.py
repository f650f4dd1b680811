"""What the command line says of itself, in the reader's language: its help, and what is said where it is used wrongly.

The English is that of the commands and of typer. Typer has words of its own in English only, and takes others from no
one but the system's gettext files: those few are replaced where they stand in the finished help.
"""

import inspect
import re

import typer
import typer.core

from pasut.show.words import Words

OF_TYPER = {
    "id": {
        r"(?m)^Usage: ": "Pakai: ",
        r"(?m)^Arguments:$": "Argumen:",
        r"(?m)^Options:$": "Pilihan:",
        r"(?m)^Commands:$": "Perintah:",
        r"\[OPTIONS\]": "[PILIHAN]",
        r"\bCOMMAND \[ARGS\]": "PERINTAH [ARGUMEN]",
        r"\[default:(?=\s)": "[bawaan:",
        r"\[required\]": "[wajib]",
        r"; required\]": "; wajib]",
    }
}
"""Typer's own words in a finished help, and what they are in each language."""


class Command(typer.core.TyperCommand):
    """A command that tells its help in the language it was given."""

    words: Words | None = None

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # typer names the context by a private type
        """The whole help."""
        return in_language(super().get_help(ctx), self.words)

    def get_help_option(self, ctx: typer.Context) -> typer.core.TyperOption | None:  # type: ignore[override]
        """The option that shows the help."""
        return translated(super().get_help_option(ctx), self.words)


def speak(command: typer.core.TyperCommand | typer.core.TyperGroup, words: Words) -> None:
    """Put what a command, its arguments and its options say of themselves into a language."""
    command.help = _help(command.help, words)
    for each in command.params:
        if isinstance(each, typer.core.TyperOption | typer.core.TyperArgument):
            each.help = _help(each.help, words)


def translated(option: typer.core.TyperOption | None, words: Words | None) -> typer.core.TyperOption | None:
    """An option with its help in a language."""
    if option is not None and words is not None:
        option.help = _help(option.help, words)
    return option


def in_language(text: str, words: Words | None) -> str:
    """A finished help with typer's own words in a language."""
    for pattern, said in OF_TYPER.get(words.language if words else "", {}).items():
        text = re.sub(pattern, said, text)
    return text


def _help(text: str | None, words: Words) -> str | None:
    """Paragraph by paragraph, whatever its lines."""
    if text is None:
        return None
    paragraphs = (" ".join(each.split()) for each in re.split(r"\n\s*\n", inspect.cleandoc(text)))
    return "\n\n".join(words.prose("help", each) for each in paragraphs)
