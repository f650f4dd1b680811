"""Turn the forms of a time.toml into regular expressions, and pick by the word at hand those that can begin there.

`[ ]` in a form is optional, `{ }` a slot, all else literal.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

SLOT = re.compile(r"\{([a-z_]+?)(\d?)\}")
_OPTIONAL = re.compile(r"\[[^\[\]]*\]")
_RUN = re.compile(r"\w+")
_FIGURES = frozenset(("y", "yy", "d", "m"))
"""The slots that stand for figures alone."""
_FIGURE = "0"
"""What stands for any figure among the words that a form can begin with."""


class Alternative(NamedTuple):
    """A form compiled: its group in a pattern of many, and the slots it can begin with."""

    group: str
    regex: str
    starts: frozenset[str]
    """And the fixed words, each behind `=`; empty where the form can begin with anything."""
    has_figure: bool = False
    """Whether every match of it holds a figure."""


class FormFinder:
    """All forms of a pack, each compiled when a word that can begin it is first met: most words begin few forms."""

    def __init__(self, alternatives: Sequence[Alternative], vocabulary: Mapping[str, Iterable[str]]) -> None:
        """`vocabulary` holds the words of each slot; one that is not in it can begin with anything."""
        self.alternatives = tuple(alternatives)
        self._starts = frozenset(start for each in alternatives for start in each.starts)
        self._firsts = {slot: frozenset(map(first_run, words)) for slot, words in vocabulary.items()}
        self._by_word: dict[tuple[str, bool], tuple[re.Pattern[str], ...]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}

    def match(self, text: str, place: int, words: str, has_figure: bool = True) -> re.Match[str] | None:
        """The first form, in the order of the pack, that matches at `place`; its name is the last group closed.

        `words` are the whole words or the figure that stand there, as the pack's trigger found them; `has_figure` tells
        whether the text holds any figure.
        """
        if words[:1].isdigit():
            words = _FIGURE
        patterns = self._by_word.get((words, has_figure))
        if patterns is None:
            patterns = self._by_word[words, has_figure] = self._patterns(first_run(words), has_figure)
        for pattern in patterns:
            found = pattern.match(text, place)
            if found is not None:
                return found
        return None

    def _patterns(self, word: str, has_figure: bool) -> tuple[re.Pattern[str], ...]:
        """The patterns, in order, of the forms that can begin with a word."""
        opened = {start for start in self._starts if self._opens(start, word)}
        fitting = [
            each
            for each in self.alternatives
            if (has_figure or not each.has_figure) and (not each.starts or not each.starts.isdisjoint(opened))
        ]
        for each in fitting:
            if each.group not in self._compiled:
                self._compiled[each.group] = re.compile(f"(?P<{each.group}>{each.regex})")
        return tuple(self._compiled[each.group] for each in fitting)

    def _opens(self, start: str, word: str) -> bool:
        if start.startswith("="):
            return word.startswith(start[1:])
        firsts = self._firsts.get(start)
        return firsts is None or any(word.startswith(first) for first in firsts)


def first_run(word: str) -> str:
    """The letters or figures that a word or phrase begins with, lower case; `0` for any figure."""
    run = _RUN.match(word)
    first = run.group().lower() if run else ""
    return _FIGURE if first[:1].isdigit() else first


def starts(form: str) -> frozenset[str]:
    """The slots and `=fixed` words that a form can begin with; empty where it can begin with a fixed sign.

    >>> sorted(starts("[{unit} ][[{part} ]{month} ][the ]{d} {y}"))
    ['=the', 'd', 'month', 'part', 'unit']
    """
    found, rest = _starts(form)
    return frozenset(found) if rest else frozenset()


def _starts(form: str) -> tuple[set[str], bool]:
    """The slots and words, and whether something that must be there was reached with no fixed sign before it."""
    found: set[str] = set()
    place = 0
    while place < len(form):
        if form[place] != "[":
            slot, word = SLOT.match(form, place), _RUN.match(form, place)
            start = slot[1] if slot else f"={word[0].lower()}" if word else ""
            return (found | {start}, True) if start else (set(), False)
        end = _closing(form, place)
        inside, has_start = _starts(form[place + 1 : end])
        if not has_start:
            return set(), False
        found |= inside
        place = end + 1
    return found, False


def _closing(form: str, place: int) -> int:
    depth = 0
    for index in range(place, len(form)):
        depth += {"[": 1, "]": -1}.get(form[index], 0)
        if depth == 0:
            return index
    return len(form)


def literals(form: str) -> tuple[str, ...]:
    """The fixed words that every match of a form holds, in lower case.

    >>> literals("Peringatan[ ke] {n} tahun")
    ('peringatan', 'tahun')
    """
    return tuple(SLOT.sub(" ", _without_optional(form)).lower().split())


def has_figure(form: str) -> bool:
    """Whether every match of a form holds a figure.

    >>> has_figure("[{weekday} ]{month} {d}"), has_figure("{weekday}[ {d}]")
    (True, False)
    """
    return any(slot[1] in _FIGURES for slot in SLOT.finditer(_without_optional(form)))


def _without_optional(form: str) -> str:
    while _OPTIONAL.search(form):
        form = _OPTIONAL.sub(" ", form)
    return form


def cases(word: str, capital: bool = False) -> tuple[str, ...]:
    """The letter cases a word comes in: as written, at a sentence start, in a title, in capitals."""
    titled = " ".join(part[:1].upper() + part[1:] for part in word.split(" "))
    forms = (word[:1].upper() + word[1:], titled, word.upper())
    return tuple(dict.fromkeys(forms if capital else (word, *forms)))


def one_of(words: Iterable[str], capital_only: Iterable[str] = ()) -> str:
    """An alternation of the words in any letter case, the longest that fits; it never matches when there is none."""
    capital = set(capital_only)
    listed = set(words)
    exact = sorted(case for word in listed & capital for case in cases(word, True))
    free = sorted({word.lower() for word in listed - capital})
    parts = [trie(exact)] * bool(exact) + [f"(?i:{trie(free)})"] * bool(free)
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"


def trie(words: Iterable[str]) -> str:
    """One regular expression for many words that shares their beginnings, so that a failed match is cheap."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    branches = [
        (r"\s+" if first == " " else re.escape(first)) + (trie(rests) if any(rests) else "")
        for first, rests in by_first.items()
        if first
    ]
    inner = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{inner})?" if "" in by_first else inner


def form_regex(form: str, slots: Mapping[str, str], suffix: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Turn a form into a regular expression whose groups are its slots' names with `suffix`."""
    out, groups, place = [], [], 0
    for match in SLOT.finditer(form):
        out.append(_literal(form[place : match.start()]))
        name = match[1] + match[2]
        groups.append((name, name + suffix))
        out.append(f"(?P<{name}{suffix}>{slots[match[1]]})")
        place = match.end()
    out.append(_literal(form[place:]))
    return "".join(out) + r"(?:(?<!\w)|(?!\w))", tuple(groups)


def _literal(text: str) -> str:
    """The fixed part of a form: brackets mean optional, a blank any blank."""
    pieces = {"[": "(?:", "]": ")?", " ": r"\s+", "(": r"\(", ")": r"\)"}
    return "".join(pieces.get(character, re.escape(character)) for character in text)
