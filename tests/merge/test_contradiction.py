"""Two claims that cannot both be right are found with their kind, slips apart from disputes."""

import datetime as dt
from types import MappingProxyType

import pytest

from makers import day, make_telling
from pasut.merge.block import merge_claims
from pasut.merge.contradiction import find_wrong_offices, is_same_office
from pasut.merge.number import amounts_of
from pasut.merge.report import Telling
from pasut.records import Actor, ActorCode, Contradiction
from pasut.world.load import Person, Term

STRIKE, TEST = "RUS > UKR ASSAULT", "PRK,RUS = CONSULT.meet"


def _found(*told: Telling) -> list[Contradiction]:
    return list(merge_claims(told).contradictions)


def _told(name: str, acts: str = STRIKE, number: int = 19, **more: object) -> Telling:
    return make_telling(name, acts, day(2024, 6, number), **more)  # type: ignore[arg-type]


def test_happened_against_denied_is_a_dispute() -> None:
    (found,) = _found(_told("a"), _told("b", status="denied", speaker=("RUS",)))
    assert (found.kind, found.is_slip, found.values) == ("happening", False, ("happened", "denied"))


def test_two_numbers_of_one_thing_are_a_dispute() -> None:
    (found,) = _found(_told("a", object="12 rudal"), _told("b", object="sedikitnya 40 rudal"))
    assert (found.kind, found.values) == ("number", ("12 rudal", "40 rudal"))


@pytest.mark.parametrize("other", ["12 rudal jelajah", "13 rudal", "40 drone", "puluhan rudal"])
def test_rounded_numbers_and_other_things_are_none(other: str) -> None:
    assert _found(_told("a", object="12 rudal"), _told("b", object=other)) == []


def test_two_days_of_one_meeting_are_a_slip_when_next_to_each_other() -> None:
    persons = "RUS:vladimir-putin PRK:kim-jong-un"
    (found,) = _found(_told("a", TEST, persons=persons), _told("b", TEST, 20, persons=persons))
    assert (found.kind, found.is_slip, found.values) == ("date", True, ("2024-06-19", "2024-06-20"))


def test_two_places_of_one_meeting_are_a_dispute() -> None:
    one, other, within = (_told(place, TEST, place=place) for place in ("Beijing", "Pyongyang", "Beijing, Tiongkok"))
    assert [each.kind for each in _found(one, other)] == ["place"]
    assert _found(one, within) == []


def test_each_side_said_to_have_attacked_the_other_is_a_dispute_over_who_did_it() -> None:
    one = _told("a", "KHM > THA ASSAULT", status="alleged", speaker=("THA",))
    other = _told("b", "THA > KHM ASSAULT", status="alleged", speaker=("KHM",))
    assert [(each.kind, each.is_slip) for each in _found(one, other)] == [("actor", False)]


def _minister(name: str, office: str) -> Telling:
    actor = Actor(code=ActorCode("RUS"), person="sergei-shoigu", office=office)
    return _told(name, "RUS > PRK CONSULT.visit", source=(actor,))


def test_two_offices_of_one_person_are_a_slip() -> None:
    (found,) = _found(_minister("a", "defence_minister"), _minister("b", "foreign_minister"))
    assert (found.kind, found.is_slip) == ("office", True)
    assert found.values == ("defence_minister", "foreign_minister")


PERSONS = MappingProxyType(
    {
        "sergei-shoigu": Person(
            id="sergei-shoigu",
            names=("Sergei Shoigu",),
            short=(),
            unique=(),
            born=None,
            terms=(
                Term(state="RUS", office="defence_minister", first=dt.date(2012, 11, 6), last=dt.date(2024, 5, 12)),
                Term(state="RUS", office="security_secretary", first=dt.date(2024, 5, 12), last=None),
            ),
        )
    }
)


@pytest.mark.parametrize(
    ("office", "held"),
    [
        ("foreign_minister", "security_secretary"),
        ("defence_minister", None),
        ("security_secretary", None),
        ("other", None),
    ],
)
def test_an_office_is_held_against_the_tables_with_time_for_the_handover(office: str, held: str | None) -> None:
    found = find_wrong_offices([_minister("a", office).claim], PERSONS)
    assert [each.values[1] for each in found] == ([held] if held else [])


def test_an_office_of_long_ago_is_wrong() -> None:
    actor = Actor(code=ActorCode("RUS"), person="sergei-shoigu", office="defence_minister")
    late = make_telling("a", when=day(2025, 6, 19), source=(actor,))
    (found,) = find_wrong_offices([late.claim], PERSONS)
    assert found.values == ("defence_minister", "security_secretary")


def test_rulers_are_called_by_several_offices() -> None:
    assert is_same_office("leader", "party_chief")
    assert not is_same_office("defence_minister", "foreign_minister")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("1.000 tentara (= 1000)", "1.500 tentara (= 1500)", True),
        ("lebih dari 1.000 tentara (> 1000)", "1.500 tentara (= 1500)", False),
        ("sekitar 1.300 tentara (~ 1300)", "1.500 tentara (= 1500)", False),
        ("USD 50 juta (= 50000000 USD)", "EUR 90 juta (= 90000000 EUR)", False),
        ("USD 50 juta (= 50000000 USD)", "70 juta dolar (= 70000000 USD)", True),
        ("ribuan tentara", "1.500 tentara (= 1500)", False),
    ],
)
def test_quantities_contradict_each_other_as_far_as_their_bounds_say(one: str, other: str, apart: bool) -> None:
    found = _found(_told("a", quantity=one), _told("b", quantity=other))
    assert [each.kind for each in found] == (["number"] if apart else [])


def test_numbers_are_read_as_both_languages_write_them() -> None:
    said = [make_telling("a", object=text).claim for text in ("lebih dari 1.000 kontainer", "1,500 troops", "2,5 ton")]
    found = [(amount.value, amount.unit) for claim in said for amount in amounts_of(claim)]
    assert found == [(1000.0, "kontainer"), (1500.0, "troops"), (2.5, "ton")]
