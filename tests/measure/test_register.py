"""Registers: which events stand in which, with what columns."""

import datetime as dt

import pytest

from makers import day, make_article, make_claim
from pasut.measure.register import (
    Told,
    list_agreements,
    list_judgements,
    list_links,
    list_sanctions,
    list_tests,
    list_transfers,
    list_visits,
)
from pasut.records import Actor, ActorCode, Assessment, Claim, Event, Span, When


def told(*claims: Claim, number: int = 0, **more: object) -> Told:
    fields: dict[str, object] = {
        "id": f"event-{number}", "type": "AID", "mode": "arms", "source": ("PRK",), "target": ("RUS",),
        "status": "happened", "standing": "asserted", "when": day(2024, 6, 19),
    }  # fmt: skip
    return Event(**{**fields, **more}), claims or (make_claim(make_article()),)  # type: ignore[arg-type]


def nobody(_: str, __: dt.date | None) -> str | None:
    return None


def visit(*travellers: tuple[str | None, str | None], **more: object) -> Told:
    claim = make_claim(
        make_article(),
        type="CONSULT",
        mode="visit",
        source=tuple(Actor(code=ActorCode("RUS"), person=person, office=office) for person, office in travellers),
        target=(Actor(code=ActorCode("PRK"), person="kim-jong-un", office="leader"),),
    )
    fields = {"type": "CONSULT", "mode": "visit", "source": ("RUS",), "target": ("PRK",), **more}
    return told(claim, number=0, **fields)


def test_a_visit_has_the_rank_of_the_highest_who_travels() -> None:
    (row,) = list_visits([visit(("sergei-lavrov", "foreign_minister"), ("vladimir-putin", "head_of_state"))], nobody)
    assert row.visitors == ("vladimir-putin", "sergei-lavrov")
    assert (row.rank, row.hosts, row.planned) == ("head_of_state", ("kim-jong-un",), False)


def test_the_office_held_on_the_day_counts_more_than_the_one_that_is_told() -> None:
    def office(person: str, when: dt.date | None) -> str | None:
        return "defence_minister" if person == "sergei-shoigu" and when == dt.date(2024, 6, 19) else None

    (row,) = list_visits([visit(("sergei-shoigu", "foreign_minister"))], office)
    assert row.rank == "defence_minister"


def test_a_visit_of_nobody_named_has_no_rank() -> None:
    (row,) = list_visits([visit((None, None), status="planned")], nobody)
    assert (row.visitors, row.rank, row.planned) == ((), None, True)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        ({"type": "SUPPORT", "mode": "treaty", "source": ("PRK", "RUS"), "target": ("PRK", "RUS")}, "signed"),
        ({"type": "AGREE", "mode": None, "source": ("PRK", "RUS"), "target": ("PRK", "RUS")}, "agreed"),
        ({"type": "AGREE", "mode": None}, "pledged"),
    ],
)
def test_agreements_are_signed_agreed_or_pledged(act: dict[str, object], kind: str) -> None:
    (row,) = list_agreements([told(number=0, **act)], lambda _: False)
    assert (row.kind, row.in_force) == (kind, False)


def test_an_agreement_is_in_force_where_a_sentence_tells_so() -> None:
    claim = make_claim(make_article(), sentence_text="Perjanjian itu mulai berlaku pada Desember.")
    event = told(claim, type="SUPPORT", mode="treaty")
    (row,) = list_agreements([event], lambda sentence: "mulai berlaku" in sentence)
    assert row.in_force


def test_transfers_carry_goods_and_quantity_both_ways() -> None:
    rows = list_transfers(
        [
            told(number=1, quantity="1.000 kontainer", object="amunisi"),
            told(number=2, mode="fuel", source=("RUS",), target=("PRK",)),
            told(number=3, mode=None, when=None),
            told(number=4, type="COOPERATE", mode="labour"),
            told(number=5, type="COOPERATE", mode="trade"),
        ]
    )
    assert [(row.goods, row.source) for row in rows] == [
        ("arms", ("PRK",)), ("fuel", ("RUS",)), ("labour", ("PRK",)), ("aid", ("PRK",)),
    ]  # fmt: skip
    assert (rows[0].quantity, rows[0].what) == ("1.000 kontainer", "amunisi")


def test_sanctions_cuts_vetoes_and_votes_stand_together() -> None:
    kinds = [("COERCE", "sanction"), ("SANCTION", "expel"), ("SANCTION", None), ("REJECT", "veto"), ("SUPPORT", "vote")]
    rows = list_sanctions([told(number=n, type=type_, mode=mode) for n, (type_, mode) in enumerate(kinds)])
    assert [row.measure for row in rows] == ["sanction", "expel", "cut", "veto", "vote"]
    assert list_sanctions([told(type="COERCE", mode="arrest"), told(type="REJECT", mode="refuse")]) == ()


def test_tests_and_links_take_only_their_own() -> None:
    test = told(type="MOBILIZE", mode="missile_test", target=(), place="Sohae")
    link = told(type="COOPERATE", mode=None)
    (row,) = list_tests([test, link, told()])
    assert (row.weapon, row.place) == ("missile_test", "Sohae")
    (other,) = list_links([test, link, told()])
    assert other.kind == "other"


def test_rows_stand_in_order_of_time_and_undated_ones_last() -> None:
    rows = list_transfers([told(number=1, when=None), told(number=2, when=day(2024)), told(number=3, when=day(2023))])
    assert [row.event for row in rows] == ["event-3", "event-2", "event-1"]


def judgement(
    number: int, speaker: str, when: When | None = None, sentence: str = "Hubungan makin erat."
) -> Assessment:
    return Assessment(
        id=f"a{number}", article="x", sentence=Span(start=0, end=1), sentence_text=sentence,
        trigger=Span(start=0, end=1), rule="r", dyad=(ActorCode("PRK"), ActorCode("RUS")), direction="warming",
        speaker=(speaker,) if speaker else (), when=when,
    )  # fmt: skip


def test_judgements_of_experts_are_told_apart_and_copies_are_one() -> None:
    found = [judgement(1, "expert:Lukin"), judgement(2, "expert:Lukin"), judgement(3, "KOR"), judgement(4, "")]
    assert [row.is_expert for row in list_judgements(found)] == [True, False, False]
    assert [row.speaker for row in list_judgements(found, experts_only=True)] == [("expert:Lukin",)]
