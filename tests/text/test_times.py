"""Time expressions become the intervals they mean."""

import datetime as dt
import json
import pathlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pasut.packs
from pasut.errors import DataError
from pasut.packs.time_forms import literals, starts
from pasut.packs.time_words import TimeWords, load_time_words
from pasut.records import When
from pasut.text.times import TimeFind, find_times

PACK = pathlib.Path(pasut.packs.__file__).parent / "id" / "time.toml"
WORDS = load_time_words(PACK)
SHARED = pathlib.Path(__file__).parents[2].parent / "shared" / "bench" / "id_time_cases.jsonl"
WEDNESDAY = When(first=dt.date(2024, 10, 9), last=dt.date(2024, 10, 9))
OCTOBER = When(first=dt.date(2024, 10, 1), last=dt.date(2024, 10, 30))


def said(text: str, published: When | None = WEDNESDAY, words: TimeWords = WORDS) -> list[tuple[str, str | None]]:
    """What was found, and what it means."""
    finds = find_times(text, published, words)
    return [(text[find.start : find.end], find.when.text() if find.when else None) for find in finds]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("pada Selasa (8/10/2024) waktu setempat", "2024-10-08"),
        ("pada Selasa malam (8/10/2024)", "2024-10-08"),
        ("pada Jumat (4/10) lalu", "2024-10-04"),
        ("pada Senin, 7 Okt. 2024", "2024-10-07"),
        ("RABU, 9 OKTOBER 2024", "2024-10-09"),
        ("terbit 2024-10-01 pagi", "2024-10-01"),
        ("pada 15 Juni", "2024-06-15"),
        ("pada 2 Desember lalu", "2023-12-02"),
        ("akan digelar 15 November mendatang", "2024-11-15"),
        ("tanggal 24 lalu", "2024-09-24"),
        ("pada bulan Juni", "2024-06"),
        ("ia akan tiba pada Juni", "2025-06"),
        ("semula akan tiba pada November", "2023-11"),
        ("pada Mei tahun lalu", "2023-05"),
        ("September depan", "2025-09"),
        ("akhir September", "2024-09-21/2024-09-30"),
        ("pertengahan tahun depan", "2025-05/2025-08"),
        ("pada 2019 ia datang", "2019"),
        ("runtuh pada 1990-an", "1990/1999"),
        ("pada dasawarsa 1970-an dan 1980-an", "1970/1989"),
        ("pada tahun 1970-an sampai 1980-an", "1970/1989"),
        ("bertemu pada Rabu (9/9/2024) di sana", "2024-10-09"),
        ("abad ke-20", "1901/2000"),
        ("kuartal pertama 2023", "2023-01/2023-03"),
        ("musim panas lalu", "2024-06/2024-08"),
        ("dari Oktober hingga Desember 2023", "2023-10/2023-12"),
        ("pada 12-17 September", "2024-09-12/2024-09-17"),
        ("28 September hingga 2 Oktober 2024", "2024-09-28/2024-10-02"),
        ("data 2019-2021", "2019/2021"),
        ("sejak 2020", "2020/.."),
        ("hingga Juli", "../2024-07"),
        ("sebelum 2020", "../2019"),
        ("kemarin", "2024-10-08"),
        ("lusa", "2024-10-11"),
        ("pekan ini", "2024-10-07/2024-10-13"),
        ("Minggu lalu ia datang", "2024-09-30/2024-10-06"),
        ("datang pada Minggu lalu", "2024-10-06"),
        ("Sabtu pekan lalu", "2024-10-05"),
        ("tiba Rabu", "2024-10-09"),
        ("tiba Rabu lalu", "2024-10-02"),
        ("akan tiba Kamis", "2024-10-10"),
        ("akhir pekan lalu", "2024-10-05/2024-10-06"),
        ("dua puluh lima tahun silam", "1999"),
        ("sebulan lalu", "2024-09"),
        ("dua pekan yang lalu", "2024-09-23/2024-09-29"),
        ("tiga hari terakhir", "2024-10-06/2024-10-09"),
        ("sepuluh hari ke depan", "2024-10-09/2024-10-19"),
        ("beberapa tahun terakhir", "2020-10-09/2024-10-09"),
    ],
)
def test_an_expression_means_its_interval(text: str, value: str) -> None:
    assert [found for _, found in said(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 3.000 tentara dan 15 pejabat hadir pukul 07.30",
        "Sekitar 2000 tentara dan 1/2 juta warga",
        "antara 20.000 hingga 50.000 pekerja",
        "Resolusi 1973 dan Resolusi DK PBB 2024",
        "maretan dan julian",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert said(text) == []


def test_a_contradicting_weekday_turns_day_and_month() -> None:
    (find,) = find_times("kata militer, Selasa (10/8/2024)", WEDNESDAY, WORDS)
    assert find.conflict
    assert find.when is not None
    assert find.when.text() == "2024-10-08"


def test_a_weekday_that_fits_neither_way_keeps_day_before_month() -> None:
    (find,) = find_times("pada Senin (10/8/2024)", WEDNESDAY, WORDS)
    assert (find.conflict, find.when and find.when.text()) == (True, "2024-08-10")


def test_a_date_in_a_name_is_marked() -> None:
    kinds = [find.kind for find in find_times("perjanjian militer 19 September 2018 sejak 2019", WEDNESDAY, WORDS)]
    assert kinds == ["inside-name", "since"]


def test_an_anchored_day_counts_from_the_day_told_before() -> None:
    found = said("Ia tiba Rabu (2/10/2024). Dua hari kemudian ia pulang.")
    assert found[1] == ("Dua hari kemudian", "2024-10-04")


def test_an_anchor_may_be_given() -> None:
    anchor = When(first=dt.date(2020, 2, 28), last=dt.date(2020, 2, 28))
    (find,) = find_times("sehari kemudian", WEDNESDAY, WORDS, anchor=anchor)
    assert (find.kind, find.when and find.when.text()) == ("anchored", "2020-02-29")


def test_since_is_closed_by_until_in_the_same_sentence() -> None:
    assert said("ditutup sejak awal tahun 2020 karena wabah hingga bulan Juli")[0][1] == "2020-01/2024-07"


def test_the_first_of_two_months_takes_its_year_from_the_second() -> None:
    assert said("pada Juli dan Agustus 2021") == [("Juli", "2021-07"), ("Agustus 2021", "2021-08")]


@pytest.mark.parametrize("text", ["bulan ini", "pekan ini", "kemarin", "pada Selasa", "hari ini"])
def test_when_only_the_month_of_publication_is_known_near_words_mean_that_month(text: str) -> None:
    (find,) = find_times(text, OCTOBER, WORDS)
    assert find.when is not None
    assert (find.when.first, find.when.last) == (dt.date(2024, 10, 1), find.when.last)
    assert find.when.last is not None and find.when.last.month == 10


def test_without_publication_relative_words_are_found_but_not_resolved() -> None:
    assert said("tahun lalu dan pada 2019", None) == [("tahun lalu", None), ("2019", "2019")]


def test_the_cases_of_the_bench_come_out_right() -> None:
    if not SHARED.exists():
        pytest.skip("the shared time cases are not on this machine")
    wrong = []
    for line in SHARED.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        published = dt.date.fromisoformat(case["dct"])
        finds = find_times(case["text"], When(first=published, last=published), WORDS)
        if not case["gold"]:
            wrong += [(case["id"], "nothing")] * bool(finds)
        wrong += [(case["id"], gold["span"]) for gold in case["gold"] if not _is_met(gold, case["text"], finds)]
    assert len(wrong) <= 2, wrong


def _is_met(gold: dict[str, str], text: str, finds: tuple[TimeFind, ...]) -> bool:
    """Exact, but the start alone counts after `sejak`, and a vague window may be two to eight weeks long."""
    at = text.find(gold["span"])
    first, last = dt.date.fromisoformat(gold["start"]), dt.date.fromisoformat(gold["end"])
    for find in finds:
        if find.when is None or find.end <= at or find.start >= at + len(gold["span"]):
            continue
        if (find.when.first, find.when.last) == (first, last) or (find.kind == "since" and find.when.first == first):
            return True
        if gold["kind"] == "vague" and find.when.first and find.when.last == last:
            return 14 <= (last - find.when.first).days <= 57
    return False


def test_a_month_in_the_name_of_a_war_is_no_time_told() -> None:
    assert [find.kind for find in find_times("dalam Perang Oktober itu", WEDNESDAY, WORDS)] == ["inside-name"]


def test_where_publication_is_a_few_days_a_weekday_that_is_the_same_from_each_is_that_day() -> None:
    days = When(first=dt.date(2024, 10, 9), last=dt.date(2024, 10, 10))
    assert said("tiba Rabu", days) == [("Rabu", "2024-10-09")]
    assert said("kemarin", days) == [("kemarin", "2024-10-08/2024-10-09")]
    assert said("pada Juni lalu", days) == [("Juni lalu", "2024-06")]


def test_where_the_year_of_publication_is_not_known_a_month_has_no_date() -> None:
    years = When(first=dt.date(2006, 9, 26), last=dt.date(2019, 5, 31))
    assert said("pada Oktober lalu", years) == [("Oktober lalu", None)]
    assert said("pada 2004", years) == [("2004", "2004")]


PIECES = st.sampled_from(
    "Senin Minggu minggu (7/1) (31/2/2024) 12/9/2023 30 Februari Juni 2019 1950-1953 - hingga sejak sampai awal akhir "
    "bulan tahun pekan hari ini lalu depan terakhir kemudian sebelumnya dua beberapa puluh sebulan kemarin besok abad "
    "ke-20 1990-an , . akan kata pada tanggal 24 musim panas kuartal pertama selama puluhan saat itu".split()
)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2060, 12, 31))


