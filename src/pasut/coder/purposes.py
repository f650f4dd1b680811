"""What stands behind a verb and its object, where a sense of the verb hangs on it: a purpose, or nothing more."""

from collections.abc import Sequence

from pasut.coder.following import After
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.packs.words import Syntax


def purposes(after: After, chunks: Sequence[Chunk], syntax: Syntax) -> set[str]:
    """The event types of the purpose that follows a verb, in a clause or a noun: `untuk berunding`."""
    nouns: set[str] = set()
    for _, phrase in after.preps:
        if phrase.events and phrase.prep in syntax.idle and phrase.events[0][1].frame.type:
            nouns.add(phrase.events[0][1].frame.type)
    if after.sub is None or after.content is None:
        return nouns
    word, content = chunks[after.sub], chunks[after.content]
    if not (isinstance(word, Word) and "purpose" in word.functions and isinstance(content, Verb)):
        return nouns
    return nouns | {form.frame.type for form in content.forms if form.frame.type}


def is_alone(after: After, chunks: Sequence[Chunk], phrases: Sequence[Phrase]) -> bool:
    """Whether only one object stands behind the verb, and nothing is said of it: not `called Putin "mad"`, `saw Putin
    leave`."""
    at = after.objects[0][0] + 1 if after.objects else len(chunks)
    said = at < len(chunks) and is_word(chunks[at], '"', "'", "copula", "-")
    return len(phrases) == 1 and not said and not after.follows_object()
