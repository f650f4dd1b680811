"""Cut what a page's rules know: whole lines, their heads and tails, and pieces inside them."""

from typing import NamedTuple

from pasut.packs.clean_rules import CleanRule, CleanRules
from pasut.packs.quick import held, holds_any
from pasut.records import Cut

# How many lines from either end count as the top and the end of a page.
TOP_LINES = 8
END_LINES = 12


class Piece(NamedTuple):
    """A line of the page, or what is left of one."""

    line: int
    """1-based line of the page text."""
    text: str


class LineCutter:
    """Applies the rules to the lines of one page, and does not look twice at a line that they left as it was."""

    def __init__(self, rules: CleanRules, pieces: list[Piece]) -> None:
        self._rules = rules
        self._hints = held("\n".join([piece.text for piece in pieces]).lower(), rules.hints)
        self._parts = (*rules.inline, *rules.tail, *rules.head)
        self._clean: set[tuple[str, bool, bool]] = set()

    def cut(self, pieces: list[Piece]) -> tuple[list[Piece], list[Cut]]:
        """What the rules leave of the pieces, and what they cut."""
        kept: list[Piece] = []
        cuts: list[Cut] = []
        end = len(pieces) - END_LINES
        for index, piece in enumerate(pieces):
            self._cut_piece(piece, index < TOP_LINES, index >= end, kept, cuts)
        return kept, cuts

    def _cut_piece(self, piece: Piece, is_top: bool, is_end: bool, kept: list[Piece], cuts: list[Cut]) -> None:
        zones = ("any", "top" if is_top else "", "end" if is_end else "")
        todo = [piece]
        while todo:
            line, text = todo.pop(0)
            text = text.strip()
            if not text:
                continue
            if (text, is_top, is_end) in self._clean:
                kept.append(piece if text is piece.text else Piece(line, text))
                continue
            lower = text.lower()
            has_hint = holds_any(lower, self._hints)
            whole = self._whole(text, lower, zones, has_hint)
            if whole:
                cuts.append(Cut(text=text, reason=whole.id, line=line))
                continue
            found = _first_part(self._parts, text, lower, zones) if has_hint else None
            if found is None:
                self._clean.add((text, is_top, is_end))
                kept.append(piece if text is piece.text else Piece(line, text))
                continue
            rule, start, end = found
            cuts.append(Cut(text=text[start:end].strip(), reason=rule.id, line=line))
            todo[:0] = [Piece(line, text[:start]), Piece(line, text[end:])]

    def _whole(self, text: str, lower: str, zones: tuple[str, ...], has_hint: bool) -> CleanRule | None:
        """The first rule that a line matches as a whole; one pattern for all tells first whether there may be one."""
        rules = self._rules
        if rules.unhinted_line.fullmatch(text):
            return _first_full(rules.line, text, lower, zones)
        return _first_full(rules.hinted_line, text, lower, zones) if has_hint else None


def _first_full(rules: tuple[CleanRule, ...], text: str, lower: str, zones: tuple[str, ...]) -> CleanRule | None:
    for rule in rules:
        if rule.zone in zones and rule.may_match(lower) and rule.pattern.fullmatch(text):
            return rule
    return None


def _first_part(
    rules: tuple[CleanRule, ...], text: str, lower: str, zones: tuple[str, ...]
) -> tuple[CleanRule, int, int] | None:
    for rule in rules:
        if rule.zone not in zones or not rule.may_match(lower):
            continue
        found = rule.pattern.match(text) if rule.at == "head" else rule.pattern.search(text)
        if found and found.group().strip():
            return rule, found.start(), len(text) if rule.at == "tail" else found.end()
    return None
