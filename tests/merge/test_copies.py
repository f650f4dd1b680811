"""Near copies are found whatever their headline, edits and cuts; other stories of the day are not."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.merge.copies import COPIED, bands, find_original, likeness, pieces, precedence

STORY = (
    "Presiden negara itu tiba di ibu kota pada pagi buta dan disambut tuan rumah di tangga pesawat.",
    "Keduanya berunding selama dua jam lalu menandatangani naskah setebal dua puluh halaman di balairung.",
    "Para wartawan yang ikut serta tidak diberi kesempatan bertanya dan dibawa kembali ke hotel.",
    "Menurut seorang pejabat, pembicaraan berikutnya akan berlangsung di ibu kota tetangga pada musim gugur.",
)
OTHER = (
    "Di pelabuhan selatan, ratusan peti kemas menumpuk karena pekerja bongkar muat mogok sejak awal pekan.",
    "Serikat buruh menuntut kenaikan upah sebelas persen, sedangkan pengusaha menawarkan separuhnya.",
    "Pemerintah menyiapkan tentara untuk mengangkut obat dan bahan pangan yang mudah rusak.",
)


@pytest.mark.parametrize(
    "copy",
    [
        STORY[:2],
        STORY[::-1],
        tuple(each.replace("lalu", "kemudian").replace("Keduanya", "Mereka") for each in STORY),
        ("Kabar ini kami terima malam tadi.", *STORY[:3]),
        tuple(each.upper() for each in STORY),
    ],
)
def test_edited_and_shortened_stories_are_copies(copy: tuple[str, ...]) -> None:
    assert likeness(pieces(STORY), pieces(copy)) >= COPIED
    assert set(bands(STORY)) & set(bands(copy))


def test_another_story_is_no_copy() -> None:
    assert likeness(pieces(STORY), pieces(OTHER)) == 0
    assert not set(bands(STORY)) & set(bands(OTHER))


def test_a_line_is_too_short_to_be_a_copy() -> None:
    line = (" ".join(STORY[0].split()[:12]),)
    assert likeness(pieces(STORY), pieces(line)) == 0
    assert bands(("Tiga kata saja.",)) == ()


def test_the_most_alike_of_those_before_is_copied_and_of_equals_the_first() -> None:
    whole, half = pieces(STORY), pieces(STORY[:2])
    found = find_original("c", half, [("digest", pieces(OTHER)), ("first", whole), ("second", whole)])
    assert found is not None
    assert (found.original, found.likeness) == ("first", 1.0)
    edited = pieces(tuple(each.replace("lalu", "kemudian") for each in STORY))
    closer = find_original("d", edited, [("other", pieces((*STORY[:2], *OTHER))), ("nearest", whole)])
    assert closer is not None
    assert closer.original == "nearest"


def test_what_is_like_nothing_copies_nothing() -> None:
    assert find_original("c", pieces(OTHER), [("a", pieces(STORY))]) is None
    assert find_original("c", pieces(OTHER), []) is None


@given(st.lists(st.tuples(st.text("ab", min_size=1), st.none() | st.dates(), st.integers(0, 10**6)), max_size=6))
def test_precedence_is_by_day_then_length_then_id(articles: list[tuple[str, dt.date | None, int]]) -> None:
    expected = sorted(articles, key=lambda each: (each[1] or dt.date.max, each[1] is None, -each[2], each[0]))
    ranks = [precedence(*each) for each in expected]
    assert ranks == sorted(ranks)
