"""A claim with its article, as the cells of a table and as the flat record of an export."""

from collections.abc import Iterable

from pasut.records import Actor, Claim
from pasut.show.table import Row, Value
from pasut.show.words import Words
from pasut.store import Headline, Line

SHORT_ID = 10
"""Characters of an id shown in tables: unique among millions of claims, and short enough to type."""

FIELDS = (
    "id", "date", "date_first", "date_last", "date_basis", "type", "mode", "status", "source", "target", "speaker",
    "medium", "object", "quantity", "place", "contexts", "sentence", "rule", "refers_to", "article", "key", "title",
    "publisher", "published", "url", "overrides",
)  # fmt: skip
HEADINGS = ("date", "who", "what", "status", "says", "sentence", "id")


def line_row(line: Line, words: Words) -> Row:
    """A line of the chronology."""
    claim = line.claim
    cells = (
        words.date(claim.when),
        who(claim),
        words.act(claim.type, claim.mode),
        words.labels.status[claim.status],
        words.speakers(claim),
        claim.sentence_text,
        claim_ref(claim),
    )
    return Row(cells=cells, record=line_record(line))


def claim_ref(claim: Claim) -> str:
    """A short id, with a star where a person has corrected the claim."""
    return claim.id[:SHORT_ID] + ("*" if claim.overrides else "")


def line_record(line: Line) -> dict[str, Value]:
    """All that a program may want of a claim, flat, in the order of FIELDS."""
    claim, article = line.claim, line.article
    when = claim.when
    return {
        "id": claim.id,
        "date": when.text() if when else None,
        "date_first": when.first.isoformat() if when and when.first else None,
        "date_last": when.last.isoformat() if when and when.last else None,
        "date_basis": when.basis if when else None,
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status,
        "source": codes(claim.source),
        "target": codes(claim.target),
        "speaker": list(claim.speaker),
        "medium": list(claim.medium),
        "object": claim.object,
        "quantity": claim.quantity,
        "place": claim.place,
        "contexts": list(claim.contexts),
        "sentence": claim.sentence_text,
        "rule": claim.rule,
        "refers_to": claim.refers_to,
        "article": article.id,
        "key": article.key,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.text() if article.published else None,
        "url": article.url,
        "overrides": list(claim.overrides),
    }


def codes(actors: Iterable[Actor]) -> list[str]:
    """The codes of actors, in the order of the sentence."""
    return [str(actor.code) for actor in actors]


def who(claim: Claim) -> str:
    """`PRK → RUS`; `PRK – RUS` for what two do together; `PRK` for an act without a target."""
    return between(codes(claim.source), codes(claim.target))


def between(source: list[str], target: list[str]) -> str:
    """`PRK → RUS` for one side's act, `PRK – RUS` for both sides'."""
    if set(source) & set(target):
        return " – ".join(dict.fromkeys(source + target))
    return ", ".join(source) + (f" → {', '.join(target)}" if target else "")


def cite(article: Headline, words: Words) -> str:
    """`Antara, 19 June 2024`: publisher (else key) and date of an article."""
    name = article.publisher or article.key
    return f"{name}, {words.date(article.published)}" if article.published else name
