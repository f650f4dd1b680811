"""Cut what no label gives away: other articles' headlines, subheadings, repeated titles and leads."""

import functools
import re
from collections.abc import Container

from pasut.clean.lines import Piece
from pasut.packs.clean_rules import CleanRules
from pasut.packs.quick import may_match
from pasut.records import Cut

# Longest headline met in Indonesian outlets, in characters; a longer line without a stop is a sentence that lost it.
_MAX_HEADLINE = 140
# Shortest run of words that can be another article's headline; a shorter one is a subheading.
_MIN_HEADLINE_WORDS = 5
_MAX_HEADING_WORDS = 8
# Share of content words with a capital from which a line is in headline case.
_TITLE_SHARE = 0.8
_MIN_REPEATED = 40
# Letters and digits by which lines are first compared.
_HEAD = 24
# A piece from here on is told apart as prose.
_MIN_PROSE = 60
_PROBED = 30
"""Letters by which a line is known to begin inside another."""
_MIN_WHOLE_SHARE = 0.8

_WORD = re.compile(r"[^\W_][\w'.-]*")
_FINAL = re.compile(r"[.!?…:;,][\"')\]]*$|[\"]$")
_EXCITED = re.compile(r"[!?][\"']?$")
_BULLET = re.compile(r"^(?:[-–—•*·>»]+|\d{1,2}[.)])\s*")
_TITLE_START = re.compile(r"[\"'\d]|[^\W_a-zß-öø-ÿ]")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s*\D")
_INNER_NUMBER = re.compile(r"\w\d{1,2}\. ?[A-Z]|:\s?\d{1,2}\.")
_LETTERS = re.compile(r"[^\W_]+")
_MAX_INLINE_WORDS = 16


def squeeze(text: str) -> str:
    """Only the letters and digits, casefolded: to compare texts whatever their spacing and marks."""
    return "".join(_LETTERS.findall(text)).casefold()


# Kept for a while, since the lines of a page are compared again after each cut.
@functools.lru_cache(maxsize=512)
def _head(text: str) -> str:
    """The first letters and digits: enough to tell nearly all texts apart, and all that differ in them."""
    head = squeeze(text[: 2 * _HEAD])
    return (head if len(head) >= _HEAD or len(text) <= 2 * _HEAD else squeeze(text))[:_HEAD]


def is_prose(text: str) -> bool:
    """A sentence or more with a stop at the end."""
    return len(text) >= _MIN_PROSE and bool(re.search(r"[.!?…][\"')\]]*$", text))


def is_headline(text: str, rules: CleanRules) -> bool:
    """Whether a line is another article's headline: in headline case, without a final stop, with nobody speaking."""
    body = _BULLET.sub("", text)
    if len(body) > _MAX_HEADLINE or (_FINAL.search(body) and not _EXCITED.search(body)) or _is_speech(body, rules):
        return False
    words = _WORD.findall(body)
    if _INNER_NUMBER.search(body):
        return False
    return len(words) >= _MIN_HEADLINE_WORDS and _in_title_case(words, rules)


def is_heading(text: str, rules: CleanRules) -> bool:
    """Whether a line is a subheading: a few words without any stop."""
    body = _BULLET.sub("", text)
    words = body.split()
    if (
        not 1 <= len(words) <= _MAX_HEADING_WORDS
        or body[-1:].isdigit()
        or words[0].strip(",") in rules.openers
        or _FINAL.search(body)
        or _is_speech(body, rules)
    ):
        return False
    return len(body) <= 80 and body[:1].isupper()


def _in_title_case(words: list[str], rules: CleanRules) -> bool:
    content = [word for word in words if word.lower() not in rules.title_small and word[0].isalpha() and len(word) > 1]
    if len(content) < 4:
        return False
    capitals = sum(word[0].isupper() for word in content)
    return capitals >= _TITLE_SHARE * len(content)


def _is_speech(text: str, rules: CleanRules) -> bool:
    if text.count('"') % 2:
        return True
    last = [word.strip(".,\"'").lower() for word in text.split()[-4:]]
    return '"' in text and any(word in rules.speech_words for word in last)


