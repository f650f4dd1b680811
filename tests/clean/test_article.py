"""A page in, an article out: what is cut, what is kept, what is found."""

import json
import pathlib
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaning import MORE, PROSE, SHARED, clean, cut_reasons
from pasut.clean.normalise import normalise


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", normalise(text)).casefold()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Baca juga: Negara Itu Kirim Pasukan ke Perbatasan", "related.label"),
        ("Baca Juga", "related.bare"),
        ("Simak Video 'Pasukan Tiba di Perbatasan':", "related.label"),
        ("Pilihan Editor Pasukan Itu Tiba di Perbatasan Negara Tetangga", "related.label"),
        ("Negara Itu Kirim Ribuan Pasukan ke Perbatasan Utara", "related.unlabelled"),
        ("Dukungan politik", "heading"),
        ("Perang di Perbatasan", "heading"),
        ("[Gambas:Video 20detik]", "ui.video"),
        ("SCROLL TO CONTINUE WITH CONTENT", "ads.label"),
        ("Advertisement", "ads.label"),
        ("Ikuti berita lainnya di Google News", "share.line"),
        ("Halaman 2", "ui.page-number"),
        ("Simak berita selengkapnya di halaman selanjutnya.", "ui.page-number"),
        ("No more pages", "ui.page-end"),
        ("Suasana pertemuan di ibu kota. (Dok: Contoh)", "photo.caption"),
        ("REUTERS/Nama Orang", "photo.credit"),
        ("Foto: Nama Orang/AFP", "photo.caption"),
        ("--Dengan bantuan dari Nama Orang dan Orang Lain.", "byline.line"),
        ("(bbn)", "signoff.initials"),
        ("(ssst)", "signoff.initials"),
        ("[abc/def]", "signoff.initials"),
        ("REUTERS", "source.wire"),
        ("Editor: Nama Orang", "byline.line"),
        ("Artikel ini telah tayang di Contoh.com dengan judul Rapat", "byline.line"),
        ("https://contoh.id/foto.jpg", "ui.embed"),
    ],
)
def test_a_line_that_is_no_news_is_cut_with_its_reason(line: str, reason: str) -> None:
    cleaned = clean(f"{PROSE}\n{line}\n{MORE}")
    assert cleaned.paragraphs == (PROSE, MORE)
    assert cut_reasons(cleaned) == {line: reason}
    assert cleaned.cut[0].line == 2


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga buku itu dengan teliti, kata menteri itu kepada para wartawan yang menunggunya di luar gedung.",
        '"Kami menolak tawaran itu," ujarnya',
        "Ia pulang.",
        "Berikut ini hasil pertemuan kedua menteri:",
        "Presiden Joko Widodo dan Presiden Vladimir Putin Bertemu di Istana Merdeka Jakarta.",
        "Sementara itu, pasukan kedua negara tetap berjaga di sepanjang garis perbatasan sampai akhir tahun",
        "1. Kedua negara membuka jalur kereta api",
        "Negara itu membeli 20 pesawat tempur (F-16).",
        "Menurut laporan kantor berita Yonhap (28/9).",
        "Iklan itu ditayangkan televisi negara sejak Senin.",
    ],
)
def test_a_sentence_of_the_article_stays(line: str) -> None:
    assert clean(f"{PROSE}\n{line}\n{MORE}").paragraphs == (PROSE, line, MORE)


def test_a_bare_label_swallows_nothing() -> None:
    assert clean(f"{PROSE}\nBaca Juga\n{MORE}").paragraphs == (PROSE, MORE)


def test_glued_page_marks_and_logo_are_told_apart() -> None:
    cleaned = clean(f"{PROSE}\nNo more pagesLogo Bloomberg Technoz")
    assert cleaned.publisher == "Bloomberg Technoz"
    assert list(cut_reasons(cleaned).values()) == ["ui.page-end", "ui.logo"]


def test_a_tail_glued_to_the_last_paragraph_is_cut_off() -> None:
    cleaned = clean(f"{MORE}\n{PROSE} Pilihan Editor Pasukan Itu Tiba di Perbatasan Negara")
    assert cleaned.paragraphs == (MORE, PROSE)


def test_an_agency_tail_gives_writer_and_source() -> None:
    tail = "Sumber: Sputnik Penerjemah: Nama Orang Editor: Orang Lain Copyright © ANTARA 2025 Dilarang mengutip."
    cleaned = clean(f"Moskow (ANTARA) - {PROSE} {MORE} {tail}")
    assert cleaned.paragraphs == (f"{PROSE} {MORE}",)
    assert (cleaned.publisher, cleaned.wire, cleaned.byline) == ("ANTARA", "Sputnik", "Nama Orang")


def test_related_headlines_inside_one_long_line_are_cut() -> None:
    cleaned = clean(
        f"{PROSE} Baca juga: Negara tetangga tutup pintu perbatasan utara Sementara itu, rapat usai. {MORE}"
    )
    assert cleaned.text.count("tetangga") == 0
    assert "Sementara itu, rapat usai." in cleaned.text


def test_a_headline_on_the_first_line_is_the_title() -> None:
    cleaned = clean(f"Dua Menteri Bertemu di Ibu Kota\n{PROSE}\n{MORE}")
    assert cleaned.title == "Dua Menteri Bertemu di Ibu Kota"
    assert cleaned.paragraphs == (PROSE, MORE)


def test_the_title_given_wins_and_its_repetition_is_cut() -> None:
    cleaned = clean(
        f"Dua menteri bertemu\n{PROSE}\nDua Menteri Bertemu\n{MORE}", title="Dua Menteri Bertemu - Kompas.com"
    )
    assert cleaned.title == "Dua Menteri Bertemu"
    assert set(cut_reasons(cleaned).values()) == {"repeated.title"}


