"""Join the lines of text that was broken at a fixed width, as mail and terminals do, into one line a paragraph.

A break is one of wrapping where the next word would not have fitted into the widest line; headings, list items and the
short last lines of paragraphs are not so. Text that is not wrapped is left alone.
"""

import re
from collections.abc import Sequence

_NARROWEST, _WIDEST = 30, 160
"""Characters: nobody wraps narrower or wider."""
_SHARE = 0.6
"""Of the breaks between two lines with text: how many must be of wrapping before the text counts as wrapped."""
_ITEM = re.compile(r"[\s•*|>#]|[-–—·] ?[A-Z0-9\"]|\(?(?:\d{1,2}|[a-z])[.)] ")
_DONE = re.compile(r"[.!?…:;][\"')\]]*$")
_SMALL, _FEW = 6, 4
"""Letters: words up to this length (`dengan`) may have no capital in a heading, one of so many words."""


def join_wrapped(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The lines with their numbers from 1; lines that wrapping broke are one, under the number of the first.

    >>> join_wrapped(["Presiden Mesir tiba di Ankara pada", "Senin dan bertemu tuan rumahnya,", "kata istana."])
    [(1, 'Presiden Mesir tiba di Ankara pada Senin dan bertemu tuan rumahnya, kata istana.')]
    """
    breaks = _wrapping(lines)
    if not breaks:
        return list(enumerate(lines, 1))
    joined: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        if index - 1 in breaks:
            number, before = joined[-1]
            joined[-1] = number, before + _between(before) + line.strip()
        else:
            joined.append((index + 1, line.rstrip()))
    return joined


def _between(before: str) -> str:
    """Nothing after the hyphen of a word, as in `negara-` + `negara`; else a space."""
    return "" if before[-1:] == "-" and before[-2:-1].isalnum() else " "


def _wrapping(lines: Sequence[str]) -> set[int]:
    """After which lines, counted from 0, a break is one of wrapping; empty where the text is not wrapped."""
    full = [len(line.rstrip()) for line in lines]
    width = max(full, default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return set()
    found: set[int] = set()
    breaks = 0
    is_open = False
    for index, after in enumerate(lines[1:]):
        if not full[index] or not full[index + 1] or _ITEM.match(after) or _is_heading(lines, index):
            continue
        breaks += 1
        if full[index] + 1 + len(after.partition(" ")[0]) <= width:
            continue
        found.add(index)
        is_open = is_open or (after[0].islower() and not _DONE.search(lines[index].rstrip()))
    return found if is_open and len(found) >= _SHARE * breaks else set()


def _is_heading(lines: Sequence[str], index: int) -> bool:
    """The first line of a text where all words but small ones have capitals, and the next line goes on otherwise."""
    first = not any(line.strip() for line in lines[:index])
    after = lines[index + 1]
    return first and after[0].isupper() and _in_capitals(lines[index]) and not _in_capitals(after)


def _in_capitals(line: str) -> bool:
    words = line.split()
    small = [word for word in words if word[0].islower()]
    return len(small) * _FEW <= len(words) and words[-1] not in small and all(len(word) <= _SMALL for word in small)
