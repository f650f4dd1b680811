"""Rules of times told from another day, that of publication or one told before: `kemarin`, `pekan lalu`, `Selasa`."""

import datetime as dt
from collections.abc import Callable, Mapping

from pasut.packs.time_words import Rule
from pasut.text.calendar import DAY
from pasut.text.scan import Raw
from pasut.text.scene import (
    Scene,
    Value,
    anchored,
    counted,
    days_from,
    is_future,
    key,
    length_of,
    modifier_of,
    part_of,
    starts_sentence,
    unit_named,
    units_from,
)  # fmt: skip


def _deictic(scene: Scene, raw: Raw) -> Value | None:
    first, last = scene.words.file.deictics[key(raw.slots["deictic"])]
    return days_from(scene, first, last)


def _now(scene: Scene, raw: Raw) -> Value | None:
    return Value(scene.first, scene.last, "now", "time of publication", known=scene.known)


def _then(scene: Scene, raw: Raw) -> Value | None:
    return anchored(scene, "day", scene.words.file.then[key(raw.slots["then"])])


def _unit_shift(scene: Scene, raw: Raw) -> Value | None:
    """`pekan lalu`, `bulan ini`, `akhir tahun`."""
    slots = raw.slots
    unit = unit_named(scene, slots["unit"])
    modifier = modifier_of(scene, slots) or "this"
    if unit == "hour" or (unit == "day" and "mod" not in slots):
        return None
    if (
        key(slots["unit"]) in scene.words.file.weekdays
        and slots["unit"][:1].isupper()
        and not starts_sentence(scene, raw.start)
    ):
        return _weekday(scene, raw._replace(slots={"weekday": slots["unit"], "mod": slots.get("mod", "")}))
    if modifier in ("that", "then_past", "then_next"):
        return anchored(scene, unit, {"that": 0, "then_past": -1}.get(modifier, 1))
    if unit == "day" and modifier != "this":
        return None
    value = units_from(scene, unit, {"past": -1, "next": 1}.get(modifier, 0))
    divisible = unit not in ("day", "week") or (unit == "week" and scene.to_the_day)
    if "part" in slots and divisible and value.first is not None and value.last is not None:
        first, last = part_of(scene, slots, value.first, value.last)
        return value._replace(first=first, last=last, kind="part")
    return value


def _span(scene: Scene, raw: Raw) -> Value | None:
    """`lima bulan lalu`, `beberapa pekan terakhir`, `dua hari kemudian`."""
    slots = raw.slots
    low, high, unit = length_of(scene, slots.get("span") or slots["unit"])
    if unit is None or high > 5000:
        return None
    direction = scene.words.file.directions[key(slots["direction"])]
    if unit == "hour":
        return days_from(scene, 0, 0) if direction in ("ago", "last") else None
    if direction in ("later", "earlier"):
        step = 1 if direction == "later" else -1
        near, far = sorted((anchored(scene, unit, low * step), anchored(scene, unit, high * step)), key=_first_day)
        return near._replace(last=far.last)
    if "span" not in slots and direction != "last":
        return None
    return counted(scene, unit, low, high, direction)


def _first_day(value: Value) -> dt.date:
    return value.first or dt.date.min


def _duration(scene: Scene, raw: Raw) -> Value | None:
    low, high, unit = length_of(scene, raw.slots["span"])
    length = None if unit is None or high > 5000 else (low, high, unit)
    return Value(None, None, "duration", "a length of time", known=False, length=length)


def _weekday(scene: Scene, raw: Raw) -> Value | None:
    """A bare weekday: the nearest not after publication, the day of publication included."""
    slots = raw.slots
    weekday = scene.words.file.weekdays[key(slots["weekday"])]
    if not scene.known or scene.first is None or scene.last is None:
        return Value(None, None, "relative", "weekday before an unknown publication", known=False)
    modifier = modifier_of(scene, slots)
    if "unit2" in slots:
        return _weekday_of_unit(scene, weekday, slots)
    behind = (scene.last.weekday() - weekday) % 7
    ahead = (weekday - scene.last.weekday()) % 7
    if modifier == "this":
        offset = weekday - scene.last.weekday()
    elif modifier == "past":
        offset = -(behind or 7)
    elif modifier == "next":
        offset = ahead or 7
    else:
        offset = ahead if is_future(scene, raw) else -behind
    day = scene.last + DAY * offset
    return Value(day, day, "relative", "weekday, by the publication")


def _weekday_of_unit(scene: Scene, weekday: int, slots: Mapping[str, str]) -> Value:
    step = {"past": -1, "next": 1}.get(modifier_of(scene, slots), 0)
    unit = unit_named(scene, slots["unit2"])
    value = units_from(scene, unit, step)
    if unit != "week" or value.first is None:
        return value
    day = value.first + DAY * weekday
    return value._replace(first=day, last=day)


MOMENTS: Mapping[Rule, Callable[[Scene, Raw], Value | None]] = {
    "deictic": _deictic,
    "then": _then,
    "now": _now,
    "unit": _unit_shift,
    "span": _span,
    "duration": _duration,
    "weekday": _weekday,
}
"""What each rule of such a time does with a match."""
