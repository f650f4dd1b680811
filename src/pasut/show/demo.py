"""The demonstration: read the packaged examples, show a chronology and the ledger, and say where to go next."""

import importlib.resources
import pathlib

from rich.table import Table
from rich.text import Text

from pasut.pipeline import Kit, read_into
from pasut.show.claims import claims_view
from pasut.show.line import SHORT_ID
from pasut.show.names import Names
from pasut.show.screen import Screen
from pasut.show.table import write_view
from pasut.show.timeline import timeline_view
from pasut.show.words import Words
from pasut.store import Line, Store

DYAD = ("PRK", "RUS")
"""The pair of states that the packaged examples tell most of."""


def write_demo(store: Store, words: Words, screen: Screen) -> None:
    """Read the examples into the store and show what came of them."""
    kit = Kit()
    names = Names(kit)
    with importlib.resources.as_file(importlib.resources.files("pasut") / "examples") as folder:
        summary = read_into(store, example_paths(folder), kit)
    screen.print(words.phrase("demo", n=summary.pages, store=str(store.path)))
    screen.print(words.phrase("read_coded", claims=summary.claims, assessments=summary.assessments))
    screen.print()
    called = (names.name(DYAD[0], words.language), names.name(DYAD[1], words.language))
    lines = list(store.lines(dyad=DYAD))
    write_view(timeline_view(lines, called, words), "table", screen)
    screen.print()
    told = [(each, store.lines_of(each.claims[:1])) for each in store.propositions(dyad=DYAD)]
    write_view(claims_view(told, called, words), "table", screen)
    screen.print()
    _write_next(store.path, lines, words, screen)


def example_paths(folder: pathlib.Path) -> list[pathlib.Path]:
    """The example articles, in a fixed order."""
    return sorted(p for p in folder.rglob("*") if p.suffix in (".md", ".txt", ".jsonl") and p.stem != "README")


def _write_next(path: pathlib.Path, lines: list[Line], words: Words, screen: Screen) -> None:
    claim, article = (lines[0].claim.id[:SHORT_ID], lines[0].article.key) if lines else ("CLAIM", "ARTICLE")
    store = f" --store {path}"
    steps = (
        (f"pasut serve --open{store}", "next_serve"),
        (f"pasut timeline korut rusia --status denied{store}", "next_timeline"),
        (f"pasut events korut rusia{store}", "next_events"),
        (f"pasut ledger prk-rus-aid-arms{store}", "next_ledger"),
        (f"pasut explain {claim}{store}", "next_explain"),
        (f"pasut show {article} --cut{store}", "next_show"),
        (f"pasut show {article} --dating{store}", "next_dating"),
        (f"pasut stats{store}", "next_stats"),
        ("pasut read PATH...", "next_read"),
    )
    screen.print(Text(words.phrase("next"), style="bold"))
    table = Table.grid(padding=(0, 2))
    for command, why in steps:
        table.add_row(Text("  " + command), Text(words.phrase(why), style="dim"))
    screen.print(table)
