"""The chunks of a sentence, as a claim keeps them, in words."""

import pytest

from pasut.coder import code_article
from pasut.pipeline import Kit
from pasut.records import Article
from pasut.show.chunks import chunks_said
from pasut.show.words import words_in

KEPT = (
    "NP(:Amerika Serikat|[USA/name][]) V(menuduh/active/) NP(kepada:tentara Wagner|[RUS:Wagner/group][]) "
    "V(kirim/passive/negator,refusal) NP(:negara itu|[][]that_state) sub:bahwa ::: (:( .:."
)


def test_each_chunk_is_said_with_what_it_is() -> None:
    assert chunks_said(KEPT, words_in("id")) == (
        "Amerika Serikat (USA, nama) · menuduh (verba aktif) · [kepada] tentara Wagner (RUS:Wagner, kelompok) · "
        "kirim (verba pasif, ingkar, penolakan) · negara itu (negara itu) · "
        "bahwa (kata penghubung bertingkat) · : · ( · ."
    )
    assert "United States (USA, name)" in chunks_said("NP(:United States|[USA/name][])", words_in("en"))


@pytest.mark.parametrize("text", ["", "what nobody wrote", "NP(broken", "V(x/active/"])
def test_what_is_no_list_of_chunks_is_left_as_it_is(text: str) -> None:
    assert chunks_said(text, words_in("id")) == text


def test_the_chunks_of_a_real_sentence_leave_no_sign_of_how_they_are_kept() -> None:
    kit = Kit()
    pack = kit.pack("id")
    assert pack is not None
    text = 'Korea Selatan (Korsel) menuduh: "Korea Utara mengirim 10.000 tentara ke Rusia," kata juru bicaranya.'
    article = Article(id="a", key="a", language="id", title=None, paragraphs=(text,))
    claims = code_article(article, pack, kit.world).claims
    assert claims
    said = chunks_said(claims[0].steps[0].text, words_in("id"))
    assert "|[" not in said and "NP(" not in said and " · " in said
