"""One shape for all that is listed, and its skins: a table for people, JSON, JSON lines, CSV and Markdown."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pasut.records import Record
from pasut.show.screen import Screen, clean

Format = Literal["table", "json", "jsonl", "csv", "md"]
Value = str | int | float | None | list[str]

NARROW = 130
"""Columns of a terminal below which the long column goes under its row: beside six short ones it would be a thread."""


WIDEST = 24
"""Columns that a short cell may keep for itself where space is scarce."""


class Row(Record, frozen=True):
    """One line: what people see, and what programs get."""

    cells: tuple[str, ...]
    record: Mapping[str, Value]
    is_part: bool = False
    """Whether programs have it already, in the record of a row above."""


class View(Record, frozen=True):
    """Something to list."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    fields: tuple[str, ...]
    """Keys of the rows' records: the columns of a CSV, even when there are no rows."""
    long: int | None = None
    """Index of the column with sentences."""
    empty: str = ""
    """What to say when there is nothing to list."""


def write_view(view: View, form: Format, screen: Screen) -> None:
    """Write a view to standard output in the form asked for."""
    if form == "table":
        _write_table(view, screen)
        return
    screen.write({"json": _json, "jsonl": records_jsonl, "csv": records_csv, "md": _markdown}[form](view))


def write_views(views: Sequence[View], notes: Sequence[str], form: Format, screen: Screen) -> None:
    """Views one after the other, and for people the notes under them."""
    for number, view in enumerate(views):
        if number:
            screen.write("\n")
        write_view(view, form, screen)
    if form in ("table", "md"):
        between = "\n\n" if form == "md" else "\n"
        screen.write("\n" + between.join(notes) + "\n")


def _write_table(view: View, screen: Screen) -> None:
    screen.print(Text(clean(view.title), style="bold"))
    if not view.rows:
        screen.print(Text(view.empty))
    elif view.long is not None and screen.is_terminal and screen.width < NARROW:
        _write_stacked(view, view.long, screen)
    else:
        screen.print(_rich_table(view, screen))


def _rich_table(view: View, screen: Screen) -> Table:
    table = Table(box=box.SIMPLE_HEAD if screen.is_terminal else None, pad_edge=False, show_edge=False)
    for index, heading in enumerate(view.headings):
        table.add_column(heading, no_wrap=index != view.long, overflow="fold", style=_style(view, index))
    for row in view.rows:
        table.add_row(*(Text(clean(cell)) for cell in row.cells))
    return table


def _write_stacked(view: View, long: int, screen: Screen) -> None:
    """The short columns on one line, the sentence under it."""
    short = [index for index in range(len(view.headings)) if index != long]
    listed = [view.headings, *(row.cells for row in view.rows)]
    widths = [max(len(clean(cells[index])) for cells in listed) for index in short]
    screen.print(_stacked_line([view.headings[index] for index in short], widths, "bold"))
    for row in view.rows:
        screen.print(_stacked_line([row.cells[index] for index in short], widths, ""))
        screen.print(Padding(Text(clean(row.cells[long]), style="dim"), (0, 0, 0, 4)))


def _stacked_line(cells: list[str], widths: list[int], style: str) -> Table:
    grid = Table.grid(padding=(0, 2))
    for width in widths:
        grid.add_column(min_width=min(width, WIDEST), overflow="fold", style=style)
    grid.add_row(*(Text(clean(cell)) for cell in cells))
    return grid


def _style(view: View, index: int) -> str | None:
    """Ids, which end the rows that have a sentence, stand back."""
    return "dim" if view.long is not None and index == len(view.headings) - 1 != view.long else None


def _json(view: View) -> str:
    return (
        msgspec.json.format(
            msgspec.json.encode([row.record for row in view.rows if not row.is_part]), indent=2
        ).decode()
        + "\n"
    )


def records_jsonl(view: View) -> str:
    """The records of a view, one JSON object a line."""
    return "".join(msgspec.json.encode(row.record).decode() + "\n" for row in view.rows if not row.is_part)


def records_csv(view: View) -> str:
    """The records of a view as RFC 4180 says; lists are joined by semicolons."""
    out = io.StringIO()
    writer = csv.DictWriter(out, view.fields, lineterminator="\r\n")  # as RFC 4180 says
    writer.writeheader()
    for row in view.rows:
        if row.is_part:
            continue
        writer.writerow(
            {key: ";".join(value) if isinstance(value, list) else value for key, value in row.record.items()}
        )
    return out.getvalue()


def _markdown(view: View) -> str:
    lines = [f"## {clean(view.title)}", "", _markdown_row(view.headings), _markdown_row(["---"] * len(view.headings))]
    lines += [_markdown_row(row.cells) for row in view.rows] or ["", view.empty]
    return "\n".join(lines) + "\n"


def _markdown_row(cells: tuple[str, ...] | list[str]) -> str:
    # What a page says must stay text: no column of its own making, no tag.
    return "| " + " | ".join(clean(cell).replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"
