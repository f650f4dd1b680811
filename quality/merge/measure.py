"""Measure merging: are reports of one happening one event, and are copies of an article found?

    python quality/merge/measure.py [--half build|held] [--misses]

`pairs.jsonl` holds pairs of short reports, in our own words on public facts, that tell the same happening or only look
as if; `copies.jsonl` chains of articles that copy each other, beside others of the same day. Rules and thresholds were
made on the half `build`; the figures that count are those of `held`.
"""

import argparse
import datetime as dt
import itertools
import pathlib
import sys
import tempfile
from typing import Any

import msgspec

from pasut.merge.block import merge_claims
from pasut.merge.copies import likeness, pieces
from pasut.merge.report import Telling
from pasut.pipeline import Kit, code_page
from pasut.records import Article, Claim, Coding, Event, Page, When
from pasut.store import open_store

HERE = pathlib.Path(__file__).parent


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("build", "held"), default="build")
    parser.add_argument("--misses", action="store_true", help="name the cases that are wrong")
    asked = parser.parse_args()
    for name, figures, wrong in (pair_figures(asked.half), copy_figures(asked.half)):
        print(f"{name} ({asked.half}): {figures}")
        if asked.misses:
            print(*wrong, sep="\n")


def pair_figures(half: str) -> tuple[str, dict[str, float], list[str]]:
    """Pairwise precision and recall over the pairs of a half, all merged together, and the pairs that are wrong."""
    cases = [case for case in _read("pairs.jsonl") if case["half"] == half]
    told = code_cases(cases)
    events = merge_claims([telling for each in told.values() for telling in each]).events
    hits = false = missed = uncoded = 0
    wrong: list[str] = []
    for case in cases:
        keys = [f"{case['id']}/{number}" for number in (0, 1)]
        found = any({*keys} <= {*event.articles} and _is_of(case["type"], event) for event in events)
        coded = all(any(_is_of(case["type"], telling.claim) for telling in told[key]) for key in keys)
        hits, false, missed = (
            hits + (found and case["same"]),
            false + (found > case["same"]),
            missed + (found < case["same"]),
        )
        uncoded += not coded
        if found != case["same"]:
            texts = " | ".join(report["text"] for report in case["reports"])
            wrong.append(f"  {case['id']}{'' if coded else ' (not coded)'}: {texts}")
    return "pairs", {**_figures(hits, false, missed), "cases": len(cases), "not coded": uncoded}, wrong


def code_cases(cases: list[dict[str, Any]]) -> dict[str, list[Telling]]:
    """The claims of each report, by case and number; every report is an article and a source of its own."""
    kit = Kit()
    out: dict[str, list[Telling]] = {}
    for case in cases:
        for number, report in enumerate(case["reports"]):
            key = f"{case['id']}/{number}"
            page = Page(
                key=key, text=report["text"], source="pairs.jsonl", published=report["published"],
                language=report.get("language", "id"),
            )  # fmt: skip
            article, coding = code_page(page, kit)
            claims = [msgspec.structs.replace(each, article=key, id=f"{key}{each.id}") for each in coding.claims]
            out[key] = [Telling(claim=claim, published=article.published, root=key) for claim in claims]
    return out


def _is_of(wanted: str, act: Claim | Event) -> bool:
    """Whether an act is of a case's type; what is said in a letter, or signed, may be told as either of two types."""
    return act.type == wanted or (wanted, act.type) in (("SUPPORT", "AGREE"), ("CONSULT", "SUPPORT"))


def copy_figures(half: str) -> tuple[str, dict[str, float], list[str]]:
    """Pairwise precision and recall of `has one root`, and how often the nearest original is the right one."""
    articles = [each for chain in _read("copies.jsonl") if chain["half"] == half for each in chain["articles"]]
    copies = stored_copies(articles)
    roots = {each["id"]: copies[each["id"]][1] if each["id"] in copies else each["id"] for each in articles}
    pairs = list(itertools.combinations(sorted(roots), 2))
    same = {pair for pair in pairs if pair[0][:2] == pair[1][:2]}
    joined = {pair for pair in pairs if roots[pair[0]] == roots[pair[1]]}
    found = {each["id"]: pieces(each["paragraphs"]) for each in articles}
    wrong = [f"  {one} {other}: {likeness(found[one], found[other]):.2f}" for one, other in sorted(same ^ joined)]
    chained = [each for each in articles if each["copy_of"]]
    right = sum(copies.get(each["id"], ("", ""))[0] == each["copy_of"] for each in chained)
    figures = _figures(len(same & joined), len(joined - same), len(same - joined))
    return "copies", {**figures, "articles": len(articles), "original": round(right / len(chained), 3)}, wrong


def stored_copies(articles: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """(original, root) of each article that copies another, as a store finds them."""
    with tempfile.TemporaryDirectory() as folder, open_store(pathlib.Path(folder) / "copies.sqlite") as store:
        for each in articles:
            day = dt.date.fromisoformat(each["published"])
            article = Article(
                id=each["id"], key=each["id"], language="id", title=each["title"], paragraphs=tuple(each["paragraphs"]),
                published=When(first=day, last=day, basis="given"),
            )  # fmt: skip
            store.add(article, Coding(article=article.id))
        return {copy.id: (original.id, root.id) for copy, original, root, _ in store.copies()}


def _figures(hits: int, false: int, missed: int) -> dict[str, float]:
    return {
        "precision": round(hits / (hits + false), 3) if hits + false else 1.0,
        "recall": round(hits / (hits + missed), 3) if hits + missed else 1.0,
    }


def _read(name: str) -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in (HERE / name).read_bytes().splitlines()]


if __name__ == "__main__":
    sys.exit(main())
