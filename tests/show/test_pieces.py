"""Where the pieces of a claim stand: only what agrees with the record is given."""

import msgspec
import pytest

from pasut.pipeline import Kit, code_page
from pasut.records import Article, Claim, Page
from pasut.show.pieces import read_pieces

TOLD = "Pada 3 Juni 2024, Amerika Serikat menuduh Korea Utara mengirim rudal ke Rusia."


@pytest.fixture(scope="module")
def kit() -> Kit:
    """Shared: packs are dear to load."""
    return Kit()


def told(text: str, kit: Kit) -> tuple[Article, Claim]:
    page = Page(key="one", text=text, source="-", published="2024-06-20", language="id")
    article, coding = code_page(page, kit)
    return article, next(claim for claim in coding.claims if claim.type == "AID")


def pieces_in(article: Article, claim: Claim, kit: Kit) -> set[tuple[str, str]]:
    pack = kit.pack("id")
    assert pack is not None
    found = read_pieces(claim, article, pack, kit.world)
    return {(each.role, article.text[each.span.start : each.span.end]) for each in found}


def test_source_target_trigger_and_speaker_stand_where_the_sentence_names_them(kit: Kit) -> None:
    found = pieces_in(*told(TOLD, kit), kit)
    assert {("source", "Korea Utara"), ("trigger", "mengirim"), ("target", "Rusia")} <= found
    assert ("speaker", "Amerika Serikat") in found


def test_a_time_is_marked_where_the_sentence_gives_the_claim_s_date(kit: Kit) -> None:
    article, claim = told("Korea Utara mengirim rudal ke Rusia pada 3 Juni 2024.", kit)
    assert ("time", "3 Juni 2024") in pieces_in(article, claim, kit)


def test_what_a_person_has_corrected_is_not_marked_in_the_sentence(kit: Kit) -> None:
    article, claim = told(TOLD, kit)
    corrected = msgspec.structs.replace(claim, speaker=("JPN",), when=None)
    assert not {role for role, _ in pieces_in(article, corrected, kit)} & {"speaker", "time"}


def test_what_two_do_together_has_parties(kit: Kit) -> None:
    page = Page(key="one", text="Putin dan Kim Jong Un bertemu di Pyongyang.", source="-", language="id")
    article, coding = code_page(page, kit)
    claim = next(claim for claim in coding.claims if claim.mode == "meet")
    assert {role for role, _ in pieces_in(article, claim, kit)} == {"party", "trigger"}


def test_a_sentence_that_the_coder_cuts_elsewhere_today_has_what_the_record_says(kit: Kit) -> None:
    article, claim = told(TOLD, kit)
    moved = msgspec.structs.replace(claim.sentence, start=claim.sentence.start + 1)
    found = pieces_in(article, msgspec.structs.replace(claim, sentence=moved), kit)
    assert {role for role, _ in found} == {"source", "trigger", "target"}
