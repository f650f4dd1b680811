"""Commands that write the store for other programs: `export`."""

import pathlib
from typing import Annotated

import typer

from pasut.show.export import ExportFormat, write_export
from pasut.show.options import (
    StorePath,
    opened_store,
    output_to,
)


def export(
    form: Annotated[
        ExportFormat, typer.Option("--format", help="scoring and jsonl: a line an article; csv: a row a claim.")
    ],
    output: Annotated[
        pathlib.Path | None, typer.Option("--output", "-o", help="File to write; else standard output.")
    ] = None,
    store: StorePath = None,
) -> None:
    """Write the whole store for other programs."""
    with opened_store(store) as opened, output_to(output) as out:
        write_export(opened, form, out)
