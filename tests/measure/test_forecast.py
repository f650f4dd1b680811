"""Forecasts: they rest on what was known, and are tried against what came."""

import random

import pytest
from hypothesis import given, settings

from pasut.measure.forecast import calibrate, forecast_dyad
from pasut.measure.recurrence import gather_reports, until
from pasut.records import ActorCode, Event, EventType
from relations import PAIR, act, acts, day, histories, on

TYPES: tuple[EventType, ...] = ("CONSULT", "ACCUSE", "AID")


def made(days: int = 1500, seed: int = 1) -> list[Event]:
    """Many dyads of different pace, each with types of its own frequency, by chance."""
    chance = random.Random(seed)
    out = []
    for number in range(12):
        code = ActorCode(f"A{number:02d}")
        for rank, type_ in enumerate(TYPES):
            pace = 0.03 / (1 + number) / (1 + rank)
            out += [
                act(at, type_, source=(code,), target=(ActorCode("RUS"),))
                for at in range(days)
                if chance.random() < pace
            ]
    return out


def test_the_forecast_beats_the_base_rate_and_is_calibrated() -> None:
    for found in calibrate(made(), as_of=day(1500)):
        assert found.skill > 0.03
        assert found.trials == sum(each.trials for each in found.bins)
        assert len(found.bins) >= 5
        assert sum(each.trials * abs(each.foretold - each.came) for each in found.bins) / found.trials < 0.06


@given(histories, acts())
@settings(max_examples=25)
def test_what_becomes_known_later_changes_no_forecast(events: list[Event], later: Event) -> None:
    assert later.reported and later.reported.first and later.when and later.when.first
    known = max(later.reported.first, later.when.first)
    before = [event for event in events if event.reported and event.reported.first and event.reported.first < known]
    as_of = known - day(1).resolution
    assert forecast_dyad([*before, later], PAIR, as_of=as_of) == forecast_dyad(before, PAIR, as_of=as_of)


def test_trials_know_nothing_of_what_comes() -> None:
    whole = gather_reports(made(400))
    assert until(whole, day(200).toordinal()).day.max() <= day(200).toordinal()
    past = [event for event in made(400) if until(gather_reports([event]), day(300).toordinal()).day.size]
    assert calibrate(made(400), as_of=day(300)) == calibrate(past, as_of=day(300))


def test_what_comes_often_and_of_late_is_likelier() -> None:
    often = [act(at, "CONSULT") for at in range(0, 300, 10)]
    past = [act(at, "ACCUSE") for at in range(0, 100, 10)]
    found = {each.type: each for each in forecast_dyad(often + past, PAIR, as_of=day(300)) if each.horizon == 30}
    assert found["CONSULT"].chance > 0.8 > 0.5 > found["ACCUSE"].chance
    assert (found["ACCUSE"].seen, found["ACCUSE"].last) == (10, day(90))


def test_a_longer_time_is_likelier() -> None:
    found = {each.horizon: each.chance for each in forecast_dyad([act(0), act(50)], PAIR, as_of=day(60))}
    assert 0 < found[30] < found[90] < 1


def test_an_act_is_known_from_its_day_where_it_was_announced_before() -> None:
    announced = act(40, reported=on(10, 42))
    assert gather_reports([announced]).day.tolist() == [day(40).toordinal()]


def test_without_reports_nothing_is_foretold() -> None:
    assert forecast_dyad([], PAIR, as_of=day(0)) == ()
    assert calibrate([], as_of=day(0)) == ()


@pytest.mark.parametrize("status", ["planned", "possible", "denied", "not_happened"])
def test_only_what_is_told_as_done_recurs(status: str) -> None:
    assert not gather_reports([act(0, status=status)]).kinds
