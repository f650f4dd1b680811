"""The log of corrections, replayed over claims."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import make_article, make_claim
from pasut.errors import UsageError
from pasut.merge.overriding import active_overrides, anchor_of, check_value, correct_claims, find_anchored
from pasut.records import Action, Claim, Override, Span, When

ARTICLE = make_article()
CLAIM = make_claim(ARTICLE)
OTHER = make_claim(ARTICLE, 1, sentence=Span(start=99, end=120))


def entry(action: Action, claim: Claim = CLAIM, number: int = 0, **more: object) -> Override:
    fields: dict[str, object] = {
        "id": f"o{number}", "at": "2025-03-01T12:00:00Z", "by": "ani", "action": action, "anchor": anchor_of(claim),
    }  # fmt: skip
    return Override(**{**fields, **more})  # type: ignore[arg-type]


def fixed(field: str, value: str) -> Claim:
    (claim,) = correct_claims([CLAIM], [entry("set", field=field, value=value)]).claims
    return claim


def test_a_rejected_claim_does_not_stand_but_is_kept_as_coded() -> None:
    corrected = correct_claims([CLAIM, OTHER], [entry("reject")])
    assert corrected.claims == (OTHER,)
    assert corrected.coded == ((0, CLAIM),)


def test_a_note_changes_nothing_but_says_that_it_is_there() -> None:
    (claim,) = correct_claims([CLAIM], [entry("note", note="lihat alinea 3")]).claims
    assert claim.overrides == ("o0",)
    assert (claim.type, claim.when, claim.source) == (CLAIM.type, CLAIM.when, CLAIM.source)


@pytest.mark.parametrize(
    ("field", "value", "name", "result"),
    [
        ("type", "cooperate", "type", "COOPERATE"),
        ("mode", "", "mode", None),
        ("status", "denied", "status", "denied"),
        ("speaker", "USA, expert:Lukin", "speaker", ("USA", "expert:Lukin")),
        ("object", "peluru artileri", "object", "peluru artileri"),
        ("date", "", "when", None),
    ],
)
def test_fields_are_set(field: str, value: str, name: str, result: object) -> None:
    assert getattr(fixed(field, value), name) == result


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2023-09-12/2023-09-17", dt.date(2023, 9, 12), dt.date(2023, 9, 17)),
        ("2022/..", dt.date(2022, 1, 1), None),
    ],
)
def test_a_date_is_set_as_the_codebook_writes_it(value: str, first: dt.date, last: dt.date | None) -> None:
    when = fixed("date", value).when
    assert when == When(first=first, last=last, basis="set by a person")


def test_actors_that_the_sentence_names_keep_their_place() -> None:
    turned = fixed("source", "RUS")
    assert turned.source == CLAIM.target
    assert [actor.code for actor in fixed("target", "RUS,CHN").target] == ["RUS", "CHN"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("rule", "x"), ("type", "HUG"), ("status", "true"), ("date", "soon"), ("date", "2024-13"), ("source", " "),
     ("date", "2024/2023")],
)  # fmt: skip
def test_what_cannot_be_set_is_wrong_use(field: str, value: str) -> None:
    with pytest.raises(UsageError):
        check_value(field, value)


def test_later_entries_win_and_a_withdrawn_one_is_as_if_it_had_not_been() -> None:
    first, second = entry("set", field="mode", value="fuel"), entry("set", number=1, field="mode", value="food")
    taken = Override(id="o2", at="", by="budi", action="withdraw", withdraws="o1")
    assert correct_claims([CLAIM], [first, second]).claims[0].mode == "food"
    assert correct_claims([CLAIM], [first, second, taken]).claims[0].mode == "fuel"
    assert active_overrides([first, second, taken]) == [first]


def test_a_claim_whose_id_changed_is_found_by_its_sentence_and_actors() -> None:
    renamed = make_claim(ARTICLE, 7)
    assert find_anchored([OTHER, renamed], anchor_of(CLAIM)) == renamed
    assert find_anchored([make_claim(ARTICLE, 7), make_claim(ARTICLE, 8)], anchor_of(CLAIM)) is None


def test_a_correction_that_finds_no_claim_is_lost_and_changes_nothing() -> None:
    corrected = correct_claims([OTHER], [entry("reject")])
    assert (corrected.claims, corrected.lost) == ((OTHER,), ("o0",))


@given(st.lists(st.sampled_from(["reject", "note", "set"]), max_size=5), st.integers(0, 5))
def test_withdrawing_everything_gives_what_was_coded(actions: list[Action], extra: int) -> None:
    log = [entry(action, number=n, field="mode", value="fuel") for n, action in enumerate(actions)]
    taken = [Override(id=f"w{n}", at="", by="b", action="withdraw", withdraws=f"o{n}") for n in range(len(log) + extra)]
    assert correct_claims([CLAIM, OTHER], [*log, *taken]).claims == (CLAIM, OTHER)
