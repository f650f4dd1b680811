"""Measure the coder against annotated articles that lie beside the repository, and write the figures down.

`python quality/accuracy.py` writes docs/accuracy.md, the figures in README.md and those of the page; `--raise` also
raises the floors in quality/baseline.json to a little below what was reached. No text of any article
goes into these files.
"""

import argparse
import gzip
import importlib.util
import json
import math
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from kinds import name_attribute_errors, name_date_error, name_errors
from report import ATTRIBUTES, MEASURES, SETS, Corpus, Measured, Scores, report, with_figures

from pasut.coder.named import count_states
from pasut.packs.pack import Pack
from pasut.pipeline import Kit, code_page
from pasut.read.file import read_paths
from pasut.records import Article, Coding, Page
from pasut.show.export.articles import scoring_record
from pasut.text.sentences import split_sentences
from pasut.tokens import tokenize

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
NEWS = SHARED / "bench" / "corpus" / "id_news.jsonl.gz"
REPORT = ROOT / "docs" / "accuracy.md"
FIGURES = ROOT / "src" / "pasut" / "show" / "accuracy.json"
"""The same figures, for the page of `pasut serve`; a test sees that the report has no others."""
README = ROOT / "README.md"
BASELINE = ROOT / "quality" / "baseline.json"
BY_HAND = "<!-- by hand -->"
"""What stands after this mark in the report was written by a person, and is kept."""
LANGUAGE, ENGLISH = "id", "-en"
"""The language of a set, but for those whose name ends so."""
TEXTS = {"seeds": SHARED / "seeds", "dev": GOLD / "dev_articles.jsonl", "parallel": GOLD / "parallel_articles.jsonl"}
SLACK, SMALL_SLACK, SMALL = 0.02, 0.05, 60
"""How far below the figure reached a floor is set: about two claims, and more where fewer than SMALL are counted."""


