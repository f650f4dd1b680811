"""Assessments beside the index."""

import pytest

from makers import make_article, make_assessment
from pasut.measure.assessed import Assessed, compare_assessments
from pasut.measure.index import RelationIndex, measure_relation
from pasut.records import Assessment, Direction, When
from relations import PAIR, SCALE, act, both, on


def say(direction: Direction, when: When | None, **more: object) -> Assessment:
    """Somebody's judgement of PRK and RUS."""
    given = make_assessment(make_article(str(more.get("sentence_text", direction))))
    fields = {name: getattr(given, name) for name in Assessment.__struct_fields__}
    return Assessment(**fields | {"direction": direction, "when": when} | more)


def turn() -> RelationIndex:
    """Quarrel for half a year, then help for half a year."""
    events = [act(at, "ACCUSE") for at in range(0, 180, 4)] + [act(at, "AID") for at in range(180, 361, 4)]
    return measure_relation(events, PAIR, SCALE)


def compare(direction: Direction, when: When | None, published: When | None = None) -> Assessed:
    """One judgement of that year."""
    (found,) = compare_assessments(turn(), [(say(direction, when), published)])
    return found


@pytest.mark.parametrize(
    ("direction", "when", "verdict"),
    [
        ("warming", on(100, 300), "agrees"),
        ("cooling", on(100, 300), "disagrees"),
        ("cold", on(0, 150), "agrees"),
        ("warm", on(0, 150), "disagrees"),
        ("warm", on(250, 350), "agrees"),
        ("mixed", on(100, 300), "open"),
        ("warming", on(20, 150), "open"),
        ("warm", on(-900, -800), "no_evidence"),
    ],
)
def test_the_index_agrees_or_not(direction: Direction, when: When, verdict: str) -> None:
    assert compare(direction, when).verdict == verdict


def test_a_change_told_of_one_day_is_compared_over_three_months() -> None:
    found = compare("warming", on(220))
    assert found.first and found.last
    assert (found.last - found.first).days == 90


def test_a_judgement_is_not_about_days_after_its_publication() -> None:
    found = compare("warming", When(first=on(100).first, last=None), published=on(200))
    assert found.last == on(200).last


def test_a_judgement_without_date_is_about_the_days_of_its_publication() -> None:
    assert compare("cold", None, published=on(100)).verdict == "agrees"
    assert compare("cold", None).verdict == "no_evidence"


def test_mixed_cannot_be_compared_in_numbers() -> None:
    assert compare("mixed", on(100, 300)).chance is None


def test_copies_count_once_and_the_first_publication_stands() -> None:
    judged = say("warm", on(250))
    copy = say("warm", on(250), id="copy", sentence_text=judged.sentence_text)
    found = compare_assessments(turn(), [(judged, on(260)), (copy, on(255))])
    assert [each.published for each in found] == [on(255)]


def test_judgements_of_other_dyads_are_left_out() -> None:
    relation = measure_relation([both(0)], ("CHN", "PRK"), SCALE)
    assert compare_assessments(relation, [(say("warm", on(0)), None)]) == ()
