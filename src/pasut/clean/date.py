"""Tell when an article was published: given, printed in a header or dateline, or inferred from what its text shows.

Every clue is kept with one sentence that says what it shows. Clues are intersected from the most certain down; one that
contradicts what surer clues left is kept, marked unused.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pasut.packs.time_words import TimeWords
from pasut.records import Clue, When
from pasut.text.times import TimeFind, find_times, looks_ahead
from pasut.world.load import Person, World

_DAY = dt.timedelta(days=1)
_START, _END = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
# How long after the day it prints in full (`Selasa (12/9/2023)`) an article may appear; in agency news 0 to 3 days.
_AFTER_FULL = 3
# The same for a day and month with no year: with its weekday, and without.
_AFTER_WEEKDAY, _AFTER_DAY = 14, 60
# A month named with no year: told of up to nine months later, announced up to six months before.
_AFTER_MONTH, _BEFORE_MONTH = 270, 180
# Offices and war years are named a little before and after they change.
_SLACK = 31
# Characters between a war's name and its age; years that a war now fought may last; years that news text can be of.
_NEAR, _LONGEST_WAR, _PLAUSIBLE = 40, 20, range(1985, 2060)
# Sentences that make up the opening, the title included.
_OPENING = 4
# Only where the rest leaves no more than this do yearless dates help.
_MOST_YEARS = 6
# Any Wednesday in mid-month: what relative words say, seen from a day that is known.
_PROBE = dt.date(2001, 6, 13)
_SENTENCE = re.compile(r"(?<=[.!?])[\s\"”]+(?=\S)|\n+")
_CLAUSE_END = re.compile(r"[,.;:()\n]")
_CAPITALS = re.compile(r"[\w'’.-]+")

Interval = tuple[dt.date, dt.date]


class _Guess(NamedTuple):
    """A clue before it is weighed: the publication lies in one of the intervals."""

    rank: int
    kind: str
    quote: str
    intervals: tuple[Interval, ...]
    note: str


class _Sentence(NamedTuple):
    text: str
    finds: tuple[TimeFind, ...]
    hinted: bool
    """Whether a form of the pack's `dating` may match."""

    def quote(self, find: TimeFind) -> str:
        return self.text[find.start : find.end]


def date_article(
    *, given: str | None, header_lines: Sequence[str], text: str, words: TimeWords, world: World
) -> tuple[When | None, tuple[Clue, ...]]:
    """Return when the article was published, as exactly as its clues allow, and the clues; None when nothing tells."""
    clues: list[Clue] = []
    for clue in (_given(given), *(_header(line, words) for line in header_lines)):
        if clue is not None:
            clues.append(clue)
        if clue is not None and clue.used and clue.when is not None:
            return clue.when, tuple(clues)
    sentences = tuple(_sentences(text, words))
    guesses = [*_guesses(sentences, words, world), *_copyright(_sentences("\n".join(header_lines), words), words)]
    domain, weighed = _weigh([(_START, _END)], sorted(guesses, key=lambda guess: guess.rank))
    if (_hull(domain)[1] - _hull(domain)[0]).days <= _MOST_YEARS * 366:
        domain, more = _weigh(domain, sorted(_yearless(sentences, words, domain), key=lambda guess: guess.rank))
        weighed += more
    return _published(domain), tuple(clues) + tuple(weighed)


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
    return (first, first) if day else (first, _month_end(first))


def _header(line: str, words: TimeWords) -> Clue | None:
    """The first whole date of a header line or dateline, else a bare `2023-08`."""
    note = "A line above the text prints the date."
    for find in find_times(line, None, words):
        if find.kind == "date" and find.when and _is_day(find):
            when = When(first=find.when.first, last=find.when.last, basis="header")
            return Clue(kind="header", quote=line[find.start : find.end], when=when, note=note)
    match = re.search(r"(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])", line)
    month = _calendar_interval(match[1], match[2], None) if match else None
    if match is None or month is None:
        return None
    when = When(first=month[0], last=month[1], basis="header")
    return Clue(kind="header", quote=match[0], when=when, note=note)