def test_a_lead_repeated_on_the_next_page_is_cut_once() -> None:
    cleaned = clean(f"{PROSE}\n{MORE}\n{PROSE}")
    assert cleaned.paragraphs == (PROSE, MORE)
    assert [cut.reason for cut in cleaned.cut] == ["repeated.paragraph"]


def test_header_dates_are_handed_on() -> None:
    cleaned = clean(f"Dua Menteri Bertemu di Ibu Kota\nSenin, 14 Nov 2022 14:46 WIB\n{PROSE}\n{MORE}")
    assert cleaned.header == ("Senin, 14 Nov 2022 14:46 WIB",)


def test_a_date_in_the_body_is_no_header() -> None:
    text = f"{PROSE} Rapat itu berlangsung pada 14 November 2022."
    assert clean(f"{text}\n{MORE}").paragraphs == (text, MORE)


def test_the_publisher_given_wins_over_all_others() -> None:
    text = f"TEMPO.CO, Jakarta - {PROSE}"
    assert clean(text).publisher == "TEMPO.CO"
    assert clean(text, url="https://news.detik.com/x").publisher == "detik"
    assert clean(text, url="https://news.detik.com/x", publisher="Contoh").publisher == "Contoh"


@pytest.mark.parametrize(
    ("sentence", "wire"),
    [
        ("Hal itu dilansir Reuters pada Senin.", "Reuters"),
        ("Menurut Yonhap News, mengutip media KCNA, rapat itu gagal.", "Yonhap"),
        ("Ia mengatakan hal itu, dikutip dari kantor berita AFP.", "AFP"),
        ("Kantor berita TASS dibuka di kota itu.", None),
    ],
)
def test_an_agency_credited_in_prose_is_the_wire(sentence: str, wire: str | None) -> None:
    assert clean(f"{PROSE}\n{sentence}").wire == wire


def test_a_page_with_next_to_nothing_left_says_so() -> None:
    (problem,) = clean("Baca juga: Rapat Ditunda Lagi oleh Menteri\n(bbn)").problems
    assert problem.kind == "near-empty" and problem.where == "k.txt"


LINES = st.sampled_from(
    [
        PROSE, MORE, "", "Baca Juga", "Baca juga: Negara Itu Kirim Pasukan", "(bbn)",
        "No more pagesLogo Bloomberg Technoz",
        "Jakarta, CNN Indonesia -- Rapat ditunda oleh kedua menteri sampai pekan depan.",
        "LONDON - Rapat ditunda lagi.",
        "TEMPO.CO, Jakarta - LONDON - Rapat ditunda.", "Negara Itu Kirim Ribuan Pasukan ke Utara", "Dukungan politik",
        "Berikut hasilnya:", "1. Kereta api", "2. Kapal", "REUTERS", "Foto: Nama/AFP", '"Kami menolak," ujarnya',
        "PresidenDonald Trumpsecara tegas menolak seranganIsrael.Ia pergi,lalu pulang.", "Senin, 14 Nov 2022 14:46 WIB",
        "Rapat ditunda. Pilihan Editor Pasukan Itu Tiba", "Rapat [Gambas:Video] ditunda Baca juga: Negara itu menolak",
        "Tuntutan kedua negara belum dipenuhi sampai kini", "Editor: Nama Orang", 'Ia berkata"Tidak"lalu pergi.', "***",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=12))
def test_cleaning_what_was_cleaned_changes_nothing(lines: list[str]) -> None:
    once = clean("\n".join(lines))
    again = clean("\n".join(once.paragraphs), title=once.title)
    assert again.paragraphs == once.paragraphs
    assert again.title == once.title


@given(st.lists(LINES, max_size=12))
def test_nothing_is_lost_between_what_is_kept_and_what_is_cut(lines: list[str]) -> None:
    cleaned = clean("\n".join(lines))
    pieces = [cleaned.title or "", *cleaned.paragraphs, *(cut.text for cut in cleaned.cut)]
    assert sorted("".join(map(letters, pieces))) == sorted(letters("".join(lines)))


@given(st.text(max_size=300))
def test_any_text_can_be_cleaned(text: str) -> None:
    cleaned = clean(text)
    assert all(paragraph.strip() == paragraph and paragraph for paragraph in cleaned.paragraphs)


def _rows(path: pathlib.Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not at hand")
def test_no_annotated_sentence_is_cut_and_every_dateline_is_found() -> None:
    folder = SHARED / "gold"
    lost, wrong = [], []
    articles = {row["id"]: row for row in _rows(folder / "dev_articles.jsonl")}
    for gold in _rows(folder / "dev.jsonl"):
        row = articles[gold["id"]]
        cleaned = clean(row["text"], title=row["title"], url=row["url"], publisher=row["publisher"])
        kept = letters(cleaned.text)
        lost += [each["quote"] for each in gold["claims"] + gold["assessments"] if letters(each["quote"]) not in kept]
        if cleaned.dateline != gold["article"].get("dateline"):
            wrong.append((gold["id"], cleaned.dateline))
    assert (lost, wrong) == ([], [])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the seed articles are not at hand")
@pytest.mark.parametrize("number", range(5))
def test_the_seed_articles_give_what_was_annotated(number: int) -> None:
    gold = _rows(SHARED / "gold" / "seeds.jsonl")[number]
    cleaned = clean((SHARED / "seeds" / f"{gold['id']}.txt").read_text(encoding="utf-8"))
    wanted = gold["article"]
    assert cleaned.publisher == wanted["publisher"]
    assert cleaned.dateline == wanted["dateline"]
    assert cleaned.wire == wanted.get("wire")
    kept = letters(cleaned.text)
    assert [each["quote"] for each in gold["claims"] if letters(each["quote"]) not in kept] == []