def main() -> int:
    """Measure everything and write it down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="raised", action="store_true", help="raise the floors to what is reached now")
    parser.add_argument("--print", dest="only_print", action="store_true", help="print the figures and write nothing")
    options = parser.parse_args()
    if not is_measurable():
        print("there are no annotated articles beside the repository; nothing is measured or changed", file=sys.stderr)
        return 1
    kit = Kit()
    measured = {name: measure(name, kit) for name in SETS}
    if options.only_print:
        _print(measured)
        return 0
    corpus = survey(kit) if NEWS.is_file() else None
    kept = REPORT.read_text(encoding="utf-8").partition(BY_HAND)[2] if REPORT.is_file() else "\n"
    REPORT.write_text("\n".join(report(measured, corpus)) + f"\n{BY_HAND}{kept}", encoding="utf-8")
    FIGURES.write_text(json.dumps(figures(measured), indent=1) + "\n", encoding="utf-8")
    README.write_text(with_figures(README.read_text(encoding="utf-8"), measured), encoding="utf-8")
    if options.raised:
        BASELINE.write_text(json.dumps(raised(measured), indent=2) + "\n", encoding="utf-8")
    _print(measured)
    return 0


def figures(measured: dict[str, Measured]) -> dict[str, Any]:
    """What the packaged page shows of each set: counts, and shares with what they are of."""
    return {
        name: {
            "articles": each.scores["articles"],
            "measures": {
                key: {
                    "right": each.scores[key]["tp"],
                    "coded": each.scores[key]["pred"],
                    "gold": each.scores[key]["gold"],
                }
                for key in MEASURES
            },
            "attributes": {
                key.rpartition(".")[2]: {"share": round(found["accuracy"], 4), "n": found["n"]}
                for key in ATTRIBUTES
                if (found := each.scores["attributes"].get(key))
            },
        }
        for name, each in measured.items()
    }


def _print(measured: dict[str, Measured]) -> None:
    for name, each in measured.items():
        strict, found = each.scores["strict"], each.scores["attributes"]
        print(f"{name}: strict P {strict['p']:.3f}, R {strict['r']:.3f}", end="; ")
        print(", ".join(f"{key} F1 {each.scores[key]['f1']:.3f}" for key in MEASURES if key in each.scores), end="; ")
        print(", ".join(f"{key} {found[key]['accuracy']:.3f}" for key in ATTRIBUTES if key in found))


def is_measurable() -> bool:
    """Whether the annotated articles and their scorer are there."""
    return (GOLD / "score.py").is_file() and all(path.exists() for path in TEXTS.values())


def measure(name: str, kit: Kit) -> Measured:
    """Code the articles of one annotated set, in the language that its name ends with, and score them."""
    coded = {page.key: code_page(page, kit) for page in pages(name)}
    lines = (GOLD / f"{name.removesuffix(ENGLISH)}.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [record for record in map(json.loads, filter(str.strip, lines)) if record["id"] in coded]
    predicted = [_predicted(key, *each) for key, each in coded.items()]
    return Measured(scores=_scores(gold, predicted), kinds=_kinds(gold, predicted))


def pages(name: str) -> Iterator[Page]:
    """The pages of an annotated set in one language, as `pasut read` would read them."""
    wanted = ("en",) if name.endswith(ENGLISH) else (None, LANGUAGE)
    for page in read_paths([TEXTS[name.removesuffix(ENGLISH)]]):
        if isinstance(page, Page) and page.language in wanted:
            yield page


def _predicted(key: str, article: Article, coding: Coding) -> dict[str, Any]:
    record: dict[str, Any] = scoring_record(key, article, coding)
    for row, claim in zip(record["claims"], coding.claims, strict=True):
        row["rule"] = claim.rule
    return record


def _scores(gold: list[Any], predicted: list[Any]) -> Scores:
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, records in (("gold", gold), ("predicted", predicted)):
            files.append(pathlib.Path(folder) / f"{name}.jsonl")
            files[-1].write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        command = [sys.executable, str(GOLD / "score.py"), *map(str, files), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    scores: Scores = json.loads(done.stdout)
    return scores


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _kinds(gold: list[Any], predicted: list[Any]) -> Counter[str]:
    scorer, by_id = _scorer(), {record["id"]: record for record in predicted}
    kinds: Counter[str] = Counter()
    for record in gold:
        rows, coded = list(scorer.rows(record)), list(scorer.rows(by_id[record["id"]]))
        pairs = scorer.pair_up(rows, coded, tuple, tuple, True)
        kinds.update(name_errors(rows, coded, pairs, scorer.same_sentence))
        for i, j in pairs:
            one, other = rows[i][1], coded[j][1]
            if one.get("optional"):
                continue
            kinds.update(name_attribute_errors(one, other, scorer.speakers))
            if "date" in one and not scorer.date_ok(one["date"], other.get("date")):
                kinds[name_date_error(one["date"], other.get("date"))] += 1
        kinds.update(_assessment_kinds(record, by_id[record["id"]], scorer))
    return kinds


def _assessment_kinds(gold: Any, predicted: Any, scorer: ModuleType) -> Iterator[str]:
    left = list(predicted["assessments"])
    for one in gold.get("assessments", []):
        dyad = set(map(scorer.code, one["dyad"]))
        near = [
            each
            for each in left
            if set(map(scorer.code, each["dyad"])) == dyad and scorer.same_sentence(one["quote"], each["sentence"])
        ]
        near.sort(key=lambda each: each["direction"] != one["direction"])
        if near:
            left.remove(near[0])
        if one.get("optional"):
            continue
        if not near:
            yield "assessment missed"
        elif near[0]["direction"] != one["direction"]:
            yield f"assessment: {one['direction']} coded as {near[0]['direction']}"
    yield from ("assessment where gold has none" for _ in left)


def survey(kit: Kit) -> Corpus:
    """Code a corpus that nobody annotated: what fails, what is found, what stays silent."""
    pack = kit.pack(LANGUAGE)
    assert pack is not None
    counts: Counter[str] = Counter()
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            counts["articles"] += 1
            page = Page(key=row["id"], text=row["text"], title=row["title"], source=NEWS.name, language=LANGUAGE)
            try:
                article, coding = code_page(page, kit)
            except Exception as error:
                counts["failed"] += 1
                print(f"{row['id']}: {type(error).__name__}: {error}", file=sys.stderr)
                continue
            counts["claims"] += len(coding.claims)
            counts["assessments"] += len(coding.assessments)
            told = {claim.sentence.start for claim in coding.claims}
            two = set(_sentences_of_two(article, pack))
            counts.update(sentences=len(two), silent=len(two - told))
    names = ("articles", "failed", "claims", "assessments", "sentences", "silent")
    return Corpus(**{name: counts[name] for name in names})


def _sentences_of_two(article: Article, pack: Pack) -> Iterator[int]:
    """Where each sentence begins that names two different states, bodies or groups."""
    abbreviations = frozenset(pack.clean.abbreviations)
    offset = len(article.title) + 1 if article.title else 0
    for paragraph in article.paragraphs:
        for first, last in split_sentences(paragraph, abbreviations):
            if len(count_states([tokenize(paragraph[first:last])], pack)) > 1:
                yield offset + first
        offset += len(paragraph) + 1


def floors_of(scores: Scores) -> dict[str, float]:
    """The figures that have floors: F1 of each measure, strict precision, accuracy of each attribute."""
    found = {name: float(scores[name]["f1"]) for name in MEASURES if name in scores and scores[name]["gold"]}
    found["precision"] = float(scores["strict"]["p"])
    found |= {
        name: float(scores["attributes"][name]["accuracy"]) for name in ATTRIBUTES if name in scores["attributes"]
    }
    return found


def raised(measured: dict[str, Measured]) -> dict[str, dict[str, float]]:
    """The floors, raised where more is reached; the seeds have theirs in tests/test_gold.py."""
    old = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.is_file() else {}
    return {
        name: {
            key: max(old.get(name, {}).get(key, 0.0), math.floor((value - _slack(key, each.scores)) * 100) / 100)
            for key, value in floors_of(each.scores).items()
        }
        for name, each in measured.items()
        if name != "seeds"
    }


def _slack(key: str, scores: Scores) -> float:
    counted: float = (
        scores["attributes"][key]["n"] if key in ATTRIBUTES else scores[key if key in scores else "strict"]["gold"]
    )
    return SMALL_SLACK if counted < SMALL else SLACK


if __name__ == "__main__":
    sys.exit(main())
