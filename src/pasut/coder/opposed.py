"""What is told right after a name: the other side of a war (`perang A dan B`), what the state is that it names,
the end of a list."""

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_word


def awaits_other(head: Phrase, after: Phrase) -> bool:
    """`menyebut perang A dan B belum usai`: whether the noun has one side, and an actor after it is the other."""
    if len(head.owners) != 1 or head.refs or not after.refs or after.prep or after.kind not in ("state", "person"):
        return False
    return head.items[-1].is_actor and (_is_shared(head) or _is_conflict(head))


def apart(head: Phrase, after: Phrase) -> bool:
    """`perang dagang A-B dan konflik C-D`: whether two nouns joined by `dan` each tell an act of their own."""
    if head.kind == after.kind == "event" and bool(head.actors) != bool(after.actors):
        return True
    if not (head.owners and after.owners) or head.refs or after.refs or not (head.events or after.events):
        return False
    types = [phrase.events[0][1].frame.type if phrase.events else None for phrase in (head, after)]
    return types[0] != types[1]


def adjoining(head: Phrase, chunks: list[Chunk], at: int) -> Phrase | None:
    """`perang Rusia Ukraina`: the other side of a war, right after the first, if one is."""
    after = chunks[at + 1] if at + 1 < len(chunks) and head.owners else None
    if not isinstance(after, Phrase) or after.kind != "state" or not awaits_other(head, after):
        return None
    return after if _is_conflict(head) or head.events[-1][1].frame.type == "ASSAULT" else None


def _is_shared(head: Phrase) -> bool:
    return bool(head.events) and head.events[-1][1].frame.mutual


def _is_conflict(head: Phrase) -> bool:
    return any("conflict_between" in item.functions for item in head.items)


def told_whole(phrase: Phrase) -> bool:
    """`menghadapi dampak perang A dan B`: whether the noun has both its sides with it, and needs no other."""
    return len(phrase.actors) > 1 and phrase.events[0][1].frame.mutual


def described(head: Phrase, after: Phrase, follows: Chunk | None) -> bool:
    """`Indonesia, negara berpenduduk Muslim terbesar, mengirim ...`: whether a state is only told of between commas."""
    if head.kind != "state" or after.kind != "territory" or after.prep or follows is None:
        return False
    return is_word(follows, ",") and not (after.actors or after.pronoun or after.events)


def is_vague(head: Phrase, after: Phrase) -> bool:
    """`AS, Israel dan Eropa`: a name of no state at the end of several that are."""
    named = after.kind == "name" and not (after.events or after.classes or after.pronoun or after.expert)
    return bool(head.actors) and named and not after.actors and not after.prep


def in_reduced(chunks: list[Chunk], at: int) -> bool:
    """`the pact signed by A and B took effect`: the main verb is still to come, so `and` joins names."""
    for left in range(at - 1, 0, -1):
        if isinstance(chunks[left], Verb):
            mark = chunks[left - 1]
            return isinstance(mark, Word) and mark.kind == "sub" and not mark.item.text
    return False
