"""What a person types into a search, as an FTS5 expression over roots.

Words must all be there; `"..."` asks for them in a row, `OR` (`ATAU`) for one of two, `NOT word` (`BUKAN`, `-word`) for
its absence, `word*` for a beginning. Anything else is taken literally, so that no input is an error of syntax.
"""

import re
from collections.abc import Iterator, Sequence

from pasut.errors import UsageError
from pasut.records import Record
from pasut.text.roots import Roots, fold

_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_OR = frozenset(("OR", "ATAU", "|"))
_AND = frozenset(("AND", "DAN", "&"))
_NOT = frozenset(("NOT", "BUKAN"))


class Term(Record, frozen=True):
    """A word or phrase that somebody looks for, or wants absent."""

    forms: tuple[str, ...]
    """Its roots in each of the languages, each once: `kirim`, `send`."""
    begins: bool = False
    """Whether it is the beginning of a word."""
    is_alternative: bool = False
    """Whether it may stand for the term before it."""
    is_absent: bool = False


def match_expression(said: str, languages: Sequence[Roots]) -> str:
    """The FTS5 MATCH expression for a search. Raises UsageError when there is nothing to look for.

    A word is looked for by its root in each of the languages, as nobody says which language a query is in.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in query_terms(said, languages):
        if term.is_absent:
            unwanted.append(_written(term))
        elif term.is_alternative and wanted:
            wanted[-1] = f"({wanted[-1]} OR {_written(term)})"
        else:
            wanted.append(_written(term))
    if not wanted:
        raise UsageError(f"there is nothing to look for in {said!r}; give a word, such as: pasut search kirim artileri")
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def query_terms(said: str, languages: Sequence[Roots]) -> Iterator[Term]:
    """The words and phrases of a search, in order; what holds no letter or number is passed over."""
    alternative = absent = False
    is_first = True
    for found in _PART.finditer(said):
        word = found["word"]
        if word in _OR:
            alternative = not is_first
            continue
        if word in _AND or word in _NOT:
            absent = word in _NOT
            continue
        text = found["phrase"] if word is None else word
        begins = text.endswith("*")
        forms = tuple(dict.fromkeys(filter(None, _forms(text, languages, begins=begins))))
        if not forms:
            continue
        is_absent = absent or bool(found["minus"])
        yield Term(forms=forms, begins=begins, is_alternative=alternative and not is_absent, is_absent=is_absent)
        is_first = is_first and is_absent
        alternative = absent = False


def _written(term: Term) -> str:
    """One word or phrase, in each language's roots: `("kirim" OR "send")`."""
    quoted = [f'"{form}"' + ("*" if term.begins else "") for form in term.forms]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _forms(said: str, languages: Sequence[Roots], *, begins: bool) -> Iterator[str]:
    for roots in languages:
        if begins:
            yield " ".join(re.findall(r"\w+", fold(said)))  # a beginning has no root
        else:
            yield roots.line(said)