def _is_day(find: TimeFind) -> bool:
    return find.when is not None and find.when.first is not None and find.when.first == find.when.last


def _sentences(text: str, words: TimeWords) -> Iterator[_Sentence]:
    start = 0
    for end, following in [*((m.start(), m.end()) for m in _SENTENCE.finditer(text)), (len(text), len(text))]:
        piece = text[start:end]
        if piece.strip():
            hinted = words.dating_hint.search(piece) is not None
            yield _Sentence(piece, find_times(piece, None, words), hinted)
        start = following


# --- clues whose year is known --------------------------------------------------------------------------------------


def _guesses(sentences: tuple[_Sentence, ...], words: TimeWords, world: World) -> Iterator[_Guess]:
    yield from _full_dates(sentences, words)
    yield from _copyright(sentences, words)
    for sentence in sentences:
        yield from _known_events(sentence, words)
        yield from _anniversaries(sentence, words, world)
        yield from _war_years(sentence, words, world)
        yield from _years_after(sentence, words)
    yield from _people(sentences, words, world)
    yield from _latest(sentences, words)
    yield from _compared_years(sentences, words)
    yield from _first_day_told(sentences, words)


def _full_dates(sentences: tuple[_Sentence, ...], words: TimeWords) -> Iterator[_Guess]:
    """The latest weekday with a whole date: news prints the day it reports this way."""
    found = [
        (find.when.first, find, sentence)
        for sentence in sentences
        for find in sentence.finds
        if find.when and find.when.first and find.kind == "date" and _is_day(find) and "weekday" in find.basis
        and not looks_ahead(sentence.text, find.start, words)
    ]  # fmt: skip
    if not found:
        return
    day, find, sentence = max(found, key=lambda item: item[0])
    quote = sentence.quote(find)
    credited = words.wire.search(sentence.text[max(0, find.start - 60) : find.start]) is not None
    note = f"The latest day printed in full is {day.isoformat()}"
    if find.conflict:
        note += " (month before day, as the weekday shows)"
    if credited:
        yield _Guess(0, "wire", quote, ((day, day),), note + ", the day of the report that is credited.")
    else:
        last = min(day + _DAY * _AFTER_FULL, _month_end(day)) if day.day < 28 else day + _DAY * _AFTER_FULL
        yield _Guess(0, "weekday", quote, ((day, last),), note + "; news appears that day or within three.")


def _copyright(sentences: Iterable[_Sentence], words: TimeWords) -> Iterator[_Guess]:
    for sentence in sentences:
        for match in _matches("copyright", sentence, words):
            year = int(match["y"])
            yield _Guess(1, "copyright", match[0], (_years(year, year),), f"The copyright line is of {year}.")
            return


def _known_events(sentence: _Sentence, words: TimeWords) -> Iterator[_Guess]:
    """`bulan ini` or `9 Oktober lalu` beside a visit, summit or test of known date."""
    unresolved = [find for find in sentence.finds if find.when is None and find.kind in ("relative", "date")]
    if not unresolved:
        return
    told = [(what, days) for what, groups, days in words.known_events if all(g.search(sentence.text) for g in groups)]
    if not told:
        return
    near = [find for find in _seen_from(sentence, words, _PROBE) if find.kind == "relative" and _is_near(find)]
    intervals = [(first, _month_end(last)) for _, days in told for first, last in days if near]
    for first, last in (span for _, days in told for span in days):
        later = _seen_from(sentence, words, last + _DAY * _AFTER_MONTH)
        if any(find.kind == "date" and _length(find) == 1 and _covers(find, first) for find in later):
            intervals.append((first, last + _DAY * _AFTER_MONTH))
    if intervals:
        listed = "; ".join(f"{what} ({', '.join(f'{first:%Y-%m}' for first, _ in days)})" for what, days in told)
        quote = sentence.quote((near or unresolved)[0])
        yield _Guess(8, "event", quote, tuple(intervals), f"It tells as of then an event of known date: {listed}.")


