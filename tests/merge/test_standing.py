"""The standing of a proposition follows from who said what, by the stated rules."""

import pytest

from makers import day, make_telling
from pasut.merge.report import Telling
from pasut.merge.standing import standing_of, voices
from pasut.records import Standing

ARMS = "PRK > RUS AID.arms"
_PUBLISHED = day(2024, 6, 20)


def _said(status: str, speaker: str = "", article: str = "", number: int = 20) -> Telling:
    """One sentence: `_said("denied", "RUS")`, in an article of its own where none is named."""
    name = article or f"{status}{speaker}{number}"
    who = tuple(speaker.split())
    return make_telling(name, ARMS, status=status, speaker=who, published=day(2024, 6, number), root=article)


CASES: list[tuple[Standing, list[Telling]]] = [
    ("asserted", [_said("happened")]),
    ("asserted", [_said("happened", "KOR")]),
    ("asserted", [_said("not_happened")]),
    ("asserted", [_said("planned")]),
    ("corroborated", [_said("happened", article="a"), _said("happened", article="b")]),
    ("corroborated", [_said("alleged", "USA"), _said("alleged", "KOR")]),
    ("asserted", [_said("happened", article="a"), _said("happened", "KOR", article="a")]),
    ("unanswered", [_said("alleged", "USA")]),
    ("unanswered", [_said("alleged", "USA", "a"), _said("alleged", "USA", "b")]),
    ("unanswered", [_said("alleged")]),
    ("disputed", [_said("alleged", "USA"), _said("denied", "RUS")]),
    ("disputed", [_said("happened", article="a"), _said("happened", article="b"), _said("denied", "RUS")]),
    ("denied", [_said("denied", "RUS")]),
    ("denied", [_said("denied", "RUS"), _said("possible", "expert:Lukin")]),
    ("admitted", [_said("alleged", "USA"), _said("denied", "PRK"), _said("happened", "PRK", number=25)]),
    ("admitted", [_said("happened", "KOR"), _said("happened", "RUS", number=25)]),
    ("withdrawn", [_said("alleged", "USA"), _said("not_happened", "USA", number=25)]),
    ("disputed", [_said("not_happened", "USA"), _said("alleged", "USA", number=25)]),
    ("disputed", [_said("alleged", "USA"), _said("alleged", "KOR"), _said("not_happened", "USA", number=25)]),
]


@pytest.mark.parametrize(("standing", "told"), CASES)
def test_standing_follows_from_what_is_said(standing: Standing, told: list[Telling]) -> None:
    assert standing_of(told) == standing == standing_of(told[::-1])


def test_a_visit_that_the_visitor_announces_is_no_admission() -> None:
    own = make_telling("a", status="happened", speaker=("RUS",))
    assert standing_of([own, make_telling("b")]) == "corroborated"


def test_copies_and_unnamed_speakers_are_no_voices_of_their_own() -> None:
    copied = [_said("happened", article="a"), _said("happened", "expert:unnamed", "b")]
    assert voices(copied) == {"source a"}
    same = [make_telling(name, ARMS, root="a") for name in ("a", "b")]
    assert standing_of(same) == "asserted"
