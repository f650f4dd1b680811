"""The ledger of claims by proposition: who says or accuses, who denies, each with date, article and sentence."""

from collections.abc import Iterable

from pasut.records import Claim
from pasut.show.line import FIELDS, SHORT_ID, cite, codes, line_record, who
from pasut.show.table import Row, View
from pasut.show.words import Words
from pasut.store import Line

HEADINGS = ("proposition", "stance", "says", "date", "article", "sentence", "id")

Proposition = tuple[tuple[str, ...], tuple[str, ...], str, str | None]
"""Who, to whom, did what, in which mode."""


def claims_view(lines: Iterable[Line], names: tuple[str, str] | None, words: Words) -> View:
    """Propositions that somebody alleges or denies, then those that somebody is cited for, by first telling."""
    title = words.phrase("claims", a=names[0], b=names[1]) if names else words.phrase("claims_all")
    groups = [group for group in _by_proposition(lines).values() if _is_disputed(group) or _is_attributed(group)]
    groups.sort(key=_is_disputed, reverse=True)
    return View(
        title=title,
        headings=words.headings(*HEADINGS),
        rows=tuple(row for group in groups for row in _rows(group, words)),
        fields=("proposition", *FIELDS),
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _by_proposition(lines: Iterable[Line]) -> dict[Proposition, list[Line]]:
    groups: dict[Proposition, list[Line]] = {}
    of_claim: dict[str, Proposition] = {}
    answers: list[Line] = []
    for line in lines:
        if line.claim.refers_to:
            answers.append(line)
            continue
        key = of_claim[line.claim.id] = _proposition(line.claim)
        groups.setdefault(key, []).append(line)
    for line in answers:
        # A denial may name the act more loosely than the claim it answers, and belongs with it all the same.
        key = of_claim.get(line.claim.refers_to or "", _proposition(line.claim))
        groups.setdefault(key, []).append(line)
    return groups


def _proposition(claim: Claim) -> Proposition:
    source, target = sorted(codes(claim.source)), sorted(codes(claim.target))
    return tuple(source), tuple(target), claim.type, claim.mode


def _is_disputed(group: list[Line]) -> bool:
    return any(line.claim.status in ("alleged", "denied") for line in group)


def _is_attributed(group: list[Line]) -> bool:
    return any(line.claim.speaker for line in group)


def _rows(group: list[Line], words: Words) -> Iterable[Row]:
    first = group[0].claim
    said = f"{who(first)}: {words.act(first.type, first.mode)}"
    for number, line in enumerate(group):
        claim = line.claim
        cells = (
            said if number == 0 else "",
            words.labels.stance[claim.status],
            words.speakers(claim) if claim.speaker or claim.medium else words.phrase("itself"),
            words.date(claim.when),
            cite(line.article, words),
            claim.sentence_text,
            claim.id[:SHORT_ID],
        )
        yield Row(cells=cells, record={"proposition": _slug(group[0].claim), **line_record(line)})


def _slug(claim: Claim) -> str:
    source, target, type_, mode = _proposition(claim)
    return f"{'+'.join(source)}>{'+'.join(target)} {type_}{f'.{mode}' if mode else ''}"
