"""Acts are dated by the time that belongs to them, else by what the article lets one infer, else not at all."""

import datetime as dt

import pytest

from pasut.coder import code_article
from pasut.pipeline import Kit
from pasut.records import Article, Coding, When


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit()


def coded(kit: Kit, text: str, published: When | None, title: str | None = None, language: str = "id") -> Coding:
    pack = kit.pack(language)
    assert pack is not None
    article = Article(
        id="a", key="a", language=language, title=title, headline=title is not None,
        paragraphs=tuple(text.split("\n")), published=published,
    )  # fmt: skip
    return code_article(article, pack, kit.world)


def dates(kit: Kit, text: str, published: When | None, title: str | None = None) -> dict[tuple[str, str], str | None]:
    """(type, first source) of each claim, the last told wins, and its date."""
    claims = coded(kit, text, published, title).claims
    return {(claim.type, claim.source[0].code): claim.when.text() if claim.when else None for claim in claims}


THURSDAY = When(first=dt.date(2025, 6, 19), last=dt.date(2025, 6, 19))
RISING = When(first=dt.date(2025, 6, 18), last=dt.date(2025, 6, 20))


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        (
            "Mesir dan Turki pada Januari menandatangani perjanjian dagang, dan Yunani telah lama menuduh Turki.",
            ("ACCUSE", "GRC"),
            None,
        ),
        (
            "Presiden Mesir, yang pada bulan Januari menandatangani perjanjian dengan Turki, mengecam Israel.",
            ("ACCUSE", "EGY"),
            "2025-06-19",
        ),
        ("Mesir mengakui pada Minggu (15/6) bahwa Israel menyerang Suriah pada Mei.", ("ASSAULT", "ISR"), "2025-05"),
        ("Mesir mengatakan pada Minggu (15/6) Israel menyerang Suriah.", ("ASSAULT", "ISR"), "2025-06-15"),
        ("Mesir mengakui dalam tahun 2002 pihaknya menyerang Suriah.", ("ASSAULT", "EGY"), None),
        ("Turki mengecam Israel sehari setelah Mesir mengecam Israel.", ("ACCUSE", "EGY"), "2025-06-18"),
        ("Turki sebelumnya mengecam Israel.", ("ACCUSE", "TUR"), None),
        ("Turki berulang kali mengecam Israel.", ("ACCUSE", "TUR"), None),
        ("Sebelumnya, Turki mengecam Israel.", ("ACCUSE", "TUR"), None),
        (
            "Mesir pada Selasa, 17 Juni 2025, mengecam Turki saat perang Iran Israel memasuki hari kelima.",
            ("ASSAULT", "IRN"),
            "2025-06-13/2025-06-19",
        ),
        ("Turki meminta Israel tidak pernah lelah.", ("REQUEST", "TUR"), "2025-06-19"),
        ("Mali masih menahan dua tentara Pantai Gading.", ("COERCE", "MLI"), None),
        ("Israel terus membombardir Iran.", ("ASSAULT", "ISR"), "2025-06-13/2025-06-19"),
        ("Prabowo bertemu Putin sehari setelah tiba di Moskow pada Selasa.", ("CONSULT", "IDN"), "2025-06-17"),
        ("Turki mengecam Israel.", ("ACCUSE", "TUR"), "2025-06-19"),
        ("Turki mengecam serangan Israel ke Iran.", ("ASSAULT", "ISR"), "2025-06-13/2025-06-19"),
        (
            "Korea Utara menculik warga Jepang pada dasawarsa 1970-an dan 1980-an.",
            ("ASSAULT", "PRK"),
            "1970/1989",
        ),
    ],
)
def test_an_act_takes_the_time_of_its_own_clause(kit: Kit, text: str, act: tuple[str, str], date: str | None) -> None:
    assert dates(kit, text, THURSDAY)[act] == date


