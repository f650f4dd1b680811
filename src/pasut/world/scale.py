"""The scale of acts: how cooperative or hostile each type and mode is, and whether it is words or deeds."""

import functools
import pathlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from pasut.errors import DataError
from pasut.records import EventType, Record
from pasut.tables import read_table
from pasut.world.load import FOLDER

Channel = Literal["verbal", "material"]
Act = tuple[str, str | None]
"""Type and mode; None for the type itself."""

LOWEST, HIGHEST = -10.0, 10.0


class Scale(Record, frozen=True):
    """Scores in points of the PLOVER scale, from -10 (hostile) to 10 (cooperative)."""

    scores: Mapping[Act, float]
    channels: Mapping[str, Channel]
    sources: Mapping[Act, str]

    def score(self, type_: str, mode: str | None) -> float:
        """Points of an act; a mode without a score of its own has that of its type."""
        found = self.scores.get((type_, mode))
        return self.scores[type_, None] if found is None else found

    def is_material(self, type_: str) -> bool:
        """Whether acts of a type are deeds; else they are words."""
        return self.channels[type_] == "material"


@functools.cache  # the measure of every pair asks for it, and nobody can change it
def load_scale(path: pathlib.Path = FOLDER / "scale.tsv") -> Scale:
    """Read the scale. Raises DataError, with file and line, when a row is wrong or a type has no score."""
    scores: dict[Act, float] = {}
    channels: dict[str, Channel] = {}
    sources: dict[Act, str] = {}
    for number, (type_, mode, score, channel, source) in read_table(
        path, ("type", "mode", "score", "channel", "source")
    ):
        act = type_, mode or None
        where = f"{path.name}:{number}"
        if type_ not in get_args(EventType) or act in scores:
            raise DataError(f"{where}: {type_} {mode} is no type of event, or has a row already")
        scores[act] = _points(score, where)
        channels[type_] = _channel(channel, channels.get(type_), where)
        sources[act] = source
    missing = [type_ for type_ in get_args(EventType) if (type_, None) not in scores]
    if missing:
        raise DataError(f"{path.name}: no score for {', '.join(missing)}; add a row without a mode for each")
    return Scale(
        scores=MappingProxyType(scores), channels=MappingProxyType(channels), sources=MappingProxyType(sources)
    )


def _points(text: str, where: str) -> float:
    try:
        points = float(text)
    except ValueError as error:
        raise DataError(f"{where}: {text!r} is no score, write a number from -10 to 10") from error
    if not LOWEST <= points <= HIGHEST:
        raise DataError(f"{where}: the score {text} is off the scale of -10 to 10")
    return points


def _channel(text: str, known: Channel | None, where: str) -> Channel:
    for channel in get_args(Channel):
        if text == channel and known in (None, channel):
            return channel  # type: ignore[no-any-return]
    raise DataError(f"{where}: channel {text!r}; write verbal or material, the same for all rows of a type")
