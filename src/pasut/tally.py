"""The count of what becomes of the pages of one reading, and who is told of it as it goes."""

from collections import Counter
from typing import Protocol

from pasut.records import Problem, Record


class Summary(Record, frozen=True):
    """What became of the pages of one reading."""

    new: int = 0
    """Articles cleaned, coded and stored."""
    known: int = 0
    """Pages that were read before, or whose article is in the store already."""
    near_empty: int = 0
    """Pages with next to nothing left after cleaning."""
    skipped: int = 0
    """Files passed over because they are of no kind that is read."""
    failed: int = 0
    claims: int = 0
    assessments: int = 0
    seconds: float = 0.0
    problems: tuple[Problem, ...] = ()
    """What failed, was near-empty or was skipped, each with its name and what to do."""

    @property
    def pages(self) -> int:
        """All pages and files that were looked at."""
        return self.new + self.known + self.near_empty + self.skipped + self.failed


class Progress(Protocol):
    """Who wants to know how a reading goes."""

    def step(self, summary: Summary) -> None:
        """Called after each page; `summary.problems` is filled only at the end."""

    def problem(self, problem: Problem) -> None:
        """Called once for each thing that went wrong."""


class Tally:
    """Counts as a reading goes."""

    def __init__(self, progress: Progress | None) -> None:
        self.counts: Counter[str] = Counter()
        self._problems: list[Problem] = []
        self._progress = progress

    def count_problem(self, problem: Problem) -> None:
        """Tell of a problem and count it, unless it is only a note."""
        self.say(problem)
        if problem.kind != "note":
            self.counts[problem.kind.replace("-", "_")] += 1

    def say(self, problem: Problem) -> None:
        """Tell of a problem without counting it."""
        self._problems.append(problem)
        if self._progress:
            self._progress.problem(problem)

    def step(self, seconds: float) -> None:
        """Tell how far the reading is after so many seconds."""
        if self._progress:
            self._progress.step(self.summary(seconds))

    def summary(self, seconds: float, *, with_problems: bool = False) -> Summary:
        """What was counted so far."""
        return Summary(**self.counts, seconds=seconds, problems=tuple(self._problems) if with_problems else ())
