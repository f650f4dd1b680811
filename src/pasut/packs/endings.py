"""Generate the surface forms of an English word from its lemma, so that no stemmer runs on text.

Only the first word of a verb is inflected and only the head of a noun phrase; rules of spelling as in Quirk et al.,
A Comprehensive Grammar of the English Language (1985), chapters 3 and 5. Which of a verb's forms is active and which
passive is decided in the sentence, by its auxiliaries.
"""

import re
from collections.abc import Iterator

from pasut.packs.surface import Surface, Voice

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdfglmnprtvz]")
"""A word of one short syllable doubles its last consonant: ban, hit, stop; not help, meet, show, fix."""
_HEAD_ENDS = re.compile(r" (?:of|on|in|to|for|with|against|from|at|by|over|between|into|under|towards?)\b")
_LITERAL: dict[str, Voice] = {"=a": "active", "=p": "passive"}


def verb_forms(root: str, shapes: tuple[str, ...]) -> Iterator[Surface]:
    """All forms of a verb; `shapes` as docs/how/add-a-language.md tells: principal parts, `intrans`, `adj`, literals.

    >>> [" ".join(f.words) + "/" + f.voice for f in verb_forms("break off", ("broke/broken",))]
    ['break off/base', 'breaks off/present', 'broke off/past', 'broken off/participle', 'breaking off/ing']
    """
    head, _, rest = root.partition(" ")
    for shape in shapes:
        if shape[:2] in _LITERAL:
            yield Surface(tuple(shape.partition(":")[2].split()), _LITERAL[shape[:2]], "")
    if "adj" in shapes:
        yield Surface(tuple(root.split()), "adjective", "")
        return
    double = head.endswith("*")
    lemma = head.rstrip("*")
    tail = tuple(rest.split())
    past, participle = _parts(lemma, double, shapes)
    yield Surface((lemma, *tail), "base", "")
    yield Surface((_s(lemma), *tail), "present", "")
    yield from _past_forms(past, participle, lemma, tail, intransitive="intrans" in shapes)
    yield Surface((_ing(lemma, double), *tail), "ing", "")


def _past_forms(
    past: str, participle: str, lemma: str, tail: tuple[str, ...], *, intransitive: bool
) -> Iterator[Surface]:
    """The past and the participle; one form for both where they are alike, only `past` where there is no passive."""
    if past == participle:
        yield Surface((past, *tail), "past" if intransitive else "past_or_participle", "")
        return
    yield Surface((past, *tail), "past", "")
    if participle != lemma:
        yield Surface((participle, *tail), "perfect" if intransitive else "participle", "")


def _parts(lemma: str, double: bool, shapes: tuple[str, ...]) -> tuple[str, str]:
    irregular = next((s for s in shapes if s not in ("intrans", "split", "adj") and not s.startswith("=")), "")
    if irregular:
        past, _, participle = irregular.partition("/")
        return past, participle or past
    regular = _ed(lemma, double)
    return regular, regular


def noun_forms(shape: str) -> Iterator[Surface]:
    """A noun, singular and plural, from `agent:attack`; `agent:=talks` has no plural.

    >>> [f.words for f in noun_forms("participant:state visit")]
    [('state', 'visit'), ('state', 'visits')]
    """
    bare, _, noun = shape.partition(":")
    for phrase in with_plural(noun):
        yield Surface(tuple(phrase.split()), "noun", bare)


def with_plural(phrase: str) -> tuple[str, ...]:
    """A phrase and its plural; a phrase that begins with `=` stands alone.

    >>> with_plural("head of state"), with_plural("=troops"), with_plural("ally")
    (('head of state', 'heads of state'), ('troops',), ('ally', 'allies'))
    """
    if phrase.startswith("="):
        return (phrase[1:],)
    inner = _HEAD_ENDS.search(phrase)
    head, tail = (phrase[: inner.start()], phrase[inner.start() :]) if inner else (phrase, "")
    *before, last = head.split(" ")
    return phrase, " ".join([*before, _plural(last)]) + tail


def _plural(word: str) -> str:
    if word.endswith("man") and word not in ("human", "german", "roman"):
        return word[:-3] + "men"
    return _s(word)


def _s(word: str) -> str:
    if word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in ("go", "do", "veto", "embargo", "hero", "undergo"):
        return word + "es"
    return word + "s"


def _ed(word: str, double: bool) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if double or _DOUBLED.fullmatch(word) else "") + "ed"


def _ing(word: str, double: bool) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and len(word) > 2:
        return word[:-1] + "ing"
    return word + (word[-1] if double or _DOUBLED.fullmatch(word) else "") + "ing"
