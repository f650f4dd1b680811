"""What a sense of a verb hangs on: a purpose behind its object, nothing more behind it, or what its object tells."""

from collections.abc import Sequence

from pasut.coder.following import After
from pasut.coder.nouns import Nouns
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word
from pasut.packs.entry import Form
from pasut.packs.frame import Frame
from pasut.packs.words import Syntax
from pasut.records import EventType


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
    return nouns | {found for form in content.forms if (found := form.frame.type or only_type(form.frame))}


def only_type(frame: Frame) -> EventType | None:
    """The type that all senses of a frame share: any `delivery` is aid, whatever is delivered."""
    types = {sense.type for sense in frame.senses}
    return types.pop() if len(types) == 1 else None


def told_type(phrase: Phrase, form: Form, nouns: Nouns) -> str | None:
    """The type of what an event noun tells, which may hang on its own thing: `deliveries of missiles` are aid."""
    if form.frame.type is not None or not form.frame.senses or phrase not in nouns.chunks:
        return form.frame.type
    return nouns.type_of(form, phrase, nouns.roles_of(nouns.chunks.index(phrase), phrase, form))[0] or None


def is_alone(after: After, chunks: Sequence[Chunk], phrases: Sequence[Phrase]) -> bool:
    """Whether only one object stands behind the verb, and nothing is said of it: not `called Putin "mad"`, `saw Putin
    leave`."""
    at = after.objects[0][0] + 1 if after.objects else len(chunks)
    said = at < len(chunks) and is_word(chunks[at], '"', "'", "copula", "-")
    plain = len(phrases) == 1 and not phrases[0].items[-1].functions  # not `called Putin mad`
    return plain and not said and not after.follows_object()
