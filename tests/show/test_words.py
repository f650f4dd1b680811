"""Dates, numbers and labels in both languages; and a label for everything the codebook names."""

import datetime as dt
from typing import get_args

import pytest

from makers import day, make_article, make_claim
from pasut.measure.level import Trend
from pasut.merge.reason import ReasonKey
from pasut.packs.ledger import load_ledger_words
from pasut.records import Conflict, Direction, EventType, Standing, Status, When
from pasut.show.measured import signed, trend_words
from pasut.show.words import Words, words_in

MODES = (
    "CONSULT: visit meet phone letter negotiate mediate multilateral invite",
    "SUPPORT: letter treaty praise recognise vote apologise",
    "AID: arms money food fuel technology personnel",
    "COOPERATE: trade exercise transport technology labour intelligence",
    "MOBILIZE: missile_test nuclear_test satellite_launch deploy exercise alert",
    "REJECT: veto refuse",
    "SANCTION: recall expel halt",
    "COERCE: sanction blockade arrest seize occupy cyber",
)


@pytest.fixture(params=["id", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    return words_in(request.param)


def test_everything_has_a_label(words: Words) -> None:
    labels = words.labels
    modes = {f"{line.split(':')[0]}.{mode}" for line in MODES for mode in line.split(":")[1].split()}
    assert set(labels.type) >= set(get_args(EventType)) | modes
    assert set(labels.reason) == set(get_args(ReasonKey))
    assert set(labels.status) == set(get_args(Status))
    assert set(labels.stance) == {*get_args(Status), "admits", "declines", "tells", "reports_alleged"}
    assert set(labels.standing) == set(get_args(Standing))
    assert {f"standing_{each}" for each in get_args(Standing)} <= set(labels.phrase)
    assert set(labels.evidence) == load_ledger_words(words.language).evidence.kinds
    assert {f"conflict_{each}" for each in get_args(Conflict)} <= set(labels.phrase)
    assert set(labels.direction) == set(get_args(Direction))


def test_both_languages_say_the_same_things() -> None:
    one, other = words_in("id").labels, words_in("en").labels
    for field in one.__struct_fields__:
        assert list(getattr(one, field)) == list(getattr(other, field))


def test_a_mode_without_a_label_is_shown_as_written() -> None:
    assert words_in("en").act("ASSAULT", "artillery") == "attacks (artillery)"
    assert words_in("en").act("ASSAULT", None) == "attacks"


DATES = [
    (day(2024, 6, 19), "19 Juni 2024", "19 June 2024"),
    (When(first=dt.date(2024, 6, 1), last=dt.date(2024, 6, 30)), "Juni 2024", "June 2024"),
    (When(first=dt.date(2024, 1, 1), last=dt.date(2024, 12, 31)), "2024", "2024"),
    (When(first=dt.date(2023, 9, 12), last=dt.date(2023, 9, 17)), "12–17 September 2023", "12–17 September 2023"),
    (When(first=dt.date(2023, 4, 28), last=dt.date(2023, 5, 2)), "28 April 2023 – 2 Mei 2023", "28 April 2023 – 2 May 2023"),  # noqa: E501
    (When(first=dt.date(2023, 5, 1), last=dt.date(2023, 8, 31)), "Mei 2023 – Agustus 2023", "May 2023 – August 2023"),
    (When(first=dt.date(2022, 1, 1), last=dt.date(2023, 12, 31)), "2022–2023", "2022–2023"),
    (When(first=dt.date(2022, 1, 1), last=None), "sejak 2022", "since 2022"),
    (When(first=None, last=dt.date(2022, 2, 28)), "sampai Februari 2022", "until February 2022"),
    (None, "tanpa tanggal", "undated"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "indonesian", "english"), DATES)
def test_dates(when: When | None, indonesian: str, english: str) -> None:
    assert words_in("id").date(when) == indonesian
    assert words_in("en").date(when) == english


def test_numbers() -> None:
    assert words_in("id").number(1234.5, 1) == "1.234,5"
    assert words_in("en").number(1234.5, 1) == "1,234.5"


def test_speakers() -> None:
    claim = make_claim(make_article(), speaker=("expert:Lukin", "USA"), medium=("Reuters",))
    assert words_in("en").speakers(claim) == "Lukin, USA (Reuters)"
    assert words_in("id").speakers(make_claim(make_article(), speaker=("expert:unnamed",), medium=())) == "tak bernama"
    assert words_in("en").speakers(make_claim(make_article(), speaker=(), medium=())) == "–"


@pytest.mark.parametrize(("language", "shown"), [("id", "−1.234,5"), ("en", "−1,234.5")])
def test_a_number_below_nought_has_a_true_minus(language: str, shown: str) -> None:
    words = words_in(language)
    assert words.number(-1234.5, 1) == shown
    assert signed(-1234.5, words) == shown
    assert signed(-0.04, words)[0] == "+"


@pytest.mark.parametrize(
    ("trend", "chance", "shown"),
    [
        ("warming", 0.98, "warming (98 %)"),
        ("cooling", 0.02, "cooling (98 %)"),
        ("unclear", 0.62, "unclear, rather warmer (62 %)"),
        ("unclear", 0.19, "unclear, rather cooler (81 %)"),
    ],
)
def test_a_trend_tells_how_likely_the_side_is_that_it_names(trend: Trend, chance: float, shown: str) -> None:
    assert trend_words(trend, chance, words_in("en")) == shown


def test_a_corrected_field_is_told_in_words() -> None:
    assert words_in("id").correction("status", "denied") == "status = dibantah"
    assert words_in("en").correction("place", None) == "place = –"
