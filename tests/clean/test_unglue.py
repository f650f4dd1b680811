"""Lost spaces are put back, and good text is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaning import NAMES, SHARED, WORDS, rules
from pasut.clean.unglue import Unglue, repair_spacing
from pasut.packs.clean_rules import Repairs


def repair(text: str) -> str:
    return Unglue(rules().glue, NAMES, WORDS).repair(text)


@pytest.mark.parametrize(
    ("glued", "repaired"),
    [
        ("PresidenDonald Trumpsecara tegas", "Presiden Donald Trump secara tegas"),
        ("seranganIsrael", "serangan Israel"),
        ("Shoigudalam kunjungan", "Shoigu dalam kunjungan"),
        ("antarakedua negara", "antara kedua negara"),
        ("Kim Jong Ununtuk", "Kim Jong Un untuk"),
        ("Hun Senbahwa", "Hun Sen bahwa"),
        ("Nguyen Phu Xomengatakan", "Nguyen Phu Xo mengatakan"),
        ("Irandan Israelyang", "Iran dan Israel yang"),
        ("antaraIrandanIsrael", "antara Iran dan Israel"),
        ("memanasnyasengketa", "memanasnya sengketa"),
        ("tarifimpor", "tarif impor"),
        ("saatperang", "saat perang"),
        ("kantor beritaTASSdari", "kantor berita TASS dari"),
        ("ASyang", "AS yang"),
        ("diIran keIsrael", "di Iran ke Israel"),
        ("Shinawatramenghadapi", "Shinawatra menghadapi"),
        ("dilansirAFPdanReuters", "dilansir AFP dan Reuters"),
        ("TikTokdilaporkan", "TikTok dilaporkan"),
    ],
)
def test_glued_words_are_parted(glued: str, repaired: str) -> None:
    assert repair(glued) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "iNews, YouTube, eBay, McDonald, MoU, WhatsApp, iPhone, DeepSeek dan SpaceX",
        "Pyongyang, Shenyang, Ramadan, Sudan, Jordan, Medan, Yogyakarta, Mulyani, Kalimantan, Tenggara",
        "sebagaimana barangkali olahraga kenaikan akuisisi seseorang padahal antarnegara mahasiswa",
        "KTPnya, UAVs, MPs, kWh, detikcom dan www.PresidenRusia.id serta @MenteriLuar",
        "Presiden Abdurrahman Wahid, DiCaprio, O'Neill, Al-Assad, Kim Jong-un",
    ],
)
def test_words_written_in_one_piece_stay(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("glued", "repaired"),
    [
        ("itu.Presiden pergi", "itu. Presiden pergi"),
        ("Kini,Korea Utara", "Kini, Korea Utara"),
        ("Amerika Serikat(AS) dan", "Amerika Serikat (AS) dan"),
        ("Serikat (AS)dan", "Serikat (AS) dan"),
        ("Tarasova , seorang", "Tarasova, seorang"),
        ('menyebut"Raja"itu', 'menyebut "Raja" itu'),
        ("selesai?Mereka diam", "selesai? Mereka diam"),
    ],
)
def test_a_space_lost_at_a_mark_is_put_back(glued: str, repaired: str) -> None:
    assert repair_spacing(glued) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "KOMPAS.TV dan Bisnis.com",
        "pukul 14.30",
        "Rp 1.250.000,50",
        "https://contoh.id/Satu,dua.Tiga(4)",
        "A.S. dan U.N.",
    ],
)
def test_marks_inside_names_figures_and_addresses_stay(text: str) -> None:
    assert repair_spacing(text) == text


@given(st.text(alphabet='AaIranKim.,?"( )dany1', max_size=50))
def test_repairing_twice_is_repairing_once(text: str) -> None:
    unglue = Unglue(rules().glue, NAMES, WORDS)
    once = unglue.repair_line(text)
    assert unglue.repair_line(once) == once


@pytest.mark.skipif(not SHARED.is_dir(), reason="the treebanks are not at hand")
def test_edited_text_is_left_alone() -> None:
    changed = words = 0
    for path in sorted((SHARED / "bench" / "ud").glob("*.conllu")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# text = "):
                words += len(line.split())
                changed += len(repair(line).split()) - len(line.split())
    # Brand names of two words ('CityVille') are the rest.
    assert changed <= words / 5_000


def test_what_was_decided_on_words_holds_for_one_vocabulary_only() -> None:
    known = Repairs()
    assert Unglue(rules().glue, NAMES, WORDS, known).repair("tarifimpor") == "tarif impor"
    assert Unglue(rules().glue, NAMES, frozenset({"tarif"}), known).repair("tarifimpor") == "tarifimpor"
    assert Unglue(rules().glue, NAMES, WORDS, known).repair("tarifimpor") == "tarif impor"


def test_a_page_read_twice_is_repaired_alike() -> None:
    known = Repairs()
    once = Unglue(rules().glue, NAMES, WORDS, known).repair("PresidenTrumpsecara tegas menolak tarifimpor")
    assert Unglue(rules().glue, NAMES, WORDS, known).repair("PresidenTrumpsecara tegas menolak tarifimpor") == once
