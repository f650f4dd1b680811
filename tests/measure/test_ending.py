"""Ends: which later event ends a treaty or a sanction, and when nothing is said to."""

from collections.abc import Sequence

import pytest

from makers import day, make_article, make_claim
from pasut.measure.ending import How, Told, find_endings, may_end
from pasut.packs.registers import EndWords, Saying
from pasut.records import Event, When

SANCTION = EndWords(things=frozenset({"sanction"}))
TREATY = EndWords(things=frozenset({"treaty"}))


def told(name: str, kind: str, year: int, way: tuple[str, str] = ("USA", "IRN"), **more: object) -> Told:
    type_, _, mode = kind.partition(".")
    sides: tuple[tuple[str, ...], ...] = (way[:1], way[1:])
    if kind == "SUPPORT.treaty":
        sides = (tuple(sorted(way)),) * 2
    fields: dict[str, object] = {
        "id": name, "type": type_, "mode": mode or None, "source": sides[0], "target": sides[1],
        "status": "happened", "standing": "asserted", "when": day(year),
    }  # fmt: skip
    return Event(**{**fields, **more}), [make_claim(make_article(), sentence_text=name)]  # type: ignore[arg-type]


def ends(begun: Sequence[Told], closing: Sequence[Told], **said: EndWords) -> dict[str, tuple[str, How]]:
    def read(claim: Saying) -> EndWords:
        return said[claim.sentence_text]

    return {name: (end.event, end.how) for name, end in find_endings(begun, closing, read).items()}


def words(how: str, said: EndWords = SANCTION, **more: object) -> EndWords:
    fields = {"hows": frozenset({how}), "things": said.things, **more}
    return EndWords(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("how", "told_as"), [("lifted", "lifted"), ("ended", "lifted"), ("eased", "eased"), ("expired", "expired")]
)
def test_a_sanction_ends_with_its_lifting_by_the_same_side(how: str, told_as: str) -> None:
    begun, closing = [told("old", "COERCE.sanction", 2012)], [told("new", "RETREAT", 2016)]
    assert ends(begun, closing, old=SANCTION, new=words(how)) == {"old": ("new", told_as)}


@pytest.mark.parametrize(
    "closing",
    [
        told("new", "RETREAT", 2016, ("EU", "IRN")),
        told("new", "RETREAT", 2016, ("IRN", "USA")),
        told("new", "RETREAT", 2010),
        told("new", "RETREAT", 2016, standing="disputed"),
        told("new", "RETREAT", 2016, status="planned"),
        told("new", "RETREAT", 2016, when=None),
        told("new", "RETREAT.withdraw", 2016),
    ],
    ids=["another side", "the other way", "earlier", "disputed", "planned", "undated", "of troops"],
)
def test_what_does_not_fit_ends_nothing(closing: Told) -> None:
    assert ends([told("old", "COERCE.sanction", 2012)], [closing], old=SANCTION, new=words("lifted")) == {}


def test_another_thing_or_topic_ends_nothing() -> None:
    begun, closing = [told("old", "COERCE.sanction", 2012)], [told("new", "RETREAT", 2016)]
    assert ends(begun, closing, old=SANCTION, new=words("lifted", EndWords(things=frozenset({"tariff"})))) == {}
    oil, arms = frozenset({"energy"}), frozenset({"arms"})
    assert ends(begun, closing, old=SANCTION, new=words("lifted", topics=oil)) == {}
    before = EndWords(things=SANCTION.things, topics=arms)
    assert ends(begun, closing, old=before, new=words("lifted", topics=oil)) == {}
    assert ends(begun, closing, old=before, new=words("lifted", topics=arms)) == {"old": ("new", "lifted")}


