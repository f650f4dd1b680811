"""Where sentences end."""

import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pasut.packs
from pasut.packs.clean_rules import load_clean_rules
from pasut.text.sentences import split_sentences

ABBREVIATIONS = load_clean_rules(pathlib.Path(pasut.packs.__path__[0]) / "id" / "clean.toml").abbreviations


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, ABBREVIATIONS)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Menteri tiba Senin.", "Ia bertemu presiden."],
        ["Rapat dimulai pukul 14.30 WIB.", "Semua hadir."],
        ["Bantuan itu bernilai Rp 1.250.000.", "Jumlahnya naik 2,5 persen."],
        ["Ia membawa Rp. 500 juta dari Prof. Dr. H. A. Karim, S.H., M.H. ke Jl. Merdeka No. 5.", "Uang itu hilang."],
        ['"Kami menolak."', "Ia lalu pergi."],
        ['"Kami menolak," katanya.', '"Tidak ada jalan lain."'],
        ["Mereka sepakat (lihat Pasal 3).", "Perjanjian itu berlaku."],
        ["Apakah mereka setuju?", "Belum tentu!", "Kita lihat saja."],
        ["Mereka menunggu...", "Tidak ada kabar."],
        ["Hubungan membaik sejak 2019.", "Delegasi A.S. tiba kemarin."],
        ["Kesepakatan itu berlaku pada kuartal I.", "Pemerintah menyambutnya."],
        ["1. Negara itu menolak tawaran.", "2. Negara lain menerima."],
        ["Sekutu utama negara itu adalah Amerika Serikat (AS). .", "Rusia tidak."],
    ],
)
def test_sentences_end_at_their_stops_only(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ia menolak tawaran itu.Presiden marah.", ["Ia menolak tawaran itu.", "Presiden marah."]),
        ('Itu "api dan amarah".Lalu apa?Mereka diam.', ['Itu "api dan amarah".', "Lalu apa?", "Mereka diam."]),
        ("Kunjungan terjadi pada 2022.Itu yang pertama.", ["Kunjungan terjadi pada 2022.", "Itu yang pertama."]),
    ],
)
def test_a_stop_without_its_space_still_ends_a_sentence(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_an_address_is_no_end() -> None:
    assert sentences("Berita itu dimuat Kabar.Com kemarin.") == ["Berita itu dimuat Kabar.Com kemarin."]


def test_a_sentence_never_spans_a_line_break() -> None:
    assert sentences("Judul tanpa titik\nKalimat pertama. Kalimat\nkedua.") == [
        "Judul tanpa titik",
        "Kalimat pertama.",
        "Kalimat",
        "kedua.",
    ]


def test_empty_and_blank_texts_have_no_sentences() -> None:
    assert split_sentences("", frozenset()) == []
    assert split_sentences(" \n \n", frozenset()) == []


@given(st.text(alphabet='Aa. \n"?!1()…', max_size=60))
def test_sentences_cover_all_but_the_blanks_in_order(text: str) -> None:
    spans = split_sentences(text, ABBREVIATIONS)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert spans == sorted(spans)
    assert all("\n" not in text[start:end] for start, end in spans)


@given(st.text(max_size=80))
def test_any_text_can_be_split(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in split_sentences(text, ABBREVIATIONS))
