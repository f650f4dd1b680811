"""Measure the sentence splitter on the Indonesian treebanks: where do eight sentences joined by a space end?

Run `python benchmarks/treebank_sentences.py`; it stops with a word where the treebanks are not at hand.
"""

import pathlib
import sys
import time
import tomllib
from collections.abc import Iterator

from pasut.text.sentences import split_sentences

ROOT = pathlib.Path(__file__).resolve().parents[1]
TREEBANKS = ROOT.parent / "shared" / "bench" / "ud"
GROUP = 8


def main() -> int:
    """Print F1 for each treebank and the speed over all."""
    files = sorted(TREEBANKS.glob("*.conllu"))
    if not files:
        print(f"skipped: no treebanks in {TREEBANKS}")
        return 0
    abbreviations = read_abbreviations()
    for path in files:
        gold, found, right, words, seconds = measure(list(sentences(path)), abbreviations)
        f1 = 200 * right / (gold + found)
        errors = f"{found - right} wrong, {gold - right} missed"
        print(f"{path.name:28} F1 {f1:5.1f}  ({errors})  {words / seconds:,.0f} words/s")
    return 0


def read_abbreviations() -> frozenset[str]:
    """The abbreviations of the Indonesian pack."""
    rules = tomllib.loads((ROOT / "src/pasut/packs/id/clean.toml").read_text(encoding="utf-8"))
    return frozenset(rules["abbreviations"])


def sentences(path: pathlib.Path) -> Iterator[str]:
    """The raw text of every sentence of a treebank."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ").strip()


def measure(texts: list[str], abbreviations: frozenset[str]) -> tuple[int, int, int, int, float]:
    """Count gold, found and right ends, words, and the seconds that splitting took."""
    gold_total = found_total = right = words = 0
    seconds = 0.0
    for first in range(0, len(texts), GROUP):
        group = texts[first : first + GROUP]
        joined = " ".join(group)
        gold, at = set(), 0
        for text in group:
            gold.add(at + len(text))
            at += len(text) + 1
        gold.discard(len(joined))  # the end of the paragraph is no find
        started = time.perf_counter()
        found = {end for _, end in split_sentences(joined, abbreviations)} - {len(joined)}
        seconds += time.perf_counter() - started
        gold_total, found_total, right = gold_total + len(gold), found_total + len(found), right + len(gold & found)
        words += joined.count(" ") + 1
        if "-v" in sys.argv:
            for end in sorted(gold ^ found):
                print(
                    "MISSED" if end in gold else "WRONG ", joined[max(0, end - 60) : end], "|", joined[end : end + 40]
                )
    return gold_total, found_total, right, words, seconds


if __name__ == "__main__":
    sys.exit(main())
