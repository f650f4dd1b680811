"""Put back the spaces that scrapers lost where a link or a tag ended: 'seranganIsrael', 'Trumpsecara', 'tarifimpor'.

A word is opened only where its parts are known and the whole is not, so that good text stays as it is.
"""

import re
from collections.abc import Container

from pasut.packs.clean_rules import Glue, Repairs
from pasut.packs.quick import holds_any

# A run of letters; hyphens and apostrophes bound it, so that 'Al-Quds' and "Qur'an" are two runs each.
_RUN = re.compile(r"[^\W\d_]{4,}")
_SUSPECT_CASE = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-Z]{2}[a-z]{2}")
_CASE_EDGE = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_ACRONYM = re.compile(r"([A-Z]{2,})([a-z]{2,})$")

# Each begins with the sign itself, so that the search passes over all others quickly, and looks behind only then.
_STOP_GLUE = re.compile(
    r"[.!?](?=[A-Z][a-zß-öø-ÿ])(?:(?<=[a-zß-öø-ÿ0-9%)\]\"'][.!?])(?<![\s(\[][a-z][.!?])(?=[A-Z][a-zß-öø-ÿ]+[ ,.-])"
    r"(?!(?:Com|Co|Id|Net|Tv|Org)\b)|(?<=[A-Z]{2}[.!?])(?=[A-Z][a-z]{2,} ))"
)
_COMMA_GLUE = re.compile(r",(?:(?<=[^\W\d_]{2},)(?=[^\W\d_]{2})|(?<=[\w\"],)(?=\"\w))")
_OPEN_GLUE = re.compile(r"\((?<=[a-z]{2}\()(?=[A-Z0-9][^()]{1,60}\))")
_CLOSE_GLUE = re.compile(r"\)(?<=[A-Za-z0-9]\))(?=[a-z]{2,}\b|[A-Z][a-z]+\b)")
_SPACE_BEFORE = re.compile(r"(?<=[^\W_]) +(?=[,;](?: |$))")
_ADDRESS_MARKS = ("://", "www.", "@", ".com/", ".id/")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.com/|\.id/)\S*")
# Shortest parts of a glued word. Four letters are found inside honest words ('kena' + 'ikan', 'akui' + 'sisi'), so that
# only a small word, such as 'saat', may be that short.
_MIN_PART = 4
_MIN_WORD = 5
# A tail this long with a verb's prefix may follow a name that no list knows.
_MIN_VERB_TAIL = 7
# Turns end when one changes nothing; the bound is for hostile input only.
_MAX_TURNS = 12
_VERB_PREFIXES = ("meng", "men", "mem", "meny", "me", "di", "ber", "ter")


def repair_spacing(text: str) -> str:
    """Put the space back after a stop, comma or bracket, and after or before a quotation mark, where it was lost."""
    if holds_any(text, _ADDRESS_MARKS) and _ADDRESS.search(text):
        return "".join(
            piece if _ADDRESS.fullmatch(piece) else repair_spacing(piece) for piece in _split_addresses(text)
        )
    text = _STOP_GLUE.sub(lambda found: found.group() + " ", text)
    text = _COMMA_GLUE.sub(", ", text)
    if " ," in text or " ;" in text:
        text = _SPACE_BEFORE.sub("", text)
    if "(" in text:
        text = _CLOSE_GLUE.sub(") ", _OPEN_GLUE.sub(" (", text))
    return _space_quotes(text) if '"' in text else text


def _split_addresses(text: str) -> list[str]:
    pieces, end = [], 0
    for found in _ADDRESS.finditer(text):
        pieces += [text[end : found.start()], found.group()]
        end = found.end()
    return [*pieces, text[end:]]


def _space_quotes(text: str) -> str:
    """Outside 'word"Quoted"word': a space before an opening mark and after a closing one; only where they pair up."""
    if text.count('"') % 2:
        return text
    parts = text.split('"')
    out = [parts[0]]
    for number, part in enumerate(parts[1:], 1):
        opening = number % 2 == 1
        before = out[-1]
        if opening:
            out[-1] = before + " " if before[-1:].isalpha() else before
            part = part.lstrip(" ")
        else:
            out[-1] = before.rstrip(" ")
            part = " " + part if part[:1].isalpha() else part
        out.append(part)
    return '"'.join(out)


