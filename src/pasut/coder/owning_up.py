"""Acts that a verb of thanks or apology owns up to: `hailed X's help`, `apologised for the killing of ...`."""

from pasut.coder.clauses import Links
from pasut.coder.phrases import Phrase, Verb

_HARM = frozenset(("ASSAULT", "COERCE"))


def is_praised(links: Links, verb: int | None) -> bool:
    """Whether the verb at `verb` thanks for its object or welcomes it."""
    chunk = links.chunks[verb] if verb is not None else None
    frame = chunk.forms[0].frame if isinstance(chunk, Verb) and chunk.forms else None
    return frame is not None and frame.type == "SUPPORT" and bool(links.syntax.object_of)


def is_regretted(links: Links, index: int, phrase: Phrase) -> bool:
    """`apologised to X for the killing of its citizens`: whether who apologises did what the noun at `index` tells."""
    if not links.syntax.object_of or phrase.events[0][1].frame.type not in _HARM:
        return False
    chunk = next((links.chunks[at] for at in range(index - 1, -1, -1) if isinstance(links.chunks[at], Verb)), None)
    regrets = isinstance(chunk, Verb) and any(form.frame.mode == "apologise" for form in chunk.forms)
    return regrets and phrase.prep in links.syntax.lending