def _seen_from(sentence: _Sentence, words: TimeWords, day: dt.date) -> tuple[TimeFind, ...]:
    return find_times(sentence.text, When(first=day, last=day), words)


def _is_near(find: TimeFind) -> bool:
    """Whether the expression, seen from the probe day, is this month or less and no more than a week back."""
    if find.when is None or find.when.first is None or find.when.last is None:
        return False
    return _length(find) <= 31 and find.when.last >= _PROBE - _DAY * 7 and find.when.first <= _PROBE


def _anniversaries(sentence: _Sentence, words: TimeWords, world: World) -> Iterator[_Guess]:
    """`peringatan 70 tahun berakhirnya Perang Korea 1950-1953`: 1953 + 70."""
    for match in _matches("anniversary", sentence, words):
        count = _count(match, words)
        after = _CLAUSE_END.split(sentence.text[match.end() : match.end() + 90], maxsplit=1)[0]
        base = _base_year(after, words, world)
        if count is None or base is None or base + count not in _PLAUSIBLE:
            continue
        year = base + count
        note = f"The {count} years since {base} that it speaks of are full in {year}."
        yield _Guess(3, "anniversary", match[0] + after, (_years(year, year),), note)


def _base_year(text: str, words: TimeWords, world: World) -> int | None:
    """The year an anniversary counts from: the war's start or end, else the first year named."""
    ends = words.ending.search(text) is not None
    if war := words.wars.search(text):
        known = _war(war[0], words, world)
        day = None if known is None else known[1] if ends else known[0]
        if day is not None:
            return day.year
    for find in find_times(text, None, words):
        if find.when and find.when.first and find.when.last and find.kind in ("date", "range", "inside-name"):
            return (find.when.last if ends else find.when.first).year
    return None


def _war(phrase: str, words: TimeWords, world: World) -> tuple[dt.date | None, dt.date | None] | None:
    name = words.file.wars[" ".join(phrase.lower().split())]
    return next(((war.first, war.last) for war in world.wars if war.id == name), None)


def _war_years(sentence: _Sentence, words: TimeWords, world: World) -> Iterator[_Guess]:
    """`invasi Rusia yang telah memasuki tahun ketiganya`: the third year of a war of known start."""
    war = words.wars.search(sentence.text)
    known = _war(war[0], words, world) if war else None
    if (
        war is None
        or known is None
        or known[0] is None
        or (known[1] is not None and known[1] < _START.replace(year=1990))
    ):
        return
    start = known[0]
    for field, least in (("war_year", 1), ("war_age", 0)):
        for match in _matches(field, sentence, words):
            count = _count(match, words)
            gap = max(match.start() - war.end(), war.start() - match.end())
            if count is None or not 0 < count <= _LONGEST_WAR or gap > _NEAR:
                continue
            first = _add_years(start, count - least)
            last = _add_years(start, count + 1 - least)
            note = f"It speaks of {'year' if least else 'more than'} {count}{'' if least else ' years'} of the war"
            note += f" that began on {start.isoformat()}."
            yield _Guess(4, "war-year", match[0], ((first - _DAY * _SLACK, last),), note)


def _years_after(sentence: _Sentence, words: TimeWords) -> Iterator[_Guess]:
    """`sepuluh tahun setelah ... pada 2014`."""
    for match in _matches("years_after", sentence, words):
        count = _count(match, words)
        following = [find for find in sentence.finds if 0 <= find.start - match.end() < 80 and find.kind == "date"]
        if count is None or not following or not following[0].when or not following[0].when.first:
            continue
        if sentence.text[match.end() : following[0].start].count(",") > 0:
            continue
        year = following[0].when.first.year + count
        note = f"It speaks of {count} years after {following[0].when.text()}."
        yield _Guess(6, "years-after", match[0], (_years(year, year + 1),), note)


def _matches(field: str, sentence: _Sentence, words: TimeWords) -> Iterator[re.Match[str]]:
    if sentence.hinted:
        for form in words.dating.get(field, ()):
            yield from form.finditer(sentence.text)


