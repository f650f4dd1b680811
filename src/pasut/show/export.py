"""Whole stores as files for other programs: one line an article for scoring or as full records, or one row a claim."""

import csv
from collections.abc import Iterator
from typing import Literal, TextIO

import msgspec

from pasut.records import Article, Assessment, Claim, Coding, When
from pasut.show.line import FIELDS, codes, line_record
from pasut.store import Store

ExportFormat = Literal["scoring", "jsonl", "csv"]


def write_export(store: Store, form: ExportFormat, out: TextIO) -> None:
    """Write every article of the store, by key, so that the same store always gives the same bytes."""
    if form == "csv":
        _write_csv(store, out)
        return
    for line in _scoring(store) if form == "scoring" else _records(store):
        out.write(msgspec.json.encode(line).decode() + "\n")


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


def _scoring(store: Store) -> Iterator[dict[str, object]]:
    for key, article_id in store.keys():
        yield scoring_record(key, store.article(article_id), store.coding(article_id))


def _records(store: Store) -> Iterator[dict[str, object]]:
    for key, article_id in store.keys():
        coding = store.coding(article_id)
        article = msgspec.to_builtins(store.article(article_id))
        found = {"claims": msgspec.to_builtins(coding.claims), "assessments": msgspec.to_builtins(coding.assessments)}
        yield {"id": key, "article": article, **found}


def _write_csv(store: Store, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for line in store.lines():
        record = line_record(line)
        values = (record[field] for field in FIELDS)
        writer.writerow([";".join(value) if isinstance(value, list) else value for value in values])


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
