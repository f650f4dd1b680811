"""Which states, bodies and persons sentences name by name alone: what a text is about."""

from collections.abc import Iterable, Mapping
from typing import Final

from pasut.packs.entry import Entry
from pasut.packs.pack import Pack
from pasut.tokens import Token
from pasut.world.load import World

_STATE: Final = 3
"""Letters of a state's code."""


def count_states(
    sentences: Iterable[list[Token]], pack: Pack, persons: set[tuple[str, ...]] | None = None
) -> dict[str, int]:
    """How often sentences name each state, body or group, by name alone: what the text is about. The persons whom they
    name in full are added to `persons`, each as the ids of all who bear the name."""
    counts: dict[str, int] = {}
    for tokens in sentences:
        for position, token in enumerate(tokens):
            if token.text[0].isupper() and token.low in pack.lexicon:
                entry = _named(tokens, position, pack)
                if entry is None:
                    continue
                if entry.persons and persons is not None:
                    persons.add(entry.persons)
                elif entry.code and entry.alias_kind != "context" and (token.text.isupper() or not entry.caps):
                    code = entry.code.split(":")[0]
                    counts[code] = counts.get(code, 0) + 1
    return counts


def _named(tokens: list[Token], position: int, pack: Pack) -> Entry | None:
    lexeme = pack.lexicon[tokens[position].low]
    if lexeme.longer and position + 1 < len(tokens):
        for entry in lexeme.longer.get(tokens[position + 1].low, ()):
            if (entry.code or entry.persons) and matches(entry.words, tokens, position):
                return entry
    single = lexeme.single
    return single if single and single.code and (not single.caps or tokens[position].text.isupper()) else None


def home_of(code: str, states: Mapping[str, int], world: World) -> str:
    """The code of an armed group with the state that it acts in here: a network's name alone may mean its branch in the
    state that the article is about."""
    group = code.partition(":")[2]
    homes = [each for each in world.groups if each.endswith(f":{group}")] if group else []
    return max(homes, key=lambda each: states.get(each[:_STATE], 0) + (each == code)) if len(homes) > 1 else code


def matches(words: tuple[str, ...], tokens: list[Token], position: int) -> bool:
    """Whether the words of an entry stand at `position`, whose first is known to; the last may bear -nya."""
    last = len(words) - 1
    if position + last >= len(tokens):
        return False
    for index in range(1, last):
        if tokens[position + index].low != words[index]:
            return False
    low = tokens[position + last].low
    return low == words[last] or low == words[last] + "nya"
