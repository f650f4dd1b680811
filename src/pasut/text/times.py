"""Find the time expressions of a text and resolve them to intervals of days against the day of publication.

What comes in is a text and a language's compiled time words; what goes out are the finds, in order, each with the
interval it means. Values are intervals, never points: `2019` is a year, `pekan lalu` an ISO week.
"""

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator

import msgspec

from pasut.packs.time_words import TimeWords, Unit
from pasut.records import Record, When
from pasut.text.calendar import DAY
from pasut.text.scan import BORROWERS, Group, Raw, looks_ahead, scan_of
from pasut.text.scene import Kind, Scene
from pasut.text.time_rules import RULES

# Where publication is known to no more than this, what is said relative to it is not dated at all.
_MOST_DAYS = 400
# And up to so many days off, what is near publication is taken to lie within what is known of it.
_NEAR = 7

Interval = tuple[dt.date, dt.date]

__all__ = ["Kind", "TimeFind", "find_times", "looks_ahead"]


class TimeFind(Record, frozen=True):
    """One time expression: where it stands in the text and what it means."""

    start: int
    end: int
    when: When | None
    """None where the text gives no way to know: no publication day, a bare length of time."""
    kind: Kind
    basis: str
    """A few words on what the value rests on."""
    conflict: bool = False
    """The weekday named is not that of the date as written."""
    could_be: tuple[dt.date, ...] = ()
    """Then: the days whose weekday it is, one slip away from what is written."""
    is_weekday: bool = False
    """Whether it is a weekday alone."""
    is_absolute: bool = False
    """Whether it means the same whenever it is read."""
    length: tuple[int, int, Unit] | None = None
    """Of a length of time: least and most, and the unit."""
    edge: When | None = None
    """Of a `since` or `until`: the time that it begins or ends with, which `saat itu` means after it."""


def find_times(
    text: str, published: When | None, words: TimeWords, *, anchor: When | None = None, future: bool = False
) -> tuple[TimeFind, ...]:
    """Find every time expression of `text`, in order; `anchor` is the day that "two days later" counts from.

    `published` may be an interval: then relative expressions get the interval they can mean, unless it is very long.
    `future` says that the text as a whole tells of what is to come.
    """
    scan = scan_of(text, words)
    if not scan.groups:
        return ()
    first, last = _bounds(published)
    scene = Scene(text, words, scan, last, last, anchor, future)
    finds = _resolve_all(scene, scan.groups)
    if first == last:
        return tuple(finds)
    early = {find.start: find for find in _resolve_all(scene._replace(first=first, last=first), scan.groups)}
    return tuple(_between(early[find.start], find, first, last) if find.start in early else find for find in finds)


def seen_near(text: str, words: TimeWords, places: Container[int]) -> Callable[[dt.date], list[Interval]]:
    """What gives, for a day, the intervals that the finds at some places mean as seen from it.

    None of them has words such as `since` before it, or counts from another find.
    """
    scan = scan_of(text, words)
    groups = [group for group in scan.groups if group.begins_at(places)]

    def seen(day: dt.date) -> list[Interval]:
        scene = Scene(text, words, scan, day, day, None, False)
        found = []
        for group in groups:
            if group.following is None:  # no record is made: this is asked for every day of some weeks
                value = RULES[group.raw.rule](scene, group.raw)
                if value is not None and value.known and value.first is not None and value.last is not None:
                    found.append((value.first, value.last))
                continue
            find = _resolve_group(scene, group)
            if find is not None and find.start in places and find.when and find.when.first and find.when.last:
                found.append((find.when.first, find.when.last))
        return found

    return seen


def _resolve_all(scene: Scene, groups: Iterable[Group]) -> list[TimeFind]:
    finds: list[TimeFind] = []
    is_open = False
    for group in groups:
        found = _resolve_group(scene, group)
        if found is None:
            continue
        finds.append(_with_edge(scene, found))
        is_open = is_open or finds[-1].kind == "since"
        if scene.scan.counts_on and found.when is not None and found.kind not in ("now", "inside-name"):
            scene = scene._replace(anchor=found.when)
    return list(_closed(scene.text, finds)) if is_open else finds


def _between(early: TimeFind, late: TimeFind, earliest: dt.date | None, latest: dt.date | None) -> TimeFind:
    """What an expression means where publication lies between two days: from its first to its last value.

    Where these days are a week apart or more, `kemarin` is one of them.
    """
    if early.when is None or late.when is None or early.when == late.when:
        return late if early.when is not None or late.when is None else msgspec.structs.replace(late, when=None)
    firsts, lasts = (early.when.first, late.when.first), (early.when.last, late.when.last)
    first = None if None in firsts else min(day for day in firsts if day is not None)
    last = None if None in lasts else max(day for day in lasts if day is not None)
    shortest = min(_days(early.when), _days(late.when))
    if first is not None and last is not None and (last - first).days > shortest + _MOST_DAYS:
        return msgspec.structs.replace(late, when=None)
    if late.kind == "relative" and first and last and earliest and latest and (latest - earliest).days > _NEAR:
        if earliest - first <= DAY * _NEAR and last - latest <= DAY * _NEAR:
            first, last = max(first, earliest), min(last, latest)
    basis = f"{late.when.basis}, which is known to some days" if late.when.basis else ""
    return msgspec.structs.replace(late, when=When(first=first, last=last, basis=basis))