def _count(match: re.Match[str], words: TimeWords) -> int | None:
    groups = match.groupdict()
    text = " ".join((groups.get("n") or groups.get("ordinal") or "").lower().split())
    if text.isdigit():
        return int(text)
    return words.file.ordinals.get(text) or words.file.numbers.get(text)


# --- clues from people ----------------------------------------------------------------------------------------------


def _people(sentences: tuple[_Sentence, ...], words: TimeWords, world: World) -> Iterator[_Guess]:
    """Numbered birthdays, and offices that a person is said to hold."""
    titled = [(sentence, match) for sentence in sentences for match in words.offices.finditer(sentence.text)]
    born = [(i, match) for i, sentence in enumerate(sentences) for match in _matches("birthday", sentence, words)]
    if not titled and not born:
        return
    names = _names(world)
    for index, match in born:
        yield from _birthday(sentences, index, match, words, names)
    seen: set[tuple[str, str]] = set()
    for sentence, match in titled:
        office = words.file.offices[" ".join(match[0].lower().split())]
        person = _person_in(sentence.text[match.end() : match.end() + 70], names)
        if person is None or (person.id, office) in seen or _looks_back(sentence, match, words):
            continue
        seen.add((person.id, office))
        yield from _office(person, office, sentence.text[match.start() : match.end() + 40].split(",")[0])


def _looks_back(sentence: _Sentence, match: re.Match[str], words: TimeWords) -> bool:
    """An office named beside a dated past is the office of then; `mantan` says it is held no more."""
    if words.former.search(sentence.text[max(0, match.start() - 12) : match.start()]):
        return True
    return any(find.when is not None and not _is_day(find) and find.kind != "inside-name" for find in sentence.finds)


def _names(world: World) -> Mapping[str, Person]:
    """Full names, and the short ones that fit one person only."""
    return {name: person for person in world.persons.values() for name in (*person.names, *person.unique)}


def _person_in(text: str, names: Mapping[str, Person]) -> Person | None:
    """The first person named in `text`, before the clause ends."""
    parts = _CAPITALS.findall(re.split(r"[,;:()\n]", text, maxsplit=1)[0])
    for start in range(min(6, len(parts))):
        for size in (4, 3, 2, 1):
            person = names.get(" ".join(parts[start : start + size]).rstrip("."))
            if person is not None and len(parts[start:]) >= size:
                return person
    return None


def _office(person: Person, office: str, quote: str) -> Iterator[_Guess]:
    terms = [term for term in person.terms if term.office == office]
    if not terms:
        return
    intervals = tuple(
        ((term.first or _START), min(_END, term.last + _DAY * _SLACK) if term.last else _END) for term in terms
    )
    spans = " and ".join(f"{term.first or '..'} to {term.last or 'today'}" for term in terms)
    yield _Guess(7, "office", quote, intervals, f"{person.names[0]} held this office from {spans}.")


def _birthday(
    sentences: tuple[_Sentence, ...], index: int, match: re.Match[str], words: TimeWords, names: Mapping[str, Person]
) -> Iterator[_Guess]:
    """`ulang tahun ke-72 kepada Putin`: the birthday of a known person."""
    text = sentences[index].text
    before = sentences[index - 1].text if index else ""
    count = _count(match, words)
    places = (text[match.end() : match.end() + 90], text[: match.start()], before)
    person = next((person for place in places for person in _persons_in(place, names) if _fits(person, count)), None)
    if person is None or person.born is None or count is None:
        return
    day = _add_years(person.born, count)
    note = f"{person.names[0]}, born on {person.born.isoformat()}, turned {count} on {day.isoformat()}."
    yield _Guess(1, "birthday", match[0], ((day - _DAY * 3, day + _DAY * 21),), note)


def _fits(person: Person, count: int | None) -> bool:
    return person.born is not None and count is not None and 20 < count < 110 and _living(person, count)


def _living(person: Person, count: int) -> bool:
    """A person's birthday is news while in office, or about."""
    if person.born is None or not person.terms:
        return False
    year = person.born.year + count
    first, last = person.terms[0].first or _START, person.terms[-1].last or _END
    return first.year - 5 <= year <= last.year + 20


