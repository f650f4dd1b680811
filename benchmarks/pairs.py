"""Measure the pair task on PLV, news sentences with two actors given: macro-F1 of the roots and of the quad classes.

Run `python benchmarks/pairs.py [-v]`; it stops with a word where the sentences are not at hand. -v lists what is wrong.
"""

import json
import pathlib
import sys
from collections.abc import Sequence

from pasut.asking import relate
from pasut.pipeline import Kit
from pasut.records import PairRelation

PAIRS = pathlib.Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "plv_dev.jsonl"


def main() -> int:
    """Print the figures."""
    if not PAIRS.is_file():
        print(f"skipped: no {PAIRS}")
        return 0
    kit = Kit()
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    found = [relate(row["text"], source=row["source"], target=row["target"], language="en", kit=kit) for row in rows]
    print(f"{len(rows)} pairs, {sum(each.guessed for each in found)} guessed")
    roots = [(row["gold_root"], each.root) for row, each in zip(rows, found, strict=True)]
    quads = [(str(row["gold_quad"]), str(each.quad)) for row, each in zip(rows, found, strict=True)]
    print(f"root macro-F1 {macro_f1(roots):.3f}, quad macro-F1 {macro_f1(quads):.3f}")
    if "-v" in sys.argv:
        for row, each in zip(rows, found, strict=True):
            _tell(row["gold_root"], each, row["marked"])
    return 0


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean over gold's classes of each one's F1, for pairs of gold and found."""
    scores = []
    for name in {gold for gold, _ in pairs}:
        right = sum(gold == found == name for gold, found in pairs)
        counted = sum(gold == name for gold, _ in pairs) + sum(found == name for _, found in pairs)
        scores.append(2 * right / counted)
    return sum(scores) / len(scores)


def _tell(gold: str, found: PairRelation, marked: str) -> None:
    if gold != found.root:
        print(f"{gold} got {found.root} [{found.words}; {found.rule}]: {marked}")


if __name__ == "__main__":
    sys.exit(main())
