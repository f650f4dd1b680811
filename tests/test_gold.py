"""The quality gate: the whole pipeline over the annotated seeds, where they lie beside the repository."""

import json
import pathlib
import subprocess
import sys

import msgspec
import pytest

from pasut.pipeline import Kit, code_page
from pasut.records import Article, Assessment, Claim, Coding, Page

SHARED = pathlib.Path(__file__).parents[1].parent / "shared"
GOLD = SHARED / "gold" / "seeds.jsonl"
SCORER = SHARED / "gold" / "score.py"

FLOORS = {"strict": 0.58, "article": 0.64}
"""Lower only on purpose: what the coder reached on the seeds when the gate was set."""


class Measure(msgspec.Struct):
    """Precision, recall and F1 of one way of scoring."""

    p: float
    r: float
    f1: float


class Accuracy(msgspec.Struct):
    """How many of `n` values are right."""

    accuracy: float
    n: int


class Scores(msgspec.Struct):
    """What of the scorer's output the gate looks at."""

    strict: Measure
    article: Measure
    attributes: dict[str, Accuracy]


pytestmark = pytest.mark.skipif(
    not (GOLD.is_file() and SCORER.is_file()), reason=f"no annotated articles at {GOLD}: nothing to measure against"
)


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    predicted = tmp_path_factory.mktemp("gold") / "predicted.jsonl"
    kit = Kit()
    with predicted.open("w", encoding="utf-8") as file:
        for path in sorted((SHARED / "seeds").glob("*.txt")):
            page = Page(key=path.stem, text=path.read_text(encoding="utf-8"), source=str(path))
            file.write(json.dumps(_row(page.key, *code_page(page, kit)), ensure_ascii=False) + "\n")
    command = [sys.executable, str(SCORER), str(GOLD), str(predicted), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return msgspec.json.decode(done.stdout, type=Scores)


@pytest.mark.parametrize("measure", FLOORS)
def test_claims_on_the_seeds_stay_above_the_floor(scores: Scores, measure: str) -> None:
    reached: Measure = getattr(scores, measure)
    assert reached.f1 >= FLOORS[measure], f"{measure}: {reached}"


def test_every_seed_is_dated_right(scores: Scores) -> None:
    assert scores.attributes["article.published"] == Accuracy(accuracy=1.0, n=5)


def _row(key: str, article: Article, coding: Coding) -> dict[str, object]:
    published = article.published.text() if article.published else None
    return {
        "id": key,
        "article": {"published": published},
        "claims": [_claim(claim) for claim in coding.claims],
        "assessments": [_assessment(each) for each in coding.assessments],
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "sentence": claim.sentence_text,
        "type": claim.type,
        "mode": claim.mode,
        "source": [actor.code for actor in claim.source],
        "target": [actor.code for actor in claim.target],
        "status": claim.status,
        "speaker": list(claim.speaker),
        "date": claim.when.text() if claim.when else None,
    }


def _assessment(each: Assessment) -> dict[str, object]:
    date = each.when.text() if each.when else None
    return {"sentence": each.sentence_text, "dyad": list(each.dyad), "direction": each.direction, "date": date}
