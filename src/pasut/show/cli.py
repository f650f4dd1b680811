"""The command line: one thin function per command. Errors are one line on standard error; a traceback never shows."""

import importlib
import signal
import sys
import traceback
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer
import typer.core
import typer.main
import typer.models
from typer.exceptions import TyperException

from pasut.errors import PasutError, UsageError
from pasut.settings import LANGUAGES, load_settings, version
from pasut.show.screen import Screen, complain
from pasut.show.usage import Command, in_language, speak, translated
from pasut.show.words import Words, words_in

COMMANDS = {
    "read": "reading", "timeline": "listing", "events": "merging", "claims": "merging", "ledger": "merging",
    "contradictions": "merging", "copies": "merging", "visits": "registers", "letters": "measuring",
    "agreements": "registers", "transfers": "registers", "sanctions": "registers", "tests": "registers",
    "links": "registers", "experts": "registers", "index": "relating", "changes": "relating", "triangle": "placing",
    "hedge": "placing", "expected": "foretelling", "forecast": "foretelling", "report": "reporting",
    "search": "searching", "explain": "looking", "parse": "looking", "who": "naming", "relation": "looking",
    "show": "looking", "correct": "correcting", "overrides": "correcting", "recode": "correcting", "stats": "listing",
    "export": "exporting", "serve": "serving", "demo": "reading",
}  # fmt: skip
"""Every command, in the order of `pasut --help`, with its module in `show/commands`; each is called as its function."""

_HELP = {"help_option_names": ["-h", "--help"]}


class _Commands(Mapping[str, typer.core.TyperCommand]):
    """The commands, each imported when it is asked for: to import all takes longer than most of them take to answer."""

    words: Words | None = None
    """The language they speak of themselves in; English without."""

    def __getitem__(self, name: str) -> typer.core.TyperCommand:
        module = importlib.import_module(f"pasut.show.commands.{COMMANDS[name]}")
        info = typer.models.CommandInfo(name, cls=Command, callback=getattr(module, name), context_settings=_HELP)
        made = typer.main.get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        assert isinstance(made, Command)
        if self.words is not None:
            made.words = self.words
            speak(made, self.words)
        made.short_help = (made.help or "").partition("\n\n")[0]  # whole: typer cuts a longer one
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Group(typer.core.TyperGroup):
    """The program, of which a command is a part."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings | {"commands": {}})
        self.words: Words | None = None
        self.commands = _Commands()  # type: ignore[assignment]  # nothing is added to it

    def speak(self, words: Words) -> None:
        """Take a language for all help."""
        self.words = self.commands.words = words  # type: ignore[attr-defined]
        speak(self, words)

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # typer names the context by a private type
        """The whole help."""
        return in_language(super().get_help(ctx), self.words)

    def get_help_option(self, ctx: typer.Context) -> typer.core.TyperOption | None:  # type: ignore[override]
        """The option that shows the help."""
        return translated(super().get_help_option(ctx), self.words)


app = typer.Typer(
    cls=_Group,
    name="pasut",
    help="The tide table of relations between states: who did what to whom, when, who says so, who denies it.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=_HELP,
)


def main() -> None:
    """Run the command line and exit: 0 all well, 1 something failed, 2 wrong use."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly when the reader of our pipe has seen enough
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit status."""
    program = typer.main.get_command(app)
    assert isinstance(program, _Group)
    if (language := _language(arguments)) != "en":
        program.speak(words_in(language))
    try:
        status = program(arguments, prog_name="pasut", standalone_mode=False)
    except TyperException as error:
        found = " ".join(error.format_message().split()).rstrip(".")
        said = words_in(language).prose("usage", found)
        complain(_said(f"{said}; see `pasut --help`", arguments))
        return error.exit_code
    except PasutError as error:
        complain(_said(str(error), arguments))
        _trace()
        return 2 if isinstance(error, UsageError) else 1
    except Exception as error:
        what = f"the program failed ({type(error).__name__}: {error}); run again with PASUT_DEBUG=1 and report it"
        complain(_said(what, arguments))
        _trace()
        return 1
    if status == _INTERRUPTED:
        complain(_said("stopped", arguments))
        return 1
    return status if isinstance(status, int) else 0


_INTERRUPTED = 130
"""What typer makes of Ctrl-C in a command that does not take it itself."""


@app.callback(invoke_without_command=True)
def _about(
    context: typer.Context,
    ask_version: Annotated[bool, typer.Option("--version", help="Show the version and stop.", is_eager=True)] = False,
) -> None:
    if ask_version:
        Screen().print(f"pasut {version()}")
    elif context.invoked_subcommand is None:
        Screen().write(context.get_help() + "\n")


def _said(message: str, arguments: list[str]) -> str:
    """A message in the language of the labels: that of --lang, else of PASUT_LANG or the locale."""
    return words_in(_language(arguments)).prose("error", message)


def _language(arguments: list[str]) -> str:
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[number + 1 : number + 2])
            return value if value in LANGUAGES else "en"
    try:
        return load_settings().language
    except PasutError:  # the setting itself is what is wrong
        return "en"


def _trace() -> None:
    if load_settings().debug:
        traceback.print_exc()
