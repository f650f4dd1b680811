"""Quotation marks around a word or two, and those of a quotation."""

import pytest

from pasut.coder import code_article
from pasut.pipeline import Kit
from pasut.records import Article


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", 'Cuba condemned the "brutal raid" by Chad.', [("ACCUSE", "CUB", "TCD")]),
        ("en", "Ghana imposed 'tough' sanctions on Togo.", [("COERCE", "GHA", "TGO")]),
        ("id", 'Kuba mengadakan pembicaraan "hangat" dengan Peru.', [("CONSULT", "CUB", "CUB")]),
    ],
)
def test_marks_around_a_word_or_two_are_read_past(language: str, text: str, found: list[tuple[str, str, str]]) -> None:
    assert _told(language, text)[: len(found)] == found


def test_marks_around_a_quotation_are_kept() -> None:
    assert _told("en", '"Chad must withdraw its troops at once," Cuba said.') == [("REQUEST", "CUB", "TCD")]


def _told(language: str, text: str) -> list[tuple[str, str, str]]:
    kit = Kit()
    pack = kit.pack(language)
    assert pack is not None
    article = Article(id="a", key="a", language=language, title=None, paragraphs=(text,), source="")
    claims = code_article(article, pack, kit.world).claims
    return [(claim.type, claim.source[0].code, claim.target[0].code) for claim in claims]
