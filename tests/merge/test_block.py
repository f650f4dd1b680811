"""Claims become events, whatever the order in which they come."""

import random

from hypothesis import given
from hypothesis import strategies as st

from makers import day, make_telling, month, news_day
from pasut.merge.block import merge_claims
from pasut.merge.report import Telling
from pasut.records import When

VISIT = make_telling("one", when=day(2024, 6, 19), persons="RUS:vladimir-putin")
MEETING = make_telling("two", "PRK,RUS = CONSULT.meet", day(2024, 6, 19), persons="RUS:vladimir-putin PRK:kim-jong-un")
RETOLD = make_telling("three", when=month(2024, 6), persons="RUS:vladimir-putin", published=day(2024, 10, 8))
OTHER = make_telling("four", when=day(2024, 7, 2), persons="RUS:sergei-lavrov")


def test_a_visit_and_the_meeting_during_it_are_one_event() -> None:
    (event,) = merge_claims([VISIT, MEETING]).events
    assert (event.type, event.mode, event.source, event.target) == ("CONSULT", "visit", ("RUS",), ("PRK",))
    assert event.sources == 2
    assert set(event.persons) == {"vladimir-putin", "kim-jong-un"}


def test_retold_background_joins_the_old_event() -> None:
    (event,) = merge_claims([VISIT, RETOLD]).events
    assert event.when and event.when.text() == "2024-06-19"
    assert event.claims == (VISIT.claim.id, RETOLD.claim.id)


def test_what_fits_two_events_stays_apart() -> None:
    vague = make_telling("five", when=When(first=None, last=None, basis=""))
    assert len(merge_claims([VISIT, OTHER, vague]).events) == 3


def test_another_visitor_is_another_event() -> None:
    same_day = make_telling("five", when=day(2024, 6, 19), persons="RUS:sergei-lavrov")
    assert len(merge_claims([VISIT, same_day]).events) == 2


def test_a_visit_the_other_way_is_another_event() -> None:
    back = make_telling("five", "PRK > RUS CONSULT.visit", day(2024, 6, 19))
    assert len(merge_claims([VISIT, back]).events) == 2


def test_what_is_said_day_after_day_is_not_one_event() -> None:
    told = [make_telling(str(n), "RUS > UKR ACCUSE", day(2024, 6, n)) for n in range(1, 10)]
    inferred = [make_telling(str(n), "RUS > UKR ACCUSE", news_day(2024, 6, n)) for n in range(1, 10)]
    assert len(merge_claims(told).events) == 9
    assert len(merge_claims(inferred).events) == 5


def test_meetings_day_after_day_for_weeks_are_several() -> None:
    persons = "RUS:sergei-lavrov PRK:choe-son-hui"
    told = [make_telling(str(n), "PRK,RUS = CONSULT.negotiate", day(2024, 6, n), persons=persons) for n in range(1, 30)]
    assert len(merge_claims(told).events) == 2


def test_copies_are_one_source() -> None:
    copy = make_telling("five", when=day(2024, 6, 19), root="one")
    (event,) = merge_claims([VISIT, copy]).events
    assert (event.sources, len(event.articles)) == (1, 2)


def test_a_meeting_of_three_is_an_event_of_each_pair() -> None:
    found = merge_claims([make_telling("one", "JPN,KOR,USA = CONSULT.meet", day(2023, 8, 18))]).events
    assert [(event.source, event.others) for event in found] == [
        (("JPN", "KOR"), ("USA",)),
        (("JPN", "USA"), ("KOR",)),
        (("KOR", "USA"), ("JPN",)),
    ]


def test_an_act_without_a_target_is_an_event_of_its_state() -> None:
    (event,) = merge_claims([make_telling("one", "PRK > MOBILIZE.missile_test", day(2023, 8, 18))]).events
    assert (event.source, event.target) == (("PRK",), ())


def test_an_id_stays_when_another_article_tells_the_same() -> None:
    (before,) = merge_claims([VISIT]).events
    (after,) = merge_claims([VISIT, MEETING]).events
    assert before.id == after.id


ACTS = (
    "RUS > PRK CONSULT.visit",
    "PRK,RUS = CONSULT.meet",
    "PRK > RUS AID.arms",
    "PRK,RUS = SUPPORT.treaty",
    "RUS > PRK AGREE",
)
TIMES = (None, day(2024, 6, 18), day(2024, 6, 19), day(2024, 6, 20), day(2024, 6, 25), month(2024, 6))
PEOPLE = ("", "RUS:vladimir-putin", "RUS:sergei-lavrov PRK:kim-jong-un")
STATUSES = ("happened", "alleged", "denied", "planned", "not_happened")


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    """Claims of one block, of all kinds that could be taken for each other."""
    picks = st.tuples(
        st.sampled_from(ACTS), st.sampled_from(TIMES), st.sampled_from(PEOPLE), st.sampled_from(STATUSES), st.booleans()
    )
    return [
        make_telling(f"a{n}", acts, when, persons=persons, status=status, root="same" if copied else "")
        for n, (acts, when, persons, status, copied) in enumerate(draw(st.lists(picks, max_size=12)))
    ]


@given(told=tellings(), seed=st.integers(0, 99))
def test_merging_does_not_depend_on_order(told: list[Telling], seed: int) -> None:
    mixed = random.Random(seed).sample(told, len(told))
    assert merge_claims(mixed) == merge_claims(told)


@given(told=tellings())
def test_every_claim_is_in_one_event_and_ids_differ(told: list[Telling]) -> None:
    found = merge_claims(told).events
    assert sorted(claim for event in found for claim in event.claims) == sorted(each.claim.id for each in told)
    assert len({event.id for event in found}) == len(found)


def test_aid_of_no_named_kind_is_not_arms_unless_a_day_joins_them() -> None:
    arms = make_telling("one", "RUS > PRK AID.arms", when=month(2024, 6))
    aid = make_telling("two", "RUS > PRK AID", when=month(2024, 6))
    assert {event.mode for event in merge_claims([arms, aid]).events} == {"arms", None}
    same_day = [
        make_telling("one", "RUS > PRK AID.arms", day(2024, 6, 19)),
        make_telling("two", "RUS > PRK AID", day(2024, 6, 19)),
    ]
    assert [event.mode for event in merge_claims(same_day).events] == ["arms"]
