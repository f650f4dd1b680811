"""What a request asks: its page, its form, its parameters checked against those that the page knows."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal
from urllib.parse import urlencode

from pasut.errors import UsageError
from pasut.records import Record
from pasut.show.days import first_day, last_day
from pasut.show.web.terms import Terms
from pasut.show.words import Words

Form = Literal["html", "json", "csv", "jsonl"]
Theme = Literal["auto", "light", "dark"]
Kind = Literal["text", "actor", "day", "type", "status", "count", "choice", "flag"]

THEMES: tuple[Theme, ...] = ("auto", "light", "dark")
DEFAULT_SIZE = 50
MOST = 1000
"""Rows of a page at the most; the exports give all."""
COOKIE_SECONDS = 365 * 24 * 3600
"""How long a browser remembers what a reader chose."""
MOST_NAME = 80
"""Characters of the name of who corrects."""
LONGEST = 500
"""Characters of a parameter at the most."""


class Param(Record, frozen=True):
    """A parameter that a page knows."""

    name: str
    kind: Kind = "text"
    about: str = ""
    """What it does, in English, for the description of the interface."""
    choices: tuple[str, ...] = ()
    many: bool = False
    """Whether it may be given more than once."""


def named(name: str) -> Param:
    """A field of text that needs no more words."""
    return Param(name=name)


SIZE = Param(name="_size", kind="count", about=f"Rows of a page, 1 to {MOST}.")
NEXT = Param(name="_next", about="Where the page begins: the mark that the page before gave.")
SORT = Param(name="_sort", about="Field to sort by; with - before it, the greatest first.")
FACET = Param(name="_facet", about="Field whose values are to be counted.", many=True)
SECTION = Param(name="_section", about="Which section CSV and JSON lines hold; the first one without it.")
LANG = Param(name="_lang", kind="choice", choices=("id", "en"), about="Language of labels, dates and numbers.")
LISTED = (SIZE, NEXT, SORT, FACET)
"""Parameters of pages that list rows."""
SINCE = Param(name="from", kind="day", about="First day: 2024, 2024-06 or 2024-06-19.")
UNTIL = Param(name="to", kind="day", about="Last day: 2024, 2024-06 or 2024-06-19.")
PUBLISHER = Param(name="publisher", about="Only articles of this publisher.")
LANGUAGE = Param(name="language", about="Only articles in this language: id, en.")
SHELVED = (PUBLISHER, LANGUAGE, SINCE, UNTIL, SIZE, NEXT)
"""Parameters of pages that list articles, or what stands in them."""
AS_OF = Param(name="as_of", kind="day", about="Answer by the articles published by this day.")


class Asked(Record, frozen=True):
    """One request for a page, checked."""

    path: str
    """The address without its ending and without what follows the question mark."""
    names: Mapping[str, str]
    """Parts of the path: `{"a": "PRK", "b": "RUS"}`."""
    query: tuple[tuple[str, str], ...]
    form: Form
    words: Words
    terms: Terms
    theme: Theme
    may_write: bool
    by: str
    """Who corrected something in this browser last, so as not to ask again; empty for nobody."""
    host: str
    """`http://127.0.0.1:8001`: what addresses begin with in feeds and citations."""

    def one(self, name: str) -> str | None:
        """The value of a parameter; None where it is not given, or empty as an unfilled field of a form is."""
        found = [value for key, value in self.query if key == name and value]
        return found[-1] if found else None

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a parameter."""
        return tuple(value for key, value in self.query if key == name and value)

    def since(self, name: str = "from") -> dt.date | None:
        """The first day of what a parameter says."""
        return first_day(self.one(name))

    def until(self, name: str = "to") -> dt.date | None:
        """The last day of what a parameter says."""
        return last_day(self.one(name))

    @property
    def size(self) -> int:
        """Rows of a page."""
        return int(self.one("_size") or DEFAULT_SIZE)

    def url(self, form: Form | None = None, /, **changed: str | Sequence[str] | None) -> str:
        """The address of this page with some parameters changed, or left out where None; in its own form or another."""
        kept = [(key, value) for key, value in self.query if key not in changed and value]
        for key, value in changed.items():
            if value is not None:
                kept += [(key, each) for each in ([value] if isinstance(value, str) else value)]
        form = form or self.form
        ending = "" if form == "html" else f".{form}"
        path = (self.path if self.path != "/" or not ending else "/index") + ending
        return path + (f"?{urlencode(kept)}" if kept else "")


def check_query(query: Sequence[tuple[str, str]], known: Sequence[Param]) -> tuple[tuple[str, str], ...]:
    """The parameters as given. Raises UsageError for one that the page does not know, or a value that cannot be."""
    by_name = {param.name: param for param in known}
    seen: set[str] = set()
    for name, value in query:
        param = by_name.get(name)
        if param is None:
            listed = ", ".join(by_name)
            raise UsageError(f"the parameter {name[:40]!r} is not known here; those that are: {listed}")
        if name in seen and not param.many:
            raise UsageError(f"the parameter {name!r} is given twice; give it once")
        seen.add(name)
        _check_value(param, value)
    return tuple(query)


def _check_value(param: Param, value: str) -> None:
    if len(value) > LONGEST:
        raise UsageError(f"{param.name} is longer than {LONGEST} characters; shorten it")
    if "\0" in value:
        raise UsageError(f"{param.name} holds a character that no text has; leave it out")
    if not value:
        return
    if param.kind == "day":
        last_day(value)
    elif param.kind == "count" and not (value.isascii() and value.isdigit() and 1 <= int(value) <= MOST):
        raise UsageError(f"{param.name} is {value[:40]!r}; give a whole number from 1 to {MOST}")
    elif param.kind in ("choice", "flag"):
        choices = param.choices or ("1", "0")
        if value not in choices:
            raise UsageError(f"{param.name} is {value[:40]!r}; give one of {', '.join(choices)}")