class Unglue:
    """Repairs the texts of one page; what it made of a word is remembered for the next, and in `known` for all."""

    def __init__(self, glue: Glue, names: Container[str], words: Container[str], known: Repairs | None = None) -> None:
        self.glue = glue
        self.names = names
        self.words = words
        self._sound, self._opened = (known or Repairs()).of(names, words)

    def repair(self, text: str) -> str:
        """The text with the spaces put back inside its words.

        >>> glue = Glue(*(frozenset(s.split()) for s in ("secara", "yang dan", "di", "youtube", "", "mc")))
        >>> Unglue(glue, {"trump"}, {"presiden", "secara"}).repair("PresidenTrumpsecara di YouTube")
        'Presiden Trump secara di YouTube'
        """
        # Whole tokens are looked up first: nearly all were seen before, and to split is quicker than to search.
        is_changed = False
        for token in set(text.split()) - self._sound:
            changed = [run for run in _RUN.findall(token) if self._opens(run)]
            if changed:
                is_changed = True
            else:
                self._sound.add(token)
        return _RUN.sub(lambda found: self._replace(found, text), text) if is_changed else text

    def repair_line(self, text: str) -> str:
        """Both repairs in turn, since each may show the other a place: '(PM)IsraelBenjamin' has both kinds."""
        for _ in range(_MAX_TURNS):
            repaired = self.repair(repair_spacing(text))
            if repaired == text:
                break
            text = repaired
        return text

    def _opens(self, run: str) -> bool:
        """Whether a run is to be opened; if so, how is kept."""
        if run in self._opened:
            return True
        opened = self._open(run)
        if opened == run:
            return False
        self._opened[run] = opened
        return True

    def _replace(self, found: re.Match[str], text: str) -> str:
        run = found.group()
        before = text[found.start() - 1] if found.start() else ""
        # The parts of an address or a handle are no words.
        return run if before and before in "./:@#_" and _SUSPECT_CASE.search(run) else self._opened.get(run, run)

    def _open(self, run: str) -> str:
        return run if self._knows(run) else self._open_part(run)

    def _knows(self, word: str) -> bool:
        low = word.lower()
        return low in self.words or low in self.names or low in self.glue.keep

    def _open_mixed(self, run: str) -> str:
        """Cut where a capital follows a small letter, if either side is known and they are not one name."""
        kept = self._kept_part(run)
        if kept is not None:
            return kept
        for edge in (found.start() for found in _CASE_EDGE.finditer(run)):
            left, right = run[:edge], run[edge:]
            if self._may_part(left, right):
                return f"{self._open_part(left)} {self._open_part(right)}"
        acronym = _ACRONYM.match(run)
        return self._open_acronym(*acronym.groups()) if acronym else run

    def _open_part(self, part: str) -> str:
        if len(part) < 4 or self._knows(part):
            return part
        if _SUSPECT_CASE.search(part):
            return self._open_mixed(part)
        if part[0].isupper() and part[1:].islower():
            return self._open_name(part)
        return self._open_lower(part) if part.islower() else part

    def _kept_part(self, run: str) -> str | None:
        """A name of mixed case that something was glued to: 'TikTokdetikcom', 'inginTikTok'."""
        low = run.lower()
        for edge in range(len(run) - 2, 2, -1):
            if low[:edge] in self.glue.keep and _is_mixed(run[:edge]) and self._is_tail(run[edge:]):
                return f"{run[:edge]} {self._open_part(run[edge:])}"
            if low[edge:] in self.glue.keep and _is_mixed(run[edge:]) and self._knows(run[:edge]):
                return f"{run[:edge]} {run[edge:]}"
        return None

    def _may_part(self, left: str, right: str) -> bool:
        low = left.lower()
        if low in self.glue.heads and left.islower():
            return len(right) > 1 or right.isupper()
        if low in self.glue.name_heads or (len(left) < 3 and low not in self.glue.heads):
            return False
        if len(right) < 2:
            return False
        if left.islower():
            return len(left) >= 4 or low in self.words
        return self._knows(left) or self._starts_known(right) or self._ends_known(left)

    def _starts_known(self, right: str) -> bool:
        first = _CASE_EDGE.split(right)[0]
        low = first.lower()
        return low in self.names or low in self.glue.keep or (len(low) >= 5 and low in self.words)

    def _ends_known(self, left: str) -> bool:
        acronym = _ACRONYM.match(left)
        return (self._open_acronym(*acronym.groups()) if acronym else self._open_name(left)) != left

    def _is_tail(self, tail: str) -> bool:
        if not tail.islower() or tail == "nya":
            return False
        return tail in self.glue.strong or tail in self.glue.weak or (len(tail) >= 3 and tail in self.words)

    def _open_acronym(self, head: str, tail: str) -> str:
        """'TASSdari' is TASS + dari; 'ASAmerika' is AS + Amerika; 'KTPnya' and 'UAVs' stay."""
        if tail == "nya":
            return head + tail
        if self._is_tail(tail):
            return f"{head} {tail}"
        last = head[-1] + tail
        if len(head) > 2 and (last.lower() in self.names or last.lower() in self.words):
            return f"{head[:-1]} {last}"
        return head + tail

    def _open_name(self, run: str) -> str:
        """'Trumpsecara': a known name with a known word behind it, or any word with a tail that ends no name."""
        for edge in range(2, len(run) - 1):
            head, tail = run[:edge], run[edge:]
            if self._is_name_with_tail(head.lower(), tail):
                return f"{head} {self._open_tail(tail)}"
        return run

    def _is_name_with_tail(self, head: str, tail: str) -> bool:
        glue = self.glue
        if head in self.names or head in glue.keep:
            if tail in glue.strong or (len(head) >= _MIN_PART and tail in glue.weak):
                return True
            # 'Tran' is a name and 'saksi' a word, but 'Transaksi' is neither: a short name needs a long tail.
            shortest = _MIN_WORD if len(head) >= _MIN_WORD else _MIN_VERB_TAIL
            is_long = len(head) >= _MIN_PART and len(tail) >= shortest
            return is_long and (tail in self.words or self._is_two_words(tail))
        if len(head) < _MIN_PART:
            # 'Ununtuk', 'Senbahwa': names this short are in no list, but no word begins so before such a tail.
            return tail in glue.strong
        if len(tail) < _MIN_WORD:
            return False
        if head in self.words:
            return self._may_join(head, tail)
        return tail in glue.strong or (
            len(tail) >= _MIN_VERB_TAIL and tail.startswith(_VERB_PREFIXES) and tail in self.words
        )

    def _is_two_words(self, tail: str) -> bool:
        return self._open_lower(tail) != tail

    def _open_tail(self, tail: str) -> str:
        if tail in self.words or tail in self.glue.strong or tail in self.glue.weak:
            return tail
        return self._open_lower(tail)

    def _open_lower(self, run: str) -> str:
        """'tarifimpor': two common words, the whole none; the longest first part wins."""
        if len(run) < _MIN_PART + _MIN_WORD or run in self.glue.keep:
            return run
        stem = run.removesuffix("nya")
        if stem != run and self._knows(stem):
            return run
        for edge in range(len(run) - _MIN_PART, _MIN_PART - 1, -1):
            if self._may_join(run[:edge], run[edge:]):
                return f"{run[:edge]} {run[edge:]}"
        return run

    def _may_join(self, head: str, tail: str) -> bool:
        """Both parts common, and long enough not to be found inside honest words; a small word may be shorter."""
        if head in self.glue.bound or not (self._is_common(head) and self._is_common(tail)):
            return False
        if len(head) >= _MIN_WORD and len(tail) >= _MIN_WORD:
            return True
        glue = self.glue
        short, long = (head, tail) if len(head) <= len(tail) else (tail, head)
        return len(long) >= _MIN_WORD and (short in glue.weak or short in glue.heads)

    def _is_common(self, word: str) -> bool:
        return (
            word in self.words
            or word in self.glue.weak
            or word in self.glue.strong
            or word in self.glue.heads
            or (len(word) > 6 and word.endswith("nya") and word[:-3] in self.words)
        )


def _is_mixed(word: str) -> bool:
    return any(sign.isupper() for sign in word[1:]) and any(sign.islower() for sign in word)
