"""Cheap looks at a text for fixed pieces, before a pattern is tried on it."""

from collections.abc import Iterable


def holds_any(text: str, keys: Iterable[str]) -> bool:
    """Whether one of the keys stands anywhere in the text."""
    # A plain loop: this is asked for every line and sentence, and a generator costs twice as much.
    for key in keys:
        if key in text:
            return True
    return False


def may_match(text: str, keys: tuple[str, ...]) -> bool:
    """Whether a pattern whose matches hold one of the keys may match; without keys that cannot be told."""
    return not keys or holds_any(text, keys)


def held(text: str, keys: Iterable[str]) -> tuple[str, ...]:
    """The keys that stand in the text: for its parts only these need be looked for."""
    return tuple([key for key in keys if key in text])


def fewest(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys without those that hold another of them: where one is found, the shorter one is.

    >>> fewest(["menteri luar", "presiden", "menteri"])
    ('menteri', 'presiden')
    """
    listed = sorted(set(keys))
    return tuple(key for key in listed if not any(other in key for other in listed if other != key))
