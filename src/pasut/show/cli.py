"""The command line: one thin function per command. Errors are one line on standard error; a traceback never shows."""

import signal
import sys
import traceback
from collections.abc import Callable
from typing import Annotated

import typer
from typer.exceptions import TyperException

from pasut.errors import PasutError, UsageError
from pasut.settings import load_settings, version
from pasut.show.commands.exporting import export
from pasut.show.commands.foretelling import expected, forecast
from pasut.show.commands.listing import stats, timeline
from pasut.show.commands.looking import explain, parse, relation, show
from pasut.show.commands.measuring import letters
from pasut.show.commands.merging import claims, contradictions, copies, events, ledger
from pasut.show.commands.naming import who
from pasut.show.commands.placing import hedge, triangle
from pasut.show.commands.reading import demo, read
from pasut.show.commands.registers import agreements, experts, links, sanctions, tests, transfers, visits
from pasut.show.commands.relating import changes, index
from pasut.show.commands.reporting import report
from pasut.show.commands.searching import search
from pasut.show.screen import Screen, complain

COMMANDS: tuple[Callable[..., None], ...] = (
    read, timeline, events, claims, ledger, contradictions, copies, visits, letters, agreements, transfers,
    sanctions, tests, links, experts,
    index, changes, triangle, hedge, expected, forecast, report, search, explain, parse, who, relation, show, stats,
    export, demo,
)  # fmt: skip
"""Every command, in the order of `pasut --help`; each is called as its function."""

app = typer.Typer(
    name="pasut",
    help="The tide table of relations between states: who did what to whom, when, who says so, who denies it.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in COMMANDS:
    app.command()(_command)


def main() -> None:
    """Run the command line and exit: 0 all well, 1 something failed, 2 wrong use."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly when the reader of our pipe has seen enough
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit status."""
    try:
        status = app(arguments, prog_name="pasut", standalone_mode=False)
    except TyperException as error:
        complain(f"{error.format_message().rstrip('.')}; see `pasut --help`")
        return error.exit_code
    except PasutError as error:
        complain(str(error))
        _trace()
        return 2 if isinstance(error, UsageError) else 1
    except Exception as error:
        complain(f"the program failed ({type(error).__name__}: {error}); run again with PASUT_DEBUG=1 and report it")
        _trace()
        return 1
    if status == _INTERRUPTED:
        complain("stopped")
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


def _trace() -> None:
    if load_settings().debug:
        traceback.print_exc()