def cut_unlabelled(pieces: list[Piece], rules: CleanRules) -> tuple[list[Piece], list[Cut]]:
    """Cut headlines of other articles and subheadings; only on a page that has prose to be told apart from."""
    prose = [index for index, piece in enumerate(pieces) if is_prose(piece.text)]
    if not prose:
        return pieces, []
    kept: list[Piece] = []
    cuts: list[Cut] = []
    in_list = False
    for index, piece in enumerate(pieces):
        reason = None if in_list and _is_item(pieces, index) else _reason(pieces, index, rules, prose[-1])
        if reason:
            cuts.append(Cut(text=piece.text, reason=reason, line=piece.line))
            continue
        kept.append(piece)
        # What follows a colon is a list, whose items look like headings and are none.
        in_list = piece.text.endswith(":") or (in_list and not is_prose(piece.text))
    return kept, cuts


def _is_item(pieces: list[Piece], index: int) -> bool:
    """Whether a line of a list is an item: prose straight behind it makes it a heading."""
    if _NUMBERED.match(pieces[index].text):
        return True
    return index + 1 == len(pieces) or not is_prose(pieces[index + 1].text)


def _reason(pieces: list[Piece], index: int, rules: CleanRules, last_prose: int) -> str | None:
    text = pieces[index].text
    if _NUMBERED.match(text) and _has_numbered_neighbour(pieces, index):
        return None
    if is_headline(text, rules):
        return "related.unlabelled"
    if _EXCITED.search(text) or (_BULLET.match(text) and not text[0].isdigit()):
        return None
    if index > last_prose and _is_tail_headline(text, rules):
        neighbours = pieces[max(last_prose + 1, index - 1) : index + 2]
        if sum(_is_tail_headline(piece.text, rules) for piece in neighbours) > 1:
            return "related.tail"
    return "heading" if is_heading(text, rules) else None


def _has_numbered_neighbour(pieces: list[Piece], index: int) -> bool:
    neighbours = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
    return any(_NUMBERED.match(piece.text) for piece in neighbours)


def _is_tail_headline(text: str, rules: CleanRules) -> bool:
    """A line without a stop behind the last sentence; one may be a sentence that lost its stop, two are a list."""
    words = text.split()
    if len(text) > _MAX_HEADLINE or len(words) < _MIN_HEADLINE_WORDS or text[-1].isdigit():
        return False
    return not (_FINAL.search(text) or _is_speech(text, rules) or words[0].strip(",") in rules.openers)


def split_title(pieces: list[Piece], rules: CleanRules) -> tuple[str | None, list[Piece]]:
    """A headline on the first line, when an article follows it."""
    if len(pieces) < 2:
        return None, pieces
    first, second = pieces[0].text, pieces[1].text
    words = first.split()
    if not 3 <= len(words) <= 25 or len(first) > 170 or (_FINAL.search(first) and not _EXCITED.search(first)):
        return None, pieces
    if _is_speech(first, rules) or _BULLET.match(first) or not _TITLE_START.match(first):
        return None, pieces
    if not is_prose(second) and not any(is_prose(piece.text) for piece in pieces[1:4]):
        return None, pieces
    return first, pieces[1:]


def cut_repeats(pieces: list[Piece], title: str | None) -> tuple[list[Piece], list[Cut]]:
    """Cut the title where it stands again, and paragraphs told twice."""
    heads = [_head(text) for text in (*([title] if title else []), *(piece.text for piece in pieces))]
    if len(set(heads)) == len(heads):
        return pieces, []
    seen = {squeeze(title)} if title else set()
    title_key = squeeze(title) if title else ""
    kept: list[Piece] = []
    cuts: list[Cut] = []
    for piece in pieces:
        key = squeeze(piece.text)
        is_long = len(piece.text) >= _MIN_REPEATED
        if key and key in seen and (is_long or key == title_key):
            reason = "repeated.title" if key == title_key else "repeated.paragraph"
            cuts.append(Cut(text=piece.text, reason=reason, line=piece.line))
            continue
        if key:
            seen.add(key)
        kept.append(piece)
    return kept, cuts


def cut_whole(pieces: list[Piece]) -> tuple[list[Piece], list[Cut]]:
    """Cut lines that hold the whole article, or all of it that follows, once more."""
    whole = [at for at in range(len(pieces)) if _holds_next(pieces, at) or (not at and _holds_all(pieces))]
    if not whole:
        return pieces, []
    kept = [piece for at, piece in enumerate(pieces) if at not in whole]
    return kept, [Cut(text=pieces[at].text, reason="repeated.whole", line=pieces[at].line) for at in whole]


