"""Articles as lines of JSON: for scoring, or as full records."""

from collections.abc import Iterator

import msgspec

from pasut.records import Article, Assessment, Claim, Coding, When
from pasut.show.line import codes
from pasut.store import Store


def scoring_lines(store: Store) -> Iterator[str]:
    """One line an article, by key, as the scorer of a gold file reads it."""
    for key, article_id in store.keys():
        yield json_line(scoring_record(key, store.article(article_id), store.coding(article_id)))


def article_lines(store: Store) -> Iterator[str]:
    """One line an article, by key, with everything that was coded from it."""
    for key, article_id in store.keys():
        coding = store.coding(article_id)
        article = msgspec.to_builtins(store.article(article_id))
        found = {"claims": msgspec.to_builtins(coding.claims), "assessments": msgspec.to_builtins(coding.assessments)}
        yield json_line({"id": key, "article": article, **found})


def json_line(record: object) -> str:
    """A record as one line of JSON."""
    return msgspec.json.encode(record).decode() + "\n"


def scoring_record(key: str, article: Article, coding: Coding) -> dict[str, object]:
    """One article as the scorer of a gold file reads it."""
    return {
        "id": key,
        "article": {
            "published": _text(article.published),
            "publisher": article.publisher,
            "dateline": article.dateline,
            "wire": article.wire,
            "byline": article.byline,
        },
        "claims": [_claim(claim) for claim in coding.claims],
        "assessments": [_assessment(each) for each in coding.assessments],
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "sentence": claim.sentence_text,
        "type": claim.type,
        "mode": claim.mode,
        "source": codes(claim.source),
        "target": codes(claim.target),
        "status": claim.status,
        "speaker": list(claim.speaker),
        "date": _text(claim.when),
    }


def _assessment(assessment: Assessment) -> dict[str, object]:
    return {
        "sentence": assessment.sentence_text,
        "dyad": list(assessment.dyad),
        "direction": assessment.direction,
        "speaker": list(assessment.speaker),
        "date": _text(assessment.when),
    }


def _text(when: When | None) -> str | None:
    return when.text() if when else None
