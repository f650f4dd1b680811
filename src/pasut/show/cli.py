"""The command line: one thin function per command. Errors are one line on standard error; a traceback never shows."""

import pathlib
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Literal, TextIO, get_args

import typer
from typer.exceptions import TyperException

from pasut.errors import PasutError, UsageError
from pasut.pipeline import Kit, read_into
from pasut.records import EventType, Status, When
from pasut.settings import load_settings, version
from pasut.show.article import cut_view, dating_view, write_article
from pasut.show.claims import claims_view
from pasut.show.days import first_day, last_day
from pasut.show.demo import write_demo
from pasut.show.explain import write_explanation
from pasut.show.export import ExportFormat, write_export
from pasut.show.names import Names
from pasut.show.parse import parse_json, write_parse
from pasut.show.passes import parse_text
from pasut.show.reading import Watch, write_summary
from pasut.show.screen import Screen, complain
from pasut.show.stats import stats_views
from pasut.show.table import Format, write_view
from pasut.show.timeline import timeline_view
from pasut.show.visits import visits_view
from pasut.show.words import Words, words_in
from pasut.store import Store, open_store

app = typer.Typer(
    name="pasut",
    help="The tide table of relations between states: who did what to whom, when, who says so, who denies it.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StorePath = Annotated[
    pathlib.Path | None, typer.Option("--store", help="File of the store; else PASUT_STORE, else the XDG data folder.")
]
Language = Annotated[Literal["id", "en"] | None, typer.Option("--lang", help="Language of labels, dates and numbers.")]
Form = Annotated[Format, typer.Option("--format", help="Form of the output.")]
OneActor = Annotated[str, typer.Argument(help="ISO 3166 code or name: PRK, korut, 'North Korea'.")]
SomeActor = Annotated[str | None, typer.Argument(help="ISO 3166 code or name; give two actors or none.")]
Since = Annotated[str | None, typer.Option("--from", help="First day: 2024, 2024-06 or 2024-06-19.")]
Until = Annotated[str | None, typer.Option("--to", help="Last day: 2024, 2024-06 or 2024-06-19.")]
Kind = Annotated[str | None, typer.Option("--type", help="Type of event, AID, or type and mode, AID.arms.")]
OneStatus = Annotated[Status | None, typer.Option("--status", help="Only claims of this status.")]

PARSED = "id"
"""The language that `parse` reads: a sentence alone is too short to tell its language by."""


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


@app.command()
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files or folders; - for standard input.")],
    store: StorePath = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show problems only.")] = False,
    lang: Language = None,
) -> None:
    """Read articles into the store.

    Takes .txt, .md and .jsonl files, folders of them, and standard input as -. What was read before is left as it is.
    """
    words, screen = _words(lang), Screen()
    with open_store(store) as opened, Watch(words, quiet=quiet) as watch:
        stopped: BaseException | None = None
        try:
            summary = read_into(opened, paths, Kit(), progress=watch, stdin=sys.stdin.buffer)
        except (KeyboardInterrupt, PasutError) as error:
            summary, stopped = watch.last, error
    if not quiet:
        write_summary(summary, words, screen)
    if isinstance(stopped, KeyboardInterrupt):
        complain(words.phrase("stopped"))
    elif stopped:
        raise stopped
    if stopped or summary.failed or summary.near_empty:
        raise typer.Exit(1)


