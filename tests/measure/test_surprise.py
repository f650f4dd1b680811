"""How unexpected an act was."""

from pasut.measure.index import measure_relation
from pasut.measure.parameters import DEFAULT
from pasut.measure.surprise import measure_surprises
from relations import PAIR, SCALE, act, both


def test_what_breaks_with_the_past_surprises_most() -> None:
    calm = [both(at) for at in range(0, 100, 5)]
    attack = act(50, "ASSAULT")
    evidence = measure_relation([*calm, attack], PAIR, SCALE).evidence
    found = measure_surprises(evidence, DEFAULT)
    assert len(found) == 21
    assert max(found, key=lambda each: each.bits).event == attack
    assert found[0].event == attack


def test_the_same_again_surprises_less_than_the_first_time() -> None:
    evidence = measure_relation([act(at, "AID") for at in (0, 10, 20, 30)], PAIR, SCALE).evidence
    by_day = sorted(measure_surprises(evidence, DEFAULT), key=lambda each: each.day)
    moved = [each.moved for each in by_day]
    assert moved == sorted(moved, reverse=True)


def test_other_acts_of_the_day_do_not_count() -> None:
    alone = measure_relation([act(0), act(9, "AID")], PAIR, SCALE).evidence
    beside = measure_relation([act(0), act(9, "AID"), act(9, "AGREE")], PAIR, SCALE).evidence
    one, other = (
        next(each for each in measure_surprises(evidence, DEFAULT) if each.event.type == "AID")
        for evidence in (alone, beside)
    )
    assert one == other


def test_nothing_known_surprises_nobody() -> None:
    assert measure_surprises(measure_relation([], PAIR, SCALE).evidence, DEFAULT) == ()
