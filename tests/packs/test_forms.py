"""Surface forms of Indonesian roots: nasal assimilation, suffixes, nouns."""

import pytest

from pasut.errors import DataError
from pasut.packs.forms import noun_forms, verb_forms


def forms(root: str, shape: str) -> dict[str, str]:
    return {" ".join(form.words): form.voice for form in verb_forms(root, shape)}


def active(root: str, shape: str = "me") -> list[str]:
    return [form for form, voice in forms(root, shape).items() if voice == "active"]


@pytest.mark.parametrize(
    ("root", "form"),
    [
        ("pukul", "memukul"),  # p falls
        ("panggil", "memanggil"),
        ("bantu", "membantu"),  # b, f, v stay
        ("fasilitasi", "memfasilitasi"),
        ("veto", "memveto"),
        ("tolak", "menolak"),  # t falls
        ("tuduh", "menuduh"),
        ("dukung", "mendukung"),  # d, c, j, z, sy stay
        ("cabut", "mencabut"),
        ("jamu", "menjamu"),
        ("ziarahi", "menziarahi"),
        ("syukuri", "mensyukuri"),
        ("kecam", "mengecam"),  # k falls
        ("kirim", "mengirim"),
        ("gelar", "menggelar"),  # g, h, kh and vowels stay
        ("hukum", "menghukum"),
        ("khianati", "mengkhianati"),
        ("undang", "mengundang"),
        ("ancam", "mengancam"),
        ("imbau", "mengimbau"),
        ("usir", "mengusir"),
        ("embargo", "mengembargo"),
        ("serang", "menyerang"),  # s falls
        ("sita", "menyita"),
        ("larang", "melarang"),  # l, r, w, y, m, n, ng, ny take nothing
        ("rundingkan", "merundingkan"),
        ("wakili", "mewakili"),
        ("yakini", "meyakini"),
        ("minta", "meminta"),
        ("nilai", "menilai"),
        ("nyatakan", "menyatakan"),
        ("bom", "mengebom"),  # one syllable
        ("cek", "mengecek"),
        ("sah", "mengesah"),
        ("kritik*", "mengkritik"),  # young loans keep their first sound
        ("proses*", "memproses"),
        ("transfer*", "mentransfer"),
        ("sponsori*", "mensponsori"),
    ],
)
def test_the_first_sound_of_a_root_decides_the_nasal(root: str, form: str) -> None:
    assert active(root) == [form]


@pytest.mark.parametrize(
    ("root", "shape", "voices"),
    [
        ("kirim", "me", {"mengirim": "active", "dikirim": "passive", "kirim": "bare", "kukirim": "bare"}),
        (
            "jatuh",
            "me-kan",
            {"menjatuhkan": "active", "dijatuhkan": "passive", "jatuhkan": "bare", "kujatuhkan": "bare"},
        ),
        (
            "kunjung",
            "me-i",
            {"mengunjungi": "active", "dikunjungi": "passive", "kunjungi": "bare", "kukunjungi": "bare"},
        ),
        ("panjang", "memper", {"memperpanjang": "active", "diperpanjang": "passive", "perpanjang": "bare"}),
        ("ingat", "memper-kan", {"memperingatkan": "active", "diperingatkan": "passive", "peringatkan": "bare"}),
        ("senjata", "memper-i", {"mempersenjatai": "active", "dipersenjatai": "passive", "persenjatai": "bare"}),
        ("temu", "ber", {"bertemu": "active"}),
        ("runding", "ber", {"berunding": "active"}),
        ("kerja", "ber", {"bekerja": "active"}),
        ("ajar", "ber", {"belajar": "active"}),
        ("musuh", "ber-an", {"bermusuhan": "active"}),
        ("libat", "ter", {"terlibat": "state"}),
        ("rekam", "ter", {"terekam": "state"}),
        ("tiba", "bare", {"tiba": "active"}),
        ("hilang", "ke-an", {"kehilangan": "active"}),
        ("kerja sama", "=a:bekerja sama", {"bekerja sama": "active"}),
        ("beri tahu", "=p:diberi tahu", {"diberi tahu": "passive"}),
    ],
)
def test_a_shape_makes_its_forms_in_their_voices(root: str, shape: str, voices: dict[str, str]) -> None:
    assert forms(root, shape) == voices


@pytest.mark.parametrize(
    ("root", "shape", "noun", "bare"),
    [
        ("serang", "an", "serangan", "agent"),
        ("serang", "pe-an", "penyerangan", "patient"),
        ("tangkap", "pe-an", "penangkapan", "patient"),
        ("bom", "pe-an", "pengeboman", "patient"),
        ("tolak", "pe-an:agent", "penolakan", "agent"),
        ("temu", "per-an", "pertemuan", "participant"),
        ("runding", "per-an", "perundingan", "participant"),
        ("ajar", "per-an", "pelajaran", "participant"),
        ("sepakat", "ke-an", "kesepakatan", "agent"),
        ("veto", "root", "veto", "agent"),
        ("genjat", "=participant:gencatan senjata", "gencatan senjata", "participant"),
    ],
)
def test_a_noun_shape_makes_the_noun_and_says_who_stands_after_it(root: str, shape: str, noun: str, bare: str) -> None:
    (form,) = noun_forms(root, shape)
    assert (" ".join(form.words), form.voice, form.bare) == (noun, "noun", bare)


@pytest.mark.parametrize("shape", ["men", "me-an-kan", "me-nya", "di", "oops"])
def test_an_unknown_verb_shape_is_refused_by_name(shape: str) -> None:
    with pytest.raises(DataError, match=f"'{shape}' of root 'serang'"):
        list(verb_forms("serang", shape))


def test_an_unknown_noun_shape_is_refused_by_name() -> None:
    with pytest.raises(DataError, match="'pe-kan' of root 'serang'"):
        list(noun_forms("serang", "pe-kan"))
