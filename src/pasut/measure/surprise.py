"""How unexpected an act was, in bits: given all that was known before its day, apart from how often it was reported."""

import datetime as dt
import math

import numpy as np

from pasut.measure.curve import draw_curve
from pasut.measure.evidence import Acts, Evidence, weigh
from pasut.measure.observations import observe
from pasut.measure.parameters import Parameters
from pasut.records import Event, Record


class Surprise(Record, frozen=True):
    """One act against what was expected."""

    event: Event
    day: int
    """Proleptic ordinal of its day, the first one that it may have been on."""
    expected: float
    """The index that the evidence before that day foretells."""
    score: float
    bits: float
    """-log2 of the density that the forecast gives to the act's score (points of the scale): more is less expected."""
    moved: float
    """Bits by which the act alone changes what is known of the relation (Bayesian surprise, Itti and Baldi 2009)."""


def measure_surprises(evidence: Evidence, parameters: Parameters) -> tuple[Surprise, ...]:
    """Every undisputed act, the one that moved the index most first."""
    acts = evidence.acts
    chosen = np.flatnonzero(acts.undisputed)
    if not len(chosen):
        return ()
    seen = observe(acts, acts.undisputed, parameters)
    first, last = int(seen.day[0]) - 1, int(seen.day[-1])
    curve = draw_curve(seen, dt.date.fromordinal(first), dt.date.fromordinal(last), parameters)
    fade = curve.phi
    events = tuple(evidence.events)
    out: list[Surprise] = []
    for number in chosen.tolist():
        before = int(acts.first[number]) - 1 - first
        expected = parameters.mu + fade * (float(curve.mean_then[before]) - parameters.mu)
        variance = fade**2 * float(curve.variance_then[before]) + parameters.tau**2 * (1 - fade**2)
        noise = parameters.sigma**2 / weigh(events[number], parameters)
        out.append(_surprise(evidence.acts, number, events[number], (expected, variance), noise))
    return tuple(sorted(out, key=lambda each: (-each.moved, each.event.id)))


def _surprise(acts: Acts, number: int, event: Event, forecast: tuple[float, float], noise: float) -> Surprise:
    expected, variance = forecast
    score = float(acts.score[number])
    spread = variance + noise
    miss = score - expected
    trust = variance / spread
    bits = (0.5 * math.log(2 * math.pi * spread) + miss**2 / (2 * spread)) / math.log(2)
    moved = 0.5 * ((1 - trust) + (trust * miss) ** 2 / variance - 1 - math.log(1 - trust)) / math.log(2)
    return Surprise(
        event=event,
        day=int(acts.first[number]),
        expected=expected,
        score=score,
        bits=bits,
        moved=moved,
    )
