"""Text broken at a fixed width reads as if it were not; lines that are lines for another reason stay so."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makers import EXAMPLES
from pasut.clean.wrapped import join_wrapped
from pasut.pipeline import Kit, code_page
from pasut.records import Page

KIT = Kit()
NAMES = sorted(path.name for path in EXAMPLES.glob("*.txt"))
LEAD = "Presiden Mesir tiba di Ankara pada Senin dan langsung bertemu tuan rumahnya."


def joined(text: str) -> list[str]:
    return [line for _, line in join_wrapped(text.split("\n")) if line]


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(NAMES), st.integers(40, 120), st.booleans())
def test_wrapping_a_text_at_any_width_changes_no_claim(name: str, width: int, hyphens: bool) -> None:
    lines = [line for line in (EXAMPLES / name).read_text(encoding="utf-8").split("\n") if line.strip()]
    wrapped = [textwrap.fill(line, width, break_long_words=False, break_on_hyphens=hyphens) for line in lines]
    assert told("\n\n".join(wrapped)) == told("\n\n".join(lines))


def told(text: str) -> list[tuple[str, ...]]:
    _, coding = code_page(Page(key="one", text=text, language="id", source="one.txt"), KIT)
    return [
        (c.sentence_text, c.type, c.status, *(a.code for a in c.source + c.target), str(c.when)) for c in coding.claims
    ]


def test_a_wrapped_paragraph_is_one_line_under_the_number_of_its_first() -> None:
    wrapped = textwrap.wrap(LEAD, 40)
    assert join_wrapped(["Judul.", "", *wrapped]) == [(1, "Judul."), (2, ""), (3, LEAD)]


def test_the_short_last_line_of_a_paragraph_ends_it() -> None:
    text = f"{textwrap.fill(LEAD, 45)}\n{textwrap.fill(LEAD, 45)}"
    assert joined(text) == [LEAD, LEAD]


def test_a_word_broken_at_its_hyphen_is_whole_again() -> None:
    assert joined("Para menteri luar negeri dari negara-\nnegara Arab bertemu.") == [
        "Para menteri luar negeri dari negara-negara Arab bertemu."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Baca juga:\nIran dan Irak Sepakat\nTurki Usir Dubes Israel\nMesir Kecam Serangan",
        "- Iran bertemu dengan\n- Irak bertemu dengan\n- Turki bertemu tamunya",
        "1. Iran bertemu dengan\n2. Irak bertemu dengan\n3. Turki bertemu tamunya",
        "Iran bertemu Irak.\nTurki mengecam Israel.\nMesir memuji Qatar.",
        f"{LEAD}\n{LEAD} {LEAD} {LEAD}",
    ],
)
def test_lists_and_paragraphs_stay_lines(text: str) -> None:
    assert joined(text) == text.split("\n")


def test_a_heading_right_above_wrapped_text_stays_a_line() -> None:
    heading = "Turki Usir Dubes Israel"
    body = ["Mesir mengutuk serangan itu, kata", "jurubicara kementeriannya, Senin."]
    assert joined("\n".join([heading, *body])) == [heading, " ".join(body)]
