"""The index of a relation: for people where it stands and how it came there, for programs every day of it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np

from pasut.errors import UsageError
from pasut.measure.arrays import Flags
from pasut.measure.assessed import Assessed
from pasut.measure.curve import Curve
from pasut.measure.index import RelationIndex
from pasut.measure.level import chance_of_rise, judge_level, judge_trend
from pasut.measure.saydo import compare_words_and_deeds
from pasut.records import When
from pasut.show.measured import (
    PLACES,
    band,
    draw_blocks,
    formula_line,
    level_words,
    on_day,
    signed,
    trend_words,
)
from pasut.show.table import Row, Value, View
from pasut.show.words import Words

Pace = Literal["day", "week", "month"]
HEADINGS = ("part", "index", "band", "level", "acts", "last_act")
PARTS = ("index", "with_disputed", "forward", "backward", "verbal", "material", "cooperation", "conflict")
ALONE = ("cooperation", "conflict")
"""Parts whose numbers are no levels of a relation."""
HALF_LIVES = (21.0, 45.0, 90.0)
"""Days for which people are told the index, to see what depends on the choice."""
FIELDS = (
    "date", "a", "b", *(f"{part}{end}" for part in PARTS for end in ("", "_low", "_high")), "known_then",
    "acts_30_days", "flow_30_days", "days_since_act", "is_stale", "level_low", "level_high", "chance_of_rise", "trend",
    "formula",
)  # fmt: skip
WIDTH = 60
"""Blocks of the line that shows the course."""


def state_view(relation: RelationIndex, names: tuple[str, str], at: int, words: Words) -> View:
    """Where the relation and each part of it stand on a day (a position in the curves)."""
    day = relation.curve.first + dt.timedelta(days=at)
    return View(
        title=words.phrase("index", a=names[0], b=names[1], day=on_day(day, words)),
        headings=words.headings(*HEADINGS),
        rows=tuple(_state_rows(relation, at, words)),
        fields=("part", "index", "low", "high", "acts", "days_since_act"),
    )


def _state_rows(relation: RelationIndex, at: int, words: Words) -> Iterator[Row]:
    a, b = relation.a, relation.b
    titles = {"forward": f"{a} → {b}", "backward": f"{b} → {a}"}
    for part in PARTS:
        curve = _curve(relation, part)
        since = int(curve.since_act[at])
        acts = _acts(relation, part, at)
        value, low, high = (float(each[at]) for each in (curve.mean, curve.low, curve.high))
        cells = (
            titles.get(part) or words.phrase(f"part_{part}"),
            signed(value, words) if since >= 0 else words.phrase("nobody"),
            band(low, high, words),
            words.phrase("nobody") if part in ALONE else level_words(judge_level(relation, curve, at), since, words),
            words.number(acts),
            words.phrase("days_ago", n=since) if since >= 0 else words.phrase("nobody"),
        )
        record: dict[str, Value] = {"part": part, "index": value, "low": low, "high": high}
        yield Row(cells=cells, record=record | {"acts": acts, "days_since_act": since if since >= 0 else None})


def _curve(relation: RelationIndex, part: str) -> Curve:
    curve: Curve = getattr(relation, "curve" if part == "index" else part)
    return curve


def _acts(relation: RelationIndex, part: str, at: int) -> int:
    """How many acts until a day a curve rests on."""
    all_acts = relation.evidence.acts
    sure = all_acts.undisputed
    chosen: dict[str, Flags] = {
        "index": sure,
        "with_disputed": sure | ~sure,
        "forward": sure & all_acts.forward,
        "backward": sure & all_acts.backward,
        "verbal": sure & ~all_acts.material,
        "material": sure & all_acts.material,
        "cooperation": sure & (all_acts.score > 0),
        "conflict": sure & (all_acts.score < 0),
    }
    until = relation.curve.first.toordinal() + at
    return int(np.count_nonzero(chosen[part] & (all_acts.first <= until)))


def state_notes(
    relation: RelationIndex, said: Sequence[Assessed], span: tuple[int, int], words: Words
) -> Iterator[str]:
    """Lines under the table: course, trend, words against deeds, assessments, what was left out, the formula.

    `span` is the first and last position shown.
    """
    start, end = span
    curve, stale_days = relation.curve, relation.parameters.stale_days
    fresh = [0 <= since <= stale_days for since in curve.since_act[start : end + 1].tolist()]
    blocks, low, high = draw_blocks(curve.mean[start : end + 1].tolist(), fresh, WIDTH)
    first, last = (on_day(curve.first + dt.timedelta(days=n), words) for n in span)
    yield words.phrase(
        "course", blocks=blocks, low=signed(low, words), high=signed(high, words), first=first, last=last
    )
    days = relation.parameters.trend_days
    trend = trend_words(judge_trend(curve, days, end), chance_of_rise(curve, days, end), words)
    yield words.phrase("trend", n=days, trend=trend)
    tried = [signed(float(relation.with_half_life(days).mean[end]), words) for days in HALF_LIVES]
    lives = " / ".join(words.number(days) for days in HALF_LIVES)
    yield words.phrase("half_lives", days=lives, values=" / ".join(tried))
    for each in compare_words_and_deeds(relation):
        gap, error = float(each.gap[end]), float(each.error[end])
        yield words.phrase(
            "say_do", a=each.source, b=each.target, gap=signed(gap, words), error=words.number(error, 1)
        ) + ("" if abs(gap) > error else f" ({words.phrase('unsure')})")
    if said:
        yield words.phrase("said", n=len(said), list=_counted(said, words))
    if relation.evidence.left_out:
        reasons = [f"{words.phrase(f'left_{reason}')} {words.number(n)}" for reason, n in relation.evidence.left_out]
        yield words.phrase("left_out", list=", ".join(reasons))
    yield words.phrase("conventions")
    yield formula_line(relation.parameters)


def _counted(said: Sequence[Assessed], words: Words) -> str:
    """`warming 9 (agrees 2, open 7)` for each direction."""
    verdicts: dict[str, Counter[str]] = {}
    for each in said:
        verdicts.setdefault(each.assessment.direction, Counter())[each.verdict] += 1
    return "; ".join(
        f"{words.labels.direction[direction]} {words.number(counts.total())} ("
        + ", ".join(f"{words.labels.verdict[verdict]} {words.number(n)}" for verdict, n in sorted(counts.items()))
        + ")"
        for direction, counts in sorted(verdicts.items())
    )


def series_view(
    relation: RelationIndex, names: tuple[str, str], span: tuple[int, int], pace: Pace, words: Words
) -> View:
    """Every day between two positions, or the last day of each week or month of them."""
    last = relation.curve.first + dt.timedelta(days=span[1])
    return View(
        title=words.phrase("index", a=names[0], b=names[1], day=on_day(last, words)),
        headings=words.headings("date", "index", "band", "level"),
        rows=tuple(
            _day_row(relation, at, words) for at in range(span[0], span[1] + 1) if _is_shown(relation, at, span, pace)
        ),
        fields=FIELDS,
        empty=words.phrase("nothing"),
    )


def _is_shown(relation: RelationIndex, at: int, span: tuple[int, int], pace: Pace) -> bool:
    day = relation.curve.first + dt.timedelta(days=at)
    following = day + dt.timedelta(days=1)
    if pace == "day" or at == span[1]:
        return True
    return following.weekday() == 0 if pace == "week" else following.day == 1


def _day_row(relation: RelationIndex, at: int, words: Words) -> Row:
    curve = relation.curve
    day = curve.first + dt.timedelta(days=at)
    since = int(curve.since_act[at])
    level = judge_level(relation, curve, at)
    record: dict[str, Value] = {"date": day.isoformat(), "a": relation.a, "b": relation.b}
    for part in PARTS:
        each = _curve(relation, part)
        for end, values in (("", each.mean), ("_low", each.low), ("_high", each.high)):
            record[f"{part}{end}"] = round(float(values[at]), PLACES)
    days = relation.parameters.trend_days
    record |= {
        "known_then": round(float(curve.mean_then[at]), PLACES),
        "acts_30_days": round(float(relation.acts[at]), PLACES),
        "flow_30_days": round(float(relation.flow[at]), PLACES),
        "days_since_act": since if since >= 0 else None,
        "is_stale": level.stale,
        "level_low": level.lowest,
        "level_high": level.highest,
        "chance_of_rise": round(chance_of_rise(curve, days, at), PLACES),
        "trend": judge_trend(curve, days, at),
        "formula": formula_line(relation.parameters),
    }
    cells = (
        words.date(When(first=day, last=day, basis="day")),
        signed(float(curve.mean[at]), words),
        band(float(curve.low[at]), float(curve.high[at]), words),
        level_words(level, since, words),
    )
    return Row(cells=cells, record=record)


def span_of(relation: RelationIndex, since: dt.date | None, until: dt.date | None) -> tuple[int, int]:
    """First and last position of the days asked for. Raises UsageError where the index has none of them."""
    curve = relation.curve
    start = max(0, ((since or curve.first) - curve.first).days)
    end = min(len(curve) - 1, ((until or curve.last) - curve.first).days)
    if start > end:
        raise UsageError(
            f"the index of {relation.a} and {relation.b} runs from {curve.first} to {curve.last}; widen --from and --to"
        )
    return start, end