def test_a_war_after_publication_is_not_the_war_meant_nor_is_one_of_several(kit: Kit) -> None:
    spring = When(first=dt.date(2007, 4, 6), last=dt.date(2007, 4, 6))
    assert dates(kit, "India dan Pakistan terlibat perang.", spring)[("ASSAULT", "IND")] is None


def test_what_is_quoted_counts_from_the_day_it_was_said(kit: Kit) -> None:
    text = 'Menteri Luar Negeri Mesir bicara, Rabu (18/6/2025). "Mesir mengecam Israel hari ini," katanya.'
    assert dates(kit, text, THURSDAY)[("ACCUSE", "EGY")] == "2025-06-18"


def test_where_publication_is_rough_the_day_of_the_news_stands_for_it(kit: Kit) -> None:
    text = "Mesir mengecam Israel, Rabu (18/6/2025).\nTurki mengunjungi Mesir kemarin.\nYunani mengecam Turki."
    found = dates(kit, text, RISING)
    assert found[("CONSULT", "TUR")] == "2025-06-17"
    assert found[("ACCUSE", "GRC")] == "2025-06-18"


def test_a_sentence_that_goes_on_about_the_past_keeps_its_time(kit: Kit) -> None:
    text = "Korea Utara memecahkan rekor pada 2022. Negara itu menembakkan lebih banyak rudal daripada sebelumnya itu."
    assert (
        dates(kit, text.replace("daripada sebelumnya itu", "tahun demi tahun"), THURSDAY)[("MOBILIZE", "PRK")] == "2022"
    )


def test_aid_named_in_passing_is_not_of_the_day(kit: Kit) -> None:
    text = "Mesir mengecam Israel.\nIa bicara di Kairo.\nKorea Utara bergantung pada bantuan China."
    assert dates(kit, text, THURSDAY)[("AID", "CHN")] is None


def test_who_did_it_to_whom_makes_the_act_that_was_dated_before(kit: Kit) -> None:
    text = "Pada Mei Israel menyerang Lebanon.\nMesir mengecam serangan Lebanon ke Israel."
    assert dates(kit, text, THURSDAY)[("ASSAULT", "LBN")] == "2025-06-19"


def test_what_is_named_in_passing_takes_the_one_date_that_the_article_gives_it(kit: Kit) -> None:
    text = "Turki mengecam serangan Mesir ke Libya.\nMesir menyerang Libya pada 1 Juni."
    assert dates(kit, text, THURSDAY)[("ASSAULT", "EGY")] == "2025-06-01"
    claims = coded(kit, text, THURSDAY).claims
    assert {claim.when.text() for claim in claims if claim.type == "ASSAULT" and claim.when} == {"2025-06-01"}


def test_what_is_named_in_passing_stays_open_where_the_article_tells_of_several(kit: Kit) -> None:
    text = "Turki mengecam serangan Mesir ke Libya.\nMesir menyerang Libya pada 1 Juni.\n"
    claims = coded(kit, text + "Mesir menyerang Libya pada 8 Juni.", THURSDAY).claims
    assert next(claim.when.text() for claim in claims if claim.type == "ASSAULT" and claim.when) == "2025-06-19"


