"""Clean a page: what is news becomes title and paragraphs, all else is cut and kept with its reason.

`clean_page` gives everything an Article holds but its date, for which the header lines are handed on.
"""

import itertools
import re
from collections.abc import Container

from pasut.clean.credit import find_byline, find_publisher, find_wire
from pasut.clean.dateline import Dateline, cut_dateline
from pasut.clean.lines import LineCutter, Piece
from pasut.clean.normalise import normalise
from pasut.clean.related import cut_inline, cut_repeats, cut_unlabelled, cut_whole, split_title
from pasut.clean.unglue import Unglue, repair_spacing
from pasut.clean.wrapped import join_wrapped
from pasut.packs.clean_rules import CleanRules
from pasut.records import Cut, Page, Problem, Record
from pasut.world.outlets import Outlets

# Fewer words than this after cleaning cannot hold a report; the shortest agency flash met had 12.
_MIN_WORDS = 8
# Each pass may uncover something for the next (a logo behind a page mark, a headline behind a share line); passes end
# when one changes nothing. The bound is for hostile input only.
_MAX_PASSES = 12
# A clock's zone glued to the dateline behind it, and paragraphs joined by a literal break tag.
_BREAKS = re.compile(r"(?<=WIB)(?=[A-Z]{3})|<br ?/?>|\\n")
_TITLE_TAIL = re.compile(r"\s*[-–—|]\s*(?:[Hh]alaman \w+|(?P<outlet>[\w. ]{3,30}))$")


class CleanedPage(Record, frozen=True):
    """A page after cleaning, before it is dated."""

    key: str
    language: str
    title: str | None
    paragraphs: tuple[str, ...]
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    """As the input gave it."""
    dateline: str | None = None
    """The city."""
    wire: str | None = None
    byline: str | None = None
    header: tuple[str, ...] = ()
    """Lines that carried a date above the article."""
    cut: tuple[Cut, ...] = ()
    source: str = ""
    line: int | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The title, if any, and the paragraphs, joined by newlines, as `Article.text` joins them."""
        return "\n".join(((self.title,) if self.title else ()) + self.paragraphs)


def clean_page(
    page: Page,
    rules: CleanRules,
    outlets: Outlets,
    *,
    language: str,
    names: Container[str],
    words: Container[str],
) -> CleanedPage:
    """Clean one page. `names` and `words` (single words, lower case) are what lost spaces are put back by."""
    pieces = _pieces(page.text, rules, names, words)
    title = _tidy_title(page.title, outlets)
    left = _Stripper(pieces, title, rules, outlets, names, words)
    left.strip()
    dateline, cuts = left.dateline, left.cuts
    paragraphs = tuple(piece.text for piece in left.pieces)
    publisher = find_publisher(page, dateline, cuts, outlets)
    return CleanedPage(
        key=page.key,
        language=language,
        title=left.title,
        paragraphs=paragraphs,
        publisher=publisher,
        url=page.url,
        published=page.published,
        dateline=dateline.city if dateline else None,
        wire=find_wire(paragraphs, dateline, cuts, publisher, rules, outlets),
        byline=find_byline(cuts, rules, outlets),
        header=tuple(cut.text for cut in cuts if cut.reason == "header.date"),
        cut=tuple(sorted(cuts, key=lambda cut: cut.line)),
        source=page.source,
        line=page.line,
        problems=_problems(page, paragraphs),
    )


def _pieces(text: str, rules: CleanRules, names: Container[str], words: Container[str]) -> list[Piece]:
    unglue = Unglue(rules.glue, names, words, rules.repairs)
    found = []
    plain = normalise(text)
    has_breaks = "WIB" in plain or "<br" in plain or "\\n" in plain
    for number, line in join_wrapped(plain.split("\n")):
        for part in _BREAKS.split(line) if has_breaks else (line,):
            repaired = unglue.repair_line(part.strip())
            if repaired:
                found.append(Piece(number, repaired))
    return found


class _Stripper:
    """A page on its way to an article: what is left of its lines, and what was found and cut so far."""

    def __init__(
        self,
        pieces: list[Piece],
        title: str | None,
        rules: CleanRules,
        outlets: Outlets,
        names: Container[str],
        words: Container[str],
    ) -> None:
        self.pieces, self.cuts = cut_whole(pieces)
        self.title = title
        self.dateline: Dateline | None = None
        self._rules, self._outlets, self._names, self._words = rules, outlets, names, words
        self._cutter = LineCutter(rules, self.pieces)

    def strip(self) -> None:
        """Take the steps in turn until each found nothing more to cut in what the others left."""
        steps = (self._lines, self._dateline, self._title, self._repeats, self._inline, self._unlabelled)
        quiet = 0
        for step in itertools.islice(itertools.cycle(steps), _MAX_PASSES * len(steps)):
            before = self.pieces
            self.cuts += step()
            quiet = quiet + 1 if self.pieces == before else 0
            if quiet == len(steps):
                break

    def _lines(self) -> list[Cut]:
        self.pieces, cuts = self._cutter.cut(self.pieces)
        return cuts

    def _dateline(self) -> list[Cut]:
        self.pieces, found, cuts = cut_dateline(self.pieces, self._rules, self._outlets, self._names)
        self.dateline = self.dateline or found
        return cuts

    def _title(self) -> list[Cut]:
        if self.title is None:
            self.title, self.pieces = split_title(self.pieces, self._rules)
        return []

    def _repeats(self) -> list[Cut]:
        self.pieces, cuts = cut_repeats(self.pieces, self.title)
        return cuts

    def _inline(self) -> list[Cut]:
        self.pieces, cuts = cut_inline(self.pieces, self._rules, self._words)
        return cuts

    def _unlabelled(self) -> list[Cut]:
        self.pieces, cuts = cut_unlabelled(self.pieces, self._rules)
        return cuts


def _tidy_title(title: str | None, outlets: Outlets) -> str | None:
    """The title given, without the outlet's name or a page mark behind it."""
    if title is None:
        return None
    tidy = " ".join(repair_spacing(normalise(title)).split())
    found = _TITLE_TAIL.search(tidy)
    if found and found.start() and (found["outlet"] is None or outlets.find(found["outlet"])):
        tidy = tidy[: found.start()]
    return tidy or None


def _problems(page: Page, paragraphs: tuple[str, ...]) -> tuple[Problem, ...]:
    count = sum(len(paragraph.split()) for paragraph in paragraphs)
    if count >= _MIN_WORDS:
        return ()
    where = f"{page.source}:{page.line}" if page.line else page.source
    what = f"{count} words are left after cleaning; check that the file holds an article"
    return (Problem(where=where, what=what, kind="near-empty"),)
