"""Between whom a judged relation is."""

import pytest

from judging import told
from pasut.pipeline import Kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit()


@pytest.mark.parametrize(
    ("text", "dyads"),
    [
        ("Hubungan Mesir dan Turki merenggang sejak Rusia dan Libya menandatangani perjanjian.", {"EGY-TUR"}),
        ("Hubungan antara Mesir dan Turki memburuk setelah kunjungan Iran.", {"EGY-TUR"}),
        ("Hubungan Mesir dengan Turki dan Qatar memburuk.", {"EGY-TUR", "EGY-QAT"}),
        ("Mesir merapat ke Turki sedangkan hubungannya dengan Qatar mendingin.", {"EGY-TUR", "EGY-QAT"}),
        ("Mesir memiliki hubungan yang erat dengan Turki.", {"EGY-TUR"}),
        ("Kuba, sekutu terdekat Venezuela, mengirim dokter ke Haiti.", {"CUB-VEN"}),
        ("Venezuela mengirim minyak kepada sekutu utamanya, Kuba.", {"CUB-VEN"}),
        ("Presiden Mesir menganggap Turki sekutu penting.", {"EGY-TUR"}),
    ],
)
def test_the_words_about_a_relation_tell_its_parties(kit: Kit, text: str, dyads: set[str]) -> None:
    assert {dyad for dyad, _ in told(kit, text)} == dyads


@pytest.mark.parametrize(
    "second",
    ["Hubungan kedua negara kini membaik.", "Hubungan mereka kini membaik."],
)
def test_both_are_the_two_of_the_sentence_before(kit: Kit, second: str) -> None:
    first = "Presiden Mesir bertemu Presiden Turki di Ankara."
    assert {dyad for dyad, _ in told(kit, f"{first}\n{second}")} == {"EGY-TUR"}


def test_who_is_not_named_is_known_from_the_judgement_before(kit: Kit) -> None:
    text = "Hubungan Mesir dengan Turki dan Qatar sangat dingin. Mesir kini memperbaiki hubungan."
    assert told(kit, text) == {
        ("EGY-TUR", "cold"), ("EGY-QAT", "cold"), ("EGY-TUR", "warming"), ("EGY-QAT", "warming"),
    }  # fmt: skip


def test_relations_with_one_state_of_nobody_known_are_none(kit: Kit) -> None:
    assert told(kit, "Hubungan dengan Turki memburuk, sementara Mesir dan Libya diam.") == set()


def test_we_are_the_speaker_and_whom_the_article_is_about(kit: Kit) -> None:
    text = 'Presiden Mesir bertemu Presiden Turki di Ankara. Ia mengatakan, "Kita memiliki hubungan yang erat."'
    assert told(kit, text) == {("EGY-TUR", "warm")}


def test_two_judgements_by_the_same_words_are_two(kit: Kit) -> None:
    text = "Hubungan Mesir dan Turki membaik, sedangkan hubungan Oman dan Qatar menghangat."
    assert told(kit, text) == {("EGY-TUR", "warming"), ("OMN-QAT", "warming")}