def test_also_goes_on_with_the_past_told_just_before(kit: Kit) -> None:
    text = "Raja Yordania menjamu Presiden Mesir pada Mei.\nPemimpin Mesir juga berjanji mendukung Yordania."
    assert dates(kit, text, THURSDAY)[("AGREE", "EGY")] == "2025-05"


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        ("Ada bukti bahwa Rusia telah mengerahkan rudal di Ukraina.", ("MOBILIZE", "RUS"), None),
        ("Jerman mengecam Rusia setelah Rusia menginvasi Ukraina.", ("ACCUSE", "DEU"), "2022-02-24/.."),
        ("Belarus mendukung operasi militer Rusia di Ukraina dalam perang itu.", ("ASSAULT", "RUS"), "2022-02-24/.."),
        ("Turki mengecam Israel beberapa jam setelah Mesir mengecam Israel.", ("ACCUSE", "EGY"), "2025-06-19"),
        (
            "Situs itu dikenal pada 2018 ketika Israel mengumumkan bahwa intelijennya telah menyita dokumen Iran.",
            ("COERCE", "ISR"),
            None,
        ),
        ("Turki mengecam perang Israel dan Iran.", ("ASSAULT", "ISR"), "2025-06-13/2025-06-19"),
    ],
)
def test_what_is_of_no_day_of_its_own(kit: Kit, text: str, act: tuple[str, str], date: str | None) -> None:
    assert dates(kit, text, THURSDAY)[act] == date


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Israel mengecam Hamas, yang didukung Iran.", ("SUPPORT", "IRN")),
        ("Mali menuduh Niger, yang mendukung Libya.", ("SUPPORT", "NER")),
        ("Pernyataan itu menyusul pembebasan tawanan Ghana oleh Togo.", ("RETREAT", "TGO")),
    ],
)
def test_how_two_stand_and_what_news_follows_are_not_of_the_day(kit: Kit, text: str, act: tuple[str, str]) -> None:
    assert dates(kit, text, THURSDAY)[act] is None


def test_an_older_day_far_down_the_text_is_not_the_day_of_the_news(kit: Kit) -> None:
    text = "Mesir mengecam Israel.\nIa bicara di Kairo.\nIa diam.\nIa pergi.\nIa datang pada Sabtu (14/6)."
    assert dates(kit, text, THURSDAY)[("ACCUSE", "EGY")] == "2025-06-19"
    text = "Mesir mengecam Israel.\nIa bicara di Kairo.\nIa diam.\nIa pergi.\nIa datang pada Rabu (18/6)."
    assert dates(kit, text, THURSDAY)[("ACCUSE", "EGY")] == "2025-06-18"


def test_a_plan_for_the_days_to_come_does_not_date_what_it_joins(kit: Kit) -> None:
    text = "Amerika Serikat memutuskan bergabung dengan serangan Mesir ke Libya dalam dua pekan ke depan."
    assert dates(kit, text, THURSDAY).get(("ASSAULT", "EGY")) != "2025-06-19/2025-07-03"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Rusia adalah sekutu utama Korea Utara.", None),
        ("Kini Rusia adalah sekutu utama Korea Utara.", "2025-06-19"),
        ("Hubungan Rusia dan Korea Utara semakin erat.", "2025-06-19"),
        ("Hubungan Rusia dan Korea Utara semakin erat sejak perang di Ukraina.", "2022-02-24/.."),
        ("Hubungan Rusia dan Korea Utara semakin erat pada 2019.", "2019"),
        ("Awalnya hubungan Rusia dan Korea Utara semakin dingin.", None),
    ],
)
def test_a_judgement_is_about_the_time_it_tells_or_of_now(kit: Kit, text: str, date: str | None) -> None:
    found = coded(kit, text, THURSDAY).assessments
    assert [each.when.text() if each.when else None for each in found] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said on Monday that India and Nepal had recently met in Goa.",
        "India is expected to meet Nepal in the near future.",
        "India and Nepal hold regular talks.",
    ],
)
def test_words_of_no_certain_day_give_no_date_in_english(kit: Kit, text: str) -> None:
    assert [claim.when for claim in coded(kit, text, THURSDAY, language="en").claims] == [None]


def test_aid_that_is_a_reason_was_not_given_on_the_day_of_what_it_led_to(kit: Kit) -> None:
    text = "In May, Russia expelled two diplomats of Norway in retaliation for Norway's aid to Ukraine."
    told = {claim.type: claim.when for claim in coded(kit, text, THURSDAY, language="en").claims}
    assert told["SANCTION"] is not None and told["SANCTION"].text() == "2025-05"
    assert told["AID"] is None
