"""English pages: datelines, bylines, page furniture and related links are cut, the news stays."""

import pytest

from pasut.pipeline import Kit, prepare_article
from pasut.records import Article, Page

KIT = Kit()
NEWS = "The two ministers met on Monday and agreed to reopen the border, officials of both sides said."
MORE = "Traders on both banks of the river said they expect the first lorries to cross within a week."


def cleaned(text: str) -> Article:
    return prepare_article(Page(key="a", text=text, source="a.txt", language="en"), KIT)


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("MOSCOW (Reuters) - ", "Moscow"),
        ("SEOUL, Oct 8 (Yonhap) -- ", "Seoul"),
        ("WASHINGTON (AP) — ", "Washington"),
        ("BEIJING, March 3 (Xinhua) -- ", "Beijing"),
        ("LONDON — ", "London"),
    ],
)
def test_a_dateline_is_cut_and_told(line: str, city: str) -> None:
    article = cleaned(f"{line}{NEWS}\n{MORE}")
    assert (article.paragraphs, (article.dateline or "").title()) == ((NEWS, MORE), city)


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Example and Bob Specimen",
        "Reporting by Ann Example; Editing by Bob Specimen",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "Read more: Ministers to meet again in May",
        "Related Articles",
        "Sign up for our daily newsletter and get the news in your inbox.",
        "ADVERTISEMENT",
        "Share this article",
        "Follow us on Twitter and Facebook",
        "Photo: Ann Example/Reuters",
        "Copyright 2024 The Daily Example. All rights reserved.",
        "Skip to main content",
        "This site uses cookies; accept them or change your settings.",
        "Ann Example in Oslo contributed to this report.",
        "The pictures of this page may not be reproduced without leave.",
    ],
)
def test_page_furniture_is_cut_with_its_reason(line: str) -> None:
    article = cleaned(f"{NEWS}\n{line}\n{MORE}")
    assert article.paragraphs == (NEWS, MORE)
    assert [cut.text for cut in article.cut] == [line] and article.cut[0].reason


def test_a_long_copyright_line_still_names_the_publisher() -> None:
    line = (
        f"Copyright 2024 The Associated Press. This material may not be reproduced {'in any form ' * 14}without leave."
    )
    assert cleaned(f"{NEWS}\n{MORE}\n{line}").publisher == "AP"


def test_news_that_looks_like_furniture_stays() -> None:
    lines = (
        "Read more widely, the minister told students, and share what you learn with your neighbours.",
        "Envoys said that the treaty may not be signed this year, and that the text is not final.",
    )
    for line in lines:
        assert cleaned(f"{NEWS}\n{line}\n{MORE}").paragraphs == (NEWS, line, MORE)


def test_abbreviations_end_no_sentence() -> None:
    from pasut.text.sentences import split_sentences

    pack = KIT.pack("en")
    assert pack is not None
    text = "The U.S. envoy met Gen. Example on Oct. 8. He left a day later."
    spans = split_sentences(text, pack.clean.abbreviations)
    assert [text[first:last] for first, last in spans] == [
        "The U.S. envoy met Gen. Example on Oct. 8.", "He left a day later.",
    ]  # fmt: skip
