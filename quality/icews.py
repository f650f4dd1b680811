"""The index fed with another coder's events: ICEWS of four dyads, by months, against five things known of those years.

The series and the table from CAMEO to PLOVER are no part of this repository (the table is CC BY-SA 4.0): they are
looked for in `shared/bench` beside it. Run `python quality/icews.py`; `make methodology` puts the result into the
documentation.

The counts are of reports, and a meeting is counted from both sides. A day, pair and CAMEO root counts once here; the
series is by months, so N reports of a root become as many acts as N reports fall on different days of a month by
chance, spread evenly over it.
"""

import calendar
import csv
import datetime as dt
import math
import pathlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec
import numpy as np

from pasut.measure.arrays import Floats, floats
from pasut.measure.curve import Curve
from pasut.measure.index import RelationIndex, measure_relation
from pasut.measure.parameters import Z90, Parameters
from pasut.records import ActorCode, Event, EventType, When
from pasut.world.scale import load_scale

BENCH = pathlib.Path(__file__).parents[2] / "shared" / "bench"
SERIES, TABLE = BENCH / "icews_dyads.csv", BENCH / "cameo2plover.jsonl"
CODES = {"KP": "PRK", "KR": "KOR", "CN": "CHN", "RU": "RUS", "UA": "UKR"}
SCALE = load_scale()
WHOLE = Parameters(coded_right=1.0)
SEED = 2018
HALVES = 20
"""Random halves of the events that are tried."""

Dyad = tuple[str, str]
Month = tuple[int, int]


class Act(msgspec.Struct):
    """A line of the table from CAMEO to PLOVER."""

    cameo: str
    event: EventType
    mode: str | None


class Check(msgspec.Struct):
    """One thing known, and what the index says."""

    name: str
    holds: bool
    figures: str


def is_measurable() -> bool:
    """Whether the series lie beside the repository."""
    return SERIES.is_file() and TABLE.is_file()


def read_events(source: str) -> dict[Dyad, list[Event]]:
    """Events of one edition of ICEWS, by dyad."""
    table = {
        act.cameo: act for line in TABLE.read_bytes().splitlines() for act in (msgspec.json.decode(line, type=Act),)
    }
    counts: dict[tuple[Dyad, Month, str], Counter[tuple[str, str, str]]] = defaultdict(Counter)
    with SERIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            act = table.get(row["cameo_code"]) or table.get(row["cameo_code"] + "0")
            if row["source_set"] != source or act is None:
                continue
            source_code, target_code = (CODES[code] for code in row["direction"].split(">"))
            year, month = (int(part) for part in row["month"].split("-"))
            dyad = min(source_code, target_code), max(source_code, target_code)
            key = dyad, (year, month), row["cameo_code"][:2]
            counts[key][source_code, target_code, act.cameo] += int(row["count"])
    out: dict[Dyad, list[Event]] = defaultdict(list)
    for (dyad, month_, root), of_code in sorted(counts.items()):
        out[dyad] += _spread(month_, root, of_code, table)
    return out


