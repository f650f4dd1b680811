"""Where the words of a search stand in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasut.pipeline import Kit
from pasut.text.hits import find_hits
from pasut.text.query import query_terms
from pasut.text.roots import Roots

ROOTS = Kit().roots("id")
SENT = "Pengiriman peluru dari Iran-Israel ke Moskwa, Erdoğan mengirimkan peluru Kim."


def hits(text: str, said: str, roots: Roots = ROOTS) -> list[str]:
    return [text[span.start : span.end] for span in find_hits(text, tuple(query_terms(said, [roots])), roots)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("kirim", ["Pengiriman", "mengirimkan"]),
        ("peluru moskwa", ["peluru", "Moskwa", "peluru"]),
        ('"peluru kim"', ["peluru Kim"]),
        ('"kim peluru"', []),
        ("israel", ["Iran-Israel"]),
        ("erdogan", ["Erdoğan"]),
        ("mosk*", ["Moskwa"]),
        ("kim -peluru", ["Kim"]),
        ("kim OR moskwa", ["Moskwa", "Kim"]),
        ("dari peluru", ["peluru", "dari", "peluru"]),
    ],
)
def test_all_forms_of_the_wanted_words_are_found(said: str, found: list[str]) -> None:
    assert hits(SENT, said) == found


@given(st.text(max_size=60), st.text(max_size=30))
def test_hits_follow_each_other_inside_the_text(text: str, said: str) -> None:
    plain = Roots("xx", {})
    spans = find_hits(text, tuple(query_terms(said, [plain])), plain)
    ends = [place for span in spans for place in (span.start, span.end)]
    assert ends == sorted(ends)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
