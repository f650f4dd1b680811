"""Split a text into sentences: one regular expression finds the stops, a look at the word before decides on each.

Sentences never span a line break, since a paragraph is a line.
"""

import re

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«`(\\["

# A stop counts where a space and something that can open a sentence follow, or where a scraper lost the space:
# lower case or a closing sign, the stop, then a capital with a small letter or a quotation mark behind it. The pattern
# begins with the set of stops, so that the search skips to the next of them.
_STOP = re.compile(
    rf"(?P<stop>[.!?…](?:\s?[.!?…])*[{_CLOSERS}]*)"
    rf"(?:(?P<space>\s+)(?=[{_OPENERS}–—-]*\s?[^\W_a-zß-öø-ÿ])"
    rf"|(?<=[a-z)\]\"”’%0-9][.!?…])(?=[A-Z][a-z])"
    rf"|(?<=[.!?…][\"”’)\]])(?=[\"“]?[A-Z])"
    rf"|(?<=[a-z)\]%0-9][.!?…])(?=[\"“][A-Z]))"
)
_LAST_WORD = re.compile(r"(?:[^\W_]+\.)*[^\W_]+$")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_DOMAIN = re.compile(r"(?:com|co|id|net|org|tv|go|or|my|uk|ru)\b", re.IGNORECASE)


def split_sentences(text: str, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences of `text`, without the white space between them.

    `abbreviations` are lower case without their last stop (`dr`, `s.h`). An initial is never a sentence's end.

    >>> [s for s in split_sentences("Tiba pukul 14.30. Rp 1.000 dibayar.", frozenset())]
    [(0, 17), (18, 35)]
    """
    spans: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        spans.extend(_split_line(line, offset, abbreviations))
        offset += len(line) + 1
    return spans


def _split_line(line: str, offset: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _STOP.finditer(line):
        if not _ends_sentence(line, start, found, abbreviations):
            continue
        _append(spans, line, start, found.end("stop"), offset)
        start = found.end()
    _append(spans, line, start, len(line), offset)
    return spans


def _append(spans: list[tuple[int, int]], line: str, start: int, end: int, offset: int) -> None:
    piece = line[start:end]
    if piece.strip():
        spans.append((offset + start + len(piece) - len(piece.lstrip()), offset + start + len(piece.rstrip())))


def _ends_sentence(line: str, start: int, found: re.Match[str], abbreviations: frozenset[str]) -> bool:
    stop = found.group("stop")
    if stop != ".":
        return True
    before = line[start : found.start()]
    word = _LAST_WORD.search(before, before.rfind(" ") + 1)
    if word is None:
        return True
    last = word.group()
    if last.lower() in abbreviations or _is_initial(last, before[: word.start()]):
        return False
    if last.isdigit() and len(last) <= 2 and before.strip(" \"'“(") == last:
        return False
    return found.group("space") is not None or not _DOMAIN.match(line, found.end())


def _is_initial(last: str, before: str) -> bool:
    """`R.` and `J.F.` begin or join names; the P of `APBN-P.` and the I of `kuartal I.` do not."""
    if not _INITIALS.fullmatch(last) or before.endswith(("-", "/", "'")):
        return False
    previous = before.split()[-1:]
    return last not in ("I", "V", "X") or not previous or not previous[0].islower()