def test_of_several_none_ends_unless_a_year_or_a_topic_tells_which_or_all_are_meant() -> None:
    begun = [told("one", "COERCE.sanction", 2012), told("two", "COERCE.sanction", 2014)]
    closing = [told("new", "RETREAT", 2016)]
    arms = EndWords(things=SANCTION.things, topics=frozenset({"arms"}))
    assert ends(begun, closing, one=SANCTION, two=arms, new=words("lifted")) == {}
    by_year = words("lifted", years=frozenset({2012, 2016}))
    assert ends(begun, closing, one=SANCTION, two=arms, new=by_year) == {"one": ("new", "lifted")}
    by_topic = words("lifted", topics=arms.topics)
    assert ends(begun, closing, one=SANCTION, two=arms, new=by_topic) == {"two": ("new", "lifted")}
    assert set(ends(begun, closing, one=SANCTION, two=arms, new=words("lifted", is_all=True))) == {"one", "two"}


def test_a_signing_that_names_no_treaty_is_ended_by_none() -> None:
    begun, closing = [told("old", "SUPPORT.treaty", 2018)], [told("new", "SANCTION.halt", 2023)]
    assert ends(begun, closing, old=EndWords(), new=words("suspended", TREATY)) == {}


def test_a_year_of_which_nothing_is_known_ends_nothing() -> None:
    begun, closing = [told("old", "SUPPORT.treaty", 2018)], [told("new", "SANCTION.halt", 2023)]
    assert ends(begun, closing, old=TREATY, new=words("ended", TREATY, years=frozenset({2005}))) == {}


@pytest.mark.parametrize("how", ["withdrawn", "suspended", "ended", "expired"])
def test_either_party_ends_a_treaty(how: str) -> None:
    begun = [told("old", "SUPPORT.treaty", 2015)]
    for way in (("USA", "IRN"), ("IRN", "USA")):
        found = ends(begun, [told("new", "SANCTION.halt", 2018, way)], old=TREATY, new=words(how, TREATY))
        assert found == {"old": ("new", how)}
    assert ends(begun, [told("new", "SANCTION.halt", 2018, ("USA", "EU"))], old=TREATY, new=words(how, TREATY)) == {}
    assert ends(begun, [told("new", "SANCTION.halt", 2018)], old=TREATY, new=words(how)) == {}


def test_a_new_treaty_replaces_an_old_one_only_where_that_is_told() -> None:
    begun, closing = [told("old", "SUPPORT.treaty", 2000)], [told("new", "SUPPORT.treaty", 2024)]
    assert ends(begun, closing, old=TREATY, new=words("replaced", TREATY)) == {"old": ("new", "replaced")}
    assert ends(begun, closing, old=TREATY, new=TREATY) == {}


def test_ties_taken_up_again_end_their_cut_by_either_side() -> None:
    ties = EndWords(things=frozenset({"ties"}))
    begun = [told("old", "SANCTION.recall", 2016)]
    closing = [told("new", "SUPPORT", 2023, source=("IRN", "USA"), target=("IRN", "USA"))]
    assert ends(begun, closing, old=ties, new=words("resumed", ties)) == {"old": ("new", "resumed")}
    assert ends(begun, closing, old=ties, new=words("lifted", ties)) == {}


def test_what_is_eased_may_still_be_lifted_and_what_is_lifted_stays_so() -> None:
    begun = [told("old", "COERCE.sanction", 2012)]
    closing = [told("c", "RETREAT", 2018), told("b", "RETREAT", 2016), told("a", "RETREAT", 2014)]
    said = {"a": words("eased"), "b": words("lifted"), "c": words("eased")}
    assert ends(begun, closing, old=SANCTION, **said) == {"old": ("b", "lifted")}


def test_what_begins_nothing_lasting_has_no_end() -> None:
    begun = [told("old", "SANCTION.expel", 2012), told("vote", "SUPPORT.vote", 2012)]
    closing = [told("new", "RETREAT", 2016)]
    assert ends(begun, closing, old=SANCTION, vote=SANCTION, new=words("lifted")) == {}
    assert not may_end(told("x", "AID.arms", 2016)[0])


def test_an_open_beginning_is_no_beginning() -> None:
    event = told("old", "COERCE.sanction", 2012, when=When(first=None, last=day(2012).last))
    assert ends([event], [told("new", "RETREAT", 2016)], old=SANCTION, new=words("lifted")) == {}
