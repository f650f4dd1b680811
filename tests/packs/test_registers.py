"""Words of registers, in every language."""

import pytest

from pasut.packs.letters import FOLDER
from pasut.packs.registers import load_register_words

LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/pack.toml"))
TOLD = {"id": "Perjanjian itu mulai berlaku pada 4 Desember.", "en": "The treaty entered into force on 4 December."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_tells_that_an_agreement_has_taken_effect(language: str) -> None:
    words = load_register_words(language)
    assert words.in_force.find(TOLD[language])
    assert not words.in_force.find("Kim, Putin.")
