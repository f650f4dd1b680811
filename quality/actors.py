"""Measure `pasut who` against annotated actor strings that lie beside the repository: state, and sector where given.

`python quality/actors.py` prints the figures; `-v` also what went wrong.
"""

import datetime as dt
import json
import pathlib
import re
import sys
from typing import Any

from pasut.coder.who import Who
from pasut.pipeline import Kit
from pasut.show.who import find_who

STRINGS = pathlib.Path(__file__).resolve().parents[2] / "shared" / "bench" / "actors_dev.jsonl"
UNITED_NATIONS = frozenset((
    "UN", "UNSC", "UNGA", "UNHRC", "OHCHR", "UNHCR", "UNICEF", "UNRWA", "UNESCO", "UNDP", "UNEP", "UNFPA", "UNODC",
    "UNIFIL", "WFP", "FAO", "WHO", "ILO", "IOM", "IAEA", "ICJ", "OCHA", "UNAIDS", "ITU", "WMO", "ICAO", "IMO",
))  # fmt: skip
EUROPEAN = frozenset(("EU", "ECB", "EUROPOL", "FRONTEX", "EIB"))
CHARITIES = frozenset(("RED_CROSS", "MSF", "AMNESTY", "HRW", "OXFAM", "SAVE_THE_CHILDREN", "GREENPEACE", "CPJ"))
"""The strings' annotators fold international bodies into UNO, EUR and IGO, and give charities no country."""
TODAY = dt.date(2022, 6, 1)
"""When the strings were annotated, for those that ask for today."""


def main() -> int:
    """Print the share of strings whose state, and sector where given, are right."""
    if not STRINGS.is_file():
        print("there are no annotated strings beside the repository; nothing is measured", file=sys.stderr)
        return 1
    right, asked = measure(verbose="-v" in sys.argv)
    print(f"actor strings: {right} of {asked} right, {right / asked:.3f}")
    return 0


def measure(*, verbose: bool = False) -> tuple[int, int]:
    """How many strings are right, and how many there are that give a state or a sector."""
    kit, right, asked = Kit(), 0, 0
    rows: list[dict[str, Any]] = [json.loads(line) for line in STRINGS.read_text(encoding="utf-8").splitlines()]
    scored = [row for row in rows if {"country", "code_1"} & set(row["expected"])]
    for day in {_day(row) for row in scored}:
        of_day = [row for row in scored if _day(row) == day]
        for row, found in zip(of_day, find_who([row["text"] for row in of_day], day, kit), strict=True):
            wanted = row["expected"]
            asked += 1
            if _fits(found, wanted, kit):
                right += 1
            elif verbose:
                print(f"{row['text']}: wanted {wanted.get('country')} {wanted.get('code_1')}, found {found}")
    return right, asked


def _fits(found: Who, wanted: dict[str, Any], kit: Kit) -> bool:
    sector = found.sectors[0] if found.sectors else ""
    return wanted.get("country") in (None, _country(found.code, kit)) and wanted.get("code_1") in (None, "", sector)


def _country(code: str, kit: Kit) -> str:
    if code in UNITED_NATIONS:
        return "UNO"
    if code in EUROPEAN:
        return "EUR"
    state = code.split(":")[0]
    return state if state in kit.world.states or not state else "" if code in CHARITIES else "IGO"


def _day(row: dict[str, Any]) -> dt.date | None:
    asked = f"{row.get('query_date') or ''} {row.get('args') or ''}"
    found = re.search(r"\d{4}-\d\d-\d\d", asked)
    if found:
        return dt.date.fromisoformat(found.group())
    year = re.search(r"\b(?:19|20)\d\d\b", asked)
    if year:
        return dt.date(int(year.group()), 7, 1)
    return TODAY if "today" in asked else None


if __name__ == "__main__":
    sys.exit(main())
