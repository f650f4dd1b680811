"""What was expected, and whether it came about."""

import pytest

from makers import make_article, make_claim
from pasut.measure.announced import Announced
from pasut.measure.expected import Expectation, list_expected
from pasut.records import Event, When
from relations import PAIR, act, both, day, on


def expected(*events: Event, at: int = 100, claims: dict[str, Announced] | None = None) -> list[Expectation]:
    """Expected acts of PRK and RUS as known on a day."""
    return list(list_expected(events, PAIR, claims or {}, as_of=day(at)))


def plan(when: When | None = None, **more: object) -> Event:
    """A visit that the articles of day 10 announce for day 40."""
    fields = {"mode": "visit", "status": "planned", "when": when or on(40), "reported": on(10)} | more
    return act(40, "CONSULT", **fields)


def test_a_visit_that_was_announced_and_made_came_about() -> None:
    visit = act(41, "CONSULT", mode="visit")
    (found,) = expected(plan(affirmed_by=("RUS",)), visit)
    assert (found.outcome, found.seen_as, found.by, found.since) == ("came_about", visit, ("RUS",), day(10))


OTHERS = [
    act(41, "CONSULT", mode="letter"),
    act(41, "AID"),
    act(41, "CONSULT", mode="visit", source=("RUS",), target=("PRK",)),
    act(60, "CONSULT", mode="visit"),
    act(41, "CONSULT", mode="visit", target=("CHN",)),
    act(35, "CONSULT", mode="visit", reported=on(5), when=on(5)),
    act(41, "CONSULT", mode="visit", status="denied", standing="denied"),
]


@pytest.mark.parametrize("other", OTHERS)
def test_another_act_is_not_what_was_announced(other: Event) -> None:
    (found,) = expected(plan(), other)
    assert (found.outcome, found.seen_as) == ("not_seen", None)


def test_until_its_time_has_passed_it_is_open() -> None:
    assert expected(plan(), at=45)[0].outcome == "open"
    assert expected(plan(when=When(first=day(20), last=None)))[0].outcome == "open"


def test_what_is_told_not_to_have_happened_is_cancelled() -> None:
    (found,) = expected(plan(), act(40, "CONSULT", mode="visit", status="not_happened", reported=on(50)))
    assert found.outcome == "cancelled"


def test_one_event_that_was_first_planned_and_then_done_came_about() -> None:
    article = make_article()
    claim = make_claim(article, status="planned", type="CONSULT", mode="visit", when=on(40), speaker=("RUS",))
    visit = act(40, "CONSULT", mode="visit", claims=(claim.id,), reported=on(10, 42))
    announced = {claim.id: Announced(speaker=claim.speaker, when=claim.when, published=on(10))}
    (found,) = expected(visit, claims=announced)
    assert (found.outcome, found.by, found.since) == ("came_about", ("RUS",), day(10))
    assert expected(visit, at=30, claims=announced)[0].outcome == "open"


def test_what_is_announced_later_is_not_known_yet() -> None:
    assert expected(plan(), at=9) == []


def test_the_nearest_expectation_comes_first() -> None:
    found = expected(plan(when=on(90)), plan(when=on(60)), both(5))
    assert [each.when for each in found] == [on(60), on(90)]
