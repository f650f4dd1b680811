"""Letters between states: which were exchanged on which occasion, and what is told of their words.

Comes in: articles with their codings. Goes out: one Letter per message however often it is told, with its cues, each
cue with the sentence that shows it. News rarely prints a letter whole, so that a cue that is missing may only be
untold; counts are given, never a significance (there are one or two letters a year).
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from pasut.measure.letter import CUES, EPITHETS, Change, Letter, Told, letter_id
from pasut.measure.letter_text import STATUSES, tellings
from pasut.packs.letters import LetterWords
from pasut.records import When

SAME_DAYS = 10
"""Days between two tellings of one letter: sent, received and published are often days apart."""
REPLY_DAYS = 92
"""Days within which a reply is taken to answer a letter: replies of the packaged examples came after 6 to 15."""


def find_letters(told: Iterable[Told], dyad: tuple[str, str], words: Mapping[str, LetterWords]) -> tuple[Letter, ...]:
    """The letters between two states, by date. `words` holds letters.toml by language; other languages give no cues."""
    each_told = [letter for each in told for letter in tellings(each, dyad, words.get(each.article.language))]
    groups: list[list[Letter]] = []
    for telling in sorted(each_told, key=_order):
        home = next((group for group in groups if all(_is_same(telling, other) for other in group)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return tuple(sorted((_merged(group) for group in groups), key=_order))


def compare_letters(letters: Sequence[Letter]) -> tuple[Change, ...]:
    """Each letter against the last of an earlier year with the same occasion and direction; replies likewise."""
    out = []
    for number, letter in enumerate(letters):
        before = [
            other
            for other in letters[:number]
            if _kind(other) == _kind(letter)
            and other.year is not None
            and letter.year is not None
            and other.year < letter.year
        ]
        if before and (letter.occasion or letter.is_reply):
            out.append(_change(letter, before[-1]))
    return tuple(out)


def _kind(letter: Letter) -> tuple[str, str | None, bool]:
    """What makes letters comparable year on year. A reply is named for what it answers, so replies go together."""
    return letter.source, None if letter.is_reply else letter.occasion, letter.is_reply


def reply_days(letter: Letter, letters: Sequence[Letter]) -> int | None:
    """Days between a reply and the last letter the other way, None where that is not told to the day."""
    if not letter.is_reply or not (day := _one_day(letter.when)):
        return None
    other = [
        sent
        for each in letters
        if each.source == letter.target and not each.is_reply and (sent := _one_day(each.when)) and sent <= day
    ]
    return (day - max(other)).days if other and (day - max(other)).days <= REPLY_DAYS else None


def _is_same(one: Letter, other: Letter) -> bool:
    """Whether two tellings are of one letter: the same way, no other occasion, days that agree."""
    if (one.source, one.target) != (other.source, other.target):
        return False
    if one.occasion and other.occasion and one.occasion != other.occasion:
        return False
    if one.when is None or other.when is None:
        return one.articles == other.articles and one.when is other.when
    if max(_width(one.when), _width(other.when)) > SAME_DAYS:
        if one.is_reply != other.is_reply or (one.occasion is None) != (other.occasion is None):
            return False  # somewhere in one year is no proof of one letter
    return _days_apart(one.when, other.when) <= SAME_DAYS


def _days_apart(one: When, other: When) -> int:
    """Days between two intervals, 0 where they overlap."""
    a, b = (one, other) if (one.first or dt.date.min) <= (other.first or dt.date.min) else (other, one)
    if a.last is None or b.first is None or b.first <= a.last:
        return 0
    return (b.first - a.last).days


def _merged(group: list[Letter]) -> Letter:
    claims = tuple(dict.fromkeys(claim for each in group for claim in each.claims))
    dated = [each.when for each in group if each.when]
    cues = {(cue.kind, cue.text, cue.article): cue for each in group for cue in each.cues}
    return Letter(
        id=letter_id(group[0].source, group[0].target, str(group[0].year), *sorted(claims)),
        source=group[0].source,
        target=group[0].target,
        occasion=next((each.occasion for each in group if each.occasion), None),
        is_reply=any(each.is_reply for each in group),
        when=min(dated, key=_width) if dated else None,
        status=min((each.status for each in group), key=STATUSES.index),
        signed_by=tuple(dict.fromkeys(name for each in group for name in each.signed_by)),
        addressed_to=tuple(dict.fromkeys(name for each in group for name in each.addressed_to)),
        cues=tuple(sorted(cues.values(), key=lambda cue: CUES.index(cue.kind))),
        claims=claims,
        articles=tuple(dict.fromkeys(article for each in group for article in each.articles)),
    )


def _change(letter: Letter, before: Letter) -> Change:
    now, then = _points(letter), _points(before)
    return Change(
        letter=letter.id,
        before=before.id,
        gained=tuple(point for point in now if point not in then),
        lost=tuple(point for point in then if point not in now),
        quoted_words=letter.quoted_words - before.quoted_words,
    )


def _points(letter: Letter) -> list[tuple[str, str]]:
    """What can be set against another letter's: epithets by their words, promises and wishes by their being there."""
    out = [(cue.kind, cue.text) for cue in letter.cues if cue.kind in EPITHETS]
    out += [(kind, "") for kind in ("promise", "wish") if letter.texts(kind)]
    return list(dict.fromkeys(out))


def _one_day(when: When | None) -> dt.date | None:
    return when.first if when and when.first == when.last else None


def _width(when: When) -> int:
    return (when.last - when.first).days if when.first and when.last else 100_000


def _order(letter: Letter) -> tuple[dt.date, str, str, str]:
    day = letter.when and (letter.when.first or letter.when.last)
    return day or dt.date.max, letter.source, letter.occasion or "", letter.id
