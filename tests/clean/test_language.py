"""The language of a text."""

import itertools
import json

import pytest

from cleaning import MORE, PROSE, SHARED
from pasut.clean.language import detect_language
from pasut.packs.load import known_words

KNOWN_BY = known_words()


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


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a dit: « the war that they have with their allies has begun ». Il a ajouté que la Russie ne "
        "céderait pas, que la Corée du Nord enverrait des soldats, et que personne ne devait en douter.",
        "De minister zei dat hij niet met de pers wilde spreken over het akkoord, en dat is het.",
        "The and that dalam pada ini itu tidak.",
    ],
)
def test_a_few_words_of_a_language_do_not_make_a_text_of_it(text: str) -> None:
    assert detect_language(text, known_by=KNOWN_BY) == detect_language(text)


def test_words_of_one_language_alone_need_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("pasut.clean.language._identifier")
    text = "Mereka tidak akan pergi dari ibu kota itu, yang telah diserang oleh tentara, karena takut pada serangan."
    assert detect_language(text, known_by=KNOWN_BY) == "id"
    text = "The two ministers said that they have met after the talks, which were about their border with China."
    assert detect_language(text, known_by=KNOWN_BY) == "en"


def test_no_word_tells_two_languages() -> None:
    for one, other in itertools.combinations(KNOWN_BY.values(), 2):
        assert one and other and not one & other


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not at hand")
def test_every_annotated_article_is_told_right() -> None:
    rows = [
        json.loads(line)
        for line in (SHARED / "gold" / "dev_articles.jsonl").read_text(encoding="utf-8").split("\n")
        if line
    ]
    assert [row["id"] for row in rows if detect_language(row["text"], known_by=KNOWN_BY) != row["lang"]] == []
