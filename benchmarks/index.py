"""Measure the speed of the index: one dyad over ten years, and all dyads of many events, each in one process.

Run `python benchmarks/index.py [--events 100000]`. The events are made, the same ones every time: a few dyads have most
of them, as in the news, and a tenth are dated to a month only.
"""

import argparse
import datetime as dt
import random
import sys
import time
from typing import get_args

from pasut.measure.contributions import explain_day
from pasut.measure.forecast import calibrate
from pasut.measure.index import measure_all, measure_relation
from pasut.records import ActorCode, Event, EventType, When
from pasut.world.load import load_world
from pasut.world.scale import load_scale

SEED = 20240619
FIRST = dt.date(2014, 1, 1).toordinal()
DAYS = 3652
ONE = 5000
REPEATS = 7


def main() -> int:
    """Print seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    size = parser.parse_args().events
    scale = load_scale()
    events = make_events(ONE, ["PRK", "RUS"])
    taken = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        relation = measure_relation(events, ("PRK", "RUS"), scale)
        taken.append(time.perf_counter() - begun)
    print(f"one dyad, ten years daily, {ONE:,} events, eight curves: {1000 * min(taken):.0f} ms at best, "
          f"{1000 * sorted(taken)[REPEATS // 2]:.0f} ms in the median")  # fmt: skip
    begun = time.perf_counter()
    explain_day(relation.evidence, relation.evidence.undisputed, dt.date(2019, 6, 1), relation.parameters)
    print(f"one day of it explained by its events: {1000 * (time.perf_counter() - begun):.0f} ms")
    events = make_events(size, sorted(load_world().states)[:200])
    begun = time.perf_counter()
    number = sum(1 for _ in measure_all(events, scale, until=dt.date.fromordinal(FIRST + DAYS)))
    print(f"all {number:,} dyads of {size:,} events: {time.perf_counter() - begun:.1f} s on one core")
    begun = time.perf_counter()
    calibrate(events, as_of=dt.date.fromordinal(FIRST + DAYS))
    print(f"forecasts of all dyads tried every month of ten years: {time.perf_counter() - begun:.1f} s")
    return 0


def make_events(size: int, states: list[str]) -> list[Event]:
    """Events between states, of which the first act far more often than the last."""
    chance = random.Random(SEED)
    weights = [1 / (rank + 1) for rank in range(len(states))]
    types: tuple[EventType, ...] = get_args(EventType)
    out = []
    for number in range(size):
        source, target = chance.choices(states, weights, k=2)
        while target == source:
            target = chance.choices(states, weights)[0]
        day = dt.date.fromordinal(FIRST + chance.randrange(DAYS))
        month = chance.random() < 0.1
        first, last = (day.replace(day=1), day.replace(day=28)) if month else (day, day)
        told = chance.random() < 0.8
        out.append(
            Event(
                id=f"{number:06d}",
                type=chance.choice(types),
                source=(ActorCode(source),),
                target=(ActorCode(target),),
                status="happened" if told else "alleged",
                standing="asserted" if told else "disputed",
                when=When(first=first, last=last, basis="made"),
                reported=When(first=last, last=last, basis="made"),
            )
        )
    return out


if __name__ == "__main__":
    sys.exit(main())
