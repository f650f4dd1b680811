"""Who judges which relation how, in the two languages: what is one, what is none, and who says so."""

import pytest

from judging import judged, told
from pasut.coder.assess import rules_for
from pasut.packs.cut import cut_words
from pasut.pipeline import Kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hubungan Kairo dengan Ankara kembali hangat.", {("EGY-TUR", "warming")}),
        ("Mesir kian dekat dengan Turki.", {("EGY-TUR", "warming")}),
        ("Jepang merapat ke India dan menjauh dari China.", {("IND-JPN", "warming"), ("CHN-JPN", "cooling")}),
        ("Ketegangan antara India dan Pakistan terus meningkat.", {("IND-PAK", "cooling")}),
        ("Ketegangan antara India dan Pakistan kini sedikit mereda.", {("IND-PAK", "warming")}),
        ("Hubungan Prancis dan Aljazair tidak lagi sehangat dahulu.", {("DZA-FRA", "cooling")}),
        ("Hubungan Prancis dan Aljazair jatuh ke titik terendah.", {("DZA-FRA", "cooling")}),
        ("Hubungan kerja sama Vietnam dan Laos tetap erat.", {("LAO-VNM", "warm")}),
        ("Qatar menyebut hubungannya dengan Oman sedekat saudara kandung.", {("OMN-QAT", "warm")}),
        ("Hubungan Serbia dan Kroasia masih diwarnai kecurigaan.", {("HRV-SRB", "cold")}),
        ("Hubungan Serbia dan Kroasia penuh liku.", {("HRV-SRB", "mixed")}),
    ],
)
def test_the_ways_to_judge_a_relation(kit: Kit, text: str, found: set[tuple[str, str]]) -> None:
    assert told(kit, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mesir ingin mempererat hubungan dengan Turki.",
        "Mesir dan Turki sepakat untuk meningkatkan hubungan.",
        "Hubungan Mesir dan Turki tidak memburuk.",
        "Apakah hubungan Mesir dan Turki akan membaik?",
        "Kapal India merapat ke pelabuhan Pakistan.",
        "India dan Pakistan berunding untuk menyelesaikan sengketa perbatasan mereka.",
        "Presiden Mesir berkunjung ke sejumlah negara sahabat seperti Turki.",
        "Perdagangan Mesir dan Turki menurun drastis.",
    ],
)
def test_a_wish_a_question_or_a_negated_word_is_no_judgement(kit: Kit, text: str) -> None:
    assert told(kit, text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ties between Egypt and Turkey have frayed since Russia sent troops to Libya.", {("EGY-TUR", "cooling")}),
        ("Belarus, Russia's closest ally, sent soldiers.", {("BLR-RUS", "warm")}),
        ("Egypt wants closer ties with Turkey.", set()),
        ("Relations between Egypt and Turkey have not improved.", set()),
    ],
)
def test_english_judgements_are_found_by_the_same_rules(kit: Kit, text: str, found: set[tuple[str, str]]) -> None:
    assert told(kit, text, "en") == found


def test_who_speaks_judges(kit: Kit) -> None:
    text = "Hubungan Mesir dan Turki semakin erat, kata Menteri Luar Negeri Iran Abbas Araghchi."
    assert [each.speaker for each in judged(kit, text)] == [("IRN",)]


@pytest.mark.parametrize(
    "text",
    [
        "Hubungan kedua negara mendingin, kata pengamat. Upacara itu sepi. Hubungan Mesir dan Turki pernah hangat.",
        'Hubungan bilateral "kurang bersemangat," tulis pengamat Tom Brown. Mesir memuji hubungannya dengan Turki.',
    ],
)
def test_a_relation_before_its_parties_takes_those_of_the_first_relation_named(kit: Kit, text: str) -> None:
    assert ("EGY-TUR", "cooling") in told(kit, text)


@pytest.mark.parametrize(
    "text",
    [
        "Hubungan kedua negara mendingin. Hubungan Mesir dan Turki serta hubungan Oman dan Qatar dibahas.",
        "Hubungan kedua negara mendingin. Oman menggelar pesta. Hubungan Mesir dan Turki dibahas.",
        "Hubungan kedua negara mendingin. Hujan turun. Angin bertiup. Malam tiba. Hubungan Mesir dan Turki dibahas.",
        "Hubungan dagang mendingin. Hubungan Mesir dan Turki dibahas.",
    ],
)
def test_a_relation_before_its_parties_stays_nobodys_where_they_are_not_certain(kit: Kit, text: str) -> None:
    assert told(kit, text) == set()


def test_english_relations_wait_for_their_parties_too(kit: Kit) -> None:
    text = "Relations between the two countries have cooled, analysts say. Egypt says its ties with Turkey are close."
    assert ("EGY-TUR", "cooling") in told(kit, text, "en")


@pytest.mark.parametrize(("language", "ending"), [("id", ""), ("id", "nya"), ("en", "")])
def test_no_phrase_that_stands_in_a_text_is_lost_with_the_rules_of_others(kit: Kit, language: str, ending: str) -> None:
    pack = kit.pack_for("", language)
    for rule in pack.assess:
        for phrase in rule.phrases:
            if not ending or " " in phrase:
                text = f"X {phrase}{ending}."
                kept = rules_for(text, [cut_words(text, pack.syntax.enclitics)], pack)
                assert any(phrase in each.phrases for each in kept), text
