"""The language of a text."""

import json

import pytest

from cleaning import MORE, PROSE, SHARED
from pasut.clean.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PROSE, "id"),
        (MORE, "id"),
        ("Kedua pemimpin itu bertemu di Moskow.", "id"),
        ("The two foreign ministers met in the capital on Monday to discuss the border.", "en"),
        ("Les deux ministres se sont rencontrés lundi dans la capitale pour parler de la frontière.", "fr"),
        ("Министры встретились в столице в понедельник.", "ru"),
        ("12345 --- ...", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not at hand")
def test_every_annotated_article_is_told_right() -> None:
    rows = [
        json.loads(line)
        for line in (SHARED / "gold" / "dev_articles.jsonl").read_text(encoding="utf-8").split("\n")
        if line
    ]
    assert [row["id"] for row in rows if detect_language(row["text"]) != row["lang"]] == []
