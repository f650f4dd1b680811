"""Every act can be told in both languages, whole and readable."""

import datetime as dt
import re
from typing import get_args

import pytest

from makers import day
from pasut.pipeline import Kit
from pasut.records import ActorCode, Assessment, Direction, Event, EventType, Span, Status, When
from pasut.show.names import Names
from pasut.show.report.grammar import Grammar, Teller, _load
from pasut.show.words import words_in

KIT = Kit()
TELLERS = {language: Teller(Names(KIT), words_in(language)) for language in ("id", "en")}


def make_event(**more: object) -> Event:
    fields: dict[str, object] = {
        "id": "e1", "type": "AID", "mode": "arms", "source": ("PRK",), "target": ("RUS",), "status": "happened",
        "standing": "asserted", "when": day(2024, 6, 19),
    }  # fmt: skip
    return Event(**{**fields, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("status", get_args(Status))
@pytest.mark.parametrize("type_", get_args(EventType))
def test_every_type_and_status_is_a_whole_sentence(language: str, status: Status, type_: EventType) -> None:
    for target in (("RUS",), (), ("PRK",)):
        text = TELLERS[language].event(make_event(type=type_, mode=None, status=status, target=target))
        assert re.fullmatch(r"[A-Z][^{}]*[^ ]\.", text), text
        assert "  " not in text


def test_both_languages_have_the_same_acts_frames_and_phrases() -> None:
    one, other = _load()["id"], _load()["en"]
    for field in ("frame", "assessment", "phrase", "act"):
        assert set(getattr(one, field)) == set(getattr(other, field)), field
    blanks = re.compile(r"\{(\w+)\}")
    for name, phrase in one.phrase.items():
        assert set(blanks.findall(phrase)) == set(blanks.findall(other.phrase[name])), name


@pytest.mark.parametrize("grammar", _load().values(), ids=_load().keys())
def test_an_act_for_both_says_so_in_both_forms(grammar: Grammar) -> None:
    for name, act in grammar.act.items():
        assert bool(act.together_past) == bool(act.together_base), name


@pytest.mark.parametrize(
    ("more", "indonesian", "english"),
    [
        (
            {},
            "Pada 19 Juni 2024, Korea Utara memasok senjata kepada Rusia.",
            "On 19 June 2024, North Korea supplied arms to Russia.",
        ),
        (
            {"status": "alleged", "affirmed_by": ("USA",), "when": None},
            "Amerika Serikat menuduh bahwa Korea Utara memasok senjata kepada Rusia.",
            "The United States alleged that North Korea supplied arms to Russia.",
        ),
        (
            {"status": "alleged", "affirmed_by": ("USA",), "denied_by": ("RUS", "PRK"), "when": None},
            "Amerika Serikat menuduh bahwa Korea Utara memasok senjata kepada Rusia; "
            "Rusia dan Korea Utara membantahnya.",
            "The United States alleged that North Korea supplied arms to Russia; Russia and North Korea denied it.",
        ),
        (
            {"type": "SUPPORT", "mode": "treaty", "source": ("PRK", "RUS"), "target": ("PRK", "RUS"), "sources": 3},
            "Pada 19 Juni 2024, Korea Utara dan Rusia menandatangani perjanjian (diberitakan 3 sumber independen).",
            "On 19 June 2024, North Korea and Russia signed an agreement (told by 3 independent sources).",
        ),
        (
            {
                "type": "CONSULT",
                "mode": "visit",
                "source": ("RUS",),
                "target": ("PRK",),
                "persons": ("vladimir-putin",),
            },
            "Pada 19 Juni 2024, Vladimir Putin dari Rusia berkunjung ke Korea Utara.",
            "On 19 June 2024, Vladimir Putin of Russia visited North Korea.",
        ),
        (
            {"status": "planned", "when": When(first=dt.date(2024, 10, 1), last=dt.date(2024, 10, 31))},
            "Pada Oktober 2024, Korea Utara dijadwalkan memasok senjata kepada Rusia.",
            "In October 2024, North Korea was due to supply arms to Russia.",
        ),
        (
            {"when": When(first=dt.date(2022, 1, 1), last=dt.date(2023, 12, 31))},
            "Antara 2022 dan 2023, Korea Utara memasok senjata kepada Rusia.",
            "Between 2022 and 2023, North Korea supplied arms to Russia.",
        ),
    ],
)
def test_sentences(more: dict[str, object], indonesian: str, english: str) -> None:
    assert TELLERS["id"].event(make_event(**more)) == indonesian
    assert TELLERS["en"].event(make_event(**more)) == english


def test_the_day_of_the_sentence_before_is_not_named_again() -> None:
    event = make_event()
    assert TELLERS["en"].event(event, event).startswith("On the same day, ")
    assert TELLERS["id"].event(event, make_event(when=day(2024, 6, 18))).startswith("Pada 19 Juni 2024, ")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("direction", get_args(Direction))
def test_judgements(language: str, direction: Direction) -> None:
    judged = Assessment(
        id="a", article="x", sentence=Span(start=0, end=1), sentence_text="", trigger=Span(start=0, end=1), rule="r",
        dyad=(ActorCode("PRK"), ActorCode("USA")), direction=direction, speaker=("expert:Lukin",),
    )  # fmt: skip
    text = TELLERS[language].assessment(judged)
    assert "Lukin" in text and text.endswith(".") and "{" not in text


@pytest.mark.parametrize(("value", "shown"), [(3.24, "+3,2"), (-0.04, "0,0"), (-6.0, "−6,0")])
def test_points_carry_their_sign(value: float, shown: str) -> None:
    assert TELLERS["id"].points(value) == shown
