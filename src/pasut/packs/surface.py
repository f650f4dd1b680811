"""A generated surface form of the lexicon: its words, and what its shape says of voice and time."""

from typing import Literal, NamedTuple

Voice = Literal[
    "active", "passive", "bare", "noun", "state",
    "base", "present", "past", "past_or_participle", "participle", "perfect", "ing", "adjective",
]  # fmt: skip
"""What the form itself tells: an affix tells the voice outright; the forms of the second line wait for their
auxiliaries (`sent` is active after `has`, passive after `was`)."""


class Surface(NamedTuple):
    """One generated form; `words` is more than one for a phrase."""

    words: tuple[str, ...]
    voice: Voice
    bare: str
    """For nouns: what a bare actor beside it is (agent, patient, participant); empty for verbs."""
