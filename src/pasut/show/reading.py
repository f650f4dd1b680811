"""How a reading shows itself: a bar on a terminal while it goes, one line for each problem, a summary at the end."""

from types import TracebackType
from typing import Self

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from pasut.records import Problem
from pasut.show.screen import Screen, clean, complain, progress_console
from pasut.show.words import Words
from pasut.tally import Summary


class Watch:
    """Follows a reading; use it in a `with` block. `last` is what was done so far."""

    def __init__(self, words: Words, *, quiet: bool) -> None:
        self.last = Summary()
        self._words = words
        console = None if quiet else progress_console()
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, transient=True) if console else None
        self._task = self._bar.add_task(words.phrase("reading"), total=None) if self._bar else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, summary: Summary) -> None:
        """Move the bar."""
        self.last = summary
        if self._bar and self._task is not None:
            rate = summary.pages / summary.seconds if summary.seconds else 0.0
            done = f"{self._words.phrase('reading')} {self._words.number(summary.pages)} ({self._words.number(rate)}/s)"
            self._bar.update(self._task, description=done)

    def problem(self, problem: Problem) -> None:
        """Say what went wrong, above the bar."""
        if problem.kind == "note":
            return
        if self._bar:
            self._bar.console.print(
                f"pasut: {clean(describe(problem, self._words))}", markup=False, highlight=False, soft_wrap=True
            )
        else:
            complain(describe(problem, self._words))


def describe(problem: Problem, words: Words) -> str:
    """A problem on one line, the name first."""
    what = words.prose("problem", problem.what)
    return what if what.startswith(problem.where) else f"{problem.where}: {what}"


def write_summary(summary: Summary, words: Words, screen: Screen) -> None:
    """Write what became of the pages."""
    skipped = words.phrase("read_skipped", n=summary.skipped) if summary.skipped else ""
    counts = {name: getattr(summary, name) for name in ("pages", "new", "known", "near_empty", "failed")}
    seconds = words.number(summary.seconds, 1)
    screen.print(words.phrase("read", **counts, seconds=seconds, skipped=skipped))
    screen.print(words.phrase("read_coded", claims=summary.claims, assessments=summary.assessments))
