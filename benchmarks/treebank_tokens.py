"""Measure the tokenizer on the Indonesian treebanks: how many tokens of theirs does it cut alike?

Run `python benchmarks/treebank_tokens.py [-v]`; it stops with a word where the treebanks are not at hand.
"""

import pathlib
import sys
import time
from collections import Counter
from collections.abc import Iterator

from pasut.tokens import tokenize

TREEBANKS = pathlib.Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "ud"


def main() -> int:
    """Print F1 for each treebank and the speed."""
    files = sorted(TREEBANKS.glob("*.conllu"))
    if not files:
        print(f"skipped: no treebanks in {TREEBANKS}")
        return 0
    for path in files:
        print(f"{path.name:28} {measure(path)}")
    return 0


def measure(path: pathlib.Path) -> str:
    """F1 over spans of surface tokens: a clitic that the treebank splits off stays on its word."""
    gold_total = found_total = right = 0
    seconds = 0.0
    odd: Counter[str] = Counter()
    for text, forms in sentences(path):
        gold = spans(text, forms)
        begun = time.perf_counter()
        found = {(token.start, token.end) for token in tokenize(text)}
        seconds += time.perf_counter() - begun
        gold_total, found_total, right = gold_total + len(gold), found_total + len(found), right + len(gold & found)
        odd.update(text[start:end] for start, end in gold - found)
    if "-v" in sys.argv:
        print(*(f"  {count:4} {form}" for form, count in odd.most_common(30)), sep="\n")
    return f"F1 {200 * right / (gold_total + found_total):5.1f}  {found_total / seconds:,.0f} tokens/s"


def sentences(path: pathlib.Path) -> Iterator[tuple[str, list[str]]]:
    """Text and surface tokens of every sentence."""
    text, forms, covered = "", list[str](), 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text, forms, covered = line.removeprefix("# text = "), [], 0
        elif not line and forms:
            yield text, forms
            forms = []
        elif line and not line.startswith("#"):
            number, form = line.split("\t")[:2]
            if "-" in number:
                forms.append(form)
                covered = int(number.partition("-")[2])
            elif number.isdecimal() and int(number) > covered:
                forms.append(form)


def spans(text: str, forms: list[str]) -> set[tuple[int, int]]:
    """Where the tokens stand in the text."""
    found = set()
    at = 0
    for form in forms:
        start = text.find(form, at)
        if start >= 0:
            at = start + len(form)
            found.add((start, at))
    return found


if __name__ == "__main__":
    sys.exit(main())
