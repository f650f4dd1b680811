"""Which acts count, on which days, with what weight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.measure.evidence import Acts, gather_evidence, is_undisputed, weigh
from pasut.measure.parameters import DEFAULT
from pasut.records import Event
from relations import PAIR, PLAIN, SCALE, act, both, day, histories, on


@pytest.mark.parametrize("status", ["planned", "possible", "not_happened"])
def test_what_has_not_been_done_does_not_count(status: str) -> None:
    evidence = gather_evidence([act(1, status=status)], PAIR, SCALE, DEFAULT)
    assert evidence.left_out == ((status, 1),)
    assert not evidence.events


def test_acts_of_others_do_not_count_and_are_not_named() -> None:
    evidence = gather_evidence([act(1, source=("USA",)), act(2, target=())], PAIR, SCALE, DEFAULT)
    assert (evidence.events, evidence.left_out) == ((), ())


def test_an_armed_group_is_not_its_state() -> None:
    events = [act(2, target=("RUS:Wagner",))]
    assert gather_evidence(events, PAIR, SCALE, DEFAULT).left_out == (("group", 1),)
    assert gather_evidence(events, ("PRK", "RUS:Wagner"), SCALE, DEFAULT).events == tuple(events)


def test_an_act_without_a_date_is_left_out_and_named() -> None:
    assert gather_evidence([act(1, when=None)], PAIR, SCALE, DEFAULT).left_out == (("undated", 1),)


def test_an_act_of_some_day_of_many_years_is_left_out() -> None:
    evidence = gather_evidence([act(1, when=on(-4000), reported=on(1))], PAIR, SCALE, DEFAULT)
    assert evidence.left_out == ()
    wide = act(1, when=on(-4000, 0), reported=on(1))
    assert gather_evidence([wide], PAIR, SCALE, DEFAULT).left_out == (("too_wide", 1),)


def test_an_act_of_an_uncertain_day_is_shared_out_and_counts_once() -> None:
    evidence = gather_evidence([act(0, when=on(0, 9), reported=on(20))], PAIR, SCALE, PLAIN)
    assert evidence.day.tolist() == [day(at).toordinal() for at in range(10)]
    assert evidence.weight.sum() == pytest.approx(1.0)


def test_what_is_told_was_done_before() -> None:
    evidence = gather_evidence([act(0, when=on(0, 30), reported=on(3))], PAIR, SCALE, PLAIN)
    assert evidence.day.max() == day(3).toordinal()


def test_directions_are_told_apart_and_what_both_do_is_in_both() -> None:
    events = [act(0), act(1, source=("RUS",), target=("PRK",)), both(2)]
    evidence = gather_evidence(events, PAIR, SCALE, DEFAULT)
    assert evidence.acts.forward.tolist() == [True, False, True]
    assert evidence.acts.backward.tolist() == [False, True, True]


def test_only_what_had_been_reported_is_known_as_of_a_day() -> None:
    late = act(0, reported=on(30))
    assert gather_evidence([late], PAIR, SCALE, DEFAULT, as_of=day(29)).left_out == (("later", 1),)
    assert gather_evidence([late], PAIR, SCALE, DEFAULT, as_of=day(30)).events == (late,)


def test_a_contested_act_weighs_by_its_standing() -> None:
    contested = act(0, status="alleged", standing="unanswered")
    assert not is_undisputed(contested)
    assert weigh(contested, PLAIN) == PLAIN.credibility.unanswered
    assert weigh(act(0), DEFAULT) == DEFAULT.coded_right


def test_a_denial_makes_a_told_act_disputed_unless_it_is_admitted() -> None:
    assert not is_undisputed(act(0, standing="disputed", denied_by=("RUS",)))
    assert not is_undisputed(act(0, denied_by=("RUS",)))
    assert is_undisputed(act(0, standing="admitted", denied_by=("RUS",)))


def test_a_denial_alone_refutes_nothing() -> None:
    assert weigh(act(0, status="denied", standing="denied"), PLAIN) == PLAIN.credibility.disputed


@given(histories, st.randoms())
def test_order_and_repetition_change_nothing(events: list[Event], chance: object) -> None:
    again = events * 2
    chance.shuffle(again)  # type: ignore[attr-defined]
    one, other = (gather_evidence(each, PAIR, SCALE, DEFAULT) for each in (events, again))
    assert one.events == other.events
    for name in ("number", "day"):
        assert getattr(one, name).tobytes() == getattr(other, name).tobytes()
    for name in Acts.__struct_fields__:
        assert getattr(one.acts, name).tobytes() == getattr(other.acts, name).tobytes()
