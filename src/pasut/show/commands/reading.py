"""Commands that read news: `read` and `demo`."""

import pathlib
import sys
import tempfile
from typing import Annotated

import typer

from pasut.errors import PasutError
from pasut.pipeline import Kit, read_into
from pasut.show.demo import write_demo
from pasut.show.options import (
    Language,
    StorePath,
    labels,
)
from pasut.show.reading import Watch, write_summary
from pasut.show.screen import Screen, complain
from pasut.store import open_store


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files or folders; - for standard input.")],
    store: StorePath = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show problems only.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that code; 1 for this one alone.")] = 1,
    lang: Language = None,
) -> None:
    """Read articles into the store.

    Takes .txt, .md and .jsonl files, folders of them, and standard input as -. What was read before is left as it is.
    """
    words, screen = labels(lang), Screen()
    with open_store(store) as opened, Watch(words, quiet=quiet) as watch:
        stopped: BaseException | None = None
        try:
            summary = read_into(opened, paths, Kit(), progress=watch, stdin=sys.stdin.buffer, jobs=jobs)
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


def demo(store: StorePath = None, lang: Language = None) -> None:
    """Show what pasut makes of packaged examples.

    Reads them into a fresh store, or into the one given.
    """
    place = store or pathlib.Path(tempfile.mkdtemp(prefix="pasut-")) / "demo.sqlite"
    with open_store(place) as opened:
        write_demo(opened, labels(lang), Screen())
