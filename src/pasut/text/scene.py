"""What a time expression is resolved against, what its words say, and the steps it may take from publication.

A match of a pack's form comes in as slots of text; here they become numbers, units and intervals.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, NamedTuple

from pasut.packs.time_words import TimeWords, Unit
from pasut.records import When
from pasut.text.calendar import DAY, month_days, moved, unit_of
from pasut.text.scan import Raw, Scan

Kind = Literal[
    "date", "part", "relative", "range", "since", "until", "duration", "now", "inside-name", "anchored"
]  # fmt: skip


class Value(NamedTuple):
    first: dt.date | None
    last: dt.date | None
    kind: Kind
    basis: str
    conflict: bool = False
    known: bool = True
    length: tuple[int, int, Unit] | None = None
    """Of a length of time: least and most, and the unit."""
    could_be: tuple[dt.date, ...] = ()
    """Where the weekday is not that of the date: the days one slip away from what is written whose weekday it is."""


class Scene(NamedTuple):
    """What an expression is resolved against."""

    text: str
    words: TimeWords
    scan: Scan
    first: dt.date | None
    """First and last day on which the text may have been published."""
    last: dt.date | None
    anchor: When | None
    future: bool

    @property
    def known(self) -> bool:
        return self.first is not None and self.last is not None

    @property
    def to_the_day(self) -> bool:
        return self.first == self.last


def key(text: str) -> str:
    """A matched word as the pack's tables write it."""
    return " ".join(text.lower().rstrip(".").split())


def year_of(slots: Mapping[str, str]) -> int | None:
    if "y" in slots:
        return int(slots["y"])
    return 2000 + int(slots["yy"]) if "yy" in slots else None


def weekday_of(scene: Scene, slots: Mapping[str, str]) -> int | None:
    return scene.words.file.weekdays[key(slots["weekday"])] if "weekday" in slots else None


def unit_named(scene: Scene, word: str) -> Unit:
    return scene.words.file.units[key(word)]


def modifier_of(scene: Scene, slots: Mapping[str, str]) -> str:
    return scene.words.file.modifiers.get(key(slots.get("mod", "")), "")


def moved_year(scene: Scene, modifier: str) -> int | None:
    if scene.last is None:
        return None
    return scene.last.year + {"past": -1, "next": 1}.get(scene.words.file.modifiers.get(key(modifier), ""), 0)


def length_of(scene: Scene, text: str) -> tuple[int, int, Unit | None]:
    """A length of time as (least, most, unit); the unit is None where the number cannot be read."""
    match = scene.words.span.fullmatch(text)
    if match is None:
        return 1, 1, scene.words.file.units.get(key(text))
    if match["one"]:
        return 1, 1, scene.words.one_units[key(match["one"])]
    if match["twice"]:
        return 2, 8, unit_named(scene, match["twice"])
    unit = unit_named(scene, match["unit"])
    if match["vague"]:
        return *scene.words.file.vague[key(match["vague"])], unit
    number = number_of(scene, match["number"])
    return (1, 1, None) if number is None else (number, number, unit)


def number_of(scene: Scene, text: str) -> int | None:
    """`12`, `dua belas`, `dua puluh lima`."""
    if text[:1].isdigit():
        return int(text) if text.isdigit() else None
    file, total = scene.words.file, 0
    for word in text.lower().replace("-", " ").split():
        if word in file.numbers:
            total += file.numbers[word]
        elif word in file.teens:
            total += file.teens[word]
        elif word in file.times:
            total = (total or 1) * file.times[word]
    return total


def is_future(scene: Scene, raw: Raw) -> bool:
    return scene.future or scene.scan.looks_ahead(raw.start)


def starts_sentence(scene: Scene, place: int) -> bool:
    before = scene.text[max(0, place - 4) : place].rstrip(" \"“'‘(")
    return not before or before[-1] in ".!?\n:"


def gap(scene: Scene, value: Value) -> int:
    if value.last is None or scene.last is None:
        return 10_000
    return abs((value.last - scene.last).days)


def days_value(first: dt.date | None, last: dt.date, basis: str) -> Value:
    if first is None or first >= last:
        return Value(last, last, "date", basis)
    return Value(first, last, "range", basis)


def units_from(scene: Scene, unit: Unit, count: int) -> Value:
    """The unit `count` away from the one of publication."""
    if scene.first is None or scene.last is None:
        return Value(None, None, "relative", "relative to an unknown publication", known=False)
    first, _ = unit_of(moved(scene.first, unit, count), unit)
    _, last = unit_of(moved(scene.last, unit, count), unit)
    return Value(first, last, "relative", "relative to publication")


def days_from(scene: Scene, first: int, last: int) -> Value:
    if scene.first is None or scene.last is None:
        return Value(None, None, "relative", "relative to an unknown publication", known=False)
    return Value(
        moved(scene.first, "day", first), moved(scene.last, "day", last), "relative", "relative to publication"
    )


def anchored(scene: Scene, unit: Unit, count: int) -> Value:
    """Counted from the day told before, not from publication."""
    anchor = scene.anchor
    if anchor is None or anchor.first is None or anchor.last is None:
        return Value(None, None, "anchored", "counted from a day not known", known=False)
    first, _ = unit_of(moved(anchor.first, unit, count), unit)
    _, last = unit_of(moved(anchor.last, unit, count), unit)
    return Value(first, last, "anchored", "counted from the day told before")


def counted(scene: Scene, unit: Unit, low: int, high: int, direction: str) -> Value:
    if scene.first is None or scene.last is None:
        return Value(None, None, "relative", "relative to an unknown publication", known=False)
    middle = max(low, int((low * high) ** 0.5))
    if direction == "last":
        return Value(moved(scene.first, unit, -middle), scene.last, "range", "up to publication")
    if direction == "ahead":
        return Value(scene.first, moved(scene.last, unit, middle), "range", "from publication on")
    if direction == "hence":
        return units_from(scene, unit, low)
    earliest, latest = units_from(scene, unit, -high), units_from(scene, unit, -low)
    return latest._replace(first=earliest.first)


def part_of(scene: Scene, slots: Mapping[str, str], first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The early, middle or late third of an interval; of a year its months, of a week its days."""
    if "part" not in slots:
        return first, last
    part = scene.words.file.parts[key(slots["part"])]
    length = (last - first).days + 1
    if length == 7:
        low, high = {"early": (0, 1), "mid": (2, 3), "late": (5, 6)}[part]
        return first + DAY * low, first + DAY * high
    if length < 28:
        return first, last
    if length <= 31:
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return first.replace(day=low), last.replace(day=high)
    years = last.year - first.year
    if years:
        third, two_thirds = years // 3, years * 2 // 3
        low, high = {"early": (0, third), "mid": (third, two_thirds + 1), "late": (two_thirds, years)}[part]
        return dt.date(first.year + low, 1, 1), dt.date(first.year + high, 12, 31)
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    return dt.date(first.year, low, 1), month_days(first.year, high)[1]
