"""Generate the surface forms of an Indonesian root from its shapes, so that no stemmer runs on text.

Clitics (-nya, -lah) and reduplication are taken off at lookup, not generated.
Rules of nasal assimilation and affixes: Sneddon et al., Indonesian: A Comprehensive Grammar (2010), chapter 1.
"""

from collections.abc import Iterator

from pasut.errors import DataError
from pasut.packs.surface import Surface, Voice

_VOWELS = "aeiou"
_SUFFIX = {"": "", "kan": "kan", "i": "i"}


def verb_forms(root: str, shape: str) -> Iterator[Surface]:
    """All surface forms of `root` in one verb shape.

    >>> sorted(" ".join(f.words) for f in verb_forms("kirim", "me-kan"))
    ['dikirimkan', 'kirimkan', 'kukirimkan', 'mengirimkan']
    """
    stem, loan = _stem(root)
    if shape.startswith(("=a:", "=p:", "=b:")):
        voice: Voice = {"a": "active", "p": "passive", "b": "bare"}[shape[1]]  # type: ignore[assignment]
        yield Surface(tuple(shape[3:].split()), voice, "")
        return
    head, _, suffix = shape.partition("-")
    if suffix not in ("", "kan", "i", "an"):
        raise DataError(f"verb shape {shape!r} of root {root!r}: the ending is none of -kan, -i, -an")
    if head == "me":
        yield from _transitive(stem, suffix, loan)
    elif head == "memper":
        base = "per" + stem + suffix
        for form, voice in (("mem" + base, "active"), ("di" + base, "passive"), (base, "bare")):
            yield _one(form, voice)
    elif head == "ber":
        yield _one(_ber(stem) + suffix, "active")
    elif head == "ter":
        yield _one(("te" if stem.startswith("r") else "ter") + stem + suffix, "state")
    elif head == "bare":
        yield _one(stem, "active")
    elif shape == "ke-an":
        yield _one("ke" + stem + "an", "active")
    else:
        raise DataError(f"verb shape {shape!r} of root {root!r} is unknown; see docs/how/edit-the-lexicon.md")


def noun_forms(root: str, shape: str) -> Iterator[Surface]:
    """All surface forms of `root` in one noun shape such as `an:agent` or `pe-an:patient`.

    >>> [f.words for f in noun_forms("kirim", "pe-an:patient")]
    [('pengiriman',)]
    """
    stem, loan = _stem(root)
    if shape.startswith("="):
        bare, _, phrase = shape[1:].partition(":")
        words = tuple(phrase.split())
        yield Surface(words, "noun", bare)
        return
    kind, _, bare = shape.partition(":")
    base = {
        "an": lambda: stem + "an",
        "pe-an": lambda: _nasal("pe", stem, loan) + "an",
        "per-an": lambda: ("pel" if stem == "ajar" else "pe" if stem.startswith("r") else "per") + stem + "an",
        "ke-an": lambda: "ke" + stem + "an",
        "root": lambda: stem,
    }.get(kind)
    if base is None:
        raise DataError(f"noun shape {shape!r} of root {root!r} is unknown; see docs/how/edit-the-lexicon.md")
    yield Surface((base(),), "noun", bare or _DEFAULT_BARE[kind])


_DEFAULT_BARE = {"an": "agent", "pe-an": "patient", "per-an": "participant", "ke-an": "agent", "root": "agent"}


def _stem(root: str) -> tuple[str, bool]:
    loan = root.endswith("*")
    return root.rstrip("*").replace(" ", ""), loan


def _one(form: str, voice: str) -> Surface:
    return Surface((form,), voice, "")  # type: ignore[arg-type]


def _transitive(stem: str, suffix: str, loan: bool) -> Iterator[Surface]:
    yield _one(_nasal("me", stem, loan) + suffix, "active")
    yield _one("di" + stem + suffix, "passive")
    yield _one("ku" + stem + suffix, "bare")
    yield _one(stem + suffix, "bare")


def _ber(stem: str) -> str:
    if stem == "ajar":
        return "belajar"
    if stem.startswith("r") or stem.startswith("kerja"):
        return "be" + stem
    return "ber" + stem


def _nasal(prefix: str, stem: str, loan: bool) -> str:
    """`me` or `pe` plus the nasal that the first sound of the stem asks for.

    >>> _nasal("me", "tuduh", False), _nasal("pe", "serang", False), _nasal("me", "kritik", True)
    ('menuduh', 'penyerang', 'mengkritik')
    """
    if _syllables(stem) == 1:
        return prefix + "nge" + stem
    first, two = stem[0], stem[:2]
    if two in ("ny", "ng") or first in "lrwymn":
        return prefix + stem
    if two == "sy" or first in "dcjz":
        return prefix + "n" + stem
    if first in "bfv":
        return prefix + "m" + stem
    if two == "kh" or first in "gh" or first in _VOWELS:
        return prefix + "ng" + stem
    nasal = {"p": "m", "t": "n", "k": "ng", "s": "ny"}.get(first)
    if nasal is None:
        return prefix + "ng" + stem
    if loan:
        return prefix + {"s": "n"}.get(first, nasal) + stem
    return prefix + nasal + stem[1:]


def _syllables(stem: str) -> int:
    return sum(ch in _VOWELS for ch in stem)
