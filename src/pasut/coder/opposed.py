"""Nouns of what two sides have together (`perang A dan B`), and how the other side is told right after the first."""

from pasut.coder.phrases import Chunk, Phrase


def awaits_other(head: Phrase, after: Phrase) -> bool:
    """`menyebut perang A dan B belum usai`: whether the noun has one side, and an actor after it is the other."""
    if not head.events or len(head.owners) != 1 or head.refs or not after.refs or after.prep:
        return False
    return head.events[-1][1].frame.mutual and head.items[-1].is_actor and after.kind in ("state", "person")


def adjoining(head: Phrase, chunks: list[Chunk], at: int) -> Phrase | None:
    """`perang Rusia Ukraina`: the other side of a war, right after the first, if one is."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if not isinstance(after, Phrase) or not awaits_other(head, after):
        return None
    return after if head.events[-1][1].frame.type == "ASSAULT" and after.kind == "state" else None


def told_whole(phrase: Phrase) -> bool:
    """`menghadapi dampak perang A dan B`: whether the noun has both its sides with it, and needs no other."""
    return len(phrase.actors) > 1 and phrase.events[0][1].frame.mutual
