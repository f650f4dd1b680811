"""What an article adds to a claim: the evidence that its sentence names, and that somebody would not comment on it."""

from collections.abc import Iterable, Sequence

from pasut.packs.ledger import LedgerWords
from pasut.records import Claim, Record, Span

_REACH = 2
"""Sentences after a claim in which a refusal to comment is taken for one on the claim."""


class Refusal(Record, frozen=True):
    """A sentence in which somebody will not comment on what a claim says."""

    claim: str
    span: Span
    text: str


def find_evidence(claim: Claim, words: LedgerWords) -> tuple[str, ...]:
    """The kinds of evidence that a claim's sentence names; that none was offered outdoes the rest."""
    found = tuple(dict.fromkeys(kind for kind, _ in words.evidence.find(claim.sentence_text)))
    return ("none_offered",) if "none_offered" in found else found


def find_refusals(
    text: str, sentences: Sequence[tuple[int, int]], claims: Iterable[Claim], words: LedgerWords
) -> tuple[Refusal, ...]:
    """Refusals to comment in the sentences of some claims of an article, or in the two after; each sentence once."""
    starts = [start for start, _ in sentences]
    found: dict[int, Refusal] = {}
    for claim in claims:
        place = next((at for at, start in enumerate(starts) if start >= claim.sentence.start), None)
        if place is None:
            continue
        for start, end in sentences[place : place + _REACH + 1]:
            if start not in found and words.declined.find(text[start:end]):
                found[start] = Refusal(claim=claim.id, span=Span(start=start, end=end), text=text[start:end])
    return tuple(found[start] for start in sorted(found))