@given(st.lists(PIECES, max_size=14).map(" ".join), DAYS, st.integers(0, 40), st.booleans())
def test_every_find_lies_in_the_text_in_order_and_ends_after_it_starts(
    text: str, day: dt.date, length: int, future: bool
) -> None:
    published = When(first=day, last=day + dt.timedelta(days=length))
    place = 0
    for find in find_times(text, published, WORDS, future=future):
        assert place <= find.start < find.end <= len(text)
        place = find.end
        if find.when is not None:
            assert find.when.first or find.when.last
            assert not (find.when.first and find.when.last) or find.when.first <= find.when.last


@given(st.text(max_size=80))
def test_any_text_at_all_is_survived(text: str) -> None:
    assert all(text[find.start : find.end] for find in find_times(text, WEDNESDAY, WORDS))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_a_whole_date_means_itself_whatever_the_publication(day: dt.date) -> None:
    months = {number: name for name, number in reversed(list(WORDS.file.months.items()))}
    text = f"pada {day.day} {months[day.month].capitalize()} {day.year}"
    assert said(text) == [(text[5:], day.isoformat())] == said(text, None)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("one_prefix =", "one_prefixx =", "one_prefixx"),
        ("{named_day}", "{nameday}", "nameday"),
        ("januari = 1", 'januari = "satu"', "months"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_place(tmp_path: pathlib.Path, old: str, new: str, part: str) -> None:
    wrong = tmp_path / "time.toml"
    wrong.write_text(PACK.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=rf"time\.toml.*{part}"):
        load_time_words(wrong)


def test_a_missing_file_is_refused(tmp_path: pathlib.Path) -> None:
    with pytest.raises(DataError, match=r"time\.toml"):
        load_time_words(tmp_path / "time.toml")


FORM_PIECES = [*"0123456789 ,./()-", *WORDS.file.units, *WORDS.file.modifiers, "Mei", "dua", "Senin", "selama", "awal"]


# The patterns of a first word are compiled when it is first met, which takes one example long.
@given(st.lists(st.sampled_from(FORM_PIECES)).map("".join))
def test_the_forms_picked_by_the_first_word_match_as_all_would(text: str) -> None:
    whole = re.compile("|".join(f"(?P<{each.group}>{each.regex})" for each in WORDS.forms.alternatives))
    for hit in WORDS.trigger.finditer(text):
        found, sought = WORDS.forms.match(text, hit.start(), hit.group()), whole.match(text, hit.start())
        assert (found and (found.span(), found.lastgroup)) == (sought and (sought.span(), sought.lastgroup))


@pytest.mark.parametrize(
    ("form", "slots"),
    [
        ("[{unit} ][[{part} ]{month} ]{d} {y}", {"unit", "part", "month", "d"}),
        ("({d})", set()),
        ("[, ]{d}", set()),
        ("[{unit}]", set()),
        ("[{part} ][the ]{ordinal} {unit}", {"part", "=the", "ordinal"}),
        ("Mid-{y}", {"=mid"}),
    ],
)
def test_a_form_begins_with_its_first_slots_or_fixed_words(form: str, slots: set[str]) -> None:
    assert starts(form) == slots


def test_fixed_words_of_a_form_are_those_that_are_not_optional() -> None:
    assert literals("Peringatan[ ke[ yang]] {n} tahun") == ("peringatan", "tahun")
