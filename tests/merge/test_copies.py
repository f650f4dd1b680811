"""Near copies are found whatever their headline, edits and cuts; other stories of the day are not."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.merge.copies import COPIED, Candidate, bands, find_originals, likeness, pieces

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
DAY = dt.date(2024, 6, 20)


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


def _candidate(name: str, published: dt.date | None = DAY, length: int = 100) -> Candidate:
    return Candidate(id=name, published=published, length=length)


def test_each_copies_the_nearest_that_came_before_it() -> None:
    articles = [_candidate(name, DAY + dt.timedelta(n)) for n, name in enumerate("abc")]
    found = find_originals(articles, {("a", "b"): 0.9, ("a", "c"): 0.6, ("b", "c"): 0.8})
    assert [(copy.article, copy.original, copy.root) for copy in found] == [("b", "a", "a"), ("c", "b", "a")]


def test_the_longer_of_one_day_came_first_and_undated_ones_last() -> None:
    articles = [_candidate("a", length=50), _candidate("b", length=90), _candidate("c", None, 99)]
    found = find_originals(articles, {("a", "b"): 0.9, ("a", "c"): 0.9, ("b", "c"): 0.9})
    assert {copy.root for copy in found} == {"b"}


def test_a_digest_of_two_stories_makes_them_no_copies_of_each_other() -> None:
    articles = [_candidate("a"), _candidate("b"), _candidate("digest", DAY + dt.timedelta(1))]
    (copy,) = find_originals(articles, {("a", "digest"): 0.9, ("b", "digest"): 0.8})
    assert (copy.article, copy.root) == ("digest", "a")


@given(st.permutations("abcd"), st.dictionaries(st.sampled_from(["ab", "ac", "ad", "bc", "bd", "cd"]), st.floats(0, 1)))
def test_who_copies_whom_does_not_depend_on_order(order: list[str], shares: dict[str, float]) -> None:
    pairs = {(pair[0], pair[1]): share for pair, share in shares.items()}
    articles = {name: _candidate(name, length=ord(name)) for name in "abcd"}
    expected = find_originals([articles[name] for name in "abcd"], pairs)
    assert find_originals([articles[name] for name in order], pairs) == expected
