"""What a person types into a search, as an FTS5 expression over roots.

Words must all be there; `"..."` asks for them in a row, `OR` (`ATAU`) for one of two, `NOT word` (`BUKAN`, `-word`) for
its absence, `word*` for a beginning. Anything else is taken literally, so that no input is an error of syntax.
"""

import re
from collections.abc import Iterator, Sequence

from pasut.errors import UsageError
from pasut.text.roots import Roots, fold

_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_OR = frozenset(("OR", "ATAU", "|"))
_AND = frozenset(("AND", "DAN", "&"))
_NOT = frozenset(("NOT", "BUKAN"))


def match_expression(said: str, languages: Sequence[Roots]) -> str:
    """The FTS5 MATCH expression for a search. Raises UsageError when there is nothing to look for.

    A word is looked for by its root in each of the languages, as nobody says which language a query is in.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    alternative = absent = False
    for found in _PART.finditer(said):
        word = found["word"]
        if word in _OR:
            alternative = bool(wanted)
            continue
        if word in _AND or word in _NOT:
            absent = word in _NOT
            continue
        term = _term(found["phrase"] if word is None else word, languages)
        if not term:
            continue
        if absent or found["minus"]:
            unwanted.append(term)
        elif alternative:
            wanted[-1] = f"({wanted[-1]} OR {term})"
        else:
            wanted.append(term)
        alternative = absent = False
    if not wanted:
        raise UsageError(f"there is nothing to look for in {said!r}; give a word, such as: pasut search kirim artileri")
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def _term(said: str, languages: Sequence[Roots]) -> str:
    """One word or phrase, in each language's roots: `("kirim" OR "send")`."""
    begins = said.endswith("*")
    forms = dict.fromkeys(filter(None, _forms(said, languages, begins=begins)))
    if not forms:
        return ""
    quoted = [f'"{form}"' + ("*" if begins else "") for form in forms]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _forms(said: str, languages: Sequence[Roots], *, begins: bool) -> Iterator[str]:
    for roots in languages:
        if begins:
            yield " ".join(re.findall(r"\w+", fold(said)))  # a beginning has no root
        else:
            yield roots.line(said)
