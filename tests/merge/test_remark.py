"""Evidence that a sentence names, and refusals to comment near a claim."""

import pytest

from makers import make_telling
from pasut.merge.remark import find_evidence, find_refusals
from pasut.packs.ledger import load_ledger_words
from pasut.records import Span

ID, EN = load_ledger_words("id"), load_ledger_words("en")


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Seoul menunjukkan citra satelit pelabuhan Rason.", ("satellite",)),
        ("Menurut laporan intelijen dan data bea cukai, kapal itu berlayar ke utara.", ("intelligence", "trade_data")),
        ("Moskow menuduh Kyiv tanpa memberikan bukti.", ("none_offered",)),
        ("Washington menuduh Pyongyang mengirim peluru.", ()),
    ],
)
def test_evidence_is_what_the_sentence_names(sentence: str, kinds: tuple[str, ...]) -> None:
    assert find_evidence(make_telling("a", sentence_text=sentence).claim, ID) == kinds


def test_english_has_words_for_evidence_too() -> None:
    claim = make_telling("a", sentence_text="Seoul published satellite images of the port.").claim
    assert find_evidence(claim, EN) == ("satellite",)


TEXT = "Seoul menuduh Pyongyang. Kremlin menolak berkomentar. Hujan turun. Salju turun. Beijing belum menanggapi."
SENTENCES = [(0, 24), (25, 53), (54, 66), (67, 79), (80, 105)]


def test_a_refusal_near_the_claim_counts_and_a_distant_one_does_not() -> None:
    claim = make_telling("a", sentence=Span(start=0, end=24)).claim
    (found,) = find_refusals(TEXT, SENTENCES, [claim, claim], ID)
    assert (found.text, found.claim) == ("Kremlin menolak berkomentar.", claim.id)


def test_a_claim_after_the_last_sentence_has_no_refusal() -> None:
    late = make_telling("a", sentence=Span(start=500, end=510)).claim
    assert find_refusals(TEXT, SENTENCES, [late], ID) == ()
