"""Measure merging: are reports of one happening one event, and are copies of an article found?

    python quality/merge/measure.py [--half build|held] [--misses]

`pairs.jsonl` holds pairs of short reports, in our own words on public facts, that tell the same happening or only look
as if; `copies.jsonl` chains of articles that copy each other, beside others of the same day. Rules and thresholds were
made on the half `build`; the figures that count are those of `held`.
"""

import argparse
import itertools
import pathlib
import sys
from typing import Any

import msgspec

from pasut.merge.block import merge_claims
from pasut.merge.copies import COPIED, Candidate, find_originals, likeness, pieces
from pasut.merge.report import Telling
from pasut.pipeline import Kit, code_page
from pasut.records import Page

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
    """Pairwise precision and recall over the pairs of a half, and the pairs that are wrong."""
    kit = Kit()
    told = {True: {True: 0, False: 0}, False: {True: 0, False: 0}}
    wrong: list[str] = []
    uncoded = 0
    for case in _read("pairs.jsonl"):
        if case["half"] != half:
            continue
        found, coded = is_merged(case, kit)
        uncoded += not coded
        told[case["same"]][found] += 1
        if found != case["same"]:
            texts = " | ".join(report["text"] for report in case["reports"])
            wrong.append(f"  {case['id']}{'' if coded else ' (not coded)'}: {texts}")
    hits, false, missed = told[True][True], told[False][True], told[True][False]
    figures = {**_figures(hits, false, missed), "cases": sum(map(sum, (each.values() for each in told.values())))}
    return "pairs", {**figures, "not coded": uncoded}, wrong


def is_merged(case: dict[str, Any], kit: Kit) -> tuple[bool, bool]:
    """Whether one event has claims of both reports, and whether both gave a claim of the type at all."""
    tellings, coded = [], []
    for number, report in enumerate(case["reports"]):
        page = Page(
            key=str(number), text=report["text"], source="pairs.jsonl", published=report["published"],
            language=report.get("language", "id"),
        )  # fmt: skip
        article, coding = code_page(page, kit)
        key = f"{number}{article.id}"
        claims = [msgspec.structs.replace(claim, article=key, id=f"{number}{claim.id}") for claim in coding.claims]
        tellings += [Telling(claim=claim, published=article.published, root=key) for claim in claims]
        coded.append(any(_is_of(case["type"], claim.type) for claim in claims))
    events = [event for event in merge_claims(tellings).events if _is_of(case["type"], event.type)]
    return any(len(event.articles) > 1 for event in events), all(coded)


_KIN = {"SUPPORT": ("SUPPORT", "AGREE"), "AID": ("AID",), "CONSULT": ("CONSULT",)}


def _is_of(wanted: str, type_: str) -> bool:
    return type_ in _KIN.get(wanted, (wanted,))


def copy_figures(half: str) -> tuple[str, dict[str, float], list[str]]:
    """Pairwise precision and recall of `has one root`, and how often the nearest original is the right one."""
    articles = [each for chain in _read("copies.jsonl") if chain["half"] == half for each in chain["articles"]]
    found = {each["id"]: pieces(each["paragraphs"]) for each in articles}
    pairs = {
        (one, other): share
        for one, other in itertools.combinations(sorted(found), 2)
        if (share := likeness(found[one], found[other])) >= COPIED
    }
    copies = {copy.article: copy for copy in find_originals([_candidate(each) for each in articles], pairs)}
    roots = {key: copies[key].root if key in copies else key for key in found}
    same = {pair for pair in itertools.combinations(sorted(found), 2) if pair[0][:2] == pair[1][:2]}
    joined = {pair for pair in itertools.combinations(sorted(found), 2) if roots[pair[0]] == roots[pair[1]]}
    wrong = [f"  {one} {other}: {likeness(found[one], found[other]):.2f}" for one, other in sorted(same ^ joined)]
    chained = [each for each in articles if each["copy_of"]]
    right = sum(each["id"] in copies and copies[each["id"]].original == each["copy_of"] for each in chained)
    figures = _figures(len(same & joined), len(joined - same), len(same - joined))
    return "copies", {**figures, "articles": len(articles), "original": round(right / len(chained), 3)}, wrong


def _candidate(article: dict[str, Any]) -> Candidate:
    import datetime as dt

    length = sum(map(len, article["paragraphs"]))
    return Candidate(id=article["id"], published=dt.date.fromisoformat(article["published"]), length=length)


def _figures(hits: int, false: int, missed: int) -> dict[str, float]:
    return {
        "precision": round(hits / (hits + false), 3) if hits + false else 1.0,
        "recall": round(hits / (hits + missed), 3) if hits + missed else 1.0,
    }


def _read(name: str) -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in (HERE / name).read_bytes().splitlines()]


if __name__ == "__main__":
    sys.exit(main())