def _days(when: When) -> int:
    return (when.last - when.first).days if when.first and when.last else 0


def _bounds(published: When | None) -> tuple[dt.date | None, dt.date | None]:
    if published is None or published.first is None or published.last is None:
        return None, None
    return published.first, published.last


def _resolve_group(scene: Scene, group: Group) -> TimeFind | None:
    """Resolve a raw find, together with the next one where the two are the ends of a range."""
    if group.following is None:
        return _resolve(scene, group.raw)
    if group.is_range:
        return _range(scene, group.raw, group.following)
    return _resolve(_seen_from(scene, _resolve(scene, group.following)), group.raw)


def _range(scene: Scene, raw: Raw, following: Raw) -> TimeFind | None:
    """`Oktober hingga Desember 2023`: the first end takes what it lacks from the second."""
    last = _resolve(scene, following)
    if last is None or last.when is None or last.when.last is None:
        return _resolve(scene, raw) or last
    borrows = raw.rule in BORROWERS and "y" not in raw.slots
    first = _resolve(_seen_from(scene, last) if borrows else scene, raw)
    if first is None or first.when is None or first.when.first is None or first.when.first > last.when.last:
        return last
    when = When(first=first.when.first, last=last.when.last, basis=last.when.basis)
    return TimeFind(
        start=raw.start, end=last.end, when=when, kind="range", basis=last.basis, conflict=last.conflict,
        is_absolute=last.is_absolute,
    )  # fmt: skip


def _seen_from(scene: Scene, find: TimeFind | None) -> Scene:
    if find is None or find.when is None or find.when.last is None:
        return scene
    return scene._replace(first=find.when.last, last=find.when.last, future=False, anchor=find.when)


def _resolve(scene: Scene, raw: Raw) -> TimeFind | None:
    value = RULES[raw.rule](scene, raw)
    if value is None:
        return None
    kind = value.kind
    if kind in ("date", "part", "range") and scene.scan.is_in_name(raw):
        kind = "inside-name"
    when = When(first=value.first, last=value.last, basis=value.basis) if value.known else None
    if when is not None and value.first is None and value.last is None:
        when = None
    return TimeFind(
        start=raw.start, end=raw.end, when=when, kind=kind, basis=value.basis, conflict=value.conflict,
        could_be=value.could_be, is_weekday=raw.rule == "weekday", is_absolute=_is_absolute(raw), length=value.length,
    )  # fmt: skip


def _is_absolute(raw: Raw) -> bool:
    return "y" in raw.slots or "yy" in raw.slots or raw.rule in ("decade", "century")


def _with_edge(scene: Scene, find: TimeFind) -> TimeFind:
    """Take in `since`, `until`, `before`, `after` before the find and the hour words after it."""
    end = scene.scan.end(find.end)
    if end != find.end:
        find = msgspec.structs.replace(find, end=end)
    edge = scene.scan.edge(find.start)
    if edge is None or find.kind in ("duration", "inside-name", "range"):
        return find
    kind: Kind = "since" if edge.name in ("since", "after") else "until"
    return msgspec.structs.replace(find, start=edge.start, when=_edged(find, edge.name), kind=kind, edge=find.when)


def _edged(find: TimeFind, edge: str) -> When | None:
    """`sejak 2020` has no end, `hingga Juli` no start, `sebelum 2020` ends with 2019."""
    when = find.when
    if when is None:
        return None
    first, last = when.first, when.last
    if edge in ("since", "after"):
        last = None
    else:
        if edge == "before" and find.kind == "date" and first is not None:
            last = first - DAY
        first = None
    return None if first is None and last is None else When(first=first, last=last, basis=when.basis)


def _closed(text: str, finds: list[TimeFind]) -> Iterator[TimeFind]:
    """Close an open `since` by an `until` that follows it in the same sentence."""
    for find, following in zip(finds, (*finds[1:], None), strict=False):
        if (
            find.kind == "since" and following is not None and following.kind == "until"
            and find.when and following.when and find.when.first and following.when.last
            and find.when.first <= following.when.last
            and not any(end in text[find.end : following.start] for end in ".!?\n")
        ):  # fmt: skip
            when = When(first=find.when.first, last=following.when.last, basis=find.when.basis)
            yield msgspec.structs.replace(find, when=when)
        else:
            yield find