def _persons_in(text: str, names: Mapping[str, Person]) -> Iterator[Person]:
    parts = _CAPITALS.findall(text)
    for start in range(len(parts)):
        for size in (4, 3, 2, 1):
            person = names.get(" ".join(parts[start : start + size]).rstrip("."))
            if person is not None:
                yield person
                break


# --- bounds from all the dates told -----------------------------------------------------------------------------------


def _latest(sentences: tuple[_Sentence, ...], words: TimeWords) -> Iterator[_Guess]:
    """No article is older than the latest past date it tells, nor younger than the first one it looks ahead to."""
    past: list[tuple[dt.date, str]] = []
    coming: list[tuple[dt.date, str]] = []
    for sentence in sentences:
        for find in sentence.finds:
            if find.when is None or find.kind not in ("date", "part", "range", "since"):
                continue
            ahead = looks_ahead(sentence.text, find.start, words)
            if ahead and find.when.last:
                coming.append((find.when.last, sentence.quote(find)))
            elif not ahead and find.when.first:
                past.append((find.when.first, sentence.quote(find)))
    if past:
        day, quote = max(past)
        note = f"The latest past date it tells is {quote!r}, so it is no older."
        yield _Guess(5, "latest", quote, ((day, _END),), note)
    if coming:
        day, quote = min(coming)
        yield _Guess(9, "coming", quote, ((_START, day),), f"It looks ahead to {quote!r}, so it is no younger.")


def _first_day_told(sentences: tuple[_Sentence, ...], words: TimeWords) -> Iterator[_Guess]:
    """A whole date in the opening, weekday or not, is the day reported or close before it."""
    for sentence in sentences[:_OPENING]:
        for find in sentence.finds:
            if find.kind == "date" and find.when and find.when.first and _is_day(find):
                day = find.when.first
                if not looks_ahead(sentence.text, find.start, words):
                    note = f"Its opening tells of {day.isoformat()}, so it was written soon after."
                    yield _Guess(11, "opening", sentence.quote(find), ((day, day + _DAY * _AFTER_WEEKDAY),), note)
                    return


def _compared_years(sentences: tuple[_Sentence, ...], words: TimeWords) -> Iterator[_Guess]:
    """`tahun ini dibandingkan dengan tahun 2023`: this year is most often the next."""
    for sentence in sentences:
        years = [find for find in sentence.finds if find.kind == "date" and _length(find) in (365, 366)]
        if not years or all(find.when is not None for find in sentence.finds):
            continue
        probed = _seen_from(sentence, words, _PROBE)
        if any(find.kind == "relative" and _length(find) == 365 and _covers(find, _PROBE) for find in probed):
            when = years[-1].when
            if when is not None and when.last is not None:
                year = when.last.year
                note = f"It sets this year beside {year}, most often the year before."
                yield _Guess(10, "compared", sentence.quote(years[-1]), (_years(year + 1, year + 1),), note)
                return


# --- dates without a year, once the rest leaves few years -------------------------------------------------------------


def _yearless(sentences: tuple[_Sentence, ...], words: TimeWords, domain: list[Interval]) -> Iterator[_Guess]:
    """Days and months that name no year: the season of the article, and with a weekday its year."""
    years = range(_hull(domain)[0].year - 1, _hull(domain)[1].year + 2)
    this_month = any(_says_this_month(sentence, words) for sentence in sentences)
    for sentence in sentences:
        for find in sentence.finds:
            if find.when is None and find.kind in ("date", "since", "until"):
                ahead = looks_ahead(sentence.text, find.start, words)
                guess = _seasons(sentence, find, words, years, ahead, this_month)
                if guess is not None:
                    yield guess


