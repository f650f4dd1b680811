"""The day of publication is read where it is printed, else inferred from clues that say what they show."""

import datetime as dt
import json
import pathlib

import pytest

import pasut.packs
from pasut.clean.date import date_article
from pasut.packs.time_words import load_time_words
from pasut.records import Clue, When
from pasut.world.load import Person, Term, War, World, load_world

WORDS = load_time_words(pathlib.Path(pasut.packs.__file__).parent / "id" / "time.toml")
SHARED = pathlib.Path(__file__).parents[2].parent / "shared"


def person(name: str, born: dt.date | None, *terms: tuple[str, dt.date | None, dt.date | None]) -> Person:
    held = tuple(Term(state="AAA", office=office, first=first, last=last) for office, first, last in terms)
    return Person(id=name.lower(), names=(f"Budi {name}",), short=(name,), unique=(name,), born=born, terms=held)


WORLD = World(
    states={},
    bodies={},
    groups={},
    persons={
        "tirta": person("Tirta", dt.date(1952, 10, 7), ("head_of_state", dt.date(2000, 1, 1), None)),
        "surya": person(
            "Surya",
            None,
            ("defence_minister", dt.date(2012, 11, 6), dt.date(2024, 5, 12)),
            ("security_secretary", dt.date(2024, 5, 12), None),
        ),
    },
    wars=(
        War(id="ukraine", name_en="", first=dt.date(2022, 2, 24), last=None, attackers=(), defenders=()),
        War(id="korea", name_en="", first=dt.date(1950, 6, 25), last=dt.date(1953, 7, 27), attackers=(), defenders=()),
    ),
)


def dated(text: str, *header: str, given: str | None = None) -> tuple[str | None, dict[str, Clue]]:
    when, clues = date_article(given=given, header_lines=header, text=text, words=WORDS, world=WORLD)
    return when.text() if when else None, {clue.kind: clue for clue in clues}


@pytest.mark.parametrize("given", ["2024-10-09", "2024-10-09T14:46:00+07:00", "2024/10/09 14:46"])
def test_a_given_date_wins(given: str) -> None:
    assert dated("Pada Selasa (12/9/2023).", "Senin, 14 Nov 2022", given=given)[0] == "2024-10-09"


def test_a_given_month_stays_a_month() -> None:
    assert dated("", given="2024-10")[0] == "2024-10"


def test_a_given_date_that_is_none_is_kept_as_a_clue_not_used() -> None:
    when, clues = dated("Pada Selasa (12/9/2023).", given="kemarin")
    assert when is not None and when.startswith("2023-09-12")
    assert not clues["given"].used


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Senin, 14 Nov 2022 14:46 WIB", "2022-11-14"),
        ("8/8/2023, 12.12 WIB", "2023-08-08"),
        ("12/11/2022, 19:21 WIB", "2022-11-12"),
        ("Sabtu, 12 November 2022 – 17:05 WIB", "2022-11-12"),
        ("RABU, 24 JANUARI 2024 | 13:19 WIB", "2024-01-24"),
        ("21,703 Views | Jumat, 30 Sep 2022 06:35 WIB", "2022-09-30"),
        ("date 2023-08", "2023-08"),
    ],
)
def test_a_header_line_tells(line: str, day: str) -> None:
    when, clues = dated("Perang pecah pada 2010.", "Oleh Redaksi", line)
    assert when == day or when == f"{day}/{day}"
    assert clues["header"].used


def test_a_credited_report_is_printed_that_day_or_the_next() -> None:
    when, clues = dated('"Begitu," katanya dilansir dari Reuters pada Selasa (12/9/2023). Ia lahir pada 1950.')
    assert when == "2023-09-12/2023-09-13"
    assert clues["wire"].used


def test_a_day_printed_in_full_is_followed_by_publication_within_days() -> None:
    assert dated("Keduanya bertemu pada Selasa (10/8/2024).")[0] == "2024-10-08/2024-10-11"


def test_a_planned_day_is_not_the_day_of_the_report() -> None:
    when, _ = dated("Ia bicara pada Selasa (12/9/2023). Keduanya akan bertemu pada Rabu (20/9/2023).")
    assert when is not None and when.startswith("2023-09-12")


def test_a_copyright_year_and_a_day_with_no_year() -> None:
    assert dated("Ia tiba pada Selasa (23/12). Copyright © KABAR 2025 Dilarang.")[0] == "2025-12-23/2025-12-31"


def test_a_copyright_line_may_stand_in_the_header() -> None:
    assert dated("Ia tiba pada Selasa (23/12).", "Copyright © KABAR 2025")[0] == "2025-12-23/2025-12-31"


def test_a_numbered_birthday_of_a_known_person() -> None:
    when, clues = dated("Ia mengucapkan selamat ulang tahun ke-72 kepada Tirta.")
    assert when == "2024-10-04/2024-10-28"
    assert "1952-10-07" in clues["birthday"].note


def test_an_office_bounds_the_date() -> None:
    assert dated("Kata Sekretaris Dewan Keamanan Budi Surya.")[0] == "2024-05-12/.."
    assert dated("Kata Menteri Pertahanan Surya.")[0] == "2012-11-06/2024-06-12"


@pytest.mark.parametrize("text", ["Kata mantan Menteri Pertahanan Surya.", "Pada 2013 Menteri Pertahanan Surya tiba."])
def test_an_office_of_the_past_bounds_nothing(text: str) -> None:
    assert "office" not in dated(text)[1]


def test_the_year_of_a_war_bounds_the_date() -> None:
    assert dated("Invasi Rusia ke sana telah memasuki tahun ketiganya.")[0] == "2024-01-24/2025-02-24"


