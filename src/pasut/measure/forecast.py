"""What may come next: for each type of act of a dyad, the probability within 30 and 90 days, and how far to trust it.

Only dates of publication are used: what is foretold is that an act becomes known, from what was known. The calibration
makes the same forecasts at earlier days, from what was known then, and counts what came.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np

from pasut.measure.arrays import Flags, Floats, flags, floats
from pasut.measure.recalibrate import NOTHING, Tally, bend, learn
from pasut.measure.recurrence import Reports, chances, gather_reports, last_seen, until
from pasut.records import Event, Record

HORIZONS = (30, 90)
"""Days ahead."""
STEP = 30
"""Days between the days at which forecasts are tried."""
LEARNING = 180
"""Days of reports before the first trial."""
BINS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)


class Forecast(Record, frozen=True):
    """Of one type of act of a dyad."""

    type: str
    horizon: int
    """Days after the day of the forecast."""
    chance: float
    """Probability that at least one such act becomes known."""
    base: float
    """The base rate: in which share of such times before an act of the type came again, of all dyads that had one."""
    seen: int
    """Days on which such acts became known so far."""
    last: dt.date
    """The last of them."""


class Bin(Record, frozen=True):
    """Trial forecasts of about one probability."""

    low: float
    high: float
    trials: int
    foretold: float
    """Their mean probability."""
    came: float
    """The share in which an act became known."""


class Calibration(Record, frozen=True):
    """Trial forecasts over one horizon against what came."""

    horizon: int
    days: int
    """Days at which forecasts were tried."""
    trials: int
    brier: float
    """Mean squared error of the probabilities: 0 is perfect."""
    brier_base: float
    """The same of the base rate of each type."""
    bins: tuple[Bin, ...]

    @property
    def skill(self) -> float:
        """1 - brier / brier_base: above 0 the forecast is better than the base rate."""
        return 1 - self.brier / self.brier_base if self.brier_base else 0.0


def forecast_dyad(events: Iterable[Event], dyad: tuple[str, str], *, as_of: dt.date) -> tuple[Forecast, ...]:
    """Forecasts for every type of act that the dyad has had, the likeliest first."""
    known = until(gather_reports(events), as_of.toordinal())
    pair = min(dyad), max(dyad)
    seen = last_seen(known)
    out = []
    for horizon in HORIZONS:
        *_, tally = (NOTHING, *(trial.tally for trial in _trials(known, as_of.toordinal(), horizon)))
        chance = bend(chances(known, as_of.toordinal(), horizon), learn(tally))
        base = _base_rates(known, as_of.toordinal(), horizon)
        for number, kind in enumerate(known.kinds):
            if kind[:2] == pair and kind in seen:
                count, last = seen[kind]
                out.append(
                    Forecast(
                        type=kind[2],
                        horizon=horizon,
                        chance=float(chance[number]),
                        base=float(base[number]),
                        seen=count,
                        last=last,
                    )
                )
    return tuple(sorted(out, key=lambda each: (each.horizon, -each.chance, each.type)))


def calibrate(events: Iterable[Event], *, as_of: dt.date) -> tuple[Calibration, ...]:
    """Trials of the forecast, every 30 days up to a day, of all dyads and types seen before; none where none ended."""
    reports = until(gather_reports(events), as_of.toordinal())
    found = (_calibration(reports, as_of.toordinal(), horizon) for horizon in HORIZONS)
    return tuple(each for each in found if each is not None)


def _calibration(reports: Reports, end: int, horizon: int) -> Calibration | None:
    trials = list(_trials(reports, end, horizon))
    if not trials:
        return None
    chance = np.concatenate([trial.chance for trial in trials])
    base = np.concatenate([trial.base for trial in trials])
    came = np.concatenate([trial.came for trial in trials])
    return Calibration(
        horizon=horizon,
        days=len(trials),
        trials=len(chance),
        brier=float(np.mean((chance - came) ** 2)),
        brier_base=float(np.mean((base - came) ** 2)),
        bins=tuple(_bins(floats(chance), floats(came))),
    )


class _Trial(Record, frozen=True):
    """The forecasts of one day, of all kinds known by then."""

    chance: Floats
    base: Floats
    came: Floats
    tally: Tally
    """All trials until this one with it, by the probability before it was bent."""


def _trials(reports: Reports, end: int, horizon: int) -> Iterator[_Trial]:
    """Trials every 30 days; each is bent only by trials whose days had passed."""
    if not len(reports.day):
        return
    first = int(reports.day[0])
    past = [_past(reports, day, horizon) for day in range(first + STEP, end - horizon + 1, STEP)]
    tallies = [NOTHING]
    for number, each in enumerate(past):
        raw = chances(until(reports, each.day), each.day, horizon)
        tallies.append(tallies[-1].add(floats(raw[each.met]), floats(each.came[each.met])))
        if each.day < first + LEARNING:
            continue
        ended = max(0, number + 1 - horizon // STEP)
        chance = bend(raw, learn(tallies[ended]))
        base = _shares(reports, past[:ended])
        yield _Trial(
            chance=floats(chance[each.met]),
            base=floats(base[each.met]),
            came=floats(each.came[each.met]),
            tally=tallies[-1],
        )


class _Past(Record, frozen=True):
    """What came in the days after one day."""

    day: int
    met: Flags
    """Which kinds were known by then."""
    came: Floats
    """1 for kinds of which an act became known, else 0."""
    tries_of_type: Floats
    came_of_type: Floats
    """The same, added up over the kinds known by then."""


def _base_rates(known: Reports, day: int, horizon: int) -> Floats:
    """For each kind, how often its type came again in past times of the same length, among all dyads."""
    first = int(known.day[0]) if len(known.day) else day
    return _shares(known, (_past(known, start, horizon) for start in range(day - horizon, first, -STEP)))


def _past(reports: Reports, day: int, horizon: int) -> _Past:
    start, end = np.searchsorted(reports.day, (day, day + horizon), side="right")
    met = np.bincount(reports.kind[:start], minlength=len(reports.kinds)) > 0
    came = np.bincount(reports.kind[start:end], minlength=len(reports.kinds)) > 0
    size, types = int(reports.type.max()) + 1, reports.type[met]
    return _Past(
        day=day,
        met=flags(met),
        came=floats(came),
        tries_of_type=floats(np.bincount(types, minlength=size)),
        came_of_type=floats(np.bincount(types, weights=came[met], minlength=size)),
    )


def _shares(reports: Reports, past: Iterable[_Past]) -> Floats:
    """Of each kind, the share of past times in which its type came; a half is added to both answers."""
    size = int(reports.type.max()) + 1 if len(reports.type) else 0
    came, tries = np.full(size, 0.5), np.ones(size)
    for each in past:
        came += each.came_of_type
        tries += each.tries_of_type
    return floats((came / tries)[reports.type])


def _bins(chance: Floats, came: Floats) -> Iterator[Bin]:
    place = np.clip(np.searchsorted(BINS, chance, side="right") - 1, 0, len(BINS) - 2)
    for number in range(len(BINS) - 1):
        inside = place == number
        if inside.any():
            yield Bin(
                low=BINS[number],
                high=BINS[number + 1],
                trials=int(inside.sum()),
                foretold=float(chance[inside].mean()),
                came=float(came[inside].mean()),
            )
