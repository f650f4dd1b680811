"""The packaged figures of accuracy are those of docs/accuracy.md."""

import pathlib
import re

from pasut.show.accuracy import load_accuracy

REPORT = (pathlib.Path(__file__).parents[2] / "docs" / "accuracy.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([\w-]+)` \| (\w+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| (\d+) \| (\d+) \| (\d+) \|$", re.M)


def test_the_page_and_the_report_have_the_same_counts_and_shares() -> None:
    told = {
        (name, measure): (p, r, f1, right, coded, gold)
        for name, measure, p, r, f1, right, coded, gold in ROW.findall(REPORT)
    }
    packaged = {
        (name, measure): (*(f"{share:.2f}" for share in (score.precision, score.recall, score.f1)),
                          *map(str, (score.right, score.coded, score.gold)))
        for name, each in load_accuracy().items()
        for measure, score in each.measures.items()
    }  # fmt: skip
    assert packaged == told, "docs/accuracy.md and show/accuracy.json disagree; write both anew with `make accuracy`"


def test_the_fields_of_claims_have_the_same_shares() -> None:
    part = REPORT.partition("## Attributes")[2].partition("\n## ")[0]
    names = re.findall(r"\w+", next(line for line in part.splitlines() if line.startswith("| set")))[1:]
    for line in re.findall(r"^\| `.*$", part, re.M):
        name, *cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
        found = load_accuracy()[name].attributes
        for field, cell in zip(names, cells, strict=True):
            assert cell == (f"{found[field].share:.2f} of {found[field].n}" if field in found else "–")
