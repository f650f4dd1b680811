"""Whether a phrase that only holds a state's name is what it is blocked for: `in Russian` the language, `The
Australian` the newspaper."""

from collections.abc import Mapping, Sequence

from pasut.packs.entry import Entry, Lexeme
from pasut.tokens import Token


def is_other(entry: Entry, tokens: list[Token], position: int, lexicon: Mapping[str, Lexeme]) -> bool:
    """Whether the words after the phrase of an entry show that it means something else."""
    if entry.blocked == "language":
        return _before_noun(tokens, position + len(entry.words), lexicon)
    return entry.with_article and _is_article(tokens, position, len(entry.words), lexicon)


def _before_noun(tokens: list[Token], end: int, lexicon: Mapping[str, Lexeme]) -> bool:
    """`killed in Russian strikes` is no language: a noun follows, or one who bears a title."""
    if end >= len(tokens) or not tokens[end].text[0].isalpha():
        return False
    lexeme = lexicon.get(tokens[end].low)
    single = lexeme.single if lexeme is not None else None
    if tokens[end].text[0].isupper():
        return single is not None and bool(single.title)
    return single is None or not single.functions or bool(single.nouns)


def _is_article(tokens: list[Token], position: int, size: int, lexicon: Mapping[str, Lexeme]) -> bool:
    """`the Australian prime minister` begins with an article, not with a newspaper."""
    end = position + size
    after = lexicon.get(tokens[end].low) if end < len(tokens) else None
    noun = after.single if after is not None else None
    headed = noun is not None and bool(noun.title or noun.nouns or noun.classes) and tokens[end].text.islower()
    return tokens[position].text.islower() or headed or bool(after is not None and after.longer and noun is None)


def is_compound(tokens: Sequence[Token]) -> bool:
    """`U.S.-brokered`: whether a hyphen and a word in small letters are glued to the name before."""
    if len(tokens) < 3 or tokens[1].text != "-":
        return False
    name, dash, word = tokens
    return name.end == dash.start and dash.end == word.start and word.text.isalpha() and word.text.islower()