@pytest.mark.parametrize(
    "text",
    [
        "Ia hadir pada peringatan 70 tahun berakhirnya Perang Korea 1950-1953.",
        "Ia hadir pada peringatan 70 tahun Perjanjian Merdeka 1953.",
    ],
)
def test_an_anniversary_gives_the_year(text: str) -> None:
    assert dated(text)[0] == "2023"


def test_a_known_event_told_as_of_this_month_gives_the_month() -> None:
    text = "Pada 2023 keduanya dekat. Bulan ini, Putin berkunjung ke Vietnam, kata media."
    assert dated(text)[0] == "2024-06-20/2024-06-30"


def known(text: str, *, kind: str = "event") -> str | None:
    when, clues = dated(text)
    assert kind in clues
    return when.text() if isinstance(when, When) else when


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Perundingan enam pihak dibuka di Beijing Senin. Februari lalu Korut berjanji.", "2007-03-19/2007-03-20"),
        ("Perundingan enam pihak di Beijing akan dimulai Kamis. Ia pergi pada 2006.", "2007-02-02/2008-07-10"),
        ("Jumat lalu Iran menahan 15 pelaut Inggris di Teluk.", "2007-03-24/2007-03-30"),
        ("Konsul bicara, Kamis. Iran menahan 15 pelaut Inggris Jumat lalu.", "2007-03-29/2007-03-30"),
        ("Pekan lalu lima drone Korea Utara masuk ke wilayah udara Korea Selatan.", "2023-01-02/2023-01-08"),
    ],
)  # fmt: skip
def test_times_told_beside_a_known_event_give_the_days_from_which_they_mean_it(text: str, days: str) -> None:
    assert known(text) == days


def test_the_day_of_the_words_is_not_the_day_of_the_known_event() -> None:
    assert "event" not in dated("Iran menahan pelaut Inggris, demikian media melaporkan Jumat.")[1] or (
        dated("Iran menahan pelaut Inggris, demikian media melaporkan Jumat.")[0] == "2007-03-23/.."
    )


def test_what_tells_of_a_single_known_event_is_no_older() -> None:
    assert dated("Rusia berpegang pada kesepakatan dalam pertemuan di Anchorage, Alaska.")[0] == "2025-08-15/.."


def test_a_day_with_no_year_that_is_that_of_a_known_event() -> None:
    text = "Iran memperlihatkan pesawat RQ-170 milik AS. Pesawat itu jatuh pada tanggal 4 Desember."
    assert known(text, kind="event-day") == "2011-12-04/2011-12-25"


def test_a_weekday_that_is_not_that_of_the_date_shows_a_slip() -> None:
    when, clues = dated("Mereka bertemu pada Rabu (18/5/2025).")
    assert when == "2025-05-28/2025-06-21"
    assert "mistyped" in clues
    assert dated("Mereka bertemu pada Rabu (18/5/2025). Pada Selasa (17/6) ia tiba.")[0] == "2025-06-18/2025-06-21"


def test_a_fresher_day_without_its_year_counts_on_from_the_one_printed_in_full() -> None:
    assert dated("Pada Jumat (13/6/2025) mereka berperang. Ia bicara pada Selasa (17/6).")[0] == "2025-06-17/2025-06-20"


def test_a_year_to_come_is_no_day_told() -> None:
    assert dated("Ia datang pada 2019. Emisi nol pada 2060.")[0] == "2019/.."


@pytest.mark.parametrize(
    "url",
    ["https://kabar.example/read/2025/06/18/612/judul", "https://kabar.example/dunia/20250618120345-4-12/judul"],
)
def test_the_address_of_a_page_may_hold_the_date(url: str) -> None:
    when, _ = date_article(given=None, header_lines=(), text="Mereka bertemu.", words=WORDS, world=WORLD, url=url)
    assert when is not None and when.text() == "2025-06-18"


def test_years_after_a_dated_event() -> None:
    assert dated("Sepuluh tahun setelah aneksasi pada 2014, keadaan tak berubah.")[0] == "2024/2025"


def test_the_latest_past_date_is_a_lower_bound() -> None:
    assert dated("Ia tiba pada 2019. Mereka bertemu pada Mei 2021.")[0] == "2021-05/.."


def test_a_clue_that_surer_clues_contradict_is_kept_but_not_used() -> None:
    when, clues = dated("Ia bicara, Selasa (12/9/2023). Kata Sekretaris Dewan Keamanan Surya.")
    assert when is not None and when.startswith("2023-09-12")
    assert not clues["office"].used
    assert "Not used" in clues["office"].note


def test_nothing_tells_nothing() -> None:
    assert dated("Keduanya bertemu.") == (None, {})


def test_every_war_and_office_that_the_pack_names_is_in_the_world() -> None:
    world = load_world()
    held = {term.office for person in world.persons.values() for term in person.terms}
    assert set(WORDS.file.wars.values()) <= {war.id for war in world.wars}
    assert set(WORDS.file.offices.values()) <= held


SEEDS = ["000_c7414ed40a088b61", "001_e5c05710ac3221a6", "002_590097693a9a01b8", "003_7ec33b65d1fa3300"]


@pytest.mark.parametrize("key", [*SEEDS, "004_3c7df9a3ab7e3405"])
def test_the_seed_articles_are_dated_to_the_month(key: str) -> None:
    path = SHARED / "seeds" / f"{key}.txt"
    if not path.exists():
        pytest.skip("the shared articles are not on this machine")
    lines = (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    gold = next(line["article"]["published"] for line in map(json.loads, lines) if line["id"] == key)
    text = path.read_text(encoding="utf-8")
    when, _ = date_article(given=None, header_lines=(), text=text, words=WORDS, world=load_world())
    assert isinstance(when, When)
    assert when.first is not None and when.last is not None
    assert when.first.isoformat()[:7] == when.last.isoformat()[:7] == gold
