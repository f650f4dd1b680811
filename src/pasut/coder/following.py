"""What stands to the right of a verb up to the end of its clause."""

from collections.abc import Sequence

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word


class After:
    """What follows a verb: bare phrases, prepositional phrases, the verb or clause that follows."""

    __slots__ = ("content", "objects", "preps", "stop", "sub")

    def __init__(self) -> None:
        self.objects: list[tuple[int, Phrase]] = []
        self.preps: list[tuple[int, Phrase]] = []
        self.content: int | None = None
        self.sub: int | None = None
        self.stop: int | None = None

    def follows_object(self) -> bool:
        """Whether the next verb stands right after the object."""
        return bool(self.objects) and self.content == self.objects[-1][0] + 1


def find_after(chunks: Sequence[Chunk], index: int) -> After:
    """What follows the verb at `index` in its own clause."""
    found = After()
    at, count = index + 1, len(chunks)
    while at < count:
        chunk = chunks[at]
        if isinstance(chunk, Phrase):
            if chunk.prep:
                found.preps.append((at, chunk))
            elif len(found.objects) < 2 and (not found.preps or not found.objects):
                if found.preps and at + 1 < count and isinstance(chunks[at + 1], Verb):
                    break
                found.objects.append((at, chunk))
            else:
                break
        elif isinstance(chunk, Verb):
            found.content = at
            break
        elif chunk.kind == "(":
            at = _closing(chunks, at)
        elif chunk.kind in ("time", "aux", '"', ")", "-", "'"):
            pass
        elif chunk.kind == ",":
            after = chunks[at + 1] if at + 1 < count else None
            if not (isinstance(after, Phrase) and after.prep) and not (
                isinstance(after, Word) and (after.kind == "time" or "complementizer" in after.functions)
            ):
                found.stop = at
                break
        elif chunk.kind == "sub":
            found.sub = at
            found.content = _verb_right(chunks, at)
            break
        else:
            found.stop = at
            break
        at += 1
    return found


def unmoved_after(chunks: Sequence[Chunk], index: int, despite: frozenset[str]) -> After:
    """The same, but for what is told of that by which somebody is not moved: `despite pressure from X`."""
    found = find_after(chunks, index)
    against = next((at for at, (_, phrase) in enumerate(found.preps) if phrase.prep in despite), None)
    if against is not None:
        found.preps = found.preps[: against + 1]
    return found


def _closing(chunks: Sequence[Chunk], at: int) -> int:
    """The index of the bracket that closes the one at `at`; `at` itself where none does soon."""
    for close in range(at + 1, min(at + 6, len(chunks))):
        if is_word(chunks[close], ")"):
            return close
    return at


def _verb_right(chunks: Sequence[Chunk], at: int) -> int | None:
    for right in range(at + 1, len(chunks)):
        chunk = chunks[right]
        if isinstance(chunk, Verb):
            return right
    return None
