"""Words of registers, in every language."""

from typing import get_args

import pytest

from makers import make_article, make_claim
from pasut.measure.ending import How
from pasut.packs.letters import FOLDER
from pasut.packs.registers import load_register_words, read_end
from pasut.records import Span

LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/pack.toml"))
TOLD = {"id": "Perjanjian itu mulai berlaku pada 4 Desember.", "en": "The treaty entered into force on 4 December."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_tells_that_an_agreement_has_taken_effect(language: str) -> None:
    words = load_register_words(language)
    assert words.in_force.find(TOLD[language])
    assert not words.in_force.find("Kim, Putin.")


LIFTED = {"id": "Washington mencabut sanksi minyak tahun 2012.", "en": "Washington lifted the oil sanctions of 2012."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_an_end_are_read_from_its_trigger_and_its_sentence(language: str) -> None:
    sentence = LIFTED[language]
    trigger = sentence.index("mencabut" if language == "id" else "lifted")
    claim = make_claim(
        make_article(),
        sentence=Span(start=100, end=100 + len(sentence)),
        sentence_text=sentence,
        trigger=Span(start=100 + trigger, end=100 + trigger + 8),
    )
    said = read_end(claim, [load_register_words(language)])
    assert [*said.hows, *said.things, *said.topics] == ["lifted", "sanction", "energy"]
    assert [*said.years] == [2012]
    assert not said.is_all


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_the_same_kinds_of_ends_things_and_topics(language: str) -> None:
    words, first = load_register_words(language), load_register_words(LANGUAGES[0])
    for table in ("ends", "in_place", "things", "topics", "all"):
        assert getattr(words, table).kinds == getattr(first, table).kinds
    assert words.ends.kinds | words.in_place.kinds == set(get_args(How))
