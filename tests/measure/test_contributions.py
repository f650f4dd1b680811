"""Any point of a curve is the sum of what its acts add."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasut.measure.contributions import explain_day
from pasut.measure.index import measure_relation
from pasut.measure.parameters import Parameters
from pasut.records import Event
from relations import PAIR, SCALE, act, day, histories

ODD = Parameters(mu=0.7, half_life=30.0)


@given(histories, st.integers(0, 700))
@settings(max_examples=40)
def test_contributions_add_up_to_the_curve(events: list[Event], at: int) -> None:
    relation = measure_relation(events, PAIR, SCALE, ODD, until=day(800))
    evidence = relation.evidence
    asked = max(day(at), relation.curve.first)
    k = relation.curve.at(asked)
    every = np.ones_like(evidence.undisputed)
    for chosen, curve in ((evidence.undisputed, relation.curve), (every, relation.with_disputed)):
        for then, mean in ((False, curve.mean), (True, curve.mean_then)):
            parts = explain_day(evidence, chosen, asked, ODD, then=then)
            assert sum(part.points for part in parts) == pytest.approx(float(mean[k]) - ODD.mu, abs=1e-6)


def test_the_nearest_and_strongest_acts_come_first() -> None:
    events = [act(0, "AID"), act(100, "AID"), act(100, "AGREE")]
    evidence = measure_relation(events, PAIR, SCALE, ODD).evidence
    order = [part.event for part in explain_day(evidence, evidence.undisputed, day(101), ODD)]
    assert order == [events[1], events[2], events[0]]


def test_points_are_weight_times_distance_from_the_mean() -> None:
    evidence = measure_relation([act(0, "AID")], PAIR, SCALE, ODD).evidence
    (part,) = explain_day(evidence, evidence.undisputed, day(0), ODD)
    assert part.points == pytest.approx(part.weight * (10 - ODD.mu))


def test_nothing_explains_a_day_before_all_acts() -> None:
    evidence = measure_relation([act(10)], PAIR, SCALE, ODD).evidence
    assert explain_day(evidence, evidence.undisputed, day(5), ODD, then=True) == ()
