"""Bombs that nobody is told to have laid: who was killed by one was not killed by the last attacker told of."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.phrases import Chunk, Phrase

_LAID: Final = "explode"
"""The frame of bombs that lie hidden or are worn: `car bomb`, `bom bunuh diri`."""


def by_a_bomb(at: int, chunks: Sequence[Chunk]) -> bool:
    """`killed in a series of blasts`, `tewas dalam ledakan`: no `the blast`, told of before, and nobody's."""
    return any(
        isinstance(chunk, Phrase)
        and _is_blast(chunk)
        and not (chunk.actors or chunk.det or chunk.items[0].low == "the")
        for chunk in chunks[at + 1 :]
    )


def _is_blast(phrase: Phrase) -> bool:
    laid = any(form.frame.name == _LAID for _, form in phrase.events)
    return "blast" in phrase.classes or laid
