"""Reasons for and against one event in words: `the same days (19 June 2024) (+1.5)`."""

from pasut.merge.reason import VETO, Blank, Reason
from pasut.records import When
from pasut.show.table import Value
from pasut.show.words import MINUS, Words


def said(reason: Reason, words: Words) -> str:
    """A reason as a person reads it, without its weight."""
    blanks = {name: _filled(reason, value, words) for name, value in reason.blanks.items()}
    return words.labels.reason[reason.key].format(**blanks)


def weighed(reason: Reason, words: Words) -> str:
    """The same with its weight, where it is one of several that are added up."""
    text = said(reason, words)
    if reason.weight in (0.0, VETO):
        return text
    sign = "+" if reason.weight > 0 else MINUS
    return f"{text} ({sign}{words.number(abs(reason.weight), 1)})"


def reason_record(reason: Reason, words: Words) -> dict[str, object]:
    """All that a program may want of a reason; `text` is in the language of the labels."""
    return {
        "what": reason.what,
        "key": reason.key,
        "weight": None if reason.weight == VETO else reason.weight,
        "is_decisive": reason.weight == VETO,
        "blanks": {name: _value(value) for name, value in reason.blanks.items()},
        "text": said(reason, words),
    }


def _filled(reason: Reason, value: Blank, words: Words) -> str:
    if isinstance(value, When):
        return words.date(value)
    if isinstance(value, int):
        return words.number(value)
    parts = (value,) if isinstance(value, str) else value
    return ", ".join(_act(part, words) if reason.what in ("mode", "about") else part for part in parts)


def _act(gist: str, words: Words) -> str:
    """`AID.arms PRK>RUS` as `gives arms (PRK > RUS)`; without actors, the act alone."""
    kind, _, who = gist.partition(" ")
    type_, _, mode = kind.partition(".")
    act = words.act(type_, mode or None)
    return f"{act} ({who.strip('>').replace('>', ' → ')})" if who.strip(">") else act


def _value(value: Blank) -> Value:
    if isinstance(value, When):
        return value.text()
    return list(value) if isinstance(value, tuple) else value
