"""Datelines in all their forms; the city never stays in the text."""

import pytest

from cleaning import MORE, PROSE, clean


@pytest.mark.parametrize(
    ("dateline", "city", "publisher"),
    [
        ("Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia"),
        ("PYONGYANG, KOMPAS.TV - ", "Pyongyang", "Kompas TV"),
        ("PYONGYANG, iNews.id - ", "Pyongyang", "iNews"),
        ("TEMPO.CO, Jakarta - ", "Jakarta", "TEMPO.CO"),
        ("Bisnis.com, JAKARTA - ", "Jakarta", "Bisnis.com"),
        ("REPUBLIKA.CO.ID, GAZA--", "Gaza", "Republika"),
        ("TIMESINDONESIA, JAKARTA – ", "Jakarta", "Times Indonesia"),
        ("Liputan6.com, Moskow -", "Moskow", "Liputan6"),
        ("Liputan6.com, Washington D.C -", "Washington D.C", "Liputan6"),
        ("Liputan6.com, Jakarta ", "Jakarta", "Liputan6"),
        ("KOMPAS.com - ", None, "Kompas.com"),
        ("TRIBUNNEWS.COM – ", None, "Tribunnews"),
        ("JAKARTA INSIDER - ", None, "Jakarta Insider"),
        ("CONTOHKABAR.ID, JAKARTA - ", "Jakarta", "CONTOHKABAR.ID"),
        ("CHERNIHIV, SABTU - ", "Chernihiv", None),
        ("LONDON - ", "London", None),
        ("TEL AVIV - ", "Tel Aviv", None),
        ("YERUSALEM-", "Yerusalem", None),
        ("Pyongyang – ", "Pyongyang", None),
        ("Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
        ("Moskow (ANTARA/Sputnik) - ", "Moskow", "ANTARA"),
        ("Bethlehem, Palestina/Istanbul (ANTARA) - ", "Bethlehem", "ANTARA"),
        ("BAROMETER.ID (Bali): ", "Bali", "Barometer"),
        ("MOSCOW (Reuters) - ", "Moscow", "Reuters"),
        ("CNN — ", None, "CNN"),
        ("Jakarta, CNN Indonesia --\n", "Jakarta", "CNN Indonesia"),
        ("Denpasar -\n", "Denpasar", None),
    ],
)
def test_a_dateline_gives_city_and_publisher_and_leaves_the_text(
    dateline: str, city: str | None, publisher: str | None
) -> None:
    cleaned = clean(f"{dateline}{PROSE}\n{MORE}")
    assert (cleaned.dateline, cleaned.publisher) == (city, publisher)
    assert cleaned.paragraphs == (PROSE, MORE)


@pytest.mark.parametrize(
    "text",
    [
        "NATO-Rusia kembali berunding di ibu kota negara itu pada Senin untuk kali pertama.",
        "Israel - Iran saling serang sejak pekan lalu dan belum ada tanda-tanda mereda.",
        "Jakarta-Bogor ditempuh satu jam dengan kereta api cepat yang baru itu.",
        "Presiden Rusia Vladimir Putin - yang tiba Senin - bertemu mitranya di ibu kota.",
        "Dua menteri bertemu di Jakarta - Indonesia menjadi tuan rumah pertemuan itu.",
        "Kementerian Luar Negeri: Rapat itu ditunda sampai pekan depan karena cuaca.",
    ],
)
def test_a_dash_in_the_first_sentence_is_no_dateline(text: str) -> None:
    cleaned = clean(f"{text}\n{MORE}")
    assert cleaned.dateline is None
    assert cleaned.paragraphs == (text, MORE)


def test_an_agency_that_is_not_the_publisher_is_the_wire() -> None:
    assert clean(f"Gaza (ANTARA/Xinhua) - {PROSE}").wire == "Xinhua"
    assert clean(f"MOSCOW (Reuters) - {PROSE}").wire is None


def test_a_dateline_behind_a_glued_clock_zone_is_found() -> None:
    cleaned = clean(f"Kamis, 14 April 2022 17:02 WIBPYONGYANG, KOMPAS.TV - {PROSE}\n{MORE}")
    assert cleaned.dateline == "Pyongyang"
    assert cleaned.header == ("Kamis, 14 April 2022 17:02 WIB",)


def test_a_dateline_behind_a_stray_quotation_mark_is_found() -> None:
    assert clean(f'"Jakarta, CNN Indonesia -- {PROSE}\n{MORE}').dateline == "Jakarta"


def test_a_standfirst_before_the_dateline_stays() -> None:
    cleaned = clean(f"Rapat itu membahas perbatasan kedua negara Jakarta (ANTARA) - {PROSE} {MORE}")
    assert cleaned.dateline == "Jakarta"
    assert cleaned.text.startswith("Rapat itu membahas perbatasan kedua negara\n")