def _spread(
    month: Month, root: str, of_code: Counter[tuple[str, str, str]], table: Mapping[str, Act]
) -> Iterator[Event]:
    """The acts of one root in one month: one a day at the most, in proportion to the codes and directions reported."""
    days = calendar.monthrange(*month)[1]
    reports = [key for key, number in sorted(of_code.items()) for _ in range(number)]
    size = max(1, round(days * (1 - (1 - 1 / days) ** len(reports))))
    for n in range(size):
        source, target, cameo = reports[(2 * n + 1) * len(reports) // (2 * size)]
        day = dt.date(*month, 1 + (n * days) // size)
        when = When(first=day, last=day, basis="month")
        act = table[cameo]
        yield Event(
            id=f"{day.isoformat()} {root} {source} {target}",
            type=act.event,
            mode=act.mode,
            source=(ActorCode(source),),
            target=(ActorCode(target),),
            status="happened",
            standing="asserted",
            when=when,
            reported=when,
        )


def months(relation: RelationIndex, values: Floats, *, last_day: bool = False) -> dict[Month, float]:
    """Mean of each month of a daily series, or its last value."""
    found: dict[Month, list[float]] = defaultdict(list)
    for n, value in enumerate(values.tolist()):
        day = relation.curve.first + dt.timedelta(days=n)
        found[day.year, day.month].append(value)
    return {month: each[-1] if last_day else float(np.mean(each)) for month, each in found.items()}


def level(events: Iterable[Event], dyad: Dyad) -> dict[Month, float]:
    """Mean of the index in each month."""
    relation = measure_relation(events, dyad, SCALE, WHOLE)
    return months(relation, relation.curve.mean)


def flow(events: Iterable[Event], dyad: Dyad) -> dict[Month, float]:
    """Sum of the scores of the last thirty days at the end of each month: how much happens, and which way."""
    relation = measure_relation(events, dyad, SCALE, WHOLE)
    return months(relation, relation.flow, last_day=True)


def checks() -> Iterator[Check]:
    """The five points."""
    now, before = read_events("ICEWS18"), read_events("ICEWS14")
    korea, china, russia, war = ("KOR", "PRK"), ("CHN", "PRK"), ("PRK", "RUS"), ("RUS", "UKR")
    yield _signs(now, (korea, china, russia), war)
    yield _years(now[korea], before[korea], korea)
    yield _peaks(*(flow(now[dyad], dyad) for dyad in (china, korea, russia)))
    yield _halves(now[korea], korea)
    yield _tone(now[korea], now[russia], korea, russia)


def _signs(events: Mapping[Dyad, list[Event]], warm: Iterable[Dyad], cold: Dyad) -> Check:
    lowest = min((value, dyad) for dyad in warm for value in level(events[dyad], dyad).values())
    highest = max(level(events[cold], cold).values())
    return Check(
        name="Sign: RU-UA below zero in every month of 2018; KP-KR, KP-CN and KP-RU above",
        holds=highest < 0 < lowest[0],
        figures=f"highest month of RU-UA {highest:.2f}; lowest of the others {lowest[0]:.2f} ({'-'.join(lowest[1])})",
    )


def _years(now: list[Event], before: list[Event], dyad: Dyad) -> Check:
    later, earlier = (measure_relation(each, dyad, SCALE, WHOLE).curve for each in (now, before))
    error = Z90 * math.sqrt(variance_of_mean(later) + variance_of_mean(earlier))
    rise = float(later.mean.mean() - earlier.mean.mean())
    return Check(
        name="Years: KP-KR in 2018 well above 2014",
        holds=rise > error,
        figures=f"{later.mean.mean():+.2f} against {earlier.mean.mean():+.2f}, a rise of {rise:.2f} with a band of "
        f"{error:.2f} either side",
    )


def variance_of_mean(curve: Curve) -> float:
    """Of the mean of all days of a curve, which vary together."""
    size = len(curve)
    return float(
        np.mean([curve.covariance(min(s, t), max(s, t)) for s in range(0, size, 5) for t in range(0, size, 5)])
    )


def _peaks(china: dict[Month, float], korea: dict[Month, float], russia: dict[Month, float]) -> Check:
    top = sorted(china, key=lambda month: -china[month])[:3]
    k, r = ({month: value for (_, month), value in each.items()} for each in (korea, russia))
    holds = (
        {month for _, month in top} == {4, 5, 6}
        and min(k[3], k[4]) > max(k[2], k[7])
        and min(k[9], k[10]) > k[8] > k[7]
        and r[6] > max(r[5], r[7])
        and r[10] > r[9]
    )
    return Check(
        name="Peaks of the flow: KP-CN highest in April to June, KP-KR in March to April and September to October "
        "with a dip in July, KP-RU in June and October",
        holds=holds,
        figures="; ".join(
            f"{name} " + " ".join(f"{value:.0f}" for _, value in sorted(each.items()))
            for name, each in (("KP-CN", china), ("KP-KR", korea), ("KP-RU", russia))
        ),
    )


def _halves(events: list[Event], dyad: Dyad) -> Check:
    chance = np.random.default_rng(SEED)
    halves = []
    for _ in range(HALVES):
        kept = chance.choice(len(events), len(events) // 2, replace=False)
        halves.append([events[n] for n in sorted(kept.tolist())])
    found = {
        name: float(np.median([rank_correlation(measure(events, dyad), measure(half, dyad)) for half in halves]))
        for name, measure in (("flow", flow), ("level", level))
    }
    whole = measure_relation(events, dyad, SCALE, WHOLE).curve
    half = [measure_relation(each, dyad, SCALE, WHOLE, until=whole.last).curve for each in halves]
    inside = float(np.mean([_inside(whole.low, whole.high, each.mean[-len(whole) :]) for each in half]))
    return Check(
        name="Half of the events: rank correlation of the months of KP-KR at least 0.8; a band is given",
        holds=found["flow"] >= 0.8,
        figures=f"flow {found['flow']:.2f}, level {found['level']:.2f} (median of {HALVES} halves); "
        f"the half's curve lies inside the whole's band on {inside:.0%} of days",
    )


def _inside(low: Floats, high: Floats, mean: Floats) -> float:
    size = min(len(low), len(mean))
    return float(np.mean((mean[-size:] >= low[-size:]) & (mean[-size:] <= high[-size:])))


def _tone(events: list[Event], few: list[Event], dyad: Dyad, other: Dyad) -> Check:
    tone, amount = level(events, dyad), flow(events, dyad)
    spread = float(np.std(list(tone.values())))
    curve = measure_relation(events, dyad, SCALE, WHOLE).curve
    band = Z90 * float(np.sqrt(curve.variance).mean())
    most, least = max(amount.values()), min(amount.values())
    means = [float(np.mean(list(level(each, pair).values()))) for each, pair in ((events, dyad), (few, other))]
    return Check(
        name="Warmth is not volume: the level of KP-KR in 2018 is nearly flat while the flow follows events; a dyad "
        "with fewer acts is no colder for it",
        holds=spread < band and most > 2 * least and means[1] > means[0],
        figures=f"months of the level vary by {spread:.2f} (standard deviation; the band of a day reaches {band:.2f}), "
        f"the flow by a factor of {most / least:.1f}; KP-KR {means[0]:.2f} with {len(events)} acts, "
        f"KP-RU {means[1]:.2f} with {len(few)}",
    )


def rank_correlation(one: Mapping[Month, float], other: Mapping[Month, float]) -> float:
    """Spearman's, of the months that both have."""
    shared = sorted(one.keys() & other.keys())
    ranks = [np.argsort(np.argsort([each[month] for month in shared])) for each in (one, other)]
    return float(np.corrcoef(floats(ranks[0]), floats(ranks[1]))[0, 1])


def report() -> Iterator[str]:
    """All of it as Markdown."""
    yield "| known of those years | holds | figures |"
    yield "| --- | --- | --- |"
    for check in checks():
        yield f"| {check.name} | {'yes' if check.holds else 'no'} | {check.figures} |"


def main() -> int:
    """Print the report."""
    if not is_measurable():
        print(f"no series at {SERIES}: nothing to measure", file=sys.stderr)
        return 0
    print("\n".join(report()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
