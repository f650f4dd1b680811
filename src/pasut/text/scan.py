"""What of the time expressions of a text is the same whatever the day it is read on: where they stand, and beside what.

A text is scanned once; the scans of the texts read last are kept, since each is asked for again, seen from other days.
"""

import re
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from pasut.packs.time_words import Rule, TimeWords

BORROWERS: frozenset[Rule] = frozenset({"numeric", "day_month", "month", "weekday", "bracket"})
"""Rules whose find, lacking a year, may take it from the next find of a range or list."""
_ENDS: frozenset[Rule] = frozenset(
    {"iso", "numeric", "day_month", "month", "decade", "year", "weekday", "century", "season", "bracket", "now", "unit"}
)
_ANCHORED: frozenset[Rule] = frozenset({"then", "unit", "span"})
"""Rules whose find may count from a day told before."""
_APART = 25
"""Characters between two finds of a range or list."""
_CLAUSE_END = re.compile(r"[.;:!?\n,\"“”()]")
_FIGURE = re.compile(r"\d")
_CLAUSE, _EDGE, _NAME = 160, 40, 60
"""Characters before a time that are looked at: its clause, a `since` or `until`, the name that it is part of."""


class Raw(NamedTuple):
    """A place where a form of the pack matches, and the words in its slots."""

    start: int
    end: int
    rule: Rule
    slots: Mapping[str, str]


class Group(NamedTuple):
    """A raw find, and the one after it where they are the ends of a range or the first has its year from the second."""

    raw: Raw
    following: Raw | None = None
    is_range: bool = False

    def begins_at(self, places: Container[int]) -> bool:
        """Whether its time may begin at one of the places."""
        return self.raw.start in places or (self.following is not None and self.following.start in places)


class Edge(NamedTuple):
    """`since`, `until`, `before` or `after`, right before a time."""

    start: int
    name: str


class Scan:
    """The raw finds of a text, from left to right without overlap, and what the words around them say."""

    def __init__(self, text: str, words: TimeWords) -> None:
        self.text, self.words = text, words
        raws = tuple(_matches(text, words))
        self.groups = tuple(_groups(text, raws, words)) if raws else ()
        """The raw finds as they are resolved, alone or with the next one."""
        self.counts_on = not _ANCHORED.isdisjoint([raw.rule for raw in raws])
        """Whether a find may count from a day told before."""
        self._ahead: dict[int, bool] = {}
        self._edges: dict[int, Edge | None] = {}
        self._ends: dict[int, int] = {}

    def looks_ahead(self, place: int) -> bool:
        """Whether the words before `place` in its clause tell of what is to come."""
        found = self._ahead.get(place)
        if found is None:
            clause = _CLAUSE_END.split(self.text[max(0, place - _CLAUSE) : place])[-1]
            hits = list(self.words.future.finditer(clause))
            found = bool(hits) and hits[-1]["future"] is not None and not any([hit["never"] for hit in hits])
            self._ahead[place] = found
        return found

    def edge(self, place: int) -> Edge | None:
        """`since`, `until`, `before` or `after` before the time that begins at `place`."""
        if place not in self._edges:
            back = max(0, place - _EDGE)
            before = self.text[back:place]
            found = self.words.edge.search(before) if before.rstrip().lower().endswith(self.words.edge_ends) else None
            self._edges[place] = Edge(back + found.start(), found.lastgroup or "") if found else None
        return self._edges[place]

    def end(self, place: int) -> int:
        """Where the hour words end that follow a time which ends at `place`."""
        if place not in self._ends:
            end = place
            while swallowed := self.words.swallowed.match(self.text, end):
                end = swallowed.end()
            self._ends[place] = end
        return self._ends[place]

    def is_in_name(self, raw: Raw) -> bool:
        """`Perang Oktober`, `Olimpiade 2024`: whether a find is part of a name."""
        slots = raw.slots
        if "y" not in slots:
            if raw.rule != "month" or "unit" in slots:
                return False
            before = self.text[: raw.start].lower().split()[-1:]
            return bool(before) and before[0] in self.words.file.name_heads
        if "unit" in slots or "part" in slots:
            return False
        return self.words.name_before.search(self.text[max(0, raw.start - _NAME) : raw.start]) is not None


class _Scans:
    """The scans of the texts read last."""

    _MOST = 2_000

    def __init__(self) -> None:
        self._words: TimeWords | None = None
        self._known: dict[str, Scan] = {}

    def of(self, text: str, words: TimeWords) -> Scan:
        if words is not self._words or len(self._known) > self._MOST:
            self._words, self._known = words, {}
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = Scan(text, words)
        return found


_SCANS = _Scans()
scan_of = _SCANS.of
"""The scan of a text with a language's words."""


def looks_ahead(text: str, place: int, words: TimeWords) -> bool:
    """Whether the words before `place` in its clause tell of what is to come."""
    return _SCANS.of(text, words).looks_ahead(place)


def _matches(text: str, words: TimeWords) -> Iterator[Raw]:
    place = 0
    has_figure = _FIGURE.search(text) is not None
    while hit := words.trigger.search(text, place):
        match = words.forms.match(text, hit.start(), hit.group(), has_figure)
        if match is None:
            place = hit.end()
            continue
        rule, groups = words.rules[match.lastgroup or ""]
        slots = {name: match[group] for name, group in groups if match[group] is not None}
        yield Raw(match.start(), match.end(), rule, slots)
        place = match.end()


def _groups(text: str, raws: tuple[Raw, ...], words: TimeWords) -> Iterator[Group]:
    index = 0
    while index < len(raws):
        raw = raws[index]
        index += 1
        following = raws[index] if index < len(raws) else None
        joined = _joined(text, raw, following, words) if following is not None else None
        if joined is None:
            yield Group(raw)
        else:
            yield Group(raw, following, joined)
            index += joined


def _joined(text: str, raw: Raw, following: Raw, words: TimeWords) -> bool | None:
    """Whether two finds are the ends of a range; None where they have nothing to do with each other."""
    if following.start - raw.end > _APART or raw.rule not in _ENDS or following.rule not in _ENDS:
        return None
    gap = text[raw.end : following.start]
    is_list = words.list_gap.fullmatch(gap) is not None
    if words.range_gap.fullmatch(gap) or (is_list and raw.rule == following.rule == "decade"):
        return True
    lends = "y" in following.slots or ("unit2" in following.slots and raw.rule == following.rule)
    return False if lends and is_list and raw.rule in BORROWERS else None