@app.command()
def timeline(
    a: OneActor,
    b: OneActor,
    store: StorePath = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    status: OneStatus = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show a chronology of two actors.

    Who did what to whom, when, according to whom, with the sentence behind each line.
    """
    words = _words(lang)
    with _opened(store) as opened:
        names = Names(Kit())
        dyad = names.resolve(a), names.resolve(b)
        found = opened.lines(dyad=dyad, since=first_day(since), until=last_day(until), type=_type(kind), status=status)
        view = timeline_view(found, _called(names, dyad, words), words)
        write_view(view, form, Screen())


@app.command()
def claims(
    a: SomeActor = None,
    b: SomeActor = None,
    store: StorePath = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show disputed claims.

    By proposition: what is alleged or said, by whom, and who denies it.
    """
    words = _words(lang)
    with _opened(store) as opened:
        names = Names(Kit())
        dyad = _dyad(names, a, b)
        found = opened.lines(dyad=dyad, since=first_day(since), until=last_day(until), type=_type(kind))
        view = claims_view(found, _called(names, dyad, words) if dyad else None, words)
        write_view(view, form, Screen())


@app.command()
def visits(
    a: SomeActor = None,
    b: SomeActor = None,
    store: StorePath = None,
    since: Since = None,
    until: Until = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show visits, past and planned."""
    words = _words(lang)
    with _opened(store) as opened:
        names = Names(Kit())
        dyad = _dyad(names, a, b)
        found = opened.lines(dyad=dyad, since=first_day(since), until=last_day(until), type="CONSULT.visit")
        write_view(visits_view(found, dyad, names, words), form, Screen())


@app.command()
def explain(
    claim: Annotated[str, typer.Argument(help="Id of a claim, or its beginning.")],
    store: StorePath = None,
    lang: Language = None,
) -> None:
    """Show why a claim was coded so."""
    with _opened(store) as opened:
        found = opened.claim(claim)
        write_explanation(found, opened.article(found.article), Names(Kit()), _words(lang), Screen())


@app.command()
def parse(
    sentence: Annotated[str, typer.Argument(help="A sentence, or several, in a language that has a pack.")],
    published: Annotated[
        str | None, typer.Option("--published", help="Date of publication, by which times are told: 2024-10-09.")
    ] = None,
    headline: Annotated[bool, typer.Option("--headline", help="Read it as a headline, where roots are verbs.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
    lang: Language = None,
) -> None:
    """Show how a sentence is understood, pass by pass.

    Words with their readings, chunks, clauses, who speaks, times, acts with their frames, claims, assessments.
    """
    kit, screen = Kit(), Screen()
    pack = kit.pack(PARSED)
    if not sentence.strip() or pack is None:
        raise UsageError("there is no sentence to parse; give one in quotation marks")
    first, last = first_day(published), last_day(published)
    when = When(first=first, last=last, basis="given") if first else None
    parsed = parse_text(sentence, pack, kit.world, published=when, headline=headline)
    if as_json:
        screen.write(parse_json(parsed))
    else:
        write_parse(parsed, Names(kit), _words(lang), screen)


@app.command()
def show(
    article: Annotated[str, typer.Argument(help="Id of an article, its beginning, or the article's key.")],
    cut: Annotated[bool, typer.Option("--cut", help="Show what was cut from the page, and why.")] = False,
    dating: Annotated[bool, typer.Option("--dating", help="Show how the date of publication was found.")] = False,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show one article as it was understood."""
    words, screen = _words(lang), Screen()
    with _opened(store) as opened:
        found = opened.article(article)
        if not cut and not dating:
            write_article(found, opened.coding(found.id), words, screen)
        if cut:
            write_view(cut_view(found, words), form, screen)
        if dating:
            write_view(dating_view(found, words), form, screen)


@app.command()
def stats(store: StorePath = None, lang: Language = None, form: Form = "table") -> None:
    """Show what the store holds."""
    screen = Screen()
    with _opened(store) as opened:
        for view in stats_views(opened, _words(lang), whole=form != "table"):
            write_view(view, form, screen)
            if form == "table":
                screen.print()


@app.command()
def export(
    form: Annotated[
        ExportFormat, typer.Option("--format", help="scoring and jsonl: a line an article; csv: a row a claim.")
    ],
    output: Annotated[
        pathlib.Path | None, typer.Option("--output", "-o", help="File to write; else standard output.")
    ] = None,
    store: StorePath = None,
) -> None:
    """Write the whole store for other programs."""
    with _opened(store) as opened, _output(output) as out:
        write_export(opened, form, out)


@app.command()
def demo(store: StorePath = None, lang: Language = None) -> None:
    """Show what pasut makes of packaged examples.

    Reads them into a fresh store, or into the one given.
    """
    place = store or pathlib.Path(tempfile.mkdtemp(prefix="pasut-")) / "demo.sqlite"
    with open_store(place) as opened:
        write_demo(opened, _words(lang), Screen())


def _words(lang: str | None) -> Words:
    return words_in(lang or load_settings().language)


def _opened(path: pathlib.Path | None) -> Store:
    return open_store(path, must_exist=True)


def _type(said: str | None) -> str | None:
    if said is None:
        return None
    name, dot, mode = said.partition(".")
    if name.upper() not in get_args(EventType):
        raise UsageError(f"no type is called {said!r}; the types are {', '.join(get_args(EventType))}")
    return name.upper() + dot + mode.lower()


def _dyad(names: Names, a: str | None, b: str | None) -> tuple[str, str] | None:
    if a is None:
        return None
    if b is None:
        raise UsageError(f"only one actor, {a!r}, is given; give two, or none for all")
    return names.resolve(a), names.resolve(b)


def _called(names: Names, dyad: tuple[str, str], words: Words) -> tuple[str, str]:
    return names.name(dyad[0], words.language), names.name(dyad[1], words.language)


@contextmanager
def _output(path: pathlib.Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
    except OSError as error:
        raise PasutError(f"{path}: cannot be written ({error.strerror}); name another file with -o") from error


def _trace() -> None:
    if load_settings().debug:
        traceback.print_exc()
