"""Words against deeds."""

from pasut.measure.index import measure_relation
from pasut.measure.saydo import compare_words_and_deeds
from relations import PAIR, SCALE, act


def test_who_praises_and_sanctions_says_more_than_it_does() -> None:
    events = [act(at, "SUPPORT") for at in range(0, 40, 4)] + [act(at, "COERCE") for at in range(2, 40, 4)]
    there, back = compare_words_and_deeds(measure_relation(events, PAIR, SCALE))
    assert (there.source, there.target) == PAIR
    assert there.gap[20] > there.error[20] > 0
    assert abs(back.gap[20]) < 1e-12 < back.error[20]
