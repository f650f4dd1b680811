"""Tell when an article was published: given, printed in a header or dateline, or inferred from what its text shows.

Every clue is kept with one sentence that says what it shows. Clues are intersected from the most certain down; one that
contradicts what surer clues left is kept, marked unused.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from pasut.clean.clues import copyright_clues, find_clues
from pasut.clean.guess import END, START, Guess, Interval, Sentence, hull, intersect, is_day, month_end
from pasut.clean.weekday import weekday_clues
from pasut.clean.yearless import yearless_clues
from pasut.packs.time_words import DatingForm, TimeWords
from pasut.records import Clue, When
from pasut.text.times import find_times
from pasut.world.load import World

# Only where the rest leaves no more than this do yearless dates help.
_MOST_YEARS = 6
_DAY_IN_ADDRESS = re.compile(
    r"/(?P<y>20\d\d)[/-](?P<m>0\d|1[012])[/-](?P<d>[0-3]\d)(?=[/-])"
    r"|/(?P<y2>20\d\d)(?P<m2>0\d|1[012])(?P<d2>[0-3]\d)\d{4,6}(?=-)"
)
# Begins with the signs that a gap can begin with, so that the search passes over all others quickly.
_SENTENCE = re.compile(r"[\s\"”](?:(?<=[.!?].)[\s\"”]*(?=\S)|(?<=\n)\n*)", re.DOTALL)


def date_article(
    *,
    given: str | None,
    header_lines: Sequence[str],
    text: str,
    words: TimeWords,
    world: World,
    url: str | None = None,
    notices: Sequence[str] = (),
) -> tuple[When | None, tuple[Clue, ...]]:
    """Return when the article was published, as exactly as its clues allow, and the clues; None when nothing tells.

    `header_lines` stood above the text; `notices` are other lines cut from the page that may hold a copyright line.
    """
    clues: list[Clue] = []
    for clue in (_given(given), *(_header(line, words) for line in header_lines), _address(url)):
        if clue is not None:
            clues.append(clue)
        if clue is not None and clue.used and clue.when is not None:
            return clue.when, tuple(clues)
    sentences = tuple(_sentences(text, words))
    guesses = [
        *find_clues(sentences, words, world),
        *copyright_clues(_sentences("\n".join((*header_lines, *notices)), words), words),
    ]
    domain, weighed = _weigh([(START, END)], sorted(guesses, key=lambda guess: guess.rank))
    if (hull(domain)[1] - hull(domain)[0]).days <= _MOST_YEARS * 366:
        domain, more = _weigh(domain, sorted(yearless_clues(sentences, words, domain), key=lambda guess: guess.rank))
        weighed += more
    domain, more = _weigh(domain, weekday_clues(sentences, words, domain))
    return _published(domain), tuple(clues) + tuple(weighed + more)


def _given(given: str | None) -> Clue | None:
    """`2024-10-09`, `2024-10-09T14:46+07:00`, `2024-10`, `2024`."""
    if given is None or not given.strip():
        return None
    match = re.match(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)", given.strip())
    when = _calendar_interval(*match.groups()) if match else None
    if when is None:
        note = f"The input gives {given!r} as the date, which is no date of the form YYYY-MM-DD."
        return Clue(kind="given", quote=given, when=None, note=note, used=False)
    first, last = when
    return Clue(
        kind="given", quote=given, when=When(first=first, last=last, basis="given"), note="The input gives the date."
    )


def _calendar_interval(year: str, month: str | None, day: str | None) -> Interval | None:
    try:
        if month is None:
            return dt.date(int(year), 1, 1), dt.date(int(year), 12, 31)
        first = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return (first, first) if day else (first, month_end(first))


def _header(line: str, words: TimeWords) -> Clue | None:
    """The first whole date of a header line or dateline, else a bare `2023-08`."""
    note = "A line above the text prints the date."
    for find in find_times(line, None, words):
        if find.kind == "date" and find.when and is_day(find):
            when = When(first=find.when.first, last=find.when.last, basis="header")
            return Clue(kind="header", quote=line[find.start : find.end], when=when, note=note)
    match = re.search(r"(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])", line)
    month = _calendar_interval(match[1], match[2], None) if match else None
    if match is None or month is None:
        return None
    when = When(first=month[0], last=month[1], basis="header")
    return Clue(kind="header", quote=match[0], when=when, note=note)


def _address(url: str | None) -> Clue | None:
    """`.../read/2025/06/18/...`, `.../20250618120345-...`: the day that the outlet filed the article under."""
    match = _DAY_IN_ADDRESS.search(url) if url else None
    if match is None:
        return None
    when = _calendar_interval(*(match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"]))
    if when is None:
        return None
    told = When(first=when[0], last=when[1], basis="address of the page")
    return Clue(kind="address", quote=match[0].strip("/-"), when=told, note="The address of the page holds the date.")


def _sentences(text: str, words: TimeWords) -> Iterator[Sentence]:
    forms = _that_may_match(words.dating, text.lower())
    start = 0
    for end, following in [*(found.span() for found in _SENTENCE.finditer(text)), (len(text), len(text))]:
        if text[following : following + 1].isdigit() and words.short_month_ends.search(text, max(0, end - 7), end):
            continue
        piece = text[start:end]
        if piece.strip():
            yield Sentence(
                piece, find_times(piece, None, words), _that_may_match(forms, piece.lower()) if forms else ()
            )
        start = following


def _that_may_match(forms: tuple[DatingForm, ...], lower: str) -> tuple[DatingForm, ...]:
    """The forms all of whose fixed words stand in the text; those of a sentence are among those of its text."""
    found = []
    for form in forms:
        for word in form.holds:
            if word not in lower:
                break
        else:
            found.append(form)
    return tuple(found)


def _weigh(domain: list[Interval], guesses: Iterable[Guess]) -> tuple[list[Interval], list[Clue]]:
    """Intersect the clues in turn; one that would leave nothing is not used."""
    clues = []
    for guess in guesses:
        left = intersect(domain, guess.intervals)
        used = bool(left)
        note = guess.note if used else f"{guess.note} Not used: surer clues contradict it."
        when = _published(left if used else sorted(guess.intervals))
        clues.append(Clue(kind=guess.kind, quote=guess.quote, when=when, note=note, used=used))
        domain = left or domain
    return domain, clues


def _published(domain: Sequence[Interval]) -> When | None:
    first, last = hull(domain)
    if first <= START and last >= END:
        return None
    basis = "inferred from the text"
    return When(first=first if first > START else None, last=last if last < END else None, basis=basis)
