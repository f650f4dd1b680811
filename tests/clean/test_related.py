"""Headlines and headings are told from sentences by their shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaning import MORE, PROSE, clean, rules
from pasut.clean.lines import Piece
from pasut.clean.related import cut_repeats, is_heading, is_headline, squeeze


@pytest.mark.parametrize(
    "line",
    [
        "Rusia Serang Ukraina dengan Ratusan Drone",
        "Memanas! Negara Itu Kirim Jet Tempur ke Timur Tengah",
        "- Terus Diserang, Negara Itu Mulai Kehabisan Stok Rudal",
        "Presiden Tak Boleh Dibiarkan Hidup Tenang!",
    ],
)
def test_headline_case_without_a_stop_is_a_headline(line: str) -> None:
    assert is_headline(line, rules())


@pytest.mark.parametrize(
    "line",
    [
        "Presiden Rusia Vladimir Putin tiba di ibu kota",
        "Presiden Joko Widodo Bertemu Presiden Vladimir Putin di Istana Negara.",
        'Presiden Vladimir Putin: "Kami Tidak Akan Pernah Mundur," ujarnya',
        "Menteri Luar Negeri",
    ],
)
def test_a_sentence_is_no_headline(line: str) -> None:
    assert not is_headline(line, rules())


def test_a_heading_is_short_and_has_no_stop() -> None:
    assert is_heading("Dukungan politik", rules())
    assert not is_heading("Ia pergi.", rules())
    assert not is_heading("Berikut hasilnya:", rules())
    assert not is_heading("dengan huruf kecil", rules())


def test_items_of_a_list_stay_and_its_heading_goes() -> None:
    text = f"{PROSE}\nSyarat kedua negara\n{MORE}\nBerikut hasilnya:\n1. Kereta api\n2. Kapal laut\n{PROSE} Itu saja."
    assert clean(text).paragraphs == (
        PROSE,
        MORE,
        "Berikut hasilnya:",
        "1. Kereta api",
        "2. Kapal laut",
        f"{PROSE} Itu saja.",
    )


def test_a_page_without_prose_loses_no_heading() -> None:
    assert clean("Rapat ditunda\nMenteri pulang").paragraphs == ("Rapat ditunda", "Menteri pulang")


def test_a_first_line_that_holds_the_whole_article_is_cut() -> None:
    third = "Perundingan berikutnya akan digelar di ibu kota negara tetangga pada akhir bulan depan."
    fourth = "Seorang pejabat menolak menjelaskan isi kesepakatan itu kepada para wartawan yang menunggu."
    fifth = "Hubungan kedua negara memburuk sejak sengketa di perbatasan utara pecah pada musim panas lalu."
    body = (PROSE, MORE, third, fourth, fifth)
    cleaned = clean("".join(body) + "\n" + "\n".join(body))
    assert cleaned.paragraphs == body
    assert cleaned.cut[0].reason == "repeated.whole"


def test_lines_that_hold_all_that_follows_are_cut() -> None:
    third = "Perundingan berikutnya akan digelar di ibu kota negara tetangga pada akhir bulan depan."
    cleaned = clean("\n".join((PROSE + MORE + third, PROSE, MORE + third, MORE, third)))
    assert cleaned.paragraphs == (PROSE, MORE, third)
    assert [cut.reason for cut in cleaned.cut] == ["repeated.whole"] * 2


@given(
    st.lists(
        st.sampled_from(
            [
                "Satu  dua, tiga empat lima enam tujuh delapan.",
                "satu dua tiga empat lima enam tujuh delapan",
                "Satu-dua-tiga - - - - - - - - - - - - - - - - - - - - - - - - - - - empat lima enam",
                "..",
                "",
            ]
        )
    )
)
def test_a_line_is_repeated_whatever_its_spacing(lines: list[str]) -> None:
    kept, cuts = cut_repeats([Piece(number, line) for number, line in enumerate(lines)], None)
    long = [squeeze(line) for line in lines if len(line) > 40]
    assert len(cuts) == len(long) - len(set(long))
    assert len(kept) + len(cuts) == len(lines)
