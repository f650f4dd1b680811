"""Why claims are one event, and the nearest other event another."""

from makers import day, make_telling, month
from pasut.merge.block import merge_block
from pasut.merge.explain import explain_event

VISIT = make_telling("one", when=day(2024, 6, 19), persons="RUS:vladimir-putin")
RETOLD = make_telling("two", when=month(2024, 6), persons="RUS:vladimir-putin", published=day(2024, 10, 8))
OTHER = make_telling("three", when=day(2024, 6, 19), persons="RUS:sergei-lavrov")
BLOCK = "PRK|RUS|encounter"


def test_each_claim_has_its_reasons_and_the_other_visitor_is_named() -> None:
    told = [VISIT, RETOLD, OTHER]
    event = next(each for each in merge_block(BLOCK, told).events if "vladimir-putin" in each.persons)
    found = explain_event(BLOCK, told, event.id)
    assert found is not None
    assert [link.claim for link in found.links] == list(event.claims)
    assert found.links[0].reasons == ()
    assert [reason.what for reason in found.links[1].reasons][:2] == ["days", "persons"]
    assert found.nearest is not None
    assert found.nearest.persons == ("sergei-lavrov",)
    (reason,) = found.against
    assert (reason.key, reason.blanks) == ("other_persons", {"persons": ("vladimir-putin",)})


def test_an_event_of_another_block_is_not_explained() -> None:
    assert explain_event(BLOCK, [VISIT], "0" * 32) is None


def test_an_event_alone_has_no_nearest() -> None:
    (event,) = merge_block(BLOCK, [VISIT]).events
    found = explain_event(BLOCK, [VISIT], event.id)
    assert found is not None
    assert found.nearest is None