def _seasons(
    sentence: _Sentence, find: TimeFind, words: TimeWords, years: Iterable[int], ahead: bool, this_month: bool
) -> _Guess | None:
    quote = sentence.quote(find)
    short = sentence.text[max(0, find.start - 1) : find.start] == "("
    intervals: list[Interval] = []
    month = True
    for year in years:
        day = dt.date(year, 1, 1) if ahead else dt.date(year, 12, 31)
        again = [f for f in _seen_from(sentence, words, day) if f.start == find.start]
        if not again or again[0].when is None or again[0].conflict:
            continue
        first, last = _closed(again[0].when)
        short = short or "weekday" in again[0].basis
        month = (last - first).days > 25
        reach = _AFTER_WEEKDAY if short else _AFTER_MONTH if month or _names_past(quote, words) else _AFTER_DAY
        intervals.append(_window(first, last, ahead, reach, month and this_month))
    if not intervals:
        return None
    told = "looks ahead to" if ahead else "tells of"
    note = f"It {told} {quote!r} with no year, so it was written {'not long before' if ahead else 'soon after'}."
    if month and this_month:
        note += " What it calls this month is another."
    rank = 1 if short else 2
    return _Guess(rank, "month" if month else "weekday" if short else "day", quote, tuple(intervals), note)


def _closed(when: When) -> Interval:
    """An interval with an open end, cut down to the day or month at its known end."""
    if when.first is None and when.last is not None:
        whole = when.last == _month_end(when.last)
        return (when.last.replace(day=1) if whole else when.last), when.last
    if when.last is None and when.first is not None:
        return when.first, (_month_end(when.first) if when.first.day == 1 else when.first)
    return when.first or _START, when.last or _END


def _names_past(quote: str, words: TimeWords) -> bool:
    """`9 Oktober lalu`: the word for past lets the day lie further back."""
    return any(words.file.modifiers.get(word) == "past" for word in quote.lower().split())


def _window(first: dt.date, last: dt.date, ahead: bool, reach: int, other_month: bool) -> Interval:
    if ahead:
        return first - _DAY * _BEFORE_MONTH, first - _DAY if other_month else last
    return (last + _DAY if other_month else first), last + _DAY * reach


def _says_this_month(sentence: _Sentence, words: TimeWords) -> bool:
    if not any(find.kind == "relative" and find.when is None for find in sentence.finds):
        return False
    probed = _seen_from(sentence, words, _PROBE)
    return any(find.kind == "relative" and _length(find) == 30 and _covers(find, _PROBE) for find in probed)


# --- intervals --------------------------------------------------------------------------------------------------------


def _weigh(domain: list[Interval], guesses: Iterable[_Guess]) -> tuple[list[Interval], list[Clue]]:
    """Intersect the clues in turn; one that would leave nothing is not used."""
    clues = []
    for guess in guesses:
        left = _intersect(domain, guess.intervals)
        used = bool(left)
        note = guess.note if used else f"{guess.note} Not used: surer clues contradict it."
        when = _published(left if used else sorted(guess.intervals))
        clues.append(Clue(kind=guess.kind, quote=guess.quote, when=when, note=note, used=used))
        domain = left or domain
    return domain, clues


def _intersect(some: Iterable[Interval], others: Sequence[Interval]) -> list[Interval]:
    pairs = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return sorted({(first, last) for first, last in pairs if first <= last})


def _hull(domain: Iterable[Interval]) -> Interval:
    firsts, lasts = zip(*domain, strict=True)
    return min(firsts), max(lasts)


def _published(domain: Sequence[Interval]) -> When | None:
    first, last = _hull(domain)
    if first <= _START and last >= _END:
        return None
    basis = "inferred from the text"
    return When(first=first if first > _START else None, last=last if last < _END else None, basis=basis)


def _length(find: TimeFind) -> int:
    if find.when is None or find.when.first is None or find.when.last is None:
        return 0
    return (find.when.last - find.when.first).days + 1


def _covers(find: TimeFind, day: dt.date) -> bool:
    return find.when is not None and bool(find.when.first and find.when.last) and _inside(find.when, day)


def _inside(when: When, day: dt.date) -> bool:
    return (when.first or _START) <= day <= (when.last or _END)


def _years(first: int, last: int) -> Interval:
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _add_years(day: dt.date, count: int) -> dt.date:
    """The same day `count` years on; 29 February becomes the 28th."""
    return day.replace(year=day.year + count, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