def _holds_next(pieces: list[Piece], at: int) -> bool:
    """Whether a line holds the two lines after it, glued together: elements that a page left unclosed."""
    if at + 2 >= len(pieces):
        return False
    text, one = pieces[at].text, pieces[at + 1].text
    if len(text) < len(one) + _PROBED or one[:_PROBED] not in text:
        return False
    line, first, second = (squeeze(piece.text) for piece in pieces[at : at + 3])
    before, found, after = line.partition(first)
    return len(first) >= _PROBED and bool(found) and after.startswith(second[:_PROBED]) and len(before) < len(line) / 2


def _holds_all(pieces: list[Piece]) -> bool:
    """Whether the first line is the whole article once more, its paragraphs glued together."""
    if len(pieces) < 4 or len(pieces[0].text) < 400:
        return False
    first = squeeze(pieces[0].text)
    rest = [squeeze(piece.text) for piece in pieces[1:]]
    inside = sum(len(part) for part in rest if len(part) > 20 and part in first)
    return inside >= _MIN_WHOLE_SHARE * max(1, sum(map(len, rest))) and inside >= 0.6 * len(first)


def cut_inline(pieces: list[Piece], rules: CleanRules, words: Container[str]) -> tuple[list[Piece], list[Cut]]:
    """Cut 'Baca juga: headline' out of the middle of a line that a scraper joined from several."""
    kept: list[Piece] = []
    cuts: list[Cut] = []
    for piece in pieces:
        text = piece.text
        if not may_match(text.lower(), rules.inline_keys):
            kept.append(piece)
            continue
        while found := rules.inline_label.search(text):
            end = _headline_end(text, found.end(), rules, words)
            cuts.append(Cut(text=text[found.start() : end].strip(), reason="related.inline", line=piece.line))
            if before := text[: found.start()].strip():
                kept.append(Piece(piece.line, before))
            text = text[end:].strip()
        if text:
            kept.append(Piece(piece.line, text))
    return kept, cuts


def _headline_end(text: str, start: int, rules: CleanRules, words: Container[str]) -> int:
    """Where a headline without a stop ends: at the next label, its own stop, or the capital that opens a sentence."""
    label = rules.inline_label.search(text, start)
    limit = label.start() if label else len(text)
    tokens = list(re.finditer(r"\S+", text[start:limit]))
    in_title_case = _in_title_case([token.group() for token in tokens[:8]], rules)
    end = _title_case_end(tokens, rules) if in_title_case else _sentence_case_end(tokens, rules, words)
    if end is not None:
        return start + end
    return limit if len(tokens) <= 2 * _MAX_INLINE_WORDS else start


def _title_case_end(tokens: list[re.Match[str]], rules: CleanRules) -> int | None:
    """The body begins at the last capital before the first small letter that headlines do not have."""
    for number, token in enumerate(tokens[4:], 4):
        word = token.group().strip(",.:\"'")
        if word[:1].islower() and word.lower() not in rules.title_small:
            return tokens[number - 1].start()
    return None


def _sentence_case_end(tokens: list[re.Match[str]], rules: CleanRules, words: Container[str]) -> int | None:
    for number, token in enumerate(tokens[2:], 2):
        word = token.group()
        following = tokens[number + 1].group() if number + 1 < len(tokens) else ""
        if number >= 4 and _opens_sentence(word, following, rules, words):
            return token.start()
        if word.endswith(("?", "!")) and following not in rules.headline_goes_on:
            return token.end()
        if word.endswith("."):
            # A stop with no opening word before it: where the headline ends and a sentence begins cannot be told.
            return token.end() if not following and number < _MAX_INLINE_WORDS else 0
    return None


def _opens_sentence(word: str, following: str, rules: CleanRules, words: Container[str]) -> bool:
    bare = word.strip("\"'(,")
    if not bare[:1].isupper() or bare.isupper() or bare in rules.headline_goes_on:
        return False
    return bare in rules.openers or (bare.lower() in words and following[:1].islower())
