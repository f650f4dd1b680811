"""Tell the language of a text. The model comes with py3langid and is loaded when it is first asked."""

import functools
import re
from collections.abc import Mapping
from typing import Protocol

# Malay is taken for Indonesian: no model keeps the two apart on news, and the pack reads both.
# Javanese is left out: news is not written in it, and Indonesian headlines full of foreign names were taken for it.
_SAME = {"ms": "id"}
# What news that reaches an Indonesian desk is written in; a short list makes short texts surer.
_LANGUAGES = (
    "id", "ms", "en", "nl", "de", "fr", "es", "pt", "it", "ru", "uk", "tr", "pl", "ar", "fa", "he", "hi", "ur",
    "zh", "ja", "ko", "vi", "th", "tl",
)  # fmt: skip
# Enough to be sure and little enough to be quick: the model's time grows with the text.
_SAMPLE = 400
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# So many different words, in so many signs, and such a part of all words, leave no doubt: a quotation is shorter.
_DIFFERENT, _PART, _OPENING = 8, 1 / 10, 1000


class _Identifier(Protocol):
    """The part of py3langid's identifier that is used here."""

    def classify(self, text: str) -> tuple[str, float]:
        """The likeliest language and its score."""

    def set_languages(self, langs: tuple[str, ...]) -> None:
        """Choose among these only."""


def detect_language(
    text: str, among: tuple[str, ...] = _LANGUAGES, known_by: Mapping[str, frozenset[str]] | None = None
) -> str:
    """ISO 639-1 code of the language, `und` for a text without letters; a sentence alone is told best among few.

    `known_by` holds words that are of one language alone; where they leave no doubt, the model is not even loaded.
    """
    sample = text[:_SAMPLE]
    if not _LETTERS.search(sample):
        return "und"
    for language, words in (known_by or {}).items():
        if _is_surely(text[:_OPENING], words):
            return language
    code, _ = _identifier(among).classify(sample)
    return _SAME.get(code, code)


def _is_surely(opening: str, words: frozenset[str]) -> bool:
    found = _WORD.findall(opening.lower())
    telling = [word for word in found if word in words]
    return len(telling) >= _PART * len(found) and len(set(telling)) >= _DIFFERENT


@functools.cache
def _identifier(among: tuple[str, ...]) -> _Identifier:
    # Imported here, since the import alone brings numpy and takes longer than most runs of the program.
    from py3langid import langid

    identifier: _Identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages(among)
    return identifier
