"""Where the words of a search stand in a sentence that was found."""

import re
from collections.abc import Iterable, Sequence

from pasut.records import Span
from pasut.text.query import Term
from pasut.text.roots import Roots, fold
from pasut.tokens import tokenize


def find_hits(text: str, terms: Iterable[Term], roots: Roots) -> tuple[Span, ...]:
    """The stretches of a text that the wanted words and phrases of a search match, in order; they do not overlap."""
    words = [
        (part, token.start, token.end)
        for token in tokenize(text)
        if token.text[0].isalnum()
        for part in _parts(roots.root(token.low))
    ]
    found = [span for term in terms if not term.is_absent for form in term.forms for span in _places(words, form, term)]
    return tuple(_joined(sorted(found, key=lambda span: (span.start, span.end))))


def _places(words: Sequence[tuple[str, int, int]], form: str, term: Term) -> Iterable[Span]:
    wanted = _parts(form)
    for at in range(len(words) - len(wanted) + 1):
        here = [word[0] for word in words[at : at + len(wanted)]]
        if here[:-1] == wanted[:-1] and (here[-1].startswith(wanted[-1]) if term.begins else here[-1] == wanted[-1]):
            yield Span(start=words[at][1], end=words[at + len(wanted) - 1][2])


def _parts(root: str) -> list[str]:
    """The words that the full-text index makes of a root: `korut-rusia` is two."""
    return re.findall(r"[^\W_]+", fold(root))


def _joined(spans: Sequence[Span]) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if out and span.start < out[-1].end:
            out[-1] = Span(start=out[-1].start, end=max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
