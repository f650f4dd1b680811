"""Contexts, quantities, places, echoes and wrong offices of what the coder makes of sentences of our own."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.coder import code_article
from pasut.coder.details import dateline_place
from pasut.pipeline import Kit
from pasut.records import Article, Claim, Coding, When

KIT = Kit()


def code(text: str, day: str | None = "2024-09-13", **more: str) -> Coding:
    pack = KIT.pack("id")
    assert pack is not None
    date = dt.date.fromisoformat(day) if day else None
    article = Article(
        id="one",
        key="one",
        language="id",
        title=None,
        paragraphs=tuple(text.split("\n")),
        published=When(first=date, last=date, basis="given") if date else None,
        **more,  # type: ignore[arg-type]
    )
    return code_article(article, pack, KIT.world)


def only(text: str, kind: str | None = None) -> Claim:
    found = [claim for claim in code(text).claims if kind in (None, claim.type)]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("Korea Utara mengirim amunisi ke Rusia.", {"military"}),
        ("Presiden Brasil bertemu Presiden Chili.", {"diplomatic"}),
        ("Uni Eropa menjatuhkan sanksi kepada Belarus.", {"economic"}),
        ("Korea Utara melakukan uji coba nuklir.", {"military", "cbrn"}),
        ("India mengirim 300 ton beras ke Nepal.", {"humanitarian"}),
        ("Turki mengecam serangan udara Rusia ke Suriah.", {"military"}),
        ("Filipina melayangkan protes kepada China.", {"diplomatic"}),
        ("Swedia dan Finlandia berbagi data intelijen.", {"intelligence"}),
        ("Jepang mengirim vaksin ke Ghana.", {"humanitarian", "health"}),
    ],
)
def test_contexts_come_from_the_act_and_from_what_it_is_about(text: str, contexts: set[str]) -> None:
    assert contexts in [set(claim.contexts) for claim in code(text).claims]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Korea Utara mengirim 1.000 kontainer amunisi ke Rusia.", "1.000 kontainer amunisi (= 1000)"),
        ("Amerika Serikat memberikan bantuan senilai USD 50 juta kepada Ukraina.", "USD 50 juta (= 50000000 USD)"),
        ("Jepang menyumbang lebih dari 2,5 juta dolar AS untuk Sudan.", "lebih dari 2,5 juta dolar AS (> 2500000 USD)"),
        ("Swiss mengirim dua ratus ribu dosis vaksin ke Ghana.", "dua ratus ribu dosis vaksin (= 200000)"),
        ("Turki mengirim ribuan ton gandum ke Somalia.", "ribuan ton gandum"),
        ("Rusia menahan dua wartawan Jerman.", "dua wartawan (= 2)"),
        ("Jerman mengirim tank kepada Ukraina.", None),
    ],
)
def test_a_quantity_is_as_written_and_as_one_number(text: str, quantity: str | None) -> None:
    assert only(text).quantity == quantity


@given(st.integers(min_value=2, max_value=10**9))
def test_any_number_is_read_back(number: int) -> None:
    written = f"{number:,}".replace(",", ".")
    assert only(f"Jepang mengirim {written} ton beras ke Sudan.").quantity == f"{written} ton beras (= {number})"


def test_times_of_a_meeting_are_no_quantity() -> None:
    assert only("Presiden Brasil bertemu Presiden Chili enam kali.").quantity is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Presiden Brasil bertemu Presiden Chili di Santiago.", "Santiago"),
        ("Di Jenewa, AS dan China berunding soal tarif.", "Jenewa"),
        ("Menlu Turki tiba di Kairo.", "Kairo"),
        ("Rusia dan Ukraina bertukar tawanan perang di Belarus.", "Belarus"),
        ("China menggelar latihan militer di Laut China Selatan.", "Laut China Selatan"),
        ("Jerman mengirim tank kepada Ukraina.", None),
        ("Presiden Brasil bertemu Presiden Chili di istana.", None),
    ],
)
def test_a_place_is_where_the_act_is_told_to_happen(text: str, place: str | None) -> None:
    assert only(text).place == place


def test_a_reproach_does_not_happen_where_the_deed_did() -> None:
    claims = {claim.type: claim.place for claim in code("Turki mengecam serangan Israel di Gaza.").claims}
    assert claims == {"ACCUSE": None, "ASSAULT": "Gaza"}


@pytest.mark.parametrize(("dateline", "place"), [("MOSKOW", "MOSKOW"), ("JAKARTA", None), (None, None)])
def test_the_dateline_is_the_place_of_a_lead_whose_state_takes_part(dateline: str | None, place: str | None) -> None:
    text = "Presiden Rusia bertemu Presiden Mesir.\nPresiden Rusia menelepon Presiden Sudan."
    more = {"dateline": dateline} if dateline else {}
    assert [claim.place for claim in code(text, **more).claims] == [place, None]


def test_a_dateline_of_no_known_city_is_no_place() -> None:
    article = Article(id="one", key="one", language="id", title=None, paragraphs=(), dateline="ENTAH")
    assert dateline_place(article, {"RUS"}, {"moskow": "RUS"}) is None


# -- echoes


def test_a_denial_refers_to_the_claim_it_denies_and_takes_its_details() -> None:
    alleged, denied = [
        claim
        for claim in code(
            "Amerika Serikat menuduh Korea Utara mengirim 1.000 kontainer amunisi ke Rusia.\n"
            "Rusia membantah tuduhan tersebut."
        ).claims
        if claim.type == "AID"
    ]
    assert (alleged.status, denied.status) == ("alleged", "denied")
    assert denied.refers_to == alleged.id and alleged.refers_to is None
    assert (denied.quantity, denied.contexts) == (alleged.quantity, alleged.contexts)


def test_a_denial_in_full_words_refers_to_the_claim_too() -> None:
    claims = code("Amerika Serikat menuduh Iran memasok drone ke Rusia.\nIran membantah memasok drone ke Rusia.").claims
    alleged, denied = [claim for claim in claims if claim.type == "AID"]
    assert denied.status == "denied" and denied.refers_to == alleged.id


def test_a_second_telling_refers_to_the_first() -> None:
    text = "Turki mengecam Israel, Rabu.\nPresiden Turki mengecam Israel, Rabu.\nTurki mengecam Israel, Rabu, lagi."
    first, *rest = code(text).claims
    assert first.refers_to is None and {claim.refers_to for claim in rest} == {first.id}


@pytest.mark.parametrize(
    "text",
    [
        "Rusia menyerang Ukraina pada 2 September 2024.\nRusia menyerang Ukraina pada 5 September 2024.",
        "Turki mengirim 20 tank ke Libya.\nTurki mengirim 35 tank ke Libya.",
        "Turki mengecam Israel.\nIsrael mengecam Turki.",
        "Turki mengecam Israel.\nTurki akan mengecam Israel.",
    ],
)
def test_another_day_number_direction_or_status_is_another_claim(text: str) -> None:
    assert [claim.refers_to for claim in code(text).claims] == [None, None]


# -- offices


def test_an_office_that_another_held_that_day_is_noted() -> None:
    (note,) = code("Menteri Pertahanan Rusia Sergei Shoigu tiba di Pyongyang.").problems
    assert note.kind == "note"
    for part in ("Sergei Shoigu", "defence_minister", "security_secretary", "2024-09-13", "Andrei Belousov", "tiba di"):
        assert part in note.what


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Menteri Pertahanan Rusia Sergei Shoigu tiba di Pyongyang.", "2023-07-27"),
        ("Sekretaris Dewan Keamanan Rusia Sergei Shoigu tiba di Pyongyang.", "2024-09-13"),
        ("Sergei Shoigu tiba di Pyongyang.", "2024-09-13"),
        ("Mantan Menteri Pertahanan Rusia Sergei Shoigu tiba di Pyongyang.", "2024-09-13"),
        ("Pada 2019, Menteri Pertahanan Rusia Sergei Shoigu tiba di Pyongyang.", "2024-09-13"),
        ("Presiden terpilih Donald Trump menelepon Putin.", "2024-11-20"),
        ("Menteri Pertahanan Rusia Sergei Shoigu tiba di Pyongyang.", None),
    ],
)
def test_an_office_held_given_up_or_told_of_another_time_is_not_noted(text: str, day: str | None) -> None:
    assert not code(text, day).problems
